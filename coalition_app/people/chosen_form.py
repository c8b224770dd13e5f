"""What is done to all rows that are chosen in the list."""

from coalition_app.web.forms import BooleanField, LineField
from coalition_app.web.written import WrittenOnce


class ChosenForm(WrittenOnce):
    all = BooleanField("All found")
    new_worksite = LineField("Worksite", limit=100, render_kw={"list": "worksites-known"})
