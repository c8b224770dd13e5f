"""A local grown beyond all measure: 10,000 organizations and 50,000 people, written at once.

Nobody here exists; phone numbers are 555-01xx and emails end in .example.
"""

import random
from datetime import timedelta

from sqlalchemy import func, insert, select

from coalition_app.extensions import db
from coalition_app.lib.folding import fold
from coalition_app.lib.names import sort_name
from coalition_app.models import (
    FIELDS,
    KINDS,
    Affiliation,
    Campaign,
    Commitment,
    Introduction,
    Letter,
    Meeting,
    MeetingParty,
    Organization,
    Person,
    Review,
    reindex,
)
from tests import sample_local, world

FIRST_ID = 1_001  # beyond those of the sample local
STARTED = 300
PLACES = ("Harbor Valley", "East Harbor", "Mill Town", "Millbrook", "Old Port", "Élan", "Northgate")
CAUSES = ("Tenants", "Neighbors", "Friends", "Workers", "Parents", "Seniors", "Riders", "Veterans")
SORTS = ("Union", "Coalition", "League", "Alliance", "Council", "Society", "Network", "Project")
GIVEN = (
    *("Elena", "Marcus", "Rosa", "Samuel", "Winifred", "Ana", "Luís", "Wei", "Fatima", "Omar"),
    *("Aisha", "Kofi", "Ingrid", "Tomás", "Petra", "Minh", "Priya", "Olga", "Pablo", "Ruth"),
)
BEGINNINGS = ("Har", "Mar", "Día", "Oka", "Rui", "Lop", "Fer", "San", "Tor", "Wil", "Joh", "Mil")
ENDINGS = ("son", "man", "ez", "ford", "ley", "ton", "berg", "ski", "ova", "ard", "ell", "win")


def grow(organizations: int, people: int) -> None:
    """To so many of each beside the sample local; the same for the same numbers."""
    lead_id, chance = world.ours().id, random.Random(organizations)  # noqa: S311
    ids = range(next_id(Organization), FIRST_ID + organizations)
    person_ids = range(next_id(Person), FIRST_ID + people)
    write(Organization, [organization(id_, chance, lead_id) for id_ in ids])
    write(Person, [person(id_, chance) for id_ in person_ids])
    write(Affiliation, [role(id_, FIRST_ID + organizations, chance) for id_ in person_ids])
    write_paths([id_ for id_ in ids if id_ < FIRST_ID + STARTED], lead_id)
    reindex(Organization, ids)
    reindex(Person, person_ids)
    db.session.commit()


def next_id(noun: type[db.Model]) -> int:
    return max(FIRST_ID, db.session.scalar(select(func.max(noun.id))) + 1)


def write(noun: type[db.Model], rows: list[dict]) -> None:
    if rows:
        db.session.execute(insert(noun.__table__), rows)


def organization(id_: int, chance: random.Random, lead_id: int) -> dict:
    number = id_ - FIRST_ID
    place, cause, sort = (chance.choice(words) for words in (PLACES, CAUSES, SORTS))
    name, chapter = f"{place} {cause} {sort} {number}", f"Ward {number % 40}" if number % 5 else ""
    is_started = number < STARTED
    return {
        "id": id_,
        "name": name,
        "chapter": chapter,
        "sort_name": fold(f"{name}, {chapter}" if chapter else name),
        "acronym": "".join(word[0] for word in name.split()[:-1]) if number % 3 else "",
        "kind": KINDS[number % 2],
        "field": FIELDS[number % len(FIELDS)],
        "scope": "local",
        "has_members": True,
        "members_count": number % 900 + 1,
        "city": place,
        "state": "CT",
        "phone": phone(number),
        "email": f"office@{sort.lower()}{number}.example",
        "mission": f"Good work for {cause.lower()} of {place}.",
        "listed_on": sample_local.days_ago(number % 300),
        "started_on": sample_local.days_ago(number % 300) if is_started else None,
        "lead_id": lead_id if is_started else None,
    }


def person(id_: int, chance: random.Random) -> dict:
    number = id_ - FIRST_ID
    given = chance.choice(GIVEN)
    family = chance.choice(BEGINNINGS) + chance.choice(ENDINGS)
    name = f"{given} {family}"
    return {
        "id": id_,
        "name": name,
        "sort_name": sort_name(name),
        "phone": phone(number),
        "email": f"{fold(given)}.{fold(family)}{number}@post.example",
        "city": chance.choice(PLACES),
        "is_ours": number % 25 == 0,
    }


def phone(number: int) -> str:
    return f"{200 + number // 100 % 700} 555 01{number % 100:02d}"


def role(person_id: int, end: int, chance: random.Random) -> dict:
    """One for each person, among the organizations before `end` in turn."""
    number = person_id - FIRST_ID
    return {
        "person_id": person_id,
        "organization_id": FIRST_ID + number % (end - FIRST_ID),
        "role": chance.choice(Affiliation.ROLES),
        "is_primary": number < end - FIRST_ID,
    }


def write_paths(started: list[int], lead_id: int) -> None:
    """Researched, introduced, met twice, promised and written to."""
    days = {id_: sample_local.days_ago(id_ % 200 + 10) for id_ in started}
    write(Review, [{"organization_id": id_, "reviewed_on": days[id_]} for id_ in started])
    campaign = {"name": "Fair hiring ordinance", "when": "since January"}
    write(Campaign, [{"organization_id": id_, **campaign} for id_ in started])
    made = [
        {"organization_id": id_, "route": "ally", "asked_on": days[id_], "made_on": days[id_]}
        for id_ in started
    ]
    write(Introduction, made)
    meetings = [(id_ * 2 + turn, id_, turn) for id_ in started for turn in (0, 1)]
    write(Meeting, [meeting(*each) for each in meetings])
    parties = [{"meeting_id": key, "organization_id": id_} for key, id_, _ in meetings]
    write(MeetingParty, parties)
    write(Commitment, [promise(*each, lead_id) for each in meetings])
    write(Letter, [letter(key, id_) for key, id_, turn in meetings if turn == 0])


def meeting(key: int, organization_id: int, turn: int) -> dict:
    on = -(organization_id % 90) - 5 if turn == 0 else organization_id % 30 - 10
    starts_at = sample_local.at(on, 18)
    held_on = starts_at.date() if on < 0 else None
    return {"id": key, "starts_at": starts_at, "held_on": held_on, "place": "Union hall"}


def promise(key: int, organization_id: int, turn: int, lead_id: int) -> dict:
    due_on = sample_local.days_ago(organization_id % 60 - 30)
    what = f"Flyer {key} for the May forum" if turn == 0 else f"List {key} of volunteers"
    return {
        "organization_id": organization_id,
        "meeting_id": key,
        "what": what,
        "is_ours": turn == 0,
        "owner_id": lead_id,
        "due_on": due_on,
        "made_on": due_on - timedelta(days=30),
        "kept_on": due_on if organization_id % 3 == 0 else None,
    }


def letter(key: int, organization_id: int) -> dict:
    on = sample_local.at(-(organization_id % 90) - 4, 12).date()
    return {
        "organization_id": organization_id,
        "meeting_id": key,
        "dated_on": on,
        "sent_on": on,
        "sent_by": "mail",
        "body": "Thank you for meeting with us. We look forward to the forum in May.",
    }
