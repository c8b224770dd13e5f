"""Whom a row means, and what would become of it."""

from coalition_app.models import ContactPoint, Person
from tests import world
from tests.keeping import kept
from tests.models.imported import NOW, acts, plan, reason


@kept
def elena(db) -> Person:
    league = world.listed(city="Harbor Valley")
    person = world.theirs(league)
    person.email, person.city = "elena@league.example", "Hamden"
    db.session.commit()
    return person


def test_somebody_new_is_created(elena):
    assert acts("Name|Email", "Ana Ruiz|ana@example.org") == ["create"]


def test_an_email_finds_whom_we_know(elena):
    assert acts("Name|Email|Office phone|ZIP", "Elena Diaz|ELENA@league.example||6514") == [
        "update"
    ]


def test_a_further_email_finds_them_too(elena):
    elena.contact_points.append(ContactPoint(kind="email", value="e@home.example"))
    assert acts("Name|Email", "Elena Díaz|e@home.example") == ["same"]


def test_a_couple_with_one_email_stays_two(elena):
    assert acts("Name|Email", "Marcus Díaz|elena@league.example") == ["create"]


def test_a_name_and_the_organization_find_them(elena):
    row = "Elena Díaz|Harbor Valley Civil Rights League|06514"
    assert acts("Name|Organization|ZIP", row) == ["update"]


def test_a_name_and_the_city_find_them(elena):
    assert acts("Name|City|ZIP", "Elena Díaz|HAMDEN|06514") == ["update"]


def test_a_name_and_the_phone_find_them(elena):
    assert acts("Name|Phone|ZIP", "Elena Díaz|(203) 555-0142|06514") == ["update"]


def test_a_name_alone_does_not_find_them_when_more_is_said(elena):
    assert acts("Name|Phone", "Elena Díaz|203 555 0199") == ["create"]


def test_a_name_and_nothing_else_is_whom_we_know(elena):
    assert acts("Name|Notes", "Elena Díaz|") == ["same"]


def test_another_email_is_another_person_of_that_name_in_that_city(elena):
    assert acts("Name|City|Email", "Elena Díaz|Hamden|other@example.org") == ["create"]


def test_an_email_without_a_name_finds_them(elena):
    assert acts("Email|ZIP", "elena@league.example|06514") == ["update"]


def test_an_unknown_email_without_a_name_is_left_out(elena):
    assert "nobody known has this email" in reason("Email|ZIP", "who@example.org|06514")


def test_our_id_finds_them(elena):
    assert acts("Coalition Desk ID|Name|ZIP", f"{elena.id}|E. Diaz|06514") == ["update"]
    assert "We have nobody" in reason("Coalition Desk ID|Name", "99|E. Diaz")


def test_the_id_of_another_program_finds_them_unless_the_name_is_anothers(elena):
    elena.external_id = "A7"
    assert acts("External ID|Name|ZIP", "A7|Elena Díaz|06514") == ["update"]
    assert "has the id A7 already" in reason("External ID|Name|ZIP", "A7|Marcus Hill|06514")


def test_two_of_one_name_and_city_are_left_out_with_both_names(elena):
    world.add(Person(name="Elena Díaz", city="Hamden"))
    words = reason("Name|City", "Elena Díaz|Hamden")
    assert words == "This may be one of several: Elena Díaz and Elena Díaz."


def test_an_archived_person_is_not_brought_back(elena):
    elena.archive(NOW)
    assert acts("Name|Email", "Elena Díaz|elena@league.example") == ["create"]


def test_a_row_below_may_mean_somebody_of_a_row_above(elena):
    rows = ("Name|Email|City", "Ana Ruiz|ana@example.org|", "Ana Ruiz|ana@example.org|Milford")
    found = plan(*rows)
    assert [decision.act for decision in found.decisions] == ["create", "update"]
    assert found.counts["people_created"] == 1


def test_an_organization_is_found_by_its_name_and_city(elena):
    header = "Organization|City|Mission"
    assert acts(header, "harbor valley civil rights league|Harbor Valley|Equal rights") == [
        "update"
    ]
    assert acts(header, "Harbor Valley Civil Rights League|Milford|Equal rights") == ["create"]


def test_an_organization_is_found_by_acronym_and_former_name(elena):
    world.listed("People's Action", acronym="NPA", former_names="National People's Action")
    assert acts(
        "Organization|Mission", "NPA|x", "National Peoples Action|x", "National People's Action|y"
    ) == [
        "update",
        "create",
        "same",
    ]


def test_two_organizations_of_one_name_are_left_out(elena):
    world.listed("Grace Church", city="Milford")
    world.listed("Grace Church", city="Hamden")
    assert "may be one of several" in reason("Organization|Mission", "Grace Church|x")


def test_an_ein_of_an_archived_organization_is_said(elena):
    old = world.listed("Old League", ein="061234567")
    old.archive(NOW)
    assert "archived organization" in reason("Organization|EIN", "New League|06-1234567")


def test_each_problem_stands_at_its_row_and_column(elena):
    header = "Name|Email|Phone|Birthday|Organization|Kind"
    (found,) = plan(header, "Ana|ana.example|2035|2/31/1980|League|choir").flawed
    assert [problem.header for problem in found.entry.problems] == [
        "Email",
        "Phone",
        "Birthday",
        "Kind",
    ]
    assert found.act == "skip"
    assert "there is no such day" in found.reason


def test_a_flawed_row_may_be_taken_without_its_wrong_cells(elena):
    assert acts("Name|Email", "Ana Ruiz|ana.example", leaves_out=True) == ["create"]
    assert acts("Name|Email", "|ana.example", leaves_out=True) == ["skip"]


def test_what_stays_as_it_is_is_told(elena):
    (decision,) = plan("Name|Email|City", "Elena Díaz|elena@league.example|Milford").decisions
    assert (decision.act, decision.kept) == ("same", ["city"])
    (decision,) = plan(
        "Name|Email|City", "Elena Díaz|elena@league.example|Milford", overwrites=True
    ).decisions
    assert (decision.act, decision.changes) == ("update", ["city"])


def test_planning_writes_nothing(elena, db):
    plan("Name|Email", "Ana Ruiz|ana@example.org")
    assert not db.session.new
    assert not db.session.dirty
