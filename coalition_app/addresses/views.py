"""What the mail thinks of an address that is being typed."""

from flask import Blueprint, request, url_for

from coalition_app.lib.addresses import Address
from coalition_app.lib.tidy import tidy_line
from coalition_app.web import access, htmx
from coalition_app.web.postal import PARTS

bp = Blueprint("addresses", __name__, url_prefix="/addresses")

LONGEST = 200


@bp.get("/understood")
@access.viewer
def understood():
    if not htmx.wants_region():
        return htmx.redirect(url_for("today.index"))
    typed = {part: tidy_line(request.args.get(part, ""))[:LONGEST] for part in PARTS}
    return htmx.render("addresses/_understood.html", postal=Address(**typed))
