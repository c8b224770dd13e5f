"""The picture on our paper, from whatever file somebody sends: built anew, small, or refused."""

import io
from dataclasses import dataclass
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageOps, UnidentifiedImageError

from coalition_app.lib import svg

MOST_PIXELS = 16_000_000
MOST_OF_A_DRAWING = 300_000  # bytes
WIDTH, HEIGHT = 690, 260  # pixels: 300 to the inch of its place in the letterhead
FORMATS = ("PNG", "JPEG")
OTHER = "A logo is a PNG, a JPEG or an SVG file. This one is something else."
BROKEN = "This picture is broken: it ends too early, or something in it is wrong."


class NotALogo(Exception):
    """The words are for whoever sent it."""


@dataclass(frozen=True)
class Logo:
    kind: str
    content: bytes


def read(content: bytes) -> Logo:
    """A PNG or an SVG of our own making; NotALogo."""
    if not content:
        raise NotALogo("The file is empty.")
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] == b"<":
        return Logo("svg", _drawing(content))
    return Logo("png", _picture(content))


def _drawing(content: bytes) -> bytes:
    if len(content) > MOST_OF_A_DRAWING:
        raise NotALogo("This drawing is too large for a logo: 300 kB at most. Save it as PNG.")
    try:
        return svg.rebuilt(content)
    except svg.NotADrawing as error:
        raise NotALogo(str(error)) from error


def _picture(content: bytes) -> bytes:
    with catch_warnings():
        simplefilter("ignore")  # of a decompression bomb: we count the pixels ourselves
        try:
            image = Image.open(io.BytesIO(content), formats=FORMATS)
            _refuse_giants(*image.size)
            image.draft("RGB", (WIDTH * 2, HEIGHT * 2))
            return _encoded(_on_white(ImageOps.exif_transpose(image)))
        except UnidentifiedImageError as error:
            raise NotALogo(OTHER) from error
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
            raise NotALogo(BROKEN) from error


def _refuse_giants(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        millions = width * height / 1_000_000
        raise NotALogo(
            f"This picture has {millions:,.0f} million pixels ({width:,} by {height:,}). "
            "Make it smaller first: 1,000 by 400 are plenty."
        )


def _on_white(image: Image.Image) -> Image.Image:
    """As it looks on paper, no larger than it prints."""
    image.thumbnail((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    image = image.convert("RGBA")
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB")


def _encoded(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()
