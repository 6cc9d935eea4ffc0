"""The pages of a PDF as pictures, and the place of each character of the text on them."""

import io
import re
import unicodedata
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from skillgap import documents
from skillgap.documents import pdf_pictures, pdfium_pictures, sandbox
from skillgap.errors import DocumentError
from skillgap.model.facsimile import Facsimile, PageBox, PlacedWord

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.pdf"))
WORD = re.compile(r"[^\W\d_]{4,}")


def pdf(draw, size=(595, 842)):
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def two_lines(canvas):
    canvas.setFont("Helvetica", 14)
    canvas.drawString(120, 600, "Kept five routers running at school")
    canvas.drawString(320, 250, "Python and Linux every single day")


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_every_character_of_the_text_has_one_place(path):
    data = path.read_bytes()
    text = documents.read(data, path.name).text

    found = pdf_pictures.draw(data, path.name)

    placed = [word.start + number for word in found.words for number in range(len(word.edges) - 1)]
    assert placed == [number for number, character in enumerate(text) if not character.isspace()]
    assert all(0 <= edge <= found.pages[word.page - 1].width for word in found.words for edge in word.edges)
    assert all(0 <= word.top < word.bottom <= found.pages[word.page - 1].height for word in found.words)


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_another_engine_finds_the_same_letters_in_the_box_of_a_word(path):
    data = path.read_bytes()
    text = documents.read(data, path.name).text
    found = pdf_pictures.draw(data, path.name)
    with pdfplumber.open(path) as opened:
        letters = [page.chars for page in opened.pages]

    right = wrong = 0
    for match in WORD.finditer(text):
        seen = "".join(written(letters[box.page - 1], box) for box in found.boxes(*match.span()))
        right += seen.replace("-", "") == match.group()
        wrong += seen.replace("-", "") != match.group()

    assert right > 30
    assert wrong <= 0.02 * right


def written(letters, box):
    """The letters of a page whose middle stands in a box, from left to right."""
    inside = [
        letter
        for letter in letters
        if box.left < (letter["x0"] + letter["x1"]) / 2 < box.right
        and box.top < (letter["top"] + letter["bottom"]) / 2 < box.bottom
    ]
    joined = "".join(letter["text"] for letter in sorted(inside, key=lambda letter: letter["x0"]))
    return unicodedata.normalize("NFKC", joined).replace("\u2010", "-").replace(" ", "")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (60, 100, 560, 780)], ids=["whole", "cropped"])
def test_all_ink_of_a_turned_or_cropped_page_stands_in_the_boxes_of_its_words(turn, crop):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(two_lines))))
    writer.pages[0].rotate(turn)
    if crop:
        writer.pages[0].cropbox.lower_left, writer.pages[0].cropbox.upper_right = crop[:2], crop[2:]
    target = io.BytesIO()
    writer.write(target)

    found = pdf_pictures.draw(target.getvalue(), "a.pdf")

    (page,) = found.pages
    shown = Image.open(io.BytesIO(page.image)).convert("L")
    scale = shown.width / page.width
    assert shown.height / page.height == pytest.approx(scale, rel=0.01)
    assert min(shown.get_flattened_data()) < 100
    for word in found.words:
        box = [edge * scale for edge in (word.edges[0], word.top, word.edges[-1], word.bottom)]
        area = [round(box[0]) - 3, round(box[1]) - 3, round(box[2]) + 3, round(box[3]) + 3]
        assert min(shown.crop(area).get_flattened_data()) < 100
        shown.paste(255, area)
    assert min(shown.get_flattened_data()) > 200


def test_a_word_that_a_line_parts_has_a_box_on_each_line():
    path = next(path for path in LAYOUTS if path.stem == "chromium-hyphens")
    text = documents.read(path.read_bytes(), path.name).text
    found = pdf_pictures.draw(path.read_bytes(), path.name)

    first, second = found.boxes(text.index("analyser"), text.index("analyser") + len("analyser"))

    assert second.top > first.bottom - 1
    assert second.left < first.left


def test_boxes_of_one_line_are_one_and_a_part_of_a_word_has_its_own():
    found = Facsimile((), (PlacedWord(0, 1, 10, 20, (0, 5, 9)), PlacedWord(3, 1, 11, 21, (12, 20, 26))))

    assert found.boxes(0, 5) == (PageBox(1, 0, 10, 26, 21),)
    assert found.boxes(1, 2) == (PageBox(1, 5, 10, 9, 20),)
    assert found.boxes(4, 9) == (PageBox(1, 20, 11, 26, 21),)
    assert found.boxes(2, 3) == ()


def test_pages_are_drawn_by_a_worker_as_they_are_here():
    path = LAYOUTS[0]

    assert documents.draw(path.read_bytes(), path.name) == pdf_pictures.draw(path.read_bytes(), path.name)


def test_other_files_have_no_pictures():
    assert documents.draw(b"Python and Linux", "a.txt") is None


def test_a_page_of_a_huge_size_is_not_drawn_and_the_sentence_says_what_is_shown():
    data = pdf(two_lines, size=(14_400, 14_400))
    assert "Python" in documents.read(data, "a.pdf").text

    with pytest.raises(DocumentError, match=r"^Page 1 of a\.pdf has a size that cannot be drawn, so its text is shown"):
        documents.draw(data, "a.pdf")


@pytest.mark.parametrize("task", ["die", "eat", "shout"])
def test_pages_that_a_process_dies_over_are_given_up_and_the_next_file_is_drawn(monkeypatch, task):
    data = LAYOUTS[0].read_bytes()
    monkeypatch.setattr(sandbox, "DRAW", f"tests.hostile.tasks:{task}")
    with pytest.raises(DocumentError, match=r"^The pages of a\.pdf are too complicated to draw"):
        documents.draw(data, "a.pdf")
    monkeypatch.undo()

    assert len(documents.draw(data, "a.pdf").pages) == 1


@pytest.mark.parametrize("size", [(595, 842), (842, 595), (2_000, 72), (72, 2_000), (2_000, 2_000)])
def test_a_picture_has_a_bounded_number_of_pixels_and_pages(size):
    def many(canvas):
        for _ in range(pdf_pictures.MAX_DRAWN + 2):
            canvas.drawString(10, 40, "Python")
            canvas.showPage()

    found = documents.draw(pdf(many, size=size), "a.pdf")

    assert len(found.pages) == pdf_pictures.MAX_DRAWN
    for page in found.pages:
        shown = Image.open(io.BytesIO(page.image))
        assert shown.format == "JPEG"
        assert shown.width * shown.height <= pdfium_pictures.MAX_PIXELS
        assert len(page.image) < 1_000_000
