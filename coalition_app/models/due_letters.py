"""The follow-up letters that meetings wait for and nobody has begun."""

from datetime import datetime

from coalition_app.extensions import db
from coalition_app.models.fact_finding import facts_of_started
from coalition_app.models.facts import Facts
from coalition_app.models.letter import Letter
from coalition_app.models.next_action import actions_of
from coalition_app.models.pathway import Pathway


def letters_due(now: datetime) -> list[tuple[int, int]]:
    """(meeting, organization) of each, the earliest due first."""
    drafts = Letter.drafts().with_only_columns(Letter.organization_id, Letter.meeting_id)
    begun = {tuple(row) for row in db.session.execute(drafts)}
    asked = [action for each in facts_of_started(now.date()).values() for action in _of(each, now)]
    asked.sort(key=lambda action: action.due_at or now)
    pairs = ((action.subject_id, action.organization_id) for action in asked)
    return [pair for pair in pairs if pair[::-1] not in begun]


def _of(facts: Facts, now: datetime) -> list:
    if facts.is_paused:
        return []
    return [each for each in actions_of(Pathway(facts, now)) if each.kind == "follow_up"]
