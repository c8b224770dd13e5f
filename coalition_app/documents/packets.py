"""The packets of a day or a week in one file, behind a page of contents."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

from flask import current_app

from coalition_app.documents.packet import PacketSheet, when
from coalition_app.documents.packet_options import USUALLY, PacketOptions
from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.lib.wording import full_day, long_day
from coalition_app.models import Local, Meeting


@dataclass(frozen=True)
class Entry:
    """A line of the contents; `start`: the page on which the packet begins."""

    when: str
    organization: str
    where: str
    start: int = 0


@dataclass(frozen=True)
class PacketsSheet(Sheet):
    """`packets` are made one by one while the first of them are printed already."""

    template: ClassVar[str] = "documents/packets.html"

    file_name: str
    local: str
    days: str
    entries: tuple[Entry, ...]
    packets: Iterator[PacketSheet]
    options: PacketOptions = USUALLY

    @classmethod
    def of(
        cls,
        meetings: list[Meeting],
        days: tuple[date, date],
        now: datetime,
        options: PacketOptions = USUALLY,
    ) -> "PacketsSheet":
        """The packets of these meetings in their order, without private notes; `days`: the first
        and the last one."""
        options = options.with_private_notes(are_wanted=False)
        local, (first, last) = Local.current(), days
        return cls(
            file_name=file_name("Prep packets", local.short_name, first),
            local=f"{local.full_name} · {full_day(now.date())}",
            days=long_day(first) if first == last else f"{long_day(first)} to {long_day(last)}",
            entries=tuple(Entry(when(each), each.title, each.place) for each in meetings),
            packets=(PacketSheet.of(each, now, options) for each in meetings),
            options=options,
        )

    def pdf(self) -> bytes:
        """One file; PrintingFailed or PaperUnavailable as of one sheet."""
        printer = current_app.extensions["printer"]
        return printer.many(
            (packet.html() for packet in self.packets),
            title=f"Prep packets: {self.days}",
            fronts=self.options.two_sided,
            front=self._contents,
        ).pdf

    def _contents(self, starts: list[int]) -> str:
        entries = zip(self.entries, starts, strict=True)
        return replace(self, entries=tuple(replace(e, start=start) for e, start in entries)).html()
