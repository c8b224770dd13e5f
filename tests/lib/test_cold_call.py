"""The guide's script, its blanks filled."""

import pytest

from coalition_app.lib.cold_call import cold_call_script


def test_it_says_who_calls_from_where():
    script = cold_call_script("Dori James", "CWA Local 555", "")
    assert script.startswith("Hello, my name is Dori James from CWA Local 555. My union is")
    assert script.endswith("I'm very curious about your organization.")


@pytest.mark.parametrize(
    ("mission", "said"),
    [
        ("To secure equal rights.", "your organization and its mission to secure equal rights."),
        ("Homes for all.", "your organization and its mission: Homes for all."),
    ],
)
def test_their_mission_is_woven_in(mission, said):
    assert cold_call_script("Dori", "CWA Local 555", mission).endswith(said)


def test_an_unknown_caller_is_a_blank_to_write_in():
    assert "my name is ______ from" in cold_call_script("", "CWA Local 555", "")
