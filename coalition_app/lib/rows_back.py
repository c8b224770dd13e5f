"""Rows given back as a file that any spreadsheet opens, and that none runs."""

import csv
import io
from collections.abc import Iterable, Sequence

from coalition_app.lib.columns import REASON, ROW

RISKY = ("=", "+", "-", "@", "\t", "\r")


def written(headers: Sequence[str], rows: Iterable[tuple[int, Sequence[str], str]]) -> bytes:
    """CSV in UTF-8 with its mark: each row with its number and why it was left out."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    kept = [at for at, header in enumerate(headers) if header not in (ROW, REASON)]
    writer.writerow([*(harmless(headers[at]) for at in kept), ROW, REASON])
    for number, cells, reason in rows:
        writer.writerow([*(harmless(cells[at]) for at in kept), number, harmless(reason)])
    return out.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """A formula stays text."""
    return f"'{cell}" if cell.startswith(RISKY) else cell
