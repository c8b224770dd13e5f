"""Meetings that are not of the usual kind: with several organizations, and by phone."""

from coalition_app.models import Assistance, Local, Told, draft_follow_up
from coalition_app.sample.story import Story, add, close, join, ours


def legal_aid(story: Story) -> None:
    """Step 6: a call, today."""
    clinic = story.begin(
        "Valley Legal Aid Clinic",
        -28,
        "No one loses a home for want of a lawyer.",
        field="legal aid",
        street="5 Courthouse Square",
        tax_status="501(c)(3)",
    )
    priya = join(clinic, "Priya Raman", "executive director", phone="203 555 0164")
    story.introduce(clinic, "member", -6, through_person=ours("Sam Okafor"), contact=priya)
    call = story.plan(clinic, at=story.at(0, 16, 30), kind="call", place="203 555 0164")
    call.expect(ours())
    call.expect(priya, clinic)
    story.prepare(
        call,
        "Do members of ours who face eviction get a place in their clinic?",
        "We hear of evictions first: 14 on our hot line last year.",
        "Her clinic and our hot line see the same families.",
        "The call-center jobs bill; the rent fund of the local.",
        "Their lawyers train our stewards, one evening.",
        "A date for that evening.",
    )


def a_table_of_three(story: Story) -> None:
    """A round with several at one table is done; one stayed away. The next one is planned."""
    interfaith = story.begin(
        "Interfaith Hospitality Roundtable",
        -140,
        "A bed and a meal for everyone, in twelve houses of worship.",
        field="faith",
        street="1 Chapel Street",
    )
    friends = story.begin(
        "Friends of the Harbor Library", -130, "A library open in the evening.", field="education"
    )
    shops = story.begin("Harbor Small Shops League", -120, "Main Street first.")
    esther = join(interfaith, "Rabbi Esther Blum", "president", email="blum@ihr.example")
    tomas = join(friends, "Tomás Ibarra", "treasurer", phone="203 555 0165")
    for each in (interfaith, friends, shops):
        story.introduce(each, "came_to_us", -110)
    met = story.plan(interfaith, friends, shops, at=story.at(-70, 19), kind="house", place="Rosa’s")
    met.hold(story.today)
    met.party_of(shops).stayed_away = True
    for person, theirs in ((ours(), None), (esther, interfaith), (tomas, friends)):
        met.expect(person, theirs).came = True
    story.note(met, "Interfaith: beds for the winter. Friends: the evening hours of the library.")
    close(met)
    for each, help_given in ((interfaith, "Copies"), (friends, "")):
        write_to(story, met, each, help_given)
    coming = story.plan(
        interfaith, friends, at=story.at(12, 18, 30), kind="house", place="Library, reading room"
    )
    coming.expect(ours("Nguyễn Thị Hạnh")).comes_along = True
    coming.expect(esther, interfaith)
    coming.expect(tomas, friends)


def write_to(story: Story, met, organization, help_given: str) -> None:
    state = "given" if help_given else "nothing_needed"
    days = {"offered_on": met.held_on, "settled_on": story.on(-60)}
    add(Assistance(organization=organization, meeting=met, what=help_given, state=state, **days))
    letter = draft_follow_up(met, organization, Local.current(), story.on(-69))
    letter.send(story.on(-69), "mail", ours())
    add(letter)
    told = {"audience": "membership", "told_on": story.on(-40), "what": "They want to meet again."}
    add(Told(organization=organization, teller=ours(), **told))


def adult_school(story: Story) -> None:
    """Step 6: we met, and nothing is typed up yet."""
    school = story.begin(
        "Harbor Adult School", -22, "It is never too late to learn.", field="education"
    )
    join(school, "Yusuf Demir", "executive director", phone="203 555 0166")
    story.introduce(school, "came_to_us", -15)
    meeting = story.plan(school, at=story.at(-1, 11), place="Their cafeteria")
    meeting.expect(ours())
    meeting.hold(story.today)


SEVERAL = (legal_aid, a_table_of_three, adult_school)
