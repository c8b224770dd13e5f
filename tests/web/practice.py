"""Pages to practice on: what the base promises is tested apart from any slice."""

import threading

from flask import Blueprint, Response, abort, request, url_for
from sqlalchemy.orm.exc import StaleDataError

from coalition_app.extensions import db
from coalition_app.models import Local
from coalition_app.models.pathway import NAMES, Step
from coalition_app.web import access, htmx, security
from coalition_app.web.forms import (
    BaseForm,
    BooleanField,
    ChoiceField,
    DayField,
    EmailField,
    LineField,
    MomentField,
    NumberField,
    RadioField,
    TextField,
    VersionedForm,
    needed,
)

bp = Blueprint("practice", __name__, url_prefix="/practice", template_folder="templates")
KINDS = [("community", "Community"), ("labor", "Labor")]
ROUTES = [("hq", "HQ"), ("ally", "An ally")]


class Gate:
    """Holds back the answers of the autosave until a test lets them through."""

    def __init__(self):
        self.open = threading.Event()
        self.open.set()
        self.asked: list[str] = []


gate = Gate()


class PersonForm(BaseForm):
    name = LineField("Name", [needed("Type the name.")], limit=40)
    email = EmailField("Email")
    friends = NumberField("Friends", top=5000)
    kind = ChoiceField("Kind", choices=KINDS)
    met_on = DayField("Met on", description="Like 3/19 or Thursday")
    meets_at = MomentField("Meets at")
    is_partner = BooleanField("Partner")
    route = RadioField("Introduced by", choices=ROUTES, default="hq")
    story = TextField("Story", limit=100)


class LocalForm(VersionedForm):
    name = LineField("Name", [needed("Type the name.")])
    members_count = NumberField("Members")
    next_board_on = DayField("Next board")


class NotesForm(VersionedForm):
    presentation = TextField("How we present ourselves")
    agenda = TextField("Our agenda", limit=500)


def plain(words: str) -> Response:
    return Response(words, mimetype="text/plain")


def path_at(now: int) -> list[Step]:
    states = ["done" if n < now else "now" if n == now else "ahead" for n in range(1, 10)]
    states[2] = "not needed"
    notes = {1: "Mar 3", 3: "not needed", 4: "by Rosa Díaz"}
    named = zip(NAMES, states, strict=True)
    return [Step(n, name, state, notes.get(n, "")) for n, (name, state) in enumerate(named, 1)]


@bp.get("/sink")
@access.viewer
def sink():
    return htmx.render("practice/sink.html", steps=path_at(5), finished=path_at(10))


@bp.get("/open")
@access.public
def opened():
    return plain("open")


@bp.get("/organizing")
@access.organizer
def organizing():
    return plain("organizing")


@bp.get("/administering")
@access.administrator
def administering():
    return plain("administering")


@bp.get("/unmarked")
def unmarked():
    return plain("unmarked")


@bp.get("/preview")
@access.viewer
@security.framed
def preview():
    return plain("preview")


@bp.get("/person")
@access.viewer
def person():
    return htmx.render("practice/person.html", form=PersonForm())


@bp.post("/person")
@access.organizer
def create():
    form = PersonForm()
    if not form.validate_on_submit():
        return htmx.refused("practice/person.html", form=form)
    if form.name.data == "Nobody":
        form.refuse("Nobody is not a name; type another.", form.name)
        form.refuse("This concerns the whole form.")
        return htmx.refused("practice/person.html", form=form)
    said = f"{form.name.data} is listed."
    return htmx.redirect(url_for(".person"), said, undo=url_for(".undoing"))


@bp.post("/undoing")
@access.organizer
def undoing():
    return htmx.redirect(url_for(".person"), "Undone.", kind="warn")


@bp.get("/local")
@access.viewer
def local():
    form = LocalForm(obj=Local.current())
    return htmx.render("practice/local.html", form=form)


@bp.post("/local")
@access.organizer
def update():
    stored = Local.current()
    form = LocalForm(obj=stored)
    if not form.validate_on_submit():
        return htmx.refused("practice/local.html", form=form)
    if form.conflicts_with(stored):
        return htmx.conflict("practice/local.html", form=form)
    form.populate_obj(stored)
    db.session.commit()
    return htmx.redirect(url_for(".local"), "Saved.")


@bp.get("/notes")
@access.viewer
def notes():
    return htmx.render("practice/notes.html", form=NotesForm(obj=Local.current()))


@bp.post("/notes")
@access.organizer
def save_notes():
    gate.asked.append(request.form["presentation"])
    gate.open.wait(10)
    stored = Local.current()
    form = NotesForm(obj=stored)
    if not form.validate_on_submit():
        return htmx.not_saved(form)
    if form.conflicts_with(stored):
        return htmx.not_saved(form, "somebody else changed it; reload to see", status=409)
    form.populate_obj(stored)
    db.session.commit()
    return htmx.saved(form, stored.version)


@bp.get("/region")
@access.viewer
def region():
    if "say" in request.args:
        htmx.say("The list has changed.")
    return htmx.render(
        "practice/region.html", "list_region", trigger="list-changed", names=["Elena"]
    )


@bp.get("/broken")
@access.public
def broken():
    raise RuntimeError("broken on purpose")


@bp.post("/stale")
@access.organizer
def stale():
    raise StaleDataError


@bp.post("/refusing")
@access.organizer
def refusing():
    abort(int(request.form["status"]))
