"""What views name is there: endpoints, templates and the regions that they answer with."""

import ast
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from flask import Flask

from coalition_app import SLICES
from tests.house.source import PACKAGE, Code, expect_none

ANSWERS = ("render", "refused", "conflict", "render_template")
KNOWN = {"url_for", *ANSWERS}


class Called(NamedTuple):
    module: str
    line: int
    name: str
    given: list  # its arguments that are constants, none in the place of others


def calls(code: Code) -> list[Called]:
    """Of what leads to a page or answers with one."""
    return [
        Called(module, node.lineno, name, [getattr(part, "value", None) for part in node.args])
        for module, tree in code.trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and (name := name_of(node.func)) in KNOWN
    ]


def name_of(function: ast.expr) -> str:
    """The last word: 'render' of htmx.render."""
    return getattr(function, "attr", "") or getattr(function, "id", "")


def dead_links(calls: list[Called], app: Flask) -> list[str]:
    return [
        f"{module}:{line} links to {given[0]}"
        for module, line, name, given in calls
        if name == "url_for" and given and isinstance(given[0], str)
        if absolute(given[0], module) not in app.view_functions
    ]


def absolute(endpoint: str, module: str) -> str:
    return f"{module.split('.')[1]}{endpoint}" if endpoint.startswith(".") else endpoint


def lost_templates(calls: list[Called], app: Flask) -> Iterator[str]:
    """Templates and blocks that an answer names, but that are not there."""
    known = set(app.jinja_env.list_templates())
    for module, line, name, given in calls:
        if name not in ANSWERS or not given or not isinstance(given[0], str):
            continue
        template, block = given[0], given[1] if len(given) > 1 else None
        if template not in known:
            yield f"{module}:{line} renders {template}"
        elif isinstance(block, str) and block not in blocks_of(template, app):
            yield f"{module}:{line} renders the block {block} of {template}"


def blocks_of(template: str, app: Flask) -> set[str]:
    return set(app.jinja_env.get_template(template).blocks)


@pytest.fixture(scope="module")
def called() -> list[Called]:
    return calls(Code.of_package("|".join(KNOWN)))


def test_every_endpoint_that_a_view_names_exists(called, app):
    expect_none(dead_links(called, app))


def test_every_template_and_region_that_a_view_names_exists(called, app):
    expect_none(lost_templates(called, app))


def test_every_slice_is_registered(app):
    assert set(SLICES) <= set(app.blueprints)


@pytest.mark.parametrize("link", ["url_for('people.vanish')", "url_for('.vanish', id=3)"])
def test_a_dead_link_is_found(app, link):
    assert len(dead_links(calls(Code({f"{PACKAGE}.people.views": link})), app)) == 1


@pytest.mark.parametrize(
    "answer",
    ["htmx.render('people/vanish.html')", "htmx.render('registries/index.html', 'vanish')"],
)
def test_a_lost_template_or_region_is_found(app, answer):
    assert len(list(lost_templates(calls(Code({f"{PACKAGE}.people.views": answer})), app))) == 1
