"""The columns of other programs are known by their headers, those of nobody by their values."""

import pytest

from coalition_app.lib import columns
from coalition_app.lib.sheets import Row


def guess(*rows: str) -> dict[str, str]:
    """By header, of a table typed with bars."""
    headers, *cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    found = columns.guess(headers, [Row(n, row) for n, row in enumerate(cells, 2)])
    return dict(zip(headers, found, strict=True))


def expect(found: dict[str, str], wanted: str) -> None:
    """`wanted` in the order of the columns, with a dash for one that is left out."""
    assert " ".join(key or "-" for key in found.values()) == " ".join(wanted.split())


def test_google_contacts_are_known():
    found = guess(
        "First Name|Last Name|Organization Name|Organization Title|Birthday|Labels|"
        "E-mail 1 - Label|E-mail 1 - Value|Phone 1 - Label|Phone 1 - Value|"
        "Address 1 - Street|Address 1 - City|Address 1 - Region|Address 1 - Postal Code",
        "Ana|Ruiz|League|chair|--03-07|* myContacts|* Work|a@b.org|Mobile|"
        "203 555 0101|1 Elm|Hamden|CT|06514",
    )
    expect(
        found,
        """person.first person.last organization.name role.role person.birthday row.note
        row.label person.email row.label person.phone
        person.street person.city person.state person.postal_code""",
    )


def test_the_older_google_contacts_are_known():
    found = guess(
        "Name|Given Name|Family Name|Group Membership|E-mail 1 - Type|E-mail 1 - Value|"
        "Phone 1 - Type|Phone 1 - Value|Organization 1 - Name|Organization 1 - Title",
        "Ana Ruiz|Ana|Ruiz|* myContacts|Work|a@b.org|Mobile|203 555 0101|League|chair",
    )
    expect(
        found,
        """person.name person.first person.last row.note row.label person.email
        row.label person.phone organization.name role.role""",
    )


def test_outlook_is_known():
    found = guess(
        "Title|First Name|Last Name|Suffix|Company|Job Title|Business Street|Business City|"
        "Home City|Business Phone|Company Main Phone|E-mail Address|"
        "E-mail 2 Address|Spouse|Categories",
        "Rev.|Ana|Ruiz|Jr.|Parish|Pastor|4 Elm|Hamden|Milford|"
        "2035550101|2035550102|a@b.org|c@d.org|Bo|Ally",
    )
    expect(
        found,
        """person.prefix person.first person.last person.suffix organization.name role.role
        organization.street organization.city person.city person.phone organization.phone
        person.email person.email row.note row.note""",
    )


def test_action_network_is_known():
    found = guess(
        "can2_user_id|email|first_name|last_name|can2_phone|can2_user_city|can2_state_abbreviated|"
        "zip_code|can2_user_tags",
        "11|a@b.org|Ana|Ruiz|2035550101|Hamden|CT|06514|rent",
    )
    expect(
        found,
        """person.external_id person.email person.first person.last person.phone person.city
        person.state person.postal_code row.note""",
    )


def test_civicrm_is_known():
    found = guess(
        "Internal Contact ID|Contact Type|Display Name|Organization Name|Current Employer|"
        "Job Title|Street Address|Supplemental Address 1|State|Postal Code|Do Not Mail",
        "1|Individual|Ana Ruiz|League|League|chair|3 Pine|Apt 2|CT|06514|0",
    )
    expect(
        found,
        """person.external_id row.kind person.name organization.name organization.employer role.role
        person.street person.street2 person.state person.postal_code person.do_not_mail""",
    )


def test_a_sheet_of_organizations_with_their_contacts_is_divided():
    found = guess(
        "Organization|Type|Address|City|Contact|Role|Phone|Email|Members|Issues",
        "League|community|1 Elm|Hamden|Ana Ruiz|chair|203 555 0101|a@b.org|40|housing",
    )
    expect(
        found,
        """organization.name organization.kind organization.street organization.city person.name
        role.role person.phone person.email organization.members_count organization.issues""",
    )


def test_a_sheet_of_organizations_alone_has_no_person():
    found = guess("Name|Phone|City|Website", "Harbor Tenants Union|203 555 0101|Hamden|www.b.org")
    expect(found, "organization.name organization.phone organization.city organization.website")


def test_a_title_alone_is_a_role():
    assert guess("Name|Title|Company", "Ana|chair|League")["Title"] == "role.role"


def test_spanish_headers_are_known():
    found = guess(
        "Nombre|Apellido|Teléfono|Correo electrónico|Ciudad", "Ana|Ruiz|2035550101|a@b.org|Hamden"
    )
    expect(found, "person.first person.last person.phone person.email person.city")


def test_a_file_without_headers_is_known_by_its_values():
    row = "Ana Ruiz|a@b.org|(203) 555-0101|06514|CT|whatever it is 3"
    found = guess(
        "Column A|Column B|Column C|Column D|Column E|Column F", row, row.replace("Ana", "Bo")
    )
    expect(found, "person.name person.email person.phone person.postal_code person.state -")


def test_an_empty_column_and_a_second_city_are_left_out():
    found = guess("Name|City|Town|Email", "Ana|Hamden|Milford|")
    expect(found, "person.name person.city - -")


def test_one_thing_chosen_twice_is_said():
    with pytest.raises(columns.TwiceChosen) as twice:
        columns.check(["person.name", "person.city", "", "person.city"])
    assert twice.value.positions == [1, 3]


def test_phones_may_be_chosen_twice():
    columns.check(["person.phone", "person.phone", "", ""])


def test_a_column_is_shown_with_three_different_values():
    rows = [Row(n, [cell, ""]) for n, cell in enumerate(["a", "a", "", "b", "c", "d"])]
    (column,) = columns.columns_of(["One", "Two"], rows)
    assert (column.samples, column.letter) == (["a", "b", "c"], "A")


def test_the_same_headers_have_one_fingerprint():
    assert columns.fingerprint(["E-mail Address", "City"]) == columns.fingerprint(
        ["e mail address", "CITY"]
    )
    assert columns.fingerprint(["City", "Name"]) != columns.fingerprint(["Name", "City"])


def test_a_phone_finds_its_label():
    headers = ["Phone 1 - Label", "Phone 1 - Value", "Phone 2 - Value"]
    assert columns.labels_of(headers, ["row.label", "person.phone", "person.phone"]) == {1: 0}
