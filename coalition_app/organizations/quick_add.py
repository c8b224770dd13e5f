"""The line on the list that types in one organization after the other."""

from functools import cached_property
from typing import NamedTuple

from flask import make_response, render_template, request, url_for
from sqlalchemy import select, union

from coalition_app.extensions import db
from coalition_app.lib.guess import guess_from
from coalition_app.lib.names import full_name
from coalition_app.lib.organization_line import OrganizationLine, read_organization
from coalition_app.models import (
    Affiliation,
    Alike,
    Local,
    Organization,
    Person,
    organizations_like,
)
from coalition_app.organizations.blueprint import bp
from coalition_app.web import access, clock, htmx
from coalition_app.web.forms import BaseForm, BooleanField, LineField, needed

PAGE = "organizations/quick_add.html"
ASK_NAME = "Begin with the name, like: Harbor Tenants, New Haven; Ana Ruiz, president, 203 555 0142"
ONE_LINE = {"autocomplete": "off", "spellcheck": "false"}


class Typed(NamedTuple):
    """What was just listed, with the way to it and the way back."""

    words: str
    url: str
    undo: str


class QuickForm(BaseForm):
    line = LineField("Type one in", [needed(ASK_NAME)], limit=500, render_kw=ONE_LINE)
    is_another = BooleanField("It is another organization of the same name")

    def __init__(self, *given, **options):
        super().__init__(*given, **options)
        if access.caller().has_shortcuts:
            self.line.render_kw = {**ONE_LINE, "aria-keyshortcuts": "n", "data-shortcut": "n"}

    @cached_property
    def understood(self) -> OrganizationLine:
        return read_organization(self.line.data or "", Affiliation.ROLES, _is_city)

    @cached_property
    def twin(self) -> Organization | None:
        """One of the same name that is in view."""
        line = self.understood
        named = full_name(line.name, line.chapter)
        return Organization.named(named) if line.name else None

    @property
    def alike(self) -> list[Alike]:
        """Others that are perhaps meant; a line has room for two."""
        line = self.understood
        reach = {"phone": line.phone, "email": line.email, "city": line.city}
        found = organizations_like(line.name, line.chapter, **reach) if line.name else []
        return [each for each in found if each.record is not self.twin][:2]

    def finds_fault(self) -> bool:
        """Adds what is wrong with what was understood."""
        if not self.understood.name:
            self.refuse(ASK_NAME, self.line)
        elif self.twin and not self.is_another.data:
            self.refuse(f"{self.twin.full_name} is here already.", self.line)
        return bool(self.errors)


def _is_city(text: str) -> bool:
    """Somebody or something we know is there, or we are."""
    spelled = (text, text.title())
    known = union(
        *(select(noun.id).where(noun.city.in_(spelled)) for noun in (Organization, Person, Local))
    )
    return db.session.scalar(known.limit(1)) is not None


@bp.get("/quick")
@access.organizer
def quick():
    """Asked while one types, for what is understood of it."""
    form = QuickForm(request.args)
    if htmx.wants_region():
        understood = render_template(
            "organizations/_understood.html", **quick_add_shown(form, is_typing=True)
        )
        return make_response(understood)
    return htmx.render(PAGE, **quick_add_shown(form, is_typing=True))


def quick_add_shown(form: QuickForm | None = None, typed: Typed | None = None, *, is_typing: bool):
    """What the line needs wherever it stands; `is_typing`: the cursor goes there."""
    form = form or QuickForm(formdata=None)
    return {"quick": form, "typed": typed, "is_typing": is_typing}


@bp.post("/quick")
@access.organizer
def adding_quickly():
    form = QuickForm()
    if not form.validate_on_submit() or form.finds_fault():
        return htmx.refused(PAGE, "quick", **quick_add_shown(form, is_typing=True))
    organization = _listed(form.understood)
    db.session.commit()
    typed = _typed(organization)
    if not htmx.wants_region():
        return htmx.redirect(url_for(".index", typing="yes"), typed.words, undo=typed.undo)
    shown = quick_add_shown(typed=typed, is_typing=True)
    return htmx.render(PAGE, "quick", trigger="organizations-changed", **shown)


def _listed(line: OrganizationLine) -> Organization:
    guess = guess_from(f"{line.name} {line.chapter}")
    organization = Organization(
        name=line.name,
        chapter=line.chapter,
        kind=guess.kind,
        field=guess.field,
        scope=guess.scope,
        has_members=guess.has_members,
        street=line.street,
        city=line.city,
        state=line.state,
        postal_code=line.postal_code,
        phone=line.phone,
        email=line.email,
        website=line.website,
        listed_on=clock.today(),
    )
    db.session.add(organization)
    if line.contact and line.contact.name:
        Affiliation.of_line(line.contact, organization)
    return organization


def _typed(organization: Organization) -> Typed:
    id_, contact = organization.id, organization.primary_contact
    parts = [organization.full_name, organization.city, contact.described if contact else ""]
    words = " · ".join(part for part in parts if part) + " is listed."
    return Typed(words, url_for(".show", id=id_), url_for(".archiving", id=id_))
