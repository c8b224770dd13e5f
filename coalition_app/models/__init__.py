"""The domain. This is its only door."""

from coalition_app.models.account import ROLES, Account
from coalition_app.models.acquaintance_sheet import AcquaintanceSheet
from coalition_app.models.acquaintances import (
    BOXES,
    Acquaintances,
    letter_of,
    sheet_organizations,
)
from coalition_app.models.act import Act, acts_of
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.agenda import Agenda
from coalition_app.models.assistance import Assistance
from coalition_app.models.campaign import Campaign
from coalition_app.models.chosen import Chosen
from coalition_app.models.chosen_people import ChosenPeople
from coalition_app.models.closing import Closing
from coalition_app.models.cold_call import CallOutcome, ColdCall
from coalition_app.models.coming import Coming, meetings_coming
from coalition_app.models.commitment import Commitment, CommitmentDate
from coalition_app.models.contact_point import ContactPoint
from coalition_app.models.conversation import Conversation
from coalition_app.models.due import commitments_due
from coalition_app.models.due_letters import letters_due
from coalition_app.models.fact_finding import facts_of, facts_of_started, find_facts
from coalition_app.models.facts import Facts
from coalition_app.models.findings import Findings
from coalition_app.models.first_day import AlreadySetUp, set_up
from coalition_app.models.forgetting import Forgetting
from coalition_app.models.found import Found
from coalition_app.models.holdings import led_by, owed_by, ties_of
from coalition_app.models.import_acquaintance import EverythingKnown
from coalition_app.models.import_change import ImportChange
from coalition_app.models.import_mapping import ImportMapping
from coalition_app.models.import_plan import Decision as ImportDecision
from coalition_app.models.import_plan import ImportPlan
from coalition_app.models.import_record import Import, ImportSkip
from coalition_app.models.import_undoing import ImportUndoing
from coalition_app.models.import_writing import ImportWriting
from coalition_app.models.indexing import reindex
from coalition_app.models.introduction import ROUTES, Introduction, Nudge
from coalition_app.models.issue import Issue, OrganizationIssue
from coalition_app.models.job import Job
from coalition_app.models.lacking import Lacking, lacking_in
from coalition_app.models.last_talks import LastTalk, LastTalks
from coalition_app.models.leader import AlreadyElse, line_of, write_leader
from coalition_app.models.letter import ABOUT_THEM, WAYS, Letter, LetterAlreadySent
from coalition_app.models.letter import KINDS as LETTER_KINDS
from coalition_app.models.letter_draft import (
    LetterDrafts,
    draft_follow_up,
    draft_letter,
    draft_second_note,
    follow_up_of,
)
from coalition_app.models.letter_template import LetterTemplate
from coalition_app.models.letter_words import LetterWords, places_of
from coalition_app.models.likeness import Alike, organizations_like, people_like
from coalition_app.models.likeness_pairs import LikelyPair, likely_pairs
from coalition_app.models.local import Local
from coalition_app.models.mailing import Addressee
from coalition_app.models.mailing_list import MailingList, Recipient, settled
from coalition_app.models.meant import Meant, whom
from coalition_app.models.meeting import Attendance, Meeting, MeetingMove, MeetingParty
from coalition_app.models.merged import Merged
from coalition_app.models.merging import Merging
from coalition_app.models.narrowing import (
    is_chapter_of,
    last_contacts,
    standings_now,
    stands_at,
    without_contact_since,
    works_on,
)
from coalition_app.models.next_action import Action, actions_of, preparation_gaps
from coalition_app.models.not_same import NotSame
from coalition_app.models.organization import FIELDS, KINDS, SCOPES, Organization
from coalition_app.models.pathway import NAMES as STEPS
from coalition_app.models.pathway import Pathway, Step, missing_identity
from coalition_app.models.person import Person
from coalition_app.models.person_timeline import PersonTimeline
from coalition_app.models.print_run import MOST as RUN_MOST
from coalition_app.models.print_run import SORTINGS as RUN_SORTINGS
from coalition_app.models.print_run import TO as RUN_TO
from coalition_app.models.print_run import PrintRun
from coalition_app.models.printer import LabelSheet, Printer
from coalition_app.models.question import Answer, Question
from coalition_app.models.registry_entry import RegistryEntry
from coalition_app.models.registry_file import RegistryFile
from coalition_app.models.registry_file import is_outdated as is_registry_outdated
from coalition_app.models.registry_file import writing as writing_registry
from coalition_app.models.registry_load import Loaded
from coalition_app.models.registry_load import load as load_registry
from coalition_app.models.registry_search import Ground as RegistryGround
from coalition_app.models.registry_search import Wanted as RegistryWanted
from coalition_app.models.registry_search import search as search_registry
from coalition_app.models.registry_twins import twins_of
from coalition_app.models.resource import Resource
from coalition_app.models.roster import Roster, Unclear
from coalition_app.models.standing import Pause, Review, Standing
from coalition_app.models.tie import Tie
from coalition_app.models.timeline import Timeline
from coalition_app.models.told import AUDIENCES, Told
from coalition_app.models.told_draft import words_to_tell
from coalition_app.models.told_tie import ToldTie
from coalition_app.models.watched import WATCHED
from coalition_app.models.ways_in import WayIn, WaysIn
from coalition_app.models.within import Within, recall

__all__ = [
    "ABOUT_THEM",
    "AUDIENCES",
    "BOXES",
    "FIELDS",
    "KINDS",
    "LETTER_KINDS",
    "ROLES",
    "ROUTES",
    "RUN_MOST",
    "RUN_SORTINGS",
    "RUN_TO",
    "SCOPES",
    "STEPS",
    "WATCHED",
    "WAYS",
    "Account",
    "AcquaintanceSheet",
    "Acquaintances",
    "Act",
    "Action",
    "Addressee",
    "Affiliation",
    "Agenda",
    "Alike",
    "AlreadyElse",
    "AlreadySetUp",
    "Answer",
    "Assistance",
    "Attendance",
    "CallOutcome",
    "Campaign",
    "Chosen",
    "ChosenPeople",
    "Closing",
    "ColdCall",
    "Coming",
    "Commitment",
    "CommitmentDate",
    "ContactPoint",
    "Conversation",
    "EverythingKnown",
    "Facts",
    "Findings",
    "Forgetting",
    "Found",
    "Import",
    "ImportChange",
    "ImportDecision",
    "ImportMapping",
    "ImportPlan",
    "ImportSkip",
    "ImportUndoing",
    "ImportWriting",
    "Introduction",
    "Issue",
    "Job",
    "LabelSheet",
    "Lacking",
    "LastTalk",
    "LastTalks",
    "Letter",
    "LetterAlreadySent",
    "LetterDrafts",
    "LetterTemplate",
    "LetterWords",
    "LikelyPair",
    "Loaded",
    "Local",
    "MailingList",
    "Meant",
    "Meeting",
    "MeetingMove",
    "MeetingParty",
    "Merged",
    "Merging",
    "NotSame",
    "Nudge",
    "Organization",
    "OrganizationIssue",
    "Pathway",
    "Pause",
    "Person",
    "PersonTimeline",
    "PrintRun",
    "Printer",
    "Question",
    "Recipient",
    "RegistryEntry",
    "RegistryFile",
    "RegistryGround",
    "RegistryWanted",
    "Resource",
    "Review",
    "Roster",
    "Standing",
    "Step",
    "Tie",
    "Timeline",
    "Told",
    "ToldTie",
    "Unclear",
    "WayIn",
    "WaysIn",
    "Within",
    "actions_of",
    "acts_of",
    "commitments_due",
    "draft_follow_up",
    "draft_letter",
    "draft_second_note",
    "facts_of",
    "facts_of_started",
    "find_facts",
    "follow_up_of",
    "is_chapter_of",
    "is_registry_outdated",
    "lacking_in",
    "last_contacts",
    "led_by",
    "letter_of",
    "letters_due",
    "likely_pairs",
    "line_of",
    "load_registry",
    "meetings_coming",
    "missing_identity",
    "organizations_like",
    "owed_by",
    "people_like",
    "places_of",
    "preparation_gaps",
    "recall",
    "reindex",
    "search_registry",
    "set_up",
    "settled",
    "sheet_organizations",
    "standings_now",
    "stands_at",
    "ties_of",
    "twins_of",
    "whom",
    "without_contact_since",
    "words_to_tell",
    "works_on",
    "write_leader",
    "writing_registry",
]
