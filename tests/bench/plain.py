"""The raw floor: the same rows and columns from plain Flask, Jinja and sqlite3, searched by FTS5.

It maps no rows, decides nothing and asks nobody who they are. The steps, which ours derives, stand
ready in a file of their own; the shell around a page (rail, bar) is ready text.
"""

import re
import sqlite3
from collections import defaultdict
from pathlib import Path

from flask import Flask, g, request
from flask.testing import FlaskClient
from jinja2 import Template
from markupsafe import Markup

from coalition_app.lib import search_words

ORGANIZATIONS = """
SELECT o.id, o.name, o.chapter, o.city, o.field, s.step, s.last_contact, p.name AS lead
FROM organization o LEFT JOIN person p ON p.id = o.lead_id LEFT JOIN floor.shown s ON s.id = o.id
WHERE o.archived_at IS NULL {held} ORDER BY o.sort_name LIMIT 100
"""
PEOPLE = """
SELECT p.id, p.name, p.phone, p.email, p.city, p.is_ours, p.office
FROM person p WHERE p.archived_at IS NULL {held} ORDER BY p.sort_name LIMIT 100
"""
ROLES = """
SELECT a.person_id, a.role, o.id, o.name, o.chapter FROM affiliation a
JOIN organization o ON o.id = a.organization_id WHERE a.ended_on IS NULL AND a.person_id IN ({ids})
"""
HELD = "AND {0}.id IN (SELECT rowid FROM {1}_search WHERE {1}_search MATCH :asked)"
COUNT = "SELECT count(*) FROM {1} {0} WHERE {0}.archived_at IS NULL {held}"
OF_ORGANIZATION = {
    "record": "SELECT * FROM organization WHERE id = ?",
    "people": "SELECT p.*, a.role FROM affiliation a JOIN person p ON p.id = a.person_id "
    "WHERE a.organization_id = ? AND a.ended_on IS NULL",
    "meetings": "SELECT m.* FROM meeting m JOIN meeting_party y ON y.meeting_id = m.id "
    "WHERE y.organization_id = ? ORDER BY m.starts_at DESC",
    "commitments": "SELECT c.*, p.name AS owner FROM commitment c "
    "LEFT JOIN person p ON p.id = c.owner_id WHERE c.organization_id = ?",
    "letters": "SELECT * FROM letter WHERE organization_id = ?",
    "campaigns": "SELECT * FROM campaign WHERE organization_id = ?",
    "introductions": "SELECT * FROM introduction WHERE organization_id = ?",
    "told": "SELECT * FROM told WHERE organization_id = ?",
    "standings": "SELECT * FROM standing WHERE organization_id = ?",
    "points": "SELECT * FROM contact_point WHERE organization_id = ?",
    "assistances": "SELECT * FROM assistance WHERE organization_id = ?",
}
OF_PERSON = {
    "record": "SELECT * FROM person WHERE id = ?",
    "roles": "SELECT a.*, o.name FROM affiliation a JOIN organization o "
    "ON o.id = a.organization_id WHERE a.person_id = ?",
    "ties": "SELECT t.*, p.name FROM tie t JOIN person p ON p.id = t.other_id "
    "WHERE t.person_id = ?",
    "conversations": "SELECT c.* FROM conversation c JOIN conversation_person y "
    "ON y.conversation_id = c.id WHERE y.person_id = ?",
    "meetings": "SELECT m.* FROM meeting m JOIN attendance a ON a.meeting_id = m.id "
    "WHERE a.person_id = ?",
    "commitments": "SELECT * FROM commitment WHERE owner_id = ?",
    "standings": "SELECT * FROM standing WHERE person_id = ?",
    "points": "SELECT * FROM contact_point WHERE person_id = ?",
}
TABLE = Template(
    """{{ shell[0] }}<h1>{{ count }}</h1><table>{% for row in rows %}<tr id="row-{{ row.id }}">
<td><input type="checkbox" name="ids" value="{{ row.id }}" aria-label="Choose {{ row.name }}"></td>
<th><a href="/{{ noun }}/{{ row.id }}">{{ row.name }}</a></th>
{% for name in columns %}<td data-label="{{ name }}">{{ row[name] or "" }}</td>{% endfor %}
<td>{% for role in roles[row.id] %}{{ role.role }} <a href="/organizations/{{ role.id }}">
{{ role.name }}</a>{% endfor %}</td><td><a href="/{{ noun }}/{{ row.id }}/row">Edit</a></td></tr>
{% endfor %}</table>{{ shell[1] }}""",
    autoescape=True,
)
PAGE = Template(
    """{{ shell[0] }}<h1>{{ record[0].name }}</h1>{% for name, rows in parts.items() %}
<section><h2>{{ name }}</h2><ul>{% for row in rows %}<li>{% for key in row.keys() %}
{% if row[key] %}<span>{{ row[key] }}</span>{% endif %}{% endfor %}</li>{% endfor %}</ul></section>
{% endfor %}{{ shell[1] }}""",
    autoescape=True,
)
COLUMNS = {
    "organizations": ("step", "last_contact", "lead", "city", "field"),
    "people": ("phone", "email", "city"),
}


def floor(database: Path, shown: dict[int, tuple[str, str]], page: str) -> FlaskClient:
    """`shown`: step and last contact by organization. `page`: one of ours, for its shell."""
    ready = database.with_name("floor.db")
    with sqlite3.connect(ready) as connection:
        connection.execute("CREATE TABLE shown (id INTEGER PRIMARY KEY, step, last_contact)")
        rows = [(id_, *each) for id_, each in shown.items()]
        connection.executemany("INSERT INTO shown VALUES (?, ?, ?)", rows)
    connection.close()
    around = re.split("<main.*</main>", page, flags=re.DOTALL)
    shell = [Markup(part) for part in around]  # noqa: S704 a page of our own
    app = Flask("floor")
    app.before_request(lambda: connect(database, ready))
    app.teardown_appcontext(lambda _: g.database.close())
    app.add_url_rule("/<noun>", "list", lambda noun: listed(noun, shell))
    app.add_url_rule("/<noun>/<int:key>", "page", lambda noun, key: shown_alone(noun, key, shell))
    return app.test_client()


def connect(database: Path, ready: Path) -> None:
    g.database = sqlite3.connect(database)
    g.database.row_factory = sqlite3.Row
    g.database.execute("ATTACH ? AS floor", [str(ready)])


def listed(noun: str, shell: list[Markup]) -> str:
    ask, table = g.database.execute, {"organizations": "organization", "people": "person"}[noun]
    typed = request.args.get("q", "")
    asked = {"asked": " ".join(f'"{word}"*' for word in search_words.words(typed))}
    held = HELD.format(table[0], table) if typed else ""
    query = (ORGANIZATIONS if noun == "organizations" else PEOPLE).format(held=held)
    rows = ask(query, asked).fetchall()
    count = ask(COUNT.format(table[0], table, held=held), asked).fetchone()[0]
    roles = defaultdict(list)
    if noun == "people":
        ids = ",".join(str(row["id"]) for row in rows)
        for role in ask(ROLES.format(ids=ids)):
            roles[role["person_id"]].append(role)
    return TABLE.render(
        rows=rows, roles=roles, count=count, noun=noun, columns=COLUMNS[noun], shell=shell
    )


def shown_alone(noun: str, key: int, shell: list[Markup]) -> str:
    queries = OF_ORGANIZATION if noun == "organizations" else OF_PERSON
    parts = {name: g.database.execute(query, [key]).fetchall() for name, query in queries.items()}
    return PAGE.render(record=parts.pop("record"), parts=parts, shell=shell)
