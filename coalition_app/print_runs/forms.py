from secrets import token_hex

from wtforms import HiddenField
from wtforms.validators import ValidationError

from coalition_app.extensions import db
from coalition_app.lib import blanks
from coalition_app.lib.label_formats import FORMATS, RETURN, LabelFormat, label_format
from coalition_app.lib.number_list import numbers
from coalition_app.models import (
    LETTER_KINDS,
    RUN_SORTINGS,
    RUN_TO,
    LabelSheet,
    Printer,
    PrintRun,
    places_of,
)
from coalition_app.web import clock
from coalition_app.web.forms import (
    BaseForm,
    BooleanField,
    ChoiceField,
    DayField,
    LineField,
    NumberField,
    RadioField,
    TextField,
    VersionedForm,
    needed,
    number_or_none,
)
from coalition_app.web.when import NotAhead

LABELS_ONLY = ("", "labels or envelopes only")
ADDRESSES = [each for each in FORMATS.values() if each.use != "name badges"]


class ChoiceForm(VersionedForm):
    """What is printed for the recipients of a run; each change is kept at once.

    `opened` tells the pages apart: one that sends its changes faster than it reads the answers is
    in nobody's way but others'.
    """

    kind = ChoiceField("Letter")
    goes_to = RadioField("Addressed to", choices=list(RUN_TO.items()))
    sorting = RadioField("In order", choices=list(RUN_SORTINGS.items()))
    is_per_household = BooleanField("One for each household")
    opened = HiddenField()

    def __init__(self, run: PrintRun, **options):
        super().__init__(obj=run, **options)
        self.opened.data = (self.opened.data or token_hex(4))[:8]
        self.kind.choices = [*((kind, LETTER_KINDS[kind]) for kind in run.kinds), LABELS_ONLY]
        if run.source == "drafts":
            del self.kind
        if run.source != "organizations":
            del self.goes_to
        if run.source not in ("people", "meeting"):
            del self.is_per_household

    def conflicts_with(self, run: PrintRun) -> list[tuple[str, str]]:
        differing = [] if run.changed_on == self.opened.data else super().conflicts_with(run)
        if differing:
            self.opened.data = token_hex(4)
        return differing

    def apply(self, run: PrintRun) -> None:
        run.choose(page=self.opened.data)
        if "kind" in self and self.kind.data != run.kind:
            run.kind = self.kind.data
            run.choose(words=None)
        if "goes_to" in self:
            run.choose(to=self.goes_to.data)
        if "is_per_household" in self:
            run.is_per_household = self.is_per_household.data
        run.sorting = self.sorting.data


class TextForm(BaseForm):
    """The words of this run's letters, before their places are filled."""

    salutation = LineField("Salutation")
    body = TextField(
        "Letter",
        [needed("Write something first.")],
        limit=20_000,
        description="A blank line begins a new paragraph. What stands in [brackets] is filled in "
        "for each; a sentence falls away where it is empty.",
        render_kw={"rows": 14},
    )
    closing = LineField("Closing")

    @staticmethod
    def places(kind: str) -> dict[str, str]:
        """What may stand in brackets, and what is put in."""
        return places_of(kind)

    def check_places(self, kind: str) -> None:
        known = places_of(kind)
        for field in self:
            for typed in blanks.unknown(field.data, known) if field.name != "csrf_token" else ():
                meant = blanks.nearest(typed, known)
                instead = f" Did you mean [{meant}]?" if meant else ""
                field.errors = [*field.errors, f"[{typed}] cannot be filled in.{instead}"]


class SendForm(BaseForm):
    sent_on = DayField(
        "Sent on",
        [needed("Type the day on which they went."), NotAhead()],
        render_kw={"data-shortcut": "s", "aria-keyshortcuts": "s"},
    )
    failed = LineField(
        "Which did not print?", description="Their numbers in this list, like 34-36, 40.", limit=400
    )

    def __init__(self, run: PrintRun, **options):
        super().__init__(data={"sent_on": clock.today()}, **options)
        self.run = run

    def validate_failed(self, field) -> None:
        try:
            self.left_out = numbers(field.data, len(self.run.recipients))
        except ValueError as error:
            raise ValidationError(str(error)) from error


class PaperForm(BaseForm):
    """Which sheet, from which label on, and on which printer."""

    format = ChoiceField("Labels")
    start = NumberField("Start at label", [needed("Type the number of the first label.")])
    printer = ChoiceField("Printer", coerce=number_or_none)

    def __init__(self, formats: list[LabelFormat], given: dict | None = None):
        last = Printer.last_used()
        known = {"format": formats[0].name, "printer": last.id if last else None}
        known["start"] = LabelSheet.next_of(label_format((given or known)["format"]) or formats[0])
        super().__init__(data={**known, **(given or {})})
        self.format.choices = [(each.name, each.words) for each in formats]
        printers = db.session.scalars(Printer.in_order())
        self.printer.choices = [
            ("", "any, not moved"),
            *((each.id, each.words) for each in printers),
        ]

    @property
    def kind(self) -> LabelFormat:
        return FORMATS[self.format.data]

    def validate_start(self, field) -> None:
        kind = label_format(self.format.data)
        if kind and field.data is not None and not 1 <= field.data <= kind.per_sheet:
            field.errors = [
                *field.errors,
                f"A sheet of {kind.name} has labels 1 to {kind.per_sheet}.",
            ]

    @property
    def asked(self) -> dict:
        """As it stands in the address of the paper."""
        printer = {"printer": self.printer.data} if self.printer.data else {}
        return {"format": self.format.data, "start": self.start.data, **printer}


class ReturnForm(PaperForm):
    """Labels with our own address."""

    MOST = 2_000
    count = NumberField("How many", [needed("Type how many labels.")], top=MOST)

    def __init__(self, given: dict | None = None):
        formats = sorted(ADDRESSES, key=lambda each: each.use != RETURN)
        super().__init__(formats, given)
        if self.count.data is None and not self.is_submitted():
            kind = label_format(self.format.data)
            self.count.data = kind.per_sheet - self.start.data + 1
