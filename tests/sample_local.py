"""An invented local in the middle of its work: a dozen organizations, one at every step.

For pictures, timing and try-outs. Nobody here exists; phone numbers are 555-01xx.
"""

from datetime import date, datetime, timedelta

from coalition_app.extensions import db
from coalition_app.models import (
    Account,
    Affiliation,
    Assistance,
    Campaign,
    Commitment,
    Conversation,
    Introduction,
    Local,
    Organization,
    Pause,
    Person,
    Resource,
    Review,
    Standing,
    Told,
    draft_follow_up,
    set_up,
)
from tests import world

PASSWORD = "lamps along the harbor"
NOW = datetime(2026, 3, 14, 10)
TODAY = NOW.date()


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def at(days: int, hour: int, minute: int = 0) -> datetime:
    """So many days from today, at an hour of the wall clock."""
    return datetime.combine(TODAY + timedelta(days=days), datetime.min.time()).replace(
        hour=hour, minute=minute
    )


def fill() -> Account:
    """The whole local; the account of its organizer, who is its administrator too."""
    account = set_up(our_local(), "Dori James", "dori@local555.example", PASSWORD, days_ago(60))
    db.session.flush()
    account.person.office = "Organizing coordinator"
    our_people()
    for tell in (
        civil_rights_league,
        green_rivers,
        vecinos_unidos,
        teachers_union,
        tenants,
        parish,
        nurses,
        transit_riders,
        food_bank,
        senior_network,
        carpenters,
        jobs_chapter,
    ):
        tell()
        db.session.flush()
    db.session.commit()
    return account


def our_local() -> Local:
    return Local(
        name="Telephone Workers of Harbor Valley",
        number="555",
        street="40 Exchange Street",
        city="Harbor Valley",
        state="CT",
        postal_code="06555",
        phone="203 555 0100",
        email="office@local555.example",
        website="local555.example",
        members_count=2400,
        presentation="2,400 members at two telephone companies across the state.",
        agenda="Call-center jobs bill. Health care for retirees. Voting rights.",
        hq_name="Legislative office",
        hq_phone="202 555 0110",
        hq_address="900 Union Plaza\nWashington DC  20001",
        next_board_on=TODAY + timedelta(days=6),
        next_membership_on=TODAY + timedelta(days=20),
    )


def our_people() -> None:
    world.ours("Sam Okafor", office="Steward", is_activist=True, phone="203 555 0101")
    world.ours("Rosa Díaz", office="Steward", is_activist=True, phone="203 555 0102")
    world.ours("Winifred Tran", is_activist=True)
    world.add(Campaign(name="Call-center jobs bill", when="won committee in February"))
    world.add(Campaign(name="Contract opens", when="August"))
    details = ("120 seats", "12 lines", "5,000 a month", "20 on a Saturday")
    for resource, detail in zip(db.session.scalars(Resource.in_order()), details, strict=True):
        resource.details = detail


def begin(name: str, ago: int, mission: str = "", **details) -> Organization:
    """Started so many days ago and researched two days later, where there is a mission."""
    place = {"city": "Harbor Valley", "state": "CT", "postal_code": "06555", "field": "other"}
    organization = world.started(name, on=days_ago(ago), mission=mission, **{**place, **details})
    organization.listed_on = days_ago(ago)
    if mission:
        review = Review(reviewed_on=days_ago(ago - 2), reviewer=world.ours())
        organization.reviews.append(review)
    return organization


def join(organization: Organization, name: str, role: str, **details) -> Person:
    person = world.add(Person(name=name, **details))
    primary = not organization.affiliations
    world.add(Affiliation(person=person, organization=organization, role=role, is_primary=primary))
    return person


def promise(organization: Organization, what: str, owner: Person, due: int, **more) -> Commitment:
    values = {"made_on": days_ago(9), "is_ours": owner.is_ours, **more}
    return world.add(
        Commitment(
            organization=organization,
            what=what,
            owner=owner,
            due_on=TODAY + timedelta(days=due),
            **values,
        )
    )


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
        origin="the IRS register of exempt organizations",
    )
    league.campaigns.append(Campaign(name="Voter registration at State College", when="Feb"))
    league.campaigns.append(Campaign(name="Fair hiring ordinance", when="since Jan"))
    elena = join(league, "Elena Díaz", "secretary", phone="203 555 0142")
    join(league, "Rev. Marcus Hill", "president")
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


def hold(organization: Organization, ago: int, *came: Person, **details):
    meeting = world.planned(organization, at=at(-ago, 18), place="Union hall", **details)
    meeting.expect(world.ours())
    return world.held(meeting, world.ours(), *came)


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


def vecinos_unidos() -> None:
    unidos = begin(
        "Vecinos Unidos",
        16,
        "Neighbors organizing for safe and affordable homes.",
        field="housing",
        members_count=180,
    )
    ana = join(unidos, "Ana Beltrán", "board")
    rosa = world.ours("Rosa Díaz")
    world.tie(rosa, ana, "neighbor")
    asked = {"route": "member", "through_person": rosa, "contact": ana}
    world.add(Introduction(organization=unidos, asked_on=days_ago(7), **asked))


def teachers_union() -> None:
    teachers = begin(
        "Teachers United Local 88",
        300,
        "A strong voice for teachers and their students.",
        kind="labor",
        field="education",
        members_count=1150,
    )
    paul = join(teachers, "Paul Nowak", "president")
    world.introduced(teachers, "already_known", days_ago(299))
    meeting = hold(teachers, 110, paul, kind="working")
    meeting.has_no_next = True
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


def tenants() -> None:
    begin("Tenants of Mill Street", 4, field="housing")


def parish() -> None:
    begin("St. Brigid Parish Social Ministry", 1, has_members=None, field="faith", scope="")


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


def food_bank() -> None:
    bank = begin("Harbor Valley Food Bank", 90, "Nobody goes hungry here.", field="food")
    pause = Pause(reason="New director in June", paused_on=days_ago(30), until=date(2026, 6, 1))
    bank.pauses.append(pause)


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
    world.sent(first, carpenters, days_ago(34))
    world.add(Told(organization=carpenters, audience="board", told_on=days_ago(30)))
    coming = world.planned(carpenters, at=at(2, 9), kind="working", place="Their hall")
    coming.expect(world.ours("Rosa Díaz")).comes_along = True
    world.prepared(coming)


def jobs_chapter() -> None:
    parent = Organization.named("Jobs with Justice")
    chapter = begin(
        "Harbor Valley Jobs Coalition",
        20,
        "Working people standing up for one another.",
        field="labor",
        parent=parent,
    )
    world.add(Introduction(organization=chapter, route="hq", asked_on=days_ago(9)))
