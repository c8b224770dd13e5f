"""A PDF as its reader gets it: text, places, ink."""

from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import pypdfium2
from PIL import Image
from pypdf import PdfReader
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

POINTS = 72  # an inch
LETTER = (612, 792)


def read(pdf: bytes) -> PdfReader:
    """What stands in it beside words: tags, names, fonts. (Words take it twenty times as long.)"""
    return PdfReader(BytesIO(pdf))


def text(pdf: bytes, page: int | None = None) -> str:
    """The words with single spaces, of one page (from 0) or of all."""
    words = pages(pdf)
    return " ".join((" ".join(words) if page is None else words[page]).split())


@lru_cache(maxsize=256)  # many tests ask the same file
def pages(pdf: bytes) -> tuple[str, ...]:
    """The words of each page, in lines."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        found = [page.get_textpage().get_text_range() for page in document]
    return tuple(words.replace("\r\n", "\n") for words in found)


def page_sizes(pdf: bytes) -> set[tuple[float, float]]:
    """Of all pages, in points."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return {page.get_size() for page in document}


@dataclass(frozen=True)
class Line:
    """Text that begins at x, on a base line y inches below the top of the paper."""

    words: str
    x: float
    y: float


def lines(pdf: bytes, page: int = 0) -> list[Line]:
    found = pieces(pdf, page)
    return [Line(words, x / POINTS, (LETTER[1] - y) / POINTS) for words, x, y, _ in found]


def sizes(pdf: bytes) -> set[float]:
    """Of all the type in it, in points."""
    every = range(len(pages(pdf)))
    return {round(size, 1) for page in every for _, _, _, size in pieces(pdf, page)}


@lru_cache(maxsize=256)
def pieces(pdf: bytes, page: int) -> list[tuple[str, float, float, float]]:
    """What is set at once: its words, where they begin from below, the size of its type."""
    found = []
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        shown = document[page]
        for piece in shown.get_objects([FPDF_PAGEOBJ_TEXT], textpage=shown.get_textpage()):
            place, words = piece.get_matrix(), piece.extract().strip()
            if words:
                found.append((words, place.e, place.f, piece.get_font_size() * abs(place.d)))
    return found


def picture(pdf: bytes, page: int = 0, dots: int = 144) -> Image.Image:
    """The page in gray, `dots` to the inch."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return document[page].render(scale=dots / POINTS, grayscale=True).to_pil()


def ink(shown: Image.Image, dots: int = 144) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom of all that is not white, in inches."""
    box = shown.point(lambda gray: 255 if gray < 200 else 0).getbbox()
    return tuple(place / dots for place in box) if box else None


def fonts(pdf: bytes) -> dict[str, bool]:
    """Each font's name, without its subset's tag, and whether its file is embedded."""
    found = {}
    for page in read(pdf).pages:
        for font in page["/Resources"]["/Font"].values():
            face = font.get_object()["/DescendantFonts"][0].get_object()
            name = face["/BaseFont"].partition("+")[2]
            found[name] = "/FontFile2" in face["/FontDescriptor"]
    return found


def tags(pdf: bytes) -> list[tuple[str, dict]]:
    """The structure in reading order: (tag, its dictionary)."""
    found = []

    def walk(node):
        node = node.get_object()
        if not hasattr(node, "get"):
            return
        if "/S" in node:
            found.append((node["/S"], node))
        children = node.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            walk(child)

    walk(read(pdf).trailer["/Root"]["/StructTreeRoot"])
    return found
