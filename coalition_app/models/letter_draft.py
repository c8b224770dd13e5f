"""Letters drafted from what was recorded, to be edited as text (steps 3, 4 and 8)."""

from datetime import date

from coalition_app.lib.wording import full_day, listing, long_day
from coalition_app.models.commitment import Commitment
from coalition_app.models.introduction import Introduction
from coalition_app.models.letter import Letter
from coalition_app.models.local import Local
from coalition_app.models.meeting import Meeting
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person

CLOSING = "In solidarity,"


def draft_follow_up(
    meeting: Meeting, organization: Organization, local: Local, today: date
) -> Letter:
    """The follow-up letter of a meeting to one of its organizations (guide, step 8)."""
    there = [a.person for a in meeting.theirs if a.came and a.organization is organization]
    recipient = there[0] if there else organization.primary_contact
    paragraphs = [
        _thanks(meeting, organization, there),
        _heard(meeting),
        *_promises(meeting, organization),
        _next_conversation(meeting, organization),
    ]
    return Letter(
        kind="follow_up",
        organization=organization,
        meeting=meeting,
        body="\n\n".join(part for part in paragraphs if part),
        **_head(organization, recipient, local, today),
    )


def draft_second_note(
    meeting: Meeting, organization: Organization, local: Local, today: date
) -> Letter:
    """Follows a follow-up letter whose commitments changed since: how it stands now."""
    letter = draft_follow_up(meeting, organization, local, today)
    paragraphs = [
        f"Since we wrote to you about our conversation on {long_day(meeting.starts_at.date())}, "
        "something of what we agreed has changed. This is how it stands now.",
        *_promises(meeting, organization),
        _next_conversation(meeting, organization),
    ]
    letter.body = "\n\n".join(paragraphs)
    return letter


def draft_request(introduction: Introduction, local: Local, today: date) -> Letter:
    """Asks HQ, an ally or our own member to introduce us (guide, steps 3 and 4)."""
    organization = introduction.organization
    head = _head(organization, introduction.through_person, local, today)
    if introduction.route == "hq":
        head["address"] = "\n".join(_hq_lines(local))
        head["salutation"] = f"Dear {local.hq_name or 'colleagues'}:"
    elif introduction.through_organization:
        through = introduction.through_organization
        head["address"] = "\n".join(_lines(through, introduction.through_person))
    return Letter(
        kind="introduction_request",
        organization=organization,
        introduction=introduction,
        body="\n\n".join(_asking(introduction, local)),
        **head,
    )


def draft_letter(organization: Organization, local: Local, today: date) -> Letter:
    """Any other letter to whom we would write first; its text is still to be written."""
    head = _head(organization, organization.primary_contact, local, today)
    return Letter(kind="general", organization=organization, body="", **head)


def _head(organization: Organization, recipient: Person | None, local: Local, today: date) -> dict:
    signer = local.signer
    return {
        "recipient": recipient,
        "dated_on": today,
        "address": "\n".join(_lines(organization, recipient)),
        "salutation": f"Dear {recipient.greeting if recipient else 'friends'}:",
        "closing": CLOSING,
        "signer_name": signer.name if signer else "",
        "signer_title": _signer_title(signer, local),
    }


def _signer_title(signer: Person | None, local: Local) -> str:
    return f"{signer.office}, {local.full_name}" if signer and signer.office else local.full_name


def _lines(organization: Organization, recipient: Person | None) -> list[str]:
    """Attention line, organization, street, city: at most four lines for the window."""
    person = recipient.name if recipient else ""
    own = recipient is not None and recipient.has_address and not organization.has_address
    place = recipient.address_lines if own else organization.address_lines
    return [line for line in (person, organization.full_name, *place) if line]


def _hq_lines(local: Local) -> list[str]:
    place = local.hq_address.splitlines()
    return [line for line in (local.hq_name, local.hq_office, *place) if line]


def _thanks(meeting: Meeting, organization: Organization, there: list[Person]) -> str:
    people = [person.name for person in there[1:]]
    also = f" Please thank {listing(people)} for us as well." if people else ""
    return (
        f"Thank you for meeting with us on {long_day(meeting.starts_at.date())}. "
        f"It was good to get to know one another, and we wish to continue working with "
        f"{organization.full_name}.{also}"
    )


def _heard(meeting: Meeting) -> str:
    """What they work on, in their words, from the first answers of the notes."""
    texts = [
        answer.text.strip()
        for question in meeting.questions("carry")
        if not question.purpose and (answer := meeting.answer_to(question)) and answer.text
    ]
    return f"What we took away from our conversation: {' '.join(texts)}" if texts else ""


def _promises(meeting: Meeting, organization: Organization) -> list[str]:
    """Each commitment with owner and date, ours first."""
    of_them = [each for each in meeting.commitments if each.organization is organization]
    opened = [each for each in of_them if each.dropped_on is None]
    ours = [_promise(each) for each in opened if each.is_ours]
    theirs = [_promise(each) for each in opened if not each.is_ours]
    paragraphs = []
    if ours:
        paragraphs.append("We said that we would do the following:\n" + "\n".join(ours))
    if theirs:
        paragraphs.append("And you kindly offered:\n" + "\n".join(theirs))
    return paragraphs


def _promise(commitment: Commitment) -> str:
    owner = f" ({commitment.owner.name})" if commitment.owner else ""
    due = f" by {full_day(commitment.due_on)}" if commitment.due_on else ""
    return f"- {commitment.what}{owner}{due}"


def _next_conversation(meeting: Meeting, organization: Organization) -> str:
    following = meeting.next_for(organization)
    if following is None:
        return "We would be glad to talk again soon. Please call on us whenever we can help."
    return (
        f"We look forward to our next conversation on {long_day(following.starts_at.date())}. "
        "Until then, please call on us whenever we can help."
    )


def _asking(introduction: Introduction, local: Local) -> list[str]:
    organization = introduction.organization.full_name
    through = {
        "hq": "you know their national and local liaisons",
        "ally": "you work with them",
        "member": "you know somebody there",
    }[introduction.route]
    contact = f", perhaps to {introduction.contact.name}" if introduction.contact else ""
    mission = introduction.organization.mission
    return [
        f"{local.full_name} would like to get to know {organization} and to explore how we "
        f"might work together for justice in our communities. We understand that {through}.",
        *([f"Their mission: {mission}"] if mission else []),
        f"Would you introduce us{contact}? A short call or an email to both of us is enough; "
        "we will take it from there and tell you how it went.",
    ]
