"""Letters drafted from what was recorded, to be edited as text (steps 3, 4, 8 and 9)."""

from collections.abc import Iterable, Sequence
from datetime import date

from coalition_app.extensions import db
from coalition_app.lib.blanks import Fallen, fill
from coalition_app.lib.offices import greeted
from coalition_app.models.commitment import Commitment
from coalition_app.models.letter import Letter
from coalition_app.models.letter_template import LetterTemplate
from coalition_app.models.letter_values import LetterValues, came
from coalition_app.models.letter_words import COLLEAGUES, DEAR, LetterWords
from coalition_app.models.local import Local
from coalition_app.models.mailing import Addressee
from coalition_app.models.meeting import Meeting
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person


class LetterDrafts:
    """Letters of one kind, none of them saved. `words`: others than those of its template;
    `further`: commitments that they name beside those of the meeting.

    It asks the database as often for one recipient as for hundreds.
    """

    def __init__(
        self,
        kind: str,
        addressees: Iterable[Addressee],
        local: Local,
        today: date,
        words: LetterWords | None = None,
        further: Sequence[Commitment] = (),
    ):
        self.kind, self.addressees = kind, list(addressees)
        self.local, self.today = local, today
        self.words = words or LetterTemplate.words_of(kind)
        self.values = LetterValues(self.addressees, local, today, further)
        self.signer = local.signer

    def all(self) -> list[Letter]:
        """One for each, in their order."""
        return [self.letter(to) for to in self.addressees]

    def letter(self, to: Addressee) -> Letter:
        """A draft that is not stored; dated today, signed by whoever signs for the local."""
        filled = self._filled(to)
        return Letter(
            kind=self.kind,
            organization=to.organization,
            recipient=to.person,
            meeting=to.meeting,
            introduction=to.introduction,
            commitment=to.commitment,
            assistance=to.assistance,
            dated_on=self.today,
            address="\n".join(self._address(to)),
            signer_name=self.signer.name if self.signer else "",
            signer_title=_signer_title(self.signer, self.local),
            **{part: each.text for part, each in filled.items()},
        )

    def fallen(self, to: Addressee) -> tuple[Fallen, ...]:
        """The sentences that fall away for this recipient, and which fact they lack."""
        return tuple(each for part in self._filled(to).values() for each in part.fallen)

    def _filled(self, to: Addressee) -> dict:
        values = self.values.of(to)
        if self._goes_to_hq(to):
            values["greeting"] = greeted(self.local.hq_name) or COLLEAGUES
        parts = ("subject", "salutation", "body", "closing")
        filled = {part: fill(getattr(self.words, part), values) for part in parts}
        if self.words.salutation and not filled["salutation"].text:
            filled["salutation"] = fill(DEAR, values)
        return filled

    def _address(self, to: Addressee) -> Iterable[str]:
        if self._goes_to_hq(to):
            local = self.local
            lines = (local.hq_name, local.hq_office, *local.hq_address.splitlines())
            return filter(None, lines)
        return to.address.lines

    def _goes_to_hq(self, to: Addressee) -> bool:
        return self.kind == "introduction_request" and to.person is None


def draft_letter(kind: str, to: Addressee, local: Local, today: date) -> Letter:
    """One alone."""
    return LetterDrafts(kind, [to], local, today).letter(to)


def draft_follow_up(
    meeting: Meeting, organization: Organization, local: Local, today: date
) -> Letter:
    """The follow-up letter of a meeting to one of its organizations (guide, step 8)."""
    return draft_letter("follow_up", follow_up_of(meeting, organization), local, today)


def draft_second_note(
    meeting: Meeting, organization: Organization, local: Local, today: date
) -> Letter:
    """Follows a follow-up letter whose commitments changed since: how it stands now."""
    to, words = follow_up_of(meeting, organization), LetterTemplate.words_of("second_note")
    went_on = db.session.scalar(Letter.follow_up_sent_on(meeting, organization))
    since = Commitment.changed_since(organization, went_on) if went_on else None
    further = db.session.scalars(since).all() if went_on else ()
    return LetterDrafts("follow_up", [to], local, today, words, further).letter(to)


def follow_up_of(meeting: Meeting, organization: Organization) -> Addressee:
    """The first of theirs who was there, else whom we would write to first."""
    there = came(meeting, organization)
    person = there[0] if there else organization.primary_contact
    return Addressee(organization, person, meeting)


def _signer_title(signer: Person | None, local: Local) -> str:
    return f"{signer.office}, {local.full_name}" if signer and signer.office else local.full_name
