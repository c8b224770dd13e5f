"""Names in capitals become readable."""

import pytest

from coalition_app.lib.readable import readable, readable_name


@pytest.mark.parametrize(
    ("capitals", "expected"),
    [
        ("HARBOR VALLEY NAACP INC", "Harbor Valley NAACP Inc"),
        ("LEAGUE OF WOMEN VOTERS OF THE EAST", "League of Women Voters of the East"),
        ("THE ARC OF HARBOR", "The Arc of Harbor"),
        ("JOBS WITH JUSTICE", "Jobs with Justice"),
        ("HARBOR AFL-CIO COUNCIL", "Harbor AFL-CIO Council"),
        ("ATLANTA-CWA", "Atlanta-CWA"),
        ("(IBEW) LOCAL 90", "(IBEW) Local 90"),
        ("DISTRICT IV RETIREES", "District IV Retirees"),
        ("CIVIC ASSOCIATION", "Civic Association"),
        ("ST JOHNS CTR", "St Johns Ctr"),
        ("MCCALLUM FUND", "McCallum Fund"),
        ("MACHINISTS LODGE", "Machinists Lodge"),
        ("O'HARA WOMEN'S CLUB", "O'Hara Women's Club"),
        ("1ST 22ND AND 105TH STREET", "1st 22nd and 105th Street"),
        ("TEAM4HARBOR", "Team4Harbor"),
        ("L1199CT", "L1199CT"),
        ("CASA DE LOS NIÑOS", "Casa de los Niños"),
        ("A PHILIP HALL", "A Philip Hall"),
        (
            "AMERICAN FEDERATION OF STATE COUNTY & CITY",
            "American Federation of State County & City",
        ),
        ("", ""),
        ("   ", ""),
    ],
)
def test_capitals_become_readable(capitals, expected):
    assert readable(capitals) == expected


def test_what_somebody_typed_stays_as_it_is():
    assert readable("Harbor valley  unitarians") == "Harbor valley unitarians"


def test_a_word_that_begins_the_initials_is_an_acronym():
    assert readable("HSCA EAST", "HSCAI") == "HSCA East"


def test_a_person_has_no_small_words():
    assert readable_name("ANA DE LA CRUZ JR") == "Ana De La Cruz Jr"
    assert readable_name("J R MCCALLUM III") == "J R McCallum III"
