"""The packets of a day or a week in one file, behind a page of contents."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from flask import current_app

from coalition_app.documents.packet import PacketSheet
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

    @classmethod
    def of(cls, meetings: list[Meeting], first: date, last: date, now: datetime) -> "PacketsSheet":
        """The packets of these meetings in their order, without private notes."""
        local = Local.current()
        days = long_day(first) if first == last else f"{long_day(first)} to {long_day(last)}"
        return cls(
            file_name=file_name("Prep packets", local.short_name, first),
            local=f"{local.full_name} · {full_day(now.date())}",
            days=days,
            packets=tuple(PacketSheet.of(each, now) for each in meetings),
        )

    def pdf(self) -> bytes:
        """One file; PrintingFailed or PaperUnavailable as of one sheet."""
        printer = current_app.extensions["printer"]
        return printer.bundle(self.html(), [packet.html() for packet in self.packets])
