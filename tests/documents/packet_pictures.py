"""Packets of the sample local as pictures, and how far two pictures are from each other.

`python -m tests.pictures packets` takes those that the tests compare with. Look at them first.
"""

from contextlib import closing
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from coalition_app.documents.packet import PacketSheet
from coalition_app.documents.packet_options import USUALLY, PacketOptions
from coalition_app.extensions import db
from coalition_app.models import Meeting
from tests import sample_local

FOLDER = Path(__file__).parent / "pictures"
DOTS = 36  # to the inch
GRAYS = 17  # so far are the grays of a stored picture from each other: small files
# Each by the meeting's place, and how it is printed.
PACKETS = {
    "usual": ("Corner Cafe%", USUALLY),
    "large": ("Corner Cafe%", PacketOptions(("front", "people"), large=True)),
    "call": ("203 555%", PacketOptions(("front", "script"))),
}
SPOT = 1.5  # dots: blurred so, letters that are drawn a little differently look alike
ALIKE = 28  # of 255


def take() -> None:
    """Of the sample local that the database holds."""
    FOLDER.mkdir(exist_ok=True)
    for name in PACKETS:
        few_grays = packet(name).point(lambda gray: round(gray / GRAYS) * GRAYS)
        few_grays.save(FOLDER / f"{name}.png", optimize=True)


def stored(name: str) -> Image.Image:
    return Image.open(FOLDER / f"{name}.png").convert("L")


def packet(name: str) -> Image.Image:
    """All its pages beside each other, in gray."""
    place, options = PACKETS[name]
    meeting = db.session.scalars(Meeting.planned().where(Meeting.place.like(place))).first()
    return beside_each_other(PacketSheet.of(meeting, sample_local.NOW, options).pdf())


def beside_each_other(pdf: bytes) -> Image.Image:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        pages = [page.render(scale=DOTS / 72).to_pil().convert("L") for page in document]
    wide, high = pages[0].size
    row = Image.new("L", (wide * len(pages), high))
    for number, page in enumerate(pages):
        row.paste(page, (wide * number, 0))
    return row


def distance(one: Image.Image, other: Image.Image) -> float:
    """Of the two spots that differ most, of 255; pictures of another size differ in all."""
    if one.size != other.size:
        return 255
    blurred = (each.filter(ImageFilter.GaussianBlur(SPOT)) for each in (one, other))
    return ImageChops.difference(*blurred).getextrema()[1]
