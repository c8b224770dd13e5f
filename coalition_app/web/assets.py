"""Style, script, fonts and icon, served once for good: each address changes with its content."""

import hashlib
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, current_app, send_from_directory, url_for

from coalition_app.web import access

STATIC = Path(__file__).parents[2] / "static"
HTMX = "vendor/htmx-4.0.1.min.js"
ICON = "favicon.svg"
STYLE = "tokens reset base layout card button tag track path next rows log fields foot flash table"
STYLE += " empty dialog print"
SCRIPT = "page shortcuts session unsaved"
FOR_GOOD = "public, max-age=31536000, immutable"

bp = Blueprint("assets", __name__, url_prefix="/assets")


def init_app(app: Flask) -> None:
    app.extensions["bundles"] = {
        "style": _bundle("css", STYLE.split()),
        "script": _bundle("js", SCRIPT.split()),
    }
    app.register_blueprint(bp)
    app.add_template_global(asset_url)


def _bundle(kind: str, names: list[str]) -> tuple[str, str]:
    """Name with fingerprint, and the files joined in order (the order of the style's layers)."""
    text = "\n".join((STATIC / kind / f"{name}.{kind}").read_text("utf-8") for name in names)
    return f"desk-{hashlib.sha256(text.encode()).hexdigest()[:12]}.{kind}", text


def asset_url(name: str) -> str:
    """Address of "style", "script", "htmx" or "icon"."""
    if name in current_app.extensions["bundles"]:
        return url_for("assets.bundle", name=current_app.extensions["bundles"][name][0])
    return url_for("assets.file", path={"htmx": HTMX, "icon": ICON}[name])


@bp.get("/<string:name>")
@access.public
def bundle(name: str) -> Response:
    bundles = dict(current_app.extensions["bundles"].values())
    if name not in bundles:
        abort(404)
    kind = "text/css" if name.endswith(".css") else "text/javascript"
    return _for_good(Response(bundles[name], mimetype=kind))


@bp.get("/kept/<path:path>")
@access.public
def file(path: str) -> Response:
    if not path.startswith(("fonts/", "vendor/", ICON)):
        abort(404)
    return _for_good(send_from_directory(STATIC, path))


def _for_good(response: Response) -> Response:
    response.headers["Cache-Control"] = FOR_GOOD
    return response
