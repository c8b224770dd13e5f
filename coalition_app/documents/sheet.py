"""What every printed sheet can do: be HTML, be a PDF, say what will not print, name its file."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, ClassVar

from flask import current_app
from markupsafe import Markup

from coalition_app.documents import glyphs


class Sheet:
    """Base of the sheets: frozen dataclasses of plain words, ready to be set.

    A sheet asks nothing of the database, so the transaction may end before it is printed.
    """

    template: ClassVar[str]

    def html(self) -> str:
        """The page, with every word of a user escaped; its styles are the press's."""
        page = self.rendered(self.template)
        return _marked(page) if current_app.config.get("SAMPLE") else page

    def rendered(self, template: str) -> str:
        return current_app.jinja_env.get_template(template).render(sheet=_ready(self))

    def pdf(self) -> bytes:
        """The page as PDF; PrintingFailed or PaperUnavailable (see printer) with words to show."""
        return current_app.extensions["printer"].pdf(self.html())

    def unprintable(self) -> tuple[str, ...]:
        """Characters in it that no shipped face has: they would print as boxes."""
        return glyphs.unprintable(*_words(self))


SAMPLE = """<style>@page { @top-center {
  content: "Sample data: nothing here is real"; font: 9pt "Public Sans"; color: #4d5565;
  transform: translateY(12pt); vertical-align: top; white-space: nowrap;
} }</style>"""


def _marked(page: str) -> str:
    """With a line at the upper edge of every page, even where there is no margin."""
    return page.replace("</head>", f"{SAMPLE}</head>", 1)


def file_name(kind: str, about: str, on: date, ending: str = "pdf") -> str:
    """'Prep packet - Harbor Valley Civil Rights League - 2026-03-19.pdf', in ASCII, at most 100
    characters, with nothing in it that a file system refuses."""
    plain = unicodedata.normalize("NFKD", about.translate(UNDECOMPOSED)).encode("ascii", "ignore")
    words = " ".join(re.sub(r"[^A-Za-z0-9&'(),. -]", " ", plain.decode()).split())
    room = 100 - len(f"{kind} -  - {on:%Y-%m-%d}.{ending}")
    named = words[:room].strip(" .,-")
    return " - ".join(part for part in (kind, named, f"{on:%Y-%m-%d}.{ending}") if part)


# Letters that Unicode does not take apart into a plain one and a mark.
UNDECOMPOSED = str.maketrans(
    {
        "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Ø": "O", "ø": "o", "ı": "i", "ß": "ss",
        "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "’": "'", "‘": "'", "–": "-", "—": "-",
    }
)  # fmt: skip


# To find where to break a run of thousands of letters takes WeasyPrint the square of their number:
# half a minute. Told where it may, it needs a second.
LONG_RUN = re.compile(r"\S{60}(?=\S)")
MAY_BREAK = "\u200b"

# Without, a phone number behind an Arabic name is drawn before it, and its parts in another order.
FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
NUMBER = re.compile(r"[\d+(][\d\s().+/x-]{5,}")
APART, AS_BEFORE = "\u2068", "\u2069"


def _ready(sheet: "Sheet") -> "Sheet":
    """The same words, with places to break in runs that fit no line; on a page with letters that
    read from the right, those and phone numbers are set apart from what stands around them."""
    broken = _changed(sheet, lambda text: LONG_RUN.sub(rf"\g<0>{MAY_BREAK}", text))
    is_mixed = any(FROM_THE_RIGHT.search(text) for text in _words(sheet))
    return _changed(broken, _apart) if is_mixed else broken


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """The same with every text changed, however deep."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_changed(each, change) for each in value)
    if is_dataclass(value):
        parts = {each.name: _changed(getattr(value, each.name), change) for each in fields(value)}
        return replace(value, **parts)
    return value


def _apart(text: str) -> str:
    if isinstance(text, Markup) or not (FROM_THE_RIGHT.search(text) or NUMBER.fullmatch(text)):
        return text
    return "\n".join(f"{APART}{line}{AS_BEFORE}" if line else "" for line in text.split("\n"))


def _words(value: Any) -> Iterator[str]:
    """Every text in a sheet, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words(getattr(value, field.name))
