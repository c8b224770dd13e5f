"""Addresses in postal order, and what they lack."""

import pytest

from coalition_app.lib.addresses import Address, missing_in, state, zip_code

WHOLE = Address("Elena Díaz", "Harbor League, Inc.", "12 Main St", "New Haven", "CT", "06511")


def at(street: str, postal_code: str = "06511") -> Address:
    return Address(street=street, city="New Haven", state="CT", postal_code=postal_code)


def test_lines_stand_in_postal_order_with_two_spaces_before_the_zip():
    assert WHOLE.lines == (
        "Elena Díaz",
        "Harbor League, Inc.",
        "12 Main St",
        "New Haven CT  06511",
    )


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("12 Main St., Apt. #4", ("12 Main St Apt 4",)),
        ("12 Main St #4B", ("12 Main St # 4B",)),
        ("Suite 3, 12 Main St", ("12 Main St Suite 3",)),
        ("12 Main St, 2nd Floor", ("12 Main St 2nd Floor",)),
        ("P.O. Box 12", ("PO Box 12",)),
        ("post office box #12", ("PO Box 12",)),
        ("Union Hall, 12 Main St, P.O.Box 5", ("Union Hall", "12 Main St", "PO Box 5")),
        ("St. Mary's Church\n112-10 Elm", ("St Mary's Church", "112-10 Elm")),
        ("39.2 Mile Rd 1/2", ("39.2 Mile Rd 1/2",)),
        ("RR 2 Box 18", ("RR 2 Box 18",)),
        ("One Harbor Plaza", ("One Harbor Plaza",)),
        ("", ()),
    ],
)
def test_a_street_is_written_as_the_mail_writes_it(typed, lines):
    assert at(typed).place_lines == (*lines, "New Haven CT  06511")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Connecticut", "CT"),
        (" ct ", "CT"),
        ("Conn.", "CT"),
        ("N.Y.", "NY"),
        ("new  york", "NY"),
        ("Ontario", "Ontario"),
        ("", ""),
    ],
)
def test_states_become_codes(typed, code):
    assert state(typed) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("065110042", "06511-0042"),
        ("06511 0042", "06511-0042"),
        ("6511", "06511"),
        ("511", "511"),
        ("M5V 2T6", "M5V 2T6"),
    ],
)
def test_zips_are_normalized(typed, code):
    assert zip_code(typed) == code


def test_what_is_missing_is_named_but_nothing_at_all_is_no_mistake():
    assert WHOLE.lacks == Address().lacks == ""
    assert Address(city="New Haven", state="CT").lacks == "street or PO box and ZIP"
    assert Address(street="12 Main St").missing == ("city", "state", "ZIP")


def test_a_zip_of_another_state_is_a_hint():
    assert at("12 Main St", "90210").hints == ("ZIP 90210 lies in CA, not in CT.",)
    assert at("12 Main St", "06390").hints == ()
    assert Address(state="NY", postal_code="06390").hints == ()
    assert "is no ZIP" in at("12 Main St", "065").hints[0]
    assert Address(state="Ontario").hints == ("“Ontario” is no state that the mail knows.",)
    assert Address(state="AE", postal_code="09012").hints == ()


@pytest.mark.parametrize(
    ("lines", "missing"),
    [
        (["Elena Díaz", "12 Main", "New Haven CT  06511"], ()),
        (["Elena Díaz", "Inc 5", "PO Box 2", "New York, New York 10001-0001"], ()),
        (["Elena Díaz", "New Haven, Connecticut 06511"], ("street or PO box",)),
        (["Elena Díaz", "12 Elm St", "CT 06511"], ("city",)),
        (["Elena Díaz", "12 Elm St", "New Haven 06511"], ("state",)),
        (["Elena Díaz", "12 Elm St", "New Haven CT"], ("ZIP",)),
        ([], ("street or PO box", "city", "state", "ZIP")),
    ],
)
def test_lines_typed_by_hand_are_checked_too(lines, missing):
    assert missing_in(lines) == missing


def test_one_door_is_one_household_however_it_was_typed():
    other = at("12 N. MAIN ST #4", "06511-0042")
    assert at("12 North Main Street, Apt. 4").household == other.household
    assert at("12 Main St, Apt. 4").household != at("12 Main St, Apt. 5").household
    assert at("12 Main St").household != at("12 Main St", "06512").household
    assert not at("").household
