"""What is still blank and who is not named before a meeting, in one line."""

from coalition_app.lib.wording import listing
from coalition_app.meetings.answers import AnswerSheet

READY = "Nothing is blank, and both sides are named."


def still_open(sheet: AnswerSheet) -> str:
    """'Blank: 2 and 5. Nobody of theirs is named yet.'"""
    blank = [str(line.number) for line in sheet.lines if not (line.stored or line.is_skipped)]
    words = [f"Blank: {listing(blank)}."] if blank else []
    words += [f"Nobody of {side} is named yet." for side in _unnamed(sheet)]
    return " ".join(words) or READY


def _unnamed(sheet: AnswerSheet) -> list[str]:
    meeting = sheet.meeting
    named = {attendance.organization_id for attendance in meeting.theirs}
    missing = [each for each in meeting.organizations if each.id not in named]
    whose = [each.full_name for each in missing] if len(meeting.organizations) > 1 else ["theirs"]
    return [*([] if meeting.ours else ["ours"]), *(whose if missing else [])]
