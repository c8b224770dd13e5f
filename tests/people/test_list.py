import pytest

from coalition_app.models import Person
from tests import world
from tests.queries import counted


def names(page):
    return [link.text for link in page.all("#people tbody th a")]


@pytest.fixture
def some(db):
    world.theirs(world.listed("Harbor League"), "Élodie Ruiz", "chair")
    world.ours("Rosa Díaz", is_activist=True)
    world.ours("Dori James", office="president")


def test_the_list_is_sorted_by_family_name_with_roles(organizer, some):
    page = organizer.get("/people")
    assert names(page) == ["Rosa Díaz", "Dori James", "Élodie Ruiz"]
    assert "chair, Harbor League" in page.text
    assert "203 555 0142" in page.text
    assert "3 people" in page.text


def test_what_nobody_could_have_picked_is_ignored(organizer, some):
    found = names(organizer.get("/people?show=fish&page=x&sort=fish&worksite=nowhere"))
    assert found == ["Rosa Díaz", "Dori James", "Élodie Ruiz"]


def test_archived_people_have_their_place(db, organizer, clock, some):
    db.session.scalars(Person.named("Rosa Díaz")).one().archive(clock.now)
    assert names(organizer.get("/people?show=archived")) == ["Rosa Díaz"]
    assert "Rosa Díaz" not in names(organizer.get("/people"))


def test_nobody_found_offers_to_add(organizer, some):
    page = organizer.get("/people?q=Ana+Ruiz")
    assert "Nobody here for “Ana Ruiz”." in page.text
    assert organizer.get(page.one(".empty a")["href"]).one("#name")["value"] == "Ana Ruiz"


def test_a_region_comes_alone_and_pushes_its_address(organizer, some):
    page = organizer.get("/people?q=elodie&show=", htmx=True)
    assert not page.has("h1")
    assert page.headers["HX-Push-Url"] == "/people?q=elodie"


def test_a_page_holds_a_hundred_by_the_same_queries(db, organizer):
    asked = []
    organizer.get("/people?show=theirs")  # the name of our local stays as it is
    league = world.listed()
    for present, count in ((0, 1), (1, 101)):
        for number in range(present, count):
            world.theirs(league, f"Ana Member{number:03}")
        db.session.commit()
        with counted() as seen:
            page = organizer.get("/people?show=theirs")
        asked.append(len(seen))
    assert asked[0] == asked[1] < 10
    assert len(names(page)) == 100
    assert names(organizer.get(page.one("[rel=next]")["href"])) == ["Ana Member100"]


def test_markup_typed_into_a_row_is_only_text(organizer, db):
    evil = '<b class="x">Ann</b> "&amp;"'
    person = world.theirs(world.listed(evil, chapter=evil), evil, role=evil)
    person.phone, person.do_not_call = evil, True
    page = organizer.get("/people")
    assert not page.has("tbody b")
    assert evil in names(page)
    assert page.text.count(evil) >= 4
