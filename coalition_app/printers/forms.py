from decimal import Decimal, InvalidOperation

from coalition_app.models import Printer
from coalition_app.web.fields import ParsedField
from coalition_app.web.forms import LineField, VersionedForm, needed


class MillimeterField(ParsedField):
    """A distance with its sign, in millimeters: '+1.5', '-0,5'; nothing is 0."""

    def process_formdata(self, valuelist) -> None:
        super().process_formdata(valuelist)
        self.data = self.data or 0.0

    def read(self, typed: str) -> float:
        plain = typed.replace(",", ".").replace("−", "-").removesuffix("mm").strip()
        try:
            value = float(Decimal(plain))
        except InvalidOperation:
            raise ValueError("Type millimeters with their sign, like +1.5 or -0.5.") from None
        if not abs(value) <= Printer.MOST_MM:
            raise ValueError(f"Type at most {Printer.MOST_MM} millimeters.")
        return round(value, 2)

    def write(self, value: float) -> str:
        return f"{value:+g}" if value else "0"


class PrinterForm(VersionedForm):
    name = LineField("Name", [needed("Type a name, like Upstairs.")], limit=80)
    right_mm = MillimeterField("Right", description="The number at the crease, in millimeters.")
    down_mm = MillimeterField("Down", description="The number at the other crease.")
