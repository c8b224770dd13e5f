from wtforms.validators import ValidationError

from coalition_app.lib import zones
from coalition_app.lib.contact_line import read_contact
from coalition_app.lib.folding import fold
from coalition_app.models import Person
from coalition_app.web.forms import (
    ChoiceField,
    DayField,
    EmailField,
    LineField,
    NumberField,
    TextField,
    VersionedForm,
    needed,
)
from coalition_app.web.postal import PostalFields
from coalition_app.web.when import Plausible

ASK_OFFICER = "Write name and office on each line, like: Dori James, president."


class LocalForm(PostalFields, VersionedForm):
    """All that the program knows of our own local; lists are typed one per line."""

    name = LineField("Name of the local", [needed("Type the local's name.")])
    union_name = LineField("Union", [needed("Type the union's short name.")], limit=60)
    number = LineField("Number", [needed("Type the local's number.")], limit=20)
    members_count = NumberField("Members")
    phone = LineField("Phone", limit=60)
    email = EmailField("Email")
    website = LineField("Website")
    officers = TextField(
        "Officers",
        description="One per line: name, office. Somebody new becomes one of our people.",
        limit=4000,
    )
    signer_name = LineField(
        "Who signs our letters",
        description="One of our people; the office stands below the name.",
        render_kw={"list": "our-people"},
    )
    presentation = TextField(
        "How we present our union",
        description="Two or three sentences. Each preparation of a meeting begins with them.",
    )
    agenda = TextField("Our agenda")
    issues = LineField(
        "Its issues, in a word or two each",
        description="With commas: voting rights, health care. Theirs are compared with them.",
        limit=500,
        render_kw={"list": "issues-known", "autocomplete": "off", "data-commas": ""},
    )
    campaigns = TextField(
        "Our recent campaigns",
        description="One per line, the newest first, like: Call-center bill (since 2025).",
    )
    resources = TextField(
        "What we can lend",
        description="One per line, like: Meeting space (120 seats). No resource is too small.",
    )
    hq_office = LineField("Office at headquarters")
    hq_name = LineField("Whom we know there")
    hq_phone = LineField("Their phone", limit=60)
    hq_email = EmailField("Their email")
    hq_address = TextField("Their address", description="As on an envelope.", limit=400)
    next_board_on = DayField("Next board meeting", [Plausible()])
    next_membership_on = DayField("Next membership meeting", [Plausible()])
    time_zone = ChoiceField("Time zone")

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.time_zone.choices = zones.choices()

    def validate_officers(self, field) -> None:
        for line in filter(None, field.data.split("\n")):
            officer = read_contact(line)
            if not (officer.name and officer.role):
                raise ValidationError(f'{ASK_OFFICER} "{line[:60]}" lacks one of them.')

    def validate_signer_name(self, field) -> None:
        """One of ours, or an officer who is typed in the same form."""
        officers = {fold(read_contact(line).name) for line in self.officers.data.split("\n")}
        if field.data and fold(field.data) not in officers and not Person.ours_named(field.data):
            raise ValidationError(
                f"Nobody of ours is called {field.data}. Write them into the officers first."
            )
