"""The paper of a print run on disk: portions as they are printed, then the one file of all.

Each file appears whole or not at all, so a run that is killed at any moment goes on from what is
there. A portion is named by what stands in it: a letter that is changed is another portion.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from pypdf import PdfReader, PdfWriter

from coalition_app.documents import binding
from coalition_app.documents.on_paper import Document

FOLDER = "print_runs"
WHOLE, INDEX = "letters.pdf", "letters.json"


class Together(NamedTuple):
    """Letters that are printed together: the id of each, the mark of what is on its pages, and
    of its words alone, whatever paper they stand on."""

    ids: tuple[int, ...]
    marks: tuple[str, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, ids: Sequence[int], documents: Sequence[Document]) -> "Together":
        marks = tuple(map(mark_of, documents))
        return cls(tuple(ids), marks, tuple(map(mark_of_words, documents)))

    @property
    def name(self) -> str:
        return mark_of(" ".join((*map(str, self.ids), *self.marks)))


class Pages(NamedTuple):
    """Where the pages of one letter are, and the mark of its words."""

    letter_id: int
    words: str
    portion: str
    first: int
    count: int


def mark_of(document: Document) -> str:
    html = document if isinstance(document, str) else "".join(document)
    return hashlib.sha256(html.encode(errors="replace")).hexdigest()[:24]


def mark_of_words(document: Document) -> str:
    return mark_of(document if isinstance(document, str) else document.words)


class RunFolder:
    def __init__(self, instance: Path, run_id: int):
        self.path = instance / FOLDER / str(run_id)

    def has(self, letters: Together) -> bool:
        return self._portion(letters.name).exists()

    def keep(self, letters: Together, printed: binding.Portion) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        self._write(self._portion(letters.name), printed.made)

    def merge(self, order: Sequence[Together], title: str, reached: Callable[[int], None]) -> int:
        """All portions as one file, in this order; `reached` is told how many letters are in it.
        How many pages it has."""
        bound, places = binding.Binding(), []
        for letters in order:
            printed = self._printed(letters.name)
            bound.add(printed)
            places += _places(letters, printed.pages)
            reached(len(places))
        self._write(self.path / INDEX, json.dumps(places).encode())
        self._write(self.path / WHOLE, bound.file(title))
        self._tidy({WHOLE, INDEX, *(self._portion(letters.name).name for letters in order)})
        return sum(place.count for place in places)

    @property
    def is_whole(self) -> bool:
        return (self.path / WHOLE).exists()

    def whole(self) -> bytes:
        return (self.path / WHOLE).read_bytes()

    def pages(self) -> dict[int, Pages]:
        """Of each letter in the file, by its id."""
        if not self.is_whole:
            return {}
        places = (Pages(*each) for each in json.loads((self.path / INDEX).read_bytes()))
        return {each.letter_id: each for each in places}

    def papers(self, wanted: Iterable[Pages]) -> Iterator[tuple[int, bytes]]:
        """(id of the letter, its own pages as they were printed); quick for neighbors."""
        name, reader = "", None
        for pages in wanted:
            if pages.portion != name:
                name = pages.portion
                reader = PdfReader(BytesIO(binding.bound([self._printed(name)], "Letter")))
            alone = PdfWriter()
            for number in range(pages.first, pages.first + pages.count):
                alone.add_page(reader.pages[number])
            paper = BytesIO()
            alone.write(paper)
            yield pages.letter_id, paper.getvalue()

    def throw_away(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)

    def _portion(self, name: str) -> Path:
        return self.path / f"{name}.portion"

    def _printed(self, name: str) -> binding.Portion:
        return binding.Portion(self._portion(name).read_bytes())

    def _tidy(self, needed: set[str]) -> None:
        """Portions of letters that were changed since, and what a killed process left."""
        for file in self.path.iterdir():
            if file.name not in needed:
                file.unlink(missing_ok=True)

    def _write(self, file: Path, content: bytes) -> None:
        """Whole or not at all, also when the disk is full or the power goes."""
        descriptor, draft = tempfile.mkstemp(dir=self.path, prefix=".")
        try:
            with os.fdopen(descriptor, "wb") as opened:
                opened.write(content)
                opened.flush()
                os.fsync(descriptor)
            os.replace(draft, file)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise


def throw_all_away(instance: Path) -> None:
    """The paper of all runs; what did not go can be printed again."""
    shutil.rmtree(instance / FOLDER, ignore_errors=True)


def _places(letters: Together, counts: Sequence[int]) -> Iterator[Pages]:
    first = 0
    for id_, words, count in zip(letters.ids, letters.words, counts, strict=True):
        yield Pages(id_, words, letters.name, first, count)
        first += count
