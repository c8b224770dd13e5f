"""An address of every route, on the records of the sample local."""

from flask import Flask
from sqlalchemy import select
from werkzeug.routing import AnyConverter, Rule

from coalition_app.extensions import db
from coalition_app.models import (
    Account,
    Affiliation,
    Assistance,
    Campaign,
    Commitment,
    Import,
    Introduction,
    Job,
    Letter,
    Meeting,
    Organization,
    Person,
    Printer,
    PrintRun,
    Question,
    Resource,
    Tie,
)

# Which record a slice's `id` means: one with much to show.
RECORDS = {
    "accounts": select(Account),
    "organizations": select(Organization).where(Organization.name.like("%Civil Rights%")),
    "people": select(Person).where(Person.name == "Elena Díaz"),
    "acquaintances": select(Person).where(Person.name == "Rosa Díaz"),
    "introductions": select(Introduction).where(Introduction.made_on.is_(None)),
    "meetings": select(Meeting).where(Meeting.place == "Corner Cafe, 12 Main Street"),
    "commitments": select(Commitment),
    "questions": select(Question),
    "assistances": select(Assistance),
    "letters": select(Letter),
    "local": select(Resource),
    "jobs": select(Job),
    "imports": select(Import),
    "print_runs": select(PrintRun),
    "printers": select(Printer),
}
NAMED = {
    "organization_id": RECORDS["organizations"],
    "meeting_id": RECORDS["meetings"],
    "introduction_id": RECORDS["introductions"],
    "letter_id": RECORDS["letters"],
    "person_id": RECORDS["people"],
    "other_id": select(Person),
    "kept_id": RECORDS["organizations"],
    "gone_id": select(Organization).order_by(Organization.id.desc()),
    "affiliation_id": select(Affiliation),
    "tie_id": select(Tie),
    "campaign_id": select(Campaign),
    "resource_id": select(Resource),
}
# What else a route's address may hold.
WORDS = {
    "name": "app.css",
    "filename": "favicon.svg",
    "path": "favicon.svg",
    "entry_id": "10000001",
}


def routes(app: Flask, method: str) -> list[Rule]:
    """The routes that answer a method, ours only (not the served files)."""
    rules = [rule for rule in app.url_map.iter_rules() if method in rule.methods]
    return sorted((rule for rule in rules if "." in rule.endpoint), key=lambda rule: rule.rule)


def address(app: Flask, rule: Rule) -> str:
    """The rule's address with the sample local's records in its places."""
    values = {name: value_of(rule, name) for name in rule.arguments}
    with app.test_request_context():
        return app.url_for(rule.endpoint, **values)


def value_of(rule: Rule, name: str):
    if name in WORDS:
        return WORDS[name]
    if isinstance(converter := rule._converters[name], AnyConverter):
        return min(converter.items)
    query = NAMED[name] if name in NAMED else RECORDS[rule.endpoint.partition(".")[0]]
    return db.session.scalars(query).first().id
