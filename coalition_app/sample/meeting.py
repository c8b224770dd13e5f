"""Organizations with whom we meet: steps 5 to 7."""

from coalition_app.models import (
    Assistance,
    Campaign,
    Conversation,
    Organization,
    Person,
    Standing,
)
from coalition_app.sample.story import Story, add, join, ours, tie


def civil_rights_league(story: Story) -> None:
    """Step 5: they meet us this week, and half of it is prepared."""
    league = story.begin(
        "Harbor Valley Civil Rights League",
        -11,
        "To secure political, educational, social and economic equality in Harbor Valley.",
        field="civil rights",
        street="12 Main Street",
        website="hvcrl.example",
        structure="Elected executive committee, 12 committees, meets 2nd Thursday.",
        shared_issues="Voting rights, Jobs, Health care",
        tax_status="501(c)(4)",
        members_count=640,
        origin="the IRS registry of exempt organizations",
    )
    registration = Campaign(name="Voter registration at State College", when=story.month(-30))
    league.campaigns.append(registration)
    since = f"since {story.month(-60)}"
    league.campaigns.append(Campaign(name="Fair hiring ordinance", when=since))
    elena = join(league, "Elena Díaz", "secretary", phone="203 555 0142")
    join(league, "Rev. Marcus Hill", "president", street="40 Chapel Street", postal_code="06555")
    more_of(story, elena)
    rosa = ours("Rosa Díaz")
    tie(rosa, "sibling", elena, is_close=True)
    story.introduce(league, "member", -2, through_person=rosa, contact=elena)
    talk = f"Rosa introduced us; coffee set for {story.at(5, 17):%A}."
    said = {"organization": league, "held_on": story.on(-2), "summary": talk}
    add(Conversation(our_person=rosa, people=[elena], **said))
    rated = {"value": 3, "rated_on": story.on(-2), "act": "Took our call the same day"}
    league.standings.append(Standing(**rated))
    story.promise(league, f"Flyer for the {story.month(60)} forum", ours(), -2)
    story.promise(league, "List of precinct volunteers", elena, 6)
    offered = {"what": "10 phone-bank volunteers", "offered_on": story.on(-2)}
    add(Assistance(organization=league, **offered))
    plan_with_league(story, league, elena)


def more_of(story: Story, elena: Person) -> None:
    elena.preferred_name, elena.pronouns, elena.language = "Ellie", "she/her", "Spanish"
    elena.reach_lines = "office 203 555 0143\nelena.diaz@hvcrl.example"
    act = "Brought six volunteers to our phone bank"
    elena.standings.append(Standing(value=2, rated_on=story.on(-49), act=act))


def plan_with_league(story: Story, league: Organization, elena: Person) -> None:
    at = story.at(5, 17, 30)
    meeting = story.plan(league, at=at, place="Corner Cafe, 12 Main Street")
    meeting.expect(ours())
    meeting.expect(elena, league)
    story.prepare(
        meeting,
        f"Ask about the fair hiring ordinance: what happened at the {story.month(-25)} hearing?",
        "2,400 members at two telephone companies; the call-center bill won committee.",
        "Fair hiring rules and the call-center bill go to the same legislators.",
        "",
        "",
        f"One joint visit to the committee chair before the {story.month(60)} forum.",
    )


def senior_network(story: Story) -> None:
    """Step 6: everything was prepared; did it happen?"""
    seniors = story.begin("Senior Action Network", -33, "Retirement with dignity.", field="seniors")
    olga = join(seniors, "Olga Petrenko", "president", phone="203 555 0161")
    story.introduce(seniors, "ally", -20)
    meeting = story.plan(seniors, at=story.at(-1, 14), place="Senior center, 60 Green Street")
    meeting.expect(ours())
    meeting.expect(olga, seniors)
    story.prepare(
        meeting,
        "Retirees of ours want to keep their health care: what do their members pay now?",
        "2,400 members, and 900 retirees who still come to the picnic.",
        "The same hearing decides about their pharmacy and our retirees' plan.",
        "The call-center bill, and the retirees' petition with 1,100 names.",
        "Testify side by side; share a bus to the capitol.",
        "Two of theirs and two of ours at the next lobby day.",
    )


def green_rivers(story: Story) -> None:
    """Step 7 is done by an offer; the letter is late."""
    rivers = story.begin(
        "Green Rivers Alliance",
        -40,
        "Clean water and public riverbanks for every town of the valley.",
        field="environment",
        street="7 Canal Road",
    )
    june = join(rivers, "June Abbott", "executive director", phone="203 555 0150")
    story.introduce(rivers, "ally", -20)
    meeting = story.hold(rivers, -2, june)
    story.note(
        meeting,
        "Stopping the outfall at the old mill.",
        f"Turnout for the public hearing in {story.month(60)}.",
    )
    owed = {"meeting": meeting, "made": -2}
    story.promise(rivers, "Copies of the hearing notice, 500", ours(), 5, **owed)
    story.promise(rivers, "Speaker for our membership meeting", june, 15, **owed)
    offered = {"what": "Meeting space", "offered_on": meeting.held_on}
    add(Assistance(organization=rivers, meeting=meeting, **offered))


def nurses(story: Story) -> None:
    """Step 7: no help was offered yet."""
    council = story.begin("Nurses Council 12", -60, "Safe staffing in every ward.", kind="labor")
    council.field = "health"
    grace = join(council, "Grace Adeyemi", "organizer")
    story.introduce(council, "cold_call", -30)
    meeting = story.hold(council, -1, grace, at=story.at(-1, 12, 30))
    story.note(meeting, "A bill on safe staffing.")


MEETING = (civil_rights_league, senior_network, green_rivers, nurses)
