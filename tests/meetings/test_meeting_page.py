"""The page of a meeting: its state, and the one thing to do now."""

from datetime import datetime

from tests import world


def test_before_it_says_what_is_still_blank(organizer, meeting):
    page = organizer.get(f"/meetings/{meeting.id}")
    assert "Next: finish preparing 6 questions are blank." in page.text
    assert page.one("main .btn.go").text == "Prepare G"


def test_prepared_on_its_day_the_packet_is_what_is_left_to_do(organizer, meeting, clock):
    world.prepared(meeting)
    clock.move_to("2026-03-19 09:00")
    page = organizer.get(f"/meetings/{meeting.id}")
    assert "Next: meet Everything is prepared." in page.text
    assert page.one("main .btn.go").text == "Print the packet"


def test_prepared_it_is_printed_and_taken_along(organizer, meeting):
    world.prepared(meeting)
    page = organizer.get(f"/meetings/{meeting.id}")
    assert page.one("main .btn.go").text == "Print the packet"
    assert "We know what to say." in page.text


def test_after_its_time_it_asks_whether_it_happened(organizer, meeting, after):
    page = organizer.get(f"/meetings/{meeting.id}")
    assert "Next: did it happen?" in page.text
    buttons = [each.text for each in page.all(".next .btn")]
    assert buttons == ["It was held: type it up T", "It was moved", "It was canceled"]


def test_held_it_says_what_is_missing_before_closing(organizer, held):
    page = organizer.get(f"/meetings/{held.id}")
    assert "Set the next conversation, or say that none is planned." in page.text
    assert page.one("main .btn.go").text == "Type it up T"


def test_closed_it_asks_for_the_letter(organizer, held):
    held.closed_on = held.held_on
    page = organizer.get(f"/meetings/{held.id}")
    assert "Next: write the follow-up letter Due Sat, Mar 21, 5:30 pm." in page.text
    assert not page.has(".next.late")


def test_a_letter_past_its_day_is_late(organizer, clock, held):
    held.closed_on = held.held_on
    clock.move_to("2026-03-22 09:00")
    assert organizer.get(f"/meetings/{held.id}").has(".next.late")


def test_with_the_letter_sent_nothing_is_next(organizer, held, league):
    held.closed_on = held.held_on
    world.sent(held, league, held.held_on)
    page = organizer.get(f"/meetings/{held.id}")
    assert not page.has(".next")
    assert "sent Mar 19" in page.text


def test_canceled_it_asks_for_a_new_date(organizer, meeting, clock):
    meeting.cancel(clock.today, "Elena is ill")
    page = organizer.get(f"/meetings/{meeting.id}")
    assert "Next: set a new date" in page.text
    assert "Mar 14: Elena is ill" in page.text


def test_one_of_several_stayed_away(organizer, table, after):
    world.held(table).parties[1].stayed_away = True
    page = organizer.get(f"/meetings/{table.id}")
    assert "Vecinos Unidos stayed away" in page.text
    assert "Follow-up letter to Mothers for Safe Streets" in page.text
    assert "Follow-up letter to Vecinos Unidos" not in page.text


def test_characters_that_will_not_print_are_named_before(organizer, meeting):
    meeting.place = "Café 𓀀𓁐"
    text = organizer.get(f"/meetings/{meeting.id}").text
    assert "would come out as boxes: 𓀀 𓁐" in text


def test_it_shows_as_typed_what_looks_like_code(organizer, held):
    question = held.questions("carry")[0]
    held.answer(question, "<script>alert(1)</script> {{ 7*7 }} \u202emirror 🚀")
    held.notes = "x" * 10_000
    page = organizer.get(f"/meetings/{held.id}")
    assert "<script>alert(1)</script> {{ 7*7 }}" in page.text


def test_a_viewer_reads_it_without_buttons(viewer, held):
    page = viewer.get(f"/meetings/{held.id}")
    assert not page.has("main form:not([action$=packet-options])")
    assert "Type it up" not in page.text
    assert "Open the packet" in page.text


def test_the_list_sorts_by_what_is_to_do(organizer, meeting, league, clock):
    world.planned(league, at=datetime(2026, 3, 10, 9))
    to_type_up = world.held(world.planned(league, at=datetime(2026, 3, 3, 9)))
    closed = world.held(world.planned(league, at=datetime(2026, 2, 3, 9)))
    closed.closed_on = clock.today
    world.planned(league, at=datetime(2026, 4, 3, 9)).cancel(clock.today, "ill")
    page = organizer.get("/meetings")
    groups = {each.one("h2").text: len(each.all("li")) for each in page.all("main section")}
    assert groups == {
        "Did they happen?": 1,
        "To type up": 1,
        "Coming": 1,
        "Past and canceled": 2,
    }
    assert to_type_up.closed_on is None


def test_an_empty_list_says_what_to_do(viewer):
    assert "No meeting yet." in viewer.get("/meetings").text
