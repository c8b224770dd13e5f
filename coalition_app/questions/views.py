"""The questions that every meeting is prepared with and that are carried to it."""

from flask import Blueprint, url_for

from coalition_app.extensions import db
from coalition_app.models import Question
from coalition_app.questions.forms import QuestionForm
from coalition_app.web import access, clock, htmx

bp = Blueprint("questions", __name__, url_prefix="/questions")


@bp.get("")
@access.viewer
def index():
    kinds = {kind: db.session.scalars(Question.in_order(kind)).all() for kind in Question.KINDS}
    left_out = db.session.scalars(Question.left_out()).all()
    return htmx.render("questions/index.html", kinds=kinds, left_out=left_out)


@bp.get("/new/<any(prepare, carry):kind>")
@access.organizer
def new(kind: str):
    return htmx.render("questions/new.html", form=QuestionForm(), kind=kind)


@bp.post("/new/<any(prepare, carry):kind>")
@access.organizer
def create(kind: str):
    form = QuestionForm()
    if not form.validate_on_submit():
        return htmx.refused("questions/new.html", form=form, kind=kind)
    question = Question.worded(kind, form.wording.data) or Question.add_last(kind)
    form.populate_obj(question)
    db.session.commit()
    return _back("Added. Meetings not yet typed up ask it as well.")


@bp.get("/<int:id>/edit")
@access.organizer
def edit(id: int):
    question = db.get_or_404(Question, id)
    return htmx.render("questions/edit.html", question=question, form=QuestionForm(obj=question))


@bp.post("/<int:id>")
@access.organizer
def update(id: int):
    question = db.get_or_404(Question, id)
    form = QuestionForm(obj=question)
    if not form.validate_on_submit():
        return htmx.refused("questions/edit.html", question=question, form=form)
    if form.conflicts_with(question):
        return htmx.conflict("questions/edit.html", question=question, form=form)
    form.populate_obj(question)
    db.session.commit()
    return _back("Saved. Answers given before keep the wording they were asked with.")


@bp.post("/<int:id>/raising")
@access.organizer
def raising(id: int):
    db.get_or_404(Question, id).move(-1)
    db.session.commit()
    return _back()


@bp.post("/<int:id>/lowering")
@access.organizer
def lowering(id: int):
    db.get_or_404(Question, id).move(1)
    db.session.commit()
    return _back()


@bp.post("/<int:id>/archiving")
@access.organizer
def archiving(id: int):
    question = db.get_or_404(Question, id)
    question.archive(clock.now())
    db.session.commit()
    return _back("It is not asked any more.", undo=url_for(".restoring", id=id))


@bp.post("/<int:id>/restoring")
@access.organizer
def restoring(id: int):
    db.get_or_404(Question, id).unarchive()
    db.session.commit()
    return _back("It is asked again.")


def _back(words: str | None = None, undo: str | None = None):
    return htmx.redirect(url_for("questions.index"), words, undo=undo)
