import pytest

from coalition_app.accounts import passwords
from coalition_app.accounts.passwords import weakness

ABOUT = ("dori.james@local555.example", "dori.james", "Dori James", "Local 555", "CWA Local 555")


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("nine-char", passwords.TOO_SHORT),
        ("", passwords.TOO_SHORT),
        ("x" * 201, passwords.TOO_LONG),
        ("aaaaaaaaaa", passwords.REPEATS),
        ("abababababab", passwords.REPEATS),
        ("coffeecoffee", passwords.REPEATS),
        ("1234567890", passwords.IN_SEQUENCE),
        ("qwert12345", passwords.IN_SEQUENCE),
        ("ZYXWVUTSRQ", passwords.IN_SEQUENCE),
        ("password123", passwords.TOO_COMMON),
        ("P@ssw0rd2026!", passwords.TOO_COMMON),
        ("  Solidarity!!  ", passwords.TOO_COMMON),
        ("hello world", passwords.TOO_COMMON),
        ("basketball", passwords.TOO_COMMON),
        ("DoriJames2026", passwords.ABOUT_YOU),
        ("dori.james@local555.example", passwords.ABOUT_YOU),
        ("CWA Local 555", passwords.ABOUT_YOU),
        ("local-555-ct", passwords.ABOUT_YOU),
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused_with_its_reason(password, words):
    assert weakness(password, *ABOUT) == words


@pytest.mark.parametrize(
    "password",
    [
        "seven-lamps-and-a-door",
        "café olé matinée",
        "правильный конь",
        "xK9$qv!2Lm",
        "correct horse",
    ],
)
def test_a_strong_password_is_taken(password):
    assert weakness(password, *ABOUT) is None


def test_the_list_holds_only_passwords_that_the_length_lets_through():
    assert all(len(line) >= passwords.SHORTEST for line in passwords._lines(passwords.COMMON))
