"""Templates compile, find one another, lead somewhere, and hold no style or script of their own."""

import re
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import TemplateSyntaxError, meta, nodes

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


def broken(app: Flask, templates: dict[str, str]) -> list[str]:
    found = []
    for name, text in templates.items():
        try:
            app.jinja_env.compile(text, name)
        except TemplateSyntaxError as error:
            found.append(f"{name}:{error.lineno} {error.message}")
    return found


def parsed(app: Flask, text: str) -> nodes.Template:
    """Empty for a broken template, which has a test of its own."""
    try:
        return app.jinja_env.parse(text)
    except TemplateSyntaxError:
        return nodes.Template([])


def lost_templates(app: Flask, templates: dict[str, str]) -> list[str]:
    return [
        f"{name} refers to {other}"
        for name, text in templates.items()
        for other in meta.find_referenced_templates(parsed(app, text))
        if other is not None and other not in templates
    ]


def dead_links(app: Flask, templates: dict[str, str]) -> list[str]:
    found = []
    for name, text in templates.items():
        for call in parsed(app, text).find_all(nodes.Call):
            endpoint = endpoint_in(call)
            if endpoint and absolute(endpoint, Path(name).parts[0]) not in app.view_functions:
                found.append(f"{name}:{call.lineno} links to {endpoint}")
    return found


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


def test_every_template_compiles(app, templates):
    expect_none(broken(app, templates))


def test_every_include_import_and_extends_resolves(app, templates):
    expect_none(lost_templates(app, templates))


def test_every_link_leads_to_a_view(app, templates):
    expect_none(dead_links(app, templates))


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
    assert broken(app, {"people/show.html": "{% if %}"}) != []


def test_a_lost_template_is_found(app):
    sample = "{% extends 'a.html' %}{% block b %}{% from 'c.html' import d %}{% endblock %}"
    assert len(lost_templates(app, {"people/show.html": sample})) == 2


@pytest.mark.parametrize(
    "link",
    ["{{ url_for('people.vanish') }}", "{{ url_for('.vanish') }}", "{{ has_page('people') }}"],
)
def test_a_dead_link_is_found(app, link):
    assert len(dead_links(app, {"people/show.html": link})) == 1


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
