"""What a cell of a spreadsheet means. ValueError says, in plain words, why it cannot be used."""

import re
from datetime import date, timedelta

from coalition_app.lib import dates, wording

BETWEEN = re.compile(r"\s*(?::::|[;\n])\s*")
EMAIL = re.compile(r"[^@\s,;<>()]+@[^@\s,;<>()]+\.[^@\s,;<>().]{2,}")
BRACKETED = re.compile(r"<([^<>]*@[^<>]*)>")
SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.I)
EXTENSION = re.compile(r"\s*(?:x|ext\.?|extension)\s*\d+\s*$", re.I)
NO_DIGITS = re.compile(r"[^0-9]+")
LETTERED = re.compile(r"[^\W\d_]{2,}")
YES = {"yes", "y", "true", "t", "1", "x", "✓", "✔", "si", "sí", "on"}
NO = {"no", "n", "false", "f", "0", "-", "off", "none"}
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?")
COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T.*)?")
SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[T,\s]+\d{1,2}:.*)?")
DAY_FIRST_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?(?:[\s-]+(\d{4}))?", re.I
)
SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
FIRST_SERIAL = date(1899, 12, 30)
YEARLESS = re.compile(r"--(\d\d)-?(\d\d)")
ANY_LEAP_YEAR = 2000


def quoted(text: str) -> str:
    """As a message repeats it."""
    return f"“{text if len(text) <= 60 else text[:59] + '…'}”"


def parts(text: str) -> list[str]:
    """Several values in one cell, each once: Google's ' ::: ', semicolons, lines."""
    return list(dict.fromkeys(part for part in BETWEEN.split(text) if part))


def emails(text: str) -> list[str]:
    found = []
    for part in parts(text):
        for each in part.split(",") if part.count("@") > 1 else [part]:
            found.append(email(each.strip()))
    return list(dict.fromkeys(found))


def email(text: str) -> str:
    bracketed = BRACKETED.search(text)
    address = (bracketed[1] if bracketed else text).strip().removeprefix("mailto:")
    if not EMAIL.fullmatch(address):
        raise ValueError(f"{quoted(text)} is no email address.")
    return address


def phones(text: str) -> list[str]:
    return [phone(part) for part in parts(text)]


def phone(text: str) -> str:
    """As written; a whole number has seven digits, or ten to fifteen."""
    if SHORTENED.search(text):
        raise ValueError(f"{quoted(text)} is a phone number that the spreadsheet has shortened.")
    number = EXTENSION.sub("", text)
    count = len(NO_DIGITS.sub("", number))
    if LETTERED.search(number.replace("tel", "")) and count < 7:
        raise ValueError(f"{quoted(text)} is no phone number.")
    if count < 7:
        raise ValueError(f"{quoted(text)} has too few digits for a phone number.")
    if count > 15 or len(text) > 60:
        raise ValueError(f"{quoted(text)} is too long for a phone number.")
    return " ".join(text.split())


def digits(number: str) -> str:
    """What two spellings of one phone number share."""
    plain = EXTENSION.sub("", number) if "x" in number.lower() else number
    return NO_DIGITS.sub("", plain)[-10:]


def yes_or_no(text: str) -> bool:
    word = text.casefold().strip(" .")
    if word in YES:
        return True
    if word in NO:
        return False
    raise ValueError(f"{quoted(text)} is neither yes nor no.")


def whole_number(text: str) -> int:
    plain = re.sub(r"^(?:about|approx\.?|ca\.?|~|over)\s*|[\s,]|\+$|\.0+$", "", text, flags=re.I)
    if not re.fullmatch(r"[0-9]{1,9}", plain):
        raise ValueError(f"{quoted(text)} is no whole number.")
    return int(plain)


def identifier(text: str) -> int:
    plain = text.lstrip("#").removesuffix(".0")
    if not re.fullmatch(r"[0-9]{1,15}", plain):
        raise ValueError(f"{quoted(text)} is no id of ours.")
    return int(plain)


def ein(text: str) -> str:
    """Nine digits; a spreadsheet may have eaten the first zero."""
    plain = text.replace("-", "").replace(" ", "")
    if not re.fullmatch(r"[0-9]{8,9}", plain):
        raise ValueError(f"{quoted(text)} is no EIN: it has nine digits.")
    return plain.zfill(9)


def file_number(text: str) -> str:
    """Of the Department of Labor: up to eight digits, without zeros in front."""
    plain = re.sub(r"[\s-]|\.0$", "", text).lstrip("0")
    if not re.fullmatch(r"[0-9]{1,8}", plain):
        raise ValueError(f"{quoted(text)} is no file number: it has up to eight digits.")
    return plain


def one_of(text: str, known: dict[str, str], what: str) -> str:
    """`known` holds every spelling and what it stands for."""
    found = known.get(" ".join(text.casefold().replace("-", " ").split()))
    if found is None:
        choices = ", ".join(dict.fromkeys(known.values()))
        raise ValueError(f"{quoted(text)} is no {what} known here ({choices}).")
    return found


def is_day_first(values: list[str]) -> bool:
    """Whether 31/12 in this column, and never 12/31, says that the day stands first."""
    found = [match for value in values if (match := SLASHED.fullmatch(value))]
    if any(match[2] == "." for match in found):
        return True
    first = any(int(match[1]) > 12 for match in found)
    return first and not any(int(match[3]) > 12 for match in found)


def day(text: str, day_first: bool, today: date) -> date:
    """A day in any usual form, also as the number that Excel keeps for it."""
    try:
        return read_day(text, day_first, today)
    except (ValueError, OverflowError) as problem:
        raise ValueError(f"{quoted(text)}: there is no such day.") from problem


def read_day(text: str, day_first: bool, today: date) -> date:
    for shape in (ISO, COMPACT):
        if found := shape.fullmatch(text):
            return sensible(date(int(found[1]), int(found[2]), int(found[3])))
    if found := SLASHED.fullmatch(text):
        month, number = (found[3], found[1]) if day_first else (found[1], found[3])
        return sensible(date(full_year(found[4], today), int(month), int(number)))
    if found := SERIAL.fullmatch(text):
        return sensible(FIRST_SERIAL + timedelta(int(found[1])))
    if found := DAY_FIRST_NAMED.fullmatch(text):
        text = f"{found[2]} {found[1]} {found[3] or ''}"
    return dates.parse_day(text, today)


def full_year(text: str, today: date) -> int:
    """'85' is 1985: nobody writes a far future."""
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year <= today.year % 100 + 10 else 1900)


def sensible(found: date) -> date:
    if not 1900 <= found.year <= 2199:
        raise ValueError("not of these centuries")
    return found


def birthday(text: str, day_first: bool, today: date) -> str:
    """'March 7, 1980'; many keep it without the year."""
    if found := YEARLESS.fullmatch(text):
        try:
            known = date(ANY_LEAP_YEAR, int(found[1]), int(found[2]))
        except ValueError as problem:
            raise ValueError(f"{quoted(text)}: there is no such day.") from problem
        return f"{known:%B} {known.day}"
    return wording.full_day(day(text, day_first, today))
