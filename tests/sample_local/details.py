"""What their pages hold beyond the path: other names, further phones, issues, chapters."""

from coalition_app.models import Local, Organization, Standing
from tests import world
from tests.sample_local.days import days_ago


def league() -> None:
    found = Organization.named("Harbor Valley Civil Rights League")
    found.nickname, found.acronym = "The League", "HVCRL"
    found.former_names = "Harbor Valley Equal Rights Club"
    found.city, found.state, found.postal_code = "Harbor Valley", "CT", "06555"
    found.visiting_address = "Second floor of the Odd Fellows hall, 3 Pier Road"
    found.phone, found.email = "203 555 0140", "hello@hvcrl.example"
    found.reach_lines = (
        "fax 203 555 0141\npress office press@hvcrl.example\nhvcrl.example/events newsletter"
    )
    found.allies = "Green Rivers Alliance, Vecinos Unidos, the library board"
    found.opponents = "Harbor Valley Chamber of Commerce"
    act = "Would not answer our first letter"
    found.standings.append(Standing(value=4, rated_on=days_ago(200), act=act))


def agenda() -> None:
    Local.current().issues = "Call-center jobs, Health care, Voting rights"
    for name, issues in (
        ("Green Rivers Alliance", "Clean water, Health care"),
        ("Vecinos Unidos", "Housing, Voting rights"),
        ("Nurses Council 12", "Safe staffing, Health care"),
    ):
        Organization.named(name).shared_issues = issues


def chapters() -> None:
    naacp = Organization.named("NAACP")
    naacp.scope, naacp.website = "national", "naacp.example"
    towns = ("Ash Hill", "Bridgeport", "Canal Falls", "Derby Green", "Elm Point", "Fair Haven")
    for town in (*towns, "Groton Mills"):
        world.listed("NAACP", chapter=f"{town} Branch", city=town, parent=naacp, listed_on=None)


DETAILS = (league, agenda, chapters)
