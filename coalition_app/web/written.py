"""Fields that look the same on every page are written once."""

from flask import current_app, request
from markupsafe import Markup

from coalition_app.web.forms import BaseForm

KEPT = "fields_written"


class WrittenOnce(BaseForm):
    """A form that stands below a list, blank until somebody uses it."""

    def written(self, name: str) -> Markup:
        """The field as shared/fields.html writes it."""
        if self.is_submitted():
            return _write(self[name])
        kept = current_app.extensions.setdefault(KEPT, {})
        key = request.script_root, type(self), name
        if key not in kept:
            kept[key] = _write(self[name])
        return kept[key]


def _write(field) -> Markup:
    return current_app.jinja_env.get_template("shared/fields.html").module.field(field)
