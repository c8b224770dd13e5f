"""The directory of chosen organizations as a reader gets it."""

import pytest

from coalition_app.documents.directory import MOST_ENTRIES, Contact, DirectorySheet, Entry
from coalition_app.models import Organization
from tests import world
from tests.documents import reading


def entry(number: int = 1) -> Entry:
    return Entry(
        name=f"Harbor League {number}",
        about="community · housing · local",
        address=("12 Main Street", "Milford CT  06460"),
        reach=("203 555 0100", "hello@harbor.example"),
        contacts=(Contact("Ana Ruiz", "president", ("203 555 0142",)),),
        lead="Dori James",
    )


def sheet(count: int, left_out: int = 0) -> DirectorySheet:
    return DirectorySheet(
        file_name="Directory - 2026-03-14.pdf",
        title="Directory of organizations",
        summary=f"{count} organizations, as of March 14, 2026",
        footer="Local 555 · Directory of organizations · March 14, 2026",
        entries=tuple(entry(number) for number in range(count)),
        left_out=left_out,
    )


@pytest.fixture
def printed(paper) -> bytes:
    return sheet(25).pdf()


def test_every_page_repeats_the_heading_and_says_which_it_is(printed):
    pages = reading.pages(printed)
    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert "People there" in text
        assert f"{number} of {len(pages)}" in text
    assert reading.page_sizes(printed) == {reading.LETTER}
    assert reading.read(printed).trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_no_organization_is_broken_over_two_pages(printed):
    for text in reading.pages(printed):
        begun = text.count("Harbor League")
        assert text.count("203 555 0142") == text.count("Dori James") == begun > 0


def test_it_says_how_many_did_not_fit(paper):
    assert "20 more were chosen" in sheet(1, left_out=20).html()


def test_what_it_holds_of_each(db, local, clock):
    league = world.listed(city="Milford", phone="203 555 0100", private_notes="not for court")
    elena = world.theirs(league)
    elena.email, elena.private_notes = "elena@harbor.example", "not for court"
    made = DirectorySheet.of(Organization.id == league.id, clock.today)
    assert made.entries[0].contacts == (
        Contact("Elena Díaz", "secretary", ("203 555 0142", "elena@harbor.example")),
    )
    assert made.entries[0].reach == ("203 555 0100",)
    assert "not for court" not in made.html()


def test_somebody_who_wants_no_calls_is_printed_without_a_number(db, local, clock):
    league = world.listed()
    world.theirs(league).do_not_call = True
    made = DirectorySheet.of(Organization.id == league.id, clock.today)
    assert made.entries[0].contacts[0].reach == ("do not call",)


def test_who_is_known_only_through_one_of_us_is_not_in_it(db, local, clock):
    league = world.listed()
    world.theirs(league, "Neighbor of Winifred Tran", "").is_unnamed = True
    made = DirectorySheet.of(Organization.id == league.id, clock.today)
    assert made.entries[0].contacts == ()


def test_no_more_than_can_be_printed(db, local, clock):
    for number in range(MOST_ENTRIES + 1):
        db.session.add(Organization(name=f"League {number:04}"))
    made = DirectorySheet.of(Organization.archived_at.is_(None), clock.today)
    assert (len(made.entries), made.left_out) == (MOST_ENTRIES, 1)
