"""The pieces of a prep packet: plain words, worded by whoever makes them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One of the nine. `state`: done, now, ahead or not needed; `note`: the word under it."""

    number: int
    name: str
    state: str
    note: str = ""


@dataclass(frozen=True)
class Track:
    """Where one organization stands; named on paper only when the meeting has several."""

    organization: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Prepared:
    """One question of step 5. Without an answer the packet prints a line to write on."""

    heading: str
    question: str
    answer: str


@dataclass(frozen=True)
class Remark:
    """A paragraph that begins with a few words in bold, or with none."""

    lead: str
    text: str


@dataclass(frozen=True)
class Promise:
    """An open commitment. `side`: 'We will' or 'They will'; `when`: 'Fri', '2 days late'."""

    side: str
    what: str
    who: str = ""
    when: str = ""
    is_late: bool = False


@dataclass(frozen=True)
class Event:
    """One line of what happened so far."""

    day: str
    who: str
    what: str
    text: str = ""


@dataclass(frozen=True)
class Attendee:
    """Somebody expected. `known`: what we know of them; `talk`: when we last talked."""

    name: str
    role: str = ""
    phone: str = ""
    known: tuple[Remark, ...] = ()
    talk: str = ""
    pronouns: str = ""


@dataclass(frozen=True)
class Party:
    """Those expected from one organization, or from our local."""

    name: str
    people: tuple[Attendee, ...]


@dataclass(frozen=True)
class Room:
    """To write on: lines below each of theirs, and empty rows for those who come unexpected."""

    lines: int = 0
    rows: int = 0


@dataclass(frozen=True)
class Call:
    """What is needed on the phone. `numbers`: whom to ask for, and what to dial; `lines`: to write
    on below."""

    script: str
    numbers: tuple[Remark, ...] = ()
    about_us: str = ""
    lines: int = 10
