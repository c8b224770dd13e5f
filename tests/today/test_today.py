"""Today: late, today, within a week, next steps; done in place."""

from datetime import date, datetime
from random import Random

import pytest

from coalition_app.extensions import db
from coalition_app.models import Commitment, Letter, Meeting, Organization
from tests import world
from tests.bench import crowd
from tests.conftest import account_for
from tests.queries import counted


@pytest.fixture
def dori(app, sample):
    """Signed in as the organizer of the sample local."""
    client = app.test_client()
    client.sign_in(sample)
    return client


def rows(page, heading: str) -> list[str]:
    sections = [each for each in page.all("section") if each.all("h2")]
    found = [each for each in sections if each.all("h2")[0].text == heading]
    return [item.text for section in found for item in section.all("li")]


def test_the_headline_counts_what_needs_us(dori):
    heading = dori.get("/").one("h1").text
    assert heading == "11 things need you, three meetings to print"


def test_what_is_late_stands_first(dori):
    late = rows(dori.get("/"), "Late")
    assert [text for text in late if text.startswith("Flyer for the May forum")]
    assert len(late) == 3


def test_what_is_due_today_says_when(dori):
    assert "Met Mar 12, due today 6:00 pm." in " ".join(rows(dori.get("/"), "Today"))


def test_exactly_one_button_is_the_primary_one(dori):
    assert len(dori.get("/").all("main .btn.go")) == 1


def test_a_paused_organization_is_not_spoken_of(dori):
    assert "Harbor Valley Food Bank" not in dori.get("/").text


def test_coming_meetings_say_what_is_still_blank(dori):
    assert "2 questions are blank · not printed" in " ".join(rows(dori.get("/"), "Next meetings"))


@pytest.fixture
def flyer(dori) -> int:
    """The id of a commitment that is late."""
    what = Commitment.what == "Flyer for the May forum"
    return db.session.scalar(db.select(Commitment.id).where(what))


def test_a_commitment_is_kept_without_a_script(dori, flyer):
    dori.get("/")
    page = dori.submit(f"form[action='/commitments/{flyer}/keeping']")
    assert page.path == f"/?row=commitment-{flyer}"
    assert "Kept: Flyer for the May forum." in page.one("#flashes").text
    assert db.session.get(Commitment, flyer).kept_on == date(2026, 3, 14)
    dori.submit("#flashes form")
    assert db.session.get(Commitment, flyer).is_open


def done_in_place(client, action: str):
    """Presses the button of a row; what takes the row's place."""
    return pressed(client.get("/"), f"form[action='{action}']")


def pressed(page, button: str):
    answer = page.submit(button, htmx=True, follow=False)
    return page.client.get(answer.location, htmx=True)


def test_its_row_says_what_was_done_and_gives_it_back(dori, flyer):
    said = done_in_place(dori, f"/commitments/{flyer}/keeping")
    row = said.one(f"#commitment-{flyer}")
    assert "Kept: Flyer for the May forum." in row.text
    assert "need you" in said.one("hx-partial[hx-target='main h1']").text
    back = pressed(said, f"form[action^='/commitments/{flyer}/reopening']")
    assert back.one(f"#commitment-{flyer} [data-act]").text.startswith("Done")


def test_a_reminder_is_noted_in_place(dori):
    first = dori.get("/").all("form[action$='/nudging']")[0]["action"]
    assert "Reminded today." in done_in_place(dori, first).one("li").text
    page = dori.get("/")
    assert len(rows(page, "Late") + rows(page, "Today")) == 10
    assert not page.has(f"form[action='{first}']")


def test_that_a_meeting_happened_is_said_in_place(organizer, db, clock):
    meeting = world.planned(world.started())
    clock.move_to("2026-03-20 09:00")
    row = done_in_place(organizer, f"/meetings/{meeting.id}/holding")
    assert "Type it up before the memory fades." in row.text
    assert meeting_of(db, meeting.id).held_on == date(2026, 3, 19)
    assert row.has(f"a[href='/meetings/{meeting.id}/notes']")
    pressed(row, "form")
    assert meeting_of(db, meeting.id).held_on is None


def meeting_of(db, id_: int) -> Meeting:
    db.session.expire_all()
    return db.session.get(Meeting, id_)


def test_a_packet_that_is_printed_says_its_day(organizer, db):
    meeting = world.planned(world.started())
    assert "one meeting to print" in organizer.get("/").one("h1").text
    page = organizer.submit(f"form[action='/meetings/{meeting.id}/printing']", follow=False)
    assert page.location == f"/meetings/{meeting.id}/packet.pdf"
    page = organizer.get("/")
    assert "printed Mar 14" in " ".join(rows(page, "Next meetings"))
    assert "to print" not in page.one("h1").text


def test_those_of_a_week_are_printed_at_once(organizer, db):
    league = world.started()
    for at in ("2026-03-16 09:00", "2026-03-19 17:30", "2026-03-25 09:00"):
        world.planned(league, at=datetime.fromisoformat(at))
    organizer.get("/")
    page = organizer.submit("form[action='/meetings/packets-printing']", follow=False)
    assert page.location == "/meetings/packets.pdf?first=2026-03-14&days=7"
    coming = rows(organizer.get("/"), "Next meetings")
    assert ["printed Mar 14" in each for each in coming] == [True, True, False]


def test_a_letter_in_draft_waits_to_be_sent(organizer, db):
    league = world.started()
    world.add(Letter(organization=league, kind="thanks", dated_on=date(2026, 3, 12), body="Thanks"))
    (row,) = [each for each in rows(organizer.get("/"), "Today") if "thanks" in each]
    assert "In draft since Mar 12" in row


def test_theirs_late_is_a_reminder_until_they_were_reminded(organizer, db, clock):
    league = world.started()
    late = {"by": date(2026, 3, 10), "is_ours": False, "owner": world.theirs(league)}
    key = world.promised(world.planned(league), league, "Volunteer list", **late).id
    organizer.get("/")
    page = organizer.get(f"/commitments/{key}/remind?next=/")
    page = page.submit("form[action$='/reminding']")
    assert page.path == "/"
    assert "Volunteer list" not in " ".join(rows(page, "Today"))
    clock.forward(days=7)
    assert "Remind them: Volunteer list" in " ".join(rows(organizer.get("/"), "Today"))


def test_nobody_started_says_how_to_begin(organizer):
    page = organizer.get("/")
    assert page.one("h1").text == "Begin with one organization"
    assert page.has("a[href='/organizations/new']")


def test_nothing_to_do_says_so(organizer):
    organization = world.researched()
    world.introduced(organization)
    assert organizer.get("/").one("h1").text == "Nothing needs you today"


def test_a_viewer_reads_and_has_nothing_to_press_but_print(dori, viewer_of_sample):
    page = viewer_of_sample.get("/")
    assert {button.text.split(":")[0] for button in page.all(".rows .btn")} == {"Print the packet"}


@pytest.fixture
def viewer_of_sample(app, dori):
    from_board = app.test_client()
    from_board.sign_in(account_for("viewer"))
    return from_board


def test_the_queries_are_the_same_for_one_twenty_and_many(dori):
    asked, lead_id, chance = [], world.ours().id, Random(0)  # noqa: S311
    dori.get("/")  # the name of our local and the sign-in stay as they are
    for first, last in ((0, 1), (1, 20), (20, 120)):
        ids = range(crowd.FIRST_ID + first, crowd.FIRST_ID + last)
        crowd.write(Organization, [crowd.organization(id_, chance, lead_id) for id_ in ids])
        crowd.write_paths(list(ids), lead_id)
        with counted() as seen:
            dori.get("/")
        asked.append(len(seen))
    assert asked == [16, 16, 16]


def test_a_long_list_is_cut_and_offered_whole(organizer, db, local):
    league = world.started()
    meeting = world.planned(league)
    for number in range(27):
        world.promised(meeting, league, f"Promise {number}", by=date(2026, 3, 1))
    page = organizer.get("/")
    assert len(page.all("section[aria-labelledby=late] li")) == 12
    whole = organizer.get(page.one("section[aria-labelledby=late] .hint a")["href"])
    assert len(whole.all("section[aria-labelledby=late] li")) == 27
