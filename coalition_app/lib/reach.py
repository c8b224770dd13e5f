"""Phones, emails and links as people type them: 'office 203 555 0142'."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from coalition_app.lib.contact_line import EMAIL_ALONE, PHONE_ALONE, dials
from coalition_app.lib.web_address import link_to

KINDS = ("phone", "email", "link")
AROUND = " \t,;:()[]<>–—-"
EXTENSION = re.compile(r"\s*(?:x|ext\.?|extension)\s*(\d+)$", re.I)


@dataclass(frozen=True)
class Point:
    """One way to reach somebody."""

    kind: str
    value: str
    label: str = ""

    @property
    def line(self) -> str:
        """As one would type it: 'office 203 555 0142', 'www.example.org newsletter'."""
        parts = (self.value, self.label) if self.kind == "link" else (self.label, self.value)
        return " ".join(part for part in parts if part)

    @property
    def href(self) -> str:
        """Where a link to it leads; empty for what is none (or a script)."""
        if self.kind == "link":
            return link_to(self.value)
        return f"mailto:{self.value}" if self.kind == "email" else _dialed(self.value)


def read_points(line: str) -> list[Point]:
    """All that one line holds, each with the words that are left as its label; [] for none."""
    emails, rest = _taken(EMAIL_ALONE, line, lambda value: "/" not in value)
    links, rest = _links(rest)
    phones, rest = _taken(PHONE_ALONE, rest, dials)
    label = " ".join(part for part in (word.strip(AROUND) for word in rest.split()) if part)
    found = zip(KINDS, (phones, emails, links), strict=True)
    return [Point(kind, value, label) for kind, values in found for value in values]


def _taken(pattern: re.Pattern, text: str, is_one: Callable) -> tuple[list[str], str]:
    """What was found, and the text without it."""
    found = [each for each in pattern.finditer(text) if is_one(each[1])]
    for each in reversed(found):
        text = f"{text[: each.start()]} {text[each.end() :]}"
    return [" ".join(each[1].split()) for each in found], text


def _links(text: str) -> tuple[list[str], str]:
    """Only http and https are links; anything else with a colon stays what it is: words."""
    words = text.split()
    links = [word for word in words if link_to(word.strip(AROUND)) and not _is_number(word)]
    rest = " ".join(word for word in words if word not in links)
    return [word.strip(AROUND) for word in links], rest


def _is_number(word: str) -> bool:
    """'203.555.0142' is dialed."""
    return not any(letter.isalpha() for letter in word)


def _dialed(number: str) -> str:
    extension = EXTENSION.search(number)
    digits = re.sub(r"[^\d+]", "", number[: extension.start()] if extension else number)
    if not digits:
        return ""
    return f"tel:{digits};ext={extension[1]}" if extension else f"tel:{digits}"
