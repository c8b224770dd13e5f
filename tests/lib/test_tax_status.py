import pytest

from coalition_app.lib.tax_status import CHOICES, OTHER, in_practice


def test_a_charity_is_not_asked_for_candidate_work():
    assert "cannot take part in candidate campaigns" in in_practice("501(c)(3) church")


@pytest.mark.parametrize("status", CHOICES[:-1])
def test_each_choice_has_its_line(status):
    assert in_practice(status) not in ("", OTHER)


@pytest.mark.parametrize("status", ["", CHOICES[-1]])
def test_nothing_is_said_of_no_status(status):
    assert in_practice(status) == ""


def test_any_other_status_says_to_ask():
    assert in_practice("501(c)(12) benevolent life insurance association") == OTHER
