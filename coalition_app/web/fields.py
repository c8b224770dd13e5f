"""Kinds of fields: what they take, how they show it again, what they say when it is wrong."""

import re

from markupsafe import escape
from wtforms import IntegerField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms import RadioField as WtformsRadioField
from wtforms.validators import ValidationError
from wtforms.widgets import EmailInput, HiddenInput, Select, TextInput

from coalition_app.lib import dates
from coalition_app.lib.tidy import tidy, tidy_line
from coalition_app.web import clock

EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]{2,}")


class Needed:
    """The field may not stay empty. `words` say what to do: "Type the name."""

    field_flags = {"required": True}

    def __init__(self, words: str):
        self.words = words

    def __call__(self, form, field) -> None:
        if field.data in (None, "", []) and not field.errors:
            raise ValidationError(self.words)


class AtMost:
    """Text of at most `limit` characters; nothing is cut off, the writer shortens it."""

    def __init__(self, limit: int):
        self.limit = limit

    def __call__(self, form, field) -> None:
        extra = len(field.data or "") - self.limit
        if extra > 0:
            what = "1 character" if extra == 1 else f"{extra:,} characters"
            raise ValidationError(f"Shorten it by {what}: at most {self.limit:,} fit here.")


def needed(words: str) -> Needed:
    return Needed(words)


def at_most(limit: int) -> AtMost:
    return AtMost(limit)


class LineField(StringField):
    """One line of text, at most `limit` characters."""

    def __init__(self, label=None, validators=(), limit: int = 200, **options):
        super().__init__(label, [*validators, AtMost(limit)], filters=[tidy_line], **options)


class TextField(TextAreaField):
    """Text of several lines, at most `limit` characters."""

    def __init__(self, label=None, validators=(), limit: int = 10_000, **options):
        super().__init__(label, [*validators, AtMost(limit)], filters=[tidy], **options)


class EmailField(LineField):
    widget = EmailInput()

    def post_validate(self, form, validation_stopped) -> None:
        if self.data and not EMAIL.fullmatch(self.data):
            raise ValidationError("Type an email address like name@example.org.")


class NumberField(IntegerField):
    """A whole number from 0 up; "1,200" is understood."""

    widget = TextInput()

    def __init__(self, label=None, validators=(), top: int = 100_000_000, **options):
        super().__init__(label, list(validators), **options)
        self.top = top

    def process_formdata(self, valuelist) -> None:
        typed = tidy_line(valuelist[0] if valuelist else "").replace(",", "").replace(" ", "")
        self.data = None
        if not typed:
            return
        if not re.fullmatch(r"[0-9]+", typed):
            raise ValueError("Type a whole number, like 1,200.")
        if len(typed) > 12 or int(typed) > self.top:
            raise ValueError(f"Type a smaller number, at most {self.top:,}.")
        self.data = int(typed)


class ParsedField(StringField):
    """Text with a meaning: parsed by `read`, shown by `write`, kept as typed when wrong."""

    def process_formdata(self, valuelist) -> None:
        typed = tidy_line(valuelist[0] if valuelist else "")
        self.data = self.read(typed) if typed else None

    def _value(self) -> str:
        if self.raw_data:
            return self.raw_data[0]
        return self.write(self.data) if self.data is not None else ""


class DayField(ParsedField):
    """A date typed as people do: 3/19/2026, 2026-03-19, "march 19", "thu"."""

    def read(self, typed: str):
        return dates.parse_day(typed, clock.today())

    write = staticmethod(dates.show_day)


class MomentField(ParsedField):
    """A date and a time of day in one line: "3/19 5:30 pm"."""

    def read(self, typed: str):
        return dates.parse_moment(typed, clock.now())

    write = staticmethod(dates.show_moment)


def number_or_none(value):
    """For choices by id: "" and None are no choice."""
    return int(value) if value not in (None, "", "None") else None


class Listed:
    """`choices` are pairs (value, label), given here or set by the view."""

    words = "Pick one from the list."

    def __init__(self, label=None, validators=(), choices=None, **options):
        words = {"invalid_value_message": self.words, "invalid_choice_message": self.words}
        super().__init__(label, list(validators), **words, **options)
        self.choices = choices


class PlainSelect(Select):
    """Its options have a value and words, nothing else: written in a sixth of the time."""

    @classmethod
    def render_option(cls, choice, **_options) -> str:
        chosen = " selected" if choice.selected else ""
        words = escape(choice.label or choice.value)
        return f'<option value="{escape(choice.value)}"{chosen}>{words}</option>'


class ChoiceField(Listed, SelectField):
    """One of a few. With `coerce=number_or_none` the values are ids."""

    widget = PlainSelect()


class RadioField(Listed, WtformsRadioField):
    """One of a few, all in view."""


class ChoicesField(Listed, SelectMultipleField):
    """Several of a few."""

    words = "Pick from the list only."


class VersionField(IntegerField):
    """The version of the record that the page was opened with."""

    widget = HiddenInput()

    def process_formdata(self, valuelist) -> None:
        typed = valuelist[0] if valuelist else ""
        self.data = int(typed) if re.fullmatch(r"[0-9]{1,9}", typed) else None

    def populate_obj(self, obj, name) -> None:
        """Never written: the database counts."""


class SeenField(StringField):
    """Marks of the values that the page was opened with."""

    widget = HiddenInput()

    def populate_obj(self, obj, name) -> None:
        """Never written."""
