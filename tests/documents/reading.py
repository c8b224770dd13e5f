"""A PDF as its reader gets it: text, places, ink."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import pypdfium2
from PIL import Image
from pypdf import PdfReader

POINTS = 72  # an inch
LETTER = (612, 792)


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def text(pdf: bytes, page: int | None = None) -> str:
    """The words with single spaces, of one page (from 0) or of all."""
    chosen = range(len(read(pdf).pages)) if page is None else [page]
    return " ".join(" ".join(words_on(pdf, each) for each in chosen).split())


@lru_cache(maxsize=256)  # many tests ask the same file
def words_on(pdf: bytes, page: int) -> str:
    return read(pdf).pages[page].extract_text()


@dataclass(frozen=True)
class Line:
    """Text that begins at x, on a base line y inches below the top of the paper."""

    words: str
    x: float
    y: float


def lines(pdf: bytes, page: int = 0) -> list[Line]:
    found = []

    def visit(words, cm, tm, _font, _size):
        if words.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append(Line(words.strip(), x / POINTS, (LETTER[1] - y) / POINTS))

    read(pdf).pages[page].extract_text(visitor_text=visit)
    return found


def sizes(pdf: bytes) -> set[float]:
    """Of all the type in it, in points."""
    found = set()

    def visit(words, _cm, tm, _font, size):
        if words.strip():
            found.add(round(abs(size * tm[3]), 1))

    for page in read(pdf).pages:
        page.extract_text(visitor_text=visit)
    return found


def picture(pdf: bytes, page: int = 0, dots: int = 144) -> Image.Image:
    """The page in gray, `dots` to the inch."""
    document = pypdfium2.PdfDocument(pdf)
    shown = document[page].render(scale=dots / POINTS).to_pil().convert("L")
    document.close()
    return shown


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
