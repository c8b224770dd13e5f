"""One template serves page and region; answers carry what htmx needs."""

BOOSTED = {"HX-Request": "true", "HX-Boosted": "true", "HX-Request-Type": "full"}
RESTORED = {"HX-Request": "true", "HX-History-Restore-Request": "true", "HX-Request-Type": "full"}


def test_without_htmx_the_whole_page_comes(organizer):
    page = organizer.get("/practice/region")
    assert "Around the region" in page.text
    assert page.one("#list_region li").text == "Elena"


def test_a_region_comes_alone(organizer):
    page = organizer.get("/practice/region", htmx="ul#list_region")
    assert page.one("#list_region li").text == "Elena"
    assert "Around the region" not in page.html


def test_a_boosted_link_gets_the_whole_page(organizer):
    assert "Around the region" in organizer.get("/practice/region", headers=BOOSTED).text


def test_history_gets_the_whole_page(organizer):
    assert "Around the region" in organizer.get("/practice/region", headers=RESTORED).text


def test_a_region_brings_pending_words_along(organizer):
    page = organizer.get("/practice/region?say=yes", htmx="ul#list_region")
    assert '<hx-partial hx-target="#flashes"' in page.html
    assert "The list has changed." in page.html


def test_a_region_without_words_leaves_those_shown_alone(organizer):
    assert "hx-partial" not in organizer.get("/practice/region", htmx="ul#list_region").html


def test_an_event_is_named_to_other_regions(organizer):
    page = organizer.get("/practice/region", htmx="ul#list_region")
    assert page.headers["HX-Trigger"] == "list-changed"


def test_caches_know_that_regions_differ(organizer):
    assert "HX-Request" in organizer.get("/practice/region").headers["Vary"]


def test_after_a_post_comes_303_and_the_words_are_said_once(organizer):
    organizer.get("/practice/person")
    answer = organizer.submit("Save", name="Elena Díaz", follow=False)
    assert answer.status == 303
    assert answer.follow().one(".flash p").text == "Elena Díaz is listed."
    assert not organizer.get("/practice/person").all(".flash")


def test_an_act_can_be_undone_from_its_words(organizer):
    organizer.get("/practice/person")
    organizer.submit("Save", name="Elena Díaz")
    page = organizer.submit("Undo")
    assert page.one(".flash.warn p").text == "Undone."
