"""A found entry as its row shows it: why it might matter, and whether we have it already."""

from typing import NamedTuple

from coalition_app.models import RegistryEntry, RegistryGround, twins_of


class Row(NamedTuple):
    """Plain values: a page is rendered after its transaction has ended.

    `twin`: what is most likely the same one in the other registry; a person decides.
    """

    entry: RegistryEntry
    tags: list[str]
    twin: RegistryEntry | None
    listed_id: int | None
    is_started: bool
    lacks_twin: bool


def rows_of(entries: list[RegistryEntry], ground: RegistryGround) -> list[Row]:
    twins = twins_of(entries)
    listed = RegistryEntry.organizations([*entries, *twins.values()])
    rows = []
    for entry in entries:
        twin = twins.get(entry.id)
        organization = listed.get(entry.id)
        if organization and organization.is_archived:
            organization = None
        rows.append(
            Row(
                entry=entry,
                tags=_tags(entry, ground),
                twin=twin,
                listed_id=organization.id if organization else None,
                is_started=organization.is_started if organization else False,
                lacks_twin=bool(twin) and listed.get(twin.id) is None,
            )
        )
    return rows


def _tags(entry: RegistryEntry, ground: RegistryGround) -> list[str]:
    """What speaks for it, seen from us."""
    tags = [f"{entry.partner}: national partner"] if entry.partner else []
    if ground.region and entry.postal_code.startswith(ground.region):
        tags.append("near us")
    if entry.worthy_field in ground.fields:
        tags.append("on our agenda")
    return tags
