"""The packets of several days in one file, behind a page of contents."""

import re
from datetime import datetime

from tests import world
from tests.documents.reading import pages, tags


def week(client):
    return client.get("/meetings/packets.pdf?first=2026-03-16&days=7")


def test_all_planned_meetings_of_a_week_are_one_file(viewer, db, local):
    league, vecinos = world.started(), world.started("Vecinos Unidos")
    world.planned(vecinos, at=datetime(2026, 3, 20, 9))
    world.planned(league, at=datetime(2026, 3, 17, 18))
    world.planned(league, at=datetime(2026, 3, 24, 18))
    answer = week(viewer)
    found = pages(answer.data)
    assert "Monday, March 16 to Sunday, March 22" in found[0]
    starts = [at for at, text in enumerate(found, 1) if re.search(r"Meeting prep packet\b", text)]
    rows = " ".join(found[0].split())
    assert f"Harbor Valley Civil Rights League not set yet {starts[0]} " in rows
    assert f"Vecinos Unidos not set yet {starts[1]} " in rows
    assert len(starts) == 2
    headings = [each for each in tags(answer.data) if each[0] == "/H1"]
    assert len(headings) == 3, "the tags of each packet are kept"


def test_days_without_a_meeting_print_nothing(viewer, local):
    assert week(viewer).location == "/meetings"


def test_todays_packets_are_offered_on_a_day_with_a_meeting_ahead(viewer, clock, local):
    world.planned(world.started(), at=datetime(2026, 3, 19, 17, 30))
    assert "Today's packets" not in viewer.get("/meetings").text
    clock.move_to("2026-03-19 09:00")
    assert "Today's packets" in viewer.get("/meetings").text
