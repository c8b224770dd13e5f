"""The packets of a day or a week in one file, behind a page of contents."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

from flask import current_app

from coalition_app.documents.packet import PacketSheet
from coalition_app.documents.packet_options import USUALLY, PacketOptions
from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.lib.wording import full_day, long_day
from coalition_app.models import Local, Meeting


@dataclass(frozen=True)
class PacketsSheet(Sheet):
    template: ClassVar[str] = "documents/packets.html"

    file_name: str
    local: str
    days: str
    packets: tuple[PacketSheet, ...]
    options: PacketOptions = USUALLY
    starts: tuple[int, ...] = ()  # the page on which each packet begins

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
            packets=tuple(PacketSheet.of(each, now, options) for each in meetings),
            options=options,
        )

    @property
    def in_order(self) -> tuple[tuple[PacketSheet, int], ...]:
        """Each packet with the page on which it begins."""
        return tuple(zip(self.packets, self.starts, strict=True))

    def pdf(self) -> bytes:
        """One file; PrintingFailed or PaperUnavailable as of one sheet."""
        printer = current_app.extensions["printer"]
        return printer.many(
            self._pages(),
            title=f"Prep packets: {self.days}",
            fronts=self.options.two_sided,
            front=self._contents,
        ).pdf

    def _pages(self) -> Iterator[str]:
        return (packet.html() for packet in self.packets)

    def _contents(self, starts: list[int]) -> str:
        return replace(self, starts=tuple(starts)).html()
