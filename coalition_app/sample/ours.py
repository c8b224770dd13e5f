"""Local 555 itself: its people, its agenda, what it can lend."""

from datetime import date

from coalition_app.extensions import db
from coalition_app.models import Account, Campaign, Job, Local, Resource, set_up
from coalition_app.sample.story import Story, add, ours

EMAIL = "dori@local555.example"
PASSWORD = "lamps along the harbor"  # noqa: S105 the sign-in page of the sample says it


def begun(today: date) -> Story:
    """The first day, two months ago."""
    story = Story(today, Account())
    local = our_local()
    story.account = set_up(local, "Dori James", EMAIL, PASSWORD, story.on(-60))
    local.next_board_on, local.next_membership_on = story.at(6, 18).date(), story.at(20, 18).date()
    db.session.flush()
    return story


def our_local() -> Local:
    return Local(
        name="Telephone Workers of Harbor Valley",
        number="555",
        street="40 Exchange Street",
        city="Harbor Valley",
        state="CT",
        postal_code="06555",
        phone="203 555 0100",
        email="office@local555.example",
        website="local555.example",
        members_count=2400,
        presentation="2,400 members at two telephone companies across the state.",
        agenda="Call-center jobs bill. Health care for retirees. Voting rights.",
        imprint="Printed in house by members of Local 555.",
        hq_name="Legislative office",
        hq_phone="202 555 0110",
        hq_address="900 Union Plaza\nWashington DC  20001",
    )


def officers(story: Story) -> None:
    dori = story.account.person
    dori.office, dori.phone = "Organizing coordinator", "203 555 0103"
    live_at(dori, "118 Lighthouse Lane", "Apt 3")
    sam = ours("Sam Okafor", office="Steward", is_activist=True, phone="203 555 0101")
    sam.worksite, sam.email = "Exchange Street office", "sam.okafor@local555.example"
    live_at(sam, "27 Pier Road")
    rosa = ours("Rosa Díaz", office="Steward", is_activist=True, phone="203 555 0102")
    rosa.worksite, rosa.language, rosa.pronouns = "Harbor call center", "Spanish", "she/her"
    live_at(rosa, "9 Orchard Street", "2nd Floor")


def members(_story: Story) -> None:
    tran = ours("Winifred Tran", is_activist=True, preferred_name="Winnie")
    tran.worksite, tran.language = "Harbor call center", "Vietnamese"
    live_at(tran, "55 Canal Street", "Unit 12B")
    nguyen = ours("Nguyễn Thị Hạnh", preferred_name="Hạnh", language="Vietnamese")
    nguyen.worksite, nguyen.phone = "Harbor call center", "203 555 0104"
    live_at(nguyen, "55 Canal Street", "Unit 12B")
    layla = ours("ليلى حداد", preferred_name="Layla", language="Arabic", is_activist=True)
    layla.email = "layla.haddad@local555.example"
    live_at(layla, "PO Box 88")
    president = ours("Bartholomew Oyelaran-Featherstonehaugh", office="President")
    president.worksite, president.email = "Line garage, North Bridge", "bart@local555.example"
    live_at(president, "1207 Old Turnpike Road North", "Building C, Apartment 214")
    mabel = ours("Mabel Quist", worksite="retired", do_not_mail=True)
    live_at(mabel, "3 Harbor View Terrace")
    ours("Terrence Pell", office="Treasurer", worksite="Line garage, North Bridge")
    ours("Ines Marrow", worksite="Harbor call center", do_not_call=True)


def live_at(person, *lines: str) -> None:
    person.street = " ".join(lines)
    person.city, person.state, person.postal_code = "Harbor Valley", "CT", "06555"


def what_we_have(story: Story) -> None:
    add(Campaign(name="Call-center jobs bill", when=f"won committee in {story.month(-25)}"))
    add(Campaign(name="Contract opens", when=story.month(150)))
    details = ("120 seats", "12 lines", "5,000 a month", "20 on a Saturday")
    for resource, detail in zip(db.session.scalars(Resource.in_order()), details, strict=True):
        resource.details = detail


def a_registry_was_loaded(story: Story) -> None:
    words = "10 organizations of CT: 10 are new."
    loaded_at = story.at(-30, 9)
    job = Job(kind="registry", title="Loading eo_ct.csv", made_at=loaded_at, words=words)
    job.finish(words, {"url": "/registries", "link": "Search them"}, loaded_at)
    add(job)


OURS = (officers, members, what_we_have, a_registry_was_loaded)
