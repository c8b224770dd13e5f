"""The fields of a mailing address, the same in every form that asks for one."""

from coalition_app.lib.addresses import Address
from coalition_app.web.forms import LineField

PARTS = ("street", "city", "state", "postal_code")


class PostalFields:
    """What is missing is said beside them (shared/address.html), and refused nowhere."""

    street = LineField("Street or PO box")
    city = LineField("City", limit=100)
    state = LineField("State", limit=40)
    postal_code = LineField("ZIP", limit=20)

    @property
    def postal(self) -> Address:
        return Address(**{part: self[part].data or "" for part in PARTS})
