"""What views name is there: endpoints, templates and the regions that they answer with."""

import ast
from collections.abc import Iterator

import pytest
from flask import Flask

from coalition_app import SLICES
from tests.house.source import PACKAGE, Code, expect_none

ANSWERS = ("render", "refused", "conflict", "render_template")


def calls(code: Code) -> Iterator[tuple[str, ast.Call, str, list]]:
    """Module, call, name of what is called, and those of its arguments that are constants."""
    for module, tree in code.trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func).rpartition(".")[2]
                yield module, node, name, [getattr(part, "value", None) for part in node.args]


def dead_links(code: Code, app: Flask) -> list[str]:
    return [
        f"{module}:{node.lineno} links to {given[0]}"
        for module, node, name, given in calls(code)
        if name == "url_for" and given and isinstance(given[0], str)
        if absolute(given[0], module) not in app.view_functions
    ]


def absolute(endpoint: str, module: str) -> str:
    return f"{module.split('.')[1]}{endpoint}" if endpoint.startswith(".") else endpoint


def lost_templates(code: Code, app: Flask) -> Iterator[str]:
    """Templates and blocks that an answer names, but that are not there."""
    known = set(app.jinja_env.list_templates())
    for module, node, name, given in calls(code):
        if name not in ANSWERS or not given or not isinstance(given[0], str):
            continue
        template, block = given[0], given[1] if len(given) > 1 else None
        if template not in known:
            yield f"{module}:{node.lineno} renders {template}"
        elif isinstance(block, str) and block not in blocks_of(template, app):
            yield f"{module}:{node.lineno} renders the block {block} of {template}"


def blocks_of(template: str, app: Flask) -> set[str]:
    return set(app.jinja_env.get_template(template).blocks)


@pytest.fixture(scope="module")
def code() -> Code:
    return Code.of_package()


def test_every_endpoint_that_a_view_names_exists(code, app):
    expect_none(dead_links(code, app))


def test_every_template_and_region_that_a_view_names_exists(code, app):
    expect_none(lost_templates(code, app))


def test_every_slice_is_registered(app):
    assert set(SLICES) <= set(app.blueprints)


@pytest.mark.parametrize("link", ["url_for('people.vanish')", "url_for('.vanish', id=3)"])
def test_a_dead_link_is_found(app, link):
    assert len(dead_links(Code({f"{PACKAGE}.people.views": link}), app)) == 1


@pytest.mark.parametrize(
    "answer",
    ["htmx.render('people/vanish.html')", "htmx.render('registries/index.html', 'vanish')"],
)
def test_a_lost_template_or_region_is_found(app, answer):
    assert len(list(lost_templates(Code({f"{PACKAGE}.people.views": answer}), app))) == 1
