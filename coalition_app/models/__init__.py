"""The domain. This is its only door."""

from coalition_app.models.account import ROLES, Account
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.assistance import Assistance
from coalition_app.models.campaign import Campaign
from coalition_app.models.commitment import Commitment, CommitmentDate
from coalition_app.models.conversation import Conversation
from coalition_app.models.introduction import ROUTES, Introduction, Nudge
from coalition_app.models.letter import WAYS, Letter, LetterAlreadySent
from coalition_app.models.local import Local, Resource
from coalition_app.models.meeting import Attendance, Meeting, MeetingMove, MeetingParty
from coalition_app.models.organization import FIELDS, KINDS, SCOPES, Organization
from coalition_app.models.person import Person, Tie
from coalition_app.models.question import Answer, Question
from coalition_app.models.standing import Pause, Review, Standing
from coalition_app.models.told import AUDIENCES, Told

__all__ = [
    "AUDIENCES",
    "FIELDS",
    "KINDS",
    "ROLES",
    "ROUTES",
    "SCOPES",
    "WAYS",
    "Account",
    "Affiliation",
    "Answer",
    "Assistance",
    "Attendance",
    "Campaign",
    "Commitment",
    "CommitmentDate",
    "Conversation",
    "Introduction",
    "Letter",
    "LetterAlreadySent",
    "Local",
    "Meeting",
    "MeetingMove",
    "MeetingParty",
    "Nudge",
    "Organization",
    "Pause",
    "Person",
    "Question",
    "Resource",
    "Review",
    "Standing",
    "Tie",
    "Told",
]
