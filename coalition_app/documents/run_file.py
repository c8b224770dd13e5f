"""The letters of a print run as the one file that goes to the printer."""

from dataclasses import dataclass

from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.models import PrintRun


@dataclass(frozen=True)
class RunFile(Sheet):
    """Its paper lies in the run's folder."""

    file_name: str

    @classmethod
    def of(cls, run: PrintRun) -> "RunFile":
        return cls(file_name("Letters", run.title, run.made_at.date()))
