"""The union reports are read strictly; what they say is told in readable words."""

import pytest

from coalition_app.lib import olms_words
from coalition_app.lib.registry_files import RegistryReader
from coalition_app.lib.registry_record import WrongFile
from tests.registries import harbor


@pytest.fixture
def records(tmp_path):
    return {record.number: record for record in read(harbor.unions_in(tmp_path))}


def read(file) -> list:
    return list(RegistryReader(file).records())


def problem(file) -> WrongFile:
    with pytest.raises(WrongFile) as raised:
        read(file)
    return raised.value


def test_a_local_reads_like_its_name(records):
    local = records[900555]
    assert (local.name, local.chapter) == ("CWA Local 555", "")
    assert (local.members, local.part, local.filed[:10]) == (1250, "2025", "2025-05-02")
    assert (local.kind, local.union, local.local_number, local.income) == ("labor", "CWA", 555, 5)
    assert local.parent_name == "Communications Workers AFL-CIO"
    assert "telephone" in local.also


@pytest.mark.parametrize(
    ("number", "name", "chapter"),
    [
        (900777, "AFSCME Local 777", "East Harbor"),
        (900001, "Harbor Valley Building and Construction Trades Council", ""),
        (900002, "Stevedores of Harbor State", "Local 9"),
        (900003, "NALC Branch 1747", "Harbor Valley"),
        (900004, "Auto Workers AFL-CIO", ""),
    ],
)
def test_names_are_readable(records, number, name, chapter):
    assert (records[number].name, records[number].chapter) == (name, chapter)


def test_who_gets_the_mail_is_a_person_or_nobody(records):
    assert records[900555].contact == "Sam Okafor"
    assert records[900777].contact == ""
    assert records[900001].contact == "Pilar O'Hara"


def test_addresses_are_readable(records):
    assert records[900555].street == "40 Exchange Street"
    assert records[900555].postal_code == "00501-2211"
    assert records[900777].street == "1 Pier Road, Suite 2"
    assert records[900003].street == "PO Box 9"
    assert records[900001].postal_code == "00501"


def test_what_is_not_told_is_not_guessed(records):
    assert records[900003].members is None
    assert records[900555].since is None
    assert records[900777].since == 1981
    assert (records[900002].parent, records[900002].has_ended) == ("", True)


def test_only_headquarters_are_national(records):
    assert (records[900004].scope, records[900555].scope) == ("national", "local")


def test_a_designation_that_nobody_explained_stays_as_it_is():
    assert olms_words.designation({"DESIG_NAME": "XYZ"}) == "XYZ"


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("|900777|", "|9007x7|", "a file number"),
        ("|310|", "|many|", "a number of members"),
        ("|CT|00503|2025|", "|Conn|00503|2025|", "a state"),
        ("|2025|LM-3", "|25|LM-3", "a year"),
        ("|2025-04-01 09:00:00.0|AFSCME", "|April|AFSCME", "a date"),
        ("STATE COUNTY AND MUNI EMPLS AFL-CIO", " ", "a name"),
    ],
)
def test_a_wrong_value_is_named_with_its_line(tmp_path, right, wrong, expected):
    file = harbor.unions_in(tmp_path)
    lines = file.read_text().splitlines()
    assert right in lines[3]
    lines[3] = lines[3].replace(right, wrong, 1)
    file.write_text("\n".join(lines))
    assert problem(file).line == 4
    assert expected in problem(file).expected


def test_a_row_that_was_cut_off_is_named(tmp_path):
    file = harbor.unions_in(tmp_path)
    whole = file.read_text()
    file.write_text(whole[: whole.index("900777")])
    assert problem(file).line == 4
    assert "Expected 20 values" in str(problem(file))


def test_a_column_that_is_missing_is_named(tmp_path):
    file = harbor.unions_in(tmp_path)
    file.write_text(file.read_text().replace("MEMBERS|", "", 1))
    assert "Line 1: the column MEMBERS is missing" in str(problem(file))


def test_a_header_alone_is_refused(tmp_path):
    file = harbor.unions_in(tmp_path, leave_out=7)
    assert "no union after the header" in str(problem(file))
