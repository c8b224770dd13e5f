"""Sheets with plausible words on them, to be varied by each test."""

from coalition_app.documents.letter import LetterSheet
from coalition_app.documents.notes import notes_pages
from coalition_app.documents.packet import PacketSheet
from coalition_app.documents.packet_parts import (
    Attendee,
    Event,
    Party,
    Prepared,
    Promise,
    Remark,
    Room,
    Step,
    Track,
)
from coalition_app.lib.simple_text import blocks
from coalition_app.models import Question

LEAGUE = "Harbor Valley Civil Rights League"
LONG_NAME = (
    "Interdenominational Association of Neighborhood Improvement Councils of Greater Hill Valley"
)
QUESTIONS = (*(wording for _, wording in Question.CARRY), Question.FIRST_MEETING)
ANSWERS = (
    "Ask about the fair hiring ordinance: what happened at the February hearing?",
    "2,400 members at two telephone companies. Our contract opens in August.",
    "Fair hiring rules and the call-center bill go to the same legislators.",
    "The call-center jobs bill won committee in February.",
    "A joint turnout list for the May forum.",
    "One joint visit to the committee chair before the May forum.",
)
ELENA = Attendee(
    "Elena Díaz (Ellie)",
    "secretary",
    "203 555 0142",
    (Remark("Rosa Díaz", "sibling of Ellie."), Remark("", "Speaks Spanish.")),
    "Mar 12, call with Rosa Díaz. Coffee set for Thursday.",
    "she/her",
)
NAMES = (
    "Identify",
    "Research",
    "Ask HQ",
    "Introduction",
    "Prepare",
    "Meet",
    "Offer help",
    "Follow up",
    "Share",
)
STATES = ("done", "done", "not needed", "done", "now", "ahead", "ahead", "ahead", "ahead")
NOTES = ("Mar 3", "Mar 5", "not needed", "Rosa Díaz", "meets Thu", "", "", "", "")


def steps() -> tuple[Step, ...]:
    return tuple(Step(n, *each) for n, each in enumerate(zip(NAMES, STATES, NOTES, strict=True), 1))


def prepared(answers=ANSWERS) -> tuple[Prepared, ...]:
    asked = zip(Question.PREPARE, answers, strict=True)
    return tuple(Prepared(heading, wording, answer) for (_, heading, wording), answer in asked)


def people(count: int) -> tuple[Attendee, ...]:
    return tuple(
        Attendee(f"Person {n} Familyname", "member", f"203 555 01{n:02}") for n in range(count)
    )


def promises(count: int) -> tuple[Promise, ...]:
    return tuple(
        Promise("We will", f"Promise number {n}", "Dori James", "Fri") for n in range(count)
    )


def packet_sheet(**changes) -> PacketSheet:
    details = {
        "file_name": "Prep packet.pdf",
        "organization": LEAGUE,
        "prepared_for": "Dori James and Sam Okafor",
        "when": "Thursday, March 19, 5:30 pm",
        "where": "Corner Cafe, 12 Main St",
        "contact": "Elena Díaz, secretary",
        "contact_phone": "203 555 0142",
        "footer": f"Local 555 · {LEAGUE} · March 19, 2026",
        "tracks": (Track(LEAGUE, steps()),),
        "prepared": prepared(),
        "who_they_are": (
            Remark("", "Political, educational and economic equality in Harbor Valley."),
            Remark("", "Community · civil rights · 340 members"),
            Remark("Campaigns.", "Voter registration (Feb) · Fair hiring ordinance (since Jan)"),
        ),
        "how_we_know_them": (Remark("Rosa Díaz", "sibling of Elena Díaz, secretary"),),
        "promises": (
            Promise("We will", "Flyer for the May forum", "Dori James", "2 days late", True),
            Promise("They will", "Precinct volunteer list", "Elena Díaz", "Fri"),
        ),
        "offers": ("Meeting space (120 seats)", "Phone bank (12 lines)", "Copies"),
        "history": (
            Event("Mar 12", "Rosa Díaz", "Call", "with Elena Díaz. Coffee set for Thursday."),
            Event("Mar 5", "Dori James", "Researched"),
        ),
        "theirs": (Party(LEAGUE, (ELENA,)),),
        "ours": Party("Local 555", (Attendee("Dori James"), Attendee("Sam Okafor", "steward"))),
        "room": Room(4, 9),
        "notes": notes_pages(QUESTIONS),
    }
    return PacketSheet(**{**details, **changes})


NOTHING = {
    "prepared": prepared([""] * 6),
    "tracks": (),
    "who_they_are": (),
    "how_we_know_them": (),
    "promises": (),
    "offers": (),
    "history": (),
    "theirs": (),
    "ours": None,
    "where": "",
    "contact": "",
    "contact_phone": "",
    "prepared_for": "",
}
BARE = {**NOTHING, "notes": ()}  # a page with its heading, to which a test adds what it is about


TEXT = """\
Thank you for meeting with us on Thursday. It was good to get to know one another.

We said that we would do the following:
- Hall on May 14 (Dori James)"""


def letter_sheet(text: str = TEXT, **changes) -> LetterSheet:
    details = {
        "file_name": "Follow-up letter.pdf",
        "title": "Follow-up letter to Elena Díaz, March 21, 2026",
        "sender": "CWA Local 555",
        "sender_lines": ("120 Orange St, New Haven CT  06510", "203 555 0100"),
        "date": "March 21, 2026",
        "addressee": "Elena Díaz",
        "address": ("Elena Díaz", LEAGUE, "45 Grove St", "New Haven CT  06511"),
        "salutation": "Dear Elena Díaz:",
        "blocks": blocks(text),
        "closing": "In solidarity,",
        "signer": "Dori James",
        "signer_title": "Organizer, CWA Local 555",
    }
    return LetterSheet(**{**details, **changes})
