"""Organizations with whom nobody has met yet: steps 1 to 4, and a paused one."""

from coalition_app.models import Conversation, Introduction, Organization, Pause
from coalition_app.sample.story import Story, add, join, ours, tie


def vecinos_unidos(story: Story) -> None:
    """Step 4: our member was asked, and is to be reminded today."""
    unidos = story.begin(
        "Vecinos Unidos",
        -16,
        "Neighbors organizing for safe and affordable homes.",
        field="housing",
        members_count=180,
        street="14 Orchard Street",
    )
    ana = join(unidos, "Ana Beltrán", "board", language="Spanish")
    rosa = ours("Rosa Díaz")
    tie(rosa, "neighbor", ana)
    asked = {"route": "member", "through_person": rosa, "contact": ana}
    add(Introduction(organization=unidos, asked_on=story.on(-7), **asked))


def tenants(story: Story) -> None:
    """Step 2."""
    story.begin("Tenants of Mill Street", -4, field="housing")


def parish(story: Story) -> None:
    """Step 1."""
    story.begin("St. Brigid Parish Social Ministry", -1, has_members=None, field="faith", scope="")


def food_bank(story: Story) -> None:
    bank = story.begin("Harbor Valley Food Bank", -90, "Nobody goes hungry here.", field="food")
    on, until = story.on(-30), story.on(79)
    reason = f"New director in {until:%B}"
    bank.pauses.append(Pause(reason=reason, paused_on=on, until=until))


def jobs_chapter(story: Story) -> None:
    """Step 3: HQ was asked, and the first reminder is late."""
    chapter = story.begin(
        "Harbor Valley Jobs Coalition",
        -20,
        "Working people standing up for one another.",
        field="labor",
        parent=Organization.named("Jobs with Justice"),
    )
    add(Introduction(organization=chapter, route="hq", asked_on=story.on(-9)))


def fair_elections(story: Story) -> None:
    """Step 3: HQ was reminded once, and we wait."""
    project = story.begin(
        "Harbor Valley Fair Elections Project",
        -25,
        "Every vote counted, every voter heard.",
        field="public policy",
        parent=Organization.named("Common Cause"),
    )
    asked = Introduction(organization=project, route="hq", asked_on=story.on(-16))
    add(asked).nudge(story.on(-9))


def block_association(story: Story) -> None:
    """Step 4: nobody knows them, so they were called."""
    block = story.begin(
        "Elm Street and Upper Harbor Neighborhood Block Clubs Association",
        -14,
        "Neighbors who look after one another and their streets.",
        field="neighborhood",
        phone="203 555 0163",
        listed_contact="Walter Ives, chair",
    )
    add(Introduction(organization=block, route="cold_call", asked_on=story.on(-3)))
    left = "Left a message for the chair; they meet on the first Tuesday."
    said = {"organization": block, "held_on": story.on(-3), "is_two_way": False, "summary": left}
    add(Conversation(our_person=ours(), **said))


BEGINNING = (
    vecinos_unidos,
    tenants,
    parish,
    food_bank,
    jobs_chapter,
    fair_elections,
    block_association,
)
