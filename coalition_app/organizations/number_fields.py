"""The numbers by which public files know an organization."""

from wtforms.validators import ValidationError

from coalition_app.extensions import db
from coalition_app.lib import cell_values
from coalition_app.models import Organization
from coalition_app.web.fields import ParsedField


class EinField(ParsedField):
    """'06-1234567', kept as nine digits."""

    read = staticmethod(cell_values.ein)

    def write(self, value: str) -> str:
        return f"{value[:2]}-{value[2:]}"


class FileNumberField(ParsedField):
    """Of the Department of Labor. One that an earlier import brought stays as it is."""

    def read(self, typed: str) -> str:
        return typed if typed == self.object_data else cell_values.file_number(typed)

    def write(self, value: str) -> str:
        return value


class NumberFields:
    """No two organizations have the same one, not even one in the archive."""

    ein = EinField("EIN", description="The IRS knows them by it: nine digits.")
    file_number = FileNumberField(
        "File number", description="The Department of Labor's, of a union."
    )

    organization: Organization

    def validate_ein(self, field) -> None:
        query = db.select(Organization).where(getattr(Organization, field.name) == field.data)
        with db.session.no_autoflush:
            other = db.session.scalar(query) if field.data else None
        if other and other is not self.organization:
            raise ValidationError(f"{other.full_name} has this number already.")

    validate_file_number = validate_ein
