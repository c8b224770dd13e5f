"""What makes a page a good page: a list of complaints about one, empty for a good one."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element as Node

from tests.dom import Element, name_of, text_of

LeadsSomewhere = Callable[[str, str], bool]

NOT_TYPED = ("hidden", "submit", "button", "reset", "image")
REFERENCES = ("for", "form", "list", "aria-labelledby", "aria-describedby", "aria-controls")
REFERENCES += ("aria-errormessage", "aria-owns", "popovertarget")
REFRESHING = re.compile(r"\b(load|every|from:|revealed|intersect)")
REQUESTS = {"hx-get": "GET", "hx-post": "POST"}
SCRIPT_ADDRESS = "javascript:"


class Nodes:
    """All elements of a page, walked once, by name and by attribute."""

    def __init__(self, root: Node):
        self.root = root
        self.called: dict[str, list[Node]] = defaultdict(list)
        self.having: dict[str, list[Node]] = defaultdict(list)
        for node in root.iter():
            if isinstance(node.tag, str):  # a comment's is none
                self.called[name_of(node)].append(node)
                for attribute in node.attrib:
                    self.having[attribute].append(node)

    def with_both(self, names: Iterable[str], attribute: str) -> list[Node]:
        return [node for name in names for node in self.called[name] if attribute in node.attrib]

    def inside(self, name: str) -> set[Node]:
        return {inner for outer in self.called[name] for inner in outer.iter()} - {
            *self.called[name]
        }

    @cached_property
    def sending_forms(self) -> list[Node]:
        """All but those that only close a dialog."""
        return [form for form in self.called["form"] if form.get("method") != "dialog"]


def complaints_about(root: Element, leads_somewhere: LeadsSomewhere, *, whole: bool) -> list[str]:
    nodes = Nodes(root.wrapper.etree_element)
    checks = [repeated_ids, unnamed_fields, unnamed_buttons, inline_code, unreachable_requests]
    checks += [bad_forms, *([skeleton, dangling_references] if whole else [])]
    found = [complaint for check in checks for complaint in check(nodes)]
    return found + list(dead_links(nodes, leads_somewhere))


def shown(node: Node) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in node.attrib.items())
    return f"<{name_of(node)}{attributes}>"


def skeleton(nodes: Nodes) -> Iterator[str]:
    if (count := len(nodes.called["h1"])) != 1:
        yield f"{count} h1 on the page, not one"
    if (count := len(nodes.called["main"])) != 1:
        yield f"{count} main landmarks on the page, not one"
    if not nodes.root.get("lang"):
        yield "the page does not say its language"
    inside = [node for head in nodes.called["head"] for node in head]
    if not any(node.text for node in inside if name_of(node) == "title"):
        yield "the page has no title"


def repeated_ids(nodes: Nodes) -> Iterator[str]:
    counted = Counter(node.get("id") for node in nodes.having["id"])
    yield from (f"id {name!r} stands {n} times" for name, n in counted.items() if n > 1)


def unnamed_fields(nodes: Nodes) -> Iterator[str]:
    labels = nodes.with_both(["label"], "for")
    labelled = {label.get("for") for label in labels if text_of(label)}
    inside = nodes.inside("label")
    for field in (each for name in ("input", "select", "textarea") for each in nodes.called[name]):
        is_named = field.get("id") in labelled or named(field) or field in inside
        if field.get("type") not in NOT_TYPED and not is_named:
            yield f"a field without a label: {shown(field)}"


def named(node: Node) -> bool:
    return bool(node.get("aria-label") or node.get("aria-labelledby"))


def unnamed_buttons(nodes: Nodes) -> Iterator[str]:
    links = nodes.with_both(["a"], "href")
    for node in (*nodes.called["button"], *links, *nodes.called["summary"]):
        if not (text_of(node) or named(node) or any(said_by_pictures(node))):
            yield f"nothing to read on {shown(node)}"
    for image in nodes.called["img"]:
        if "alt" not in image.attrib:
            yield f"a picture without alt: {shown(image)}"


def said_by_pictures(node: Node) -> Iterator[str | None]:
    drawings = Nodes(node)
    yield from (image.get("alt") for image in drawings.called["img"])
    inside = drawings.inside("svg")
    yield from (text_of(title) for title in drawings.called["title"] if title in inside)


def inline_code(nodes: Nodes) -> Iterator[str]:
    styles = [*nodes.having["style"], *nodes.called["style"]]
    yield from (f"inline style: {shown(node)}" for node in styles)
    scripts = [script for script in nodes.called["script"] if "src" not in script.attrib]
    yield from (f"inline script: {shown(script)}" for script in scripts)
    for attribute, there in nodes.having.items():
        for node in there:
            if attribute.startswith(("on", "hx-on")):
                yield f"script in the attribute {attribute} of {shown(node)}"
            if node.get(attribute).lstrip()[: len(SCRIPT_ADDRESS)].lower() == SCRIPT_ADDRESS:
                yield f"script in the address {attribute} of {shown(node)}"


def unreachable_requests(nodes: Nodes) -> Iterator[str]:
    """Whatever htmx fetches at somebody's wish must be reachable without it as well."""
    inside = nodes.inside("form")
    for node in dict.fromkeys(each for request in REQUESTS for each in nodes.having[request]):
        if "href" in node.attrib or name_of(node) == "form" or node in inside:
            continue
        if "form" not in node.attrib and not REFRESHING.search(node.get("hx-trigger") or ""):
            yield f"only htmx can follow {shown(node)}"


def bad_forms(nodes: Nodes) -> Iterator[str]:
    outside = {button.get("form") for button in nodes.with_both(["button"], "form")}
    for form in nodes.sending_forms:
        posts = form.get("method", "get").lower() == "post"
        if not form.get("action"):
            yield f"a form without action: {shown(form)}"
        if posts and not any(node.get("name") == "csrf_token" for node in form.iter()):
            yield f"a form that posts without a CSRF token: {shown(form)}"
        if posts and form.get("id") not in outside and not any(map(sends, form.iter())):
            yield f"a form that posts without a button: {shown(form)}"


def sends(node: Node) -> bool:
    name = name_of(node)
    return name == "button" or (name == "input" and node.get("type") == "submit")


def dead_links(nodes: Nodes, leads_somewhere: LeadsSomewhere) -> Iterator[str]:
    addresses = [(link.get("href"), "GET") for link in nodes.with_both(["a", "link"], "href")]
    addresses += [(node.get("src"), "GET") for node in nodes.with_both(["img", "script"], "src")]
    addresses += [
        (form.get("action") or "", form.get("method", "get").upper())
        for form in nodes.sending_forms
    ]
    for attribute, method in REQUESTS.items():
        addresses += [(node.get(attribute), method) for node in nodes.having[attribute]]
    for address, method in dict.fromkeys(addresses):
        parts = urlsplit(address)
        ours = not parts.scheme and not parts.netloc and parts.path
        if ours and not leads_somewhere(parts.path, method):
            yield f"{method} {address} leads nowhere"


def dangling_references(nodes: Nodes) -> Iterator[str]:
    ids = {node.get("id") for node in nodes.having["id"]}
    for attribute, node, names in references(nodes):
        for name in set(names) - ids:
            yield f"{attribute} of {shown(node)} names {name!r}, which is not there"


def references(nodes: Nodes) -> Iterator[tuple[str, Node, list[str]]]:
    """Attributes and their elements with the ids that they name."""
    for attribute in REFERENCES:
        for node in nodes.having[attribute]:
            yield attribute, node, node.get(attribute).split()
    for attribute in ("href", "hx-target"):
        for node in nodes.having[attribute]:
            address = node.get(attribute)
            if address.startswith("#") and address not in ("#", "#top") and " " not in address:
                yield attribute, node, [address[1:]]
