"""No-window #10 envelopes; inches from the envelope's top left."""

from datetime import date

import pytest

from coalition_app.documents.envelopes import EnvelopesSheet
from tests.documents import reading, samples

DAY = date(2026, 3, 14)
LINES = ("Elena Díaz", samples.LEAGUE, "45 Grove St", "New Haven CT  06511")
LONG = ("Elena Díaz", samples.LONG_NAME, *("Suite 400",) * 3, "45 Grove St", "New Haven CT  06511")
HEIGHT = 4.125


@pytest.fixture
def ours(local):
    local.street, local.city, local.state, local.postal_code = "12 Main St", "Bay", "CT", "06510"
    return local


@pytest.fixture
def printing(app, remembering, monkeypatch):
    monkeypatch.setitem(app.extensions, "printer", remembering)


def lines(pdf: bytes, page: int = 0) -> dict[str, reading.Line]:
    """By their words; y from the top of the envelope."""
    found = reading.lines(pdf, page)
    moved = 11 - HEIGHT
    return {line.words: reading.Line(line.words, line.x, line.y - moved) for line in found}


def test_both_addresses_stand_where_the_post_looks_for_them(ours, printing):
    pdf = EnvelopesSheet.of([LINES], DAY).pdf()
    assert reading.page_sizes(pdf) == {(9.5 * 72, HEIGHT * 72)}
    found = lines(pdf)
    own, theirs = found["CWA Local 555"], found["Elena Díaz"]
    assert own.x == pytest.approx(0.4, abs=0.02)
    assert 0.4 < own.y < 0.6
    assert theirs.x == pytest.approx(4.0, abs=0.02)
    assert 2.0 < theirs.y < 2.2


def test_each_gets_one_in_the_order_given(ours, printing):
    pdf = EnvelopesSheet.of([(name, *LINES[1:]) for name in ("Ana", "Ben", "Cora")], DAY).pdf()
    firsts = [next(w for w in ("Ana", "Ben", "Cora") if w in lines(pdf, page)) for page in range(3)]
    assert firsts == ["Ana", "Ben", "Cora"]


def test_a_long_address_stays_above_what_the_post_prints(ours, printing):
    shown = reading.picture(EnvelopesSheet.of([LONG], DAY).pdf())
    left, top, right, bottom = reading.ink(shown)
    assert (left, top) == (pytest.approx(0.4, abs=0.03), pytest.approx(0.43, abs=0.05))
    assert right < 9.0
    assert bottom < HEIGHT - 0.625


def test_nothing_is_printed_for_an_empty_or_endless_address(ours):
    sheet = EnvelopesSheet.of([(), LINES, ("W" * 999,)], DAY)
    assert (len(sheet.envelopes), sheet.too_long) == (1, (0, 2))


def test_a_nudge_moves_both_blocks(ours):
    plain = EnvelopesSheet.of([LINES], DAY).envelopes[0]
    moved = EnvelopesSheet.of([LINES], DAY, nudge=(25.4, 12.7)).envelopes[0]
    moves = [(b.left - a.left, b.top - a.top) for a, b in zip(plain, moved, strict=True)]
    assert moves == [(72, 36), (72, 36)]
