"""The IRS file is read strictly; what it says is told in plain words."""

import pytest

from coalition_app.lib import irs_words
from coalition_app.lib.registry_files import RegistryReader
from coalition_app.lib.registry_record import WrongFile
from coalition_app.models import FIELDS, KINDS, SCOPES
from tests.registries import harbor


@pytest.fixture
def records(tmp_path):
    return {str(record.number % 100): record for record in read(harbor.file_in(tmp_path))}


def read(file) -> list:
    return list(RegistryReader(file).records())


def problem(file) -> WrongFile:
    with pytest.raises(WrongFile) as raised:
        read(file)
    return raised.value


def lines_of(file) -> list[str]:
    return file.read_text("utf-8").splitlines()


def test_a_record_reads_like_words(records):
    chapter = records["1"]
    assert chapter.name == "Harbor Valley NAACP Inc"
    assert chapter.contact == "Ruth Abara, treasurer"
    assert (chapter.kind, chapter.field, chapter.scope) == ("community", "civil rights", "local")
    assert (chapter.tax_status, chapter.since) == ("501(c)(4) civic league", 1948)
    assert chapter.money == "income over $100,000"
    assert chapter.postal_code == "00501"


def test_the_second_line_is_the_chapter(records):
    assert records["2"].chapter == "Local 555 CWA"
    assert records["9"].chapter == "Post 1747"


def test_a_second_line_that_was_cut_says_so_and_is_found_by_the_whole_word(records):
    assert records["3"].chapter == "Greater Harbor Valley Area Labor Fe…"
    assert "FEDERATION" in records["3"].also


def test_initials_are_searched(records):
    assert "ACLU" in records["7"].also


def test_a_union_is_labor_and_a_farm_bureau_is_not(records):
    assert (records["2"].kind, records["2"].tax_status) == ("labor", "501(c)(5) union")
    assert (records["6"].kind, records["6"].field) == ("community", "food")
    assert records["6"].tax_status == "501(c)(5) labor or farm organization"


@pytest.mark.parametrize(
    ("ein", "field"),
    [("4", "housing"), ("5", "faith"), ("8", "civil rights"), ("9", "veterans")],
)
def test_the_field_is_guessed(records, ein, field):
    assert records[ein].field == field


@pytest.mark.parametrize(
    ("in_care_of", "expected"),
    [
        ("% DELIA MARSH", "Delia Marsh"),
        ("% TOM BRIGGS SECY TREAS", "Tom Briggs, secretary-treasurer"),
        ("% ANA RUIZ - PRESIDENT", "Ana Ruiz, president"),
        ("% SECRETARY TREASURER", "Secretary Treasurer"),
        ("% C/O LENA NOVAK", "Lena Novak"),
        ("%", ""),
        ("", ""),
    ],
)
def test_a_listed_contact_has_a_title(in_care_of, expected):
    assert irs_words.listed_contact(in_care_of) == expected


def test_a_ruling_that_nobody_knows_is_no_year(records):
    assert records["10"].since is None
    assert records["10"].tax_status == "501(c)(3) private foundation"


def test_every_guess_is_one_that_an_organization_takes(records):
    for record in records.values():
        assert record.kind in KINDS
        assert record.field in FIELDS
        assert record.scope in ("", *SCOPES)


def test_a_column_that_is_missing_is_named(tmp_path):
    file = harbor.file_in(tmp_path)
    file.write_text(file.read_text("utf-8").replace("NTEE_CD,", ""), "utf-8")
    assert "Line 1: the column NTEE_CD is missing" in str(problem(file))


def test_columns_in_another_order_are_refused(tmp_path):
    file = harbor.file_in(tmp_path)
    file.write_text(file.read_text("utf-8").replace("EIN,NAME", "NAME,EIN"), "utf-8")
    assert "another order" in str(problem(file))


def test_a_row_that_was_cut_off_is_named(tmp_path):
    file = harbor.file_in(tmp_path)
    whole = file.read_text("utf-8")
    file.write_text(whole[: whole.index("010000004") + 40], "utf-8")
    assert problem(file).line == 5
    assert "Expected 28 values" in str(problem(file))


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("010000002", "10000002", "an EIN of nine digits"),
        ("COMMUNICATION WORKERS OF AMERICA", " ", "a name"),
        ("194108", "Aug 1941", "a ruling month"),
        (",05,", ",501c5,", "a subsection"),
    ],
)
def test_a_wrong_value_is_named_with_its_line(tmp_path, right, wrong, expected):
    file = harbor.file_in(tmp_path)
    lines = lines_of(file)
    lines[2] = lines[2].replace(right, wrong, 1)
    file.write_text("\r\n".join(lines), "utf-8")
    assert problem(file).line == 3
    assert expected in problem(file).expected


def test_a_header_alone_is_refused(tmp_path):
    file = tmp_path / "eo_ct.csv"
    file.write_text(lines_of(harbor.file_in(tmp_path))[0] + "\n")
    assert "no organization after the header" in str(problem(file))


def test_a_quotation_mark_that_never_ends_is_refused(tmp_path):
    file = harbor.file_in(tmp_path)
    file.write_text(file.read_text("utf-8").replace("HARBOR VALLEY NAACP", '"HARBOR'), "utf-8")
    assert problem(file).line >= 2


@pytest.mark.parametrize(
    ("sort_name", "number"),
    [
        ("1298 LOCAL CWA CUTW", 1298),
        ("L0042 AFSCME", 42),
        ("4-00753 LOCAL", 753),
        ("NEW HAVEN", None),
        ("", None),
    ],
)
def test_the_number_of_a_local_is_known(sort_name, number):
    assert irs_words.local_number(sort_name) == number


def test_a_chapter_knows_its_parent_and_a_union_whose_it_is(records):
    cwa = records["2"]
    assert (cwa.parent, cwa.union, cwa.local_number) == ("", "CWA", 555)
    assert "telephone" in cwa.also


def test_a_zero_that_a_spreadsheet_dropped_is_explained(tmp_path):
    file = harbor.file_in(tmp_path)
    file.write_text(file.read_text("utf-8").replace("010000002", "10000002"), "utf-8")
    assert "spreadsheet programs drop leading zeros" in str(problem(file))
