"""The form by which a list is narrowed; its address holds what was chosen."""

from coalition_app.web.forms import BaseForm


class SearchForm(BaseForm):
    """A search by GET; what nobody could have picked is ignored. A field `q` comes first."""

    FIRST: tuple[str, ...] = ()

    class Meta:
        csrf = False

    def ignore_what_cannot_be(self) -> None:
        """Once the choices of all fields are set."""
        self.validate()
        for field in self:
            if field.errors:
                field.data, field.raw_data, field.errors = None, None, ()

    @property
    def first(self) -> list:
        """Those that are always in view, beside the search."""
        return [self[name] for name in self.FIRST]

    @property
    def further(self) -> list:
        """Those that are folded away."""
        return [field for field in self if field.name not in ("q", *self.FIRST)]

    @property
    def is_further(self) -> bool:
        """Whether one of those narrows that are folded away."""
        return any(field.data for field in self.further)

    @property
    def address(self) -> dict[str, str | int]:
        """Only what narrows, as it stands in the address."""
        return {field.name: field.data for field in self if field.data}
