"""Words that run over the end of a line, in PDF and in text."""

import io
import time
from pathlib import Path

import pytest
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from skillgap import documents
from skillgap.documents import line_ends
from skillgap.lexicon import own

BEFORE = "Kept the machines of the whole school library running with"
FONTS = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def pdf(*lines, font="Helvetica"):
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setFont(font, 10)
    for number, line in enumerate(lines):
        canvas.drawString(40, 760 - 14 * number, line)
    canvas.save()
    return buffer.getvalue()


PARTED = [
    ("Con-", "sul and Vault.", "Consul\nand Vault."),
    ("change man-", "agement in a clinic.", "change management\nin a clinic."),
    ("Kuber-", "netes; wrote charts.", "Kubernetes;\nwrote charts."),
    ("JavaS-", "cript and HTML.", "JavaScript\nand HTML."),
    ("on-", "premises servers too.", "on-premises\nservers too."),
    ("scikit-", "learn and pandas.", "scikit-learn\nand pandas."),
    ("hands-", "on labs each week.", "hands-on\nlabs each week."),
    ("real-", "ized savings of a third.", "realized\nsavings of a third."),
    ("end-", "to-end tests.", "end-to-end\ntests."),
    ("detail-", "oriented reports.", "detail-oriented\nreports."),
    ("T-", "SQL and SSIS.", "T-SQL\nand SSIS."),
    ("Wi-", "Fi in nine halls.", "Wi-Fi\nin nine halls."),
    ("CI-", "driven builds.", "CI-driven\nbuilds."),
]


@pytest.mark.parametrize(("end", "start", "whole"), PARTED)
def test_a_word_parted_at_a_line_end_is_whole_and_a_compound_keeps_its_hyphen(end, start, whole):
    lines = [f"{BEFORE} {end}", start]

    assert documents.paste("\n".join(lines)).text == f"{BEFORE} {whole}"
    assert documents.read("\n".join([lines[0], start]).encode(), "a.txt").text == f"{BEFORE} {whole}"
    assert documents.read(pdf(*lines), "a.pdf").text == f"{BEFORE} {whole}\n"


@pytest.mark.parametrize(
    ("elsewhere", "whole"),
    [("A front-desk aide.", "front-desk"), ("A frontdesk aide.", "frontdesk"), ("", "frontdesk")],
)
def test_what_the_text_says_elsewhere_decides(elsewhere, whole):
    assert documents.paste(f"{elsewhere}\n{BEFORE} front-\ndesk calls").text == f"{elsewhere}\n{BEFORE} {whole}\ncalls"


def test_line_ends_and_indents_stay_and_a_line_of_one_part_goes():
    text = f"- {BEFORE} Kuber-\r\n  netes\r\n- Found out man-\r\n  agement\tworks so\r\n"

    assert documents.read(text.encode(), "a.txt").text == (
        f"- {BEFORE} Kubernetes\r\n- Found out management\tworks\r\n  so\r\n"
    )


@pytest.mark.parametrize(
    "text",
    ["Skills -\npython", "Skills-\nPython", "2024-\npresent", "- Python\n- git", "C++-\n", "a --\nb", "Notes:\n-\nvim"],
)
def test_dashes_that_part_no_word_stay(text):
    assert documents.paste(text).text == text


@pytest.mark.parametrize("piece", ["ab-\n", "a b-\n", "&amp;-\n", "- ab-\n  ", "x-\u2010\n"])
def test_a_text_of_nothing_but_broken_lines_is_read_in_time(piece):
    start = time.process_time()

    documents.paste((piece * 500_000)[:1_900_000])

    assert time.process_time() - start < 10


def test_a_hyphen_that_a_browser_adds_goes_and_known_compounds_keep_theirs():
    known = line_ends.words_of(["a one-off job"])

    assert line_ends.rejoined("in Cloud\u2010", "Formation.", known) == ("in CloudFormation.", "")
    assert line_ends.rejoined("for a one\u2010", "off fee", known) == ("for a one\u2010off", "fee")


@pytest.mark.skipif(not FONTS.exists(), reason="needs the DejaVu fonts")
def test_soft_hyphens_that_are_drawn_are_hyphens_and_dashes():
    pdfmetrics.registerFont(TTFont("Soft", str(FONTS)))
    addMapping("Soft", 0, 0, "Soft")

    read = documents.read(pdf("Jun 2024 \u00ad Aug 2025", "cloud\u00adnative T\u00adSQL", font="Soft"), "a.pdf")

    assert read.text.splitlines() == ["Jun 2024 - Aug 2025", "cloud-native T-SQL"]


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("C&#43;&#43;, AT&amp;T Unix", "C++, AT&T Unix"),
        ("&bull; Python&nbsp;3 &#8226; R&#x26;D", "\u2022 Python 3 \u2022 R&D"),
        ("Kuber&shy;netes &lt;b&gt;", "Kubernetes <b>"),
        ("AT&T; Q&A; R&D;", "AT&T; Q&A; R&D;"),
        ("a=1&copy=2", "a=1&copy=2"),
    ],
)
def test_entities_of_web_pages_are_the_characters_they_stand_for(pasted, text):
    assert documents.paste(pasted).text == text
    assert documents.read(pasted.encode(), "cv.md").text == text


@pytest.mark.parametrize("name", ["endings", "first_words", "last_words"])
def test_every_list_of_words_changes_how_its_line_is_made_whole(monkeypatch, name):
    line, after = own().word_forms.needs[name].split("\n")
    ours = line_ends.rejoined(line, after, frozenset())

    monkeypatch.setattr(line_ends, name.upper(), frozenset())

    assert line_ends.rejoined(line, after, frozenset()) != ours
