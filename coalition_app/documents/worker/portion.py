"""Pages of a file that is to be bound from several: the objects of a PDF without their numbers.

Where an object names another one there stands a hole, to be filled when it is known how many
objects come before; likewise for the keys under which pages find their tags. See ../binding.py.
"""

import json
import re

import pydyf

REFERENCE = re.compile(rb"(\d+) 0 R")
SUBSET = re.compile(rb"/([A-Z]{6})(\+.+)")  # a font's name begins with the tag of its subset
REFERENCE_HOLE, KEY_HOLE = b"\x01%d\x01", b"\x02%d\x02"
NO_HOLES = bytes.maketrans(b"\x01\x02", b"  ")
KEYS = ("StructParents", "StructParent")
LETTERS = 26


class Ready:
    """What stands in an object as it is."""

    def __init__(self, data: bytes):
        self.data = data


# The first objects of a bound file, whose numbers are known (see ../binding.py).
ALL_PAGES, WHOLE = Ready(b"1 0 R"), Ready(b"3 0 R")


def portion(pdf: pydyf.PDF, place: int, documents: list[int], bookmarks: list) -> bytes:
    """`place`: its number among the portions; `documents`: how many pages each has."""
    head = {"documents": documents, "bookmarks": _bookmarks(pdf, bookmarks)}
    head |= _loosen_tags(pdf, place)
    _loosen_pages(pdf)
    objects = [_object(each, place) for each in pdf.objects[1:]]
    head["objects"] = [text.decode("latin-1") for text, _ in objects]
    head["streams"] = [None if stream is None else len(stream) for _, stream in objects]
    streams = [stream for _, stream in objects if stream is not None]
    return b"".join((json.dumps(head).encode(), b"\n", *streams))


def _bookmarks(pdf: pydyf.PDF, bookmarks: list) -> list:
    """[words, number of the page, x, y, those below]"""
    numbers = [int(REFERENCE.fullmatch(each)[1]) for each in pdf.page_references]

    def plain(marks: list) -> list:
        return [
            [words, numbers[page], x, y, plain(below)] for words, (page, x, y), below, _ in marks
        ]

    return plain(bookmarks)


def _loosen_tags(pdf: pydyf.PDF, place: int) -> dict:
    """The numbers of the tree's document and of its list of keys, and how many keys there are."""
    if "StructTreeRoot" not in pdf.catalog:
        return {"tree": None, "keys": 0}
    root = _named(pdf, pdf.catalog["StructTreeRoot"])
    document, listed = _named(pdf, root["K"][0]), _named(pdf, root["ParentTree"])
    root.clear()
    document.update({"S": "/Part", "P": WHOLE})
    keys = listed["Nums"][::2]
    listed["Nums"][::2] = [Ready(KEY_HOLE % key) for key in keys]
    listed["Limits"] = [listed["Nums"][0], listed["Nums"][-2]]
    for each in pdf.objects:
        if isinstance(each, dict) and "ID" in each:  # of a table's header; its cells share it
            each["ID"].string = f"{place}-{each['ID'].string}"
    return {"tree": [document.number, listed.number], "keys": keys[-1] + 1}


def _named(pdf: pydyf.PDF, reference: bytes) -> pydyf.Object:
    return pdf.objects[int(REFERENCE.fullmatch(reference)[1])]


def _loosen_pages(pdf: pydyf.PDF) -> None:
    """The list of pages becomes a part of a longer one; what is said of the whole is left out."""
    pdf.pages.update({"Parent": ALL_PAGES, "Kids": pdf.page_references})
    pdf.catalog.clear()


def _object(each: pydyf.Object, place: int) -> tuple[bytes, bytes | None]:
    """Its words, and its stream if it has one."""
    if not isinstance(each, pydyf.Stream):
        return _text(each, place), None
    head, _, body = each.data.partition(b"stream\n")
    stream = body.removesuffix(b"\nendstream")
    extra = {**each.extra, "Length": len(stream)}
    if b"/FlateDecode" in head:
        extra["Filter"] = "/FlateDecode"
    return _text(extra, place), stream


def _text(value: object, place: int) -> bytes:
    if isinstance(value, dict):
        pairs = (b"/%s %s" % (_plain(key), _of(key, each, place)) for key, each in value.items())
        return b"<<%s>>" % b"".join(pairs)
    if isinstance(value, list | tuple):
        return b"[%s]" % b" ".join(_text(each, place) for each in value)
    if isinstance(value, Ready):
        return value.data
    if isinstance(value, bytes):
        return _name(value, place)
    return _plain(value).translate(NO_HOLES)


def _of(key: object, value: object, place: int) -> bytes:
    return KEY_HOLE % value if key in KEYS else _text(value, place)


def _name(value: bytes, place: int) -> bytes:
    """Of an object, or of a font: each portion has a subset of its own of each face, and two
    subsets must not bear one name."""
    if reference := REFERENCE.fullmatch(value):
        return REFERENCE_HOLE % int(reference[1])
    if subset := SUBSET.fullmatch(value):
        return b"/%s%s" % (_turned(subset[1], place), subset[2])
    return value.translate(NO_HOLES)


def _turned(letters: bytes, place: int) -> bytes:
    turned = []
    for letter in letters:
        place, by = divmod(place, LETTERS)
        turned.append((letter - ord("A") + by) % LETTERS + ord("A"))
    return bytes(turned)


def _plain(value: object) -> bytes:
    return value.encode() if isinstance(value, str) else pydyf.Array([value]).data[1:-1]
