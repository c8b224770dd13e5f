"""Scripts that our own faces lack: words look as another program draws them from the same file."""

from contextlib import closing

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFont, ImageOps, ImageStat

from coalition_app.documents import fonts
from coalition_app.documents.worker import faces
from tests import face_index
from tests.documents.test_pictures import only_ink, set_in

# Each word is drawn by one file: joined, stacked and reordered as its script wants it.
WORDS = {
    "Arabic": "محمدعبدالرحمن",
    "Urdu": "ٹھیکسڑک",
    "Hebrew": "רחלכהן",
    "Assyrian": "ܐܬܘܪܝܐ",
    "Hindi": "क्षितिज",
    "Bengali": "রহমান",
    "Tamil": "தமிழ்ச்செல்வி",
    "Telugu": "శ్రీనివాస",
    "Kannada": "ಕೃಷ್ಣ",
    "Malayalam": "കൃഷ്ണൻ",
    "Sinhala": "ශ්‍රී",
    "Gujarati": "ગુજરાતી",
    "Punjabi": "ਗੁਰਪ੍ਰੀਤ",
    "Thai": "สมชายใจดี",
    "Lao": "ສົມພອນ",
    "Khmer": "សុខា",
    "Burmese": "အောင်ဆန်း",
    "Armenian": "Խաչատրյան",
    "Georgian": "გიორგი",
    "Amharic": "አበበቢቂላ",
    "Cherokee": "ᏣᎳᎩ",
    "Chinese": "王",
    "Traditional Chinese": "龍",
    "Japanese": "さくら",
    "Korean": "김",
    "Symbols": "★",
    "Emoji": "🎉",
    "Hausa": "Ɓ",
}
POINTS, SCALE = 40, 6  # of the type; dots to a point
ALIKE = 0.1  # of all ink: how much may lie elsewhere, at the edges that two programs draw
PAGE = '<html lang="en"><title>x</title>{}'
LINE = '<p style="break-after: page; font-size: 40pt; line-height: 3; text-align: left">{}</p>'


@pytest.fixture(scope="module")
def printed(printer) -> dict[str, Image.Image]:
    """Each word alone on a page, as the page shows it."""
    pdf = printer.pdf(PAGE.format("".join(map(LINE.format, WORDS.values()))))
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return dict(zip(WORDS, map(enlarged, document), strict=False))


def enlarged(page: pypdfium2.PdfPage) -> Image.Image:
    """What is on it."""
    whole = ImageOps.invert(page.render(grayscale=True).to_pil())
    left, top, right, bottom = whole.getbbox()
    around = (left, whole.height - bottom, whole.width - right, top)
    crop = [edge - 2 for edge in around]
    shown = page.render(scale=SCALE, crop=crop, grayscale=True).to_pil()
    return only_ink(ImageOps.autocontrast(shown))


def drawn(word: str) -> Image.Image:
    """The word as shaped and set by another program, in the face that is there for it."""
    file = faces.FOLDER / faces.file_of(word[0])
    return only_ink(set_in(ImageFont.truetype(file, POINTS * SCALE), word))


def misplaced(one: Image.Image, other: Image.Image) -> float:
    """How much of the ink of two pictures does not fall together, as a part of the first's."""
    between = ImageChops.difference(one, other.resize(one.size))
    return ImageStat.Stat(between).sum[0] / ImageStat.Stat(ImageOps.invert(one)).sum[0]


@pytest.mark.parametrize("language", WORDS)
def test_words_look_as_their_script_wants_it(printed, language):
    assert misplaced(printed[language], drawn(WORDS[language])) < ALIKE


@pytest.mark.parametrize(
    ("language", "wrong"),
    [("Arabic", "محمودعبدالرحيم"), ("Hindi", "क्षितीज"), ("Chinese", "玉"), ("Korean", "감")],
)
def test_the_comparison_sees_a_wrong_letter(printed, language, wrong):
    assert misplaced(printed[language], drawn(wrong)) > ALIKE


def test_the_index_names_every_file_and_what_it_draws():
    lines = (faces.FOLDER / faces.INDEX).read_text("ascii").splitlines()
    files = {line.split()[0] for line in lines}
    shipped = {each.name for each in faces.FOLDER.iterdir() if each.suffix in (".ttf", ".woff2")}
    assert files == shipped
    own = set().union(*map(face_index.characters, fonts.FOLDER.glob("*.ttf")))
    of_each = {point: faces.file_of(chr(point)) for point in range(0x11000)}
    for name in ("NotoSansHebrew_400Regular.ttf", "noto-sans-kr-118-400-normal.woff2"):
        there_for = {point for point, file in of_each.items() if file == name}
        assert there_for
        assert there_for <= face_index.characters(faces.FOLDER / name) - own
