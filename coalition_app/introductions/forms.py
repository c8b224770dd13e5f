"""Asking for an introduction, one form per route, and what came of it."""

from wtforms import HiddenField
from wtforms.validators import ValidationError

from coalition_app.extensions import db
from coalition_app.models import Introduction, Organization, Person, Roster
from coalition_app.web import clock
from coalition_app.web.contacts import ContactField, theirs_named
from coalition_app.web.forms import BaseForm, DayField, LineField, RadioField, TextField, needed
from coalition_app.web.named import ORGANIZATIONS_KNOWN, PersonField
from coalition_app.web.when import NotAhead

NEEDS_DAY = "Type the day."
OUTCOMES = [
    ("made", "They want to talk: the door is open"),
    ("no_answer", "No answer yet"),
    ("declined", "They declined"),
]


class RouteForm(BaseForm):
    """What all routes ask. `given` are values of the address, for a form not typed yet."""

    route = HiddenField()
    contact = ContactField(
        "To whom there", description="Whom we want to meet; a new name becomes one of their people."
    )
    asked_on = DayField("Day", [needed(NEEDS_DAY), NotAhead()])
    note = TextField("Note", limit=2000)

    opens_the_door = False

    def __init__(self, organization: Organization, me: Person, **given):
        super().__init__(data={"asked_on": clock.today(), **given})
        self.organization = organization
        self.contact.belongs_to(organization)
        self.set_rosters(me)

    def set_rosters(self, me: Person) -> None:
        """For the persons that only some routes ask for."""

    def through(self) -> dict:
        return {}

    @property
    def people_known(self) -> list[str]:
        """What the fields for people offer."""
        rosters = [field.roster for field in self if isinstance(field, PersonField)]
        return list(dict.fromkeys(name for roster in rosters for name in roster.names))

    def ask(self) -> Introduction:
        details = {"contact": self.contact.person_meant(), "note": self.note.data, **self.through()}
        asked_on = self.asked_on.data
        introduction = Introduction.ask(self.organization, self.route.data, asked_on, **details)
        if self.opens_the_door:
            introduction.make(asked_on)
        return introduction


class HqForm(RouteForm):
    title = "Ask HQ to introduce us"


class MemberForm(RouteForm):
    title = "Ask our own member to introduce us"

    through_person = PersonField(
        "Whom of ours do we ask?", [needed("Type who of ours knows somebody there.")]
    )

    def set_rosters(self, me: Person) -> None:
        self.through_person.roster = Roster([], me)

    def validate_through_person(self, field) -> None:
        if field.person and not field.person.is_ours:
            raise ValidationError(f"{field.person.name} is not one of ours. Ask as an ally.")

    def through(self) -> dict:
        field = self.through_person
        return {"through_person": field.roster.find_or_new(field.data, None)}


class AllyForm(RouteForm):
    title = "Ask an ally to introduce us"

    through_organization = LineField(
        "Which organization works with them?",
        [needed("Type the name of the organization that works with them.")],
        description="A name that is new here is listed as well.",
        limit=400,
        render_kw=ORGANIZATIONS_KNOWN,
    )
    through_person = LineField(
        "Whom there do we ask?", description="If you know it. A new name becomes theirs."
    )

    def validate_through_organization(self, field) -> None:
        if field.data and Organization.named(field.data) is self.organization:
            raise ValidationError("That is the organization itself. Type who works with them.")

    def through(self) -> dict:
        ally = Organization.named(self.through_organization.data)
        if ally is None:
            name, origin = self.through_organization.data, f"work with {self.organization.name}"
            ally = Organization(name=name, origin=origin, listed_on=clock.today())
            db.session.add(ally)
        person = None
        if self.through_person.data:
            person = theirs_named(self.through_person.data, ally)
        return {"through_organization": ally, "through_person": person}


class ColdCallForm(RouteForm):
    title = "The cold call"

    outcome = RadioField(
        "How did it go?", [needed("Say how it went.")], choices=OUTCOMES, default="made"
    )

    def ask(self) -> Introduction:
        """A call after one without an answer belongs to the same introduction."""
        introduction = super().ask()
        if self.outcome.data == "made":
            introduction.make(self.asked_on.data)
        elif self.outcome.data == "declined":
            introduction.decline(self.asked_on.data)
        elif introduction.asked_on < self.asked_on.data:
            introduction.nudge(self.asked_on.data)
        return introduction


class CameToUsForm(RouteForm):
    title = "They came to us"
    opens_the_door = True


class AlreadyKnownForm(RouteForm):
    title = "We know them already"
    opens_the_door = True


FORMS = {
    "hq": HqForm,
    "ally": AllyForm,
    "member": MemberForm,
    "cold_call": ColdCallForm,
    "came_to_us": CameToUsForm,
    "already_known": AlreadyKnownForm,
}


class MadeForm(BaseForm):
    """They introduced us."""

    made_on = DayField("Day", [needed(NEEDS_DAY), NotAhead()])
    contact = ContactField("To whom", description="A new name becomes one of their people.")

    def __init__(self, introduction: Introduction):
        contact = introduction.contact.name if introduction.contact else ""
        super().__init__(data={"made_on": clock.today(), "contact": contact})
        self.introduction = introduction
        self.contact.belongs_to(introduction.organization)

    def validate_made_on(self, field) -> None:
        if field.data and field.data < self.introduction.asked_on:
            raise ValidationError("That is before you asked. Type the day they introduced us.")

    def make(self) -> None:
        self.introduction.make(self.made_on.data, self.contact.person_meant())
