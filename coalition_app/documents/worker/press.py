"""HTML in, PDF out: the only module that imports WeasyPrint, and only the child imports it."""

from collections.abc import Callable
from math import inf
from pathlib import Path

import portion
import pydyf
from paper import Paper
from scripts import Scripts
from shared_styles import shared_styles
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetchingError

STYLES = Path(__file__).parents[3] / "templates" / "documents" / "print"
IN_ORDER = (
    "base.css",
    "packet.css",
    "packet_sheets.css",
    "large.css",
    "letter.css",
    "reminders.css",
    "directory.css",
    "acquaintances.css",
    "cold_calls.css",
    "sign_in.css",
    "one_pager.css",
    "labels.css",
    "ruler.css",
)
FIRST_PAGE = '<html lang="en" class="{}"><title>-</title><h1>Aa</h1><p>Aa <b>Aa</b></p>'
BLANK = '<html lang="en"><title>-</title>'
POINTS = 0.75  # in a CSS pixel
IMAGES = ("data:image/png;base64,", "data:image/svg+xml;base64,")
TIGHT = "tight"
STUMP = 3.4 * 96  # a page that ends within a third of its height looks lost


class ClosedFetcher(URLFetcher):
    """Serves nothing but the image that an address itself is: the logo. Fonts come from fontconfig,
    styles from the press; whatever else a document asks for was smuggled in."""

    def fetch(self, url, headers=None):
        if url.startswith(IMAGES):
            return super().fetch(url, headers)
        raise URLFetchingError(f"a document may not load {url[:200]}")


class Press:
    """One font configuration and one parsed stylesheet for all documents: both are dear to make.

    A stylesheet belongs to the font configuration it was parsed with.
    """

    def __init__(self):
        self.fetcher = ClosedFetcher()
        self.fonts = FontConfiguration()
        self.scripts = Scripts(self.fonts)
        styles = "\n".join((STYLES / name).read_text("utf-8") for name in IN_ORDER)
        self.stylesheet = CSS(string=styles, font_config=self.fonts, url_fetcher=self.fetcher)
        self.papers: dict[str, Document] = {}

    def warm_up(self) -> None:
        self.pdf(FIRST_PAGE)

    def pdf(self, html: str) -> bytes:
        """The tagged PDF."""
        return self._best(html).write_pdf(pdf_tags=True)

    def portion(
        self,
        documents: list[str | list],
        papers: list[str],
        place: int,
        *,
        tagged: bool,
        fronts: bool,
    ) -> bytes:
        """Several documents, to be bound with other portions; `place`: its number among them.

        A document is its HTML; or the number of its paper, and its words: these are not tagged.
        `fronts`: each begins on a front when printed on both sides.
        """
        with shared_styles():
            sheets = [Paper(self._paper(html)) for html in papers]
            laid_out = [self._on_paper(document, sheets) for document in documents]
        parts = [each.pages for each in laid_out]
        if fronts:
            parts = [pages + self._blank().pages * (len(pages) % 2) for pages in parts]
        document = laid_out[0].copy([page for pages in parts for page in pages])
        bookmarks = document.make_bookmark_tree(POINTS, transform_pages=True)
        for page in document.pages:
            page.bookmarks.clear()  # the binder writes them
        counts = [len(pages) for pages in parts]
        return _written(
            document, tagged, lambda pdf: portion.portion(pdf, place, counts, bookmarks)
        )

    def _on_paper(self, document: str | list, papers: list[Paper]) -> Document:
        if isinstance(document, str):
            return self._best(document)
        number, words = document
        laid_out = self._best(words)
        papers[number].lie_under(laid_out.pages)
        return laid_out

    def _paper(self, html: str) -> Document:
        """Kept for the next portion, which is on the same as a rule."""
        if html not in self.papers:
            self.papers = {html: self._lay_out(html)}
        return self.papers[html]

    def _blank(self) -> Document:
        return self._render(HTML(string=BLANK, url_fetcher=self.fetcher))

    def _best(self, html: str) -> Document:
        """One with next to nothing on its last page is set tighter, or wider, and the better of
        the two is taken."""
        document = self._lay_out(html)
        if _shortest_end(document) < STUMP:
            other = self._lay_out(html, is_other=True)
            document = min(document, other, key=_waste)
        return document

    def _lay_out(self, html: str, *, is_other: bool = False) -> Document:
        """As the document asks; `is_other`: set tighter, or no longer so."""
        page = HTML(string=html, url_fetcher=self.fetcher)
        if is_other:
            root = page.etree_element
            classes = set(root.get("class", "").split()) ^ {TIGHT}
            root.set("class", " ".join(sorted(classes)))
        return self._render(page)

    def _render(self, page: HTML) -> Document:
        self.scripts.prepare(page.etree_element)
        return page.render(font_config=self.fonts, stylesheets=[self.stylesheet], pdf_tags=True)


def _shortest_end(document: Document) -> float:
    """How far down, in CSS pixels, the emptiest last page of a part goes (a document marks the ends
    of its parts with ids `end-...`); first pages do not count, they may be short."""
    ends = (end for page in document.pages[1:] for end in page.anchors.items())
    return min((y for name, (_x, y, *_) in ends if name.startswith("end-")), default=inf)


def _waste(document: Document) -> tuple[int, float]:
    return len(document.pages), -_shortest_end(document)


def _written(document: Document, tagged: bool, loose: Callable[[pydyf.PDF], bytes]) -> bytes:
    """What `loose` makes of the document's objects; its own file is not wanted."""
    made = []

    def finish(_document: Document, pdf: pydyf.PDF) -> None:
        made.append(loose(pdf))
        del pdf.objects[1:]

    document.write_pdf(finisher=finish, pdf_tags=tagged)
    return made[0]
