"""Names as they look on paper. Text taken from a PDF may be right while the letters are wrong.

Each letter of the page is cut out as the page's picture shows it, and laid over the same letter
drawn from the shipped file by another program.
"""

from contextlib import closing
from functools import cache
from math import ceil

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageOps, ImageStat

from coalition_app.documents import fonts
from tests.documents import samples

SEMIBOLD = "SourceSerif4_600SemiBold.ttf"
SCALE = 16  # dots to a point
NAMES = {
    "Polish": ("Łódź Żółć Świętosława Gęśla", fonts.SANS),
    "Spanish": ("Ñúñez Agüero Peña Íñigo", fonts.SANS),
    "Vietnamese": ("Nguyễn Đặng Thị Ước Phạm", fonts.SANS),
    "Turkish": ("İbrahim Işık Çağlayan Şükrü", fonts.SANS),
    "Greek": ("Ελένη Παπαδοπούλου Ψαρρός", fonts.SERIF),
    "Russian": ("Дмитрий Щербаков Юлия", fonts.SERIF),
}
DARK = [255 if gray < 128 else 0 for gray in range(256)]
ALIKE = 14  # of 255: mean difference, at most, of the same letter from two programs


class Letterhead:
    """The upper third of a letter that says `words` three times: head, address, salutation."""

    def __init__(self, words: str):
        self.words = words
        pdf = samples.letter_sheet(
            sender=words, sender_lines=(), address=(words,), salutation=words, addressee="-"
        ).pdf()
        with closing(pypdfium2.PdfDocument(pdf)) as document:
            page = document[0]
            text = page.get_textpage()
            search = text.search(words, match_case=True)
            starts = [search.get_next()[0] for _ in range(3)]
            self.places = [self._letters(page, text, start) for start in starts]

    def _letters(self, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, start: int):
        """Each letter of the words that begin there, as the page shows it."""
        boxes = [text.get_charbox(start + place) for place in range(len(self.words))]
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        left, top = int(min(lefts)), ceil(max(tops))
        below, beside = int(min(bottoms)), int(page.get_width()) - ceil(max(rights))
        crop = (left, below, beside, int(page.get_height()) - top)
        shown = page.render(scale=SCALE, crop=crop, grayscale=True).to_pil()
        shown = ImageOps.autocontrast(shown)
        letters = {}
        for letter, box in zip(self.words, boxes, strict=True):
            edges = (box[0] - left, top - box[3], box[2] - left, top - box[1])
            if letter != " ":
                letters[letter] = only_ink(shown.crop([round(edge * SCALE) for edge in edges]))
        return letters


def only_ink(image: Image.Image) -> Image.Image:
    return image.crop(image.point(DARK).getbbox())


@cache
def drawn(letter: str, face: str) -> Image.Image:
    return only_ink(set_in(large(face), letter))


@cache
def large(face: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(fonts.FOLDER / face, 300)


def set_in(face: ImageFont.FreeTypeFont, words: str) -> Image.Image:
    """Black on white, with next to nothing around it."""
    left, top, right, bottom = face.getbbox(words)
    image = Image.new("L", (ceil(right - left), ceil(bottom - top)), 255)
    ImageDraw.Draw(image).text((-left, -top), words, font=face, fill=0)
    return image


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of two pictures laid over each other, of 255; another shape is 255."""
    wide, tall = one.width / one.height, other.width / other.height
    if max(wide, tall) / min(wide, tall) > 1.3:
        return 255
    between = ImageChops.difference(one.resize((64, 64)), other.resize((64, 64)))
    return ImageStat.Stat(between).mean[0]


@pytest.mark.parametrize("language", NAMES)
def test_names_look_as_their_letters_do(paper, language):
    name, sans = NAMES[language]
    page = Letterhead(name)
    for letters, face in zip(page.places, (SEMIBOLD, sans, fonts.SERIF), strict=True):
        for letter, cut in letters.items():
            assert difference(cut, drawn(letter, face)) < ALIKE, (letter, face)


MISTAKES = ("ŁĹ", "óö", "ıi", "ễế", "źž", "şç", "ĞG", "λχ", "ΨΦ", "щш", "йи")  # right, wrong


def test_the_comparison_sees_a_wrong_letter(paper):
    letters = Letterhead("".join(right for right, _ in MISTAKES)).places[2]
    for right, wrong in MISTAKES:
        assert difference(letters[right], drawn(right, fonts.SERIF)) < ALIKE
        assert difference(letters[right], drawn(wrong, fonts.SERIF)) > ALIKE, (right, wrong)
