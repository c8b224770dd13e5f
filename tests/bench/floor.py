"""The floor: the same page from plain Flask, Jinja and raw sqlite3, on the same database.

It asks the database just the statements that our page asks (noted while ours answers), by raw
sqlite3, and fetches every row; then it fills the very templates of our page with values that are
ready, in a bare view. It maps no rows, decides no steps and checks nobody's rights.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask, template_rendered
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

Statement = tuple[str, tuple]


class Floor:
    """Answers like our page at `path` did just now."""

    def __init__(self, app: Flask, engine: Engine, client: FlaskClient, path: str):
        self.file = Path(engine.url.database)
        with noted(app, engine) as (statements, filled):
            client.get(path)
        self.statements, (self.template, self.values) = statements, filled[0]

    def answer(self) -> str:
        database = sqlite3.connect(self.file)
        try:
            for statement, parameters in self.statements:
                database.execute(statement, parameters).fetchall()
        finally:
            database.close()
        return self.template.render(self.values)


@contextmanager
def noted(app: Flask, engine: Engine) -> Iterator[tuple[list[Statement], list[tuple]]]:
    """The statements and the filled templates of whatever is answered meanwhile."""
    statements: list[Statement] = []
    filled: list[tuple] = []

    def note(connection, cursor, statement, parameters, *rest):
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            statements.append((statement, parameters))

    def keep(sender, template, context, **more):
        filled.append((template, dict(context)))

    event.listen(engine, "before_cursor_execute", note)
    template_rendered.connect(keep, app)
    try:
        yield statements, filled
    finally:
        event.remove(engine, "before_cursor_execute", note)
        template_rendered.disconnect(keep, app)
