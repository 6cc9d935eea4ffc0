import io
import zipfile

import pytest
from conftest import FIXTURES
from fixtures.make_resumes import DATA_MAIN, DATA_SIDE, SECURITY_LEFT, SECURITY_RIGHT, SUPPORT, WEB

from skillgap import documents
from skillgap.documents import docx, limits
from skillgap.errors import DocumentError

RESUMES = FIXTURES / "resumes"


def read(name):
    return documents.read((RESUMES / name).read_bytes(), name)


def lines(document):
    return [line for line in document.text.splitlines() if line.strip()]


def words(text):
    return text.replace("\u2022", " ").replace("- ", " ").split()


def test_one_column_keeps_every_word_in_order():
    assert words(read("support_one_column.pdf").text) == words(SUPPORT)


def test_two_columns_are_read_one_after_the_other():
    assert lines(read("security_two_columns.pdf"))[1:] == SECURITY_LEFT + SECURITY_RIGHT


def test_a_sidebar_is_read_before_the_text_beside_it_and_no_line_mixes_both():
    assert lines(read("data_sidebar.pdf"))[1:] == DATA_SIDE + DATA_MAIN


def test_a_word_file_is_read_with_header_bullets_table_and_footer_in_order():
    found = lines(read("network.docx"))

    assert found[0] == "Jonas Weber - jonas.weber@example.com"
    assert "\u2022 Configured VLANs and trunk ports on Cisco Catalyst switches" in found
    assert "Routing\tOSPF, static routes" in found
    assert found[-1] == "References on request"


def test_plain_text_is_the_files_own_characters():
    assert read("web.txt").text == WEB


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_text_is_decoded_whatever_its_encoding(encoding):
    text = "Résumé of Zoë Müller\r\nSkills: Python – SQL, C++\r\nWorked as a café manager and technician.\r\n"

    assert documents.read(text.encode(encoding), "cv.txt").text == text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("empty.pdf", "empty.pdf is empty."),
        ("not_a_pdf.pdf", "not_a_pdf.pdf is damaged and cannot be read as PDF."),
        ("encrypted.pdf", "encrypted.pdf is locked with a password."),
        ("scanned.pdf", "scanned.pdf has no text to read: it seems to be scanned or a picture."),
    ],
)
def test_a_file_that_cannot_be_read_gets_its_own_sentence(name, sentence):
    with pytest.raises(DocumentError) as refused:
        documents.read((FIXTURES / "broken" / name).read_bytes(), name)

    assert str(refused.value).startswith(sentence)


def test_a_file_named_as_pdf_that_holds_a_letter_is_refused_and_a_text_with_that_name_is_read():
    with pytest.raises(DocumentError, match=r"^cv\.pdf is not a PDF or Word file, and has hardly any text\."):
        documents.read(b"x", "cv.pdf")

    assert documents.read(b"Skills: Python and SQL, Git", "cv.pdf").text == "Skills: Python and SQL, Git"
    assert documents.read(b"Python", "cv.txt").text == "Python"


def zipped(*entries):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in entries:
            made.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "cv is an old Word or Office file"),
        (b"{\\rtf1\\ansi Python}", "cv is a rich text (RTF) file"),
        (b"\x89PNG\r\n\x1a\n123", "cv is a picture (PNG)"),
        (b"MZ\x90\x00\x03\x00", "cv is a program"),
        (b"<!DOCTYPE html><p>Python", "cv is a web page"),
        (zipped(("mimetype", "application/vnd.oasis.opendocument.text")), "cv is an OpenDocument (ODT) text"),
        (zipped(("a.txt", "x")), "cv is a ZIP archive"),
        (zipped(("[Content_Types].xml", ""), ("xl/workbook.xml", "")), "cv is an Office file without text pages"),
        (b"PK\x03\x04 nonsense", "cv is damaged"),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07" * 50, "cv is not a PDF, DOCX or text file"),
        (b" \n\n ", "cv is empty"),
    ],
)
def test_another_kind_of_file_is_named_for_what_it_is(data, sentence):
    with pytest.raises(DocumentError) as refused:
        documents.read(data, "cv")

    assert str(refused.value).startswith(sentence)


DOCUMENT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{}</w:body></w:document>'


def word(body, *, prolog=""):
    return zipped(("[Content_Types].xml", ""), ("word/document.xml", prolog + DOCUMENT.format(body)))


def para(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_deletions_move_sources_fallbacks_and_field_codes_are_not_text():
    body = (
        "<w:p><w:r><w:t>Python</w:t></w:r><w:del><w:r><w:delText>Perl</w:delText></w:r></w:del>"
        "<w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:ins><w:r><w:t> and SQL</w:t></w:r></w:ins>"
        f"<mc:AlternateContent><mc:Choice><w:txbxContent>{para('Box')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{para('Box')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>"
    )

    assert documents.read(word(body), "cv.docx").text == "Python and SQL\nBox"


def test_nested_tables_are_read_where_they_stand():
    inner = f"<w:tbl><w:tr><w:tc>{para('A')}</w:tc><w:tc>{para('B')}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{para('Left')}{para('More')}</w:tc><w:tc>{inner}{para('End')}</w:tc></w:tr></w:tbl>"

    assert documents.read(word(body), "cv.docx").text == "Left\nMore\nA\tB\nEnd"


def table(*rows):
    cells = ("".join(f"<w:tc>{''.join(map(para, cell.split('|')))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_each_row_of_a_table_of_levels_is_an_item_with_its_unit():
    body = table(("Skill", "Years", "Level"), ("Python", "3", "Advanced"), ("SQL", "1", ""), ("Go", "0", "None yet"))

    assert documents.read(word(body), "cv.docx").text == (
        "Skill\tYears\tLevel\n\u2022 Python\t3 years\tAdvanced\n\u2022 SQL\t1 year\n\u2022 Go\t0 years\tNone yet"
    )


def test_labels_beside_longer_text_stand_above_it():
    body = table(("Work", "Aide, Initech|2024|Fixed Wi-Fi"), ("Skills", "Python, SQL"))

    assert documents.read(word(body), "cv.docx").text.splitlines() == [
        "Work", "Aide, Initech", "2024", "Fixed Wi-Fi", "Skills", "Python, SQL",
    ]  # fmt: skip


def test_labels_of_single_lines_stay_beside_them():
    body = table(("Systems", "Linux, Windows"), ("Code", "Python, SQL"))

    assert documents.read(word(body), "cv.docx").text == "Systems\tLinux, Windows\nCode\tPython, SQL"


STYLES = (
    DOCUMENT.split("<w:body>")[0].replace("w:document", "w:styles")
    + '<w:style w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>'
    + '<w:style w:styleId="Child"><w:basedOn w:val="Ghost"/></w:style>'
    + '<w:style w:styleId="Shown"><w:basedOn w:val="Ghost"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style></w:styles>'
)


@pytest.mark.parametrize(
    ("properties", "paragraph", "seen"),
    [
        ("<w:vanish/>", "", False),
        ('<w:vanish w:val="false"/>', "", True),
        ('<w:rStyle w:val="Ghost"/>', "", False),
        ('<w:rStyle w:val="Child"/>', "", False),
        ('<w:rStyle w:val="Shown"/>', "", True),
        ("", '<w:pPr><w:pStyle w:val="Child"/></w:pPr>', False),
        ("", "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>", True),
        ('<w:vanish w:val="0"/>', '<w:pPr><w:pStyle w:val="Ghost"/></w:pPr>', True),
        ("<w:webHidden/>", "", True),
    ],
)
def test_hidden_text_of_word_is_told_and_left_out(properties, paragraph, seen):
    body = f"<w:p>{paragraph}<w:r><w:rPr>{properties}</w:rPr><w:t>Kubernetes</w:t></w:r></w:p>{para('Python')}"
    parts = [("[Content_Types].xml", ""), ("word/document.xml", DOCUMENT.format(body)), ("word/styles.xml", STYLES)]

    read = documents.read(zipped(*parts), "cv.docx")

    assert ("Kubernetes" in read.text) == seen
    assert read.warnings == (
        ()
        if seen
        else (
            "cv.docx holds hidden text (\u201cKubernetes\u201d). It was not counted, and people who find it will "
            "wonder why it is there: take it out.",
        )
    )


def test_declarations_in_a_word_file_are_refused():
    prolog = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'

    with pytest.raises(DocumentError, match="holds declarations that no word processor writes"):
        documents.read(word(para("&a;"), prolog=prolog), "cv.docx")


def test_a_word_file_that_swells_is_refused_after_the_limit(monkeypatch):
    monkeypatch.setattr("skillgap.documents.docx.MAX_UNPACKED", 1000)

    with pytest.raises(DocumentError, match="is too large inside"):
        docx.read(word(para("x" * 5000)), "cv.docx")


def test_too_large_a_text_is_refused_with_the_figure():
    with pytest.raises(DocumentError, match=r"^cv has 3 MB, and at most 2 MB are read"):
        documents.read(b"word " * 600_000, "cv")


def test_a_long_text_is_cut_with_a_warning():
    document = documents.read(b"word " * 50_000, "cv.txt")

    assert len(document.text) == limits.MAX_CHARACTERS
    assert document.warnings == ("Only the first 200,000 characters of cv.txt were read.",)


def test_every_character_can_be_traced_to_its_page():
    document = read("support_one_column.pdf")

    assert document.page(0) == 1
    assert document.page(len(document.text) - 1) == len(document.page_starts)


def test_pasted_text_is_kept_as_it_is_and_empty_paste_is_refused():
    assert documents.paste("Skills: Python").text == "Skills: Python"
    with pytest.raises(DocumentError, match="The pasted text is empty"):
        documents.paste("  \n")


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        (
            "Ich habe in der Werkstatt mit dem Team an den Servern und im Netzwerk gearbeitet und Docker für uns",
            "German",
        ),
        (
            "J'ai administré les serveurs Linux dans le cadre du projet avec une équipe et pour les clients",
            "French",
        ),
        (
            "Administré los servidores de la escuela con el equipo y para los alumnos en el laboratorio",
            "Spanish",
        ),
        ("Отвечал за серверы Linux и сеть школы, помогал учителям и ученикам с компьютерами", "another language"),
    ],
)
def test_a_language_other_than_english_is_told(sentence, language):
    (warning,) = documents.paste(f"{sentence}\n" * 4).warnings

    assert f"written in {language}" in warning


def test_english_and_bare_lists_of_names_are_told_nothing():
    assert (
        documents.paste("I worked with the team on the servers of my school and fixed the network.\n" * 4).warnings
        == ()
    )
    assert documents.paste("Python, Java, SQL, Docker, Linux\n" * 20).warnings == ()


@pytest.mark.parametrize("blank", ["\u200b\u200d", "\u00a0 \u3000", "\u2800\u2063", "... --- ***", "\ufeff", "\u202e"])
def test_a_text_in_which_nothing_can_be_read_is_refused(blank):
    with pytest.raises(DocumentError, match=r"^cv\.txt (holds no words|is empty)"):
        documents.read((blank * 50).encode(), "cv.txt")


def test_signs_that_nobody_sees_part_no_word():
    found = documents.read("Py\u200bthon, Kuber\u00adnetes, Dock\u2060er".encode(), "cv.txt")

    assert found.text == "Python, Kubernetes, Docker"
    assert documents.paste("S\u200dQL").text == "SQL"


@pytest.mark.parametrize(
    "data",
    [
        b"x" * 1030 + b"\n%PDF-1.4\n1 0 obj\n<</Title(Python)>>\nendobj\n",
        b"%FDF-1.2\n1 0 obj\n<</FDF<</Fields[<</T(a)/V(Python)>>]>>>>\nendobj\n",
    ],
)
def test_the_source_of_a_pdf_is_no_text_of_a_resume(data):
    with pytest.raises(DocumentError, match="is damaged and cannot be read as PDF"):
        documents.read(data, "cv.pdf")
