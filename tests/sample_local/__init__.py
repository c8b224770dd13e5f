"""An invented local in the middle of its work: a dozen organizations, one at every step.

For pictures, timing and try-outs. Nobody here exists; phone numbers are 555-01xx.
"""

from coalition_app.extensions import db
from coalition_app.models import Account, Campaign, Job, Local, Resource, set_up
from tests import world
from tests.sample_local import imports
from tests.sample_local.beginning import BEGINNING
from tests.sample_local.days import NOW, PASSWORD, TODAY, at, days_ago
from tests.sample_local.details import DETAILS
from tests.sample_local.meeting import MEETING
from tests.sample_local.sheets import SHEETS

__all__ = ["NOW", "PASSWORD", "TODAY", "at", "days_ago", "fill"]


def fill() -> Account:
    """The whole local; the account of its organizer, who is its administrator too."""
    account = set_up(our_local(), "Dori James", "dori@local555.example", PASSWORD, days_ago(60))
    db.session.flush()
    account.person.office = "Organizing coordinator"
    our_people()
    a_registry_was_loaded()
    imports.read_in(account)
    for tell in (*MEETING, *BEGINNING, *DETAILS, *SHEETS):
        tell()
        db.session.flush()
    db.session.commit()
    return account


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
        hq_name="Legislative office",
        hq_phone="202 555 0110",
        hq_address="900 Union Plaza\nWashington DC  20001",
        next_board_on=at(6, 18).date(),
        next_membership_on=at(20, 18).date(),
    )


def our_people() -> None:
    office = {"worksite": "Exchange Street office"}
    world.ours("Sam Okafor", office="Steward", is_activist=True, phone="203 555 0101", **office)
    rosa = world.ours("Rosa Díaz", office="Steward", is_activist=True, phone="203 555 0102")
    rosa.worksite, rosa.language, rosa.pronouns = "Harbor call center", "Spanish", "she/her"
    tran = world.ours("Winifred Tran", is_activist=True, preferred_name="Winnie")
    tran.worksite, tran.language = "Harbor call center", "Vietnamese"
    world.add(Campaign(name="Call-center jobs bill", when="won committee in February"))
    world.add(Campaign(name="Contract opens", when="August"))
    details = ("120 seats", "12 lines", "5,000 a month", "20 on a Saturday")
    for resource, detail in zip(db.session.scalars(Resource.in_order()), details, strict=True):
        resource.details = detail


def a_registry_was_loaded() -> None:
    words = "10 organizations of CT: 10 are new."
    job = Job(kind="registry", title="Loading eo_ct.csv", made_at=at(-30, 9), words=words)
    job.finish(words, {"url": "/registries", "link": "Search them"}, at(-30, 9))
    world.add(job)
