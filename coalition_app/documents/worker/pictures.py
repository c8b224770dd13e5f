"""The pages of a PDF as pictures for a screen."""

import base64
import io

import pypdfium2

DOTS = 110  # to the inch: sharp on a screen where a page is half as wide
MOST = 4  # pages shown; a letter has one or two
QUICKLY = 1  # zlib's level: smaller files would take thrice the time


def of(pdf: bytes) -> dict:
    """How many pages there are, and the first ones as PNG files in base64."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        shown = min(len(document), MOST)
        return {"count": len(document), "pages": [_png(document[place]) for place in range(shown)]}
    finally:
        document.close()


def _png(page: pypdfium2.PdfPage) -> str:
    picture = page.render(scale=DOTS / 72, rev_byteorder=True).to_pil()
    file = io.BytesIO()
    picture.save(file, "PNG", compress_level=QUICKLY)
    return base64.b64encode(file.getvalue()).decode()
