"""Step 5 on screen: the prepare questions, with what we already know beside each."""

from datetime import datetime

from coalition_app.models import AcquaintanceSheet, Campaign, Local, Resource
from tests import world


def key_of(meeting, purpose: str, field: str = "text") -> str:
    question = next(each for each in meeting.questions("prepare") if each.purpose == purpose)
    return f"{field}-{question.id}"


def answer_to(meeting, purpose: str):
    question = next(each for each in meeting.questions("prepare") if each.purpose == purpose)
    return meeting.answer_to(question)


def test_what_we_know_stands_beside_each_question(organizer, db, meeting, league):
    Local.current().issues = "Jobs"
    league.shared_issues = "Voter registration, jobs"
    Local.current().agenda = "Call-center jobs bill"
    world.add(Campaign(name="Safe staffing", when="last fall"))
    world.add(Resource(name="Phone bank"))
    world.promised(meeting, league, "Hall on May 14")
    text = organizer.get(f"/meetings/{meeting.id}/prepare").text
    for known in (
        "Their newest campaign Fair hiring ordinance (since Jan)",
        "Our agenda Call-center jobs bill",
        "Their mission Equal rights in Harbor Valley.",
        "Our campaigns Safe staffing (last fall)",
        "Shared with our agenda Jobs",
        "More issues Voter registration",
        "We can offer Phone bank",
        "We will Hall on May 14 · Dori James · by Apr 2",
    ):
        assert known in text


def test_what_was_said_and_answered_the_last_time_is_known(organizer, meeting, league):
    before = world.planned(league, at=datetime(2026, 2, 5, 18))
    world.held(before)
    before.answer(before.questions("carry")[0], "A rent strike.")
    before.answer(before.questions("prepare")[2], "The same landlord.")
    text = organizer.get(f"/meetings/{meeting.id}/prepare").text
    assert "They said on Feb 5 A rent strike." in text
    assert "Our answer for Feb 5 The same landlord." in text


def test_who_knows_whom_is_known_but_not_what_is_between_us(organizer, meeting, league):
    elena = league.primary_contact
    world.tie(world.ours("Rosa Díaz"), elena)
    quiet = world.ours("Sam Okafor")
    world.tie(quiet, elena, "neighbor")
    AcquaintanceSheet.note(quiet, world.DAY, may_tell=False)
    text = organizer.get(f"/meetings/{meeting.id}/prepare").text
    assert "Who knows whom Rosa Díaz, sibling of Elena Díaz, secretary" in text
    assert "Sam Okafor" not in text.partition("Who comes")[0]


def test_of_several_organizations_each_remark_says_whose(organizer, table):
    table.organizations[1].mission = "Homes for all."
    text = organizer.get(f"/meetings/{table.id}/prepare").text
    assert "Vecinos Unidos: Their mission Homes for all." in text


def test_what_is_blank_and_who_is_not_named_is_one_line(organizer, meeting):
    meeting.attendances.clear()
    page = organizer.get(f"/meetings/{meeting.id}/prepare")
    fields = [each["name"] for each in page.all("#preparation textarea")]
    typed = {name: "We know." for name in fields if name not in (fields[1], fields[4])}
    answer = page.submit("#preparation", typed, htmx=True)
    said = "Blank: 2 and 5. Nobody of ours is named yet. Nobody of theirs is named yet."
    assert answer.one("[hx-target='#still-open']").text == said
    page = organizer.get(f"/meetings/{meeting.id}/prepare")
    assert page.one("#still-open").text == said
    answer = page.submit("Add", {"people-name": "dori"}, htmx="section#people")
    said = "Blank: 2 and 5. Nobody of theirs is named yet."
    assert answer.one("[hx-target='#still-open']").text == said


def test_nothing_blank_is_said_too_and_who_of_several_is_missing(organizer, table):
    table.expect(world.ours())
    for organization in table.organizations[:2]:
        table.expect(world.theirs(organization, f"Ana of {organization.name}"), organization)
    world.prepared(table)
    address = f"/meetings/{table.id}/prepare"
    missing = "Nobody of Mothers for Safe Streets is named yet."
    assert organizer.get(address).one("#still-open").text == missing
    table.expect(world.theirs(table.organizations[2], "Bo"), table.organizations[2])
    ready = "Nothing is blank, and both sides are named."
    assert organizer.get(address).one("#still-open").text == ready


def test_their_newest_campaign_is_offered_as_the_opening(organizer, meeting):
    organizer.get(f"/meetings/{meeting.id}/prepare")
    page = organizer.submit("Put it in: Their newest campaign")
    expected = "Ask about Fair hiring ordinance (since Jan)."
    assert page.one(f"[name={key_of(meeting, 'opening')}]").text == expected
    page.submit("Put it in: Their newest campaign")
    assert answer_to(meeting, "opening").text == expected


def test_an_offer_goes_below_what_is_typed_in_place(organizer, meeting):
    page = organizer.get(f"/meetings/{meeting.id}/prepare")
    answer = page.submit(
        "Put it in: Their newest campaign",
        {key_of(meeting, "opening"): "Say thanks."},
        htmx=True,
    )
    assert answer.one("textarea").text == "Say thanks. Ask about Fair hiring ordinance (since Jan)."


def test_answers_are_saved_while_one_types(organizer, meeting):
    organizer.get(f"/meetings/{meeting.id}/prepare")
    answer = organizer.submit("#preparation", {key_of(meeting, "why"): "Same members."}, htmx=True)
    assert answer.text.startswith("Saved 10:00 am")
    assert answer_to(meeting, "why").text == "Same members."


def test_a_question_may_be_skipped(organizer, meeting):
    organizer.get(f"/meetings/{meeting.id}/prepare")
    organizer.submit("#preparation", {key_of(meeting, "why", "skip"): True}, htmx=True)
    assert answer_to(meeting, "why").is_skipped
    assert "5 questions are blank" in organizer.get(f"/meetings/{meeting.id}").text


def test_skipping_is_taken_back_but_not_by_another_page(organizer, administrator, meeting):
    skipped = {key_of(meeting, "why", "skip"): True}
    other = administrator.get(f"/meetings/{meeting.id}/prepare")
    organizer.get(f"/meetings/{meeting.id}/prepare")
    organizer.submit("#preparation", skipped)
    other.submit("#preparation", {key_of(meeting, "opening"): "Hello."})
    assert answer_to(meeting, "why").is_skipped
    organizer.submit("#preparation", {key_of(meeting, "why", "skip"): False})
    assert not answer_to(meeting, "why").is_skipped


def test_who_of_ours_comes_is_named_here(organizer, meeting):
    world.ours("Rosa Díaz")
    organizer.get(f"/meetings/{meeting.id}/prepare")
    answer = organizer.submit("Add", {"people-name": "rosa"}, htmx="section#people")
    assert "Rosa Díaz" in answer.text
    assert [each.person.name for each in meeting.ours] == ["Dori James", "Rosa Díaz"]
    assert not meeting.ours[1].came


def test_prepared_wholly_step_five_is_done(organizer, meeting):
    page = organizer.get(f"/meetings/{meeting.id}/prepare")
    fields = [each["name"] for each in page.all("#preparation textarea")]
    page.submit("#preparation", dict.fromkeys(fields, "We know what to say."))
    assert "Next: print the packet" in organizer.get(f"/meetings/{meeting.id}").text


def test_a_viewer_does_not_prepare(viewer, meeting):
    assert viewer.get(f"/meetings/{meeting.id}/prepare").status == 403
    assert viewer.get(f"/meetings/{meeting.id}/notes").status == 403
