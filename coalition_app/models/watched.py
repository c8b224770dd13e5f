"""The tables whose changes are marked: those that Today reads."""

from coalition_app.extensions import db
from coalition_app.storage import changes

WATCHED = (
    "affiliation",
    "answer",
    "assistance",
    "attendance",
    "campaign",
    "commitment",
    "conversation",
    "conversation_person",
    "introduction",
    "letter",
    "local",
    "meeting",
    "meeting_party",
    "nudge",
    "organization",
    "pause",
    "person",
    "print_run",
    "question",
    "review",
    "standing",
    "tie",
    "told",
)
changes.watch(db.metadatas[None], *WATCHED)
