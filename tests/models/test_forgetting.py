"""Forgetting a person: what goes, what stays as "a person", and what the file still holds."""

import sqlite3
from contextlib import closing

from sqlalchemy import create_engine, select

from coalition_app import create_app
from coalition_app.extensions import db as database
from coalition_app.models import (
    Account,
    AcquaintanceSheet,
    Attendance,
    ContactPoint,
    Conversation,
    Forgetting,
    Import,
    ImportChange,
    ImportSkip,
    Introduction,
    Job,
    Letter,
    Local,
    NotSame,
    Person,
    Standing,
    Tie,
)
from coalition_app.models.forgetting import STAYS
from coalition_app.storage import dialect, erasing
from tests import world

NOW = world.datetime(2026, 3, 14, 10)
NAME, PHONE, EMAIL = "Wilhelmina Quendelhart", "203 555 0188", "quendelhart@post.example"
STREET, MORE = "77 Zwetschgen Lane", "203 555 0189"
SECRETS = (NAME, "Quendelhart", PHONE, EMAIL, STREET, MORE, "Mina", "they/xem", "Volapuk")


def known() -> Person:
    """Somebody of whom every field is filled."""
    person = world.add(
        Person(
            name=NAME,
            preferred_name="Mina",
            pronouns="they/xem",
            language="Volapuk",
            phone=PHONE,
            email=EMAIL,
            street=STREET,
            city="Old Port",
            worksite="Zwieback plant",
            office="Quartermaster",
            external_id="Q-77",
            notes="Collects Quendel.",
            private_notes="Wary of Zwieback.",
            is_ours=True,
            is_activist=True,
            do_not_call=True,
        )
    )
    person.contact_points.append(ContactPoint(kind="phone", value=MORE))
    return person


def with_history(person: Person):
    """One row of everything that may name them, and their part in what happened."""
    league, other = world.started(), world.ours("Rosa Díaz")
    meeting = world.planned(league)
    meeting.expect(person).came = True
    world.promised(meeting, league, owner=person)
    world.joins(person, league, "Quendel keeper")
    world.tie(person, other, "neighbor")
    world.tie(other, world.ours("Dori James"), "friend", told_by=person)
    about = {"organization": league}
    letter = Letter(
        dated_on=world.DAY,
        recipient=person,
        sender=person,
        signer_name=NAME,
        signer_title="Quartermaster",
        salutation=f"Dear {NAME},",
        address=f"{NAME}\n{league.name}\n{STREET}\nOld Port",
        body="Thank you for meeting with us.",
        sent_on=world.DAY,
        sent_by="mail",
        paper=NAME.encode(),
        **about,
    )
    records = [
        letter,
        *imported(person),
        Conversation(kind="call", held_on=world.DAY, our_person=person, people=[person], **about),
        Introduction(route="member", asked_on=world.DAY, through_person=person, **about),
        Standing(person=person, value=2, rated_on=world.DAY, act="Quendel on May 3"),
        AcquaintanceSheet(person=person, asked_on=world.DAY),
    ]
    database.session.add_all(records)
    database.session.flush()
    NotSame.note(person, other)
    database.session.flush()
    return meeting, letter


def imported(person: Person) -> list:
    """What an import and its job noted of them."""
    file = Import(
        file_name="contacts.csv", made_at=NOW, headers=["Name"], undone={"names": [NAME, "Ana"]}
    )
    return [
        file,
        ImportChange(of=file, person=person, is_new=True, after={"name": NAME, "phone": PHONE}),
        ImportSkip(of=file, row_number=3, reason="No name.", cells=["", EMAIL]),
        ImportSkip(of=file, row_number=4, reason="Twice.", cells=["QUENDELHART,", "Wilhelmina"]),
        ImportSkip(of=file, row_number=5, reason="No name.", cells=["(203)555-0188"]),
        ImportSkip(of=file, row_number=6, reason="No name.", cells=["2035550189"]),
        Job(kind="import", title=f"Reading {NAME}", made_at=NOW, given=f'{{"a": "{EMAIL}"}}'),
    ]


def forget(person: Person) -> None:
    Forgetting(person).forget(NOW)
    database.session.commit()


def test_nothing_in_the_file_holds_the_name_phone_or_email(tmp_path):
    app = create_app({"INSTANCE": tmp_path, "SECRET_KEY": "for tests only"})
    with app.app_context():
        database.create_all()
        person = known()
        with_history(person)
        database.session.commit()
        person.street = f"{STREET} 4"  # a row that moved leaves its old words in the page
        database.session.commit()
        assert left_in(tmp_path) == set(SECRETS)
        forget(person)
        database.session.remove()
        assert erasing.sweep(database.engine)
        assert left_in(tmp_path) == set()
        for engine in database.engines.values():
            engine.dispose()


def left_in(folder) -> set[str]:
    """Read past SQLite, letter by letter; the search index keeps the words folded."""
    raw = b"".join(file.read_bytes() for file in folder.glob("coalition.db*"))
    words = {word for word in SECRETS if word.encode() in raw or word.lower().encode() in raw}
    digits = {word for word in SECRETS if word[0].isdigit() and _digits(word).encode() in raw}
    return words | digits


def _digits(word: str) -> str:
    return "".join(each for each in word if each.isdigit()) if "555" in word else word


def test_every_field_is_empty_but_those_that_history_needs(db):
    person = known()
    forget(person)
    filled = {
        column.name
        for column in Person.__table__.columns
        if getattr(person, column.name) not in (None, "", False)
    }
    assert filled == {*STAYS, "forgotten_on", "archived_at"}
    assert (person.name, person.is_archived) == ("a person", True)


def test_history_says_a_person(db):
    person = known()
    meeting, letter = with_history(person)
    forget(person)
    (attendance,) = db.session.scalars(select(Attendance))
    assert (attendance.person.name, attendance.came) == ("a person", True)
    assert meeting.commitments[0].owner.name == "a person"
    assert (letter.signer_name, letter.salutation) == ("a person", "Dear a person,")
    assert (letter.address, letter.body) == (
        letter.organization.name,
        "Thank you for meeting with us.",
    )
    assert letter.paper is None


def test_ties_ratings_and_sheets_go(db):
    person = known()
    with_history(person)
    forget(person)
    for noun in (Standing, AcquaintanceSheet, ContactPoint, ImportSkip, ImportChange):
        assert db.session.scalars(select(noun)).all() == []
    (tie,) = db.session.scalars(select(Tie))
    assert (tie.person.name, tie.told_by) == ("Rosa Díaz", None)


def test_no_search_finds_them(db):
    person = known()
    forget(person)
    for typed in ("quendelhart", "0188", "a person"):
        assert list(db.session.scalars(Person.found_by(typed))) == []


def test_texts_that_name_them_are_listed_with_their_page(db):
    person = known()
    meeting, _ = with_history(person)
    league = meeting.organizations[0]
    league.structure = f"Board of seven.\n{NAME} chairs."
    meeting.answer(meeting.questions("prepare")[0], f"Ask for {NAME.upper()}")
    db.session.flush()
    found = Forgetting(person).places()
    assert ("organization", league.id, f"{NAME} chairs.") in found
    assert ("meeting", meeting.id, f"Ask for {NAME.upper()}") in found


def test_a_short_name_is_not_seen_within_other_words(db):
    person = known()
    person.name = "Al"
    league = world.listed("Alliance of Sam Albright", structure="Ask Al.")
    job = Job(kind="import", title="Reading Alliance.csv for Al", made_at=NOW)
    db.session.add(job)
    db.session.flush()
    assert Forgetting(person).places() == [("organization", league.id, "Ask Al.")]
    forget(person)
    assert job.title == "Reading Alliance.csv for a person"


def test_an_import_still_remembers_a_namesake(db):
    person, namesake = known(), world.add(Person(name=NAME))
    file = Import(file_name="contacts.csv", made_at=NOW)
    change = ImportChange(of=file, person=namesake, is_new=True, after={"name": NAME})
    db.session.add(change)
    db.session.flush()
    forget(person)
    assert change.after == {"name": NAME}


def test_what_forgetting_itself_clears_is_not_listed(db):
    person = known()
    with_history(person)
    assert Forgetting(person).places() == []


def test_who_signs_in_signs_letters_or_leads_comes_first(db):
    person = known()
    forgetting = Forgetting(person)
    assert not forgetting.is_refused
    world.started(name="Harbor Tenants").lead = person
    db.session.add(Local(id=1, name="Local 555", number="555", signer=person))
    account = Account(email="mina@local555.example", person=person)
    account.set_password("lamps along the harbor")
    db.session.add(account)
    db.session.flush()
    assert (forgetting.has_account, forgetting.is_signer) == (True, True)
    assert [organization.name for organization in forgetting.leads] == ["Harbor Tenants"]


def test_a_disabled_account_loses_its_email(db):
    person = known()
    account = Account(email="mina@local555.example", person=person)
    account.set_password("lamps along the harbor")
    account.disabled_at = NOW
    db.session.add(account)
    db.session.flush()
    assert not Forgetting(person).is_refused
    forget(person)
    assert account.email == f"a person {account.id}"


def test_a_sweep_says_when_somebody_else_holds_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr(dialect, "BUSY_MILLISECONDS", 1)
    file = tmp_path / "held.db"
    engine = create_engine(f"sqlite:///{file}")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("CREATE TABLE t (x)")
        other.execute("BEGIN IMMEDIATE")
        assert not erasing.sweep(engine)
        other.execute("ROLLBACK")
        assert erasing.sweep(engine)
