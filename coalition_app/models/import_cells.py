"""How the cells of each kind of column are read."""

from collections.abc import Callable
from typing import Any

from coalition_app.lib import cell_values as values
from coalition_app.lib import places
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.import_words import FIELD_WORDS, KIND_WORDS, ROW_KINDS, SCOPE_WORDS

LONGEST_LINE, LONGEST_TEXT = 400, 10_000
TEXTS = {"notes", "private_notes", "note", "mission", "structure", "allies", "opponents"}
DATES = {"person.birthday", "role.ended_on"}


def text(limit: int, value: str) -> str:
    """ValueError if it has more than `limit` characters; a line has single spaces."""
    if len(value) > limit:
        raise ValueError(f"{values.quoted(value[:40])} is too long: at most {limit:,} letters.")
    return value if limit > LONGEST_LINE else " ".join(value.split())


def role_of(value: str) -> str:
    """A role of our list is written as there."""
    plain = text(200, value)
    return plain.lower() if plain.lower() in Affiliation.ROLES else plain


CONVERTERS: dict[str, Callable[[str], Any]] = {
    "person.phone": values.phones,
    "organization.phone": values.phones,
    "person.email": values.emails,
    "organization.email": values.emails,
    "person.link": values.parts,
    "organization.link": values.parts,
    "person.state": places.state_code,
    "organization.state": places.state_code,
    "person.postal_code": places.postal_code,
    "organization.postal_code": places.postal_code,
    "person.address": places.split_address,
    "organization.address": places.split_address,
    "organization.kind": lambda cell: values.one_of(cell, KIND_WORDS, "kind"),
    "organization.field": lambda cell: values.one_of(cell, FIELD_WORDS, "field"),
    "organization.scope": lambda cell: values.one_of(cell, SCOPE_WORDS, "reach"),
    "row.kind": lambda cell: values.one_of(cell, ROW_KINDS, "kind of row"),
    "organization.members_count": values.whole_number,
    "organization.has_members": values.yes_or_no,
    "organization.ein": values.ein,
    "organization.file_number": values.file_number,
    "person.id": values.identifier,
    "organization.id": values.identifier,
    "role.role": role_of,
    **{
        f"person.{name}": values.yes_or_no
        for name in ("is_ours", "is_activist", "do_not_mail", "do_not_call")
    },
    "role.is_primary": values.yes_or_no,
}
