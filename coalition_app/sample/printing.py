"""Letters and labels for several, chosen and not written yet; a printer that prints a bit off."""

from sqlalchemy import select

from coalition_app.extensions import db
from coalition_app.models import Organization, Printer, PrintRun
from coalition_app.sample.story import Story, add


def hall_printer(story: Story) -> None:
    add(Printer(name="Union hall", right_mm=1.5, down_mm=-0.5, used_at=story.at(-3, 9)))


def first_letters(story: Story) -> None:
    ids = list(db.session.scalars(select(Organization.id).order_by(Organization.id)))
    now = story.at(-1, 20)
    PrintRun.planned("organizations", ids, f"{len(ids)} organizations", now, story.account)


PRINTING = (hall_printer, first_letters)
