"""Text from outside: composed letters, one kind of line end, no control characters."""

import re
import unicodedata

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def tidy(text: str | None) -> str:
    """Composed letters, one kind of line end, no control characters, nothing around."""
    text = text or ""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return CONTROLS.sub("", text).strip()


def tidy_line(text: str | None) -> str:
    return " ".join(tidy(text).split())
