"""What the records say of a meeting stands on its packet, in the words of the packet."""

from datetime import datetime, timedelta

import pytest

from coalition_app.documents.packet import PacketSheet
from coalition_app.documents.packet_options import PAGES, PacketOptions
from coalition_app.models import (
    Affiliation,
    Commitment,
    Conversation,
    Pause,
    Person,
    Question,
    Resource,
    Standing,
    Told,
)
from tests import world
from tests.keeping import kept

NOW = datetime(2026, 3, 17, 9)
TODAY = NOW.date()


@kept
def league(local):
    return world.researched()


@kept
def meeting(league):
    """Thursday, March 19, 5:30 pm, with Elena Díaz; Rosa Díaz knows her."""
    elena = world.theirs(league)
    world.tie(world.ours("Rosa Díaz"), elena)
    meeting = world.planned(league, place="Corner Cafe, 12 Main St")
    meeting.expect(elena, league)
    dori = world.ours()
    dori.office = "organizer"
    meeting.expect(dori)
    world.db.session.flush()
    return meeting


def packet(meeting) -> PacketSheet:
    return PacketSheet.of(meeting, NOW)


def test_it_is_headed_by_whom_when_and_where(meeting):
    sheet = packet(meeting)
    assert sheet.organization == "Harbor Valley Civil Rights League"
    assert sheet.prepared_for == "Dori James"
    assert sheet.when == "Thursday, March 19, 5:30 pm"
    assert sheet.where == "Corner Cafe, 12 Main St"
    assert sheet.contact == "Elena Díaz, secretary"
    assert sheet.contact_phone == "203 555 0142"
    assert sheet.footer == "Local 555 · Harbor Valley Civil Rights League · March 19, 2026"
    assert sheet.file_name == "Prep packet - Harbor Valley Civil Rights League - 2026-03-19.pdf"


def test_without_anybody_expected_the_contact_is_whom_we_know_best(league):
    world.theirs(league)
    assert packet(world.planned(league)).contact == "Elena Díaz, secretary"


def test_the_answers_of_the_preparation_lead_with_their_headings(meeting):
    opening = meeting.questions("prepare")[0]
    meeting.answer(opening, "Ask about the hearing.")
    first, *others = packet(meeting).prepared
    assert (first.heading, first.answer) == ("How we open", "Ask about the hearing.")
    assert [each.answer for each in others] == [""] * 5


def test_a_question_skipped_on_purpose_is_left_out(meeting):
    meeting.answer(meeting.questions("prepare")[3], "", is_skipped=True)
    assert "Our recent campaigns" not in [each.heading for each in packet(meeting).prepared]


def test_the_pages_to_write_on_ask_as_the_screen_does(meeting):
    asked = [ask.question for page in packet(meeting).notes for ask in page.asks]
    assert asked == [question.wording for question in meeting.questions("carry")]
    assert asked[-1] == Question.FIRST_MEETING


def test_the_track_is_the_one_of_the_screen(meeting):
    (track,) = packet(meeting).tracks
    assert [step.name for step in track.steps][:3] == ["Identify", "Research", "Ask HQ"]
    assert [step.state for step in track.steps][:4] == ["done", "done", "not needed", "now"]


def test_an_organization_that_was_not_started_has_no_track(local):
    assert packet(world.planned(world.listed())).tracks == ()


def test_it_says_who_they_are(meeting, league):
    league.structure, league.members_count = "Elected committee.", 340
    said = [f"{remark.lead} {remark.text}".strip() for remark in packet(meeting).who_they_are]
    assert said == [
        "Equal rights in Harbor Valley.",
        "Community · 340 members",
        "Structure. Elected committee.",
        "Campaigns. Fair hiring ordinance (since Jan)",
    ]


def test_it_says_how_we_know_them(meeting):
    (remark,) = packet(meeting).how_we_know_them
    assert (remark.lead, remark.text) == ("Rosa Díaz", "sibling of Elena Díaz, secretary")


def test_a_member_of_ours_who_belongs_to_them_is_a_way_to_know_them(league):
    world.add(Affiliation(person=world.ours("Ann Lee"), organization=league, role="volunteer"))
    (remark,) = packet(world.planned(league)).how_we_know_them
    assert (remark.lead, remark.text) == ("Ann Lee", "volunteer there")


def test_who_introduced_us_is_remembered(league):
    world.introduced(league, "member", through_person=world.ours("Sam Okafor"))
    (remark,) = packet(world.planned(league)).how_we_know_them
    assert (remark.lead, remark.text) == ("Sam Okafor", "introduced us.")


def test_whom_nobody_introduced_is_not_called_unknown(league):
    world.introduced(league, "came_to_us")
    (remark,) = packet(world.planned(league)).how_we_know_them
    assert (remark.lead, remark.text) == ("", "They came to us.")


def test_open_commitments_of_both_sides_stand_there_ours_first_and_late_ones_marked(
    meeting, league
):
    made = {"organization": league, "made_on": world.DAY}
    friday = TODAY + timedelta(days=3)
    elena = meeting.theirs[0].person
    world.add(Commitment(what="List", is_ours=False, owner=elena, due_on=friday, **made))
    late = TODAY - timedelta(days=2)
    world.add(Commitment(what="Flyer", owner=world.ours(), due_on=late, **made))
    world.add(Commitment(what="Kept", kept_on=TODAY, **made))
    ours, theirs = packet(meeting).promises
    assert (ours.side, ours.what, ours.who) == ("We will", "Flyer", "Dori James")
    assert (ours.when, ours.is_late) == ("2 days late", True)
    assert (theirs.side, theirs.when, theirs.is_late) == ("They will", "Fri", False)


def test_it_lists_what_we_can_offer(meeting):
    world.add(Resource(name="Hall", details="120 seats"))
    assert packet(meeting).offers == ("Hall (120 seats)",)


def test_it_tells_what_happened_so_far_latest_first(meeting, league):
    talk = Conversation(organization=league, held_on=TODAY, summary="Coffee set.")
    talk.our_person, talk.people = world.ours(), [meeting.theirs[0].person]
    world.add(talk)
    call, research = packet(meeting).history
    assert (call.day, call.who, call.what) == ("Mar 17", "Dori James and Elena Díaz", "Call")
    assert call.text == "with Elena Díaz. Coffee set."
    assert (research.what, research.who, research.text) == (
        "Researched",
        "Dori James",
        "by Dori James.",
    )


def test_of_a_long_history_the_latest_are_told_and_the_others_counted(meeting, league):
    for number in range(20):
        world.add(Conversation(organization=league, held_on=TODAY, summary=f"Talk {number}."))
    sheet = packet(meeting)
    assert len(sheet.history) + sheet.earlier == 21
    assert 4 <= len(sheet.history) <= 12


def test_so_much_of_the_history_is_told_as_spares_a_nearly_empty_page(meeting, league):
    for number in range(12):
        world.add(Conversation(organization=league, held_on=TODAY, summary=f"Talk {number}."))
    sheet = packet(meeting)
    assert sheet.earlier
    assert sheet.is_tight
    everything = PacketSheet.of(meeting, NOW, PacketOptions(("history",)))
    assert len(everything.history) == 12


def test_what_happened_with_two_of_them_at_once_is_told_once(league):
    rivers = world.researched("Green Rivers Alliance")
    world.held(world.planned(league, rivers, at=datetime(2026, 3, 2, 9)))
    told = [each.what for each in packet(world.planned(league, rivers)).history]
    assert told.count("First meeting") == 1


def test_what_happened_with_one_of_them_says_with_whom(league):
    rivers = world.researched("Green Rivers Alliance")
    world.add(Conversation(organization=rivers, held_on=TODAY, summary="Coffee set."))
    call, research = packet(world.planned(league, rivers)).history
    assert call.text.endswith("Coffee set. · Green Rivers Alliance")
    assert research.text == "by Dori James."


def test_where_they_stand_and_what_we_say_among_us_is_not_carried_to_a_meeting(meeting, league):
    league.standings.append(Standing(value=4, rated_on=TODAY, act="Voted against us"))
    league.pauses.append(Pause(paused_on=TODAY, reason="A quarrel"))
    told = Told(organization=league, audience="board", told_on=TODAY, what="They need us")
    world.db.session.add(told)
    world.db.session.flush()
    words = repr(packet(meeting))
    assert "They need us" not in words
    assert "Voted against us" not in words
    assert "A quarrel" not in words


def test_private_notes_come_along_only_when_asked_for(meeting, league):
    league.private_notes = "Careful with the treasurer."
    meeting.theirs[0].person.private_notes = "Not at work."
    meeting.theirs[0].person.notes = "A note."
    assert "Careful" not in repr(packet(meeting))
    assert "Not at work" not in repr(packet(meeting))
    asked_for = PacketSheet.of(meeting, NOW, PacketOptions(private=True))
    assert [remark.text for remark in asked_for.private] == [
        "Careful with the treasurer.",
        "Not at work.",
    ]
    assert asked_for.footer.startswith("Private to organizers · ")


def test_it_names_who_will_be_there_on_each_side(meeting):
    sheet = packet(meeting)
    (party,) = sheet.theirs
    assert [(each.name, each.role) for each in party.people] == [("Elena Díaz", "secretary")]
    assert sheet.ours.name == "Local 555"
    assert [(each.name, each.role) for each in sheet.ours.people] == [("Dori James", "organizer")]


def test_a_call_brings_the_script_and_the_numbers_along(league):
    meeting = world.planned(league, kind="call")
    meeting.expect(world.ours())
    meeting.expect(world.theirs(league), league)
    league.phone = "203 555 0177"
    world.db.session.flush()
    call = packet(meeting).call
    assert call.script.startswith("Hello, my name is Dori James from CWA Local 555.")
    assert call.script.endswith("its mission: Equal rights in Harbor Valley.")
    assert [(each.lead, each.text) for each in call.numbers] == [
        ("Elena Díaz, secretary", "203 555 0142"),
        ("Harbor Valley Civil Rights League", "203 555 0177"),
    ]


def test_a_first_meeting_after_a_cold_call_brings_the_script_too(league):
    world.introduced(league, "cold_call")
    meeting = world.planned(league)
    assert packet(meeting).call
    world.held(world.planned(league, at=datetime(2026, 3, 2, 9)))
    assert packet(meeting).call is None


def test_other_meetings_have_no_script(meeting):
    assert packet(meeting).call is None


@pytest.mark.parametrize(
    ("page", "fields"),
    [
        ("front", ("prepared", "tracks", "who_they_are", "offers")),
        ("history", ("history",)),
        ("people", ("theirs", "ours")),
        ("notes", ("notes",)),
    ],
)
def test_a_page_that_is_not_wanted_is_not_made(meeting, page, fields):
    world.add(Resource(name="Hall"))
    wanted = tuple(each for each in PAGES if each != page)
    full, without = packet(meeting), PacketSheet.of(meeting, NOW, PacketOptions(wanted))
    for field in fields:
        assert getattr(full, field)
        assert not getattr(without, field)


def test_of_several_organizations_each_is_named_where_it_is_spoken_of(league):
    rivers = world.researched("Green Rivers Alliance")
    world.theirs(league)
    meeting = world.planned(league, rivers)
    for organization in (league, rivers):
        meeting.expect(world.add(Person(name=f"Of {organization.name}")), organization)
    world.db.session.flush()
    sheet = packet(meeting)
    assert sheet.organization == "Harbor Valley Civil Rights League, Green Rivers Alliance"
    assert [track.organization for track in sheet.tracks] == [league.name, rivers.name]
    assert [party.name for party in sheet.theirs] == [league.name, rivers.name]
    assert "Green Rivers Alliance" in [remark.lead for remark in sheet.who_they_are]
