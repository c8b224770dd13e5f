"""Organizations with whom we meet: steps 5 to 9, and all done."""

from coalition_app.models import (
    Assistance,
    Campaign,
    Conversation,
    Local,
    Organization,
    Person,
    Standing,
    Told,
    draft_follow_up,
)
from tests import world
from tests.sample_local.days import at, days_ago
from tests.sample_local.telling import begin, close, hold, join, promise


def civil_rights_league() -> None:
    league = begin(
        "Harbor Valley Civil Rights League",
        11,
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
    league.campaigns.append(Campaign(name="Voter registration at State College", when="Feb"))
    league.campaigns.append(Campaign(name="Fair hiring ordinance", when="since Jan"))
    elena = join(league, "Elena Díaz", "secretary", phone="203 555 0142")
    join(league, "Rev. Marcus Hill", "president")
    more_of(elena)
    rosa = world.ours("Rosa Díaz")
    world.tie(rosa, elena, is_close=True)
    world.introduced(league, "member", days_ago(2), through_person=rosa, contact=elena)
    world.add(
        Conversation(
            organization=league,
            held_on=days_ago(2),
            summary="Rosa introduced us; coffee set for Thursday.",
            our_person=rosa,
            people=[elena],
        )
    )
    league.standings.append(
        Standing(value=3, rated_on=days_ago(2), act="Took our call the same day")
    )
    promise(league, "Flyer for the May forum", world.ours(), -2)
    promise(league, "List of precinct volunteers", elena, 6)
    world.add(
        Assistance(organization=league, what="10 phone-bank volunteers", offered_on=days_ago(2))
    )
    plan_with_league(league, elena)


def more_of(elena: Person) -> None:
    elena.preferred_name, elena.pronouns, elena.language = "Ellie", "she/her", "Spanish"
    elena.reach_lines = "office 203 555 0143\nelena.diaz@hvcrl.example"
    act = "Brought six volunteers to our phone bank"
    elena.standings.append(Standing(value=2, rated_on=days_ago(49), act=act))


def plan_with_league(league: Organization, elena: Person) -> None:
    meeting = world.planned(league, at=at(5, 17, 30), place="Corner Cafe, 12 Main Street")
    meeting.expect(world.ours())
    meeting.expect(elena, league)
    answers = (
        "Ask about the fair hiring ordinance: what happened at the February hearing?",
        "2,400 members at two telephone companies; the call-center bill won committee.",
        "Fair hiring rules and the call-center bill go to the same legislators.",
        "",
        "",
        "One joint visit to the committee chair before the May forum.",
    )
    for question, text in zip(meeting.questions("prepare"), answers, strict=True):
        if text:
            meeting.answer(question, text)


def green_rivers() -> None:
    rivers = begin(
        "Green Rivers Alliance",
        40,
        "Clean water and public riverbanks for every town of the valley.",
        field="environment",
        street="7 Canal Road",
    )
    june = join(rivers, "June Abbott", "executive director", phone="203 555 0150")
    world.introduced(rivers, "ally", days_ago(20))
    meeting = hold(rivers, 2, june)
    asked = meeting.questions("carry")
    meeting.answer(asked[0], "Stopping the outfall at the old mill.")
    meeting.answer(asked[1], "Turnout for the public hearing in May.")
    owed = {"meeting": meeting, "made_on": days_ago(2)}
    promise(rivers, "Copies of the hearing notice, 500", world.ours(), 5, **owed)
    promise(rivers, "Speaker for our membership meeting", june, 15, **owed)
    world.add(
        Assistance(
            organization=rivers, meeting=meeting, what="Meeting space", offered_on=days_ago(2)
        )
    )


def nurses() -> None:
    council = begin("Nurses Council 12", 60, "Safe staffing in every ward.", kind="labor")
    council.field = "health"
    grace = join(council, "Grace Adeyemi", "organizer")
    world.introduced(council, "cold_call", days_ago(30))
    meeting = hold(council, 1, grace)
    meeting.answer(meeting.questions("carry")[0], "A bill on safe staffing.")


def transit_riders() -> None:
    riders = begin("Fair Transit Riders", 50, "Buses that come.", field="public policy")
    lee = join(riders, "Lee Marchetti", "staff")
    world.introduced(riders, "came_to_us", days_ago(45))
    meeting = hold(riders, 12, lee)
    world.add(
        Assistance(organization=riders, meeting=meeting, what="Copies", offered_on=days_ago(12))
    )
    letter = draft_follow_up(meeting, riders, Local.current(), days_ago(11))
    letter.send(days_ago(11), "email", world.ours())
    world.add(letter)


def senior_network() -> None:
    seniors = begin("Senior Action Network", 33, "Retirement with dignity.", field="seniors")
    join(seniors, "Olga Petrenko", "president")
    world.introduced(seniors, "ally", days_ago(20))
    world.prepared(world.planned(seniors, at=at(-1, 14), place="Senior center"))


def carpenters() -> None:
    carpenters = begin(
        "Carpenters Local 310", 200, "Skilled work, fair pay.", kind="labor", field="labor"
    )
    dean = join(carpenters, "Dean Kowalczyk", "business agent")
    world.introduced(carpenters, "member", days_ago(150), through_person=world.ours("Sam Okafor"))
    first = hold(carpenters, 35, dean)
    first.closed_on = first.held_on
    world.sent(first, carpenters, days_ago(34))
    world.add(Told(organization=carpenters, audience="board", told_on=days_ago(30)))
    coming = world.planned(carpenters, at=at(2, 9), kind="working", place="Their hall")
    coming.expect(world.ours("Rosa Díaz")).comes_along = True
    world.prepared(coming)


def teachers_union() -> None:
    teachers = begin(
        "Teachers United Local 88",
        300,
        "A strong voice for teachers and their students.",
        kind="labor",
        field="education",
        members_count=1150,
    )
    paul = join(teachers, "Paul Nowak", "president", phone="203 555 0160", do_not_call=True)
    paul.affiliations[0].began_year = 2019
    world.introduced(teachers, "already_known", days_ago(299))
    meeting = hold(teachers, 110, paul, kind="working")
    close(meeting)
    world.add(
        Assistance(
            organization=teachers,
            meeting=meeting,
            what="Phone bank",
            offered_on=days_ago(110),
            state="given",
            settled_on=days_ago(100),
        )
    )
    world.sent(meeting, teachers, days_ago(109))
    world.add(Told(organization=teachers, audience="board", told_on=days_ago(100)))
    act = "turned out 12 at our rally on Nov 20"
    teachers.standings.append(Standing(value=2, rated_on=days_ago(110), act=act))


MEETING = (
    civil_rights_league,
    green_rivers,
    nurses,
    transit_riders,
    senior_network,
    carpenters,
    teachers_union,
)
