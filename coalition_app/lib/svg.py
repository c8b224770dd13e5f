"""A drawing built anew from an allow-list: no script, no text of ours read in, nothing fetched."""

import re
from xml.etree import ElementTree

from coalition_app.lib.wording import listing

SVG = "http://www.w3.org/2000/svg"
SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "g", "svg"}
PAINTS = {"defs", "clipPath", "title", "desc"}
ELEMENTS = SHAPES | PAINTS
NAMES = """
viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform
fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-opacity
stroke-miterlimit stroke-dasharray stroke-dashoffset opacity clip-path clip-rule id clipPathUnits
color display
"""
ATTRIBUTES = set(NAMES.split())
# What many logos hold and cannot come along: without it they would look different.
LOST = {
    "text": "text",
    "image": "a picture",
    "use": "copies of shapes",
    "style": "styles",
    "linearGradient": "gradients",  # some viewers show nothing of them in a PDF
    "radialGradient": "gradients",
}
NO_PATHS = {"a picture", "gradients"}
DECLARED = re.compile(r"([a-z-]+)\s*:\s*([^;{}]+)")
INSIDE = re.compile(r"url\(\s*['\"]?#[\w.-]+['\"]?\s*\)")
SUSPECT = re.compile(r"url\(|[a-z]+:|@|\\|expression", re.I)
MOST = 5000  # elements
TOO_MANY = "This drawing has too many parts for a logo. Save it as PNG."
WIDTH, HEIGHT = 134, 82  # of its place in the letterhead


class NotADrawing(Exception):
    """The words say why."""


def rebuilt(text: bytes) -> bytes:
    """The same drawing with nothing in it but shapes; NotADrawing."""
    root = _root(text)
    _refuse(root)
    try:
        drawn = _copied(root)
    except RecursionError as error:
        raise NotADrawing(TOO_MANY) from error
    _sized(drawn)
    ElementTree.register_namespace("", SVG)
    return ElementTree.tostring(drawn, encoding="utf-8", xml_declaration=False)


def _root(text: bytes) -> ElementTree.Element:
    if b"<!ENTITY" in text.upper():
        raise NotADrawing("This drawing holds entities, which a logo does not need.")
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 entities are refused above
    except (ElementTree.ParseError, ValueError) as error:
        raise NotADrawing("This file is broken: it is no complete SVG drawing.") from error
    if _name(root) != "svg":
        raise NotADrawing("This file is no SVG drawing.")
    return root


def _refuse(root: ElementTree.Element) -> None:
    """What is too much, or would look different."""
    names = [_name(each) for each in root.iter()]
    if len(names) > MOST:
        raise NotADrawing(TOO_MANY)
    lost = sorted({LOST[name] for name in names if name in LOST})
    if lost:
        way = "as PNG" if set(lost) & NO_PATHS else "with all of that turned into paths, or as PNG"
        raise NotADrawing(
            f"This drawing holds {listing(lost)}, which would be lost. Save it {way}."
        )
    if not set(names) & (SHAPES - {"g", "svg"}):
        raise NotADrawing("There is nothing in this drawing that could be printed.")


def _copied(element: ElementTree.Element) -> ElementTree.Element:
    copy = ElementTree.Element(f"{{{SVG}}}{_name(element)}", _safe(element))
    for child in element:
        if _name(child) in ELEMENTS:
            copy.append(_copied(child))
    return copy


def _safe(element: ElementTree.Element) -> dict[str, str]:
    """Its allowed attributes, with those from `style`."""
    styled = dict(DECLARED.findall(element.get("style", "")))
    given = {**element.attrib, **styled}
    return {
        name: value.strip()
        for name, value in given.items()
        if name in ATTRIBUTES and not SUSPECT.search(INSIDE.sub("", value))
    }


def _sized(root: ElementTree.Element) -> None:
    """As large as it prints, in CSS pixels, whatever it says of itself."""
    sides = [_number(part) for part in root.get("viewBox", "").replace(",", " ").split()]
    if len(sides) != 4:
        sides = [0, 0, *(_number(root.get(side, "")) for side in ("width", "height"))]
    left, top, width, height = sides
    if width <= 0 or height <= 0:
        raise NotADrawing("This drawing does not say how large it is. Save it as PNG.")
    scale = min(WIDTH / width, HEIGHT / height)
    root.set("viewBox", f"{left:g} {top:g} {width:g} {height:g}")
    root.set("width", f"{width * scale:.4g}")
    root.set("height", f"{height * scale:.4g}")


def _number(text: str) -> float:
    found = re.match(r"\s*(-?[0-9]*\.?[0-9]+)\s*(?:px|pt|mm|cm|in)?\s*$", text)
    return float(found[1]) if found else 0


def _name(element: ElementTree.Element) -> str:
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.removeprefix(f"{{{SVG}}}")
