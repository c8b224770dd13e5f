"""What the records say of one organization, in the words of its one page."""

from collections.abc import Iterator
from datetime import datetime

from coalition_app.documents.organization_words import promise
from coalition_app.documents.packet_parts import Attendee, Event, Promise, Remark, Step
from coalition_app.extensions import db
from coalition_app.lib.wording import day, full_day
from coalition_app.models import (
    Assistance,
    Commitment,
    Organization,
    Pathway,
    Timeline,
    actions_of,
)

ASKED = ("proposed", "agreed", "given")


def about(organization: Organization) -> str:
    started = organization.started_on
    lead = f"led by {organization.lead.name}" if organization.lead else ""
    since = f"since {full_day(started)}" if started else "listed, not started"
    return " · ".join(part for part in (lead, since) if part)


def next_step(organization: Organization, path: Pathway | None, now: datetime) -> str:
    pause = organization.pause_on(now.date())
    if pause:
        return f"Paused since {day(pause.paused_on, now.date())}: {pause.reason}."
    actions = actions_of(path) if path else []
    if not actions:
        return "Nothing to do now." if path else "Start it: name who leads."
    detail = f" {actions[0].detail}" if actions[0].detail else ""
    return f"{actions[0].headline.rstrip('.')}.{detail}"


def steps(path: Pathway | None) -> tuple[Step, ...]:
    found = path.steps if path else ()
    return tuple(Step(each.number, each.name, each.state, each.note) for each in found)


def standing(organization: Organization, now: datetime) -> Iterator[Remark]:
    latest = organization.standing
    if latest:
        on = day(latest.rated_on, now.date())
        yield Remark(f"{latest.label}.", f"{latest.act} ({on})")


def promises(organization: Organization, now: datetime) -> list[Promise]:
    query = Commitment.open().where(Commitment.organization_id == organization.id)
    found = sorted(db.session.scalars(query), key=lambda commitment: not commitment.is_ours)
    return [promise(each, now.date()) for each in found]


def given(organization: Organization, now: datetime) -> Iterator[Remark]:
    for each in db.session.scalars(Assistance.of(organization).where(Assistance.state.in_(ASKED))):
        on = day(each.settled_on or each.offered_on, now.date())
        side = "We to them." if each.we_give else "They to us."
        yield Remark(side, f"{each.state} {on}: {each.turnout or each.what}")


def people(organization: Organization) -> list[Attendee]:
    """Those known by name; who is only somebody's neighbor says whom of us they know."""
    found = [each for each in organization.current_affiliations if not each.person.is_unnamed]
    named = [Attendee(a.person.name_as_called, a.role, a.person.dialed) for a in found]
    listed = organization.listed_contact
    return named or ([Attendee(listed, "as listed")] if listed else [])


def reach(organization: Organization) -> list[str]:
    """Where the mail goes, where one visits them, and all ways to reach them."""
    visit = organization.visiting_address
    visited = [f"{visit} (to visit)"] if visit else []
    return organization.address_lines + visited + [each.line for each in organization.points]


def history(organization: Organization, now: datetime) -> list[Event]:
    """What stands elsewhere on the page is left out."""
    past = [event for event in Timeline(organization).events if event.on <= now.date()]
    told = [event for event in past if not event.what.startswith(("Standing", "Paused"))]
    return [Event(day(each.on, now.date()), each.who, each.what, each.text) for each in told]
