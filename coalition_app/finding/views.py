"""Find anything: the field in the bar while one types, and the page of everything found."""

from flask import Blueprint, request, url_for

from coalition_app.lib.tidy import tidy_line
from coalition_app.models import Findings, Found
from coalition_app.web import access, htmx

bp = Blueprint("finding", __name__, url_prefix="/find")

WHILE_TYPING, ON_A_PAGE = 5, 25
HEADINGS = {
    "organization": "Organizations",
    "person": "People",
    "meeting": "Meetings",
    "commitment": "Commitments",
    "letter": "Letters",
    "registry": "In the registries",
}
PAGES = {
    "organization": "organizations.show",
    "person": "people.show",
    "meeting": "meetings.show",
    "letter": "letters.show",
}
# Where a kind can be searched further.
LISTS = {
    "organization": "organizations.index",
    "person": "people.index",
    "registry": "registries.index",
}


@bp.get("")
@access.viewer
def index():
    """While one types, a few of each kind to choose from by arrows."""
    is_typing = htmx.wants_region()
    text = tidy_line(request.args.get("q"))
    findings = Findings(text, WHILE_TYPING if is_typing else ON_A_PAGE)
    return htmx.render(
        "finding/_options.html" if is_typing else "finding/index.html",
        text=findings.text,
        findings=findings,
        headings=HEADINGS,
        lists=LISTS,
        page_of=page_of,
    )


def page_of(kind: str, found: Found) -> str:
    """Where it stands; a commitment has a page for those who may change it."""
    if kind in PAGES:
        return url_for(PAGES[kind], id=found.id)
    if kind == "registry":
        return url_for("registries.index", q=f"{found.id:09d}")
    if access.can("organizer"):
        return url_for("commitments.edit", id=found.id)
    return url_for("organizations.show", id=found.organization_id)
