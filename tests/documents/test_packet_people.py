"""What the people sheet of a packet says of those expected."""

from datetime import datetime, timedelta

from coalition_app.documents.packet import PacketSheet
from coalition_app.documents.packet_options import PacketOptions
from coalition_app.documents.packet_parts import Attendee
from coalition_app.models import AcquaintanceSheet, Affiliation, Conversation, Standing
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
    world.db.session.flush()
    return meeting


def packet(meeting) -> PacketSheet:
    return PacketSheet.of(meeting, NOW)


def of_theirs(sheet: PacketSheet) -> Attendee:
    return sheet.theirs[0].people[0]


def known_of(sheet: PacketSheet) -> list[str]:
    return [f"{each.lead} {each.text}".strip() for each in of_theirs(sheet).known]


def test_of_each_of_theirs_it_says_what_we_know(meeting, league):
    elena = meeting.theirs[0].person
    elena.preferred_name, elena.pronouns, elena.language = "Ellie", "she/her", "Spanish"
    rivers = world.listed("Green Rivers Alliance")
    world.add(Affiliation(person=elena, organization=rivers, role="board"))
    sheet = packet(meeting)
    assert of_theirs(sheet).name == "Elena Díaz (Ellie)"
    assert of_theirs(sheet).pronouns == "she/her"
    assert known_of(sheet) == [
        "Rosa Díaz sibling of Ellie.",
        "Also board at Green Rivers Alliance.",
        "Speaks Spanish.",
    ]


def test_where_several_meet_the_head_names_one_of_each(meeting, league):
    """Whom it names for one alone, with the organization; a gap is said."""
    assert packet(meeting).with_each == ()
    rivers, circle = world.listed("Green Rivers Alliance"), world.listed("Quiet Circle")
    world.theirs(rivers, "June Abbott", "executive director").do_not_call = True
    marcus = world.theirs(league, "Marcus Hill")
    together = world.planned(league, rivers, circle)
    together.expect(marcus, league)
    world.db.session.flush()
    sheet = packet(together)
    assert "June Abbott, executive director, Green Rivers Alliance · do not call" in sheet.html()
    assert [(each.lead, each.text) for each in sheet.with_each] == [
        ("Marcus Hill, secretary, Harbor Valley Civil Rights League", "203 555 0142"),
        ("June Abbott, executive director, Green Rivers Alliance", "do not call"),
        ("Quiet Circle", "nobody named yet"),
    ]


def test_who_asked_for_no_calls_has_that_in_place_of_a_number(meeting):
    meeting.theirs[0].person.do_not_call = True
    assert of_theirs(packet(meeting)).phone == "do not call"


def test_it_says_when_we_last_talked_with_each(meeting, league):
    elena = meeting.theirs[0].person
    for on, said in ((world.DAY, "Coffee set."), (world.DAY - timedelta(days=9), "No answer.")):
        talk = Conversation(organization=league, held_on=on, summary=said, people=[elena])
        world.add(talk)
    assert of_theirs(packet(meeting)).talk == "Mar 14, call. Coffee set."


def test_a_held_meeting_is_a_talk_and_a_letter_without_an_answer_is_none(meeting, league):
    elena = meeting.theirs[0].person
    earlier = world.planned(league, at=datetime(2026, 3, 10, 9))
    for person, of in ((elena, league), (world.ours("Sam Okafor"), None)):
        earlier.expect(person, of).came = True
    earlier.held_on = earlier.starts_at.date()
    letter = Conversation(organization=league, kind="letter", held_on=TODAY, is_two_way=False)
    letter.people = [elena]
    world.add(letter)
    assert of_theirs(packet(meeting)).talk == "Mar 10, first meeting with Sam Okafor."


def test_a_standing_is_on_the_organizers_own_copy_only(meeting):
    elena = meeting.theirs[0].person
    elena.standings.append(Standing(value=2, rated_on=TODAY, act="Turned out 12"))
    world.db.session.flush()
    assert "Turned out 12" not in repr(packet(meeting))
    private = PacketSheet.of(meeting, NOW, PacketOptions(private=True))
    assert known_of(private)[-1] == "Standing 2 supports (Turned out 12)."


def test_who_asked_us_not_to_tell_them_is_not_on_the_people_sheet(meeting):
    rosa = world.ours("Rosa Díaz")
    world.add(AcquaintanceSheet(person=rosa, asked_on=TODAY, may_tell=False))
    assert known_of(packet(meeting)) == []
