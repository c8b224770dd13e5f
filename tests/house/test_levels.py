"""Imports point down the levels, and the domain has one door."""

import pytest

from coalition_app import SLICES
from tests.house.source import PACKAGE, Code, expect_none

LEVELS = {
    "lib": 0,
    "extensions": 0,
    "storage": 0,
    "settings": 0,
    "migrations": 0,
    "models": 1,
    "web": 2,
    "documents": 2,
    **dict.fromkeys(SLICES, 3),
    "": 4,
    "cli": 4,
    "sample": 4,
    "serving": 4,
    "starting": 4,
    "worker": 4,
}
PURE = ("flask", "sqlalchemy", "wtforms", "weasyprint")


@pytest.fixture(scope="module")
def code() -> Code:
    return Code.of_package()


def part_of(module: str) -> str | None:
    """'models' for coalition_app.models.person, '' for the factory, None for what is not ours."""
    package, *inner = module.split(".")
    return None if package != PACKAGE else (inner or [""])[0]


def wrong_ways(code: Code) -> list[str]:
    found = []
    for module in code.trees:
        for target, line, _ in code.imports(module):
            here, there = part_of(module), part_of(target)
            if there is not None and not may_import(here, there):
                found.append(f"{module}:{line} imports {target}")
    return found


def may_import(here: str, there: str) -> bool:
    return here == there or LEVELS[here] > LEVELS[there] or LEVELS[here] == LEVELS[there] != 3


def side_doors(code: Code) -> list[str]:
    return [
        f"{module}:{line} takes {target} past the door of the models"
        for module in code.trees
        if part_of(module) not in ("models", "migrations")
        for target, line, _ in code.imports(module)
        if target.startswith(f"{PACKAGE}.models.")
    ]


def hidden_imports(code: Code) -> list[str]:
    return [
        f"{module}:{line} hides the import of {target}"
        for module in code.trees
        for target, line, is_inside_function in code.imports(module)
        if is_inside_function
    ]


def impure_helpers(code: Code) -> list[str]:
    return [
        f"{module}:{line} imports {target}"
        for module in code.trees
        if part_of(module) == "lib"
        for target, line, _ in code.imports(module)
        if target.startswith(PURE)
    ]


def paper_outside_documents(code: Code) -> list[str]:
    return [
        f"{module}:{line} imports {target}"
        for module in code.trees
        if part_of(module) != "documents"
        for target, line, _ in code.imports(module)
        if target.partition(".")[0] == "weasyprint"
    ]


def cycles(code: Code) -> list[str]:
    """Modules that import one another, by taking away again and again what imports nothing left."""
    waiting = {
        module: {target for target, _, _ in code.imports(module)} & set(code.trees) - {module}
        for module in code.trees
    }
    while free := [module for module, targets in waiting.items() if not targets & set(waiting)]:
        for module in free:
            del waiting[module]
    return sorted(waiting)


def test_imports_point_down_and_no_slice_imports_a_slice(code):
    expect_none(wrong_ways(code))


def test_the_domain_has_one_door(code):
    expect_none(side_doors(code))


def test_no_import_is_hidden_in_a_function(code):
    expect_none(hidden_imports(code))


def test_helpers_know_neither_flask_nor_a_database(code):
    expect_none(impure_helpers(code))


def test_only_documents_know_weasyprint(code):
    expect_none(paper_outside_documents(code))


def test_no_modules_import_one_another(code):
    expect_none(cycles(code))


@pytest.mark.parametrize(
    ("check", "module", "line"),
    [
        (wrong_ways, "models.person", "from coalition_app.web import htmx"),
        (wrong_ways, "people.views", "from coalition_app.meetings.forms import MeetingForm"),
        (wrong_ways, "web.htmx", "import coalition_app.people.views"),
        (wrong_ways, "lib.dates", "from coalition_app.models import Person"),
        (wrong_ways, "people.views", "from coalition_app import create_app"),
        (side_doors, "people.views", "from coalition_app.models.person import Person"),
        (hidden_imports, "people.views", "def show():\n    import coalition_app.models"),
        (impure_helpers, "lib.dates", "from flask import g"),
        (paper_outside_documents, "letters.views", "from weasyprint import HTML"),
        (cycles, "models.person", "from coalition_app.models import Person"),
        (cycles, "models.person", "import coalition_app.models.tie"),
    ],
)
def test_what_breaks_the_levels_is_found(check, module, line):
    invented = {
        "coalition_app.models": "from coalition_app.models.person import Person",
        "coalition_app.models.tie": "import coalition_app.models.person",
        f"coalition_app.{module}": line,
    }
    assert check(Code(invented)) != []


def test_an_import_for_type_checkers_is_none():
    line = "if TYPE_CHECKING:\n    from coalition_app.models.tie import Tie"
    code = Code({"coalition_app.models.person": line, "coalition_app.models.tie": ""})
    assert code.imports("coalition_app.models.person") == []
