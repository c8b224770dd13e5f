"""Who knows whom: a member's "Who do you know?" sheet with a tick without a name, a name, and
"between us"; and what was told in talking."""

from coalition_app.lib.name_list import read_names
from coalition_app.models import Acquaintances, AcquaintanceSheet, Organization, Tie, whom
from coalition_app.sample.story import Story, ours


def winifred(story: Story) -> None:
    member = ours("Winifred Tran")
    known = Acquaintances(member)
    known.note(Organization.named("Carpenters Local 310"), {"neighbor"}, [])
    names = [(each, whom(each.name, {})) for each in read_names("Paul Nowak; cousin Al")]
    known.note(Organization.named("Teachers United Local 88"), {"member", "friend"}, names)
    AcquaintanceSheet.note(member, story.on(-4), may_tell=False)


def hanh(story: Story) -> None:
    member = ours("Nguyễn Thị Hạnh")
    known = Acquaintances(member)
    known.note(Organization.named("St. Brigid Parish Social Ministry"), {"worship"}, [])
    names = [(each, whom(each.name, {})) for each in read_names("June Abbott")]
    known.note(Organization.named("Green Rivers Alliance"), {"neighbor"}, names)
    AcquaintanceSheet.note(member, story.on(-3), may_tell=True)


def sam(_story: Story) -> None:
    grace = Organization.named("Nurses Council 12").primary_contact
    Tie.note(ours("Sam Okafor"), "coworker", grace, told_by=ours())


SHEETS = (winifred, hanh, sam)
