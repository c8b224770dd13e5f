"""Forms are filled as a browser would: what the page offers, and nothing else."""

from datetime import date, datetime

import pytest

from tests.dom import parse
from tests.filling import FilledForm

PAGE = """<!doctype html><main>
<form action="/people">
  <input name="name" value="Ana">
  <input name="off" value="x" disabled>
  <fieldset disabled><input name="far" value="x"></fieldset>
  <input type="checkbox" name="ours" value="y" checked>
  <input type="checkbox" name="topics" value="jobs">
  <input type="checkbox" name="topics" value="rent">
  <input type="radio" name="side" value="we" checked><input type="radio" name="side" value="they">
  <select name="kind"><option value="">choose</option><option value="l">Labor</option></select>
  <textarea name="notes">
two
lines</textarea>
  <input name="met_on"><input name="starts_at">
  <input type="file" name="file">
  <button name="and" value="start">Save and start</button>
</form>
<input name="outside" value="z" form="nobody">
</main>"""


@pytest.fixture
def form() -> FilledForm:
    root, _ = parse(PAGE)
    return FilledForm(root.one("form"), root)


def sent(form: FilledForm) -> dict:
    return dict(form.values())


def test_an_untouched_form_sends_what_it_holds(form):
    assert sent(form) == {
        "name": "Ana",
        "ours": "y",
        "side": "we",
        "kind": "",
        "notes": "two\nlines",
        "met_on": "",
        "starts_at": "",
    }


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("name", "Rosa", "Rosa"),
        ("name", None, ""),
        ("side", "they", "they"),
        ("kind", "Labor", "l"),
        ("kind", "l", "l"),
        ("met_on", date(2026, 3, 19), "2026-03-19"),
        ("starts_at", datetime(2026, 3, 19, 17, 30), "2026-03-19T17:30"),
        ("topics", ["rent"], "rent"),
    ],
)
def test_what_is_typed_is_sent(form, name, value, expected):
    form.fill(name, value)
    assert sent(form)[name] == expected


def test_an_unticked_box_is_not_sent(form):
    form.fill("ours", False)
    assert "ours" not in sent(form)


def test_the_button_that_was_pressed_is_sent():
    root, _ = parse(PAGE)
    assert sent(FilledForm(root.one("form"), root, root.one("button")))["and"] == "start"


@pytest.mark.parametrize("name", ["surname", "off", "far", "outside"])
def test_a_field_that_is_not_in_the_form_cannot_be_filled(form, name):
    with pytest.raises(AssertionError, match="no field"):
        form.fill(name, "x")


@pytest.mark.parametrize(("name", "value"), [("kind", "Faith"), ("side", "nobody")])
def test_what_is_not_offered_cannot_be_chosen(form, name, value):
    with pytest.raises(AssertionError, match="not offered"):
        form.fill(name, value)
