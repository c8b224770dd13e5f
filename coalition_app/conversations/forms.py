"""One line of contact: what kind, when, with whom, what was said."""

from wtforms.validators import ValidationError

from coalition_app.lib.names import split_names
from coalition_app.models import Conversation, Organization, Person, Roster, Unclear
from coalition_app.web import clock
from coalition_app.web.contacts import check_theirs, theirs_named
from coalition_app.web.forms import (
    BaseForm,
    BooleanField,
    DayField,
    LineField,
    RadioField,
    TextField,
    needed,
)
from coalition_app.web.named import PEOPLE_KNOWN, PersonField
from coalition_app.web.when import NotAhead


class ConversationForm(BaseForm):
    names = LineField(
        "With whom of theirs",
        description="Several with commas between them. A new name becomes one of their people.",
        limit=400,
        render_kw=PEOPLE_KNOWN,
    )
    summary = TextField("What was said", [needed("Type a few words: what it was about.")])
    kind = RadioField(
        "Kind", choices=[(kind, kind.capitalize()) for kind in Conversation.KINDS], default="call"
    )
    held_on = DayField("Day", [needed("Type the day."), NotAhead()])
    our_person = PersonField("Who of ours")
    is_two_way = BooleanField("They answered: we talked with one another", default=True)

    def __init__(self, organization: Organization, me: Person):
        super().__init__(data={"held_on": clock.today(), "our_person": me.name, "is_two_way": True})
        self.organization = organization
        self.roster = Roster([organization], me)
        self.our_person.roster = Roster([], me)

    @property
    def typed_names(self) -> list[str]:
        return split_names(self.names.data or "")

    def validate_names(self, field) -> None:
        for name in self.typed_names:
            try:
                person = self.roster.find(name)
            except Unclear as error:
                raise ValidationError(str(error)) from error
            check_theirs(person, self.organization)

    def validate_our_person(self, field) -> None:
        if field.person and not field.person.is_ours:
            raise ValidationError(f"{field.person.name} is not one of ours. Type who of us it was.")
        if field.is_new:
            raise ValidationError(f'Nobody of ours is called "{field.data}". Add them first.')

    def conversation(self) -> Conversation:
        """As typed; the same one typed twice (a form sent twice) is one."""
        return Conversation.log(
            self.organization,
            people=[theirs_named(name, self.organization) for name in self.typed_names],
            our_person=self.our_person.person,
            kind=self.kind.data,
            held_on=self.held_on.data,
            is_two_way=self.is_two_way.data,
            summary=self.summary.data,
        )
