"""Which passwords are too easy to guess, and the words that say why."""

from functools import cache
from pathlib import Path

SHORTEST, LONGEST = 10, 200
COMMON = "common_passwords.txt"
STEMS = "common_words.txt"  # digits and signs around one of these do not help
TOO_SHORT = f"Use at least {SHORTEST} characters: three or four unrelated words are easy to keep."
TOO_LONG = f"Use at most {LONGEST} characters."
TOO_COMMON = "This is among the first that others try. Use three or four unrelated words instead."
REPEATS = "This repeats itself. Use three or four unrelated words instead."
IN_SEQUENCE = "This runs along the alphabet or the keyboard. Use three or four unrelated words."
ABOUT_YOU = "This is mostly your name, your email or the local. Use unrelated words instead."

AROUND = "0123456789 .,;:!?*#+-_@$&%()"
LEET = str.maketrans("013457@$!", "oieastasi")
RUNS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "azertyuiop",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
)
SEQUENCES = tuple(run for each in RUNS for run in (each, each[::-1]))
SHORTEST_RUN = 3
LEAST_BESIDE = 6  # so many characters must stand beside somebody's own name


def weakness(password: str, *about: str) -> str | None:
    """Why the password will not do; `about`: names that others know of its owner."""
    if len(password) < SHORTEST:
        return TOO_SHORT
    if len(password) > LONGEST:
        return TOO_LONG
    plain = password.casefold()
    checks = (
        (is_repeated(plain), REPEATS),
        (is_sequence(plain), IN_SEQUENCE),
        (is_common(plain), TOO_COMMON),
        (is_about(plain, about), ABOUT_YOU),
    )
    return next((words for applies, words in checks if applies), None)


def is_common(plain: str) -> bool:
    bare = plain.strip(AROUND)
    shapes = {plain, plain.replace(" ", ""), bare, bare.translate(LEET)}
    return not shapes.isdisjoint(_lines(COMMON) | _lines(STEMS))


@cache
def _lines(name: str) -> frozenset[str]:
    return frozenset(Path(__file__).with_name(name).read_text("utf-8").splitlines())


def is_repeated(plain: str) -> bool:
    """'aaaaaaaaaa', 'coffeecoffee', 'abababababa': one part over and over, or few characters."""
    halves = (plain[:size] * len(plain) for size in range(1, len(plain) // 2 + 1))
    return len(set(plain)) <= 3 or any(half.startswith(plain) for half in halves)


def is_sequence(plain: str) -> bool:
    """Nothing but runs of the alphabet, the digits or the keyboard: 'qwert12345'."""
    while plain:
        run = next((size for size in range(len(plain), 2, -1) if _runs(plain[:size])), 0)
        if run < SHORTEST_RUN:
            return False
        plain = plain[run:]
    return True


def _runs(part: str) -> bool:
    return any(part in sequence for sequence in SEQUENCES)


def is_about(plain: str, about: tuple[str, ...]) -> bool:
    squashed = _squashed(plain)
    words = {_squashed(each.casefold()) for each in about}
    return any(
        len(word) >= 4 and word in squashed and len(squashed) - len(word) < LEAST_BESIDE
        for word in words
    )


def _squashed(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
