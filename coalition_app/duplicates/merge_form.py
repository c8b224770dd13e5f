"""The form that merges two records: one choice for each field in which both say something else."""

from coalition_app.models import Merging
from coalition_app.web.fields import VersionField
from coalition_app.web.forms import BaseForm, RadioField


class MergeForm(BaseForm):
    kept_version = VersionField()
    gone_version = VersionField()

    merging: Merging

    def is_outdated(self) -> bool:
        """Somebody changed one of the two meanwhile; the page then shows what they say now."""
        pairs = ((self.kept_version, self.merging.kept), (self.gone_version, self.merging.gone))
        is_outdated = any(field.data != record.version for field, record in pairs)
        for field, record in pairs:
            field.data, field.raw_data = record.version, None
        return is_outdated

    @property
    def picks(self) -> dict[str, str]:
        return {field.name: self[field.name].data for field in self.merging.choices}


def merge_form(merging: Merging) -> MergeForm:
    choices = {
        field.name: RadioField(field.label, choices=field.options, default=field.proposed)
        for field in merging.choices
    }
    form_class = type("MergeFormOfPair", (MergeForm,), {**choices, "merging": merging})
    return form_class(kept_version=merging.kept.version, gone_version=merging.gone.version)
