"""What was suggested at a meeting: organizations that it brought in, and those we had listed.

Of the latter their names stand in the answer to the question; an organization keeps where it came
from, and may be suggested again.
"""

from typing import NamedTuple

from coalition_app.extensions import db
from coalition_app.lib.folding import fold
from coalition_app.models import Meeting, Organization, Question


class Suggested(NamedTuple):
    """`organization`: None for a name that means none in view any more."""

    name: str
    organization: Organization | None
    was_listed: bool


def suggested_at(meeting: Meeting) -> list[Suggested]:
    """Those that are new first, then those that were listed already."""
    query = Organization.in_view().where(Organization.suggested_at_id == meeting.id)
    new = db.session.scalars(query.order_by(None).order_by(Organization.id))
    found = [Suggested(each.full_name, each, was_listed=False) for each in new]
    named = ((name, Organization.named(name)) for name in _names(meeting))
    known = [Suggested(name, each, was_listed=True) for name, each in named]
    return [*found, *known]


def note(meeting: Meeting, organization: Organization) -> None:
    """One that was listed already was suggested."""
    names = _names(meeting)
    if fold(organization.full_name) not in map(fold, names):
        _write(meeting, [*names, organization.full_name])


def take_out(meeting: Meeting, name: str) -> None:
    _write(meeting, [each for each in _names(meeting) if each != name])


def _names(meeting: Meeting) -> list[str]:
    question = _question(meeting)
    answer = meeting.answer_to(question) if question else None
    return answer.text.splitlines() if answer else []


def _write(meeting: Meeting, names: list[str]) -> None:
    question = _question(meeting)
    if question:
        meeting.answer(question, "\n".join(names))


def _question(meeting: Meeting) -> Question | None:
    asked = meeting.questions("carry")
    return next((each for each in asked if each.purpose == "suggestions"), None)
