"""What the letters of a run cannot say, known before they are written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from coalition_app.lib.blanks import places
from coalition_app.models.letter_values import LetterValues
from coalition_app.models.letter_words import OF_MEETINGS, OF_US, LetterWords
from coalition_app.models.local import Local
from coalition_app.models.mailing_list import Recipient

NOBODY = "nobody"  # in the place of a name
OF_RECIPIENT = ("greeting", "recipient", "recipient first name", "recipient role")
OF_ORGANIZATION = ("organization", "their mission", "their newest campaign")


@dataclass(frozen=True)
class Lacking:
    """A place that stays empty in the letters to these, or NOBODY for those without a person."""

    place: str
    recipients: list[Recipient] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        return self.place == NOBODY

    @property
    def mended(self) -> str:
        """Where it is written down: 'local', 'meeting', 'organization', 'person' or 'people'."""
        if self.place in OF_US:
            return "local"
        if self.place in OF_MEETINGS:
            return "meeting"
        if self.place in OF_ORGANIZATION:
            return "organization"
        return "people" if self.is_person else "person"


def lacking_in(
    words: LetterWords,
    recipients: Iterable[Recipient],
    local: Local,
    today: date,
    *,
    by_name: bool = False,
) -> list[Lacking]:
    """In the order of the letter. `by_name`: it goes to organizations on purpose."""
    recipients = list(recipients)
    values = LetterValues([each.to for each in recipients], local, today)
    asked = _asked(words)
    found = {place: Lacking(place) for place in (*asked, NOBODY)}
    for each in recipients:
        known, person = values.of(each.to), each.to.person
        is_nobody = person is None or person.is_unnamed
        if is_nobody and set(asked) & set(OF_RECIPIENT[by_name:]):
            found[NOBODY].recipients.append(each)
        for place in asked:
            if not (known.get(place) or (is_nobody and place in OF_RECIPIENT)):
                found[place].recipients.append(each)
    return [each for each in found.values() if each.recipients]


def _asked(words: LetterWords) -> list[str]:
    """The places of what is printed."""
    return places("\n".join((words.salutation, words.body, words.closing)))
