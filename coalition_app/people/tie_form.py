"""A tie in one line, on the page of a person or of an organization."""

from collections.abc import Mapping

from flask import url_for
from flask_login import current_user

from coalition_app.extensions import db
from coalition_app.lib.tie_line import read_tie
from coalition_app.lib.wording import listing
from coalition_app.models import Affiliation, Organization, Person, ToldTie
from coalition_app.web.forms import BaseForm, LineField


class TieLineForm(BaseForm):
    """`values`: what was sent, with the page's person or organization, and which namesakes."""

    tie = LineField("Who knows whom", limit=400)

    told: ToldTie | None = None

    def __init__(self, values: Mapping[str, str], **options):
        super().__init__(formdata=values, **options)
        self.answers = values
        self.person = _named_by(values.get("person", ""), Person)
        self.organization = None
        if self.person is None:
            self.organization = _named_by(values.get("organization", ""), Organization)

    @property
    def of(self) -> dict[str, int]:
        """Whose page it is, as the form sends it."""
        if self.person:
            return {"person": self.person.id}
        return {"organization": self.organization.id}

    @property
    def page(self) -> str:
        if self.person:
            return url_for("people.show", id=self.person.id, telling="yes", _anchor="ties")
        at = self.organization.id
        return url_for("organizations.show", id=at, telling="yes", _anchor="known")

    def validate(self, extra_validators=None) -> bool:
        if not super().validate(extra_validators):
            return False
        line = read_tie(self.tie.data, Affiliation.ROLES)
        where = {"person": self.person, "organization": self.organization}
        self.told = ToldTie(line, me=current_user.person, answers=self.answers, **where)
        if self.told.problem:
            self.refuse(self.told.problem, self.tie)
        elif not self.told.is_clear:
            names = listing([each.typed for each in self.told.questions if each.is_unclear])
            self.refuse(f"Who is {names}? Choose below whom you mean.", self.tie)
        return not self.errors


def _named_by(id_: str, noun):
    """The one of this id; none without an id; not found when there is none."""
    return db.get_or_404(noun, int(id_)) if id_.isdecimal() and len(id_) < 19 else None
