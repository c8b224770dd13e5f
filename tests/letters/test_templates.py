"""The words that letters begin with, edited in the browser."""

import pytest

from coalition_app.letters.examples import example
from coalition_app.models import (
    LETTER_KINDS,
    Addressee,
    Letter,
    LetterDrafts,
    LetterTemplate,
)
from tests import world


def edit(client, kind="first_letter", **typed):
    client.get(f"/letters/templates/{kind}")
    return client.submit("Save", **typed)


def test_all_kinds_are_listed(viewer):
    page = viewer.get("/letters/templates")
    assert len(page.all("main li")) == len(LETTER_KINDS) + 1  # a second note is a follow-up letter
    assert "Introduction request to HQ" in page.text
    assert not page.has("main li a")


def test_new_letters_begin_with_our_words_and_old_ones_stay(organizer, db, league):
    before = world.add(Letter(organization=league, body="As it was.", dated_on=world.DAY))
    page = edit(organizer, body="Hello from [our local] to [organization]. {{ 7*7 }}")
    assert "Letters already written stay as they are." in page.text
    assert "our words" in page.text
    page = organizer.get(f"/organizations/{league.id}/letters/new?kind=first_letter")
    assert page.one("#body").text == f"Hello from CWA Local 555 to {league.name}. {{{{ 7*7 }}}}"
    db.session.expire_all()
    assert before.body == "As it was."


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Dear [organisation].", "no place [organisation]. Did you mean [organization]?"),
        ("Dear [xyzzy].", "no place [xyzzy]. Take one from the list."),
        ("On [meeting day].", "Nothing is known for [meeting day] in this letter."),
    ],
)
def test_an_unknown_place_is_refused_and_the_nearest_named(organizer, db, typed, words):
    refused = edit(organizer, body=typed)
    assert refused.status == 422
    assert words in refused.one("#body-error").text
    assert refused.one("#body").text == typed
    assert LetterTemplate.of("first_letter") is None


def test_the_preview_names_what_a_recipient_lacks(organizer, db, league, shown):
    organizer.get("/letters/templates/first_letter")
    typed = {"body": "Mission: [their mission]. Call [our phone].", "shown_for": league.name}
    page = organizer.submit("Look at it", htmx="div#preview", **typed)
    assert f"For {league.name} nothing is known for [our phone]" in page.text
    assert "Mission: Equal rights in Harbor Valley." in shown[0]
    assert "Call" not in shown[0]
    assert LetterTemplate.of("first_letter") is None


def test_the_preview_may_be_of_a_person(organizer, league, shown):
    world.theirs(league, "Marcus Hill", role="treasurer")
    organizer.get("/letters/templates/general")
    typed = {"body": "You are [recipient role] of [organization].", "shown_for": "marcus hill"}
    page = organizer.submit("Look at it", htmx="div#preview", **typed)
    assert f"You are treasurer of {league.name}." in shown[0]
    assert "Dear Marcus Hill:" in shown[0]
    assert not page.has(".errors")


def test_back_to_the_words_of_the_program(organizer, db):
    edit(organizer, body="Ours.")
    organizer.get("/letters/templates/first_letter")
    page = organizer.submit("Take the program's words")
    assert "My name is [signer]" in page.one("#body").text
    assert LetterTemplate.of("first_letter") is None


def test_two_who_change_the_same_words_see_both(organizer, administrator):
    edit(organizer, body="First.")
    organizer.get("/letters/templates/first_letter")
    edit(administrator, body="Sam's words.")
    conflict = organizer.submit("Save", body="Dori's words.")
    assert conflict.status == 409
    assert "Sam's words." in conflict.one("#body-stored").text


def test_words_may_be_looked_at_without_any_records(organizer, local, shown):
    organizer.get("/letters/templates/follow_up")
    page = organizer.submit("Look at it")
    assert "There is no organization to show it with yet." in page.text


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_every_kind_has_an_example_as_soon_as_there_are_records(kind, local):
    assert example(kind, None) == Addressee()
    league = world.researched()
    assert example(kind, league).organization is league
    assert LetterDrafts(kind, [example(kind, None)], local, world.DAY).all()[0].salutation


def test_a_viewer_changes_no_words(viewer, local):
    assert viewer.get("/letters/templates/general").status == 403
    viewer.get("/letters/templates")
    for path in ("", "/preview", "/removal"):
        assert viewer.post(f"/letters/templates/general{path}").status == 403
    assert viewer.get("/letters/templates/poem").status == 404
