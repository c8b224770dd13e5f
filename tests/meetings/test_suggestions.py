"""Organizations suggested at a meeting become listed ones."""

import pytest

from coalition_app.models import Organization
from tests import world


def suggest(client, names: str, htmx="div#suggestions", **more):
    return client.submit("#suggesting", {"suggest-names": names, **more}, htmx=htmx)


@pytest.fixture
def notes(organizer, held):
    return organizer.get(f"/meetings/{held.id}/notes")


def test_new_names_are_listed_with_who_suggested_them(notes, held, league):
    answer = suggest(notes, "Vecinos Unidos, Mothers for Safe Streets, Inc.; vecinos unidos")
    listed = [
        Organization.named(name) for name in ("Vecinos Unidos", "Mothers for Safe Streets, Inc.")
    ]
    assert [each.suggested_by for each in listed] == [league, league]
    assert [each.suggested_at_id for each in listed] == [held.id, held.id]
    assert not listed[0].is_started
    assert [each.text for each in answer.all(".tag")] == [each.name for each in listed]


def test_sent_twice_they_are_listed_once(notes, db):
    for _ in range(2):
        suggest(notes, "Vecinos Unidos")
    query = (
        db.select(db.func.count())
        .select_from(Organization)
        .where(Organization.name == "Vecinos Unidos")
    )
    assert db.session.scalar(query) == 1


def test_a_known_one_keeps_its_origin_and_is_said_so(notes):
    known = world.listed("Vecinos Unidos", origin="the IRS file")
    answer = suggest(notes, "vecinos unidos")
    assert "vecinos unidos was listed already." in answer.text
    assert (known.origin, known.suggested_by) == ("the IRS file", None)


def test_several_at_the_table_say_who_suggested(organizer, table, after):
    world.held(table)
    page = organizer.get(f"/meetings/{table.id}/notes")
    suggest(page, "Hall of Labor", htmx=False, **{"suggest-by": "Vecinos Unidos"})
    assert Organization.named("Hall of Labor").suggested_by.name == "Vecinos Unidos"


def test_nothing_typed_is_refused(notes):
    answer = suggest(notes, "")
    assert answer.status == 422
    assert "Type the name of an organization." in answer.text
