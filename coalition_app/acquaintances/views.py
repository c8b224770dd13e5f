"""The "Who do you know?" sheets: who was asked, and entering one after the other."""

from flask import request, url_for

from coalition_app.acquaintances.blueprint import bp
from coalition_app.acquaintances.forms import ANSWERS, SheetForm, WhoseForm
from coalition_app.acquaintances.grid import Row, is_id, stored_rows, typed_rows, under_letters
from coalition_app.acquaintances.listing import Listing
from coalition_app.documents.acquaintances import AcquaintancesSheet
from coalition_app.extensions import db
from coalition_app.lib.wording import listing, plural
from coalition_app.models import BOXES, Acquaintances, AcquaintanceSheet, Organization, Person
from coalition_app.web import access, clock, htmx, pdf, security
from coalition_app.web.named import organization_names


@bp.get("")
@access.viewer
def index():
    return htmx.render("acquaintances/index.html", form=WhoseForm(formdata=None), listing=Listing())


@bp.post("")
@access.organizer
def choose():
    """Goes on to the member's sheet; a new name is added once it was said that it is new."""
    form = WhoseForm()
    if form.validate_on_submit():
        return htmx.redirect(url_for(".show", id=form.member.id))
    if not (form.is_unknown and "add" in request.form):
        page = {"form": form, "listing": Listing()}
        return htmx.refused("acquaintances/index.html", **page)
    member = Person(name=form.name.data, is_ours=True)
    db.session.add(member)
    db.session.commit()
    return htmx.redirect(url_for(".show", id=member.id), f"{member.name} is added, as ours.")


@bp.get("/<int:id>")
@access.organizer
def show(id: int):
    member = _member(id)
    known, sheet = Acquaintances(member), AcquaintanceSheet.latest_of(member)
    answers = {may_tell: answer for answer, may_tell in ANSWERS.items()}
    form = SheetForm(
        formdata=None,
        asked_on=clock.today(),
        may_tell=answers[sheet.may_tell if sheet else None],
        seen=" ".join(sorted(known.seen)),
    )
    return _page(htmx.render, member, form, stored_rows(known), sheet)


@bp.post("/<int:id>")
@access.organizer
def save(id: int):
    member = _member(id)
    known, form = Acquaintances(member), SheetForm()
    rows = typed_rows(known, request.form)
    is_valid = form.validate_on_submit()
    if not is_valid or any(row.error for row in rows):
        sheet = AcquaintanceSheet.latest_of(member)
        return _page(htmx.refused, member, form, rows, sheet)
    words = _write(known, [row for row in rows if f"names-{row.key}" in request.form], form)
    db.session.commit()
    return htmx.redirect(url_for(".index"), words)


@bp.get("/<int:id>/understood")
@access.organizer
def understanding(id: int):
    """How the names of a row will be read, while they are typed."""
    member = _member(id)
    if not htmx.wants_region():
        return htmx.redirect(url_for(".show", id=id))
    known = Acquaintances(member)
    key = next((name[6:] for name in request.args if name.startswith("names-")), "")
    organization = db.session.get(Organization, int(key)) if is_id(key) else None
    row = Row(key, organization)
    row.read(request.args)
    row.understand(known, request.args)
    return htmx.render("acquaintances/_understood.html", row=row)


@bp.get("/sheet.pdf")
@access.viewer
@security.framed
def paper():
    """The empty sheet, in the order of the grid."""
    return pdf.answer(AcquaintancesSheet.of(clock.today()), url_for(".index"))


def _member(id_: int) -> Person:
    return db.first_or_404(Person.ours().where(Person.id == id_))


def _page(answer, member: Person, form: SheetForm, rows: list[Row], sheet):
    return answer(
        "acquaintances/show.html",
        member=member,
        form=form,
        sheet=sheet,
        boxes=BOXES,
        letters=list(under_letters(rows)),
        wrong=[row for row in rows if row.error],
        organizations=organization_names(),
    )


def _write(known: Acquaintances, rows: list[Row], form: SheetForm) -> str:
    """Notes every row; returns what to say."""
    today, listed, new = clock.today(), [], []
    for row in rows:
        if not row.is_changed:
            if row.organization:
                known.keep(row.organization)
            continue
        if row.list_organization(today):
            listed.append(row.title)
        new += [meant.typed for _, meant in row.people if meant.is_new]
        known.note(row.organization, row.boxes, row.people)
    gone = known.forget_unticked(form.shown, clock.now())
    AcquaintanceSheet.note(known.member, form.asked_on.data, form.answer)
    filled = sum(not row.is_empty for row in rows)
    words = [f"{known.member.name}: {plural(filled, 'organization')} noted."]
    if new:
        words.append(f"New among the people: {listing(list(dict.fromkeys(new)))}.")
    if listed:
        words.append(f"Listed: {listing(listed)}.")
    if gone:
        words.append(f"Taken away: {plural(gone, 'entry', 'entries')}.")
    return " ".join(words)
