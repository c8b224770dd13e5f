"""What the records say of those we meet, in the words of a packet."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from coalition_app.documents.organization_words import NOT_ON_PAPER, description, promise, ways
from coalition_app.documents.packet_parts import Event, Promise, Remark
from coalition_app.extensions import db
from coalition_app.lib.wording import day, listing
from coalition_app.models import (
    Commitment,
    Meeting,
    Organization,
    Resource,
    Timeline,
)


def who_they_are(meeting: Meeting) -> tuple[Remark, ...]:
    return tuple(
        remark
        for organization in meeting.organizations
        for remark in _of_each(meeting, organization, description(organization))
    )


def _of_each(meeting: Meeting, organization: Organization, remarks) -> Iterator[Remark]:
    """The remarks, under the organization's name when the meeting has several."""
    remarks = list(remarks)
    if remarks and len(meeting.organizations) > 1:
        yield Remark(organization.full_name, "")
    yield from remarks


def how_we_know_them(meeting: Meeting) -> tuple[Remark, ...]:
    return tuple(
        remark
        for organization in meeting.organizations
        for remark in _of_each(meeting, organization, ways(organization))
    )


def promises(meeting: Meeting, today: date) -> tuple[Promise, ...]:
    """Open commitments of both sides, whichever meeting they come from, ours first."""
    ids = [organization.id for organization in meeting.organizations]
    found = db.session.scalars(Commitment.open().where(Commitment.organization_id.in_(ids)))
    in_order = sorted(found, key=lambda commitment: not commitment.is_ours)
    return tuple(promise(commitment, today) for commitment in in_order)


def offers() -> tuple[str, ...]:
    return tuple(resource.label for resource in db.session.scalars(Resource.in_order()))


def history(meeting: Meeting, today: date) -> tuple[Event, ...]:
    """What happened before this meeting, latest first; with several at once it is told once,
    and what happened with some of them only says with whom."""
    found = [
        (event, each.full_name) for each in meeting.organizations for event in Timeline(each).events
    ]
    told: dict[Event, list[str]] = {}
    for event, name in sorted(found, key=lambda pair: pair[0].on, reverse=True):
        is_told = event.on <= today and event.subject is not meeting
        if is_told and not event.what.startswith(NOT_ON_PAPER):
            line = Event(day(event.on, today), event.who, event.what, event.text)
            told.setdefault(line, []).append(name)
    everybody = len(meeting.organizations)
    return tuple(
        line
        if len({*names}) == everybody
        else replace(line, text=f"{line.text} · {listing(names)}")
        for line, names in told.items()
    )
