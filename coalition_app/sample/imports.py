"""An import of the week before, with a row that was left out."""

from coalition_app.models import Import, ImportSkip
from coalition_app.sample.story import Story, add


def street_fair(story: Story) -> None:
    read = Import(
        file_name="street-fair.csv",
        about="CSV with commas, UTF-8",
        state="done",
        headers=["Organization", "Contact", "Phone"],
        mapping=["organization.name", "person.name", "person.phone"],
        rows_count=3,
        written_count=3,
        counts={"unchanged": 2, "skipped": 1},
        made_by=story.account,
        made_at=story.at(-7, 19),
        written_at=story.at(-7, 19),
    )
    reason = "Phone: “2035” has too few digits for a phone number."
    cells = ["Civic Choir", "Sam Okafor", "2035"]
    read.skips.append(ImportSkip(row_number=4, reason=reason, cells=cells))
    add(read)


IMPORTS = (street_fair,)
