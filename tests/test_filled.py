"""A feedback sheet that comes back: what is taken, and what is told about what is not."""

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from skillgap.documents import filled_table
from skillgap.errors import SheetError
from skillgap.export import feedback_form, spreadsheet
from skillgap.internship import form_import
from skillgap.internship.ratings import QUESTIONS, RATINGS
from skillgap.model.internship import Rating, Remark
from skillgap.tables import internship as internship_tables

DAY = "2026-11-25"


@pytest.fixture
def take(known):
    """What a file gives as Ada's ratings."""
    return lambda data, name="sheet.csv": form_import.read_filled_form(
        filled_table.read_table(data, name), known, who="Ada", day=DAY
    )


def workbook(lines, *, second=()):
    book = Workbook()
    for line in lines:
        book.active.append(line)
    other = book.create_sheet("More")
    for line in second:
        other.append(line)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


LINES = [
    ["skill_id", "skill", "rating", "note"],
    ["git", "Git", 2, "Resolved a conflict, alone; well"],
    ["dhcp", "DHCP", None, None],
    ["linux", "Linux", 0, None],
    ["question-1", QUESTIONS[0], None, "Asking early."],
    ["question-2", QUESTIONS[1], None, None],
]
TAKEN = form_import.FormResult(
    (Rating("Ada", "git", 2, "Resolved a conflict, alone; well", DAY), Rating("Ada", "linux", 0, "", DAY)),
    (Remark("Ada", "What should I keep doing?", "Asking early.", DAY),),
)


def csv_lines(mark):
    return "\r\n".join(
        mark.join("" if cell is None else f'"{cell}"' if mark in str(cell) else str(cell) for cell in line)
        for line in LINES
    )


@pytest.mark.parametrize(
    "data",
    [
        csv_lines(",").encode(),
        csv_lines(";").encode("utf-8-sig"),
        csv_lines("\t").encode("utf-16"),
        ("Ratings; please fill in\r\n\r\n" + csv_lines(";")).encode("cp1252"),
        workbook(LINES),
        workbook([["Thank you"], [], *LINES], second=[["rating", "meaning"], [0, "Not yet"]]),
    ],
    ids=["commas", "semicolons", "tabs", "lines above", "workbook", "second sheet"],
)
def test_a_filled_sheet_is_taken_as_programs_of_any_country_save_it(take, data):
    assert take(data) == TAKEN


def test_the_sheet_that_is_handed_out_is_taken_once_it_is_filled_in(take, known):
    table = internship_tables.sheet(("git", "c-sharp"), known)
    book = load_workbook(
        io.BytesIO(spreadsheet.xlsx({"Ratings": table, "How to fill it in": internship_tables.legend()}))
    )
    book["Ratings"]["C2"], book["Ratings"]["C3"], book["Ratings"]["D4"] = 3, 1, "Keep asking"
    buffer = io.BytesIO()
    book.save(buffer)
    text = spreadsheet.csv(table).decode("utf-8-sig").replace("git,Git,,", "git,Git,3,").encode()

    assert take(buffer.getvalue()) == form_import.FormResult(
        (Rating("Ada", "git", 3, "", DAY), Rating("Ada", "c-sharp", 1, "", DAY)),
        (Remark("Ada", QUESTIONS[0], "Keep asking", DAY),),
    )
    assert take(text) == form_import.FormResult((Rating("Ada", "git", 3, "", DAY),))
    assert list(table["skill"][2:]) == list(QUESTIONS)


def test_what_cannot_be_taken_is_told_by_row_and_its_note_is_kept(take):
    data = (
        b"Skill name,Level,Comments\n"
        b"python,2.0,\n"
        b"Pythn,2,typed in haste\n"
        b"Linux,good,\n"
        b"Git,4,far too good\n"
        b"Git,n/a,\n"
        b"DHCP,,no chance to see it\n"
        b"python,1,\n"
        b",3,\n"
    )

    found = take(data)

    assert found.ratings == (Rating("Ada", "python", 2, "", DAY),)
    assert found.faults == (
        "Row 3: there is no skill called 'Pythn'. Did you mean Jupyter Notebook or Python?",
        "Row 4: the rating 'good' of Linux is not 0, 1, 2 or 3.",
        "Row 5: the rating '4' of Git is not 0, 1, 2 or 3.",
        "Row 8: Python is rated twice. The first rating was kept.",
        "Row 9: the skill is missing.",
    )
    assert [(one.question, one.text) for one in found.remarks] == [
        ("Pythn", "typed in haste"),
        ("Git", "far too good"),
        ("DHCP", "no chance to see it"),
    ]


def bomb():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", "<workbook/>")
        made.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    return buffer.getvalue()


def entities():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("xl/workbook.xml", "<workbook/>")
        made.writestr("xl/worksheets/sheet1.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b" \r\n", r"^sheet is empty\. Choose"),
        (b"a,b\n1,2\n", 'no row with the headings "skill" and "rating"'),
        (b"%PDF-1.7", "neither a CSV nor an XLSX"),
        (b"PK\x03\x04 something", "neither a CSV nor an XLSX"),
        (b"PK\x03\x04 xl/workbook.xml", r"^sheet is damaged and cannot be opened"),
        (b"\x00\x01\x02\x03" * 100, r"^sheet cannot be read as a table"),
        (b"skill,rating\n" + b"git,1\n" * 2_000, "has more than 2,000 rows"),
        (b"skill,rating\n" + b"x" * 200_000, "row 2 cannot be read"),
        (b"skill,rating\n" + b"x" * 2_000_000, r"has 3 MB, and a sheet at most 2"),
        (workbook([["skill", "rating"], *[["git", 1]] * 2_000]), "has more than 2,000 rows"),
        (bomb(), "too large inside"),
        (entities(), "damaged and cannot be opened"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused_in_one_sentence(take, data, sentence):
    with pytest.raises(SheetError, match=sentence):
        take(data, "sheet")


def test_a_cell_of_a_workbook_keeps_its_place_and_loses_its_formula():
    book = Workbook()
    sheet = book.active
    sheet["B2"], sheet["D2"], sheet["A4"], sheet["ZZ4"] = "two\nlines", 1.5, "=1+1", "far away"
    buffer = io.BytesIO()
    book.save(buffer)

    assert filled_table.read_table(buffer.getvalue(), "book.xlsx") == ((2, ("", "two lines", "", "1.5")),)


def sheet(rows):
    """A workbook of one sheet, by hand: a writer would refuse these rows."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", "<workbook/>")
        made.writestr(
            "xl/worksheets/sheet1.xml", f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
        )
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("numbers", "places"),
    [(["-2000000000", "1"], [1, 2]), (["2", "2"], [2, 3]), (["5", "1"], [5, 6]), (["9" * 5000, "x"], [1, 2])],
)
def test_a_row_whose_number_is_none_is_the_next_one(numbers, places):
    rows = "".join(f'<row r="{number}"><c t="str"><v>a</v></c></row>' for number in numbers)

    assert [number for number, _ in filled_table.read_table(sheet(rows), "book.xlsx")] == places


def test_a_row_far_below_is_refused():
    with pytest.raises(SheetError, match="more than 2,000 rows"):
        filled_table.read_table(sheet('<row r="2000000"><c t="str"><v>a</v></c></row>'), "book.xlsx")


def test_a_long_text_in_many_cells_is_refused():
    cells = f'<c t="inlineStr"><is><t>{"x" * 6000}</t></is></c>' * 40

    with pytest.raises(SheetError, match="holds too much text"):
        filled_table.read_table(sheet(f"<row>{cells}</row>" * 20), "book.xlsx")


def test_the_page_to_fill_in_stands_by_itself_and_asks_for_each_skill(known):
    page = feedback_form.render_html("<b>Tester</b>", ("c-sharp", "git"), known).decode()

    assert "<script" not in page
    assert "src=" not in page
    assert "<h1>Feedback: &lt;b&gt;Tester&lt;/b&gt;</h1>" in page
    assert page.count("<fieldset>") == 2
    assert page.count('type="radio"') == 2 * len(RATINGS)
    assert "<legend>C#</legend>" in page
    assert all(f"<dd>{words}</dd>" in page for words in RATINGS.values())
    assert page.count("<textarea") == len(QUESTIONS)
    assert page.encode() == feedback_form.render_html("<b>Tester</b>", ("c-sharp", "git"), known)


def test_the_legend_of_the_workbook_says_what_a_rating_means():
    assert list(internship_tables.legend()["meaning"][:4]) == list(RATINGS.values())
