"""How people say what two of them are to each other, and which kind of tie that is."""

import re
from dataclasses import dataclass

STEP = r"(?:step|half|foster|god|twin)?[- ]?"
FAITH = r"church|mosque|temple|synagogue|parish|mass|shul|congregation|meetinghouse"
LEARNING = r"(?:high |grade |law |night |trade )?(?:school|college|university|class)"
AT_THE_SAME = r"(?:of |in |at |from |on )?the same"

NOUNS = {
    "in-law": r"(?:(?:mother|father|sister|brother|son|daughter|parent)s?[- ])?in[- ]?laws?",
    "spouse or partner": r"spouse or partner|wife|husband|spouse|partner|girlfriend|boyfriend"
    r"|fianc[eé]e?|married",
    "parent": rf"{STEP}(?:mother|father|mom|mum|dad|mama|papa|mami|papi|parent)s?",
    "child": rf"{STEP}(?:son|daughter|kid)s?|{STEP}child(?:ren)?",
    "sibling": rf"{STEP}(?:sister|brother|sibling)s?|twins?",
    "cousin": r"(?:(?:first|second) )?cousins?",
    "family": r"relatives?|family(?: members?)?|aunts?|uncles?|nieces?|nephews?"
    r"|(?:great[- ])?grand[- ]?(?:mother|father|ma|pa|son|daughter|child|parent)s?|related",
    "congregation": rf"(?:church|mosque|temple|parish) (?:friend|member)s?|parishioners?|{FAITH}"
    rf"|friends? from (?:{FAITH})|worship|faith",
    "school": r"(?:class|school)mates?|school friends?|friends? from school|school|college",
    "neighbor": r"(?:next[- ]door )?neighbou?rs?",
    "coworker": r"co-?workers?|(?:work friend|friend from work|workmate|colleague)s?"
    r"|boss|supervisor|work",
    "friend": r"friends?|buddy|buddies|pals?",
    "other": r"acquaintances?|acquainted",
}
VERBS = {
    "congregation": rf"(?:goes?|went|going) to (?:the same )?(?:{FAITH})(?: together)? (?:with|as)"
    rf"|(?:worships?|prays?|worshiped|prayed) with|{AT_THE_SAME} (?:{FAITH}|faith) as",
    "school": rf"(?:goes?|went|going) to (?:the same )?{LEARNING}(?: together)? (?:with|as)"
    rf"|(?:studied|graduated|taught) with|{AT_THE_SAME} {LEARNING} as",
    "coworker": r"(?:works?|worked|working)(?: together)? (?:with|for|beside|alongside)"
    rf"|{AT_THE_SAME} (?:worksite|workplace|job|shop|shift) as",
    "neighbor": r"lives? (?:next(?: door)? to|near|across (?:the street )?from)"
    rf"|(?:lives? )?{AT_THE_SAME} (?:street|block|building|road) as",
    "spouse or partner": r"married to",
    "family": r"related to",
    "other": r"knows?|knew|has met|met|acquainted with",
}
LOOSE = r"(?:not|isn't|aren't) (?:very |so |that |too |really )?close|loose(?:ly)?|distant(?:ly)?"
LOOSE += r"|barely|hardly|slightly"
CLOSE = (
    r"(?:(?:very|really|quite|they are|both) )?close(?:ly)?|well(?= *(?:[,;]|$))|best(?= friend)"
)

# What may stand before a word of the table that begins with a capital: "Ana, Sister of Bo".
SAYS_WHAT = re.compile(r"(?:^|[,:]|'s|\b(?:is|an?|the|her|his|their|my))\s*$")


@dataclass(frozen=True)
class Found:
    """Words for a kind of tie, from one place of a text to another."""

    kind: str
    begin: int
    end: int
    is_verb: bool


def _patterns() -> list[tuple[str, bool, re.Pattern]]:
    of_each = ((VERBS, True), (NOUNS, False))
    return [
        (kind, is_verb, re.compile(rf"(?<![\w'-])(?:{words})(?![\w-])"))
        for table, is_verb in of_each
        for kind, words in table.items()
    ]


PATTERNS = _patterns()


def find_kind(text: str) -> Found | None:
    """The first words for a kind, the longest of those. "Jim Church" is a name."""
    if found := _first(text):
        return found
    found = _first(text.lower())
    return found if found and SAYS_WHAT.search(text[: found.begin].lower()) else None


def _first(text: str) -> Found | None:
    found = [
        Found(kind, match.start(), match.end(), is_verb)
        for kind, is_verb, pattern in PATTERNS
        if (match := pattern.search(text))
    ]
    return min(found, key=lambda each: (each.begin, -each.end, not each.is_verb), default=None)


def read_closeness(text: str) -> tuple[bool | None, str]:
    """Close, loose, or nothing said; and the text without that."""
    for is_close, words in ((False, LOOSE), (True, CLOSE)):
        alone = rf"(?<=[,;])\s*(?i:{words})\s*(?=[,;]|$)"
        match = re.search(rf"{alone}|(?<![\w'-])(?:{words})(?![\w-])", text)
        if match:
            return is_close, f"{text[: match.start()]} {text[match.end() :]}"
    return None, text
