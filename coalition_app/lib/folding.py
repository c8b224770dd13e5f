"""Text as people search it: case and accents do not matter."""

import unicodedata

BARRED = str.maketrans("łøđ", "lod")


class Folded(dict[int, str]):
    """Each letter as `fold` writes it, looked up once."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code).casefold().translate(BARRED))
        self[code] = "".join(letter for letter in parts if not unicodedata.combining(letter))
        return self[code]


FOLDED = Folded()


def fold(text: str | None) -> str:
    """'Elena DÍAZ' and 'elena diaz' fold to the same."""
    if not text:
        return ""
    return text.lower() if text.isascii() else text.translate(FOLDED)
