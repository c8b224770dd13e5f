"""The prep packet as a reader gets it."""

import re

import pytest

from coalition_app.documents.measures import LARGE
from coalition_app.documents.notes import notes_pages
from coalition_app.documents.packet_options import PacketOptions
from coalition_app.documents.packet_parts import Call, Party, Remark, Room, Track
from tests.documents import reading, samples

SCRIPT = "Hello, my name is Dori James from CWA Local 555."


@pytest.fixture
def packet(paper):
    """Prints a packet with some of its words changed."""
    return lambda **changes: samples.packet_sheet(**changes).pdf()


@pytest.fixture
def only(packet):
    """Prints a packet of a heading and what is named."""
    return lambda **parts: packet(**{**samples.BARE, **parts})


def test_the_usual_packet_is_a_page_to_read_one_of_people_and_two_to_write_on(packet):
    assert len(reading.pages(packet())) == 4
    assert reading.page_sizes(packet()) == {reading.LETTER}


def test_it_says_what_it_is_and_in_which_language(packet):
    reader = reading.read(packet())
    assert reader.metadata.title == f"Prep packet: {samples.LEAGUE}, Thursday, March 19, 5:30 pm"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_all_its_fonts_are_ours_and_embedded(packet):
    fonts = reading.fonts(packet())
    assert len(fonts) >= 4
    assert all(fonts.values())
    assert all(name.startswith(("Public-Sans", "Source-Serif-4")) for name in fonts)


def test_page_one_leads_with_what_was_prepared(packet):
    words = reading.text(packet(), 0)
    order = [
        "Harbor Valley Civil Rights League",
        "Thursday, March 19, 5:30 pm",
        "HOW WE OPEN",
        "Ask about the fair hiring ordinance",
        "HOW WE PRESENT OURSELVES",
        "WHY TOGETHER",
        "OUR RECENT CAMPAIGNS",
        "HOW WE MIGHT WORK TOGETHER",
        "THE NEXT STEP WE WANT",
        "WHO THEY ARE",
        "HOW WE KNOW THEM",
        "OPEN COMMITMENTS",
        "We will Flyer for the May forum",
        "They will Precinct volunteer list",
        "WE CAN OFFER",
        "WHAT HAPPENED SO FAR",
    ]
    assert [words.find(each) >= 0 for each in order] == [True] * len(order)
    assert sorted(order, key=words.index) == order


def test_the_pages_to_write_on_repeat_the_questions_with_the_numbers_of_the_screen(packet):
    pdf = packet()
    words = reading.text(pdf, 2) + " " + reading.text(pdf, 3)
    for number, question in enumerate(samples.QUESTIONS, 1):
        assert f"{number} {question}" in words
    for place in ("We will", "They will", "Who was there", "Next conversation", "Who comes along"):
        assert place in words


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (6, 2), (9, 2), (14, 3)])
def test_any_number_of_questions_fills_its_pages_well(packet, count, expected):
    questions = tuple(f"Question {number}, which is asked?" for number in range(1, count + 1))
    pdf = packet(**samples.NOTHING, notes=notes_pages(questions))
    pages = range(1, len(reading.pages(pdf)))
    assert len(pages) == expected
    for page in pages:
        bottom = reading.ink(reading.picture(pdf, page).crop((0, 0, 1224, int(10.3 * 144))))[3]
        assert bottom > 9.6


def test_every_page_says_whose_it_is_and_how_many_there_are(packet):
    pdf = packet()
    for page in range(4):
        assert f"Local 555 · {samples.LEAGUE} · March 19, 2026" in reading.text(pdf, page)
        assert f"{page + 1} of 4" in reading.text(pdf, page)


def test_the_track_says_where_they_stand_without_color(packet):
    words = reading.text(packet(), 0)
    assert "1 Identify Mar 3" in words
    assert "3 Ask HQ not needed" in words
    assert "5 Prepare meets Thu" in words


def test_check_marks_have_words_for_those_who_cannot_see_them(packet):
    figures = [node for tag, node in reading.tags(packet()) if tag == "/Figure"]
    assert [str(node["/Alt"]) for node in figures] == ["done"] * 3


def test_its_tags_know_headings_lists_and_table_headers(packet):
    tags = [tag for tag, _ in reading.tags(packet())]
    assert tags.count("/H1") == 1
    assert {"/H2", "/H3", "/L", "/LI", "/Table", "/TH", "/TD"} <= set(tags)
    cells = [node for tag, node in reading.tags(packet()) if tag == "/TD"]
    assert all(len(node["/A"]["/Headers"]) == 1 for node in cells)


def test_an_unanswered_question_is_printed_with_room_to_write(only):
    answers = ("", *samples.ANSWERS[1:])
    words = reading.text(only(prepared=samples.prepared(answers)), 0)
    assert "HOW WE OPEN What questions do we have for them, and how do we open?" in words


def test_a_packet_of_nothing_is_still_a_packet(packet):
    pdf = packet(**samples.NOTHING)
    assert len(reading.pages(pdf)) == 3
    assert "not set yet" in reading.text(pdf, 0)


def test_a_call_brings_its_script_along(packet, only):
    numbers = (Remark("Elena Díaz, secretary", "203 555 0142"),)
    words = reading.text(only(call=Call(SCRIPT, numbers, "2,400 members.")), 1)
    order = ["What to say on the phone", "203 555 0142", SCRIPT, "2,400 members.", "Call again on"]
    assert sorted(order, key=words.index) == order
    assert "on the phone" not in reading.text(packet())


def test_the_people_sheet_says_what_we_know_of_each(packet):
    words = reading.text(packet(), 1)
    order = [
        "Who will be there",
        "Elena Díaz (Ellie) she/her",
        "secretary · 203 555 0142",
        "Rosa Díaz sibling of Ellie.",
        "Last talk Mar 12, call with Rosa Díaz.",
        "Local 555",
        "Sam Okafor",
        "Also there",
    ]
    assert sorted(order, key=words.index) == order


def test_forty_people_are_each_named_on_full_pages(only):
    theirs = (Party(samples.LEAGUE, samples.people(40)),)
    pdf = only(theirs=theirs, room=Room())
    words = reading.text(pdf)
    assert all(f"{person.name} member · {person.phone}" in words for person in theirs[0].people)
    assert len(reading.pages(pdf)) <= 4


def test_forty_commitments_move_to_a_table(only):
    words = reading.text(only(promises=samples.promises(40)))
    assert "40 are open, listed below." in words
    assert all(f"Promise number {number} Dori James Fri" in words for number in range(40))


def test_a_name_of_ninety_characters_stays_on_the_paper(packet):
    name = samples.LONG_NAME
    pdf = packet(
        organization=name,
        contact=f"{name} Esquire, executive director",
        footer=f"Local 555 · {name} · March 19, 2026",
        theirs=(Party(name, samples.people(2)),),
        notes=notes_pages(samples.QUESTIONS[:1]),
    )
    for page in range(len(reading.pages(pdf))):
        left, _, right, bottom = reading.ink(reading.picture(pdf, page))
        assert left > 0.7
        assert right < 7.8
        assert bottom < 10.8
    assert name in reading.text(pdf, 0)


def test_several_organizations_each_have_a_track(only):
    names = (samples.LEAGUE, "Green Rivers Alliance")
    pdf = only(
        organization=", ".join(names), tracks=tuple(Track(name, samples.steps()) for name in names)
    )
    assert reading.text(pdf, 0).count("5 Prepare") == 2


@pytest.mark.parametrize("lines", [6, 8, 17, 19])
def test_no_page_ends_with_a_heading_and_none_is_nearly_empty(packet, lines):
    answers = ["The call-center jobs bill won committee. " * lines] * 6
    pdf = packet(prepared=samples.prepared(answers), theirs=(), ours=None, notes=())
    pages = range(len(reading.pages(pdf)))
    for page in pages:
        above_the_footer = [line for line in reading.lines(pdf, page) if line.y < 10.3]
        lowest = max(above_the_footer, key=lambda line: line.y)
        assert not is_heading(lowest.words)
    assert lowest.y > 2


def is_heading(words: str) -> bool:
    return bool(re.fullmatch(r"[A-Z ]{5,}", words))


def test_it_reads_in_gray(packet):
    """Done, now, ahead and not needed differ in how much ink they take, not in hue alone."""
    shown = reading.picture(packet(), 0, dots=288)
    names = {line.words: line for line in reading.lines(packet(), 0)}
    darkness = {}
    for words in ("1 Identify", "3 Ask HQ", "5 Prepare", "6 Meet"):
        line = names[words]
        left, top = int(line.x * 288), int((line.y - 0.29) * 288)
        bar = shown.crop((left, top, left + 100, top + 40))
        darkness[words] = sum(255 - gray for gray in bar.tobytes()) / (100 * 40)
    assert darkness["1 Identify"] > darkness["5 Prepare"] > darkness["6 Meet"]
    assert darkness["6 Meet"] > darkness["3 Ask HQ"] > 0


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (("notes",), ["Meeting notes", "6 Are there"]),
        (("people", "notes"), ["Who will be there", "Meeting notes", "6 Are there"]),
        (("history",), ["WHAT HAPPENED SO FAR"]),
    ],
)
def test_whatever_pages_are_wanted_the_first_one_has_the_heading(packet, pages, expected):
    sheet = {"history": "history", "people": "theirs", "notes": "notes"}
    left_out = {field: () for page, field in sheet.items() if page not in pages}
    ours = {} if "people" in pages else {"ours": None}
    pdf = packet(options=PacketOptions(pages), **left_out, **ours)
    assert len(reading.pages(pdf)) == len(expected)
    assert all(words in reading.text(pdf, page) for page, words in enumerate(expected))
    assert [tag for tag, _ in reading.tags(pdf)].count("/H1") == 1


def test_on_both_sides_the_pages_to_write_on_begin_on_a_front(only):
    both = {"options": PacketOptions(two_sided=True), "notes": notes_pages(samples.QUESTIONS[:1])}
    people = {"theirs": (Party(samples.LEAGUE, samples.people(1)),)}
    assert "Meeting notes" in reading.text(only(**both, **people), 2)
    pdf = only(**both)
    assert reading.text(pdf, 1) == ""
    assert "Meeting notes" in reading.text(pdf, 2)


def test_large_print_has_nothing_under_fourteen_points_and_wider_lines(packet):
    pdf = packet(options=PacketOptions(large=True), notes=notes_pages(samples.QUESTIONS, LARGE))
    assert min(reading.sizes(pdf)) >= 14
    assert samples.QUESTIONS[-1] in reading.text(pdf)
    for page in range(len(reading.pages(pdf))):
        left, _, right, bottom = reading.ink(reading.picture(pdf, page))
        assert left > 0.7
        assert right < 7.8
        assert bottom < 10.8


def test_the_pages_to_write_on_in_large_print_are_full_and_none_runs_over(packet):
    pdf = packet(
        **samples.NOTHING,
        options=PacketOptions(("notes",), large=True),
        notes=notes_pages(samples.QUESTIONS, LARGE),
    )
    assert len(reading.pages(pdf)) == len(notes_pages(samples.QUESTIONS, LARGE))
