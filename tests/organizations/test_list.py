from datetime import date

import pytest
from sqlalchemy import text

from coalition_app.models import Issue, Organization, Pause, Standing
from tests import world
from tests.keeping import kept
from tests.queries import counted


def names(page):
    return [link.text for link in page.all("#organizations tbody th a")]


@kept
def three(db):
    world.listed("Sierra Shore", field="environment", city="Milford")
    world.started("Élan Vital", kind="labor")
    world.introduced(world.researched("Harbor League"))


def test_the_list_shows_where_each_stands(organizer, three):
    page = organizer.get("/organizations")
    assert names(page) == ["Élan Vital", "Harbor League", "Sierra Shore"]
    assert "5 Prepare" in page.text
    assert "2 Research" in page.text
    assert page.one("#organizations .sub[role=status]").text == "3 organizations"


def test_nothing_here_says_what_to_do(organizer):
    assert "No organization is here yet" in organizer.get("/organizations").text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=elan", ["Élan Vital"]),
        ("q=milford", ["Sierra Shore"]),
        ("show=started", ["Élan Vital", "Harbor League"]),
        ("show=listed", ["Sierra Shore"]),
        ("step=5", ["Harbor League"]),
        ("step=2&q=e", ["Élan Vital"]),
        ("kind=labor", ["Élan Vital"]),
        ("field=environment", ["Sierra Shore"]),
        ("step=99&kind=fish&lead=none&page=x&show=all", ["Élan Vital", "Harbor League"]),
    ],
)
def test_the_list_is_narrowed(organizer, three, query, found):
    assert names(organizer.get(f"/organizations?{query}"))[:2] == found


def test_what_is_folded_away_narrows_too(db, organizer, clock, three):
    league, sierra = Organization.named("Harbor League"), Organization.named("Sierra Shore")
    world.listed("Harbor Chapter", parent=sierra)
    league.issues.append(Issue.named("Jobs"))
    world.add(Standing(organization=league, value=2, rated_on=clock.today, act="came"))
    world.planned(league)
    clock.move_to("2026-05-01 10:00")  # nobody said whether the meeting happened
    for query, found in {
        "late=yes": ["Harbor League"],
        "quiet=30": ["Élan Vital", "Harbor League"],
        f"issue={league.issues[0].id}": ["Harbor League"],
        "standing=2": ["Harbor League"],
        "standing=none&kind=labor": ["Élan Vital"],
        f"parent={sierra.id}": ["Harbor Chapter"],
    }.items():
        page = organizer.get(f"/organizations?{query}")
        assert names(page) == found, query
        assert page.one("details:has(#quiet)").get("open") is not None


def test_a_commitment_of_ours_past_its_day_is_late(organizer, clock, three):
    vital, sierra = Organization.named("Élan Vital"), Organization.named("Sierra Shore")
    meeting = world.planned(vital, at=world.datetime(2026, 6, 4, 10))
    world.promised(meeting, vital)
    world.promised(meeting, sierra, is_ours=False)  # theirs is for today
    clock.move_to("2026-04-03 10:00")
    assert names(organizer.get("/organizations?late=yes")) == ["Élan Vital"]


def test_a_page_begins_at_the_index(db, three):
    plan = "EXPLAIN QUERY PLAN SELECT id FROM organization WHERE archived_at IS NULL "
    steps = db.session.execute(text(f"{plan} ORDER BY sort_name, id LIMIT 100 OFFSET 9000")).all()
    assert steps[0].detail == "SCAN organization USING COVERING INDEX ix_organization_view"


def test_the_lead_narrows(organizer, three):
    dori = world.ours()
    assert len(names(organizer.get(f"/organizations?lead={dori.id}"))) == 2


def test_paused_and_archived_ones_have_their_places(db, organizer, clock, three):
    league, sierra = Organization.named("Harbor League"), Organization.named("Sierra Shore")
    db.session.add(Pause(organization=league, reason="declined", paused_on=clock.today))
    sierra.archive(clock.now)
    assert names(organizer.get("/organizations?show=paused")) == ["Harbor League"]
    assert names(organizer.get("/organizations?show=archived")) == ["Sierra Shore"]
    page = organizer.get("/organizations")
    assert names(page) == ["Élan Vital", "Harbor League"]
    assert "paused" in page.text


def test_one_that_goes_quiet_is_tagged(organizer, clock):
    league = world.researched()
    world.introduced(league)
    meeting = world.held(world.planned(league), world.theirs(league))
    world.sent(meeting, league, date(2026, 3, 20))
    world.helped(meeting, league)
    world.told(league, date(2026, 3, 20))
    meeting.has_no_next = True
    clock.move_to("2026-07-01 10:00")
    assert "going quiet" in organizer.get("/organizations").text


def test_nothing_found_offers_to_type_it_in(organizer, three):
    page = organizer.get("/organizations?q=Harbor+Tenants")
    assert "No organization here for “Harbor Tenants”" in page.text
    form = organizer.get(page.all(".empty a")[0]["href"])
    assert form.one("#name")["value"] == "Harbor Tenants"


def test_a_region_comes_alone_and_pushes_its_address(organizer, three):
    page = organizer.get("/organizations?q=elan&step=&kind=", htmx=True)
    assert not page.has("h1")
    assert names(page) == ["Élan Vital"]
    assert page.headers["HX-Push-Url"] == "/organizations?q=elan"


def many(count):
    for number in range(count):
        world.started(f"League {number:04}", kind="" if number % 2 else "community")


def test_a_page_holds_a_hundred(organizer):
    many(101)
    page = organizer.get("/organizations")
    assert len(names(page)) == 100
    assert "101 organizations, 1 to 100" in page.text
    second = organizer.get(page.one("[rel=next]")["href"])
    assert names(second) == ["League 0100"]
    assert second.one("[rel=prev]")


def test_pages_of_a_step_are_right(organizer):
    many(210)
    first = organizer.get("/organizations?step=2")
    assert first.one("#organizations .sub[role=status]").text == "105 organizations, 1 to 100"
    second = organizer.get(first.one("[rel=next]")["href"])
    assert names(second) == [f"League {number:04}" for number in range(200, 210, 2)]


def test_a_page_beyond_the_last_is_the_last(organizer):
    many(101)
    assert names(organizer.get("/organizations?page=99")) == ["League 0100"]


def test_the_queries_are_the_same_for_1_20_and_120(db, organizer):
    asked = {"": [], "?step=2": [], "?q=league": []}
    organizer.get("/organizations")  # the name of our local stays as it is
    for present, count in ((0, 1), (1, 20), (20, 120)):
        for number in range(present, count):
            league = world.started(f"League {number:04}")
            if number % 10 == 0:
                world.introduced(league, through_person=world.ours())
                world.planned(league)
        for query, counts in asked.items():
            league.mission = query  # what was remembered of the request before does not hold
            db.session.commit()
            with counted() as seen:
                organizer.get(f"/organizations{query}")
            counts.append(len(seen))
    for counts in asked.values():
        assert len(set(counts)) == 1, asked
        assert counts[0] <= 31


def test_a_viewer_reads_the_list_without_buttons(viewer, three):
    page = viewer.get("/organizations")
    assert len(names(page)) == 3
    assert not page.has("a[href='/organizations/new']:not([data-shortcut])")
