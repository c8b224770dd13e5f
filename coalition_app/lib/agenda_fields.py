"""Which fields of organizations an agenda is about, by the words that it is written in."""

import re
from collections.abc import Iterable

# Beginnings of words; a field stands for what an organization works on (models.FIELDS).
WORDS = {
    "arts": "arts? artist theat museum music",
    "civil rights": "civil voting vote voter racial racis discriminat police equal justice freedom "
    "democracy lgbt gay trans reproductive abortion",
    "community development": "development infrastructure broadband downtown",
    "disability": "disab accessib",
    "education": "education school student teach college universit tuition librar",
    "environment": "environment climate clean water pollution energy solar green conserv",
    "faith": "faith church interfaith congregation",
    "food": "food hunger farm nutrition",
    "health": "health hospital medicare medicaid medical drug insurance nurs care",
    "housing": "hous rent tenant evict homeless",
    "human services": "poverty childcare child welfare safety services",
    "immigrant rights": "immigra refugee dream deport citizenship",
    "labor": "union job worker wage labor strike contract organizing pension overtime call-center",
    "legal aid": "legal",
    "neighborhood": "neighborhood block",
    "public policy": "policy budget tax trade privatiz legislat election campaign",
    "seniors": "senior retire social elder medicare pension",
    "veterans": "veteran military",
    "women": "women gender maternity family paid",
    "youth": "youth young child gun",
}
FIELDS = {
    field: re.compile(rf"\b(?:{'|'.join(words.split())})", re.IGNORECASE)
    for field, words in WORDS.items()
}


def fields_in(words: Iterable[str]) -> frozenset[str]:
    """'Health care for retirees', 'voting rights' → health, seniors, civil rights."""
    text = "\n".join(words)
    return frozenset(field for field, beginning in FIELDS.items() if beginning.search(text))
