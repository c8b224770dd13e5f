from datetime import date, timedelta

from coalition_app.models import Assistance, Commitment, Conversation, Pause, Standing
from tests import world
from tests.keeping import kept
from tests.queries import counted


@kept
def league(db):
    return world.researched(city="Harbor Valley", field="civil rights")


def show(client, organization, query=""):
    return client.get(f"/organizations/{organization.id}{query}")


def test_the_page_says_who_they_are(organizer, league):
    league.parent = world.listed("NAACP", is_national_partner=True)
    page = show(organizer, league)
    assert page.one("h1").text == "Harbor Valley Civil Rights League"
    expected = "Community · civil rights · chapter of NAACP · Harbor Valley"
    assert page.one(".head .sub").text == expected


def test_the_track_shows_the_nine_steps(organizer, league):
    page = show(organizer, league)
    assert len(page.all(".path li")) == 9
    assert page.one("[aria-current=step]").text.startswith("4 Introduction")


def test_the_next_action_stands_in_its_box(organizer, league):
    box = show(organizer, league).one("section.next")
    assert "Next: find a way in." in box.text
    assert (box.one("a.go").text, box.one("a.go")["data-shortcut"]) == ("Ways in", "g")


def test_a_late_action_is_marked(organizer, clock, league):
    world.introduced(league)
    world.held(world.planned(league))
    clock.move_to("2026-03-25 10:00")
    assert show(organizer, league).has(".next.late")


def test_what_earlier_rounds_lack_stands_apart(organizer, clock, league):
    world.introduced(league)
    first = world.held(world.planned(league), world.theirs(league))
    world.sent(first, league, date(2026, 3, 20))
    clock.move_to("2026-03-25 10:00")
    world.planned(league, at=first.starts_at + timedelta(days=14))
    page = show(organizer, league)
    assert "Tell the board about" in page.one("[aria-labelledby=also]").text


def test_a_listed_one_offers_its_start(organizer, db):
    listed = world.listed()
    page = show(organizer, listed)
    assert not page.has(".path")
    started = page.submit("Start")
    assert "Started. Lead: Dori James." in started.text
    assert started.has(".path")


def test_how_we_know_them_is_a_chain_of_names(organizer, league):
    elena = world.theirs(league)
    world.tie(world.ours("Rosa Díaz"), elena)
    words = show(organizer, league).one(".way").text
    assert words == "Rosa Díaz sibling of Elena Díaz secretary"


def test_only_one_of_us_is_named(organizer, league):
    world.tie(world.ours("Rosa Díaz"), world.theirs(league))
    assert "Only Rosa Díaz knows somebody there." in show(organizer, league).text


def test_our_member_who_belongs_there_is_a_way_in(organizer, league):
    rosa = world.ours("Rosa Díaz")
    world.joins(rosa, league)
    words = show(organizer, league).one(".way").text
    assert words == "Rosa Díaz member there"


def test_an_ally_is_a_way_in(organizer, league):
    ally = world.researched("Green Rivers Alliance")
    world.introduced(ally)
    league.suggested_by = ally
    assert "Green Rivers Alliance suggested them" in show(organizer, league).text


def test_nobody_left_is_a_warning(organizer, league):
    world.introduced(league)
    assert "Nobody there whom one of us knows is left." in show(organizer, league).text


def test_an_old_review_is_a_nudge(organizer, league):
    league.reviews[0].reviewed_on = date(2025, 1, 7)
    assert "last reviewed Jan 7, 2025, more than a year ago" in show(organizer, league).text


def test_history_tells_what_happened_latest_first(db, organizer, clock, league):
    elena = world.theirs(league)
    call = Conversation(organization=league, held_on=date(2026, 3, 15), summary="Coffee is set.")
    call.people = [elena]
    db.session.add(call)
    lines = [line.text for line in show(organizer, league).all(".log > li")]
    assert lines[0] == "Mar 15 Call with Elena Díaz. Coffee is set."
    assert lines[1:] == [
        "Mar 14 Researched by Dori James.",
        "Mar 14 Started Lead: Dori James.",
        "Mar 14 Listed",
    ]


def test_a_long_history_is_cut_and_offered_whole(db, organizer, league):
    for number in range(20):
        on = date(2026, 1, 1) + timedelta(days=number)
        db.session.add(Conversation(organization=league, held_on=on, summary=f"No. {number}"))
    page = show(organizer, league)
    assert len(page.all(".log > li")) == 12
    whole = organizer.get(page.one("#history + a")["href"])
    assert len(whole.all(".log > li")) == 23


def test_what_we_know_is_shown(organizer, league):
    league.shared_issues, league.tax_status = "jobs, health care", "501(c)(3) charity"
    league.website = "www.example.org"
    page = show(organizer, league)
    assert "Equal rights in Harbor Valley." in page.text
    assert "Fair hiring ordinance (since Jan)" in page.text
    assert "cannot take part in candidate campaigns, so do not ask for it" in page.text
    assert page.one("a[rel~='noreferrer']")["href"] == "https://www.example.org"


def test_issues_are_tags_and_those_of_our_agenda_stand_apart(organizer, local, league):
    league.shared_issues, local.issues = "jobs, health care", "Health care"
    page = show(organizer, league)
    assert "Shared with our agenda health care More issues jobs" in page.text
    issue = next(each for each in league.issues if each.is_ours)
    assert page.one(".tag.ok[href]")["href"] == f"/organizations?issue={issue.id}"


def test_all_ways_to_reach_them_stand_together(organizer, league):
    league.phone, league.street, league.visiting_address = "2035550101", "PO Box 5", "3 Pier Road"
    league.reach_lines = "office 203 555 0142\nexample.org/events newsletter"
    league.nickname, league.former_names = "The League", "Harbor Rights Club"
    text = show(organizer, league).text
    assert "203 555 0101 203 555 0142 office example.org/events newsletter" in text
    assert "PO Box 5 Harbor Valley For mail it lacks state and ZIP. 3 Pier Road to visit" in text
    assert "Also called The League formerly Harbor Rights Club" in text


def test_chapters_are_linked_and_many_are_folded(organizer, league):
    for number in range(7):
        world.listed("The League", chapter=f"Branch {number}", parent=league)
    started = world.started("Youth League", parent=league)
    card = show(organizer, league).one("section[aria-labelledby=chapters]")
    assert card.all("ul.rows a")[0]["href"] == f"/organizations/{started.id}"
    assert card.one("details summary").text == "3 more chapters"
    assert len(card.all("details li")) == 3


def test_allies_and_opponents_whom_we_know_are_links(organizer, league):
    rivers = world.listed("Green Rivers Alliance", acronym="GRA")
    league.allies, league.opponents = "the mayor, green rivers alliance", "GRA"
    page = show(organizer, league)
    links = page.all(f".two a[href='/organizations/{rivers.id}']")
    assert [link.text for link in links] == ["green rivers alliance", "GRA"]


def test_a_website_that_is_a_script_is_no_link(organizer, league):
    league.website = "javascript:alert(1)"
    assert not show(organizer, league).has("a[rel~='noreferrer']")


def test_text_is_shown_as_typed(organizer, league):
    league.mission = "<script>alert(1)</script> {{ 7*7 }} 🙂 مرحبا"
    assert "<script>alert(1)</script> {{ 7*7 }} 🙂 مرحبا" in show(organizer, league).text


def test_commitments_say_who_and_when(db, organizer, league):
    due = date(2026, 3, 12)
    for is_ours in (True, False):
        what = "Flyer" if is_ours else "List of volunteers"
        db.session.add(
            Commitment(
                organization=league, what=what, is_ours=is_ours, due_on=due, made_on=world.DAY
            )
        )
    page = show(organizer, league)
    assert "2 days late" in page.one(".tag.late").text
    assert "remind them" in page.text


def test_give_and_take_shows_both_directions(db, organizer, league):
    for we_give, what in ((True, "Meeting hall"), (False, "Volunteers")):
        db.session.add(
            Assistance(organization=league, what=what, we_give=we_give, offered_on=world.DAY)
        )
    text = show(organizer, league).one("section[aria-labelledby=give-and-take]").text
    assert "Meeting hall We give proposed" in text
    assert "Volunteers They give proposed" in text


def test_the_standing_has_its_act(db, organizer, league):
    standing = Standing(organization=league, value=2, rated_on=world.DAY, act="turned out 12")
    db.session.add(standing)
    earlier = Standing(organization=league, value=3, rated_on=date(2025, 5, 3), act="took our call")
    db.session.add(earlier)
    card = show(organizer, league).one("section[aria-labelledby=standing]")
    assert "2 acts with us turned out 12, Mar 14" in card.text
    assert "Earlier: 3" in card.one("details").text
    assert "May 3, 2025 3 friendly, no act yet took our call" in card.one("details").text
    assert "Lead: Dori James" in card.text


def test_a_pause_replaces_the_next_action(db, organizer, league):
    pause = Pause(organization=league, reason="their board turns over", paused_on=world.DAY)
    db.session.add(pause)
    page = show(organizer, league)
    assert "Paused: their board turns over" in page.text
    assert "Next:" not in page.text
    assert "Next:" in page.submit("Take it up again").text


def test_private_notes_are_for_organizers(organizer, viewer, league):
    league.private_notes = "Not before June."
    assert "Not before June." in show(organizer, league).text
    assert "Not before June." not in show(viewer, league).html


def test_a_viewer_sees_no_forms(viewer, league):
    world.theirs(league)
    page = show(viewer, league)
    assert "Elena Díaz" in page.text
    assert not page.has("main form")


def test_an_unknown_one_is_not_found(organizer):
    assert organizer.get("/organizations/999").status == 404


def test_the_queries_do_not_grow_with_the_history(db, organizer, league):
    world.introduced(league, through_person=world.ours())
    show(organizer, league)  # the name of our local stays as it is
    asked = []
    for number in range(30):
        person = world.theirs(league, f"Member {number}")
        world.tie(world.ours("Rosa Díaz"), person)
        call = Conversation(organization=league, held_on=world.DAY, our_person=world.ours())
        call.people = [person]
        db.session.add(call)
        world.held(world.planned(league), person)
        if number in (0, 29):
            db.session.commit()
            with counted() as seen:
                show(organizer, league)
            asked.append(len(seen))
    assert asked[0] == asked[1]
    assert asked[0] <= 60
