"""One member's "Who do you know?" sheet: a tick without a name, a name, and "between us"."""

from coalition_app.lib.name_list import read_names
from coalition_app.models import (
    Acquaintances,
    AcquaintanceSheet,
    Organization,
    Tie,
    whom,
)
from tests import world
from tests.sample_local.days import days_ago


def winifred() -> None:
    member = world.ours("Winifred Tran")
    known = Acquaintances(member)
    known.note(Organization.named("Carpenters Local 310"), {"neighbor"}, [])
    names = [(each, whom(each.name, {})) for each in read_names("Paul Nowak; cousin Al")]
    known.note(Organization.named("Teachers United Local 88"), {"member", "friend"}, names)
    AcquaintanceSheet.note(member, days_ago(4), may_tell=False)


def sam() -> None:
    grace = next(iter(Organization.named("Nurses Council 12").current_affiliations)).person
    Tie.note(world.ours("Sam Okafor"), "coworker", grace, told_by=world.ours())


SHEETS = (winifred, sam)
