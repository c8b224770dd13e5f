"""What is done to all rows that are chosen in the list."""

from coalition_app.web.forms import BaseForm, BooleanField, LineField


class ChosenForm(BaseForm):
    all = BooleanField("All found")
    new_worksite = LineField("Worksite", limit=100, render_kw={"list": "worksites-known"})
