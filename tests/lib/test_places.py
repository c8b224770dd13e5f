"""States, ZIPs, and addresses of one line."""

import pytest

from coalition_app.lib import places


@pytest.mark.parametrize(
    ("text", "found"), [("Connecticut", "CT"), ("ct", "CT"), ("N.Y.", "NY"), ("Ontario", "Ontario")]
)
def test_a_state_is_two_letters(text, found):
    assert places.state_code(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("6511", "06511"), ("06511", "06511"), ("65111234", "06511-1234"), ("K1A 0B1", "K1A 0B1")],
)
def test_a_zip_gets_its_first_zero_back(text, found):
    assert places.postal_code(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "1 Main St, New Haven, CT 06511",
        "1 Main St\nNew Haven CT 06511\nUSA",
        "1 Main St, New Haven, Connecticut, 06511",
    ],
)
def test_an_address_of_one_line_is_divided(text):
    assert places.split_address(text)["city"] == "New Haven"
    assert places.in_one_line(places.split_address(text)) == "1 Main St, New Haven, CT 06511"


def test_what_is_no_whole_address_is_a_street():
    assert places.split_address("behind the old mill") == {"street": "behind the old mill"}
