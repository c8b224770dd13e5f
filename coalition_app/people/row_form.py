"""The fields of a row of the list."""

from wtforms.widgets import TextInput

from coalition_app.models import Person
from coalition_app.web.forms import BooleanField, EmailField, LineField, needed
from coalition_app.web.sheet import RowForm


class PersonRowForm(RowForm):
    name = LineField("Name", [needed("Type the name.")])
    phone = LineField("Phone", limit=60)
    email = EmailField("Email", widget=TextInput())
    office = LineField("Office in our local", limit=100)
    worksite = LineField("Worksite", limit=100)
    is_ours = BooleanField("Our member")
    is_activist = BooleanField("Activist")
    preferred_name = LineField("Goes by", limit=60)
    pronouns = LineField("Pronouns", limit=40)
    language = LineField("Language", limit=100)
    city = LineField("City")

    def populate_obj(self, person: Person) -> None:
        super().populate_obj(person)
        person.is_ours = person.is_ours or bool(person.office or person.is_activist)
