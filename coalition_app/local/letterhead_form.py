from flask_wtf.file import FileField
from wtforms.validators import ValidationError

from coalition_app.lib import logo
from coalition_app.web.forms import LineField, VersionedForm


class LetterheadForm(VersionedForm):
    """`sent`: the logo that came along, built anew."""

    file = FileField(
        "Logo",
        description="PNG, JPEG or SVG. It stands beside the local's name, up to 0.9 inches high.",
        render_kw={"accept": ".png,.jpg,.jpeg,.svg,image/png,image/jpeg,image/svg+xml"},
    )
    imprint = LineField(
        "Line at the foot",
        description="In your own words, like: Labor donated. A union label is the print shop's "
        "to print, never ours.",
        limit=120,
    )
    sent: logo.Logo | None = None

    def validate_file(self, field) -> None:
        if not field.data:
            return
        try:
            self.sent = logo.read(field.data.read())
        except logo.NotALogo as error:
            raise ValidationError(str(error)) from error
