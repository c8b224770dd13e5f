"""Where each action of the domain is done: the words of its button and its address."""

from dataclasses import dataclass

from flask import Flask

from coalition_app.models import Action
from coalition_app.web.navigation import address


@dataclass(frozen=True)
class NextStep:
    """A button: what it says, where it leads, and whether pressing it is the act itself."""

    words: str
    url: str
    is_act: bool = False


# kind of action: words, endpoint, which argument names the organization and the subject
_PLACES = {
    "identify": ("Fill in", "organizations.edit", "id", None),
    "research": ("Research sheet", "organizations.research", "id", None),
    "ask_hq": ("Ask HQ", "introductions.new", "organization_id", None),
    "find_way_in": ("Ways in", "introductions.index", "organization_id", None),
    "wait": ("Ways in", "introductions.index", "organization_id", None),
    "nudge": ("Reminded", "introductions.nudging", None, "id"),
    "plan": ("Plan a meeting", "meetings.new", "organization", None),
    "new_date": ("Set a new date", "meetings.edit", None, "id"),
    "prepare": ("Prepare", "meetings.prepare", None, "id"),
    "meet": ("Print the packet", "meetings.packet", None, "id"),
    "did_it_happen": ("Say what happened", "meetings.show", None, "id"),
    "type_up": ("Type it up", "meetings.notes", None, "id"),
    "offer_help": ("Offer help", "assistances.new", "organization_id", "meeting"),
    "follow_up": ("Write", "letters.new", "organization_id", "meeting"),
    "send_letter": ("Look and send", "letters.show", None, "id"),
    "second_note": ("Write", "letters.new", "organization_id", "meeting"),
    "tell": ("Tell it", "reports.new", "organization_id", "meeting"),
    "next": ("Set it", "meetings.notes", None, "id"),
    "name_activist": ("Name somebody", "meetings.notes", None, "id"),
    "stay_in_touch": ("Log a conversation", "conversations.new", "organization_id", None),
}
_ACTS = {"nudge"}
_MORE = {
    "ask_hq": {"route": "hq"},
    "follow_up": {"kind": "follow_up"},
    "second_note": {"kind": "follow_up", "again": 1},
    "next": {"_anchor": "next"},
    "name_activist": {"_anchor": "next"},
}


def init_app(app: Flask) -> None:
    app.add_template_global(next_step)


def next_step(action: Action) -> NextStep:
    words, endpoint, organization_key, subject_key = _PLACES[action.kind]
    values = dict(_MORE.get(action.kind, {}))
    if organization_key:
        values[organization_key] = action.organization_id
    if subject_key and action.subject_id:
        values[subject_key] = action.subject_id
    return NextStep(words, address(endpoint, **values), action.kind in _ACTS)
