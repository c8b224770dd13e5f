"""The notes page: same questions as the paper; two writers never lose each other's words."""

import pytest

from coalition_app.documents.packet import PacketSheet
from coalition_app.models import Answer


def key_of(meeting, number: int = 1) -> str:
    return f"text-{meeting.questions('carry')[number - 1].id}"


def stored(db, meeting) -> list[str]:
    db.session.expire_all()
    return [each.text for each in db.session.scalars(db.select(Answer).order_by(Answer.id))]


def test_questions_numbers_and_order_are_those_of_the_paper(organizer, held, clock):
    page = organizer.get(f"/meetings/{held.id}/notes")
    paper = PacketSheet.of(held, clock.now)
    printed = [(str(ask.number), ask.question) for sheet in paper.notes for ask in sheet.asks]
    rows = [row for row in page.all("#notes .q") if row.one("b").text]
    shown = [(row.one("b").text, row.all("label")[0].text) for row in rows]
    assert len(shown) == len(printed) == 8
    for (number, words), (printed_number, question) in zip(shown, printed, strict=True):
        assert number == printed_number
        assert words.startswith(question)


def test_they_are_one_tab_apart(organizer, held):
    page = organizer.get(f"/meetings/{held.id}/notes")
    stops = page.all("#notes textarea, #notes input:not([type=hidden]), #notes button, #notes a")
    without_script = page.all("noscript button")
    stops = [each for each in stops if each.get("tabindex") != "-1"]
    stops = [each for each in stops if str(each) not in map(str, without_script)]
    assert [each.tag for each in stops] == ["textarea"] * 5 + ["input"] + ["textarea"] * 3


def test_what_is_typed_is_saved_in_place(organizer, db, held):
    organizer.get(f"/meetings/{held.id}/notes")
    answer = organizer.submit("#notes", {key_of(held): "Fair hiring."}, htmx=True)
    assert answer.status == 200
    assert answer.text.startswith("Saved 8:00 pm")
    assert stored(db, held) == ["Fair hiring."]


def test_it_is_saved_without_script_as_well(organizer, db, held):
    organizer.get(f"/meetings/{held.id}/notes")
    page = organizer.submit("#notes", {key_of(held): "Fair hiring.", "text-notes": "Warm."})
    assert "Saved." in page.text
    assert page.one(f"[name={key_of(held)}]").text == "Fair hiring."
    assert held.notes == "Warm."


def test_an_answer_keeps_the_wording_as_asked(organizer, db, held):
    question = held.questions("carry")[0]
    organizer.get(f"/meetings/{held.id}/notes")
    organizer.submit("#notes", {key_of(held): "Fair hiring."})
    question.wording = "What keeps you busy?"
    page = organizer.get(f"/meetings/{held.id}/notes")
    assert "What is the organization working on now?" in page.text


def test_two_who_answer_different_questions_lose_nothing(organizer, administrator, db, held):
    mine = organizer.get(f"/meetings/{held.id}/notes")
    theirs = administrator.get(f"/meetings/{held.id}/notes")
    mine.submit("#notes", {key_of(held, 1): "Mine."}, htmx=True)
    answer = theirs.submit("#notes", {key_of(held, 2): "Theirs."}, htmx=True)
    assert answer.status == 200
    assert stored(db, held) == ["Mine.", "Theirs."]


@pytest.fixture
def clash(organizer, administrator, held):
    """The administrator's page was opened before the organizer wrote."""
    late = administrator.get(f"/meetings/{held.id}/notes")
    organizer.get(f"/meetings/{held.id}/notes")
    organizer.submit("#notes", {key_of(held): "First."}, htmx=True)
    return late


def test_the_second_of_two_sees_both_texts(db, held, clash):
    answer = clash.submit("#notes", {key_of(held): "Second.", key_of(held, 2): "Fine."}, htmx=True)
    assert answer.status == 409
    assert "Not saved: look at question 1. The rest is." in answer.text
    assert "theirs is stored: First." in answer.text
    assert stored(db, held) == ["First.", "Fine."]


def test_typing_on_does_not_overwrite_the_other_text(db, held, clash):
    for words in ("Second.", "Second, longer."):
        answer = clash.submit("#notes", {key_of(held): words}, htmx=True)
        assert answer.status == 409
    assert stored(db, held) == ["First."]


@pytest.mark.parametrize(
    ("choice", "kept"),
    [("Keep both", "First.\n\nSecond."), ("Keep mine", "Second."), ("Keep theirs", "First.")],
)
def test_whoever_sees_both_chooses(db, held, clash, choice, kept):
    page = clash.submit("#notes", {key_of(held): "Second."})
    assert page.status == 409
    assert page.one(f"[name={key_of(held)}]").text == "Second."
    page.submit(choice)
    assert stored(db, held) == [kept]


def test_a_choice_in_place_puts_the_kept_text_into_the_field(administrator, held, clash):
    seen = clash.submit("#notes", {key_of(held): "Second."}, htmx=True)
    button = next(each for each in seen.all("button") if each.text == "Keep both")
    sent = {key_of(held): "Second.", button["name"]: button["value"]}
    answer = administrator.post(f"/meetings/{held.id}/notes", sent, htmx=True)
    assert answer.status == 200
    assert answer.one("textarea").wrapper.etree_element.text == "First.\n\nSecond."


def test_the_same_words_twice_are_no_clash(db, held, clash):
    assert clash.submit("#notes", {key_of(held): "First."}, htmx=True).status == 200


def test_too_much_is_refused_by_name_and_the_rest_is_saved(organizer, db, held):
    organizer.get(f"/meetings/{held.id}/notes")
    long = "x" * 100_000
    answer = organizer.submit("#notes", {key_of(held): long, key_of(held, 2): "Fine."}, htmx=True)
    assert answer.status == 422
    assert "Not saved: look at question 1. The rest is." in answer.text
    assert "Shorten it by 80,000 characters: at most 20,000 fit here." in answer.text
    assert stored(db, held) == ["Fine."]


def test_too_much_in_another_script_is_refused_in_the_same_words(organizer, held):
    organizer.get(f"/meetings/{held.id}/notes")
    answer = organizer.submit("#notes", {key_of(held): "漢" * 100_000}, htmx=True)
    assert "Shorten it by 80,000 characters" in answer.text


def test_without_script_too_much_is_kept_in_its_field(organizer, held):
    organizer.get(f"/meetings/{held.id}/notes")
    page = organizer.submit("#notes", {key_of(held): "x" * 100_000})
    assert page.status == 422
    assert page.one(f"[name={key_of(held)}]").text == "x" * 100_000


def test_ten_thousand_characters_fit(organizer, db, held):
    organizer.get(f"/meetings/{held.id}/notes")
    organizer.submit("#notes", {key_of(held): "é" * 10_000}, htmx=True)
    assert stored(db, held) == ["é" * 10_000]


def test_an_answer_can_be_emptied(organizer, db, held):
    organizer.get(f"/meetings/{held.id}/notes")
    organizer.submit("#notes", {key_of(held): "Fair hiring."})
    organizer.submit("#notes", {key_of(held): ""})
    assert stored(db, held) == [""]


def test_a_closed_meeting_still_saves_what_is_typed(organizer, db, held):
    organizer.get(f"/meetings/{held.id}/notes")
    held.closed_on = held.held_on
    assert organizer.submit("#notes", {key_of(held): "Late."}, htmx=True).status == 200
    assert stored(db, held) == ["Late."]
