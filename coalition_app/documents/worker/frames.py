"""Messages over a pipe: one byte that says what it is, four bytes of length, the bytes."""

import struct
from typing import BinaryIO

HEAD = struct.Struct(">cI")

JOB = b"J"  # HTML in UTF-8, to the worker
PORTION = b"B"  # JSON: documents to be bound with others, to the worker
PICTURES = b"I"  # HTML, or a PDF file, to be shown on a screen, to the worker
READY = b"R"  # the worker has its fonts and a first page behind it
PDF = b"P"  # the file, the portion or the pictures (JSON) asked for
FAILED = b"F"  # a traceback, for the log
NO_LIBRARIES = b"N"  # what the system's loader said


def write(stream: BinaryIO, kind: bytes, payload: bytes = b"") -> None:
    stream.write(HEAD.pack(kind, len(payload)) + payload)
    stream.flush()


def read(stream: BinaryIO) -> tuple[bytes, bytes]:
    """The kind and the bytes of the next message; EOFError when the other side is gone."""
    kind, length = HEAD.unpack(_exactly(stream, HEAD.size))
    return kind, _exactly(stream, length)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    chunk = stream.read(length)
    if len(chunk) < length:
        raise EOFError
    return chunk
