"""What we already know, put beside each question of the preparation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coalition_app.extensions import db
from coalition_app.lib.wording import day
from coalition_app.models import (
    Campaign,
    Commitment,
    Introduction,
    Local,
    Meeting,
    Organization,
    Question,
    Resource,
    WaysIn,
)

FEW = 5


@dataclass(frozen=True)
class Remark:
    """A few words; `offer` is what one key puts into the answer, the words themselves if empty."""

    lead: str
    text: str
    offer: str = ""

    @property
    def carried(self) -> str:
        return self.offer or self.text


def known_beside(meeting: Meeting, today: date) -> dict[str, list[Remark]]:
    """By the id of the question."""
    theirs = [Theirs(meeting, each, today) for each in meeting.organizations]
    ours = _ours()
    known = {}
    for question in meeting.questions("prepare"):
        remarks = [
            *ours.get(question.purpose, []),
            *(remark for each in theirs for remark in each.beside(question)),
        ]
        once = {each.text: each for each in reversed(remarks) if each.text}
        known[str(question.id)] = list(once.values())[::-1]
    return known


def _ours() -> dict[str, list[Remark]]:
    """By the purpose of a question."""
    local = Local.current()
    campaigns = [each.label for each in db.session.scalars(Campaign.ours().limit(FEW))]
    resources = [each.label for each in db.session.scalars(Resource.in_order())]
    offered = " · ".join(resources)
    return {
        "presentation": [
            Remark("How we present ourselves", local.presentation),
            Remark("Our agenda", local.agenda),
        ],
        "campaigns": [Remark("Our campaigns", " · ".join(campaigns), "\n".join(campaigns))],
        "unity": [Remark("We can offer", offered, f"We can offer: {offered}")],
    }


class Theirs:
    """What is known of one of the organizations, named where there are several."""

    def __init__(self, meeting: Meeting, organization: Organization, today: date):
        self.organization, self.today = organization, today
        self.is_one_of_several = len(meeting.organizations) > 1
        earlier = Meeting.held_with(organization).where(Meeting.starts_at < meeting.starts_at)
        self.before = db.session.scalar(earlier.limit(1))

    def beside(self, question: Question) -> Iterator[Remark]:
        found = getattr(self, f"_{question.purpose}", None) if question.purpose else None
        for remark in [*(found() if found else ()), *self._answered_before(question)]:
            lead = f"{self.organization.full_name}: {remark.lead}"
            yield Remark(lead, remark.text, remark.offer) if self.is_one_of_several else remark

    def _opening(self) -> Iterator[Remark]:
        for campaign in self.organization.campaigns[:1]:
            yield Remark("Their newest campaign", campaign.label, f"Ask about {campaign.label}.")
        yield from self._ways()
        yield from self._heard()

    def _ways(self) -> Iterator[Remark]:
        """An answer is printed and lies on their table: who asked us not to tell is left out."""
        for way in WaysIn(self.organization).members[:FEW]:
            if not way.is_between_us:
                text = f"{way.through}, {way.how} {way.whom}"
                yield Remark("Who knows whom", text)
        for each in db.session.scalars(Introduction.of(self.organization)):
            if each.made_on and each.sends_request:
                yield Remark("Who introduced us", each.through, f"{each.through} introduced us.")

    def _heard(self) -> Iterator[Remark]:
        """What they told us the last time, their work and their plans first."""
        if self.before:
            asked = self.before.questions("carry")
            answers = [self.before.answer_to(each) for each in asked if not each.purpose]
            texts = [each.text for each in answers if each and each.text]
            for text in texts[:2]:
                yield Remark(f"They said on {self._last_day}", text)

    def _why(self) -> Iterator[Remark]:
        yield Remark("Their mission", self.organization.mission)
        yield from self._issues()

    def _issues(self) -> Iterator[Remark]:
        """Those that stand on our agenda as well come first, apart."""
        common, others = self.organization.issues_with_ours, self.organization.other_issues
        yield Remark("Shared with our agenda", common)
        yield Remark("More issues" if common else "Their issues", others)

    def _unity(self) -> Iterator[Remark]:
        yield from self._issues()
        labels = [campaign.label for campaign in self.organization.campaigns[:FEW]]
        yield Remark("Their campaigns", " · ".join(labels))

    def _next_step(self) -> Iterator[Remark]:
        of_them = Commitment.open().where(Commitment.organization_id == self.organization.id)
        for each in db.session.scalars(of_them.limit(FEW)):
            side, promise = "We will" if each.is_ours else "They will", self._promise(each)
            yield Remark(side, promise, f"{side}: {promise}")

    def _promise(self, commitment: Commitment) -> str:
        due = commitment.due_on
        when = f"by {day(due, self.today)}" if due else ""
        parts = (commitment.what, commitment.owner_name, when)
        return " · ".join(part for part in parts if part)

    def _answered_before(self, question: Question) -> Iterator[Remark]:
        answer = self.before.answer_to(question) if self.before else None
        if answer:
            yield Remark(f"Our answer for {self._last_day}", answer.text)

    @property
    def _last_day(self) -> str:
        return day(self.before.starts_at.date(), self.today)
