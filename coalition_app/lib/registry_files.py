"""A public registry's file, recognized by what it holds, not by its name."""

from collections.abc import Iterator
from pathlib import Path

from coalition_app.lib import irs, olms
from coalition_app.lib.registry_record import Record, WrongFile
from coalition_app.lib.registry_text import A_FILE, lines_of, look_at

SEPARATORS = ",;\t|"
LIKE = 5  # columns of the same name that make two tables alike


class RegistryReader:
    """`records()` raises WrongFile at the first bad line, as does opening it at the first one."""

    def __init__(self, file: Path):
        self.file = file
        self.encoding, self.lines_count = look_at(file)
        header = next(lines_of(file, self.encoding), "")
        self.format = _format_of(header)

    def records(self) -> Iterator[Record]:
        return self.format.read(lines_of(self.file, self.encoding))


def _format_of(header: str):
    for separator in SEPARATORS:
        names = {name.strip().strip('"').upper() for name in header.split(separator)}
        for each in (irs, olms):
            if len(names & set(each.COLUMNS)) >= LIKE:
                return each
        if "RPT_ID" in names:
            found = "this is another table of the union reports"
            raise WrongFile(1, found, "the one with names and members, like lm_data_data_2021.txt")
    raise WrongFile(1, f"it begins with “{header.strip()[:60]}”", A_FILE)
