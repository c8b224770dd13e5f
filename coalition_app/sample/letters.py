"""Letters in draft and sent, and where those live who get them."""

from sqlalchemy import select

from coalition_app.extensions import db
from coalition_app.models import (
    Introduction,
    Letter,
    Local,
    Meeting,
    Organization,
    Person,
    Told,
    draft_follow_up,
)
from coalition_app.sample.story import Story, add, ours

HOMES = {
    "Elena Díaz": "21 Orchard Street",
    "June Abbott": "7 Canal Road",
    "Grace Adeyemi": "44 Hospital Hill Road",
    "Lee Marchetti": "16 Depot Street Apt 9",
    "Paul Nowak": "702 College Avenue",
    "Dean Kowalczyk": "33 Mill Street",
    "Ana Beltrán": "14 Orchard Street",
    "Olga Petrenko": "60 Green Street Room 210",
    "Tomás Ibarra": "21 Orchard Street",
    "Rabbi Esther Blum": "1 Chapel Street",
}


def homes(_story: Story) -> None:
    """Two of them share one; one may not be mailed."""
    for name, street in HOMES.items():
        person = db.session.scalar(select(Person).where(Person.name == name))
        person.street, person.city = street, "Harbor Valley"
        person.state, person.postal_code = "CT", "06555"


def drafts(story: Story) -> None:
    rivers = Organization.named("Green Rivers Alliance")
    met = db.session.scalars(Meeting.held_with(rivers)).first()
    add(draft_follow_up(met, rivers, Local.current(), story.on(-1)))


def requests(_story: Story) -> None:
    """HQ was written to for two; our member gets her letter today."""
    hq = "Legislative office\n900 Union Plaza\nWashington DC  20001"
    for name in ("Harbor Valley Jobs Coalition", "Harbor Valley Fair Elections Project"):
        letter = request(name, "introduction_request", hq, "Dear colleagues:")
        letter.send(letter.dated_on, "email", ours())
    request("Vecinos Unidos", "member_request", "Rosa Díaz\n9 Orchard Street", "Dear Rosa:")


def request(name: str, kind: str, address: str, salutation: str) -> Letter:
    organization = Organization.named(name)
    asked = db.session.scalars(Introduction.of(organization)).first()
    body = (
        f"Our local would like to get to know {name}. Would you introduce us? "
        "A short call to both of us is enough; we will tell you how it went."
    )
    about = {"organization": organization, "introduction": asked, "dated_on": asked.asked_on}
    words = {"address": address, "salutation": salutation, "body": body}
    return add(Letter(kind=kind, signer_name="Dori James", **about, **words))


def told(story: Story) -> None:
    on, seniors = story.on(-10), Organization.named("Senior Action Network")
    add(Told(organization=seniors, audience="lpat", told_on=on, what="They go to the hearing."))


LETTERS = (homes, drafts, requests, told)
