"""What is to do with an organization, kept with its facts as long as it is the same."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from coalition_app.models.facts import Facts
from coalition_app.models.next_action import Action, actions_of
from coalition_app.models.pathway import Pathway


class Kept(NamedTuple):
    """What is to do, from a moment until the day ends or the next meeting begins."""

    since: datetime
    until: datetime
    actions: list[Action]


def actions_at(facts: Facts, now: datetime) -> list[Action]:
    """As `actions_of`, decided anew only when the facts or what the clock says of them changed."""
    kept = facts.kept.get("actions")
    if kept is None or not kept.since <= now < kept.until:
        kept = facts.kept["actions"] = Kept(
            now, _until(facts, now), actions_of(Pathway(facts, now))
        )
    return kept.actions


def _until(facts: Facts, now: datetime) -> datetime:
    midnight = datetime.combine(now.date() + timedelta(days=1), time())
    begins = (each.starts_at for each in facts.meetings_planned if each.starts_at > now)
    return min((midnight, *begins))
