"""What the name of an organization tells of it, where that is safe: 'IBEW Local 90' is labor."""

import re
from dataclasses import dataclass

from coalition_app.lib.folding import fold
from coalition_app.lib.irs_codes import HINTS

UNION = re.compile(
    r"\b(AFL-?CIO|AFGE|AFSCME|AFT|APWU|ATU|CWA|IAFF|IATSE|IBEW|ILWU|IUOE|IUPAT|LIUNA|NALC|NNU|"
    r"NTEU|SEIU|TWU|UAW|UFCW|UNITE HERE|USW|TEAMSTERS)\b|\bLOCAL (UNION )?(NO\.? |#)?\d+|"
    r"LABOR (COUNCIL|FEDERATION)|FEDERATION OF (LABOR|TEACHERS)|(BUILDING|CONSTRUCTION) TRADES|"
    r"BROTHERHOOD OF (ELECTRICAL|TEAMSTERS|CARPENTERS|LOCOMOTIVE)|(WORKERS|EMPLOYEES|NURSES) UNION"
)
NO_UNION = re.compile(r"TENANT|CREDIT UNION|STUDENT|CHURCH|CHAPEL|BAPTIST")
A_LOCAL = re.compile(r"\b(LOCAL|LODGE|BRANCH|CHAPTER|DISTRICT) (UNION )?(NO\.? |#)?\d+")
NOT_SAFE = ("labor", "education", "health")  # a school's or hospital's name says too little


@dataclass(frozen=True)
class Guess:
    """Empty where nothing safe can be said."""

    kind: str = ""
    field: str = ""
    scope: str = ""
    has_members: bool | None = None

    @property
    def words(self) -> str:
        """'labor, local, with members'."""
        members = "with members" if self.has_members else ""
        field = self.field if self.field != self.kind else ""
        return ", ".join(part for part in (self.kind, field, self.scope, members) if part)


def guess_from(name: str) -> Guess:
    name = fold(name).upper()
    if UNION.search(name) and not NO_UNION.search(name):
        return Guess("labor", "labor", "local" if A_LOCAL.search(name) else "", True)
    found = (field for field, hint in HINTS if field not in NOT_SAFE and hint.search(name))
    field = next(found, "")
    return Guess("community" if field else "", field)
