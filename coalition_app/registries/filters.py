"""What a search of the registries is narrowed by."""

from coalition_app.models import FIELDS, KINDS, RegistryFile, RegistryWanted
from coalition_app.web.forms import ChoiceField, LineField
from coalition_app.web.search_form import SearchForm

ANY = ("", "any")
MEMBERS = {
    "100": "100 or more",
    "500": "500 or more",
    "1000": "1,000 or more",
    "5000": "5,000 or more",
}
INCOMES = {"3": "over $25,000", "4": "over $100,000", "5": "over $500,000", "6": "over $1 million"}
NUMBERS = ("members", "income")
STATES = """
    AK AL AR AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH
    NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY
    """.split()  # noqa: SIM905 (a list of words)


class FilterForm(SearchForm):
    q = LineField("Name, number, contact")
    place = LineField("City or ZIP")
    state = ChoiceField("State")
    kind = ChoiceField("Kind", choices=[ANY, *((kind, kind) for kind in KINDS)])
    field = ChoiceField("Field", choices=[ANY, *((each, each) for each in FIELDS)])
    members = ChoiceField("Members", choices=[ANY, *MEMBERS.items()])
    income = ChoiceField("Income", choices=[ANY, *INCOMES.items()])
    parent = LineField("Chapters of", limit=20)

    def __init__(self, given, files: list[RegistryFile]):
        super().__init__(given)
        states = STATES  # union reports are of all of them
        if all(file.is_of_a_state for file in files):
            states = sorted(file.part for file in files)
        self.state.choices = [ANY, *((state, state) for state in states)]
        self.ignore_what_cannot_be()

    @property
    def further(self) -> list:
        """Those that are folded away."""
        return [self.field, self.members, self.income, self.state]

    @property
    def wanted(self) -> RegistryWanted:
        named = {"text" if name == "q" else name: value for name, value in self.address.items()}
        return RegistryWanted(
            **{name: int(value) if name in NUMBERS else value for name, value in named.items()}
        )
