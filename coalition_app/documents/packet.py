"""The prep packet of a meeting: what to read before it, and the pages to write on at it."""

from dataclasses import dataclass, replace
from datetime import datetime
from textwrap import shorten
from typing import ClassVar

from coalition_app.documents import fit
from coalition_app.documents import packet_background as background
from coalition_app.documents import packet_people as people
from coalition_app.documents import packet_words as words
from coalition_app.documents.measures import LARGE, USUAL, Measures
from coalition_app.documents.notes import NotesPage, notes_pages
from coalition_app.documents.packet_options import USUALLY, PacketOptions
from coalition_app.documents.packet_parts import (
    Call,
    Event,
    Party,
    Prepared,
    Promise,
    Remark,
    Room,
    Track,
)
from coalition_app.documents.room import on_people_sheet
from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.lib.wording import clock_time, full_day, listing, long_day
from coalition_app.models import Local, Meeting

LATEST = 12  # events of what happened so far; older ones are counted
FEW = 6  # commitments in the narrow column; more get a table
PRIVATE = "Private to organizers"
NO_ROOM = Room()
LONGEST_FOOTER = 120  # characters of the organizations' names; two lines on paper


@dataclass(frozen=True)
class PacketSheet(Sheet):
    """Words only, ready to be set; `notes` says how much room each carry question gets."""

    template: ClassVar[str] = "documents/packet.html"

    file_name: str
    organization: str
    prepared_for: str
    when: str
    where: str
    contact: str
    contact_phone: str
    footer: str
    with_each: tuple[Remark, ...] = ()  # in the place of `contact`, where several meet
    tracks: tuple[Track, ...] = ()
    prepared: tuple[Prepared, ...] = ()
    who_they_are: tuple[Remark, ...] = ()
    how_we_know_them: tuple[Remark, ...] = ()
    promises: tuple[Promise, ...] = ()
    offers: tuple[str, ...] = ()
    history: tuple[Event, ...] = ()
    earlier: int = 0  # events that are not on paper
    theirs: tuple[Party, ...] = ()
    ours: Party | None = None
    room: Room = NO_ROOM
    call: Call | None = None
    private: tuple[Remark, ...] = ()
    notes: tuple[NotesPage, ...] = ()
    options: PacketOptions = USUALLY

    @classmethod
    def of(cls, meeting: Meeting, now: datetime, options: PacketOptions = USUALLY) -> "PacketSheet":
        """The packet of a meeting at a moment (wall clock); private notes only when asked for."""
        on, contact = meeting.starts_at.date(), words.contact(meeting)
        sheet = cls(
            file_name=file_name("Prep packet", meeting.title, on),
            organization=meeting.title,
            prepared_for=listing([each.person.name for each in meeting.ours]),
            when=when(meeting),
            where=meeting.place,
            contact=contact.described if contact else "",
            contact_phone=contact.dialed if contact else "",
            with_each=words.with_each(meeting),
            footer=_footer(meeting, options),
            options=options,
        )
        for page in options.pages:
            sheet = replace(sheet, **PARTS[page](meeting, now, options))
        private = words.private(meeting) if options.private else ()
        return replace(sheet, private=private).on_one_page()

    def on_one_page(self) -> "PacketSheet":
        """With only as much of what happened so far as spares a page with next to nothing."""
        if self.options.large or not self.has_front:
            return self
        kept = fit.events_that_fit(self)
        left_out = len(self.history) - kept
        return replace(self, history=self.history[:kept], earlier=self.earlier + left_out)

    @property
    def is_tight(self) -> bool:
        """Whether the part to read is to be set tighter, so that it ends on one page."""
        return not self.options.large and fit.is_tight(self)

    @property
    def style(self) -> str:
        """The classes of the whole."""
        given = {
            "packet": True,
            "tight": self.is_tight,
            "large": self.options.large,
            "two-sided": self.options.two_sided,
        }
        return " ".join(name for name, is_so in given.items() if is_so)

    @property
    def has_front(self) -> bool:
        return "front" in self.options.pages

    @property
    def has_reading(self) -> bool:
        """Whether it begins with pages that are not for writing or for one purpose only."""
        return bool(self.has_front or self.history or self.private)

    @property
    def has_people(self) -> bool:
        return bool(self.theirs or self.ours)

    @property
    def has_many_promises(self) -> bool:
        return len(self.promises) > FEW


def when(meeting: Meeting) -> str:
    """'Thursday, March 19, 5:30 pm'"""
    return f"{long_day(meeting.starts_at.date())}, {clock_time(meeting.starts_at)}"


def _front(meeting: Meeting, now: datetime, _options: PacketOptions) -> dict:
    return {
        "tracks": words.tracks(meeting, now),
        "prepared": words.prepared(meeting),
        "who_they_are": background.who_they_are(meeting),
        "how_we_know_them": background.how_we_know_them(meeting),
        "promises": background.promises(meeting, now.date()),
        "offers": background.offers(),
    }


def _history(meeting: Meeting, now: datetime, _options: PacketOptions) -> dict:
    events = background.history(meeting, now.date())
    return {"history": events[:LATEST], "earlier": len(events[LATEST:])}


def _people(meeting: Meeting, now: datetime, options: PacketOptions) -> dict:
    theirs = people.theirs(meeting, now.date(), with_private_notes=options.private)
    ours = people.ours(meeting, Local.current())
    room = on_people_sheet(theirs, ours, _measures(options))
    return {"theirs": theirs, "ours": ours, "room": room}


def _call(meeting: Meeting, _now: datetime, options: PacketOptions) -> dict:
    return {"call": words.call(meeting, Local.current(), _measures(options))}


def _notes(meeting: Meeting, _now: datetime, options: PacketOptions) -> dict:
    return {"notes": notes_pages(words.carried(meeting), _measures(options))}


PARTS = {
    "front": _front,
    "history": _history,
    "people": _people,
    "script": _call,
    "notes": _notes,
}


def _measures(options: PacketOptions) -> Measures:
    return LARGE if options.large else USUAL


def _footer(meeting: Meeting, options: PacketOptions) -> str:
    title = shorten(meeting.title, LONGEST_FOOTER, placeholder=" …")
    footer = f"{Local.current().short_name} · {title} · {full_day(meeting.starts_at.date())}"
    return f"{PRIVATE} · {footer}" if options.private else footer
