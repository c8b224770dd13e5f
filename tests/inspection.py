"""What makes a page a good page: a list of complaints about one, empty for a good one."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from tests.dom import Element

LeadsSomewhere = Callable[[str, str], bool]

NOT_TYPED = ("hidden", "submit", "button", "reset", "image")
REFERENCES = ("for", "form", "list", "aria-labelledby", "aria-describedby", "aria-controls")
REFERENCES += ("aria-errormessage", "aria-owns", "popovertarget")
REFRESHING = re.compile(r"\b(load|every|from:|revealed|intersect)")
REQUESTS = {"hx-get": "GET", "hx-post": "POST"}


def complaints_about(root: Element, leads_somewhere: LeadsSomewhere, *, whole: bool) -> list[str]:
    checks = [repeated_ids, unnamed_fields, unnamed_buttons, inline_code, unreachable_requests]
    found = [complaint for check in checks for complaint in check(root)]
    found += bad_forms(root)
    found += dead_links(root, leads_somewhere)
    if whole:
        found += [*skeleton(root), *dangling_references(root)]
    return found


def skeleton(root: Element) -> Iterator[str]:
    if (count := len(root.all("h1"))) != 1:
        yield f"{count} h1 on the page, not one"
    if (count := len(root.all("main"))) != 1:
        yield f"{count} main landmarks on the page, not one"
    if not root.get("lang"):
        yield "the page does not say its language"
    if not any(title.wrapper.etree_element.text for title in root.all("head > title")):
        yield "the page has no title"


def repeated_ids(root: Element) -> Iterator[str]:
    counted = Counter(element["id"] for element in root.all("[id]"))
    yield from (f"id {name!r} stands {n} times" for name, n in counted.items() if n > 1)


def unnamed_fields(root: Element) -> Iterator[str]:
    labelled = {label["for"] for label in root.all("label[for]") if label.text}
    for field in root.all("input, select, textarea"):
        if field.get("type") in NOT_TYPED or field.get("id") in labelled or named(field):
            continue
        if not any(parent.tag == "label" for parent in field.ancestors):
            yield f"a field without a label: {field}"


def named(element: Element) -> bool:
    return bool(element.get("aria-label") or element.get("aria-labelledby"))


def unnamed_buttons(root: Element) -> Iterator[str]:
    for element in root.all("button, a[href], summary"):
        pictures = [image.get("alt") for image in element.all("img")]
        titles = [title.text for title in element.all("svg title")]
        if not (element.text or named(element) or any(pictures + titles)):
            yield f"nothing to read on {element}"
    yield from (f"a picture without alt: {image}" for image in root.all("img:not([alt])"))


def inline_code(root: Element) -> Iterator[str]:
    yield from (f"inline style: {element}" for element in root.all("[style], style"))
    yield from (f"inline script: {script}" for script in root.all("script:not([src])"))
    for element in root.all("*"):
        for name, value in element.attributes.items():
            if name.startswith(("on", "hx-on")):
                yield f"script in the attribute {name} of {element}"
            if value.strip().lower().startswith("javascript:"):
                yield f"script in the address {name} of {element}"


def unreachable_requests(root: Element) -> Iterator[str]:
    """Whatever htmx fetches at somebody's wish must be reachable without it as well."""
    for element in root.all("[hx-get], [hx-post]"):
        if element.has("href") or element.tag == "form" or REFRESHING.search(trigger_of(element)):
            continue
        if not (element.has("form") or any(parent.tag == "form" for parent in element.ancestors)):
            yield f"only htmx can follow {element}"


def trigger_of(element: Element) -> str:
    return element.get("hx-trigger") or ""


def bad_forms(root: Element) -> Iterator[str]:
    for form in sending_forms(root):
        posts = form.get("method", "get").lower() == "post"
        if not form.get("action"):
            yield f"a form without action: {form}"
        if posts and not form.all("[name=csrf_token]"):
            yield f"a form that posts without a CSRF token: {form}"
        if posts and not form.all("button, input[type=submit]") and not outside_button(root, form):
            yield f"a form that posts without a button: {form}"


def sending_forms(root: Element) -> list[Element]:
    """All but those that only close a dialog."""
    return root.all("form:not([method=dialog])")


def outside_button(root: Element, form: Element) -> bool:
    return any(button["form"] == form.get("id") for button in root.all("button[form]"))


def dead_links(root: Element, leads_somewhere: LeadsSomewhere) -> Iterator[str]:
    addresses = [(link["href"], "GET") for link in root.all("a[href], link[href]")]
    addresses += [(image["src"], "GET") for image in root.all("img[src], script[src]")]
    addresses += [
        (form.get("action") or "", form.get("method", "get").upper())
        for form in sending_forms(root)
    ]
    for attribute, method in REQUESTS.items():
        addresses += [(element[attribute], method) for element in root.all(f"[{attribute}]")]
    for address, method in dict.fromkeys(addresses):
        parts = urlsplit(address)
        ours = not parts.scheme and not parts.netloc and parts.path
        if ours and not leads_somewhere(parts.path, method):
            yield f"{method} {address} leads nowhere"


def dangling_references(root: Element) -> Iterator[str]:
    ids = {element["id"] for element in root.all("[id]")}
    for element in root.all("*"):
        for attribute, names in references_of(element):
            for name in set(names) - ids:
                yield f"{attribute} of {element} names {name!r}, which is not there"


def references_of(element: Element) -> Iterator[tuple[str, list[str]]]:
    """Attributes of an element with the ids that they name."""
    for attribute in REFERENCES:
        yield attribute, (element.get(attribute) or "").split()
    for attribute in ("href", "hx-target"):
        address = element.get(attribute) or ""
        if address.startswith("#") and address not in ("#", "#top") and " " not in address:
            yield attribute, [address[1:]]
