"""A busy local: 300 organizations started, 2,000 meetings and 5,000 commitments, written at once.

Nobody here exists; phone numbers are 555-01xx.
"""

import random
from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import insert, select

from coalition_app.extensions import db
from coalition_app.models import (
    Affiliation,
    Answer,
    Assistance,
    Attendance,
    Commitment,
    Conversation,
    Introduction,
    Letter,
    Meeting,
    MeetingParty,
    Nudge,
    Organization,
    Person,
    Question,
    Review,
    Standing,
    Tie,
    Told,
)
from tests import sample_local, world
from tests.bench import crowd

ORGANIZATIONS, MEETINGS, COMMITMENTS = 300, 2_000, 5_000
PEOPLE_EACH = 4
STILL_OPEN = 250
TODAY = sample_local.TODAY


def fill() -> None:
    """Beside the sample local. The same each time."""
    chance = random.Random(555)  # noqa: S311
    lead_id = world.ours().id
    ids = range(crowd.FIRST_ID, crowd.FIRST_ID + ORGANIZATIONS)
    crowd.write(Organization, [crowd.organization(id_, chance, lead_id) for id_ in ids])
    _know_people(ids, chance, lead_id)
    meetings = _meet(ids, chance, lead_id)
    _promise(meetings, chance, lead_id)
    _help_and_tell(meetings, chance)
    _look_into(ids, chance)
    db.session.commit()


def _know_people(ids: Iterable[int], chance: random.Random, lead_id: int) -> None:
    people = range(crowd.FIRST_ID, crowd.FIRST_ID + ORGANIZATIONS * PEOPLE_EACH)
    crowd.write(Person, [crowd.person(id_, chance) for id_ in people])
    crowd.write(Affiliation, [crowd.role(id_, ids.stop, chance) for id_ in people])
    known = chance.sample(people, 200)
    crowd.write(Tie, [{"person_id": lead_id, "other_id": id_, "kind": "friend"} for id_ in known])
    talks = [
        {"id": id_, "organization_id": chance.choice(ids), "kind": "call", "held_on": _ago(chance)}
        for id_ in people[::2]
    ]
    crowd.write(Conversation, talks)
    talked = [{"conversation_id": id_, "person_id": id_} for id_ in people[::2]]
    db.session.execute(insert(Conversation.people.property.secondary), talked)


def _ago(chance: random.Random, days: int = 500) -> date:
    return TODAY - timedelta(days=chance.randint(1, days))


def _meet(ids: Iterable[int], chance: random.Random, lead_id: int) -> list[dict]:
    """Most are long held and closed; some lie ahead, each tenth of the last is not typed up."""
    meetings = [_meeting(number, ids, chance) for number in range(MEETINGS)]
    parties = [(each.pop("organization_id"), each["id"]) for each in meetings]
    crowd.write(Meeting, meetings)
    rows = [{"organization_id": one, "meeting_id": key} for one, key in parties]
    crowd.write(MeetingParty, rows)
    came = [
        {"meeting_id": each["id"], "person_id": person, "came": each["held_on"] is not None}
        for each in meetings
        for person in (lead_id, crowd.FIRST_ID + each["id"] % 1000)
    ]
    crowd.write(Attendance, came)
    _answer(meetings)
    for each, (organization_id, _) in zip(meetings, parties, strict=True):
        each["organization_id"] = organization_id
    return meetings


def _meeting(number: int, ids: range, chance: random.Random) -> dict:
    is_ahead = number % 40 == 0
    starts_at = sample_local.at(chance.randint(1, 20) if is_ahead else -chance.randint(2, 600), 18)
    is_held = not is_ahead and number % 50 != 1
    return {
        "id": crowd.FIRST_ID + number,
        "organization_id": ids[number % len(ids)],
        "starts_at": starts_at,
        "kind": "working",
        "place": "Union hall",
        "held_on": starts_at.date() if is_held else None,
        "closed_on": starts_at.date() if is_held and number % 20 else None,
        "has_no_next": number % 3 == 0,
        "is_just_us": number % 3 == 1,
    }


def _answer(meetings: list[dict]) -> None:
    asked = db.session.execute(select(Question.id, Question.kind, Question.wording)).all()
    rows = [
        {"meeting_id": each["id"], "question_id": one.id, "wording": one.wording, "text": "Yes."}
        for each in meetings
        for one in asked
        if one.kind == "prepare" or each["held_on"]
    ]
    crowd.write(Answer, rows)


def _promise(meetings: list[dict], chance: random.Random, lead_id: int) -> None:
    made = [_promised(number, meetings, chance, lead_id) for number in range(COMMITMENTS)]
    crowd.write(Commitment, made)


def _promised(number: int, meetings: list[dict], chance: random.Random, lead_id: int) -> dict:
    meeting, is_open = chance.choice(meetings), number % (COMMITMENTS // STILL_OPEN) == 0
    made_on = min(meeting["starts_at"].date(), TODAY)
    due_on = made_on + timedelta(days=chance.randint(1, 30))
    if is_open:
        due_on = TODAY + timedelta(days=chance.randint(-30, 30))
    return {
        "organization_id": meeting["organization_id"],
        "meeting_id": meeting["id"],
        "what": f"Flyer {number} for the May forum",
        "is_ours": number % 3 > 0,
        "owner_id": lead_id,
        "made_on": made_on,
        "due_on": due_on,
        "kept_on": None if is_open else due_on,
    }


def _help_and_tell(meetings: list[dict], chance: random.Random) -> None:
    """After nine of ten meetings: the letter, the board, and after a third of them help."""
    held = [each for each in meetings if each["held_on"] and chance.random() < 0.9]
    of = [{"organization_id": each["organization_id"], "on": _after(each)} for each in held]
    letters = [
        {"meeting_id": each["id"], "organization_id": one["organization_id"], "body": "Thank you."}
        | {"dated_on": one["on"], "sent_on": one["on"], "sent_by": "mail"}
        for each, one in zip(held, of, strict=True)
    ]
    crowd.write(Letter, letters)
    tolds = [{"organization_id": one["organization_id"], "told_on": one["on"]} for one in of]
    crowd.write(Told, [{**each, "audience": "board"} for each in tolds])
    help_ = [
        {"organization_id": one["organization_id"], "what": "Meeting hall", "state": "given"}
        | {"meeting_id": each["id"], "offered_on": one["on"], "settled_on": one["on"]}
        for each, one in zip(held[::3], of[::3], strict=True)
    ]
    crowd.write(Assistance, help_)


def _after(meeting: dict) -> date:
    return min(meeting["held_on"] + timedelta(days=1), TODAY)


def _look_into(ids: Iterable[int], chance: random.Random) -> None:
    rated = [(id_, _ago(chance)) for id_ in ids]
    crowd.write(Review, [{"organization_id": id_, "reviewed_on": on} for id_, on in rated])
    act = {"act": "turned out 12 on May 3"}
    standings = [
        {"organization_id": id_, "value": id_ % 3 + 1, "rated_on": on} for id_, on in rated
    ]
    crowd.write(Standing, [{**each, **act} for each in standings])
    asked = [
        {"id": id_, "organization_id": id_, "route": "hq", "asked_on": _ago(chance, 30)}
        for id_ in ids[::10]
    ]
    crowd.write(Introduction, asked)
    nudged = [{"introduction_id": each["id"], "nudged_on": TODAY} for each in asked[::3]]
    crowd.write(Nudge, nudged)
