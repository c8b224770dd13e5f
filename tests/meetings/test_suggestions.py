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


def test_a_known_one_stands_in_the_notes_as_already_listed(organizer, notes, held):
    known = world.listed("NAACP", chapter="Ash Hill Branch")
    suggest(notes, "Vecinos Unidos; naacp", htmx=False)
    suggest(organizer.get(f"/meetings/{held.id}/notes"), "NAACP", htmx=False)
    region = organizer.get(f"/meetings/{held.id}/notes").one("#suggestions")
    assert [each.text for each in region.all(".tag")] == ["Vecinos Unidos"]
    (row,) = region.all("li")
    assert row.text == "NAACP, Ash Hill Branch already listed Take out: NAACP, Ash Hill Branch"
    assert row.one("a")["href"] == f"/organizations/{known.id}"
    said = organizer.get(f"/meetings/{held.id}").one("section[aria-labelledby=said]").text
    assert said.count("NAACP, Ash Hill Branch") == 1


def test_one_that_was_named_by_mistake_is_taken_out(organizer, notes, held):
    known = world.listed("Quiet Circle")
    suggest(notes, "quiet circle", htmx=False)
    page = organizer.get(f"/meetings/{held.id}/notes")
    organizer.post(page.one("#suggestions li button")["formaction"], {"name": "Quiet Circle"})
    assert not organizer.get(f"/meetings/{held.id}/notes").all("#suggestions li")
    assert not known.is_archived


def test_several_at_the_table_say_who_suggested(organizer, table, after):
    world.held(table)
    page = organizer.get(f"/meetings/{table.id}/notes")
    suggest(page, "Hall of Labor", htmx=False, **{"suggest-by": "Vecinos Unidos"})
    assert Organization.named("Hall of Labor").suggested_by.name == "Vecinos Unidos"


def test_nothing_typed_is_refused(notes):
    answer = suggest(notes, "")
    assert answer.status == 422
    assert "Type the name of an organization." in answer.text
