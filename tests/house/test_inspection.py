"""The inspecting client refuses what is no good page."""

import pytest

from tests.dom import parse, parse_fragment
from tests.inspection import complaints_about

GOOD = """<!doctype html>
<html lang="en"><head><title>People</title></head><body><main>
<h1>People</h1>
<form action="/people" method="post">
  <input type="hidden" name="csrf_token" value="x">
  <label for="name">Name</label><input id="name" name="name">
  <button>Save</button>
</form>
</main></body></html>"""


def complaints(html: str, *, whole: bool = True) -> list[str]:
    root, errors = (parse if whole else parse_fragment)(html)
    return errors + complaints_about(root, lambda path, method: path == "/people", whole=whole)


def test_a_good_page_is_accepted():
    assert complaints(GOOD) == []


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("<h1>People</h1>", "<p><h1>People</h1></p>", "HTML line 3"),
        ("<h1>People</h1>", "", "0 h1"),
        ("<h1>People</h1>", "<h1>People</h1><h1>Again</h1>", "2 h1"),
        ("<h1>", '<h1 id="name">', "id 'name' stands 2 times"),
        (' lang="en"', "", "language"),
        ("<title>People</title>", "", "title"),
        ("<main>", "<div>", "main"),
        (' action="/people"', "", "without action"),
        ('name="csrf_token"', 'name="token"', "CSRF"),
        ("<button>Save</button>", "", "without a button"),
        ("<button>Save", "<button>", "nothing to read"),
        ('<label for="name">Name</label>', "", "without a label"),
        ('for="name"', 'for="nobody"', "'nobody'"),
        ("<h1>", '<a href="/vanished">x</a><h1>', "GET /vanished leads nowhere"),
        ('action="/people"', 'action="/vanished"', "POST /vanished leads nowhere"),
        ("<h1>", '<a href="#nobody">x</a><h1>', "'nobody'"),
        ("<h1>", '<div hx-get="/people"></div><h1>', "only htmx"),
        ('<input id="name"', '<input hx-target="#nobody" id="name"', "'nobody'"),
        ("<h1>", '<h1 style="color: red">', "inline style"),
        ("</main>", "<script>leave()</script></main>", "inline script"),
        ("<h1>", '<h1 onclick="leave()">', "script in the attribute onclick"),
        ("<h1>", '<a href="javascript:leave()">x</a><h1>', "script in the address"),
        ("<h1>", '<img src="/people"><h1>', "without alt"),
    ],
)
def test_a_bad_page_is_refused(good, bad, said):
    found = complaints(GOOD.replace(good, bad, 1))
    assert any(said in complaint for complaint in found), found


@pytest.mark.parametrize(
    "good",
    [
        '<section hx-get="/people" hx-trigger="load"></section>',
        '<a href="/people" hx-get="/people">People</a>',
        '<form action="/people"><label>Find <input name="q" hx-get="/people"></label></form>',
    ],
)
def test_what_works_without_htmx_is_accepted(good):
    assert complaints(GOOD.replace("<h1>", f"{good}<h1>")) == []


def test_a_fragment_is_no_whole_page_but_inspected_as_well():
    assert complaints("<tr id='a'><td>Ana</td></tr>", whole=False) == []
    assert complaints("<p id='a'></p><p id='a'></p>", whole=False) != []
    assert complaints("<p><div></p>", whole=False) != []
