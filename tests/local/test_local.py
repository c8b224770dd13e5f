import pytest

from coalition_app.models import Assistance, Campaign, Local, Person, Resource
from tests import world


def edit(client, **typed):
    client.get("/local/edit")
    return client.submit("Save", **typed)


def test_a_new_local_says_what_is_not_written_down_yet(viewer):
    page = viewer.get("/local")
    assert page.one("h1").text == "CWA Local 555"
    assert "Not written down yet." in page.text
    assert "Letters need street or PO box, city, state and ZIP." in page.text


def test_everything_typed_is_shown(organizer):
    page = edit(
        organizer,
        street="12 Elm Street",
        city="Harbor Valley",
        state="CT",
        postal_code="06510",
        agenda="Fair hiring.\nGood contracts.",
        hq_address="501 Third Street\nWashington DC  20001",
        next_board_on="3/24",
        time_zone="America/Chicago",
    )
    assert "Saved." in page.text
    for words in ("12 Elm Street", "Good contracts.", "Tue, Mar 24", "Central (Chicago)"):
        assert words in page.text


def test_officers_are_typed_one_per_line(organizer, db):
    edit(organizer, officers="Dori James, president\nRosa Díaz, treasurer")
    offices = {person.name: person.office for person in db.session.scalars(Person.officers())}
    assert offices == {"Dori James": "president", "Rosa Díaz": "treasurer"}
    assert len(db.session.scalars(Person.named("Dori James")).all()) == 1


def test_who_is_no_longer_in_the_lines_has_no_office_any_more(organizer, db):
    edit(organizer, officers="Dori James, president\nRosa Díaz, treasurer")
    edit(organizer, officers="Rosa Díaz, president")
    assert [person.described for person in db.session.scalars(Person.officers())] == [
        "Rosa Díaz, president"
    ]


def test_an_officer_without_an_office_is_asked_for_it(organizer):
    refused = edit(organizer, officers="Dori James")
    assert refused.status == 422
    assert '"Dori James" lacks one of them' in refused.one("#officers-error").text


def test_somebody_typed_as_an_officer_may_sign_at_once(organizer):
    edit(organizer, officers="Lena Petrović, secretary", signer_name="lena petrovic")
    assert Local.current().signer.name == "Lena Petrović"


def test_a_signer_whom_nobody_knows_is_refused(organizer):
    refused = edit(organizer, signer_name="Nobody Known", street="12 Elm Street")
    assert refused.status == 422
    assert "Nobody of ours is called Nobody Known." in refused.one("#signer_name-error").text
    assert refused.one("#street")["value"] == "12 Elm Street"


def test_campaigns_keep_the_order_of_their_lines(organizer, db):
    edit(organizer, campaigns="Call-center bill (since 2025)\nFair hiring, 2024")
    labels = [campaign.label for campaign in db.session.scalars(Campaign.ours())]
    assert labels == ["Call-center bill (since 2025)", "Fair hiring (2024)"]


def test_a_resource_that_was_offered_stays_the_same_one(organizer, db):
    edit(organizer, resources="Meeting space\nCopies")
    space = db.session.scalar(Resource.in_order())
    world.add(
        Assistance(organization=world.listed(), resource=space, what="hall", offered_on=world.DAY)
    )
    edit(organizer, resources="Copies\nMeeting space (120 seats)\nA van")
    labels = [resource.label for resource in db.session.scalars(Resource.in_order())]
    assert labels == ["Copies", "Meeting space (120 seats)", "A van"]
    assert db.session.scalar(db.select(Assistance)).resource.label == "Meeting space (120 seats)"


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("name", "", "Type the local's name."),
        ("number", "", "Type the local's number."),
        ("email", "office", "Type an email address"),
        ("members_count", "many", "Type a whole number"),
        ("next_board_on", "soonish", "Type a date"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(organizer, field, typed, words):
    refused = edit(organizer, **{field: typed, "agenda": "Fair hiring."})
    assert refused.status == 422
    assert words in refused.one(f"#{field}-error").text
    assert "Fair hiring." in refused.one("#agenda").text


def test_two_people_who_edit_see_both_versions(organizer, administrator):
    organizer.get("/local/edit")
    edit(administrator, agenda="Good contracts.", campaigns="Call-center bill")
    conflict = organizer.submit("Save", agenda="Fair hiring.", campaigns="Fair hiring")
    assert conflict.status == 409
    assert "Good contracts." in conflict.one("#agenda-stored").text
    assert "Call-center bill" in conflict.one("#campaigns-stored").text
    conflict.submit("Save")
    assert Local.current().agenda == "Fair hiring."


def test_lines_alone_are_a_change_that_the_other_one_is_told_of(organizer, administrator):
    organizer.get("/local/edit")
    edit(administrator, resources="A van")
    assert organizer.submit("Save", resources="A bus").status == 409


def test_a_meeting_that_has_passed_says_so(organizer):
    page = edit(organizer, next_board_on="3/10/2026")
    assert "passed" in page.text


def test_a_viewer_reads_and_does_not_edit(viewer):
    assert not viewer.get("/local").has("main a")
    assert viewer.get("/local/edit").status == 403
    viewer.get("/local")
    assert viewer.post("/local").status == 403


def test_the_issues_of_our_agenda_are_tags_that_lead_to_who_shares_them(organizer, db):
    world.listed(shared_issues="voting rights")
    page = edit(organizer, issues="Health care, Voting Rights")
    tags = page.all(".tags a")
    assert [tag.text for tag in tags] == ["Health care", "voting rights"]
    assert tags[1]["href"].startswith("/organizations?issue=")
    assert organizer.get("/local/edit").one("#issues")["value"] == "Health care, voting rights"
