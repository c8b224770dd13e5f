"""Address cards of three versions become rows with the columns of Google Contacts."""

import pytest

from coalition_app.lib.sheets import SheetRefused
from coalition_app.lib.vcards import read_vcards


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def read(*cards: str) -> list[dict[str, str]]:
    sheet = read_vcards("".join(cards).encode())
    return [dict(zip(sheet.headers, row.cells, strict=True)) for row in sheet.rows]


def test_a_name_is_read_in_its_parts():
    found = read(card("N:Bell;Tess;Ann;Dr.;Jr.", "FN:Dr. Tess Bell"))[0]
    assert (found["First Name"], found["Last Name"], found["Name Prefix"]) == (
        "Tess",
        "Bell",
        "Dr.",
    )


def test_quoted_printable_of_the_old_version_is_read():
    lines = (
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:D=C3=ADaz;Rosa;;;",
        "TEL;CELL;VOICE:203 555 0190",
    )
    found = read(card(*lines, version="2.1"))[0]
    assert (found["Last Name"], found["Phone 1 - Label"]) == ("Díaz", "cell")


def test_a_quoted_printable_line_may_go_on_in_the_next():
    note = "NOTE;ENCODING=QUOTED-PRINTABLE:met at the=\r\n fair=0D=0Ain May"
    found = read(card("FN:Ana Ruiz", note, version="2.1"))[0]
    assert "fair" in found["Notes"]
    assert "in May" in found["Notes"]


def test_a_folded_line_is_one():
    assert read(card("FN:Ana Ru", " iz"))[0]["Name"] == "Ana Ruiz"


def test_labels_of_apple_are_read():
    lines = ("FN:Ana", "item1.TEL;type=pref:203 555 0191", "item1.X-ABLabel:_$!<HomeFax>!$_")
    found = read(card(*lines))[0]
    assert (found["Phone 1 - Value"], found["Phone 1 - Label"]) == ("203 555 0191", "HomeFax")


def test_several_phones_and_emails_stand_beside_one_another():
    lines = ("FN:Ana", "TEL;TYPE=CELL:203 555 0191", "TEL;TYPE=WORK:203 555 0192")
    lines += ("EMAIL;TYPE=WORK,INTERNET:ana@example.org", "EMAIL:ana@home.example")
    found = read(card(*lines))[0]
    assert found["Phone 2 - Value"] == "203 555 0192"
    assert (found["E-mail 1 - Label"], found["E-mail 2 - Value"]) == ("work", "ana@home.example")


def test_a_number_may_be_an_address_of_the_new_version():
    found = read(
        card("FN:Ana", 'TEL;VALUE=uri;TYPE="voice,work":tel:+1-203-555-0192', version="4.0")
    )
    assert found[0]["Phone 1 - Value"] == "+1-203-555-0192"


def test_organization_title_and_address_are_read():
    lines = (
        "FN:Ana",
        "ORG:Bay Clinic;Board",
        "TITLE:chair",
        "ADR;TYPE=HOME:;;2 Bay Rd;Milford;CT;06460;USA",
    )
    found = read(card(*lines))[0]
    assert (found["Organization Name"], found["Organization Department"]) == ("Bay Clinic", "Board")
    assert (found["Organization Title"], found["Address 1 - City"]) == ("chair", "Milford")


@pytest.mark.parametrize(
    "lines",
    [
        ("KIND:org", "FN:Elm City Choir", "ORG:Elm City Choir"),
        ("FN:Elm City Choir", "ORG:Elm City Choir"),
        ("FN:Choir", "ORG:Elm City Choir", "X-ABShowAs:COMPANY"),
    ],
)
def test_a_card_of_an_organization_is_known(lines):
    assert read(card(*lines))[0]["Contact Type"] == "Organization"


def test_escaped_signs_are_plain():
    assert read(card("FN:Ana", r"NOTE:tea\, not coffee\nreally\; yes"))[0]["Notes"] == (
        "tea, not coffee\nreally; yes"
    )


def test_a_picture_is_left_out():
    assert "PHOTO" not in str(read(card("FN:Ana", "PHOTO;ENCODING=b:" + "A" * 5000)))


def test_a_card_without_end_is_named_and_the_others_are_read():
    sheet = read_vcards(("BEGIN:VCARD\r\nFN:Ana\r\n" + card("FN:Bo")).encode())
    assert [bool(row.problem) for row in sheet.rows] == [True, False]


def test_lines_that_are_no_property_are_passed_over():
    assert read(card("FN:Ana", "what is this", ":::;;", "TEL:203 555 0191"))[0]["Name"] == "Ana"


def test_cards_that_say_nothing_are_refused():
    with pytest.raises(SheetRefused):
        read_vcards(card().encode())
