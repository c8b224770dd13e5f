"""Every page there is: for whom it opens, accessible, and no wider than a small phone."""

import pytest

from tests.browser import SMALL_PHONE, accessible, no_sideways_scroll, sign_in
from tests.conftest import account_for
from tests.e2e.addresses import address, routes, value_of

ROLES = ("viewer", "organizer", "administrator")
MOST_BYTES = 40_000
DOWNLOADS = (".pdf", ".ics", ".svg", ".csv", ".eml", "/now", "/logo")


def pages(app) -> list[tuple[str, str]]:
    """Address and access of everything that is read in the browser as a page."""
    return [
        (address(app, rule), app.view_functions[rule.endpoint].access)
        for rule in routes(app, "GET")
        if not address(app, rule).endswith(DOWNLOADS) and not rule.endpoint.startswith("assets.")
    ]


def test_there_are_pages(app, sample):
    assert len(pages(app)) > 40


@pytest.mark.parametrize("role", ["viewer", "organizer"])
def test_each_role_reads_what_it_may_and_nothing_else(app, sample, role):
    """What the administrator reads: test_weird_text.py."""
    sample.role = role  # the same person, so that a page written alike is inspected once
    client = app.test_client()
    client.sign_in(sample)
    wrong = []
    for path, access in pages(app):
        may = access == "public" or ROLES.index(role) >= ROLES.index(access)
        page = client.get(path)
        status = page.status
        if (status == 403) == may:
            wrong.append(f"{path} is for {access}, and answered {status}")
        if may and status not in (200, 302, 303, 404):
            wrong.append(f"{path} answered {status}")
        if status == 200 and (weight := weight_of(page)) > MOST_BYTES:
            wrong.append(f"{path} brings {weight} bytes of style and script beside htmx")
    assert not wrong


def weight_of(page) -> int:
    """Bytes of our style and script that the page names."""
    kept = page.client.application.extensions["assets"]
    named = [each["href"] for each in page.all("link[rel=stylesheet]")]
    named += [each["src"] for each in page.all("script[src]")]
    paths = {each.removeprefix("/assets/") for each in named}
    return sum(len(kept[path]) for path in paths if not path.startswith("vendor/"))


@pytest.mark.parametrize("role", ["viewer", "organizer"])
def test_each_role_is_kept_from_acts_that_are_not_its_own(app, sample, role):
    client = app.test_client()
    client.sign_in(account_for(role))
    wrong = []
    for rule in routes(app, "POST"):
        access = app.view_functions[rule.endpoint].access
        if access == "public" or ROLES.index(role) >= ROLES.index(access):
            continue
        status = client.post(address(app, rule), {}).status
        if status != 403:
            wrong.append(f"{rule.rule} is for {access}, and answered {status} to a {role}")
    assert not wrong


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_stranger_is_sent_to_sign_in(app, sample, method):
    client = app.test_client()
    wrong = []
    for rule in routes(app, method):
        if app.view_functions[rule.endpoint].access == "public":
            continue
        ask = client.get if method == "GET" else client.post
        answer = ask(address(app, rule))
        is_led_there = answer.status == 303 and "/sign-in" in answer.location
        is_asked_there = answer.status == 401 and answer.has("main a[href^='/sign-in']")
        if not (is_led_there or is_asked_there):
            wrong.append(f"{method} {rule.rule} answered {answer.status}")
    assert not wrong


def test_an_unknown_id_is_not_found(app, sample):
    client = app.test_client()
    client.sign_in(sample)
    wrong = []
    for rule in routes(app, "GET"):
        numbers = {name: 987654 for name in rule.arguments if name == "id" or name.endswith("_id")}
        if not numbers:
            continue
        words = {name: value_of(rule, name) for name in rule.arguments - numbers.keys()}
        with app.test_request_context():
            path = app.url_for(rule.endpoint, **numbers, **words)
        if client.get(path).status != 404:
            wrong.append(path)
    assert not wrong


def test_every_page_is_accessible_and_narrow_enough(app, sample, stranger, live, subtests):
    """Walked by links, as people do: the window, and axe in it, stay through the whole walk.

    The window is made as small as a phone once, at the end, and holds each page once more.
    """
    paths = [path for path, _ in pages(app)]
    sign_in(stranger, app, live, sample)  # ends the turn to write that reading them took
    stranger.goto("/")
    walked: dict[str, str] = {}  # where each path led
    for path in paths:
        with subtests.test(path):
            place = stranger.evaluate(FOLLOW, path)
            if place not in walked.values():
                accessible(stranger)
            walked[path] = place
    stranger.set_viewport_size(SMALL_PHONE)
    for place in dict.fromkeys(walked.values()):
        with subtests.test(f"{place} on a small phone"):
            stranger.evaluate(HOLD_AGAIN, place)
            no_sideways_scroll(stranger)


STYLED = """
  const rest = () => new Promise(resolve => setTimeout(resolve, 5));
  const styles = () => [...document.querySelectorAll("link[rel=stylesheet]")];
  while (styles().some(each => !each.sheet)) await rest();
"""
# Follows a link to `path`, put on the page that is open, and keeps the page that it leads to;
# `data-left` tells the old page by.
FOLLOW = f"""async path => {{
  const link = Object.assign(document.createElement("a"), {{href: path, textContent: "On"}});
  document.body.dataset.left = "";
  document.querySelector("main").prepend(link);
  htmx.process(link);
  link.click();
  while ("left" in document.body.dataset) await new Promise(resolve => setTimeout(resolve, 5));
  {STYLED}
  const {{ className, childNodes }} = document.body;
  (window.walked ??= {{}})[location.pathname] = {{ className, inside: [...childNodes] }};
  return location.pathname;
}}"""
HOLD_AGAIN = f"""async place => {{
  document.body.className = walked[place].className;
  document.body.replaceChildren(...walked[place].inside);
  {STYLED}
}}"""
