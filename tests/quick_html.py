"""Reads a page that is plainly well formed ten times as fast as the HTML parser would.

Whatever is not plain (a tag left open or out of place, a stray `&`, an odd character) is declined,
and the HTML parser says what is wrong, if anything is. See tests/house/test_quick_html.py.
"""

import re
from html import unescape
from html.entities import html5
from xml.etree.ElementTree import Element

from tinyhtml5.constants import adjust_svg_attributes

HTML, SVG = "{http://www.w3.org/1999/xhtml}", "{http://www.w3.org/2000/svg}"
TAG = re.compile(
    r"""([^<]*+)<(/?)([a-z][a-z0-9]*+)"""
    r"""((?:\s++[a-zA-Z][\w:.@-]*+(?:=(?:"[^"]*+"|'[^']*+'))?+)*+)\s*+(/?)>""",
    re.ASCII,
)
ATTRIBUTE = re.compile(r"""([a-zA-Z][\w:.@-]*+)(?:="([^"]*+)"|='([^']*+)')?+""", re.ASCII)
DOCTYPE = re.compile(r"<!doctype html>\s*", re.IGNORECASE)
NO_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
ODD = re.compile(f"[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{NO_CHARACTERS}]")
REFERENCE = re.compile(r"&(?:([a-zA-Z]+;)|#([0-9]{1,5});)?")

VOID = set("br hr img input link meta source wbr".split())  # noqa: SIM905
FORMATTING = set("a b code em i s small strong u".split())  # noqa: SIM905
PHRASING = FORMATTING | VOID - {"hr"}
PHRASING |= set(
    """
    abbr bdi button cite data datalist dfn kbd label mark meter noscript output progress q samp
    script select span sub sup svg textarea time var
    """.split()  # noqa: SIM905
)
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = HEADINGS | {"hr"}
BLOCKS |= set(
    """
    address article aside blockquote details dialog div dl fieldset figcaption figure footer form
    header hgroup legend main nav ol p search section summary table ul
    """.split()  # noqa: SIM905
)
FLOW = PHRASING | BLOCKS
ROWS = {"tr"}
LISTED = FLOW | {"li"}
# What may stand directly in what; elements that are not here hold any FLOW.
INSIDE = {
    "html": {"head", "body"},
    "head": {"meta", "link", "script", "title"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
    "colgroup": {"col"},
    "thead": ROWS,
    "tbody": ROWS,
    "tfoot": ROWS,
    "tr": {"td", "th"},
    "select": {"option", "optgroup"},
    "optgroup": {"option"},
    "datalist": {"option"},
    "ul": LISTED,
    "ol": LISTED,
    "dl": FLOW | {"dt", "dd"},
    "svg": {"path", "g", "circle", "rect", "line", "polyline"},
    "g": {"path", "circle", "rect", "line", "polyline"},
    **dict.fromkeys(("title", "textarea", "script", "option"), frozenset()),
    **dict.fromkeys(("path", "circle", "rect", "line", "polyline"), frozenset()),
    **dict.fromkeys(HEADINGS, PHRASING),
    "p": PHRASING,
}
NO_WORDS = {"html", "head", "table", "colgroup", "thead", "tbody", "tfoot", "tr", "select"}
NO_WORDS |= {"optgroup", "script", "svg", "g"}
NOT_IN_ITSELF = FORMATTING | {"form", "button", "p"}
EMPTY = VOID | {"col"}


class Declined(Exception):
    """Not plain enough."""


def read(html: str) -> Element | None:
    """The page's tree as the HTML parser would make it; None when that one has to look."""
    html = html.replace("\r\n", "\n")
    start = DOCTYPE.match(html)
    if not start or ODD.search(html):
        return None
    try:
        return Reading(html, start.end()).root
    except Declined:
        return None


class Reading:
    def __init__(self, html: str, position: int):
        self.root: Element | None = None
        self.names: list[str] = []
        self.nodes: list[Element] = []
        self.closed: set[str] = set()  # head and body
        while found := TAG.match(html, position):
            words, end, name, attributes, slash = found.groups()
            if words:
                self.words(words)
            if end:
                self.end(name, attributes or slash)
            else:
                self.start(name, attributes, slash)
            position = found.end()
        self.words(html[position:])
        require(not self.names and {"head", "body"} <= self.closed)

    def words(self, words: str) -> None:
        parent = self.names[-1] if self.names else "html"
        if parent in NO_WORDS:
            require(not words.strip())
        if parent == "html":
            if not self.closed:
                return
            node = self.root[-1] if "body" in self.closed else self.root
        else:
            node = self.nodes[-1]
        if parent == "textarea":
            words = words.removeprefix("\n")
        add_words(node, plain(words))

    def start(self, name: str, attributes: str, slash: str) -> None:
        self.check(name)
        is_drawn = name == "svg" or "svg" in self.names
        node = Element((SVG if is_drawn else HTML) + name, attributes_in(attributes, is_drawn))
        if self.nodes:
            self.nodes[-1].append(node)
        else:
            self.root = node
        require(not slash or is_drawn or name in EMPTY)
        if not slash and name not in EMPTY:
            self.names.append(name)
            self.nodes.append(node)

    def check(self, name: str) -> None:
        """Declines what the HTML parser would put elsewhere, or close something for."""
        if not self.names:
            require(name == "html" and self.root is None)
            return
        parent = self.names[-1]
        if parent == "html":
            require(name not in self.closed and (name == "head") == (not self.closed))
        is_term = name in ("dt", "dd") and self.names[-2:] == ["dl", "div"]
        require(name in INSIDE.get(parent, FLOW) or is_term)
        require(name not in NOT_IN_ITSELF or name not in self.names)
        require("p" not in self.names or name not in BLOCKS)

    def end(self, name: str, more: str) -> None:
        require(not more and self.names and self.names[-1] == name)
        self.names.pop()
        self.nodes.pop()
        if name in ("head", "body"):
            self.closed.add(name)


def require(is_plain: object) -> None:
    if not is_plain:
        raise Declined


def add_words(node: Element, words: str) -> None:
    if len(node):
        node[-1].tail = (node[-1].tail or "") + words
    else:
        node.text = (node.text or "") + words


def plain(words: str) -> str:
    """With its character references written out; only common ones are."""
    if "&" not in words:
        return words
    for named, number in REFERENCE.findall(words):
        require(named in html5 if named else number and is_common(int(number)))
    return unescape(words)


def is_common(number: int) -> bool:
    return 32 <= number < 127 or 160 <= number < 0xD800


def attributes_in(written: str, is_drawn: bool) -> dict[str, str]:
    found = ATTRIBUTE.findall(written)
    attributes = {name: plain(double or single) for name, double, single in found}
    require(len(attributes) == len(found))
    for name in attributes:
        if is_drawn:
            require(name == "viewBox" or (name.islower() and ":" not in name))
            require(name not in adjust_svg_attributes and not name.startswith("xmlns"))
        else:
            require(name == name.lower())
    return attributes
