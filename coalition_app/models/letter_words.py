"""The program's own words for each kind of letter, from what the guide wants said."""

from dataclasses import dataclass

CLOSING = "In solidarity,"
DEAR = "Dear [greeting]:"
FRIENDS, COLLEAGUES = "friends", "colleagues"  # who is greeted in an office of theirs, of ours


@dataclass(frozen=True)
class LetterWords:
    """A letter before its places are filled (see `lib.blanks`). `subject` is for an email."""

    body: str
    subject: str = ""
    salutation: str = DEAR
    closing: str = CLOSING


FOLLOW_UP = LetterWords(
    subject="Thank you for [meeting day]",
    body="""\
Thank you for meeting with us on [meeting day]. It was good to get to know one another, and we \
wish to continue working with [organization]. Please thank [others who came] for us as well.

What we took away from our conversation: [what we heard]

And where we might work together: [new ideas]

We said that we would do the following:
[our commitments]

And you kindly offered:
[their commitments]

We look forward to our next conversation on [next conversation]. Please call on us whenever we \
can help.""",
)
SECOND_NOTE = LetterWords(
    subject="How it stands since [meeting day]",
    body="""\
Since we wrote to you about our conversation on [meeting day], something of what we agreed has \
changed. This is how it stands now.

We said that we would do the following:
[our commitments]

And you kindly offered:
[their commitments]

We look forward to our next conversation on [next conversation]. Please call on us whenever we \
can help.""",
)
THANKS = LetterWords(
    subject="Thank you",
    body="""\
Thank you for standing with us: [their help] made a difference, and our members know it.

It was good to stand with you ([our help]), and we are glad to have been a part of it.

What we can do together is worth more than what either of us can do alone. Please call on us \
whenever we can help.""",
)
HQ_REQUEST = LetterWords(
    subject="Would you introduce us to [organization]?",
    body="""\
[our local] would like to get to know [organization] and to explore how we might work together \
for justice in our communities. We understand that you know their national and local liaisons.

Their mission: [their mission].

Would you introduce us to [person to meet]? A short call or an email to both of us is enough; we \
will take it from there and tell you how it went.""",
)
ALLY_REQUEST = LetterWords(
    subject="Would you introduce us to [organization]?",
    body="""\
We are glad of all that we do together with [ally]. [our local] would like to get to know \
[organization] too, and to explore how we might work together for justice in our communities. We \
understand that you work with them.

Would you introduce us to [person to meet]? A short call or an email to both of us is enough; we \
will take it from there and tell you how it went.""",
)
MEMBER_REQUEST = LetterWords(
    subject="Would you introduce us to [organization]?",
    salutation="Dear [recipient first name],",
    body="""\
Our local would like to get to know [organization] and to explore how we might work together for \
justice in our communities. We heard that you know somebody there.

Would you introduce us to [person to meet]? A word from you opens more doors than any letter of \
ours. A short call is enough; we will take it from there and tell you how it went.""",
)
FIRST_LETTER = LetterWords(
    subject="Getting to know one another",
    body="""\
My name is [signer] from [our local]. Our union is interested in exploring ways we might work \
together for justice in our communities, and we are curious about [organization].

We read about your mission: [their mission]. Your work on [their newest campaign] speaks to what \
our members care about as well.

Would you sit down with us for coffee? We would like to get to know one another, as people and as \
organizations. Our phone is [our phone]. Our email is [our email].""",
)
COME_ALONG = LetterWords(
    subject="Would you come along on [meeting day]?",
    salutation="Dear [recipient first name],",
    body="""\
On [meeting day] at [meeting time] we sit down with [organization], and we would like you to come \
along. The place is [meeting place]. You would go with [who goes].

What they work for: [their mission].

Nothing needs to be prepared. Relationships are meant to be shared: they should know more of us \
than one or two. Can you come? Call us at [our phone].""",
)
BRIEFING = LetterWords(
    subject="Would you brief our members?",
    body="""\
Our members should hear from you what [organization] is working on. Would you come to our \
membership meeting on [membership meeting day] and brief us? Ten minutes are plenty, with some \
time for questions.

Your work on [their newest campaign] would be a good topic; so would anything else that you want \
union members to know.

Tell us what you need, and we will take care of it. Our phone is [our phone].""",
)
CONFIRMATION = LetterWords(
    subject="What we agreed: [commitment]",
    body="""\
So that we both have it in writing, this is what we agreed on [agreed on].

We said that we would do this:
[our commitment]

And you kindly offered this:
[their commitment]

If we understood anything differently, please tell us. Thank you for working with us.""",
)
GENERAL = LetterWords(body="")

BUILT_IN = {
    "follow_up": FOLLOW_UP,
    "second_note": SECOND_NOTE,  # a follow-up letter too, with words of its own
    "thanks": THANKS,
    "introduction_request": HQ_REQUEST,
    "ally_request": ALLY_REQUEST,
    "member_request": MEMBER_REQUEST,
    "first_letter": FIRST_LETTER,
    "come_along": COME_ALONG,
    "briefing_invitation": BRIEFING,
    "confirmation": CONFIRMATION,
    "general": GENERAL,
}

# The places that templates may have, and what is put in.
OF_THEM = {
    "greeting": "how they are greeted: their name, else 'friends'; an office of ours 'colleagues'",
    "recipient": "their full name",
    "recipient first name": "what they like to be called",
    "recipient role": "their role or office",
    "organization": "the organization that it is about",
    "their mission": "its mission",
    "their newest campaign": "the newest campaign of theirs that we know of",
}
OF_US = {
    "our local": "'CWA Local 555'",
    "our members": "'1,200 members'",
    "our presentation": "how we present our union",
    "our campaigns": "our recent campaigns",
    "what we can lend": "meeting space, phone bank ...",
    "our phone": "",
    "our email": "",
    "membership meeting day": "our next membership meeting",
    "signer": "who signs our letters",
    "signer office": "",
    "today": "the date of the letter",
}
OF_MEETINGS = {
    "meeting day": "'Thursday, March 19'",
    "meeting time": "'5:30 pm'",
    "meeting place": "",
    "others who came": "who else of theirs was there",
    "who goes": "who of us goes",
    "what we heard": "the answers of the notes",
    "new ideas": "the answers about working together",
    "our commitments": "a list, each with owner and date",
    "their commitments": "a list, each with owner and date",
    "next conversation": "the day of it",
}
OF_REQUESTS = {
    "person to meet": "the person there whom we hope to meet, else 'them'",
    "ally": "the organization that we ask",
}
OF_COMMITMENTS = {
    "commitment": "what was agreed",
    "our commitment": "with owner and date, if we do it",
    "their commitment": "with owner and date, if they do it",
    "agreed on": "the day of the agreement",
}
OF_HELP = {"our help": "what we gave", "their help": "what they gave"}
_MORE = {
    "follow_up": OF_MEETINGS,
    "second_note": OF_MEETINGS,
    "come_along": OF_MEETINGS,
    "introduction_request": OF_REQUESTS,
    "ally_request": OF_REQUESTS,
    "member_request": OF_REQUESTS,
    "confirmation": OF_COMMITMENTS,
    "thanks": OF_HELP,
}


def places_of(kind: str) -> dict[str, str]:
    """What a letter of this kind can name, and what is put in."""
    return {**OF_THEM, **OF_US, **_MORE.get(kind, {})}
