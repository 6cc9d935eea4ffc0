"""Pages without blanks: letters drawn one by one or word by word, as Qt 4.8, wkhtmltopdf and TeX write them."""

import io

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from skillgap import documents
from skillgap.model.resume import Document

LINES = [
    "Mira Osei, IT support intern",
    "Experience with management of accounts in Active Directory and Microsoft Office 365",
    "Wrote scripts for the backup of Linux servers; moved files to Windows Server, reviewed logs in Splunk",
    "Imaged laptops with a USB stick, fixed Wi-Fi for staff and of visitors, wrote Python for work",
    "Tools I like: Wireshark, Nmap, VMware, Git, SQL, PowerShell, Ansible, Jira, Terraform",
    "Performed system analysis, tested form fields, helped room after room from 9 to 5",
]


def letters(size, font, *, spacing=0.0, pixel=0.0, blank=None, words=False):
    """The lines as a PDF without a blank in it.

    ``spacing`` stands between letters, ``pixel`` is what each step is rounded to, ``blank`` the width of a blank, each
    in points; with ``words`` a word is one piece.
    """
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setFont(font, size)
    gap = stringWidth(" ", font, size) if blank is None else blank
    for number, line in enumerate(LINES):
        place = 40.0
        for word in line.split():
            for piece in [word] if words else word:
                canvas.drawString(place, 760 - 2 * size * number, piece)
                step = stringWidth(piece, font, size) + spacing * len(piece)
                place += round(step / pixel) * pixel if pixel else step
            place += gap + spacing
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("font", ["Helvetica", "Times-Roman", "Courier", "Helvetica-Bold"])
@pytest.mark.parametrize("size", [6, 9, 11])
@pytest.mark.parametrize("words", [False, True])
def test_letters_and_words_without_blanks_are_read_as_words(font, size, words):
    assert documents.read(letters(size, font, words=words), "a.pdf").text.split() == " ".join(LINES).split()


@pytest.mark.parametrize(("font", "size", "blank"), [("Times-Roman", 9, 1.8), ("Helvetica", 9, 2), ("Courier", 8, 2.5)])
def test_blanks_narrower_than_usual_are_seen(font, size, blank):
    assert documents.read(letters(size, font, blank=blank), "a.pdf").text.split() == " ".join(LINES).split()


@pytest.mark.parametrize("size", [8, 9, 10])
def test_steps_rounded_to_pixels_as_qt_does_part_the_same_words(size, extractor):
    read = documents.read(letters(size, "Times-Roman", pixel=0.6, blank=2.4), "a.pdf").text

    assert read.split() == " ".join(LINES).split()
    assert found(extractor, read) == found(extractor, "\n".join(LINES))


def found(extractor, text):
    return {mention.skill_id for mention in extractor.extract(Document("a", text)).mentions}


@pytest.mark.parametrize("spacing", [0.3, 0.8, 1.5, 3])
def test_letter_spaced_text_is_read_as_words(spacing):
    assert documents.read(letters(7, "Helvetica", spacing=spacing), "a.pdf").text.split() == " ".join(LINES).split()


@pytest.mark.parametrize(
    ("spelled", "heading"),
    [
        ("E X P E R I E N C E", "EXPERIENCE"),
        ("S K I L L S   &   T O O L S", "SKILLS & TOOLS"),
        ("W o r k   h i s t o r y", "Work history"),
    ],
)
def test_a_heading_spelled_with_blanks_is_joined(spelled, heading):
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for number, line in enumerate([LINES[0], spelled, *LINES[1:]]):
        canvas.drawString(40, 760 - 16 * number, line)
    canvas.save()

    assert documents.read(buffer.getvalue(), "a.pdf").text.splitlines()[1] == heading


def test_single_letters_that_are_no_heading_stay_apart():
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for number, line in enumerate([*LINES, "C, R, V and B", "Grades: A B A C"]):
        canvas.drawString(40, 760 - 16 * number, line)
    canvas.save()

    assert documents.read(buffer.getvalue(), "a.pdf").text.splitlines()[-2:] == ["C, R, V and B", "Grades: A B A C"]
