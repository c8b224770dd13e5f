"""HTML in, PDF out: the only module that imports WeasyPrint, and only the child imports it."""

from pathlib import Path

from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetchingError

STYLESHEET = Path(__file__).parents[2] / "templates" / "documents" / "print.css"
FIRST_PAGE = '<html lang="en" class="{}"><title>-</title><h1>Aa</h1><p>Aa <b>Aa</b></p>'
INCH = 96


class ClosedFetcher(URLFetcher):
    """Serves nothing. Fonts come from fontconfig, styles from the press, images are inline SVG;
    whatever else a document asks for was smuggled in."""

    def fetch(self, url, headers=None):
        raise URLFetchingError(f"a document may not load {url[:200]}")


class Press:
    """One font configuration and one parsed stylesheet for all documents: both are dear to make.

    A stylesheet belongs to the font configuration it was parsed with.
    """

    def __init__(self):
        self.fetcher = ClosedFetcher()
        self.fonts = FontConfiguration()
        self.stylesheet = CSS(
            string=STYLESHEET.read_text("utf-8"), font_config=self.fonts, url_fetcher=self.fetcher
        )

    def warm_up(self) -> None:
        self.pdf(FIRST_PAGE)

    def pdf(self, html: str) -> bytes:
        """The tagged PDF; set tighter when that saves a last page with next to nothing on it."""
        document = self._lay_out(html)
        if _ends_in_a_stump(document):
            tighter = self._lay_out(html, "tight")
            document = min(document, tighter, key=lambda laid_out: len(laid_out.pages))
        return document.write_pdf(pdf_tags=True)

    def _lay_out(self, html: str, density: str = "") -> Document:
        page = HTML(string=html, url_fetcher=self.fetcher)
        root = page.etree_element
        root.set("class", f"{root.get('class', '')} {density}".strip())
        return page.render(font_config=self.fonts, stylesheets=[self.stylesheet], pdf_tags=True)


def _ends_in_a_stump(document: Document) -> bool:
    """Whether some part of the document (it marks its ends with ids `end-...`) has a last page
    that ends within three inches of the paper's top."""
    ends = (end for page in document.pages[1:] for end in page.anchors.items())
    return any(name.startswith("end-") and y < 3 * INCH for name, (_x, y, *_) in ends)
