from wtforms.validators import ValidationError

from coalition_app.lib.wording import day
from coalition_app.models import WAYS, Letter, Meeting
from coalition_app.web import clock
from coalition_app.web.forms import (
    BaseForm,
    DayField,
    LineField,
    RadioField,
    TextField,
    VersionedForm,
    needed,
    number_or_none,
)
from coalition_app.web.when import NotAhead, Plausible

FORMATTING = (
    "A blank line begins a new paragraph, a line with - in front is an item of a list. "
    "**bold** (Ctrl B), *italic* (Ctrl I)."
)


class LetterForm(VersionedForm):
    """The letter as text, from top to bottom."""

    dated_on = DayField("Date", [needed("Type the date of the letter."), Plausible()])
    address = TextField(
        "Address",
        description="As on an envelope: person, organization, street, city and ZIP. It shows in "
        "the window of the envelope.",
        limit=600,
    )
    subject = LineField("Subject, for an email")
    salutation = LineField("Salutation")
    body = TextField(
        "Letter",
        [needed("Write something first.")],
        description=FORMATTING,
        limit=20_000,
        render_kw={"rows": 14},
    )
    closing = LineField("Closing", default="In solidarity,")
    signer_name = LineField("Signed by")
    signer_title = LineField("Office of the signer")

    def preview_of(self, letter: Letter) -> Letter:
        """The letter as it would be if this were saved; what cannot be read is left as it is."""
        for field in self:
            if field is not self.dated_on and hasattr(letter, field.name):
                field.populate_obj(letter, field.name)
        letter.dated_on = self.dated_on.data or letter.dated_on or clock.today()
        return letter


class SendForm(BaseForm):
    """When and how it went. `meeting`: what it follows up, if anything."""

    sent_on = DayField(
        "Sent on",
        [needed("Type the day on which it went."), NotAhead()],
        render_kw={"data-shortcut": "s", "aria-keyshortcuts": "s"},
    )
    sent_by = RadioField("How", [needed("Say how it went.")], choices=list(WAYS.items()))

    def __init__(self, meeting: Meeting | None = None, **options):
        super().__init__(data={"sent_on": clock.today(), "sent_by": "mail"}, **options)
        self.meeting = meeting

    def validate_sent_on(self, field) -> None:
        met_on = self.meeting.starts_at.date() if self.meeting else None
        if field.data and met_on and field.data < met_on:
            on = day(met_on, clock.today())
            raise ValidationError(f"That is before the meeting of {on}. Type a day after it.")


class AlreadySentForm(SendForm):
    organization_id = RadioField("To whom", coerce=number_or_none)

    def __init__(self, meeting: Meeting, organization_id: int | None, **options):
        super().__init__(meeting, **options)
        came = meeting.organizations_that_came
        self.organization_id.choices = [(each.id, each.full_name) for each in came]
        if not self.is_submitted():
            known = {each.id for each in came}
            first = came[0].id if came else None
            self.organization_id.data = organization_id if organization_id in known else first
