"""The questions of a meeting as a page that saves while one types.

Two people may write in it at once. Each field carries a mark of the text it started from: only
what its writer changed is written, and only over the text that they saw. Otherwise both are shown.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from coalition_app.lib.tidy import tidy
from coalition_app.models import Answer, Meeting, Question

LIMIT = 20_000
NOTES = "notes"


@dataclass
class Line:
    """One question on the page: what is typed, what is stored, and what is wrong with it."""

    key: str
    wording: str
    question: Question | None
    stored: str = ""
    is_skipped: bool = False
    number: int | None = None
    text: str = ""
    was: str = ""
    problem: str = ""
    theirs: str | None = None
    is_redrawn: bool = False
    is_first: bool = False

    @property
    def purpose(self) -> str:
        return self.question.purpose if self.question else ""

    @property
    def stored_mark(self) -> str:
        return mark_of(self.stored, self.is_skipped)

    @property
    def is_refused(self) -> bool:
        return bool(self.problem) or self.theirs is not None

    def store(self, text: str, *, is_skipped: bool) -> None:
        self.stored, self.is_skipped = text, is_skipped and not text


@dataclass
class AnswerSheet:
    """The lines of one kind of question; `with_notes` adds a place for everything else."""

    meeting: Meeting
    kind: str
    with_notes: bool = False
    lines: list[Line] = field(default_factory=list)

    def __post_init__(self):
        asked = self.meeting.questions(self.kind)
        self.lines = [self._line(question, n) for n, question in enumerate(asked, 1)]
        if self.with_notes:
            self.lines.append(Line(NOTES, "Anything else", None, self.meeting.notes))
        for line in self.lines:
            line.text, line.was = line.stored, line.stored_mark

    def _line(self, question: Question, number: int) -> Line:
        answer: Answer | None = self.meeting.answer_to(question)
        return Line(
            str(question.id),
            self.meeting.wording_of(question),
            question,
            answer.text if answer else "",
            bool(answer and answer.is_skipped),
            number,
        )

    @property
    def suggestions(self) -> Line | None:
        """The question whose answers are names of organizations; its field is another."""
        return next((line for line in self.lines if line.purpose == "suggestions"), None)

    @property
    def before_suggestions(self) -> list[Line]:
        place = self._place_of_suggestions
        return self.lines[:place]

    @property
    def after_suggestions(self) -> list[Line]:
        return [
            line
            for line in self.lines[self._place_of_suggestions :]
            if line is not self.suggestions
        ]

    @property
    def _place_of_suggestions(self) -> int:
        return self.lines.index(self.suggestions) if self.suggestions else len(self.lines)

    @property
    def refused(self) -> list[Line]:
        return [line for line in self.lines if line.is_refused]

    @property
    def is_conflicting(self) -> bool:
        return any(line.theirs is not None for line in self.lines)

    def take(self, posted: Mapping[str, str]) -> None:
        """Writes what may be written; `refused` lines keep what was typed."""
        for line in self.lines:
            if f"text-{line.key}" in posted:
                typed = Typed(line, posted)
                typed.take()
                if not line.is_refused:
                    self._write(line)

    def _write(self, line: Line) -> None:
        line.text, line.was = line.stored, line.stored_mark
        if line.question is None:
            self.meeting.notes = line.stored
        elif line.stored or line.is_skipped or self.meeting.answer_to(line.question):
            self.meeting.answer(line.question, line.stored, is_skipped=line.is_skipped)


class Typed:
    """What somebody sent for one line, and what becomes of it."""

    def __init__(self, line: Line, posted: Mapping[str, str]):
        self.line = line
        self.text = tidy(posted.get(f"text-{line.key}"))
        self.was = posted.get(f"was-{line.key}", "")
        self.is_skipped = f"skip-{line.key}" in posted
        self.choice, _, self.seen = posted.get(f"settle-{line.key}", "").partition(" ")
        self.offer = tidy(posted.get(f"offer-{line.key}"))

    def take(self) -> None:
        line = self.line
        if self.choice:
            self._settle()
        if self.offer and self.offer not in self.text:
            self.text = both(self.text, self.offer)
            line.is_redrawn = True
        if mark_of(self.text, self.is_skipped) == self.was:
            return
        line.text = self.text
        if len(self.text) > LIMIT:
            extra = f"{len(self.text) - LIMIT:,}"
            line.problem = f"Shorten it by {extra} characters: at most {LIMIT:,} fit here."
            line.was = self.was
        elif self.was == line.stored_mark or self.text == line.stored:
            line.store(self.text, is_skipped=self.is_skipped)
        else:
            line.theirs, line.was = line.stored, self.was

    def _settle(self) -> None:
        """Somebody saw both texts and chose: theirs, mine, or both."""
        line = self.line
        line.is_redrawn = True
        self.was = self.seen
        if self.choice == "theirs":
            self.text, self.was = line.stored, line.stored_mark
        elif self.choice == "both":
            self.text = both(line.stored, self.text)


def both(first: str, second: str) -> str:
    return "\n\n".join(text for text in (first, second) if text)


def mark_of(text: str, is_skipped: bool = False) -> str:
    """Tells two texts apart in a few characters."""
    return hashlib.sha256(f"{is_skipped and not text}{text}".encode()).hexdigest()[:16]
