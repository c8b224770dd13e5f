"""The factory: configuration, extensions, what all pages share, slices. Nothing imports it."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from flask import Flask
from jinja2 import StrictUndefined

from coalition_app import cli, extensions, settings
from coalition_app.documents import printer
from coalition_app.web import (
    access,
    assets,
    errors,
    filters,
    forms,
    htmx,
    jobs,
    navigation,
    next_action,
    routes,
    security,
    uploads,
)

SHARED = (
    routes,
    access,
    assets,
    errors,
    filters,
    forms,
    htmx,
    jobs,
    navigation,
    next_action,
    security,
    uploads,
    printer,
)
SLICES = (
    "accounts",
    "today",
    "organizations",
    "people",
    "acquaintances",
    "duplicates",
    "introductions",
    "conversations",
    "meetings",
    "days",
    "questions",
    "commitments",
    "assistances",
    "letters",
    "print_runs",
    "printers",
    "reports",
    "local",
    "registries",
    "imports",
    "backups",
    "finding",
    "addresses",
    "jobs",
)


def create_app(given: Mapping[str, Any] | None = None) -> Flask:
    app = Flask(__name__, static_folder=None, template_folder=str(settings.ROOT / "templates"))
    app.config.update(settings.configuration(given))
    prepare_templates(app)
    extensions.init_app(app)
    for shared in SHARED:
        shared.init_app(app)
    for name in SLICES:
        app.register_blueprint(import_module(f"coalition_app.{name}.views").bp)
    cli.register(app, SLICES)
    for known in cli.brought_by(SLICES, "jobs", "JOBS"):
        app.extensions["jobs"].update(known)
    return app


def prepare_templates(app: Flask) -> None:
    app.config["TEMPLATES_AUTO_RELOAD"] = False
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.undefined = StrictUndefined
