"""Headers and cookies of every answer."""

import pytest


def policy(page) -> dict[str, str]:
    parts = page.headers["Content-Security-Policy"].split(";")
    return {name: " ".join(rest) for name, *rest in (part.split() for part in parts)}


@pytest.mark.parametrize("path", ["/practice/sink", "/nowhere", "/practice/administering"])
def test_nothing_from_elsewhere_runs(organizer, path):
    page = organizer.get(path)
    assert policy(page)["default-src"] == "'self'"
    assert "unsafe" not in page.headers["Content-Security-Policy"]
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Referrer-Policy"] == "same-origin"


def test_no_page_is_framed(organizer):
    assert policy(organizer.get("/practice/sink"))["frame-ancestors"] == "'none'"


def test_a_preview_is_framed_by_our_own_pages_only(organizer):
    page = organizer.get("/practice/preview")
    assert policy(page)["frame-ancestors"] == "'self'"
    assert page.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_pages_are_for_one_reader(organizer):
    assert organizer.get("/practice/sink").headers["Cache-Control"] == "private, no-cache"


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(organizer):
    cookie = organizer.get("/practice/person").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
