"""A registry's file is recognized by what it holds, however it was saved."""

import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition_app.lib.registry_files import RegistryReader
from coalition_app.lib.registry_record import IRS, OLMS, WrongFile
from coalition_app.lib.registry_text import LONGEST_LINE
from tests.registries import harbor


def read(file) -> list:
    return list(RegistryReader(file).records())


def problem(file) -> WrongFile:
    with pytest.raises(WrongFile) as raised:
        read(file)
    return raised.value


def written(tmp_path, content: bytes):
    file = tmp_path / "download"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    ("make", "source", "rows"), [(harbor.file_in, IRS, 10), (harbor.unions_in, OLMS, 7)]
)
def test_the_name_of_the_file_does_not_matter(tmp_path, make, source, rows):
    file = make(tmp_path).rename(tmp_path / "picture.png")
    reader = RegistryReader(file)
    records = list(reader.records())
    assert [record.source for record in records] == [source] * rows
    assert reader.lines_count == rows + 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("make", [harbor.file_in, harbor.unions_in])
def test_it_is_read_however_it_was_saved(tmp_path, make, encoding):
    file = make(tmp_path)
    text = file.read_text("utf-8").replace("OKAFOR", "ØKAFOR")
    contacts = [record.contact for record in read(written(tmp_path, text.encode(encoding)))]
    assert "Sam Økafor" in contacts


def test_an_empty_file_is_refused(tmp_path):
    assert "Line 1: the file is empty" in str(problem(written(tmp_path, b"")))


def test_a_picture_is_refused(tmp_path):
    wrong = problem(written(tmp_path, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe"))
    assert wrong.line == 3
    assert "no text" in str(wrong)


def test_an_archive_wants_unpacking(tmp_path):
    file = tmp_path / "lm_data.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.write(harbor.unions_in(tmp_path), "lm_data_data_2025.txt")
    assert "unpack it first" in str(problem(file))


def test_another_format_is_refused_with_how_it_begins(tmp_path):
    wrong = problem(written(tmp_path, b"Name,City\nHarbor,East Harbor\n"))
    assert "it begins with \u201cName,City\u201d" in str(wrong)
    assert "eo_ct.csv" in wrong.expected


def test_another_table_of_the_union_reports_is_named(tmp_path):
    wrong = problem(written(tmp_path, b"OID|ACCT_TYPE|RPT_ID|AMOUNT\n1|2|3|4\n"))
    assert "another table of the union reports" in str(wrong)


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_other_separators_are_named(tmp_path, separator):
    text = harbor.file_in(tmp_path).read_text("utf-8").replace(",", separator)
    wrong = problem(written(tmp_path, text.encode()))
    assert wrong.line == 1
    assert "separated by" in wrong.found


def test_bars_that_became_commas_are_named(tmp_path):
    text = harbor.unions_in(tmp_path).read_text("latin-1").replace("|", ",")
    wrong = problem(written(tmp_path, text.encode()))
    assert "separated by something else than bars" in str(wrong)


def test_half_a_wide_file_ends_within_a_letter(tmp_path):
    text = harbor.file_in(tmp_path).read_text("utf-8")
    wrong = problem(written(tmp_path, text.encode("utf-16")[:-201]))
    assert wrong.line == 11


def test_a_line_without_end_is_not_read_into_memory(tmp_path):
    header = harbor.file_in(tmp_path).read_bytes().splitlines(keepends=True)[0]
    wrong = problem(written(tmp_path, header + b"x" * (LONGEST_LINE + 10)))
    assert (wrong.line, "100,000" in wrong.found) == (2, True)


def test_zeros_in_the_middle_are_named_with_their_line(tmp_path):
    lines = harbor.file_in(tmp_path).read_bytes().splitlines(keepends=True)
    lines[4] = b"\0" * len(lines[4]) + b"\n"
    assert problem(written(tmp_path, b"".join(lines))).line == 5


@given(st.binary(max_size=400))
def test_whatever_the_bytes_are_the_answer_is_a_line(tmp_path_factory, content):
    assert problem(written(tmp_path_factory.mktemp("any"), content)).line >= 1


@given(st.lists(st.sampled_from('ABCÉ|,;\\t"\n\r 0123456789-\x85\u2028'), max_size=300))
def test_whatever_stands_below_the_header_is_read_or_named(tmp_path_factory, letters):
    folder = tmp_path_factory.mktemp("any")
    for file in (harbor.file_in(folder), harbor.unions_in(folder)):
        with file.open("a", encoding="utf-8", newline="") as opened:
            opened.write("".join(letters))
        with suppress(WrongFile):
            read(file)
