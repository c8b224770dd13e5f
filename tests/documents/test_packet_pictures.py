"""The packets of the sample local look as they did when somebody last looked at them."""

import pytest
from PIL import Image, ImageChops

from tests.documents import packet_pictures
from tests.documents.packet_pictures import ALIKE, PACKETS, distance, packet, stored

RETAKE = "If it is meant to look so: look at it, then `python -m tests.pictures packets`."


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("name", PACKETS)
def test_a_packet_looks_as_it_did(app, name):
    assert distance(packet(name), stored(name)) < ALIKE, RETAKE


def test_the_comparison_forgives_letters_that_are_drawn_a_little_differently():
    usual = stored("usual")
    there_and_back = usual.resize((usual.width * 3, usual.height * 3)).resize(usual.size)
    assert distance(there_and_back, usual) < ALIKE
    assert distance(usual.point(lambda gray: min(gray + 12, 255)), usual) < ALIKE


@pytest.mark.parametrize("box", [(20, 30, 150, 60), (20, 230, 280, 330), (640, 100, 900, 380)])
def test_the_comparison_sees_a_part_that_moved_by_four_points(box):
    usual, moved = stored("usual"), stored("usual")
    part = usual.crop(box)
    moved.paste(255, box)
    moved.paste(part, (box[0], box[1] + 2))
    assert distance(moved, usual) > ALIKE


def test_the_comparison_sees_a_word_that_is_missing_and_a_page_too_many():
    usual = stored("usual")
    without = ImageChops.duplicate(usual)
    without.paste(255, (20, 24, 130, 36))
    assert distance(without, usual) > ALIKE
    longer = Image.new("L", (usual.width + packet_pictures.DOTS * 8, usual.height), 255)
    assert distance(longer, usual) > ALIKE
