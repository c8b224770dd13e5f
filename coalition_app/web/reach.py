"""The field for further phones, emails and links of somebody, one a line."""

from wtforms.validators import ValidationError

from coalition_app.lib.reach import read_points
from coalition_app.web.fields import TextField

MOST_LENGTH = 2000


class ReachField(TextField):
    """Writes `reach_lines` of an organization or a person."""

    def __init__(self, label="More phones, emails and links", validators=(), **options):
        hint = "One a line, like: office 203 555 0142, or www.example.org/events newsletter."
        super().__init__(label, validators, limit=MOST_LENGTH, description=hint, **options)

    def post_validate(self, form, validation_stopped) -> None:
        for line in filter(str.strip, (self.data or "").split("\n")):
            if not read_points(line):
                raise ValidationError(
                    f"“{line.strip()[:60]}” is no phone, email or link. Write one on each line."
                )
