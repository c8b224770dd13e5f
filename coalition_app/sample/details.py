"""What their pages hold beyond the path: other names, further phones, issues, chapters."""

from coalition_app.models import Local, Organization, Standing
from coalition_app.sample.story import Story, add

TOWNS = ("Ash Hill", "Bridgeport", "Canal Falls", "Derby Green", "Elm Point", "Fair Haven")


def league(story: Story) -> None:
    found = Organization.named("Harbor Valley Civil Rights League")
    found.nickname, found.acronym = "The League", "HVCRL"
    found.former_names = "Harbor Valley Equal Rights Club"
    found.visiting_address = "Second floor of the Odd Fellows hall, 3 Pier Road"
    found.phone, found.email = "203 555 0140", "hello@hvcrl.example"
    found.reach_lines = (
        "fax 203 555 0141\npress office press@hvcrl.example\nhvcrl.example/events newsletter"
    )
    found.allies = "Green Rivers Alliance, Vecinos Unidos, the library board"
    found.opponents = "Harbor Valley Chamber of Commerce"
    found.private_notes = "Their treasurer and their president do not get along."
    act = "Would not answer our first letter"
    found.standings.append(Standing(value=4, rated_on=story.on(-200), act=act))


def agenda(_story: Story) -> None:
    Local.current().issues = "Call-center jobs, Health care, Voting rights"
    for name, issues in (
        ("Green Rivers Alliance", "Clean water, Health care"),
        ("Vecinos Unidos", "Housing, Voting rights"),
        ("Nurses Council 12", "Safe staffing, Health care"),
        ("Senior Action Network", "Health care, Transit"),
        ("Fair Transit Riders", "Transit, Clean air"),
    ):
        Organization.named(name).shared_issues = issues


def chapters(_story: Story) -> None:
    naacp = Organization.named("NAACP")
    naacp.scope, naacp.website = "national", "naacp.example"
    known = {"kind": "community", "scope": "local", "has_members": True, "parent": naacp}
    for town in (*TOWNS, "Groton Mills"):
        add(Organization(name="NAACP", chapter=f"{town} Branch", city=town, **known))


DETAILS = (league, agenda, chapters)
