import pytest

from coalition_app.lib.web_address import link_to


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("www.example.org", "https://www.example.org"),
        ("example.org/about", "https://example.org/about"),
        ("http://example.org", "http://example.org"),
        (" https://example.org/?a=b ", "https://example.org/?a=b"),
    ],
)
def test_what_people_type_becomes_a_link(typed, address):
    assert link_to(typed) == address


@pytest.mark.parametrize(
    "typed",
    ["", "none", "javascript:alert(1)", "javascript://a.b", "data:text/html,x", "http://[", "a b"],
)
def test_anything_else_becomes_no_link(typed):
    assert link_to(typed) == ""
