"""One PDF file from the portions that several workers printed, with their tags and bookmarks.

To merge finished files would drop the tags. These portions were made to be bound: their objects
only lack the numbers that they get here (worker/portion.py).
"""

import json
import re
from collections.abc import Iterable
from itertools import pairwise

import pydyf

from coalition_app.documents import pdf_file

HOLE = re.compile(r"([\x01\x02])(\d+)\1")
REFERENCE = "\x01"


def bound(portions: Iterable["Portion"], title: str) -> bytes:
    binding = Binding()
    for each in portions:
        binding.add(each)
    return binding.file(title)


class Portion:
    """What a worker made of several documents; `pages`: how many each of them has.

    `made` may be kept, and bound another time.
    """

    def __init__(self, made: bytes):
        self.made, self._start = made, made.index(b"\n") + 1
        self.head = json.loads(made[: self._start])
        self.pages: list[int] = self.head["documents"]

    @property
    def streams(self) -> bytes:
        return self.made[self._start :]


class Bound(pydyf.Object):
    """An object that is written already."""

    def __init__(self, text: str, stream: bytes | None):
        super().__init__()
        self.text, self.stream = text.encode("latin-1"), stream

    @property
    def data(self) -> bytes:
        if self.stream is None:
            return self.text
        return b"\n".join((self.text, b"stream", self.stream, b"endstream"))

    @property
    def compressible(self) -> bool:
        return self.stream is None


class Binding:
    """A file that grows by portions, in their order."""

    def __init__(self):
        self.pdf = pydyf.PDF()
        # The first object of all, by whose number the portions name it.
        self._whole = self._added({"Type": "/StructElem", "S": "/Document"})
        self._parts, self._keys = pydyf.Array(), pydyf.Array()
        self._keys_taken = 0
        self._bookmarks: list[list] = []  # of each portion

    def add(self, portion: Portion, *, in_front: bool = False) -> None:
        """Behind all others, or before them."""
        head, before = portion.head, len(self.pdf.objects) - 1
        self._add_objects(head, portion.streams, before)
        place = 0 if in_front else len(self.pdf.pages["Kids"])
        self.pdf.pages["Kids"].insert(place, _reference(before + 1))
        self.pdf.pages["Count"] += sum(portion.pages)
        self._bookmarks.insert(place, _moved(head["bookmarks"], before))
        if head["tree"]:
            document, keys = (_reference(before + number) for number in head["tree"])
            self._parts.insert(place, document)
            self._keys.append(keys)
            self._keys_taken += head["keys"]

    def file(self, title: str, language: str = "en") -> bytes:
        catalog = self.pdf.catalog
        self.pdf.info["Title"] = pydyf.String(title)
        catalog["Lang"] = pydyf.String(language)
        catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
        if self._parts:
            catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
            catalog["StructTreeRoot"] = self._tree()
        if marks := [mark for marks in self._bookmarks for mark in marks]:
            outlines = self._added({})
            outlines.update(self._outline(marks, outlines))
            catalog["Outlines"] = outlines.reference
        return pdf_file.written(self.pdf)

    def _tree(self) -> bytes:
        keys = self._added({"Kids": self._keys})
        whole = pydyf.Array([self._whole.reference])
        root = self._added({"Type": "/StructTreeRoot", "K": whole, "ParentTree": keys.reference})
        self._whole.update({"K": self._parts, "P": root.reference})
        return root.reference

    def _added(self, values: dict) -> pydyf.Dictionary:
        added = pydyf.Dictionary(values)
        self.pdf.add_object(added)
        return added

    def _add_objects(self, head: dict, streams: bytes, before: int) -> None:
        keys = self._keys_taken

        def filled(hole: re.Match) -> str:
            number = int(hole[2])
            return f"{number + before} 0 R" if hole[1] == REFERENCE else str(number + keys)

        start = 0
        for text, length in zip(head["objects"], head["streams"], strict=True):
            stream = None if length is None else streams[start : start + length]
            start += length or 0
            self.pdf.add_object(Bound(HOLE.sub(filled, text), stream))

    def _outline(self, marks: list[list], parent: pydyf.Dictionary) -> dict:
        """The entries below `parent`; theirs are folded up."""
        entries = []
        for words, page, x, y, below in marks:
            place = pydyf.Array([_reference(page), "/XYZ", x, y, 0])
            title = pydyf.String(words)
            entry = self._added({"Title": title, "Dest": place, "Parent": parent.reference})
            if below:
                entry.update(self._outline(below, entry), Count=-len(below))
            entries.append(entry)
        for one, after in pairwise(entries):
            one["Next"], after["Prev"] = after.reference, one.reference
        first, last = entries[0].reference, entries[-1].reference
        return {"First": first, "Last": last, "Count": len(entries)}


def _reference(number: int) -> bytes:
    return b"%d 0 R" % number


def _moved(bookmarks: list[list], by: int) -> list[list]:
    return [[words, page + by, x, y, _moved(below, by)] for words, page, x, y, below in bookmarks]
