"""A page as a tree that tests can ask with CSS selectors."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from xml.etree.ElementTree import Element as Node

from cssselect2 import ElementWrapper, compile_selector_list
from tinyhtml5 import inputstream
from tinyhtml5.parser import HTMLParser

from tests import quick_html

INLINE = set(
    """
    a abbr b bdi cite code em i kbd mark q s small span strong sub sup time u var wbr
    """.split()  # noqa: SIM905 (a list of words)
)
UNSEEN = {"head", "script", "style", "template"}

compiled = lru_cache(maxsize=None)(compile_selector_list)


class Remembered(dict):
    """tinyhtml5 2.1 stores these patterns where it never looks, and makes them again each time."""

    def __missing__(self, wanted: tuple[frozenset[str], bool]) -> re.Pattern:
        characters, opposite = wanted
        listed = "".join(f"\\x{ord(character):02x}" for character in characters)
        self[wanted] = re.compile(f"[{'' if opposite else '^'}{listed}]+")
        return self[wanted]


inputstream.characters_until_regex = Remembered()


class Element:
    """One element; asks are scoped to what lies below it."""

    def __init__(self, wrapper: ElementWrapper):
        self.wrapper = wrapper

    def __getitem__(self, attribute: str) -> str:
        return self.wrapper.etree_element.attrib[attribute]

    def __repr__(self):
        attributes = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        return f"<{self.tag}{attributes}>"

    def get(self, attribute: str, default: str | None = None) -> str | None:
        return self.attributes.get(attribute, default)

    def has(self, attribute: str) -> bool:
        return attribute in self.attributes

    def matches(self, selector: str) -> bool:
        return self.wrapper.matches(*compiled(selector))

    def all(self, selector: str) -> list["Element"]:
        choices = compiled(selector)
        named = {choice.local_name for choice in choices}
        asked = self.subtree if None in named else self.called(named)
        tests = [choice.test for choice in choices]
        return [Element(one) for one in asked if any(test(one) for test in tests)]

    def called(self, names: set[str]) -> list[ElementWrapper]:
        if len(names) == 1:
            return self.by_name.get(*names, [])
        return [one for one in self.subtree if one.local_name in names]

    @cached_property
    def by_name(self) -> dict[str, list[ElementWrapper]]:
        found: dict[str, list[ElementWrapper]] = {}
        for one in self.subtree:
            found.setdefault(one.local_name, []).append(one)
        return found

    @cached_property
    def subtree(self) -> list[ElementWrapper]:
        """Walked once: a page is asked dozens of times."""
        return list(self.wrapper.iter_subtree())

    def one(self, selector: str) -> "Element":
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} elements match {selector!r}, not one: {found[:5]}"
        return found[0]

    @property
    def ancestors(self) -> Iterator["Element"]:
        return (Element(parent) for parent in self.wrapper.ancestors)

    @property
    def attributes(self) -> dict[str, str]:
        return self.wrapper.etree_element.attrib

    @property
    def classes(self) -> set[str]:
        return self.wrapper.classes

    @property
    def tag(self) -> str:
        return self.wrapper.local_name

    @property
    def text(self) -> str:
        return text_of(self.wrapper.etree_element)


def text_of(node: Node) -> str:
    """As it is read: white space collapsed, blocks set apart, hidden ones left out."""
    words: list[str] = []
    gather(node, words)
    return " ".join("".join(words).split())


def gather(node: Node, words: list[str]) -> None:
    name = name_of(node)
    if name in UNSEEN or "hidden" in node.attrib:
        return
    gap = "" if name in INLINE else " "
    words.append(gap + (node.text or ""))
    for child in node:
        gather(child, words)
        if child.tail:
            words.append(child.tail)
    words.append(gap)


def name_of(node: Node) -> str:
    """Nobody sees a comment either."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else "template"


def parse(html: str) -> tuple[Element, list[str]]:
    """The whole page and what the HTML parser has against it."""
    if (plain := quick_html.read(html)) is not None:
        return Element(ElementWrapper.from_html_root(plain)), []
    return parse_thoroughly(html)


def parse_thoroughly(html: str) -> tuple[Element, list[str]]:
    parser = HTMLParser()
    root = parser.parse(html)
    return Element(ElementWrapper.from_html_root(root)), readable_errors(parser, html)


def parse_fragment(html: str) -> tuple[Element, list[str]]:
    """The same for a piece of a page, below a root of its own."""
    parser = HTMLParser()
    root = parser.parse_fragment(html, container=container_for(html))
    return Element(ElementWrapper.from_html_root(root)), readable_errors(parser, html)


def container_for(html: str) -> str:
    opening = html.lstrip()[:8].lower()
    containers = {"<tr": "tbody", "<td": "tr", "<th": "tr", "<tbody": "table", "<option": "select"}
    return next(
        (
            container
            for tag, container in containers.items()
            if opening.startswith(tag) and not opening[len(tag) :][:1].isalnum()
        ),
        "div",
    )


def readable_errors(parser: HTMLParser, html: str) -> list[str]:
    lines = html.splitlines()
    lines.append("")
    return [
        f"HTML line {line}: {code} {details or ''} near {lines[line - 1].strip()!r}"
        for (line, _), code, details in parser.errors
    ]
