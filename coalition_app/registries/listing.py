"""From a row of a registry to an organization: one, or several at once."""

from flask import abort, request, url_for
from flask_login import current_user

from coalition_app.extensions import db
from coalition_app.models import Local, Organization, RegistryEntry, RegistryGround
from coalition_app.registries.blueprint import bp
from coalition_app.registries.found import rows_of
from coalition_app.web import access, clock, htmx

MOST_AT_ONCE = 50
LARGEST_ID = 2**31
STARTED = "Listed and started, with you as the lead."


@bp.post(f"/<int(max={LARGEST_ID}):entry_id>/listing")
@access.organizer
def listing(entry_id: int):
    """With `twin`, the entry of the other registry that a person says is the same one."""
    entry = RegistryEntry.with_id(entry_id) or abort(404)
    twin = RegistryEntry.with_id(request.form.get("twin", 0, type=int))
    is_new, organization = _listed(entry, twin)
    words = "Listed." if is_new else "It is on your list already."
    if request.form.get("start") and not organization.is_started:
        _start(organization)
        words = STARTED
    db.session.commit()
    if htmx.wants_region():
        (row,) = rows_of([entry], RegistryGround.of(Local.current()))
        return htmx.render("registries/_row.html", row=row, here=_back())
    return htmx.redirect(_back(), f"{organization.full_name}: {words}")


@bp.post("/listing")
@access.organizer
def listing_several():
    ids = request.form.getlist("ids", type=int)[:MOST_AT_ONCE]
    entries = RegistryEntry.with_ids(id_ for id_ in ids if id_ <= LARGEST_ID)
    listed = [_listed(entry) for entry in entries]
    if request.form.get("start"):
        for _, organization in listed:
            if not organization.is_started:
                _start(organization)
    db.session.commit()
    new = sum(is_new for is_new, _ in listed)
    return htmx.redirect(_back(), _told(len(listed), new, bool(request.form.get("start"))))


def _told(count: int, new: int, started: bool) -> str:
    if not count:
        return "Mark the ones you want first."
    words = f"{count} started, with you as the lead." if started else f"{new} listed."
    known = count - new
    return f"{words} {known} stood on your list already." if known else words


def _listed(entry: RegistryEntry, twin: RegistryEntry | None = None) -> tuple[bool, Organization]:
    """Whether it is new, and the one organization that there is now."""
    known = RegistryEntry.organizations([entry]).get(entry.id)
    organization = known or entry.as_organization(clock.today())
    organization.unarchive()
    if twin and twin.id not in RegistryEntry.organizations([twin]):
        twin.complete(organization)
    db.session.add(organization)
    db.session.flush()
    return known is None, organization


def _start(organization: Organization) -> None:
    organization.start(current_user.person, clock.today())


def _back() -> str:
    """To the search from which it was listed."""
    return access.safe_next(request.form.get("next"), url_for(".index"))
