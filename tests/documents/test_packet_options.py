"""What an account remembers of how packets are printed."""

import pytest

from coalition_app.documents.packet_options import PAGES, PacketOptions


def test_who_never_chose_gets_all_pages_on_one_side():
    assert PacketOptions.read("") == PacketOptions(tuple(PAGES))


@pytest.mark.parametrize(
    "options",
    [
        PacketOptions(("notes",)),
        PacketOptions(("front", "people"), two_sided=True),
        PacketOptions(large=True, two_sided=True),
    ],
)
def test_what_was_chosen_is_remembered(options):
    assert PacketOptions.read(options.stored) == options


def test_private_notes_are_never_remembered():
    assert not PacketOptions.read(PacketOptions(private=True).stored).private


def test_what_nobody_knows_any_more_is_left_out():
    assert PacketOptions.read("notes appendix private").pages == ("notes",)
