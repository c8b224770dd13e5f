"""Pages in other scripts: their faces are loaded, and what reads from the right begins there."""

import re
import unicodedata

import faces
from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse, URLFetchingError

FACE = '@font-face {{ font-family: "{family}"; src: url("shipped:{file}") }}'
BLOCKS = frozenset(("p", "h1", "h2", "h3", "li", "td", "th", "div", "dt", "dd", "blockquote"))
APART = re.compile("\u2068[^\u2068\u2069]*\u2069")  # between Unicode's isolates
FROM_THE_RIGHT = ("R", "AL")  # Unicode's classes of Hebrew and Arabic letters


class ShippedFaces(URLFetcher):
    """Serves the files of one folder, for the styles that this module writes itself."""

    def fetch(self, url, headers=None):
        scheme, _, name = url.partition(":")
        file = faces.FOLDER / name
        if scheme != "shipped" or file.parent != faces.FOLDER:
            raise URLFetchingError(f"no face of ours: {url[:200]}")
        return URLFetcherResponse(url, file.read_bytes())


class Scripts:
    """Makes a page ready that holds more than our own faces draw; others cost next to nothing.

    A face that was loaded stays for the life of the worker. Pango takes it by itself for the
    characters that the faces of a style lack.
    """

    def __init__(self, fonts: FontConfiguration):
        self._fonts, self._fetcher = fonts, ShippedFaces()
        self._loaded: set[str] = set()

    def prepare(self, root) -> None:
        """`root` is the element tree of a page; directions are written into it."""
        characters = set("".join(root.itertext()))
        for file in faces.needed_for(characters):
            self._load(file)
        if any(map(_is_from_the_right, characters)):
            _set_directions(root)

    def _load(self, file: str) -> None:
        if file not in self._loaded:
            self._loaded.add(file)
            style = FACE.format(family=file.partition(".")[0], file=file)
            CSS(string=style, font_config=self._fonts, url_fetcher=self._fetcher)


def _set_directions(root) -> None:
    """As dir=auto does on a screen: the first letter of a paragraph decides."""
    for block in root.iter():
        is_innermost = block.tag in BLOCKS and not any(child.tag in BLOCKS for child in block)
        if is_innermost and _begins_from_the_right("".join(block.itertext())):
            block.set("dir", "rtl")


def _begins_from_the_right(text: str) -> bool:
    """By its first letter. What is set apart counts only where nothing else stands: a line of ours
    that begins with an Arabic name is still one of ours."""
    letters = _letters(APART.sub("", text)) or _letters(text)
    return letters[:1] not in ([], ["L"])


def _letters(text: str) -> list[str]:
    classes = map(unicodedata.bidirectional, text)
    return [each for each in classes if each in ("L", *FROM_THE_RIGHT)]


def _is_from_the_right(character: str) -> bool:
    return unicodedata.bidirectional(character) in FROM_THE_RIGHT
