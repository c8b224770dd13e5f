"""The base of every form. Fields come along, so that a form needs this one import."""

from flask import Flask
from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, PasswordField

from coalition_app.web import filters
from coalition_app.web.fields import (
    ChoiceField,
    ChoicesField,
    DayField,
    EmailField,
    LineField,
    MomentField,
    NumberField,
    RadioField,
    SeenField,
    TextField,
    VersionField,
    at_most,
    needed,
    number_or_none,
)
from coalition_app.web.seen import changed_since, marks_of

__all__ = [
    "BaseForm",
    "BooleanField",
    "ChoiceField",
    "ChoicesField",
    "DayField",
    "EmailField",
    "LineField",
    "MomentField",
    "NumberField",
    "PasswordField",
    "RadioField",
    "SeenForm",
    "TextField",
    "VersionedForm",
    "at_most",
    "needed",
    "number_or_none",
]


def init_app(app: Flask) -> None:
    app.add_template_global(stored_of)
    app.add_template_global(flat)


class BaseForm(FlaskForm):
    """A form of one page or action. It may ask the model; only populate_obj changes it."""

    conflicting: tuple | list = ()

    def refuse(self, words: str, field: Field | None = None) -> None:
        """Add what a check after validation found; without a field it concerns the whole form."""
        if field is None:
            self.form_errors.append(words)
        else:
            field.errors = [*field.errors, words]

    def all_errors(self) -> list[str]:
        return [words for _, words in self.errors_with_ids()]

    def errors_with_ids(self) -> list[tuple[str | None, str]]:
        """(id of the field or None, words), in the order of the form."""
        found = [(None, words) for words in self.form_errors]
        return found + [(field.id, words) for field in self for words in flat(field.errors)]


def stored_of(field: Field) -> str | None:
    """What is stored now, if this field is one that somebody else changed meanwhile."""
    return getattr(field, "stored", None)


def flat(errors) -> list[str]:
    """A list or form within a form nests its errors."""
    if isinstance(errors, str):
        return [errors]
    nested = errors.values() if isinstance(errors, dict) else errors
    return [words for error in nested for words in flat(error)]


class SeenForm(BaseForm):
    """Two people saving one record: the second sees both versions, then may save again."""

    seen = SeenField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.conflicting: list[Field] = []
        self.record = kwargs.get("obj")
        if self.record is not None and self.seen.raw_data is None:
            self.seen.data = marks_of(self.record, self._names)

    @property
    def _names(self) -> list[str]:
        return [field.short_name for field in self if not isinstance(field, SeenField)]

    def conflicts_with(self, record) -> list[tuple[str, str]]:
        """(label, now stored) of each field that somebody else changed meanwhile and that differs.

        The form then has seen what is stored: sending it once more is a decision.
        """
        changed = changed_since(self.seen.data, record, self._names)
        differing = [f for f in self if f.short_name in changed and self._differs(f, record)]
        for field in differing:
            field.stored = shown(field, getattr(record, field.short_name))
        self.seen.data = marks_of(record, self._names)
        self.conflicting = differing
        return [(field.label.text, field.stored) for field in differing]

    @property
    def marks_now(self) -> str:
        """What a form that stays on the page after saving has seen from now on."""
        return marks_of(self.record, self._names) if self.record is not None else ""

    def _differs(self, field: Field, record) -> bool:
        return (field.data or None) != (getattr(record, field.short_name) or None)


class VersionedForm(SeenForm):
    """Of a record that counts its changes: most often one look tells that nobody else saved."""

    version = VersionField()

    @property
    def _names(self) -> list[str]:
        return [name for name in super()._names if name != self.version.short_name]

    def conflicts_with(self, record) -> list[tuple[str, str]]:
        if self.version.data == record.version:
            return []
        if not self.version.data:
            self.seen.data = ""
        differing = super().conflicts_with(record)
        self.version.data, self.version.raw_data = record.version, None
        return differing


def shown(field: Field, value) -> str:
    """A stored value in the words of the field: a choice's label, a date as typed."""
    if value is None or value == "":
        return "nothing"
    choices = dict(getattr(field, "choices", None) or [])
    if value in choices:
        return str(choices[value])
    if isinstance(value, bool):
        return "yes" if value else "no"
    return filters.plain(value)
