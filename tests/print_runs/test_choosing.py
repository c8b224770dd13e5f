"""Who gets a letter, in which order, and who is left out and why."""

from datetime import date

import pytest

from coalition_app.models import (
    Letter,
    LetterTemplate,
    MailingList,
    Organization,
    Person,
    PrintRun,
    letters_due,
    settled,
)
from coalition_app.web import clock
from tests import world
from tests.print_runs.conftest import BY_ZIP
from tests.queries import counted

HOME = {"street": "7 Elm St", "city": "New Haven", "state": "CT", "postal_code": "06511"}


def plan(source: str, ids: list, **changes) -> PrintRun:
    run = PrintRun.planned(source, ids, "those", clock.now())
    for name, value in changes.items():
        setattr(run, name, value)
    return run


def going(run: PrintRun) -> list[str]:
    return [each.name for each in MailingList(run).going]


def left_out(run: PrintRun) -> dict[str, str]:
    return {each.name: why for each, why in MailingList(run).left_out}


def test_organizations_by_name_or_by_zip(run):
    assert going(run) == BY_ZIP
    run.sorting = "name"
    assert going(run) == ["Ana Silva", "Ben Ortiz", "Cora Lee", "Dan Moss", "Eve Stone"]


def test_organizations_by_their_own_names(run):
    run.choose(to="name")
    assert going(run)[0] == "Dockside Tenants"
    assert MailingList(run).going[0].lines[0] == "Dockside Tenants"


def test_those_without_a_whole_address_are_left_out_and_why(db, run, organizations):
    organizations[0].postal_code = ""
    organizations[1].street = organizations[1].city = ""
    organizations[2].primary_contact.do_not_mail = True
    assert left_out(run) == {
        "Ana Silva": "no ZIP",
        "Ben Ortiz": "no street or PO box and city",
        "Cora Lee": "asked us not to mail",
    }
    assert going(run) == ["Dan Moss", "Eve Stone"]


@pytest.mark.parametrize("source", ["organizations", "drafts"])
def test_who_was_archived_meanwhile_is_left_out(db, run, organizations, source):
    ids = [each.id for each in organizations]
    if source == "drafts":
        letters = [
            Letter(organization=each, recipient=each.primary_contact, dated_on=world.DAY)
            for each in organizations
        ]
        for letter, each in zip(letters, organizations, strict=True):
            letter.address = f"{each.primary_contact.name}\n1 Main St\nNew Haven CT  06519"
        db.session.add_all(letters)
        db.session.flush()
        ids = [each.id for each in letters]
    organizations[0].archived_at = organizations[1].primary_contact.archived_at = clock.now()
    db.session.commit()
    names = ["Ana Silva"] if source == "organizations" else ["Ana Silva", "Ben Ortiz"]
    assert left_out(plan(source, ids)) == dict.fromkeys(names, "archived")


def test_of_people_ours_are_written_to_at_home(db, local, organizations):
    rosa = world.ours("Rosa Díaz", **HOME)
    ana = organizations[0].primary_contact
    gone = world.ours("Gone Away", **HOME, forgotten_on=date(2026, 3, 1))
    nowhere = world.ours("No Where")
    run = plan("people", [rosa.id, ana.id, gone.id, nowhere.id])
    lines = {each.name: each.lines for each in MailingList(run).going}
    assert lines["Rosa Díaz"] == ("Rosa Díaz", "7 Elm St", "New Haven CT  06511")
    assert lines["Ana Silva"][1] == "Anchor Housing Coalition"
    assert left_out(run) == {"Gone Away": "asked to be forgotten", "No Where": "no address"}


def test_one_for_each_household_on_request(db, local):
    people = [world.ours("Elena Díaz", **HOME), world.ours("Rosa Díaz", **HOME)]
    people.append(world.ours("Sam Okafor", **{**HOME, "street": "7 Elm Street"}))
    run = plan("people", [each.id for each in people])
    assert len(going(run)) == 3
    run.is_per_household = True
    assert going(run) == ["Elena Díaz"]
    assert left_out(run)["Sam Okafor"] == "same household as Elena Díaz"


def test_two_of_one_organization_are_no_household(db, organizations):
    other = world.theirs(organizations[0], "Zed Last")
    run = plan("people", [organizations[0].primary_contact.id, other.id], is_per_household=True)
    assert going(run) == ["Zed Last", "Ana Silva"]


def test_of_a_meeting_those_of_theirs_who_came(db, organizations):
    league = organizations[0]
    there, away = league.primary_contact, world.theirs(league, "Not There")
    meeting = world.planned(league)
    for person in (there, away):
        meeting.expect(person, league)
    meeting.expect(world.ours())
    run = plan("meeting", [meeting.id])
    assert going(run) == ["Ana Silva", "Not There"]
    world.held(meeting, there)
    assert going(run) == ["Ana Silva"]


def test_those_whose_follow_up_is_due(db, organizations, clock):
    league = world.researched(**HOME)
    meeting = world.held(world.prepared(world.planned(league)), world.theirs(league))
    world.helped(meeting, league)
    clock.move_to("2026-03-20 18:00")
    pairs = letters_due(clock.now)
    assert pairs == [(meeting.id, league.id)]
    assert going(plan("due", [list(pair) for pair in pairs])) == ["Elena Díaz"]
    db.session.add(
        Letter(kind="follow_up", organization=league, meeting=meeting, dated_on=world.DAY)
    )
    assert letters_due(clock.now) == []


def test_drafts_go_as_they_are(db, organizations):
    address = "Ana Silva\n12 Main St\nNew Haven CT  06519"
    whole = Letter(kind="general", organization=organizations[0], dated_on=world.DAY, body="Hello.")
    whole.address = address
    lame = Letter(kind="general", organization=organizations[1], dated_on=world.DAY, body="Hello.")
    lame.address = "Bay Street Clinic\nNew Haven CT  06519"
    db.session.add_all([whole, lame])
    db.session.flush()
    run = plan("drafts", [whole.id, lame.id])
    assert [each.letter for each in MailingList(run).going] == [whole]
    assert list(left_out(run).values()) == ["no street or PO box"]


def test_what_was_chosen_is_known_again_by_its_ids(db, run, organizations):
    keys = [each.key for each in MailingList(run).going]
    db.session.delete(db.session.merge(organizations[3]))
    db.session.flush()
    found = settled(keys)
    assert [each.name if each else None for each in found] == [None, *BY_ZIP[1:]]


def test_chosen_once_more_it_is_the_same_plan(db, organizations):
    assert plan("people", [1, 2]) is plan("people", [1, 2])
    assert plan("people", [1, 2]) is not plan("people", [1])


def test_from_the_list_of_organizations_all_that_its_filters_find(db, organizer, organizations):
    world.listed("Quiet Circle", kind="labor")
    organizer.get("/organizations?kind=community")
    page = organizer.post(
        "/organizations/chosen/letters", {"all": "y", "kind": "community"}, follow=True
    )
    assert page.one("h1").text == "First letter to 5 organizations"
    assert "5 get one" in page.text
    chosen = [str(each.id) for each in organizations[:2]]
    page = organizer.post("/organizations/chosen/letters", {"ids": chosen}, follow=True)
    assert page.one("h1").text == "First letter to 2 organizations"


def test_without_a_row_it_says_what_to_do(organizer, organizations):
    assert organizer.post("/organizations/chosen/letters").status == 422
    assert organizer.post("/people/chosen/letters").status == 422


def test_from_the_list_of_people(db, organizer, organizations):
    ids = [str(db.session.scalar(db.select(Person.id).where(Person.name == "Ana Silva")))]
    page = organizer.post("/people/chosen/letters", {"ids": ids}, follow=True)
    assert page.one("h1").text == "Letter to 1 person"
    assert "The letter has no text yet" in page.text
    assert not page.has("main button.go")


def test_a_choice_is_kept_at_once_and_shown(db, run, organizer):
    organizer.get(f"/print-runs/{run.id}")
    page = organizer.submit("Show it so", htmx="div#plan", sorting="name")
    assert page.all("tbody th")[0].text.startswith("Ana Silva")
    assert db.session.get(PrintRun, run.id).sorting == "name"


def chosen_by_another(db, run) -> None:
    """Somebody else opens the plan and chooses another order."""
    run = db.session.get(PrintRun, run.id)
    run.sorting = "name"
    run.choose(page="theirs")
    db.session.commit()


@pytest.mark.parametrize("button", ["Show it so", "Print 5 letters"])
def test_an_old_page_does_not_overwrite_a_newer_choice(db, run, organizer, button):
    organizer.get(f"/print-runs/{run.id}")
    chosen_by_another(db, run)
    page = organizer.submit(button, goes_to="name")
    assert page.status == 409
    assert "Now stored: by name, to proofread" in page.one("#sorting").text
    run = db.session.get(PrintRun, run.id, populate_existing=True)
    assert (run.sorting, run.goes_to, run.job_id) == ("name", "contact", None)
    organizer.submit("Show it so", follow=False)
    run = db.session.get(PrintRun, run.id, populate_existing=True)
    assert (run.sorting, run.goes_to) == ("zip", "name")


def test_a_page_that_chooses_faster_than_it_is_answered_is_in_nobodys_way(db, run, organizer):
    page = organizer.get(f"/print-runs/{run.id}")
    for kind in ("general", "briefing_invitation"):
        assert page.submit("Show it so", htmx="div#plan", kind=kind).status == 200
    assert db.session.get(PrintRun, run.id).kind == "briefing_invitation"


def test_the_text_of_a_run_is_its_own(db, run, organizer):
    organizer.get(f"/print-runs/{run.id}/text")
    page = organizer.submit("Save", body="Come on May 3, [recipient first nam].")
    assert page.status == 422
    assert "Did you mean [recipient first name]?" in page.text
    organizer.submit("Save", body="Come on May 3, [recipient first name].")
    assert db.session.get(PrintRun, run.id).words.body.startswith("Come on May 3")
    assert not LetterTemplate.words_of("first_letter").body.startswith("Come")


def test_those_of_whose_letter_nothing_is_left_get_none(db, run, organizer, organizations, work):
    organizations[0].mission = "Homes."
    run.choose(words={"body": "You write: [their mission].", "subject": "", "salutation": "Dear"})
    db.session.commit()
    organizer.post(f"/print-runs/{run.id}/making")
    run = db.session.get(PrintRun, run.id)
    assert len(run.recipients) == 1
    assert {each["why"] for each in run.left_out} == {"nothing is left of the letter's text"}


def test_a_plan_is_thrown_away(db, run, organizer):
    organizer.get(f"/print-runs/{run.id}")
    id_ = run.id
    organizer.submit("Throw away")
    assert db.session.get(PrintRun, id_) is None
    assert db.session.scalar(db.select(Organization.id).limit(1))


@pytest.mark.parametrize("path", ["/print-runs", "/print-runs/1", "/return-labels", "/printers"])
def test_viewers_print_nothing(viewer, run, path):
    assert viewer.get(path).status == 403


@pytest.mark.parametrize("count", [1, 5])
def test_its_cost_does_not_grow_with_the_recipients(db, run, organizations, count):
    run.choose(ids=run.ids[:count])
    db.session.commit()
    db.session.expunge_all()
    run = db.session.get(PrintRun, 1)
    with counted() as statements:
        assert len([each.lines for each in MailingList(run).going]) == count
    assert len(statements) == 2


def test_labels_alone_need_no_letter(db, run, organizer):
    organizer.get(f"/print-runs/{run.id}")
    page = organizer.submit("Show it so", kind="", follow=True)
    assert page.one("h1").text == "Labels for 5 organizations"
    assert not page.has("main button.go")
    assert page.one("main a.go")["href"] == f"/print-runs/{run.id}/labels"
    assert organizer.post(f"/print-runs/{run.id}/making").status == 422


def test_more_than_one_run_takes_are_refused(db, run, organizer, monkeypatch):
    monkeypatch.setattr("coalition_app.print_runs.page.RUN_MOST", 4)
    page = organizer.get(f"/print-runs/{run.id}")
    assert "These are 5. Choose at most 4 at once." in page.text
    assert organizer.post(f"/print-runs/{run.id}/making").status == 422
