"""Whatever a document asks for, the worker fetches nothing and reads nothing."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from coalition_app.documents.cold_calls import Call, ColdCallsSheet
from coalition_app.documents.one_pager import OnePager
from coalition_app.documents.packet_parts import Attendee, Event, Promise, Remark
from coalition_app.documents.sheet import Sheet
from coalition_app.documents.sign_in import SignInSheet, filled_up
from tests.documents import reading, samples

SECRET = "the words of a private file"
HOSTILE = """<!doctype html><html lang="en"><head><title>Hall</title>
<base href="{url}/">
<link rel="stylesheet" href="{url}/style.css">
<link rel="stylesheet" href="{file}">
<link rel="attachment" href="{file}">
<link rel="attachment" href="file:///etc/passwd">
<style>
  @import url({url}/more.css);
  @import "{file}";
  @font-face {{ font-family: Evil; src: url({url}/evil.ttf) }}
  @font-face {{ font-family: Near; src: url({file}), local("DejaVu Sans") }}
  @page {{ background: url({url}/page.png) }}
  body {{ background: url("{url}/body.png"); font-family: Evil, Near }}
  li {{ list-style-image: url({url}/dot.png) }}
  p::before {{ content: url({url}/before.png) url({file}) }}
</style></head><body>
<img src="{url}/one.png" alt="x"><img src="{file}" alt="x"><img srcset="{url}/two.png 2x" alt="x">
<img src="relative.png" alt="x"><img src="data:image/png;base64,AAAA" alt="x">
<object data="{file}" type="text/html">-</object><embed src="{url}/embed.svg">
<iframe src="{file}"></iframe><video src="{url}/v.mp4"></video>
<input type="image" src="{url}/i.png">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">
  <image href="{file}" width="9" height="9"/><image xlink:href="{url}/in.png" width="9" height="9"/>
  <use href="{url}/sprite.svg#a"/><style>@import url({url}/svg.css);</style>
</svg>
<a rel="attachment" href="{file}">a</a><ul><li>dot</ul><p>Still printed</p>
"""


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine, and the paths that were asked of it."""
    asked = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_):
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever, args=[0.01])
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def private_file(tmp_path) -> Path:
    file = tmp_path / "private.css"
    file.write_text(SECRET)
    return file


def everything_in(pdf: bytes) -> bytes:
    """All streams of a PDF, unpacked."""
    reader = reading.read(pdf)
    found = [pdf]
    for number in range(1, len(reader.xref[0]) + 1):
        item = reader.get_object(number)
        if hasattr(item, "get_data"):
            found.append(item.get_data())
    return b"".join(found)


def test_hostile_markup_makes_no_request(printer, elsewhere, private_file):
    url, asked = elsewhere
    pdf = printer.pdf(HOSTILE.format(url=url, file=private_file.as_uri()))
    assert asked == []
    assert "Still printed" in reading.text(pdf)


def test_hostile_markup_brings_no_file_along(printer, elsewhere, private_file):
    pdf = printer.pdf(HOSTILE.format(url=elsewhere[0], file=private_file.as_uri()))
    assert not reading.read(pdf).attachments
    everything = everything_in(pdf)
    assert SECRET.encode() not in everything
    assert b"root:" not in everything


def test_hostile_markup_gets_none_of_the_machine_s_fonts(printer, elsewhere, private_file):
    pdf = printer.pdf(HOSTILE.format(url=elsewhere[0], file=private_file.as_uri()))
    assert all(name.startswith(("Public-Sans", "Source-Serif-4")) for name in reading.fonts(pdf))


TYPED = '<script>alert(1)</script> {{ 7*7 }} </p><img src="/x"> &amp; <b>bold</b>'


def test_what_users_type_is_printed_as_typed(paper):
    typed = {"where": TYPED, "prepared": samples.prepared((TYPED,) * 6)}
    sheet = samples.packet_sheet(organization=TYPED, footer=TYPED, **{**samples.BARE, **typed})
    assert "<script" not in sheet.html().replace("&lt;script", "")
    assert TYPED in reading.text(sheet.pdf())


def test_what_users_type_in_a_letter_is_printed_as_typed(paper):
    sheet = samples.letter_sheet(TYPED, sender=TYPED, addressee=TYPED)
    assert TYPED in reading.text(sheet.pdf())


def sheets_with(words: str) -> dict[str, Sheet]:
    """The sheets of the other steps, with the words wherever somebody types."""
    remark, people = Remark(words, words), (("", ""), (words, words))
    call = Call(words, words, (words,), words, (remark,), (words,), (1,))
    lists = dict.fromkeys(("standing", "who_they_are", "how_we_know_them", "given"), (remark,))
    return {
        "cold call": ColdCallsSheet("a.pdf", words, words, "-", (call,), (remark,), (words,) * 5),
        "sign-in": SignInSheet("a.pdf", words, words, "-", words, words, filled_up(people)),
        "one page": OnePager(
            "a.pdf", words, words, words, words, (), promises=(Promise("We will", words, words),),
            people=(Attendee(words, words, words),), history=(Event("-", words, words, words),),
            reach=(words,), **lists,
        ),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["cold call", "sign-in", "one page"])
def test_the_other_sheets_print_what_is_typed_and_fetch_nothing(
    paper, elsewhere, private_file, name
):
    url, asked = elsewhere
    typed = f'<img src="{url}/a.png"><link rel="attachment" href="{private_file.as_uri()}">'
    pdf = sheets_with(typed)[name].pdf()
    assert asked == []
    assert not reading.read(pdf).attachments
    assert SECRET.encode() not in everything_in(pdf)
    html = sheets_with(TYPED)[name].html()
    assert "<script" not in html
    assert "<b>bold" not in html


def test_text_without_a_place_to_break_stays_on_the_paper(paper):
    pdf = samples.letter_sheet("Q" * 10_000).pdf()
    shown = reading.ink(reading.picture(pdf))
    assert shown[2] < 7.6
    assert reading.text(pdf).count("Q") == 10_000


def test_of_ten_thousand_characters_in_an_answer_none_is_lost(paper):
    long = " ".join(f"word{number}" for number in range(1200))
    answers = (long, *samples.ANSWERS[1:])
    pdf = samples.packet_sheet(**{**samples.BARE, "prepared": samples.prepared(answers)}).pdf()
    printed = set(reading.text(pdf).split())
    assert set(long.split()) <= printed


def test_only_runs_that_fit_no_line_are_given_places_to_break(paper):
    assert "\u200b" not in samples.packet_sheet(where="https://harbor.example/" + "a" * 37).html()
    assert "\u200b" in samples.packet_sheet(where="a" * 61).html()
