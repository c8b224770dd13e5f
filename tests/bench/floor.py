"""The floor: the same pages from plain Flask, Jinja and raw sqlite3, on the same database.

The floor asks the database just the statements that our page asks (noted while ours answers),
fetches every row, and fills a plain template with as many rows and words. It decides no steps,
checks nobody's rights and knows no forms: it is kinder to itself than to us.
"""

import sqlite3
from pathlib import Path

from flask import Flask

from tests.dom import Element

LAYOUT = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
<link rel="stylesheet" href="/app.css"><script src="/app.js" defer></script></head><body>
<aside><nav>{% for entry in rail %}<a href="{{ entry }}">{{ entry }}</a>{% endfor %}</nav></aside>
<main><h1>{{ title }}</h1>BODY</main></body></html>"""

LIST = LAYOUT.replace(
    "BODY",
    """<table><thead><tr><th>Organization</th><th>Step</th><th>Last contact</th><th>Lead</th></tr>
</thead><tbody>{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}
<td>{% for step in range(9) %}<i class="done"></i>{% endfor %}</td></tr>{% endfor %}
</tbody></table>""",
)
PAGE = LAYOUT.replace(
    "BODY",
    """<ol>{% for step in range(9) %}<li><b>{{ step }}</b><span>done</span></li>{% endfor %}</ol>
{% for section in sections %}<section><h2>{{ section[0] }}</h2><ul>{% for line in section[1] %}
<li>{{ line }}</li>{% endfor %}</ul></section>{% endfor %}""",
)
RAIL = tuple(f"/place-{number}" for number in range(12))


class Floor:
    """A plain application that answers one page like ours, with our page's statements."""

    def __init__(self, file: Path, statements: list[tuple[str, tuple]], ours: Element):
        self.app = Flask("floor", static_folder=None)
        self.file, self.statements = file, statements
        self.title = ours.one("h1").text
        self.rows = [[cell.text for cell in row.all("td")] for row in ours.all("main tbody tr")]
        self.sections = [
            (section.all("h2")[0].text, [item.text for item in section.all("li, p")])
            for section in ours.all("main section")
            if section.all("h2")
        ]
        template = LIST if self.rows else PAGE
        self.template = self.app.jinja_env.from_string(template)
        self.app.add_url_rule("/", view_func=self.answer)
        self.client = self.app.test_client()

    def answer(self) -> str:
        database = sqlite3.connect(self.file)
        try:
            for statement, parameters in self.statements:
                database.execute(statement, parameters).fetchall()
        finally:
            database.close()
        return self.template.render(
            title=self.title, rail=RAIL, rows=self.rows, sections=self.sections
        )

    def ask(self) -> bytes:
        return self.client.get("/").data
