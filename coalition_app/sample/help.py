"""Give and take: what was promised and what came, what is lent when, and kept or broken words."""

from coalition_app.models import Assistance, Organization, Standing
from coalition_app.sample.story import Story, ours


def those_who_came(story: Story) -> None:
    """Ten were promised and seven came: an act for a standing to cite."""
    carpenters = Organization.named("Carpenters Local 310")
    what = "Volunteers for our rally"
    turned_out = Assistance.offer(carpenters, what, story.on(-35), we_give=False)
    turned_out.give(story.on(-21))
    turned_out.count(10, 7)
    rating = Standing(value=2, rated_on=story.on(-20), act=turned_out.turnout)
    carpenters.standings.append(rating)
    riders = Organization.named("Fair Transit Riders")
    Assistance.offer(riders, "Their van for our picket", story.on(-12), we_give=False)
    Assistance.offer(riders, "A billboard", story.on(-12)).decline(story.on(-8))


def the_hall_twice(story: Story) -> None:
    """Two are promised the hall for one evening."""
    for name, owner in (
        ("Interfaith Hospitality Roundtable", ours("Rosa Díaz")),
        ("Carpenters Local 310", ours()),
    ):
        hall = Assistance.offer(Organization.named(name), "Meeting space", story.on(-6))
        hall.agree(story.on(-5), owner, story.at(20, 18).date())
    phones = Assistance.offer(Organization.named("Fair Transit Riders"), "Phone bank", story.on(-9))
    phones.agree(story.on(-9), ours("Sam Okafor"), story.on(10))


def words_kept_and_broken(story: Story) -> None:
    carpenters = Organization.named("Carpenters Local 310")
    dean, sam = carpenters.primary_contact, ours("Sam Okafor")
    story.promise(carpenters, "Two pickets on Mondays", sam, -20, made=-35).keep(story.on(-22))
    bus = story.promise(carpenters, "Bus to the capitol", dean, -15, made=-35)
    bus.drop(story.on(-16), "No driver could be found")
    later = story.promise(carpenters, "Names of their stewards", dean, -18, made=-35)
    later.redate(story.on(-3), story.on(-17))
    story.promise(carpenters, "Agenda for our next meeting", sam, 0)


HELP = (those_who_came, the_hall_twice, words_kept_and_broken)
