"""What a tax status means in practice, one line each (Internal Revenue Code 501, 527)."""

import re

CODE = re.compile(r"501\(c\)\((\d+)\)|(527)|(4947)")
IN_PRACTICE = {
    "3": "It cannot take part in candidate campaigns, so do not ask for it. Issues, voter"
    " registration for everybody and some lobbying are fine.",
    "4": "It may lobby as much as it likes, and take part in candidate campaigns as long as that"
    " is not its main activity.",
    "5": "It may lobby, and take part in candidate campaigns as long as that is not its main"
    " activity; dues money has its own rules.",
    "6": "It may lobby for its trade, and take part in candidate campaigns as long as that is not"
    " its main activity.",
    "7": "A social club: ask for its hall and its members, not for a stand.",
    "8": "A lodge of members who help one another: ask for its hall and its members.",
    "10": "A lodge of members who help one another: ask for its hall and its members.",
    "19": "Veterans: it may lobby; ask its post before you ask for candidate work.",
    "527": "It exists for elections: money and work for candidates must be reported.",
    "4947": "It cannot take part in candidate campaigns, so do not ask for it.",
}
OTHER = "Ask them what their status lets them do before you ask for anything in an election."
CHOICES = (
    "501(c)(3) charity",
    "501(c)(3) church",
    "501(c)(4) civic league",
    "501(c)(5) union",
    "501(c)(6) business league",
    "501(c)(7) social club",
    "501(c)(8) fraternal lodge",
    "501(c)(19) veterans' organization",
    "527 political organization",
    "none or not incorporated",
)


def in_practice(status: str) -> str:
    """The line for a status such as '501(c)(3) church'; empty for none."""
    if not status or status == CHOICES[-1]:
        return ""
    found = CODE.search(status)
    code = next((group for group in found.groups() if group), "") if found else ""
    return IN_PRACTICE.get(code, OTHER)
