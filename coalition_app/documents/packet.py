"""The prep packet of a meeting: what to read before it, and the pages to write on at it."""

from dataclasses import dataclass
from datetime import datetime
from textwrap import shorten
from typing import ClassVar

from coalition_app.documents import packet_background as background
from coalition_app.documents import packet_words as words
from coalition_app.documents.fit import runs_over_a_little
from coalition_app.documents.notes import NotesPage, notes_pages
from coalition_app.documents.packet_parts import (
    Event,
    Party,
    Prepared,
    Promise,
    Remark,
    Track,
)
from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.lib.wording import clock_time, full_day, listing, long_day
from coalition_app.models import Local, Meeting

FEW = 6  # commitments in the narrow column, people in half the width; more get a table
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
    tracks: tuple[Track, ...] = ()
    prepared: tuple[Prepared, ...] = ()
    who_they_are: tuple[Remark, ...] = ()
    how_we_know_them: tuple[Remark, ...] = ()
    promises: tuple[Promise, ...] = ()
    offers: tuple[str, ...] = ()
    history: tuple[Event, ...] = ()
    theirs: tuple[Party, ...] = ()
    ours: Party | None = None
    script: str = ""
    private: tuple[Remark, ...] = ()
    notes: tuple[NotesPage, ...] = ()

    @classmethod
    def of(
        cls, meeting: Meeting, now: datetime, *, with_private_notes: bool = False
    ) -> "PacketSheet":
        """The packet of a meeting at a moment (wall clock); private notes only when asked for."""
        local, on = Local.current(), meeting.starts_at.date()
        contact = words.contact(meeting)
        title = shorten(meeting.title, LONGEST_FOOTER, placeholder=" …")
        return cls(
            file_name=file_name("Prep packet", meeting.title, on),
            organization=meeting.title,
            prepared_for=listing([each.person.name for each in meeting.ours]),
            when=f"{long_day(on)}, {clock_time(meeting.starts_at)}",
            where=meeting.place,
            contact=contact.described if contact else "",
            contact_phone=contact.dialed if contact else "",
            footer=f"{local.short_name} · {title} · {full_day(on)}",
            tracks=words.tracks(meeting, now),
            prepared=words.prepared(meeting),
            who_they_are=background.who_they_are(meeting),
            how_we_know_them=background.how_we_know_them(meeting),
            promises=background.promises(meeting, now.date()),
            offers=background.offers(),
            history=background.history(meeting, now.date()),
            theirs=words.theirs(meeting),
            ours=words.ours(meeting, local),
            script=words.script(meeting, local),
            private=words.private(meeting) if with_private_notes else (),
            notes=notes_pages(words.carried(meeting)),
        )

    @property
    def is_tight(self) -> bool:
        """Whether the part to read is to be set tighter, so that it ends on one page."""
        return runs_over_a_little(self)

    @property
    def has_many_promises(self) -> bool:
        return len(self.promises) > FEW

    @property
    def is_large(self) -> bool:
        """Whether so many are expected that they are listed over the whole width."""
        sides = (
            sum(len(party.people) for party in self.theirs),
            len(self.ours.people) if self.ours else 0,
        )
        return max(sides) > FEW
