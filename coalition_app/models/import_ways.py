"""Phones, emails and links, so that two spellings of one are the same."""

from coalition_app.lib.cell_values import digits
from coalition_app.lib.folding import fold
from coalition_app.lib.reach import Point

Way = tuple[str, str]


def normal(point: Point) -> tuple[str, str]:
    """Two spellings of one phone, email or link are the same."""
    return point.kind, comparable(point.kind, point.value)


def comparable(kind: str, value: str) -> str:
    """Digits of a phone, a folded email, a link without what browsers add."""
    if kind == "phone":
        return digits(value)
    if kind == "email":
        return fold(value)
    return (
        fold(value)
        .removeprefix("https://")
        .removeprefix("http://")
        .removeprefix("www.")
        .rstrip("/")
    )
