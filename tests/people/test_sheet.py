"""The list of people as a sheet: columns, sorting, rows as fields, acts on several."""

import pytest

from coalition_app.models import Account, Person
from coalition_app.people.narrowed import in_order, narrowed
from coalition_app.web.sheet import Sorting
from tests import world
from tests.keeping import kept


@pytest.fixture
def rosa(db):
    return world.ours("Rosa Díaz", office="steward", worksite="Harbor call center")


@kept
def elena(db):
    return world.theirs(world.listed())


def names(page):
    return [link.text for link in page.all("#people tbody th a")]


def kept(db, person):
    return db.session.get(Person, person.id, populate_existing=True)


def test_columns_are_remembered_on_the_account(db, organizer, elena):
    elena.language = "Spanish"
    organizer.get("/people")
    page = organizer.submit("Show these", columns=["language"])
    heads = [cell.text for cell in page.all("thead th")]
    assert heads == ["Name", "Language"]
    assert "Spanish" in page.one("tbody").text
    assert db.session.get(Account, organizer.account_id).people_columns == "language"


def found_by(db, wanted, sort="name", is_down=False):
    ids = db.session.scalars(in_order(narrowed(wanted), Sorting(sort, is_down)))
    return [db.session.get(Person, id_).name for id_ in ids]


@pytest.mark.parametrize(
    ("sort", "is_down", "found"),
    [
        ("name", False, ["Elena Díaz", "Rosa Díaz"]),
        ("name", True, ["Rosa Díaz", "Elena Díaz"]),
        ("worksite", False, ["Rosa Díaz", "Elena Díaz"]),
        ("worksite", True, ["Rosa Díaz", "Elena Díaz"]),
    ],
)
def test_the_list_is_sorted_and_what_is_empty_comes_last(db, rosa, elena, sort, is_down, found):
    assert found_by(db, {}, sort, is_down) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"worksite": "Harbor call center"}, ["Rosa Díaz"]),
        ({"show": "officers"}, ["Rosa Díaz"]),
        ({"show": "activists"}, []),
        ({"organization": "civil rights"}, ["Elena Díaz"]),
        ({"q": "harbor valley"}, ["Elena Díaz"]),
        ({"language": "Spanish"}, ["Elena Díaz"]),
        ({"asked": "call"}, ["Elena Díaz"]),
        ({"asked": "mail"}, []),
        ({"q": "ellie"}, ["Elena Díaz"]),
        ({"q": "203 555 0142"}, ["Elena Díaz"]),
        ({"q": '"NEAR*'}, []),
        ({"q": "diaz", "show": "ours"}, ["Rosa Díaz"]),
    ],
)
def test_the_list_is_narrowed(db, rosa, elena, wanted, found):
    elena.language, elena.do_not_call, elena.preferred_name = "Spanish", True, "Ellie"
    db.session.flush()
    assert found_by(db, wanted) == found


def test_a_past_role_is_no_role(db, elena):
    elena.affiliations[0].end(world.DAY)
    assert found_by(db, {"organization": "civil rights"}) == []


@pytest.mark.parametrize("wanted", [{}, {"show": "ours"}, {"worksite": "Pier 9"}, {"q": "diaz"}])
def test_the_plan_of_the_list_begins_at_an_index(db, rosa, wanted):
    query = in_order(narrowed(wanted), Sorting("name")).limit(100)
    compiled = str(query.compile(db.engine, compile_kwargs={"literal_binds": True}))
    plan = [row[3] for row in db.session.execute(db.text(f"EXPLAIN QUERY PLAN {compiled}"))]
    assert " person USING " in plan[0]
    assert "SCAN person" not in plan


def test_who_asked_for_no_calls_is_marked_in_the_list(organizer, elena):
    elena.do_not_call = True
    assert "do not call 203 555 0142" in organizer.get("/people").one("tbody").text


def test_a_row_is_edited_in_its_place(db, organizer, rosa):
    organizer.get(f"/people/{rosa.id}/row")
    row = organizer.submit(
        "Save", name="Rosa Ruiz", phone="203 555 0111", office="president", htmx=True
    )
    assert row.one("th a").text == "Rosa Ruiz"
    assert not row.has("h1")
    saved = kept(db, rosa)
    changed = (saved.name, saved.phone, saved.office)
    assert changed == ("Rosa Ruiz", "203 555 0111", "president")
    assert saved.worksite == "Harbor call center"


def test_a_row_without_a_name_is_refused_with_what_was_typed(db, organizer, rosa):
    organizer.get(f"/people/{rosa.id}/row")
    page = organizer.submit("Save", name="", phone="203 555 0111")
    assert page.status == 422
    assert page.one(f"#error-name-{rosa.id}").text == "Type the name."
    assert page.one(f"#phone-{rosa.id}")["value"] == "203 555 0111"


def test_two_people_see_each_others_row(db, organizer, rosa):
    form = organizer.get(f"/people/{rosa.id}/row")
    rosa.phone = "203 555 0199"
    page = form.submit("Save", phone="203 555 0111")
    assert page.status == 409
    assert "203 555 0199" in page.text


def test_an_activist_of_the_list_is_ours(db, organizer, elena):
    account = db.session.get(Account, organizer.account_id)
    account.people_columns = "is_activist"
    organizer.get(f"/people/{elena.id}/row")
    organizer.submit("Save", is_activist=True)
    assert kept(db, elena).is_ours


def choose(client, *people, query=""):
    client.get(f"/people{query}")
    return {"ids": [str(person.id) for person in people]}


def test_chosen_people_become_activists_of_ours(db, organizer, elena, rosa):
    page = organizer.submit("Make activists", choose(organizer, elena, rosa))
    assert "2 people may come along now." in page.text
    assert kept(db, elena).is_activist
    assert kept(db, elena).is_ours
    page = organizer.submit("No longer activists", choose(organizer, elena))
    assert "1 person left the activists." in page.text
    assert kept(db, rosa).is_activist


def test_chosen_people_get_a_worksite_and_are_found_by_it(db, organizer, rosa):
    typed = {**choose(organizer, rosa), "new_worksite": "Pier 9"}
    assert "1 person now at Pier 9." in organizer.submit("Set the worksite", typed).text
    assert names(organizer.get("/people?q=pier")) == ["Rosa Díaz"]


def test_a_worksite_must_be_typed(organizer, rosa):
    page = organizer.submit("Set the worksite", choose(organizer, rosa))
    assert page.status == 422
    assert page.one("#new_worksite-error").text == "Type the worksite."
    assert page.has(f"#row-{rosa.id} [checked]")


def test_chosen_people_are_not_mailed_from_now_on(db, organizer, elena):
    organizer.submit("Do not mail", choose(organizer, elena))
    assert kept(db, elena).do_not_mail


def test_archiving_several_is_undone_at_once(db, organizer, clock, elena, rosa):
    other = world.ours("Sam Okafor")
    page = organizer.submit("Archive", choose(organizer, elena, rosa))
    assert "2 people archived." in page.text
    assert kept(db, elena).is_archived
    db.session.get(Person, other.id).archive(clock.now)  # in the same second
    assert "2 people restored." in page.submit("Undo").text
    assert not kept(db, rosa).is_archived
    assert kept(db, other).is_archived


def test_nobody_chosen_is_said(organizer, elena):
    organizer.get("/people")
    page = organizer.submit("Archive")
    assert page.status == 422
    assert "Choose at least one row first." in page.text


def test_all_that_were_found_may_be_meant(db, organizer, rosa, elena):
    for number in range(100):
        world.ours(f"Ana Member{number:03}")
    organizer.get("/people?show=ours&sort=-name")
    page = organizer.submit("Do not mail", all=True)
    assert page.path.startswith("/people?")
    count = db.session.scalar(db.select(db.func.count()).where(Person.do_not_mail))
    assert count == len(db.session.scalars(Person.ours()).all()) > 100
    assert not kept(db, elena).do_not_mail


def add(client, line):
    client.get("/people")
    return client.submit("Add them", line=line)


def test_a_person_is_added_in_one_line(db, organizer, elena):
    typed = "Ana Ruiz, president, harbor valley civil rights league, 203 555 0143"
    page = add(organizer, typed)
    assert "Ana Ruiz is added." in page.text
    assert page.one("#line").has("autofocus")
    ana = db.session.scalars(Person.named("Ana Ruiz")).one()
    role = ana.affiliations[0]
    assert (role.role, role.organization_id) == ("president", elena.affiliations[0].organization_id)
    assert ana.phone == "203 555 0143"


def test_somebody_known_gets_no_second_card(db, organizer, elena):
    page = add(organizer, "elena diaz, elena@example.org, Harbor Valley Civil Rights League")
    assert "Elena Díaz was here already and is up to date." in page.text
    assert kept(db, elena).email == "elena@example.org"
    assert len(kept(db, elena).affiliations) == 1


def test_one_of_ours_gets_an_office_in_one_line(db, organizer):
    add(organizer, "Bo Li, ours, treasurer")
    bo = db.session.scalars(Person.named("Bo Li")).one()
    assert (bo.is_ours, bo.office) == (True, "treasurer")


def test_a_line_without_a_name_is_kept_and_named(organizer):
    page = add(organizer, "203 555 0142")
    assert page.status == 422
    assert page.one("#line")["value"] == "203 555 0142"
    assert "Begin with the name" in page.one("#line-error").text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Ana Ruiz, president, Mill Club",
            "Ana Ruiz · president · Mill Club (new, will be listed)",
        ),
        ("Ana Ruiz, ours", "Ana Ruiz · ours · Enter to add"),
        ("Elena Díaz", "Elena Díaz, secretary is here already"),
        ("Elena Díaz, 203 555 0199", "another person of that name is here"),
        ("", "Commas between"),
    ],
)
def test_a_line_is_understood_while_it_is_typed(organizer, elena, line, said):
    page = organizer.get(f"/people/line/understood?line={line.replace(' ', '+')}", htmx=True)
    assert said in page.text


@pytest.mark.parametrize(
    "path",
    ["/people/line", "/people/chosen/archiving", "/people/chosen/worksite", "/people/1/row"],
)
def test_changing_the_list_is_for_organizers(viewer, path):
    assert viewer.post(path).status == 403


def test_a_viewer_reads_the_list_without_acts(viewer, elena):
    page = viewer.get("/people")
    assert not page.has("#chosen")
    assert not page.has("[data-open]")
