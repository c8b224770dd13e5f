"""The words that letters of each kind begin with, edited in the browser."""

from dataclasses import replace

from flask import request, url_for
from sqlalchemy import select

from coalition_app.extensions import db
from coalition_app.letters.blueprint import bp
from coalition_app.letters.examples import example
from coalition_app.letters.preview import Preview
from coalition_app.letters.template_form import TemplateForm
from coalition_app.models import (
    LETTER_KINDS,
    Addressee,
    LetterDrafts,
    LetterTemplate,
    Local,
    Organization,
    Person,
    places_of,
)
from coalition_app.web import access, clock, htmx
from coalition_app.web.named import organization_names

SAVED = "Saved. Letters already written stay as they are."
TEMPLATES = {
    "follow_up": LETTER_KINDS["follow_up"],
    "second_note": "second note, when commitments changed",
    **LETTER_KINDS,
}
KIND = f"<any({', '.join(TEMPLATES)}):kind>"


@bp.get("/letters/templates")
@access.viewer
def templates():
    changed = set(db.session.scalars(select(LetterTemplate.kind)))
    return htmx.render("letters/templates.html", kinds=TEMPLATES, changed=changed)


@bp.get(f"/letters/templates/{KIND}")
@access.organizer
def edit_template(kind: str):
    template = LetterTemplate.begin(kind)
    return _page(template, TemplateForm(kind, obj=template))


@bp.post(f"/letters/templates/{KIND}")
@access.organizer
def update_template(kind: str):
    template = LetterTemplate.begin(kind)
    form = TemplateForm(kind, obj=template)
    if not form.validate_on_submit():
        return _page(template, form, htmx.refused)
    if form.conflicts_with(template):
        return _page(template, form, htmx.conflict)
    form.populate_obj(template)
    db.session.add(template)
    db.session.commit()
    return htmx.redirect(url_for(".templates"), SAVED)


@bp.post(f"/letters/templates/{KIND}/preview")
@access.organizer
def preview_template(kind: str):
    """With a real record in its places; nothing is saved."""
    template = LetterTemplate.begin(kind)
    with db.session.no_autoflush:
        return _page(template, TemplateForm(kind, obj=template), prints=True)


@bp.post(f"/letters/templates/{KIND}/removal")
@access.organizer
def remove_template(kind: str):
    """Back to the program's words."""
    template = LetterTemplate.of(kind)
    if template:
        db.session.delete(template)
        db.session.commit()
    words = "These are the program's words again."
    return htmx.redirect(url_for(".edit_template", kind=kind), words)


def _page(
    template: LetterTemplate, form: TemplateForm, answer=htmx.render, *, prints: bool = False
):
    kind, is_changed, to = template.kind, template.id is not None, _shown_for(template.kind)
    drafts = LetterDrafts(kind, [to], Local.current(), clock.today(), form.words)
    shown = Preview(drafts.letter(to))
    fallen = [each for each in drafts.fallen(to) if each.place in form.known]
    context = {"preview": shown, "fallen": fallen, "shown_for": to.name, "unknown": form.unknown}
    if prints:
        shown.print()
        if htmx.wants_region():
            return answer("letters/template.html", "preview", **context)
    return answer(
        "letters/template.html",
        form=form,
        kind=kind,
        name=TEMPLATES[kind],
        places=places_of(kind),
        is_changed=is_changed,
        chosen=request.form.get("shown_for", ""),
        organization_names=organization_names(),
        **context,
    )


def _shown_for(kind: str) -> Addressee:
    """Who is typed, an organization or a person; else one that there is such a letter for."""
    typed = request.form.get("shown_for", "").strip()
    organization = Organization.named(typed) if typed else None
    person = db.session.scalar(Person.named(typed).limit(1)) if typed else None
    if organization is None and person is not None:
        roles = person.current_affiliations
        at = example(kind, roles[0].organization) if roles else Addressee()
        return replace(at, person=person)
    return example(kind, organization)
