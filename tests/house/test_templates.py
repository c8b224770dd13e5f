"""Templates compile, find one another, lead somewhere, and hold no style or script of their own."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from flask import Flask
from jinja2 import DictLoader, Environment, TemplateSyntaxError, meta, nodes

from tests.house.source import ROOT, expect_none

FOLDER = ROOT / "templates"
LINKS = ("url_for", "has_page")
FORBIDDEN = {
    "inline style": re.compile(r"\sstyle\s*=|<style\b", re.IGNORECASE),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE),
    "an on… attribute": re.compile(r"<[^>]*\s(hx-)?on[:a-z]+\s*=\s*[\"']", re.IGNORECASE),
    "|safe": re.compile(r"\|\s*safe\b|autoescape\s+false"),
    "javascript:": re.compile(r"javascript:", re.IGNORECASE),
}
CLASSES = re.compile(r"\bclass=\"([^\"]*)\"")
FILLED_IN = re.compile(r"{%.*?%}|{{.*?}}")
STYLED = re.compile(r"[.](-?[a-z][\w-]*)")
# Print has its style in the document: it is rendered without a network.
PRINTED = "documents/"


@pytest.fixture(scope="module")
def templates() -> dict[str, str]:
    files = sorted(file for file in FOLDER.rglob("*") if file.suffix in (".html", ".txt", ".css"))
    return {file.relative_to(FOLDER).as_posix(): file.read_text("utf-8") for file in files}


class Read(NamedTuple):
    """What the tests ask of a template; empty but for its error if it is broken."""

    others: list[str | None] = []
    links: list[tuple[int, str]] = []
    error: str = ""


def read(env: Environment) -> dict[str, Read]:
    return {name: read_one(env, name) for name in env.list_templates()}


def read_one(env: Environment, name: str) -> Read:
    try:
        tree = env.parse(env.loader.get_source(env, name)[0])
        env.get_template(name)  # compiles it, unless a test has compiled the very same before
    except TemplateSyntaxError as error:
        return Read(error=f"{name}:{error.lineno} {error.message}")
    if unknown := unknown_names(env, tree):
        return Read(error=f"{name} asks for {unknown}")
    links = [(call.lineno, endpoint_in(call)) for call in tree.find_all(nodes.Call)]
    return Read(list(meta.find_referenced_templates(tree)), links)


def unknown_names(env: Environment, tree: nodes.Template) -> list[str]:
    """Filters and tests: what was compiled before may ask for one that is there no more."""
    return [
        node.name
        for node in tree.find_all((nodes.Filter, nodes.Test))
        if node.name not in (env.filters if isinstance(node, nodes.Filter) else env.tests)
    ]


def broken(templates: dict[str, Read]) -> list[str]:
    return [template.error for template in templates.values() if template.error]


def lost_templates(templates: dict[str, Read]) -> list[str]:
    return [
        f"{name} refers to {other}"
        for name, template in templates.items()
        for other in template.others
        if other is not None and other not in templates
    ]


def dead_links(app: Flask, templates: dict[str, Read]) -> list[str]:
    return [
        f"{name}:{line} links to {endpoint}"
        for name, template in templates.items()
        for line, endpoint in template.links
        if endpoint and absolute(endpoint, Path(name).parts[0]) not in app.view_functions
    ]


def endpoint_in(call: nodes.Call) -> str | None:
    is_link = isinstance(call.node, nodes.Name) and call.node.name in LINKS
    constant = call.args[0] if is_link and call.args else None
    return constant.value if isinstance(constant, nodes.Const) else None


def absolute(endpoint: str, slice_name: str) -> str:
    return f"{slice_name}{endpoint}" if endpoint.startswith(".") else endpoint


def own_style_or_script(templates: dict[str, str]) -> list[str]:
    return [
        f"{name} holds {what}"
        for name, text in templates.items()
        for what, pattern in FORBIDDEN.items()
        if pattern.search(text) and not (name.startswith(PRINTED) and what == "inline style")
    ]


def without_a_look(templates: dict[str, str], styles: str) -> list[str]:
    """Classes that no stylesheet and no script names; what Jinja puts together is passed over."""
    looks = set(STYLED.findall(styles))
    return [
        f"{name} wears {word}"
        for name, text in templates.items()
        for words in CLASSES.findall(FILLED_IN.sub("{}", text))
        for word in words.split()
        if "{}" not in word and word not in looks
    ]


@pytest.fixture(scope="module")
def known(blank) -> dict[str, Read]:
    return read(blank.app.jinja_env)


def invented(app: Flask, **templates: str) -> dict[str, Read]:
    loader = DictLoader({f"people/{name}.html": text for name, text in templates.items()})
    return read(app.jinja_env.overlay(loader=loader, bytecode_cache=None))


def test_every_template_compiles(known):
    expect_none(broken(known))


def test_every_include_import_and_extends_resolves(known):
    expect_none(lost_templates(known))


def test_every_link_leads_to_a_view(app, known):
    expect_none(dead_links(app, known))


def test_no_template_has_style_or_script_of_its_own(templates):
    expect_none(own_style_or_script(templates))


def test_every_class_has_a_look(templates):
    written = [ROOT / "static", FOLDER]
    files = [file for folder in written for file in folder.rglob("*") if is_style_or_script(file)]
    expect_none(without_a_look(templates, "\n".join(file.read_text("utf-8") for file in files)))


def is_style_or_script(file: Path) -> bool:
    return file.suffix in (".css", ".js")


def test_a_class_without_a_look_is_found():
    sample = {"a.html": '<p class="sub {{ kind }} late{{ more }} lost">'}
    assert without_a_look(sample, ".sub { color: red }") == ["a.html wears lost"]


def test_a_broken_template_is_found(app):
    templates = invented(app, a="{% if %}", b="{{ 1|vanish }}", c="{{ 1 is vanished }}", d="good")
    assert len(broken(templates)) == 3


def test_a_filter_that_is_gone_is_found(app):
    tree = app.jinja_env.parse("{{ 1|upper|vanish if 1 is vanished or 1 is defined }}")
    assert unknown_names(app.jinja_env, tree) == ["vanished", "vanish"]


def test_a_lost_template_is_found(app):
    sample = "{% extends 'a.html' %}{% block b %}{% from 'c.html' import d %}{% endblock %}"
    assert len(lost_templates(invented(app, show=sample))) == 2


@pytest.mark.parametrize(
    "link",
    ["{{ url_for('people.vanish') }}", "{{ url_for('.vanish') }}", "{{ has_page('people') }}"],
)
def test_a_dead_link_is_found(app, link):
    assert len(dead_links(app, invented(app, show=link))) == 1


@pytest.mark.parametrize(
    "sample",
    [
        '<p style="color: red">',
        "<style>p { color: red }</style>",
        "<script>alert(1)</script>",
        '<button onclick="leave()">',
        "<p hx-on:click='leave()'>",
        "{{ name | safe }}",
        "{% autoescape false %}",
        '<a href="javascript:leave()">',
    ],
)
def test_style_and_script_are_found(sample):
    assert own_style_or_script({"people/show.html": sample}) != []


def test_a_file_with_a_source_is_no_inline_script():
    assert own_style_or_script({"a.html": '<script src="/x.js" defer></script>'}) == []
