"""Our own Python code as syntax trees, with what each module imports."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PACKAGE = "coalition_app"
BLOCKS = ("body", "handlers", "orelse", "finalbody", "cases")


class Import(NamedTuple):
    """`target` is a module if there is one of that name, else what it was taken from."""

    target: str
    line: int
    is_inside_function: bool


class Code:
    """Modules by dotted name; made of the real files, or of samples that a test invents."""

    def __init__(self, sources: dict[str, str]):
        self.trees = {name: ast.parse(text) for name, text in sources.items()}
        self._imports: dict[str, list[Import]] = {}

    @classmethod
    def of_package(cls, naming: str = "") -> "Code":
        """All modules, or those in which the pattern is found."""
        texts = {file: file.read_text("utf-8") for file in sorted((ROOT / PACKAGE).rglob("*.py"))}
        named = re.compile(naming)
        return cls({module_name(file): text for file, text in texts.items() if named.search(text)})

    def imports(self, module: str) -> list[Import]:
        """Without those that only a type checker sees."""
        if module not in self._imports:
            self._imports[module] = list(self._imports_in(self.trees[module], inside=False))
        return self._imports[module]

    def _imports_in(self, node: ast.AST, *, inside: bool) -> Iterator[Import]:
        for child in statements_in(node):
            if isinstance(child, ast.Import):
                yield from (Import(alias.name, child.lineno, inside) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                yield from self._taken_from(child, inside)
            elif not is_for_type_checkers(child):
                deeper = inside or isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef))
                yield from self._imports_in(child, inside=deeper)

    def _taken_from(self, statement: ast.ImportFrom, inside: bool) -> Iterator[Import]:
        for alias in statement.names:
            whole = f"{statement.module}.{alias.name}"
            target = whole if whole in self.trees else (statement.module or "")
            yield Import(target, statement.lineno, inside)


def statements_in(node: ast.AST) -> Iterator[ast.AST]:
    """Those that stand right in it; expressions, which are most of a tree, are passed over."""
    for block in BLOCKS:
        yield from getattr(node, block, ())


def is_for_type_checkers(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def module_name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def expect_none(found: Iterable[str]) -> None:
    """Fails with all that was found, not with the first of them."""
    found = sorted(set(found))
    assert not found, "\n  ".join(["", *found])
