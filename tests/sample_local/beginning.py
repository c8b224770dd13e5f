"""Organizations with whom nobody has met yet: steps 1 to 4, and a paused one."""

from datetime import date

from coalition_app.models import (
    Introduction,
    Organization,
    Pause,
)
from tests import world
from tests.sample_local.days import days_ago
from tests.sample_local.telling import begin, join


def vecinos_unidos() -> None:
    unidos = begin(
        "Vecinos Unidos",
        16,
        "Neighbors organizing for safe and affordable homes.",
        field="housing",
        members_count=180,
    )
    ana = join(unidos, "Ana Beltrán", "board")
    rosa = world.ours("Rosa Díaz")
    world.tie(rosa, ana, "neighbor")
    asked = {"route": "member", "through_person": rosa, "contact": ana}
    world.add(Introduction(organization=unidos, asked_on=days_ago(7), **asked))


def tenants() -> None:
    begin("Tenants of Mill Street", 4, field="housing")


def parish() -> None:
    begin("St. Brigid Parish Social Ministry", 1, has_members=None, field="faith", scope="")


def food_bank() -> None:
    bank = begin("Harbor Valley Food Bank", 90, "Nobody goes hungry here.", field="food")
    pause = Pause(reason="New director in June", paused_on=days_ago(30), until=date(2026, 6, 1))
    bank.pauses.append(pause)


def jobs_chapter() -> None:
    parent = Organization.named("Jobs with Justice")
    chapter = begin(
        "Harbor Valley Jobs Coalition",
        20,
        "Working people standing up for one another.",
        field="labor",
        parent=parent,
    )
    world.add(Introduction(organization=chapter, route="hq", asked_on=days_ago(9)))


BEGINNING = (vecinos_unidos, tenants, parish, food_bank, jobs_chapter)
