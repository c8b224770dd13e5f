"""The pages of a PDF as pictures for a screen."""

import base64
import io

import pypdfium2

DOTS = 110  # to the inch: sharp on a screen where a page is half as wide
MOST = 4  # pages shown; a letter has one or two
# PNG in gray, JPEG in color: a PNG in color takes three times as long.
PNG = {"format": "PNG", "compress_level": 1}
JPEG = {"format": "JPEG", "quality": 88, "subsampling": 0}


def of(pdf: bytes, *, in_color: bool) -> dict:
    """How many pages there are, and the first ones as images that are their own addresses."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[place] for place in range(min(len(document), MOST))]
        return {"count": len(document), "pages": [_address(page, in_color) for page in pages]}
    finally:
        document.close()


def _address(page: pypdfium2.PdfPage, in_color: bool) -> str:
    looks = {"rev_byteorder": True} if in_color else {"grayscale": True}
    how, file = JPEG if in_color else PNG, io.BytesIO()
    page.render(scale=DOTS / 72, **looks).to_pil().save(file, **how)
    kind = how["format"].lower()
    return f"data:image/{kind};base64,{base64.b64encode(file.getvalue()).decode()}"
