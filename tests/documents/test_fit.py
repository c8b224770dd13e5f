"""The guess at how far a packet goes is near what the press makes of it."""

import pytest

from coalition_app.documents import fit
from coalition_app.documents.packet_parts import Event
from tests.documents import reading, samples

USUAL = {"notes": (), "theirs": (), "ours": None}
TERSE = {**USUAL, "prepared": samples.prepared([samples.ANSWERS[2]] * 6)}
TO_BE_WRITTEN = {**USUAL, "prepared": samples.prepared(["", "", "", *samples.ANSWERS[3:]])}
FIRST_CONTACT = {**USUAL, "history": (), "promises": (), "prepared": ()}


@pytest.mark.parametrize("changes", [USUAL, TERSE, TO_BE_WRITTEN, FIRST_CONTACT])
def test_the_guess_is_within_a_few_lines(paper, changes):
    sheet = samples.packet_sheet(**changes)
    lowest = max(line.y for line in reading.lines(sheet.pdf()) if line.y < 10.3)
    assert fit.height(sheet) == pytest.approx((lowest - 0.6) * 72, abs=35)


def test_a_page_that_runs_over_a_little_is_set_tighter_at_once(paper):
    many = tuple(Event("Mar 5", "Dori James", "Call", "with Elena Díaz.") for _ in range(13))
    sheet = samples.packet_sheet(**{**USUAL, "history": many})
    assert sheet.is_tight
    assert not samples.packet_sheet().is_tight
    assert len(reading.pages(sheet.pdf())) == 1
