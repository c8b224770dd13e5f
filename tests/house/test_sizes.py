"""Nothing grows so long that nobody reads it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, ROOT, expect_none, statements_in

LONGEST_FUNCTION = 40
LONGEST_FILE = {".py": 300, ".html": 120, ".css": 300, ".js": 300}
FOLDERS = (PACKAGE, "tests", "templates", "static/css", "static/js")
GENERATED = "migrations/versions"


def ours() -> dict[str, str]:
    files = [file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*"))]
    files += sorted(ROOT.glob("*.py"))
    return {
        file.relative_to(ROOT).as_posix(): file.read_text("utf-8")
        for file in files
        if file.suffix in LONGEST_FILE and file.parent.name != "vendor"
    }


def long_files(texts: dict[str, str]) -> list[str]:
    return [
        f"{name} has {count} lines"
        for name, text in texts.items()
        if (count := len(text.splitlines())) > LONGEST_FILE[Path(name).suffix]
        and GENERATED not in name
    ]


def long_functions(texts: dict[str, str]) -> Iterator[str]:
    for name, text in texts.items():
        if not name.endswith(".py") or GENERATED in name:
            continue
        for node in functions_in(ast.parse(text)):
            length = node.end_lineno - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{name}: {node.name} has {length} lines"


def functions_in(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for statement in statements_in(node):
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield statement
        yield from functions_in(statement)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return ours()


def test_no_file_is_too_long(texts):
    expect_none(long_files(texts))


def test_no_function_is_too_long(texts):
    expect_none(long_functions(texts))


def test_a_long_file_is_found():
    assert long_files({"a.py": "\n" * 301, "b.html": "\n" * 121, "c.py": "\n" * 300}) == [
        "a.py has 301 lines",
        "b.html has 121 lines",
    ]


def test_a_long_function_is_found():
    text = "def winding():\n" + "    pass\n" * 40
    assert list(long_functions({"a.py": text})) == ["a.py: winding has 41 lines"]
