"""A logo from any file: built anew and small, or refused in words."""

import io

import pytest
from PIL import Image

from coalition_app.lib import logo

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{}</svg>'
SHAPE = '<rect width="10" height="10" fill="#14305c"/>'


def drawn(inside: str = SHAPE) -> str:
    return logo.read(DRAWING.format(inside).encode()).content.decode()


def encoded(image: Image.Image, kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    image.save(file, kind)
    return file.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def refusal(content: bytes) -> str:
    with pytest.raises(logo.NotALogo) as refused:
        logo.read(content)
    return str(refused.value)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_large_picture_becomes_a_small_png(kind):
    read = logo.read(encoded(Image.new("RGB", (2000, 1000), "navy"), kind))
    assert read.kind == "png"
    assert opened(read.content).size == (520, 260)


def test_what_is_transparent_is_white_on_paper():
    read = logo.read(encoded(Image.new("RGBA", (9, 9), (255, 0, 0, 0))))
    assert opened(read.content).getpixel((4, 4)) == (255, 255, 255)


def test_nothing_beside_the_picture_is_kept():
    content = encoded(Image.new("RGB", (9, 9)))
    assert b"hidden" not in logo.read(content + b"hidden words").content


def test_a_picture_of_thirty_megapixels_is_refused_unread():
    words = refusal(encoded(Image.new("1", (6000, 5000))))
    assert "30 million pixels (6,000 by 5,000)" in words
    assert "1,000 by 400 are plenty" in words


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty."),
        (b"%PDF-1.7 a letter", "something else"),
        (b"GIF89a" + bytes(30), "something else"),
        (encoded(Image.effect_noise((90, 90), 50))[:900], "This picture is broken"),
        (b"<svg", "no complete SVG drawing"),
        (b"<html></html>", "no SVG drawing"),
        (DRAWING.format("<g/>").encode(), "nothing in this drawing that could be printed"),
        (DRAWING.format("<text>CWA</text>").encode(), "which would be lost. Save it with all"),
        (DRAWING.format('<image href="file:///etc/passwd"/>').encode(), "holds a picture"),
        (DRAWING.format('<use href="http://x.example/a.svg#a"/>').encode(), "copies of shapes"),
        (DRAWING.format("<linearGradient/>").encode(), "be lost. Save it as PNG."),
        (DRAWING.format("<style>@import 'http://x.example'</style>").encode(), "holds styles"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>', "how large it is"),
        (b"<!DOCTYPE svg [<!ENTITY a 'a'>]><svg/>", "entities"),
        (b"<!--" + b" " * 3000 + b"--><!DOCTYPE svg [<!ENTITY a 'a'>]><svg/>", "entities"),
        (DRAWING.format("<g>" * 3000 + SHAPE + "</g>" * 3000).encode(), "too many parts"),
        (DRAWING.format(SHAPE * 6000).encode(), "too many parts"),
        (b"<" + b" " * 400_000, "300 kB at most"),
    ],
)
def test_what_is_no_logo_is_refused_with_a_reason(content, words):
    assert words in refusal(content)


def test_a_drawing_keeps_its_shapes():
    assert '<rect width="10" height="10" fill="#14305c"' in drawn()
    assert 'fill="#fff"' in drawn('<path d="M0 0h9" style="fill: #fff; cursor: help"/>')
    assert 'clip-path="url(#a)"' in drawn('<circle r="3" clip-path="url(#a)"/>')


@pytest.mark.parametrize(
    "smuggled",
    [
        "<script>alert(1)</script>",
        "<foreignObject><p>x</p></foreignObject>",
        '<rect onload="alert(1)" width="1" height="1"/>',
        '<rect fill="url(http://x.example/a)"/>',
        '<rect style="fill: url(http://x.example/a)"/>',
        '<a href="javascript:alert(1)"><rect/></a>',
        '<animate attributeName="href"/>',
    ],
)
def test_a_drawing_loads_and_runs_nothing(smuggled):
    safe = drawn(SHAPE + smuggled)
    for word in ("script", "http:", "href", "import", "onload", "file:", "<p", "animate", "style"):
        assert word not in safe.replace('xmlns="http:', "")
