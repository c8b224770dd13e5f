"""Organizations that have met us before: steps 8 and 9, a next round, and all done."""

from coalition_app.models import (
    Assistance,
    Local,
    Standing,
    Told,
    draft_follow_up,
)
from coalition_app.sample.story import Story, add, close, join, ours

READY = (
    "How did the vote on their contract go?",
    "The telephone local from Exchange Street; we held the picket line together.",
    "Both contracts open within a year.",
    "The call-center jobs bill.",
    "One calendar of both pickets.",
    "Two shop stewards of each at the table.",
)


def transit_riders(story: Story) -> None:
    """Step 9: written to, not told yet."""
    riders = story.begin("Fair Transit Riders", -50, "Buses that come.", field="public policy")
    riders.street = "201 Depot Street"
    lee = join(riders, "Lee Marchetti", "staff", email="lee@fairtransit.example")
    story.introduce(riders, "came_to_us", -45)
    meeting = story.hold(riders, -12, lee)
    offered = {"what": "Copies", "offered_on": meeting.held_on}
    add(Assistance(organization=riders, meeting=meeting, **offered))
    letter = draft_follow_up(meeting, riders, Local.current(), story.on(-11))
    letter.send(story.on(-11), "email", ours())
    add(letter)


def carpenters(story: Story) -> None:
    """The second round: everything is ready for Monday."""
    carpenters = story.begin(
        "Carpenters Local 310", -200, "Skilled work, fair pay.", kind="labor", field="labor"
    )
    carpenters.street = "310 Mill Street"
    dean = join(carpenters, "Dean Kowalczyk", "business agent", phone="203 555 0162")
    story.introduce(carpenters, "member", -150, through_person=ours("Sam Okafor"))
    first = story.hold(carpenters, -35, dean)
    close(first)
    letter = draft_follow_up(first, carpenters, Local.current(), story.on(-34))
    letter.send(story.on(-34), "mail", ours())
    add(letter)
    add(Told(organization=carpenters, audience="board", told_on=story.on(-30)))
    coming = story.plan(carpenters, at=story.at(2, 9), kind="working", place="Their hall")
    coming.expect(ours("Rosa Díaz")).comes_along = True
    coming.expect(ours())
    coming.expect(dean, carpenters)
    story.prepare(coming, *READY)


def teachers_union(story: Story) -> None:
    """All nine steps are done, and it has been quiet for long."""
    teachers = story.begin(
        "Teachers United Local 88",
        -300,
        "A strong voice for teachers and their students.",
        kind="labor",
        field="education",
        members_count=1150,
        street="88 College Avenue",
    )
    paul = join(teachers, "Paul Nowak", "president", phone="203 555 0160", do_not_call=True)
    paul.affiliations[0].began_year = story.on(-2600).year
    story.introduce(teachers, "already_known", -299)
    meeting = story.hold(teachers, -110, paul, kind="working")
    meeting.has_no_next = True
    close(meeting)
    given = {"state": "given", "offered_on": meeting.held_on, "settled_on": story.on(-100)}
    add(Assistance(organization=teachers, meeting=meeting, what="Phone bank", **given))
    letter = draft_follow_up(meeting, teachers, Local.current(), story.on(-109))
    letter.send(story.on(-109), "mail", ours())
    add(letter)
    told = {"audience": "board", "told_on": story.on(-100), "what": "They lent us their bus."}
    add(Told(organization=teachers, teller=ours(), **told))
    act = f"turned out 12 at our rally on {story.said(-114)}"
    teachers.standings.append(Standing(value=2, rated_on=story.on(-110), act=act))


FURTHER = (transit_riders, carpenters, teachers_union)
