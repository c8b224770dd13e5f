"""Simple formatting that is kept as text."""

import pytest

from coalition_app.lib.simple_text import blocks, plain, runs


def shown(line: str) -> str:
    """<b> and <i> around what is bold and italic."""
    made = ""
    for run in runs(line):
        text = f"<i>{run.text}</i>" if run.is_italic else run.text
        made += f"<b>{text}</b>" if run.is_bold else text
    return made


@pytest.mark.parametrize(
    ("line", "looks"),
    [
        ("**bold** and *italic*", "<b>bold</b> and <i>italic</i>"),
        ("***both***", "<b><i>both</i></b>"),
        ("**a *b* c**", "<b>a </b><b><i>b</i></b><b> c</b>"),
        ("(**a**, *b*)", "(<b>a</b>, <i>b</i>)"),
        ("2 * 3 * 4 and 2*3*4", "2 * 3 * 4 and 2*3*4"),
        ("a ** b **", "a ** b **"),
        ("**not closed", "**not closed"),
        ("not opened**", "not opened**"),
        ("*****", "*****"),
        ("", ""),
        ("<b>&amp;", "<b>&amp;"),
    ],
)
def test_stars_around_words_change_their_looks(line, looks):
    assert shown(line) == looks


def test_blank_lines_part_paragraphs_and_dashes_make_lists():
    first, lead, items, after = blocks("One\nline two\n\n\nWe will:\n- **a**\n- b\nafter")
    assert [len(each.lines) for each in (first, lead, items, after)] == [2, 1, 2, 1]
    assert [each.is_list for each in (first, lead, items, after)] == [False, False, True, False]
    assert items.lines[0][0].text == "a"
    assert items.lines[0][0].is_bold


def test_an_email_has_the_words_alone():
    assert plain("**Hi** *you*.\n\n- a * b\n- **c**") == "Hi you.\n\n- a * b\n- c"


def test_a_line_of_stars_alone_is_read_in_no_time():
    assert runs("** " * 7000)
    assert runs("**a" * 7000)
