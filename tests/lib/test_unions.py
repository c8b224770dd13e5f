"""Whose local a name in a register is, and what an agenda is about."""

import pytest

from coalition_app.lib.agenda_fields import WORDS, fields_in
from coalition_app.lib.unions import union_of
from coalition_app.models import FIELDS


@pytest.mark.parametrize(
    ("name", "second_line", "union"),
    [
        ("COMMUNICATION WORKERS OF AMERICA", "1298 LOCAL CWA CUTW", "CWA"),
        ("COMMUNICATION WORKERS OF AMERICA", "51017 CWA NABET", "CWA"),
        ("AMERICAN FEDERATION OF LABOR & CONGRESS OF INDUSTRIAL ORGS", "BCT NEW HARBOR", "BCTD"),
        ("AMERICAN FEDERATION OF LABOR & CONGRESS OF INDUSTRIAL ORGS", "HARBOR AREA", "AFLCIO"),
        ("HARBOR VALLEY GARDENERS", "", ""),
    ],
)
def test_the_second_line_knows_better(name, second_line, union):
    assert union_of(name, second_line) == union


def test_an_agenda_is_about_fields():
    lines = ["Call-center jobs bill. Health care for retirees.", "Voting rights"]
    assert fields_in(lines) == {"labor", "health", "seniors", "civil rights"}
    assert fields_in([]) == frozenset()


def test_every_field_of_an_agenda_is_one_of_organizations():
    assert set(WORDS) <= set(FIELDS)
