"""Which pages of a packet, and how the paper is used."""

from wtforms.widgets import CheckboxInput

from coalition_app.documents.packet_options import PAGES, WAYS, PacketOptions
from coalition_app.models import Account
from coalition_app.web import access
from coalition_app.web.forms import BaseForm, BooleanField, ChoicesField

NO_PAGE = "Choose at least one page."


class TicksField(ChoicesField):
    """Any of several, each with a box to tick."""

    option_widget = CheckboxInput()


class PacketForm(BaseForm):
    pages = TicksField("Pages", choices=list(PAGES.items()))
    ways = TicksField("Paper", choices=list(WAYS.items()))
    private = BooleanField("With private notes, only this time: do not leave it on their table")

    def __init__(self, account: Account, **given):
        """As the account remembers it; who may not read private notes is not offered them."""
        kept = PacketOptions.read(account.packet_options)
        ways = [way for way in WAYS if getattr(kept, way)]
        super().__init__(data={"pages": kept.pages, "ways": ways}, **given)
        if not access.can("organizer"):
            del self.private

    def validate(self, extra_validators=None) -> bool:
        is_valid = super().validate(extra_validators)
        if not self.pages.data:
            self.refuse(NO_PAGE, self.pages)
        return is_valid and bool(self.pages.data)

    @property
    def options(self) -> PacketOptions:
        return PacketOptions.read(" ".join([*self.pages.data, *self.ways.data]))

    @property
    def is_private(self) -> bool:
        return "private" in self and self.private.data
