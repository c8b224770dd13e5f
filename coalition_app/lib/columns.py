"""Guesses what the columns of somebody else's file are: by their headers, then by their values."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from coalition_app.lib.column_words import HEADERS, SEVERAL, TITLES, WORDS
from coalition_app.lib.folding import fold
from coalition_app.lib.places import STATES
from coalition_app.lib.sheets import Row, letters

PUNCTUATION = re.compile(r"[^\w]+|_")
NUMBERED = re.compile(
    r"(e mail|email|phone|website|address|im|relation|event|custom field) (\d+) (.+)"
)
PARTS = {
    "street": "street",
    "city": "city",
    "region": "state",
    "postal code": "postal_code",
    "extended address": "street2",
    "formatted": "address",
}
SAMPLES = 3
ROW, REASON = "Row in the file", "Why it was left out"
OURS = (ROW, REASON)  # what we added to rows that we gave back
LOOKED_AT = 200
MOST = 0.7
SHAPES = (
    ("person.email", re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")),
    ("organization.website", re.compile(r"(?:https?://|www\.)\S+", re.I)),
    ("person.phone", re.compile(r"(?=(?:\D*\d){10,11}\D*$)[+(]?\d[\d\s().\-/]+")),
    ("person.postal_code", re.compile(r"\d{5}(?:-\d{4})?")),
)
OF_AN_ORGANIZATION = re.compile(
    r"\b(league|union|local|church|temple|mosque|association|assn|council|inc|committee|coalition|"
    r"federation|network|alliance|center|society|fund|project|neighbors|club|lodge|action|workers|"
    r"foundation|institute|partnership|collaborative|congregation|parish|school|university)\b",
    re.I,
)
WHERE = {
    "street",
    "street2",
    "city",
    "state",
    "postal_code",
    "address",
    "phone",
    "email",
    "link",
    "external_id",
}


@dataclass(frozen=True)
class Column:
    """One column as the mapping page shows it."""

    position: int
    header: str
    samples: list[str]

    @property
    def letter(self) -> str:
        return letters(self.position)


class TwiceChosen(Exception):
    """Two columns for one thing that there is only once: its words, and the positions."""

    def __init__(self, key: str, positions: list[int]):
        super().__init__(key)
        self.key, self.positions = key, positions


def columns_of(headers: Sequence[str], rows: Sequence[Row]) -> list[Column]:
    """Those that hold anything, with a few different values."""
    found = []
    for position, header in enumerate(headers):
        samples: list[str] = []
        for row in rows:
            cell = row.cells[position]
            if cell and cell not in samples:
                samples.append(cell)
                if len(samples) == SAMPLES:
                    break
        if samples:
            found.append(Column(position, header, samples))
    return found


def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """(group, [(key, words)]) for a select."""
    return [
        (title, [(key, words_of(key)) for key in WORDS if key.startswith(f"{group}.")])
        for group, title in TITLES.items()
    ]


def words_of(key: str) -> str:
    """'Organization: city', which a closed select shows without its group."""
    group, words = key.partition(".")[0], WORDS[key]
    if group not in ("person", "organization"):
        return words
    return f"{TITLES[group]}: {words if words[:2].isupper() else words[0].lower() + words[1:]}"


def fingerprint(headers: Sequence[str]) -> str:
    """The same for the same headers in the same order."""
    known = [header for header in headers if header not in OURS]
    plain = json.dumps([normal(header) for header in known])
    return hashlib.sha256(plain.encode()).hexdigest()


def check(mapping: Sequence[str]) -> None:
    """Raises TwiceChosen."""
    for key in dict.fromkeys(mapping):
        positions = [n for n, chosen in enumerate(mapping) if chosen == key]
        if key and len(positions) > 1 and key not in SEVERAL:
            raise TwiceChosen(key, positions)


def guess(headers: Sequence[str], rows: Sequence[Row]) -> list[str]:
    """The key of each column, "" for one that is left out."""
    looked_at = rows[:LOOKED_AT]
    values = [[row.cells[n] for row in looked_at if row.cells[n]] for n in range(len(headers))]
    normals = [normal(header) for header in headers]
    mapping = [key_of(header) if values[n] else "" for n, header in enumerate(normals)]
    mapping = [mapping[n] if header not in OURS else "" for n, header in enumerate(headers)]
    tell_titles(normals, mapping)
    tell_employers(mapping)
    tell_names(normals, values, mapping)
    tell_by_values(normals, values, mapping)
    tell_whose(normals, mapping)
    leave_out_doubles(mapping)
    return mapping


def normal(header: str) -> str:
    return " ".join(PUNCTUATION.sub(" ", fold(header).replace("'", "").replace("’", "")).split())


def key_of(header: str) -> str:
    numbered = NUMBERED.fullmatch(header)
    if numbered:
        return numbered_key(*numbered.groups())
    return HEADERS.get(header, "")


def numbered_key(what: str, number: str, part: str) -> str:
    """Google's 'E-mail 1 - Value', 'Address 1 - City'."""
    if part in ("type", "label"):
        return "row.label" if what not in ("address", "im", "event", "relation") else ""
    if what == "address":
        return f"person.{PARTS[part]}" if number == "1" and part in PARTS else ""
    known = {"phone": "person.phone", "website": "person.link", "event": "row.note"}
    known |= {"relation": "row.note", "email": "person.email", "e mail": "person.email"}
    return known.get(what, "") if part in ("value", "number", "address") else ""


def tell_titles(headers: list[str], mapping: list[str]) -> None:
    """Outlook's 'Title' is 'Rev.'; where no other column has the job, it is the job."""
    others = [key for header, key in zip(headers, mapping, strict=True) if header != "title"]
    if "type" in headers and "organization.name" in mapping:
        mapping[headers.index("type")] = "organization.kind"
    if "title" in headers and "role.role" in others and mapping[headers.index("title")]:
        mapping[headers.index("title")] = "person.prefix"


def tell_employers(mapping: list[str]) -> None:
    """An employer is where they belong, unless another column says so."""
    if "organization.name" not in mapping and "organization.employer" in mapping:
        mapping[mapping.index("organization.employer")] = "organization.name"


def tell_names(headers: list[str], values: list[list[str]], mapping: list[str]) -> None:
    """A plain 'Name' beside a contact, or that mostly ends in League or Union, is no person's."""
    for word in ("name", "display name"):
        if word not in headers or not values[headers.index(word)]:
            continue
        at = headers.index(word)
        others = set(mapping[:at] + mapping[at + 1 :])
        if "organization.name" in others or {"person.first", "row.kind"} & others:
            continue
        said = sum(bool(OF_AN_ORGANIZATION.search(value)) for value in values[at])
        is_known = {"organization.ein", "organization.mission", "organization.kind"} & others
        if is_known or "person.name" in others or said * 2 > len(values[at]):
            mapping[at] = "organization.name"


def tell_by_values(headers: list[str], values: list[list[str]], mapping: list[str]) -> None:
    for at, header in enumerate(headers):
        if mapping[at] or not values[at] or NUMBERED.fullmatch(header):
            continue
        for key, shape in SHAPES:
            if share(values[at], shape.fullmatch) >= MOST:
                mapping[at] = key
        if not mapping[at] and share(values[at], STATES.__contains__) >= MOST:
            mapping[at] = "person.state"
        if header.startswith("column "):
            mapping[at] = mapping[at] or name_by_values(values[at], mapping)


def share(values: list[str], test) -> float:
    return sum(bool(test(value)) for value in values) / len(values)


def name_by_values(values: list[str], mapping: list[str]) -> str:
    """In a file without headers: words with capitals are a name."""
    if share(values, OF_AN_ORGANIZATION.search) >= 0.5:
        return "organization.name" if "organization.name" not in mapping else ""
    named = share(values, re.compile(r"[^\W\d_][^\d@]*\s[^\W\d_][^\d@]*").fullmatch)
    return "person.name" if named >= MOST and "person.name" not in mapping else ""


def tell_whose(headers: list[str], mapping: list[str]) -> None:
    """Whether address, phone and email are the organization's or its contact's."""
    person = next(
        (n for n, key in enumerate(mapping) if key in ("person.name", "person.first")), -1
    )
    organization = mapping.index("organization.name") if "organization.name" in mapping else -1
    if organization < 0 or "row.kind" in mapping:
        return
    if person < 0:
        to_organization(mapping, range(len(mapping)))
    elif organization < person and headers[person].partition(" ")[0] in ("contact", "main", "key"):
        to_organization(mapping, range(person))


def to_organization(mapping: list[str], positions: range) -> None:
    for at in positions:
        group, _, part = mapping[at].partition(".")
        if group == "person" and part in WHERE | {"private_notes"}:
            mapping[at] = f"organization.{part}"
        elif mapping[at] == "person.notes":
            mapping[at] = "organization.private_notes"


def leave_out_doubles(mapping: list[str]) -> None:
    seen: set[str] = set()
    for at, key in enumerate(mapping):
        if key in seen and key not in SEVERAL:
            mapping[at] = ""
        seen.add(key)


def labels_of(headers: Sequence[str], mapping: Sequence[str]) -> dict[int, int]:
    """For each column with a phone, email or link: the column that labels it."""
    places = {normal(header): n for n, header in enumerate(headers) if mapping[n] == "row.label"}
    found = {}
    for at, header in enumerate(headers):
        numbered = NUMBERED.fullmatch(normal(header))
        if numbered and numbered[3] == "value":
            for word in ("label", "type"):
                label = places.get(f"{numbered[1]} {numbered[2]} {word}")
                if label is not None:
                    found[at] = label
    return found
