"""The fast reading of PDF pages: what cannot be seen is told apart, and pdfplumber agrees on the words."""

import io
from pathlib import Path

import pytest
from reportlab.lib.colors import Color, black, white
from reportlab.pdfgen.canvas import Canvas

from skillgap import documents
from skillgap.documents import pdfium_reader, pdfplumber_reader

PDFS = sorted((Path(__file__).parent / "fixtures" / "resumes").glob("*.pdf"))
LINES = [f"Line {number} of an honest resume with Python and Linux" for number in range(12)]


def page(draw):
    """A page of honest text with whatever ``draw`` adds."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for number, line in enumerate(LINES):
        canvas.drawString(72, 750 - 16 * number, line)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def written(canvas, *, colour=black, size=11, mode=0, text="Kubernetes Terraform Ansible"):
    canvas.setFillColor(colour)
    line = canvas.beginText(72, 400)
    line.setFont("Helvetica", size)
    line.setTextRenderMode(mode)
    line.textLine(text)
    canvas.drawText(line)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ({"colour": white}, "hidden text"),
        ({"colour": Color(0.99, 0.99, 0.99)}, "hidden text"),
        ({"mode": 3}, "hidden text"),
        ({"size": 1}, "text too small to see"),
    ],
)
def test_what_cannot_be_seen_is_told_and_left_out(words, kind):
    read = documents.read(page(lambda canvas: written(canvas, **words)), "a.pdf")

    assert "Kubernetes" not in read.text
    assert [kind in warning and "Kubernetes" in warning for warning in read.warnings] == [True]
    assert read.text.count("Python") == len(LINES)


def test_white_on_a_dark_box_is_seen_and_dark_on_dark_is_not():
    def draw(canvas, colour):
        canvas.setFillColor(Color(0.1, 0.1, 0.2))
        canvas.rect(50, 380, 300, 60, stroke=0, fill=1)
        written(canvas, colour=colour)

    assert "Kubernetes" in documents.read(page(lambda canvas: draw(canvas, white)), "a.pdf").text
    assert "Kubernetes" not in documents.read(page(lambda canvas: draw(canvas, Color(0.1, 0.1, 0.2))), "a.pdf").text


def test_a_page_that_is_hidden_for_the_most_part_is_read_whole():
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 780, "Scan")
    written(canvas, mode=3, text="Everything behind the picture: Python, Linux, Wireshark")
    canvas.save()

    assert "Wireshark" in documents.read(buffer.getvalue(), "scan.pdf").text


def test_a_page_on_its_side_is_read_upright():
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setPageRotation(90)
    canvas.translate(595, 0)
    canvas.rotate(90)
    for number, line in enumerate(LINES):
        canvas.drawString(60, 500 - 16 * number, line)
    canvas.save()

    assert documents.read(buffer.getvalue(), "turned.pdf").text.splitlines() == LINES


def in_an_unnamed_font(text):
    """A page in a font that does not say what its characters are, as old TeX files have it."""
    widths = " ".join(["500"] * 256)
    stream = f"BT /F1 12 Tf 72 700 Td <{text.encode('latin-1').hex()}> Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> "
        "/Contents 5 0 R >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /CMR10 /FirstChar 0 /LastChar 255 /Widths [{widths}] >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    ]
    body = "".join(f"{number} 0 obj\n{one}\nendobj\n" for number, one in enumerate(objects, start=1))
    return f"%PDF-1.4\n{body}trailer << /Size 6 /Root 1 0 R >>\n%%EOF".encode()


@pytest.mark.parametrize("ligatures", ["\x0b\x0c\x0d\x0e\x0f", "\x1b\x1c\x1d\x1e\x1f"])
def test_ligatures_that_a_font_of_tex_does_not_name_are_read(ligatures):
    text = "o%sce %sles con%sguration %sow o%sine ba%se a%sict"
    ff, fi, fl, ffi, ffl = ligatures
    page = in_an_unnamed_font(text % (ffi, fi, fi, fl, ffl, ffl, ffl))

    assert documents.read(page, "a.pdf").text == "office files configuration flow offline baffle afflict\n"
    assert documents.read(in_an_unnamed_font(f"o{ff} sta{ff}"), "a.pdf").text == "off staff\n"


def words(sheets):
    """Every word with a letter or digit in it; bullets go by other names in other engines."""
    return sorted(
        word.text
        for sheet in sheets
        for word in sheet.words
        if any(map(str.isalnum, word.text)) and not word.text.startswith("(cid:")
    )


def test_the_fast_reading_finds_the_words_that_pdfplumber_finds():
    apart = []
    for path in PDFS:
        data = path.read_bytes()
        fast, slow = words(pdfium_reader.read_pages(data)), words(pdfplumber_reader.read_pages(data, path.name))
        if fast != slow:
            apart.append(f"{path.name}: {sorted({*fast} ^ {*slow})}, {len(fast)} words, pdfplumber {len(slow)}")

    assert not apart, "\n".join(apart)


def test_a_file_that_cannot_be_opened_leaves_the_library_free_for_the_next():
    with pytest.raises(pdfium_reader.UnreadableError):
        list(pdfium_reader.read_pages(b"%PDF-1.4 nothing"))

    assert len(list(pdfium_reader.read_pages(PDFS[0].read_bytes()))) == 1


def test_columns_are_told():
    read = {path.stem: documents.read(path.read_bytes(), path.name).notes for path in PDFS}

    assert read["support_one_column"] == ()
    assert read["security_two_columns"] == ("Columns were found on page 1 and read one after the other.",)
