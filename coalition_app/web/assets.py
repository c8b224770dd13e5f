"""Style, script, fonts and icon, held in memory and kept for good by the browser.

Each address changes with its content: a fingerprint for what is ours, a version for the rest.
"""

import hashlib
import mimetypes
import re
from pathlib import Path

import rjsmin
from flask import Blueprint, Flask, Response, abort, current_app, url_for

from coalition_app.web import access

STATIC = Path(__file__).parents[2] / "static"
HTMX = "vendor/htmx-4.0.1.min.js"
FOR_GOOD = "public, max-age=31536000, immutable"
FONT = "font/woff2"

bp = Blueprint("assets", __name__, url_prefix="/assets")


def init_app(app: Flask) -> None:
    style, script = joined("css"), joined("js")
    icon = (STATIC / "favicon.svg").read_bytes()
    icon_name = f"favicon-{fingerprint(icon)}.svg"
    kept = {file: (STATIC / file).read_bytes() for file in (HTMX, *fonts())}
    app.extensions["assets"] = {**dict([style, script]), icon_name: icon, **kept}
    names = {"style": style[0], "script": script[0], "htmx": HTMX, "icon": icon_name}
    for file in sorted(STATIC.glob("*/later/*")):
        names[file.name], content = named(file.stem, file.suffix[1:], [file])
        app.extensions["assets"][names[file.name]] = content
    app.extensions["asset_names"] = names
    app.register_blueprint(bp)
    app.add_template_global(asset_url)


def joined(kind: str) -> tuple[str, bytes]:
    """Name with fingerprint, and all files; tokens.css comes first, it orders the layers.

    What is in a folder `later` is not among them: it comes with the pages that need it.
    """
    files = sorted(
        (STATIC / kind).glob(f"*.{kind}"), key=lambda file: (file.stem != "tokens", file)
    )
    return named("desk", kind, files)


def named(stem: str, kind: str, files: list[Path]) -> tuple[str, bytes]:
    """The files in one, without what only their writers need."""
    text = "\n".join(file.read_text("utf-8") for file in files)
    content = {"css": squeezed, "js": rjsmin.jsmin}[kind](text).encode()
    return f"{stem}-{fingerprint(content)}.{kind}", content


def squeezed(text: str) -> str:
    """A style without comments, and without the spaces that only its writers need.

    Ours: the libraries for it take the space out of `.rail :is(a)`, which then means another thing.
    """
    text = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    text = re.sub(r"""("[^"]*")|\s*([{};,>])\s*""", r"\1\2", text)
    return re.sub(r":\s+", ":", text).replace(";}", "}").strip()


def fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def fonts() -> list[str]:
    return [f"fonts/{file.name}" for file in sorted((STATIC / "fonts").glob("*.woff2"))]


def asset_url(name: str) -> str:
    """Address of "style", "script", "htmx", "icon", or what few pages need: "sheet.js"."""
    return url_for("assets.show", path=current_app.extensions["asset_names"][name])


@bp.get("/<path:path>")
@access.public
def show(path: str) -> Response:
    content = current_app.extensions["assets"].get(path)
    if content is None:
        abort(404)
    kind = FONT if path.endswith(".woff2") else mimetypes.guess_type(path)[0]
    response = Response(content, mimetype=kind)
    response.headers["Cache-Control"] = FOR_GOOD
    return response
