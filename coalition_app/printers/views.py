"""How far each printer prints from true, read off a ruler page."""

from flask import Blueprint, url_for
from sqlalchemy import select

from coalition_app.documents.ruler import RulerSheet
from coalition_app.extensions import db
from coalition_app.models import Printer
from coalition_app.printers.forms import PrinterForm
from coalition_app.web import access, htmx, pdf, security

bp = Blueprint("printers", __name__, url_prefix="/printers")

TAKEN = "There is a printer of that name already."


@bp.get("")
@access.organizer
def index():
    printers = db.session.scalars(Printer.in_order()).all()
    return htmx.render("printers/index.html", printers=printers, form=PrinterForm(formdata=None))


@bp.post("")
@access.organizer
def create():
    form = PrinterForm()
    if not _is_good(form, None):
        printers = db.session.scalars(Printer.in_order()).all()
        return htmx.refused("printers/index.html", printers=printers, form=form)
    printer = Printer()
    form.populate_obj(printer)
    db.session.add(printer)
    db.session.commit()
    words = "Saved. Print its ruler page to find its two numbers."
    return htmx.redirect(url_for(".edit", id=printer.id), words)


@bp.get("/<int:id>/edit")
@access.organizer
def edit(id: int):
    printer = db.get_or_404(Printer, id)
    return htmx.render("printers/edit.html", printer=printer, form=PrinterForm(obj=printer))


@bp.post("/<int:id>")
@access.organizer
def update(id: int):
    printer = db.get_or_404(Printer, id)
    form = PrinterForm(obj=printer)
    if not _is_good(form, printer):
        return htmx.refused("printers/edit.html", printer=printer, form=form)
    if form.conflicts_with(printer):
        return htmx.conflict("printers/edit.html", printer=printer, form=form)
    form.populate_obj(printer)
    db.session.commit()
    return htmx.redirect(url_for(".index"), "Saved.")


@bp.post("/<int:id>/removal")
@access.organizer
def removing(id: int):
    db.session.delete(db.get_or_404(Printer, id))
    db.session.commit()
    return htmx.redirect(url_for(".index"), "It is taken off the list.")


@bp.get("/<int:id>/ruler.pdf")
@access.organizer
@security.framed
def ruler(id: int):
    """As the printer prints by itself."""
    return _ruler(id, is_nudged=False)


@bp.get("/<int:id>/check.pdf")
@access.organizer
@security.framed
def check(id: int):
    """Moved by its numbers: it should be right now."""
    return _ruler(id, is_nudged=True)


def _ruler(id: int, *, is_nudged: bool):
    sheet = RulerSheet.of(db.get_or_404(Printer, id), is_nudged=is_nudged)
    return pdf.answer(sheet, url_for(".edit", id=id))


def _is_good(form: PrinterForm, printer: Printer | None) -> bool:
    if not form.validate_on_submit():
        return False
    same = select(Printer).where(Printer.name == form.name.data)
    with db.session.no_autoflush:
        other = db.session.scalar(same)
    if other and other is not printer:
        form.refuse(TAKEN, form.name)
        return False
    return True
