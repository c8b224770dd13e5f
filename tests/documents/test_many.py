"""Many documents in one file: their order, their tags and names, whose turn it is, how it ends."""

import os
import re
import signal
import threading
from contextlib import closing

import pytest

from coalition_app.documents import renderers
from coalition_app.documents.printer import Printer, PrintingFailed
from tests.documents import reading

PAGE = '<html lang="en"><title>{0}</title><h1>{0}</h1><table><tr><th>Who<tr><td>We</table>'
TWO_PAGES = PAGE + '<p style="break-before: page">More of {0}'


@pytest.fixture(scope="module")
def printed(printer):
    """Five documents by portions of two, the third of two pages."""
    documents = [(TWO_PAGES if n == 3 else PAGE).format(f"Number {n}") for n in range(1, 6)]
    return printer.many(documents, at_once=2, title="Łódź and others")


def test_all_are_in_one_file_in_their_order(printed):
    named = [re.match(r"(More of )?Number \d", words)[0] for words in reading.pages(printed.pdf)]
    order = ["Number 1", "Number 2", "Number 3", "More of Number 3", "Number 4", "Number 5"]
    assert named == order


def test_it_is_told_how_many_pages_each_has(printed):
    assert printed.pages == (1, 1, 2, 1, 1)


def test_the_file_has_a_title_and_a_language(printed):
    reader = reading.read(printed.pdf)
    assert reader.metadata.title == "Łódź and others"
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_the_tags_of_all_stand_in_one_tree_in_reading_order(printed):
    tags = reading.tags(printed.pdf)
    assert tags[0][0] == "/Document"
    assert [tag for tag, _ in tags].count("/H1") == 5
    assert [tag for tag, _ in tags].count("/Part") == 3


def test_each_page_finds_its_own_tags(printed):
    reader = reading.read(printed.pdf)
    found = keys_of(reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"])
    assert list(found) == sorted(found)
    for page in reader.pages:
        first = found[page["/StructParents"]][0].get_object()
        assert first["/Pg"].get_object() == page.get_object()


def keys_of(tree) -> dict:
    found = {}
    for kid in tree["/Kids"]:
        numbers = kid.get_object()["/Nums"]
        found |= dict(zip(numbers[::2], numbers[1::2], strict=True))
        assert kid.get_object()["/Limits"] == [numbers[0], numbers[-2]]
    return found


def test_no_two_headers_of_tables_have_one_name(printed):
    names = [str(node["/ID"]) for tag, node in reading.tags(printed.pdf) if tag == "/TH"]
    assert len(names) == len(set(names)) == 5
    told = [node["/A"]["/Headers"][0] for tag, node in reading.tags(printed.pdf) if tag == "/TD"]
    assert [str(each) for each in told] == names


def test_no_two_subsets_of_a_face_have_one_name(printed):
    subsets = set()
    pages = reading.read(printed.pdf).pages
    for portion in (0, 2, 5):
        for font in pages[portion]["/Resources"]["/Font"].values():
            face = font.get_object()["/DescendantFonts"][0].get_object()
            assert face["/BaseFont"] not in subsets
            subsets.add(face["/BaseFont"])
            assert face["/FontDescriptor"]["/FontName"] == face["/BaseFont"]


def test_each_document_is_a_bookmark(printed):
    reader = reading.read(printed.pdf)
    pages = [(mark.title, reader.get_destination_page_number(mark)) for mark in reader.outline]
    assert pages == [(f"Number {n}", n - 1 + (n > 3)) for n in range(1, 6)]


def test_untagged_paper_has_no_tree(printer):
    paper = printer.many([PAGE.format("Plain")] * 3, title="Plain", tagged=False)
    assert "/StructTreeRoot" not in reading.read(paper.pdf).trailer["/Root"]
    assert "Plain" in reading.text(paper.pdf, 2)


def test_printed_on_both_sides_each_begins_on_a_front(printer):
    documents = [PAGE.format("One"), TWO_PAGES.format("Two"), PAGE.format("Three")]
    paper = printer.many(documents, title="Both sides", fronts=True)
    assert paper.pages == (2, 2, 2)
    assert "Three" in reading.text(paper.pdf, 4)
    assert reading.ink(reading.picture(paper.pdf, 1)) is None


def test_the_front_page_knows_where_each_begins_even_if_it_takes_two(printer):
    def front(starts: list[int]) -> str:
        return TWO_PAGES.format(f"Begin on {starts}")

    paper = printer.many([PAGE.format("A"), TWO_PAGES.format("B")], title="-", front=front)
    assert "Begin on [3, 4]" in reading.text(paper.pdf, 0)
    assert "A" in reading.text(paper.pdf, 2)
    assert "B" in reading.text(paper.pdf, 3)


def test_documents_are_taken_as_they_are_needed_and_progress_is_told(printer):
    taken, told = [], []

    def documents():
        for number in range(8):
            taken.append(number)
            yield PAGE.format(number)

    def reached(done: int) -> None:
        told.append(done)
        if done == 1:
            assert len(taken) < 8

    printer.many(documents(), title="-", reached=reached)
    assert told == list(range(1, 9))


class Canceled(Exception):
    pass


def test_a_run_ends_when_it_is_canceled_and_the_next_page_prints(printer):
    taken = []

    def documents():
        for number in range(100):
            taken.append(number)
            yield PAGE.format(number)

    def reached(done: int) -> None:
        raise Canceled

    with pytest.raises(Canceled):
        printer.many(documents(), title="-", reached=reached)
    assert len(taken) < 10
    assert printer.pdf(PAGE)


def test_one_document_that_cannot_be_printed_fails_the_run(printer, caplog):
    with pytest.raises(PrintingFailed):
        printer.many([PAGE.format("A"), "<b>" * 500, PAGE.format("B")], title="-")


def test_a_page_that_somebody_waits_for_goes_before_the_portions_of_a_run():
    """Both places are taken; a portion waits first, then a page: the page is served first."""
    both, served = renderers.Renderers(), []

    def take(name: str, *, in_a_hurry: bool) -> None:
        with both.turn(10, in_a_hurry=in_a_hurry):
            served.append(name)

    with both.turn(1, in_a_hurry=False), both.turn(1, in_a_hurry=False):
        portion = threading.Thread(target=take, args=["portion"], kwargs={"in_a_hurry": False})
        page = threading.Thread(target=take, args=["page"], kwargs={"in_a_hurry": True})
        portion.start()
        page.start()
        while both._in_a_hurry == 0:
            assert page.is_alive()
    portion.join()
    page.join()
    assert served == ["page", "portion"]


def test_of_two_renderers_only_the_first_stays_when_there_is_no_run():
    with closing(Printer()) as printer:
        printer.make_ready()
        assert [each.is_running for each in printer.renderers.all] == [True, True]
        printer.renderers.rest()
        assert [each.is_running for each in printer.renderers.all] == [True, False]


ENDLESS = PAGE + "<table>" + "<tr><td>a<td>b" * 30_000


def test_a_worker_killed_in_the_middle_fails_the_run_and_the_next_one_prints(printer, caplog):
    def busy() -> list[renderers.Renderer]:
        return [each for each in printer.renderers.all if not each.is_free and each.child.jobs]

    def reached(done: int) -> None:
        while not busy():
            pass
        for each in busy():
            os.kill(each.child.pid, signal.SIGKILL)

    printer.many([PAGE] * 4, title="-")
    with pytest.raises(PrintingFailed, match="could not be printed"):
        printer.many([PAGE, ENDLESS], title="-", reached=reached)
    assert "ended in the middle" in caplog.text
    assert printer.many([PAGE, PAGE], title="-").pages == (1, 1)


def test_a_document_of_a_run_that_takes_too_long_is_stopped(printer, monkeypatch):
    printer.pdf(PAGE)
    monkeypatch.setattr(printer, "seconds", 0.2)
    with pytest.raises(PrintingFailed, match=r"longer than .* seconds"):
        printer.many([ENDLESS], title="-")
