"""The lines of a public file, however it was saved; what is no text is refused in words."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from coalition_app.lib.registry_record import WrongFile

A_FILE = (
    "the IRS list of a state (like eo_ct.csv) or the union reports of the Department of Labor "
    "(like lm_data_data_2021.txt)"
)
CHUNK = 1024 * 1024
LONGEST_LINE = 100_000
OTHER_FORMATS = (
    (b"PK\x03\x04", "this is a ZIP archive or a spreadsheet: unpack it first"),
    (b"\x1f\x8b", "this is a compressed file: unpack it first"),
    (b"%PDF", "this is a PDF"),
    (b"\xd0\xcf\x11\xe0", "this is a spreadsheet or document"),
)
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Text(NamedTuple):
    """`lines_count` is what a bar is drawn by."""

    encoding: str
    lines_count: int


def look_at(file: Path) -> Text:
    """How the file is saved. Raises WrongFile if it is empty or no text."""
    with file.open("rb") as opened:
        beginning = opened.read(4)
    if not beginning:
        raise WrongFile(1, "the file is empty", A_FILE)
    for magic, words in OTHER_FORMATS:
        if beginning.startswith(magic):
            raise WrongFile(1, words, A_FILE)
    if beginning[:2] in WIDE:
        return Text("utf-16", _count(file))
    is_utf8, count = _scan(file)
    return Text("utf-8-sig" if is_utf8 else "cp1252", count)


def _scan(file: Path) -> tuple[bool, int]:
    """Whether it is UTF-8 from end to end, and its lines."""
    decoder, is_utf8, count = codecs.getincrementaldecoder("utf-8")(), True, 0
    for chunk in _chunks(file):
        if (zero := chunk.find(b"\0")) >= 0:
            raise WrongFile(
                count + chunk.count(b"\n", 0, zero) + 1, "bytes that are no text", A_FILE
            )
        count += chunk.count(b"\n")
        is_utf8 = is_utf8 and _decodes(decoder, chunk)
    return is_utf8, count


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes) -> bool:
    try:
        decoder.decode(chunk)
    except UnicodeDecodeError:
        return False
    return True


def _count(file: Path) -> int:
    return sum(chunk.count(b"\n") for chunk in _chunks(file))


def _chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while chunk := opened.read(CHUNK):
            yield chunk


def lines_of(file: Path, encoding: str) -> Iterator[str]:
    """Line by line, with its line end. Raises WrongFile at a line without end or broken letters."""
    number = 0
    with file.open(encoding=encoding, errors=_on_errors(encoding), newline="") as opened:
        while True:
            number += 1
            try:
                line = opened.readline(LONGEST_LINE + 1)
            except UnicodeError:
                raise WrongFile(number, "the text ends within a letter", A_FILE) from None
            if not line:
                return
            if len(line) > LONGEST_LINE:
                raise WrongFile(number, f"a line of more than {LONGEST_LINE:,} letters", A_FILE)
            if "\0" in line:
                raise WrongFile(number, "bytes that are no text", A_FILE)
            yield line


def _on_errors(encoding: str) -> str:
    """Windows-1252 leaves five bytes without a letter."""
    return "replace" if encoding == "cp1252" else "strict"
