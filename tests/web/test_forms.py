"""Forms keep what was typed, say what to do, and never overwrite somebody else."""

from datetime import date

import pytest

from coalition_app.lib.dates import ASK_DAY, ASK_MOMENT
from coalition_app.models import Local

WRONG = {
    "name": "x" * 41,
    "email": "elena at home",
    "friends": "many",
    "met_on": "some day",
    "meets_at": "sometime",
    "story": "ha" * 60,
}
WORDS = {
    "name": "Shorten it by 1 character: at most 40 fit here.",
    "email": "Type an email address like name@example.org.",
    "friends": "Type a whole number, like 1,200.",
    "met_on": ASK_DAY,
    "meets_at": ASK_MOMENT,
    "story": "Shorten it by 20 characters: at most 100 fit here.",
}


def refused(organizer, **typed):
    organizer.get("/practice/person")
    page = organizer.submit("Save", typed)
    assert page.status == 422
    return page


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_field_is_named_and_kept(organizer, name):
    page = refused(organizer, **({"name": "Elena"} | {name: WRONG[name]}))
    field = page.one(f"#{name}")
    assert (field.get("value") or field.text) == WRONG[name]
    assert field["aria-invalid"] == "true"
    assert f"{name}-error" in field["aria-describedby"].split()
    assert page.one(f"#{name}-error").text == WORDS[name]
    assert page.one(f'.errors a[href="#{name}"]').text == WORDS[name]


def test_what_is_right_beside_it_is_kept_too(organizer):
    page = refused(organizer, name="", kind="labor", friends="1,200", is_partner=True, route="ally")
    assert page.one("#kind option[selected]")["value"] == "labor"
    assert page.one("#friends")["value"] == "1,200"
    assert page.one("#is_partner").has("checked")
    assert page.one("[name=route][checked]")["value"] == "ally"


def test_an_empty_field_says_what_to_type(organizer):
    assert refused(organizer, name="  ").one("#name-error").text == "Type the name."


def test_a_choice_outside_the_list_is_refused(organizer):
    organizer.get("/practice/person")
    page = organizer.post("/practice/person", {"name": "E", "kind": "secret", "route": "hq"})
    assert page.one("#kind-error").text == "Pick one from the list."


def test_too_large_a_number_is_refused(organizer):
    words = refused(organizer, name="Elena", friends="9" * 30).one("#friends-error").text
    assert words == "Type a smaller number, at most 5,000."


def test_a_check_after_validation_names_field_and_form(organizer):
    page = refused(organizer, name="Nobody")
    assert page.one("#name-error").text == "Nobody is not a name; type another."
    assert "This concerns the whole form." in page.one(".errors").text


def test_a_hint_is_read_with_its_field(organizer):
    field = organizer.get("/practice/person").one("#met_on")
    assert field["aria-describedby"] == "met_on-hint"


def test_nothing_is_cut_off_while_typing(organizer):
    assert not organizer.get("/practice/person").one("#name").has("maxlength")


def test_none_is_never_shown(organizer):
    page = organizer.get("/practice/local")
    assert page.one("#members_count")["value"] == ""
    assert page.one("#next_board_on")["value"] == ""
    assert "None" not in page.html


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "{{ 7*7 }}", "🙂 مرحبا", "Łódź & Ħ", 'a "quoted" b']
)
def test_weird_text_is_shown_as_typed(organizer, text):
    page = refused(organizer, name=text, friends="many")
    assert page.one("#name")["value"] == text


def test_text_is_tidied(organizer, db, local):
    organizer.get("/practice/local")
    organizer.submit("Save", name="  Harbor \x00 Valley\r\n Local ")
    assert db.session.scalar(db.select(Local.name)) == "Harbor Valley Local"


def test_a_date_is_stored_and_shown_again(organizer, db, local):
    organizer.get("/practice/local")
    page = organizer.submit("Save", next_board_on="march 20")
    assert db.session.scalar(db.select(Local.next_board_on)) == date(2026, 3, 20)
    assert page.one("#next_board_on")["value"] == "3/20/2026"


def changed_meanwhile(organizer, db, local, **typed):
    organizer.get("/practice/local")
    local.name, local.members_count = "Their Name", 300
    db.session.commit()
    return organizer.submit("Save", typed)


def test_the_second_to_save_sees_both_versions(organizer, db, local):
    page = changed_meanwhile(organizer, db, local, name="My Name", members_count="200")
    assert page.status == 409
    assert page.one("#name")["value"] == "My Name"
    assert page.one("#name-stored").text == "Now stored: Their Name"
    assert page.one("#members_count-stored").text == "Now stored: 300"
    assert "Somebody else changed this" in page.one(".errors").text


def test_what_does_not_differ_is_not_shown_twice(organizer, db, local):
    page = changed_meanwhile(organizer, db, local, name="Their Name", members_count="200")
    assert not page.all("#name-stored")


def test_what_only_the_second_writer_changed_is_no_conflict(organizer, db, local):
    page = changed_meanwhile(organizer, db, local, name="My Name", next_board_on="3/19/2026")
    assert page.status == 409
    assert not page.has("#next_board_on-stored")


def test_two_who_change_different_fields_are_asked_about_the_others(organizer, db, local):
    page = changed_meanwhile(organizer, db, local, next_board_on="3/19/2026")
    assert [each.text for each in page.all(".errors a")] == ["Name", "Members"]


def test_sending_again_after_seeing_both_saves(organizer, db, local):
    page = changed_meanwhile(organizer, db, local, name="My Name", members_count="200")
    assert page.submit("Save").one(".flash").text == "Saved."
    assert db.session.scalar(db.select(Local.name)) == "My Name"


def test_a_lost_version_overwrites_nothing(organizer, db, local):
    organizer.get("/practice/local")
    page = organizer.submit("Save", name="My Name", version="")
    assert page.status == 409
