import pytest

from coalition_app.models import Introduction, Organization, Person
from tests import world
from tests.keeping import kept


@kept
def league(local):
    return world.researched()


def form(client, organization, route, **query):
    path = f"/organizations/{organization.id}/introductions/new"
    return client.get(path, query_string={"route": route, **query})


def stored(db) -> Introduction:
    db.session.expire_all()
    return db.session.scalars(db.select(Introduction)).one()


def test_asking_hq_goes_on_to_the_letter(organizer, db, league):
    form(organizer, league, "hq")
    page = organizer.submit("Write the request", contact="Elena Díaz")
    assert page.one("h1").text == "Write the letter"
    assert "introduce us to Elena Díaz?" in page.one("#body").text
    introduction = stored(db)
    assert (introduction.route, introduction.is_waiting) == ("hq", True)
    assert introduction.contact.current_affiliations[0].organization is league


def test_hq_may_be_asked_without_a_letter(organizer, league):
    form(organizer, league, "hq")
    page = organizer.submit("Asked already, no letter", asked_on="3/12")
    assert "The program reminds you on Mar 19." in page.text


def test_the_keys_begin_where_something_is_missing(organizer, league):
    rosa, ally = world.ours("Rosa Díaz"), world.listed("Green Rivers Alliance")
    for route, query, first in [
        ("hq", {}, "contact"),
        ("member", {}, "through_person"),
        ("member", {"person": rosa.id}, "contact"),
        ("ally", {}, "through_organization"),
        ("ally", {"ally": ally.id}, "contact"),
    ]:
        page = form(organizer, league, route, **query)
        assert [each["id"] for each in page.all("main [autofocus]")] == [first]


def test_a_form_sent_twice_asks_once(organizer, db, league):
    page = form(organizer, league, "hq")
    page.submit("Asked already, no letter", follow=False)
    page.submit("Asked already, no letter", follow=False)
    stored(db)


def test_our_own_member_is_asked_by_name(organizer, db, league):
    world.ours("Rosa Díaz")
    form(organizer, league, "member")
    organizer.submit("Asked already, no letter", through_person="rosa", follow=False)
    assert stored(db).through == "Rosa Díaz"


def test_a_member_nobody_knew_becomes_one_of_ours(organizer, db, league):
    form(organizer, league, "member")
    organizer.submit("Asked already, no letter", through_person="Lena Petrović", follow=False)
    assert stored(db).through_person.is_ours


def test_a_name_that_fits_two_is_asked_again(organizer, league):
    world.ours("Rosa Díaz"), world.ours("Rosa Maria Lopez")
    form(organizer, league, "member")
    refused = organizer.submit("Write the request", through_person="rosa", note="by phone")
    assert refused.status == 422
    assert "Rosa Díaz or Rosa Maria Lopez" in refused.one("#through_person-error").text
    assert refused.one("#note").text == "by phone"


def test_an_ally_is_an_organization_and_perhaps_a_person(organizer, db, league):
    ally = world.listed("Mothers for Safe Streets")
    form(organizer, league, "ally")
    organizer.submit(
        "Asked already, no letter",
        through_organization="mothers for safe streets",
        through_person="Ana Torres",
        follow=False,
    )
    introduction = stored(db)
    assert introduction.through_organization is ally
    assert introduction.through_person.current_affiliations[0].organization is ally


def test_an_ally_that_is_new_is_listed(organizer, db, league):
    form(organizer, league, "ally")
    organizer.submit("Asked already, no letter", through_organization="Vecinos", follow=False)
    assert Organization.named("Vecinos").listed_on == world.DAY


def test_an_organization_is_not_its_own_ally(organizer, league):
    form(organizer, league, "ally")
    refused = organizer.submit("Write the request", through_organization=league.name)
    assert "That is the organization itself." in refused.one("#through_organization-error").text


@pytest.mark.parametrize(
    ("route", "words"),
    [("came_to_us", "they came to us"), ("already_known", "already known")],
)
def test_a_door_that_was_open_is_open_since_that_day(organizer, db, league, route, words):
    form(organizer, league, route)
    page = organizer.submit("Save", asked_on="2/3")
    assert "The door is open." in page.text
    assert stored(db).made_on.isoformat() == "2026-02-03"
    assert words in organizer.get(f"/organizations/{league.id}/introductions").text


def test_a_call_that_they_took_opens_the_door(organizer, db, league):
    page = form(organizer, league, "cold_call")
    assert "Hello, my name is Dori James" in page.text
    page = page.submit("Save", outcome="made", contact="Marcus Hill")
    assert "The door is open." in page.text
    assert stored(db).contact.name == "Marcus Hill"


def test_calls_without_an_answer_are_one_introduction(organizer, db, league, clock):
    form(organizer, league, "cold_call").submit("Save", outcome="no_answer", follow=False)
    clock.forward(days=3)
    form(organizer, league, "cold_call").submit("Save", outcome="no_answer", follow=False)
    assert [nudge.nudged_on.day for nudge in stored(db).nudges] == [17]
    form(organizer, league, "cold_call").submit("Save", outcome="made", follow=False)
    assert stored(db).made_on.day == 17


def test_a_call_that_they_declined_leaves_the_door_closed(organizer, db, league):
    form(organizer, league, "cold_call")
    page = organizer.submit("Save", outcome="declined")
    assert "Not open yet." in page.text
    assert stored(db).declined_on == world.DAY


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "Type the day."), ("3/20", "still to come"), ("soon", "Type a date")],
)
def test_a_day_that_cannot_be_is_refused(organizer, db, league, typed, words):
    form(organizer, league, "hq")
    refused = organizer.submit("Write the request", asked_on=typed, contact="Elena Díaz")
    assert refused.status == 422
    assert words in refused.one("#asked_on-error").text
    assert refused.one("#contact")["value"] == "Elena Díaz"
    assert not db.session.scalar(db.select(Introduction))


def test_a_member_is_needed(organizer, league):
    form(organizer, league, "member")
    refused = organizer.submit("Write the request")
    assert "Type who of ours" in refused.one("#through_person-error").text


def test_a_route_that_does_not_exist_is_not_found(organizer, league):
    assert form(organizer, league, "pigeon").status == 404
    form(organizer, league, "hq")
    path = f"/organizations/{league.id}/introductions"
    assert organizer.post(path, {"route": "pigeon"}).status == 404


def made(client, introduction, **typed):
    client.get(f"/introductions/{introduction.id}/making")
    return client.submit("The door is open", **typed)


@pytest.fixture
def waiting(league) -> Introduction:
    return world.add(Introduction(organization=league, route="hq", asked_on=world.DAY))


def test_introduced_to_somebody_new_adds_the_person(organizer, db, waiting, league, clock):
    clock.forward(days=4)
    page = made(organizer, waiting, made_on="3/17", contact="Elena Díaz")
    assert "The door is open." in page.text
    introduction = stored(db)
    assert introduction.made_on.day == 17
    assert introduction.contact.current_affiliations[0].organization is league


def test_introduced_to_somebody_known_adds_nobody(organizer, db, waiting, league):
    elena = world.theirs(league)
    made(organizer, waiting, contact="elena")
    assert stored(db).contact is elena
    assert len(db.session.scalars(Person.named("Elena Díaz")).all()) == 1


def test_an_introduction_made_by_mistake_is_taken_back(organizer, db, waiting):
    made(organizer, waiting).submit("Undo")
    assert stored(db).is_waiting


def test_nobody_introduces_us_before_being_asked(organizer, waiting):
    refused = made(organizer, waiting, made_on="3/2")
    assert refused.status == 422
    assert "before you asked" in refused.one("#made_on-error").text


def test_who_asked_for_no_calls_is_not_asked_for_on_the_phone(organizer, league):
    world.theirs(league, "Ana Ruiz", "president").do_not_call = True
    page = form(organizer, league, "cold_call")
    assert "Ana Ruiz" not in page.one("main").text
    assert "203 555 0142" not in page.one("main").text
