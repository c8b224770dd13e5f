"""Paper that is printed already: letters of a run differ in their words only.

A letterhead takes more than half of the time that a letter takes. It is set once, and drawn once
in a file: what was drawn is repeated on the other pages.
"""

from collections.abc import Callable
from itertools import chain, repeat

from weasyprint.document import Document, Page
from weasyprint.pdf.stream import Stream

Paint = Callable[[Stream, float], None]


class Paper:
    """Its first page lies under the first one of each document, its last one under all others.

    For one file: the names of fonts and images in what was drawn are those of the file.
    """

    def __init__(self, document: Document):
        first, *others = (_Leaf(page) for page in document.pages)
        self._leaves = first, others[-1] if others else first

    def lie_under(self, pages: list[Page]) -> None:
        first, other = self._leaves
        for page, leaf in zip(pages, chain([first], repeat(other)), strict=False):
            page.paint = leaf.under(page.paint)


class _Leaf:
    def __init__(self, page: Page):
        self.page = page
        self.drawn: list | None = None

    def under(self, paint: Paint) -> Paint:
        def both(stream: Stream, scale: float = 1) -> None:
            with stream.stacked():
                self._draw(stream, scale)
            paint(stream, scale)

        return both

    def _draw(self, stream: Stream, scale: float) -> None:
        if self.drawn is None:
            before = len(stream.stream)
            self.page.paint(stream, scale)
            self.drawn = stream.stream[before:]
        else:
            stream.stream.extend(self.drawn)
