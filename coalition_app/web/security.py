"""Headers of every answer: nothing from elsewhere runs, nothing of ours is framed elsewhere."""

from flask import Flask, Response, current_app, request

# Images may be their own addresses: pages as they will print, which lie in no file.
POLICY = (
    "default-src 'self'; img-src 'self' data:; base-uri 'self'; form-action 'self'; "
    "object-src 'self'; frame-ancestors {}"
)


def init_app(app: Flask) -> None:
    app.after_request(guard)


def framed(view):
    """Marks a view (a preview, a PDF) that our own pages show in a frame."""
    view.framed = True
    return view


def guard(response: Response) -> Response:
    view = current_app.view_functions.get(request.endpoint)
    is_framed = getattr(view, "framed", False)
    headers = response.headers
    headers["Content-Security-Policy"] = POLICY.format("'self'" if is_framed else "'none'")
    headers["X-Frame-Options"] = "SAMEORIGIN" if is_framed else "DENY"
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if request.blueprint != "assets":
        headers.setdefault("Cache-Control", "private, no-cache")
    return response
