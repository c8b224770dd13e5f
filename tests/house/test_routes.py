"""Every route says who may call it, and looks like the others."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask

from coalition_app.web import access
from tests.house.source import expect_none

KEBAB = re.compile(r"(/[a-z0-9]+(-[a-z0-9]+)*)*(\.[a-z]+)?")
PARAMETER = re.compile(r"<([^>]*)>")


def views_without_access(app: Flask) -> list[str]:
    return [
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if getattr(app.view_functions[rule.endpoint], "access", None) not in access.ROLES
    ]


def odd_paths(app: Flask) -> Iterator[str]:
    for rule in app.url_map.iter_rules():
        parameters = PARAMETER.findall(rule.rule)
        if not all(":" in parameter for parameter in parameters):
            yield f"{rule.rule} does not say the type of a parameter"
        bare = PARAMETER.sub("x", rule.rule)
        if bare != "/" and not KEBAB.fullmatch(bare):
            yield f"{rule.rule} is not in kebab-case, or ends in a slash"


def views_of_two_methods(app: Flask) -> list[str]:
    return [
        f"{rule.endpoint} answers {sorted(rule.methods)}"
        for rule in app.url_map.iter_rules()
        if len(rule.methods - {"HEAD", "OPTIONS"}) != 1
    ]


@pytest.fixture
def careless():
    """An application that keeps none of the rules."""
    app = Flask("careless", static_folder=None)

    @app.route("/show_person/<id>/", methods=["GET", "POST"])
    def show(id):
        return id

    return app


def test_every_route_says_who_may_call_it(app):
    expect_none(views_without_access(app))


def test_paths_are_typed_and_in_kebab_case(app):
    expect_none(odd_paths(app))


def test_get_and_post_are_separate(app):
    expect_none(views_of_two_methods(app))


def test_a_route_without_access_is_found(careless):
    assert views_without_access(careless) == ["show"]


def test_an_odd_path_is_found(careless):
    assert len(list(odd_paths(careless))) == 2


def test_a_view_of_two_methods_is_found(careless):
    assert views_of_two_methods(careless) == ["show answers ['GET', 'HEAD', 'OPTIONS', 'POST']"]
