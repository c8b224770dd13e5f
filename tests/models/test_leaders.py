import pytest

from coalition_app.extensions import db as database
from coalition_app.lib.contact_line import read_contact
from coalition_app.models import AlreadyElse, Person, line_of, write_leader
from tests import world


@pytest.fixture
def league(db):
    return world.listed()


def write(organization, text, affiliation=None, shown=""):
    written = write_leader(organization, read_contact(text), affiliation, read_contact(shown))
    database.session.flush()
    return written


def people(db) -> list[str]:
    return db.session.scalars(db.select(Person.name).order_by(Person.id)).all()


def test_a_line_becomes_a_person_with_a_current_role(league):
    written = write(league, "Ana Ruiz, president, ana@example.org")
    assert line_of(written).text == "Ana Ruiz, president, ana@example.org"
    assert league.current_affiliations == [written]


def test_the_same_line_sent_again_creates_nobody(db, league):
    for _ in range(3):
        write(league, "Ana Ruiz, president")
    assert people(db) == ["Ana Ruiz"]


def test_namesakes_elsewhere_do_not_make_a_second_one_here(db, league):
    for name in ("Union", "Parish"):
        world.theirs(world.listed(name), "Ana Ruiz")
    for _ in range(2):
        write(league, "Ana Ruiz, president, ana@example.org")
    assert people(db).count("Ana Ruiz") == 3


def test_a_changed_line_changes_the_same_person(db, league):
    written = write(league, "Ana Ruiz, president")
    changed = "Ana Ruiz, chair, 203 555 0142, ana@example.org"
    assert write(league, changed, written, "Ana Ruiz, president") is written
    assert line_of(written).text == changed
    assert people(db) == ["Ana Ruiz"]


def test_what_is_taken_out_of_a_line_is_taken_out(league):
    line = "Ana Ruiz, president, ana@example.org"
    written = write(league, line)
    write(league, "Ana Ruiz", written, line)
    assert line_of(written).text == "Ana Ruiz"


def test_what_the_line_did_not_show_stays(league):
    written = write(league, "Ana Ruiz, president")
    written.person.email = "ana@example.org"
    write(league, "Ana Ruiz, chair", written, "Ana Ruiz, president")
    assert line_of(written).text == "Ana Ruiz, chair, ana@example.org"


def test_a_slip_in_the_name_is_corrected(db, league):
    written = write(league, "Ana Ruis, president")
    write(league, "Ana Ruiz, president", written, "Ana Ruis, president")
    assert people(db) == ["Ana Ruiz"]


def test_another_name_is_another_person_and_removes_nobody(db, league):
    elena = write(league, "Elena Díaz, president")
    rosa = write(league, "Rosa Díaz, president", elena, "Elena Díaz, president")
    assert people(db) == ["Elena Díaz", "Rosa Díaz"]
    assert league.current_affiliations == [elena, rosa]


def test_a_correction_to_the_name_of_somebody_known_means_that_one(db, league):
    ours = world.ours("Ana Ruiz")
    written = write(league, "Ana Ruis, president")
    assert write(league, "Ana Ruiz, president", written, "Ana Ruis, president").person is ours


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(league):
    written = write(league, "Ana Ruiz, president")
    written.role = "treasurer"
    with pytest.raises(AlreadyElse, match="is “treasurer” already"):
        write(league, "Ana Ruiz, chair", written, "Ana Ruiz, president")
    assert written.role == "treasurer"
