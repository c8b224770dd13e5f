"""The bytes of a PDF file, of objects that are ready.

pydyf does the same and squeezes harder, for a tenth of the size and six times as long: a bound
file is written while somebody waits for it.
"""

import zlib
from itertools import accumulate

import pydyf

HEADER = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"  # the second line says that it is not plain text
LEVEL = 6
WIDTHS = (1, 4, 3)  # bytes of the columns of the table of places
ALONE, PACKED = 1, 2  # how an object lies in the file


def written(pdf: pydyf.PDF) -> bytes:
    """Streams lie in it one by one, all other objects packed into one stream."""
    pdf.add_object(pdf.info)
    file, places = bytearray(HEADER), {0: (0, 0, 0)}
    packed = []
    for each in pdf.objects[1:]:
        if each.compressible:
            packed.append(each)
        else:
            places[each.number] = (ALONE, len(file), 0)
            file += each.indirect + b"\n"
    pack = len(pdf.objects)
    places[pack] = (ALONE, len(file), 0)
    places |= {each.number: (PACKED, pack, index) for index, each in enumerate(packed)}
    file += _pack(pack, packed)
    start = len(file)
    places[pack + 1] = (ALONE, start, 0)
    return bytes(file + _table(pdf, places) + b"startxref\n%d\n%%%%EOF\n" % start)


def _pack(number: int, objects: list[pydyf.Object]) -> bytes:
    texts = [each.data for each in objects]
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    index = " ".join(f"{each.number} {start}" for each, start in zip(objects, starts, strict=False))
    content = b"\n".join((index.encode(), *texts))
    return _stream(number, {"Type": "/ObjStm", "N": len(objects), "First": len(index) + 1}, content)


def _table(pdf: pydyf.PDF, places: dict[int, tuple[int, int, int]]) -> bytes:
    rows = (zip(WIDTHS, places[number], strict=True) for number in range(len(places)))
    content = b"".join(value.to_bytes(width, "big") for row in rows for width, value in row)
    said = {
        "Type": "/XRef",
        "W": pydyf.Array(WIDTHS),
        "Size": len(places),
        "Root": pdf.catalog.reference,
        "Info": pdf.info.reference,
    }
    return _stream(len(places) - 1, said, content)


def _stream(number: int, said: dict, content: bytes) -> bytes:
    squeezed = zlib.compress(content, LEVEL)
    head = pydyf.Dictionary({**said, "Filter": "/FlateDecode", "Length": len(squeezed)}).data
    return b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, head, squeezed)
