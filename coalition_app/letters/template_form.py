from functools import cached_property

from wtforms.validators import ValidationError

from coalition_app.letters.forms import FORMATTING
from coalition_app.lib import blanks
from coalition_app.models import LETTER_KINDS, LetterWords, places_of
from coalition_app.web.forms import LineField, TextField, VersionedForm


class TemplateForm(VersionedForm):
    """A letter with places for facts, written [organization]."""

    subject = LineField("Subject, for an email")
    salutation = LineField("Salutation")
    body = TextField("Letter", description=FORMATTING, limit=20_000, render_kw={"rows": 16})
    closing = LineField("Closing")

    def __init__(self, kind: str, **options):
        super().__init__(**options)
        self.kind = kind

    @property
    def words(self) -> LetterWords:
        """As typed, to be looked at."""
        parts = (self.body, self.subject, self.salutation, self.closing)
        return LetterWords(*(part.data or "" for part in parts))

    @cached_property
    def known(self) -> dict[str, str]:
        return places_of(self.kind)

    @property
    def unknown(self) -> list[str]:
        """What is said of each place that is none."""
        texts = (self.subject, self.salutation, self.body, self.closing)
        return [words for field in texts for words in self._refusals(field.data or "")]

    def validate_subject(self, field) -> None:
        for words in self._refusals(field.data):
            raise ValidationError(words)

    validate_salutation = validate_body = validate_closing = validate_subject

    def _refusals(self, text: str) -> list[str]:
        return [self._refusal(typed) for typed in dict.fromkeys(blanks.unknown(text, self.known))]

    def _refusal(self, typed: str) -> str:
        kinds = [kind for kind in LETTER_KINDS if not blanks.unknown(f"[{typed}]", places_of(kind))]
        if kinds:
            return f"Nothing is known for [{typed}] in this letter. Take it out."
        meant = blanks.nearest(typed, self.known)
        hint = f"Did you mean [{meant}]?" if meant else "Take one from the list."
        return f"There is no place [{typed}]. {hint} For a bracket as such, type [[."
