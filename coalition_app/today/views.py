"""Today: what needs us, the coming meetings, where every relationship stands."""

from datetime import timedelta

from flask import Blueprint, request
from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from coalition_app.extensions import db
from coalition_app.models import (
    Agenda,
    Commitment,
    Meeting,
    MeetingParty,
    Organization,
    Person,
    facts_of_started,
    preparation_gaps,
)
from coalition_app.web import access, clock, htmx

bp = Blueprint("today", __name__)

MEETING_DAYS = 14
MOST_ROWS = 8
MOST_IN_A_LIST = 25
ALL = 100_000
NAMES = (Organization.name, Organization.chapter)


@bp.get("/")
@access.viewer
def index():
    now = clock.now()
    facts = list(facts_of_started(now.date()).values())
    agenda = Agenda.of(facts, _open_commitments(), now)
    gaps = {meeting.id: meeting for each in facts for meeting in each.meetings}
    return htmx.render(
        "today/index.html",
        agenda=agenda,
        headline=headline(agenda),
        meetings=_coming_meetings(now),
        gaps=gaps,
        preparation_gaps=preparation_gaps,
        most=MOST_ROWS,
        rows=ALL if request.args.get("rows") == "all" else MOST_IN_A_LIST,
        is_empty=not facts,
        listed_count=0 if facts else _listed_count(),
    )


def _listed_count() -> int:
    listed = Organization.listed().order_by(None).subquery()
    return db.session.scalar(select(db.func.count()).select_from(listed))


def headline(agenda: Agenda) -> str:
    """'Four things need you'; says so when there is nothing."""
    if not agenda.paths:
        return "Begin with one organization"
    if agenda.count == 0:
        return "Nothing needs you today"
    words = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
    number = words[agenda.count] if agenda.count < len(words) else str(agenda.count)
    return f"{number} {'thing needs' if agenda.count == 1 else 'things need'} you"


def _open_commitments() -> list[Commitment]:
    soon = clock.today() + timedelta(days=7)
    query = Commitment.open().where(Commitment.due_on <= soon)
    names = (
        contains_eager(Commitment.organization).load_only(*NAMES),
        joinedload(Commitment.owner).load_only(Person.name),
    )
    return list(db.session.scalars(query.options(*names)))


def _coming_meetings(now) -> list[Meeting]:
    until = now + timedelta(days=MEETING_DAYS)
    query = Meeting.planned().where(Meeting.starts_at > now, Meeting.starts_at <= until)
    parties = selectinload(Meeting.parties).joinedload(MeetingParty.organization)
    parties = parties.load_only(*NAMES)
    return list(db.session.scalars(query.options(parties)))
