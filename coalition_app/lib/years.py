"""The years of a role as people type them: "2019-2024", "since 2019", "until 2020", "former"."""

import re
from dataclasses import dataclass

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SHORT_END = re.compile(r"\b((?:19|20)\d\d)\s*(?:-|–|—|/|to)\s*(\d\d)\b(?!\d)")
OVER = re.compile(
    r"\b(?:former|formerly|past|ex|left|no longer|until|till|ended|up to)\b|^\s*[-–—]"
)
SINCE = re.compile(r"\b(?:since|from|now|present|today|current|still)\b|[-–—]\s*$")
ASK_YEARS = "Type years like “since 2019”, “2019–2024” or “until 2020”; or only “former”."


@dataclass(frozen=True)
class Years:
    """From when to when; `is_over` may be known without any year."""

    began: int | None = None
    ended: int | None = None
    is_over: bool = False

    def __bool__(self) -> bool:
        return bool(self.began or self.ended or self.is_over)

    def __str__(self) -> str:
        """'2019–2024', 'since 2019', 'until 2020', 'former'; as it may be typed again."""
        if self.began and self.ended:
            return f"{self.began}–{self.ended}" if self.began != self.ended else f"in {self.began}"
        if self.ended:
            return f"until {self.ended}"
        if self.is_over:
            return f"since {self.began}, former" if self.began else "former"
        return f"since {self.began}" if self.began else ""


def read_years(text: str, this_year: int) -> Years:
    """What is meant; ValueError says what to type."""
    words = SHORT_END.sub(_in_full, " ".join(text.casefold().split()))
    if not words:
        return Years()
    years = [int(year) for year in YEAR.findall(words)]
    over = bool(OVER.search(words))
    if len(years) > 2 or not (years or over) or len(re.findall(r"\d+", words)) > len(years) + 2:
        raise ValueError(ASK_YEARS)
    found = _meant(years, over, words)
    _check(found, this_year)
    return found


def _in_full(found: re.Match) -> str:
    """'2019-24' as '2019-2024'."""
    return f"{found[1]}-{found[1][:2]}{found[2]}"


def _meant(years: list[int], over: bool, words: str) -> Years:
    if len(years) == 2:
        return Years(*years, is_over=True)
    if not years:
        return Years(is_over=True)
    if words.startswith("in "):
        return Years(years[0], years[0], is_over=True)
    if SINCE.search(words):
        return Years(began=years[0], is_over=over)
    return Years(ended=years[0], is_over=True) if over else Years(began=years[0])


def _check(years: Years, this_year: int) -> None:
    known = [year for year in (years.began, years.ended) if year]
    if any(year > this_year for year in known):
        raise ValueError(f"{max(known)} is still to come. {ASK_YEARS}")
    if years.began and years.ended and years.began > years.ended:
        raise ValueError(f"It cannot end in {years.ended} before it began. {ASK_YEARS}")
