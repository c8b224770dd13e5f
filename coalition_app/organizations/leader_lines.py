"""The leaders' lines of the research sheet, and what becomes of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from coalition_app.lib.contact_line import ContactLine, read_contact
from coalition_app.lib.tidy import tidy_line
from coalition_app.models import Affiliation, AlreadyElse, Organization, line_of, write_leader

MOST_SHOWN = 12
MOST_TAKEN = 60
BLANK = 2
LIMIT = 300
ASK_NAME = "Begin with the name, like: Elena Díaz, president, elena@example.org."


@dataclass
class Line:
    """`shown` is what the line said when it was last shown or saved: what differs is written."""

    number: int
    text: str = ""
    shown: str = ""
    affiliation: Affiliation | None = None
    note: str = ""
    problem: str = ""

    @property
    def key(self) -> str:
        return f"leader-{self.number}"

    @property
    def is_changed(self) -> bool:
        return self.text != self.shown


class LeaderLines:
    """People who are there now, one a line, and blank lines for more."""

    def __init__(self, organization: Organization):
        self.organization = organization
        current = organization.current_affiliations
        self.lines = [_line(number, each) for number, each in enumerate(current[:MOST_SHOWN])]
        self.more_count = max(len(current) - MOST_SHOWN, 0)
        self.taken: list[Line] = []
        self.added = self._add_blank()

    @property
    def refused(self) -> list[Line]:
        return [line for line in self.lines if line.problem]

    def read(self, posted: Mapping[str, str]) -> "LeaderLines":
        """As they were typed; nothing is written yet."""
        current = {str(each.id): each for each in self.organization.current_affiliations}
        self.lines = []
        while len(self.lines) < MOST_TAKEN and f"leader-{len(self.lines)}" in posted:
            line = Line(len(self.lines))
            line.text = tidy_line(posted[line.key])
            line.shown = tidy_line(posted.get(f"{line.key}-shown"))
            line.affiliation = current.get(posted.get(f"{line.key}-id", ""))
            self.lines.append(line)
        self.added = self._add_blank()
        return self

    def write(self, typing: str = "") -> None:
        """Turns what changed into people and roles, but for the line that somebody is typing."""
        self.taken = [line for line in self.lines if line.is_changed and line.key != typing]
        for line in self.taken:
            self._write(line)

    def _write(self, line: Line) -> None:
        typed = read_contact(line.text, Affiliation.ROLES)
        if not line.text:
            line.shown, line.note = "", "stays: emptying a line removes nobody."
        elif len(line.text) > LIMIT:
            line.problem = f"Shorten it: at most {LIMIT} characters fit here."
        elif not typed.name:
            line.problem = ASK_NAME
        else:
            self._turn(line, typed)

    def _turn(self, line: Line, typed: ContactLine) -> None:
        before, shown = line.affiliation, read_contact(line.shown, Affiliation.ROLES)
        try:
            after = write_leader(self.organization, typed, before, shown)
        except AlreadyElse as error:
            line.problem = str(error)
            return
        was_known = after.id is None and after.person.id is not None
        line.note = "was among People already." if was_known else ""
        if before and after is not before:
            line.note = f"is added; {before.person.name} stays."
        line.affiliation, line.shown = after, line.text

    def _add_blank(self) -> list[Line]:
        """So many at the end are always blank."""
        blank = 0
        for line in reversed(self.lines):
            if line.text or line.affiliation:
                break
            blank += 1
        added = [Line(len(self.lines) + each) for each in range(BLANK - blank)]
        self.lines = [*self.lines, *added]
        return added


def _line(number: int, affiliation: Affiliation) -> Line:
    text = line_of(affiliation).text
    return Line(number, text, text, affiliation)
