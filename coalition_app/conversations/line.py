"""Any contact in one line, from anywhere: who it was with is looked for among all people."""

from flask import request, url_for
from flask_login import current_user
from wtforms.validators import ValidationError

from coalition_app.conversations.blueprint import bp
from coalition_app.conversations.who import Talked, whom
from coalition_app.extensions import db
from coalition_app.lib.talk_line import TalkLine, read_talk
from coalition_app.lib.wording import listing
from coalition_app.models import Commitment, Conversation, Unclear
from coalition_app.web import access, clock, htmx
from coalition_app.web.forms import BaseForm, LineField, needed

PAGE = "conversations/line.html"
EXAMPLE = "called Elena Díaz yesterday: she likes the forum; again in 2 weeks"
ASK = f"Type who it was with, like “{EXAMPLE}”."


class TalkForm(BaseForm):
    said = LineField(
        "Who, when, what was said",
        [needed(ASK)],
        limit=2000,
        description="Call, email, letter, visit or event; several people with commas.",
        render_kw={"autocomplete": "off", "placeholder": EXAMPLE},
    )
    talk: TalkLine | None = None
    talked: list[Talked] = []

    def validate_said(self, field) -> None:
        try:
            self.talk = read_talk(field.data, clock.today())
            self.talked = whom(self.talk.named)
        except (ValueError, Unclear) as error:
            raise ValidationError(str(error)) from error
        if self.talk.held_on > clock.today():
            raise ValidationError("That day is still to come: plan a meeting instead.")
        if not self.theirs:
            raise ValidationError("Name somebody of theirs, or say where: “Ana of Vecinos Unidos”.")

    @property
    def theirs(self) -> list[Talked]:
        return [each for each in self.talked if each.organization]

    @property
    def ours(self) -> list[Talked]:
        return [each for each in self.talked if not each.organization]


@bp.get("/conversations/new")
@access.organizer
def talk():
    return htmx.render(PAGE, form=TalkForm())


@bp.post("/conversations")
@access.organizer
def talking():
    form = TalkForm()
    if not form.validate_on_submit():
        return htmx.refused(PAGE, form=form)
    for organization in dict.fromkeys(each.organization for each in form.theirs):
        _log(form, organization)
    db.session.commit()
    names = listing([each.name for each in form.theirs])
    return htmx.redirect(url_for(".talk"), f"Logged with {names}.")


@bp.get("/conversations/understood")
@access.organizer
def hearing():
    """How the line that is being typed will be read: a region."""
    if not htmx.wants_region():
        return htmx.redirect(url_for(".talk"))
    form = TalkForm(formdata=request.args, meta={"csrf": False})
    form.validate()
    return htmx.render("conversations/_understood.html", form=form)


def _log(form: TalkForm, organization) -> None:
    """One conversation with each organization; the next touch is a commitment of ours."""
    talk, me = form.talk, current_user.person
    db.session.add(organization)
    people = [each.at_hand() for each in form.theirs if each.organization is organization]
    our_person = form.ours[0].person if form.ours else me
    Conversation.log(
        organization,
        people,
        our_person,
        kind=talk.kind,
        held_on=talk.held_on,
        is_two_way=talk.is_two_way,
        summary=talk.summary,
    )
    if talk.again_on:
        what = f"Get in touch again with {listing([person.name for person in people])}"
        Commitment.make(
            organization, what, clock.today(), owner=our_person, due_on=talk.again_on, is_ours=True
        )
