import pytest

from coalition_app.lib.reach import Point, read_points


@pytest.mark.parametrize(
    ("line", "point"),
    [
        ("office 203 555 0142", Point("phone", "203 555 0142", "office")),
        ("203 555 0142 (cell)", Point("phone", "203 555 0142", "cell")),
        ("cell: 203.555.0142 x12", Point("phone", "203.555.0142 x12", "cell")),
        ("555-0142", Point("phone", "555-0142")),
        ("press office: press@example.org", Point("email", "press@example.org", "press office")),
        (
            "www.example.org/events newsletter",
            Point("link", "www.example.org/events", "newsletter"),
        ),
        ("https://example.org/@league", Point("link", "https://example.org/@league")),
        ("map – example.org/2035550142", Point("link", "example.org/2035550142", "map")),
    ],
)
def test_a_way_is_understood_by_its_kind(line, point):
    assert read_points(line) == [point]


@pytest.mark.parametrize(
    "line", ["", "office", "2019-2023", "javascript:alert(1)", "@league", "\0"]
)
def test_what_is_no_way_to_reach_anybody_is_none(line):
    assert read_points(line) == []


def test_one_line_may_hold_several():
    found = read_points("office 203 555 0142, office@example.org")
    assert found == [
        Point("phone", "203 555 0142", "office"),
        Point("email", "office@example.org", "office"),
    ]


@pytest.mark.parametrize(
    "line", ["office 203 555 0142", "press a@example.org", "example.org/events newsletter"]
)
def test_a_line_is_shown_as_it_is_read(line):
    assert read_points(line)[0].line == line


@pytest.mark.parametrize(
    ("point", "href"),
    [
        (Point("phone", "(203) 555-0142 x12"), "tel:2035550142;ext=12"),
        (Point("phone", "ask Ana"), ""),
        (Point("email", "a@example.org"), "mailto:a@example.org"),
        (Point("link", "example.org/events"), "https://example.org/events"),
        (Point("link", "javascript:alert(1)//a.b"), ""),
    ],
)
def test_a_link_leads_where_it_says_and_to_no_script(point, href):
    assert point.href == href
