"""The rail shows where one may go, and where one is."""


def shown(page) -> list[str]:
    return [link.text for link in page.all(".rail nav a")]


def test_what_one_may_not_open_is_not_in_the_rail(viewer, administrator):
    assert "Accounts" not in shown(viewer.get("/practice/sink"))
    assert "Accounts" in shown(administrator.get("/practice/sink"))


def test_the_rail_names_the_local(organizer):
    assert "Local 555" in organizer.get("/practice/sink").one(".rail").text


def test_the_current_entry_is_marked(organizer):
    page = organizer.get("/organizations")
    assert page.one('.rail [aria-current="page"]').text == "Organizations"


def test_the_rail_has_every_door(administrator):
    assert shown(administrator.get("/practice/sink")) == [
        "Today",
        "Organizations",
        "Find new ones",
        "People",
        "Meetings",
        "Commitments",
        "Give and take",
        "Letters",
        "Told",
        "Our local",
        "Questions",
        "Accounts",
        "Backup",
        "Your account",
        "Keys ?",
    ]


def test_the_title_names_page_and_program(organizer):
    page = organizer.get("/practice/sink")
    assert page.title == "Harbor Valley Civil Rights League · Coalition Desk"


def test_a_keyboard_can_skip_the_rail(organizer):
    assert organizer.get("/practice/sink").all("body a")[0]["href"] == "#main"
