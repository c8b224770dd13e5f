"""Text as people search it: case and accents do not matter."""

import unicodedata

BARRED = str.maketrans("łøđ", "lod")


def fold(text: str | None) -> str:
    """'Elena DÍAZ' and 'elena diaz' fold to the same."""
    if not text:
        return ""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold().translate(BARRED))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
