"""Nothing names a folder of somebody's machine, or a host that packages come from."""

import re

import pytest

from tests.house.source import ROOT, expect_none

KINDS = {".py", ".html", ".css", ".js", ".md", ".toml", ".txt", ".yml", ".cfg", ".ini", ".mako", ""}
LEFT_OUT = {".git", ".venv", "instance", "vendor", "__pycache__", ".hypothesis", ".pytest_cache"}
LEFT_OUT |= {".ruff_cache", "node_modules"}
# Put together from pieces, so that this file does not name them itself.
FOLDERS = "|".join(["tm" + "p", "wo" + "rk", "ho" + "me", "ro" + "ot", "Us" + "ers"])
HOSTS = [
    "py" + r"pi\.",
    "python" + r"hosted\.",
    "np" + r"mjs\.",
    "jsd" + r"elivr\.",
    "unp" + r"kg\.",
]
PATTERN = re.compile(rf"(?<![\w.\-/}}])/(?:{FOLDERS})/\w|(?:{'|'.join(HOSTS)})")


def named_places(texts: dict[str, str]) -> list[str]:
    return [
        f"{name}:{number} {line.strip()[:80]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if PATTERN.search(line)
    ]


def texts_of_the_project() -> dict[str, str]:
    files = [
        file
        for file in sorted(ROOT.rglob("*"))
        if file.is_file() and file.suffix in KINDS and not LEFT_OUT & set(file.parts)
    ]
    return {
        file.relative_to(ROOT).as_posix(): file.read_text("utf-8", errors="replace")
        for file in files
    }


def test_no_place_is_named():
    expect_none(named_places(texts_of_the_project()))


@pytest.mark.parametrize(
    "line",
    [
        'path = "/' + "tm" + 'p/x"',
        "see /" + "wo" + "rk/shared",
        "https://" + "py" + "pi.org/simple",
        "registry." + "np" + "mjs.org",
    ],
)
def test_a_place_is_found(line):
    assert named_places({"a.py": line}) != []


def test_our_own_addresses_are_no_places():
    assert named_places({"a.py": 'url = "/people/3"', "b.md": "https://example.org/work"}) == []
