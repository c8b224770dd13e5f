"""An import of the week before, with a row that was left out."""

from coalition_app.extensions import db
from coalition_app.models import Account, Import, ImportSkip
from tests.sample_local.days import at


def read_in(account: Account) -> Import:
    headers = ["Organization", "Contact", "Phone"]
    of = Import(
        file_name="spring-fair.csv",
        about="CSV with commas, UTF-8",
        state="done",
        headers=headers,
        mapping=["organization.name", "person.name", "person.phone"],
        rows_count=3,
        written_count=3,
        counts={"unchanged": 2, "skipped": 1},
        made_by=account,
        made_at=at(-7, 19),
        written_at=at(-7, 19),
    )
    reason = "Phone: “2035” has too few digits for a phone number."
    cells = ["Civic Choir", "Sam Okafor", "2035"]
    of.skips.append(ImportSkip(row_number=4, reason=reason, cells=cells))
    db.session.add(of)
    return of
