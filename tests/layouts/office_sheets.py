"""What LibreOffice prints."""

from parts import HEADINGS, Manner, Resume, Sheet, halves, pages, sidebar, single

DOCX, ODT = "LibreOffice from DOCX", "LibreOffice from ODT"


def office_sheets() -> list[Sheet]:
    """The sheets of LibreOffice."""
    return [*_docx_sheets(), *_odt_sheets()]


def _docx_sheets() -> list[Sheet]:
    own, paged = Manner(place="own"), Resume("web")
    table = Resume("data", Manner(skills="rows", upper=True))
    return [
        Sheet(
            "docx-word-bullets", DOCX,
            "one column, dates flush right by a tab, ruled lines under headings, Symbol bullets",
            single(Resume("support")), {"ruled": True},
        ),
        Sheet(
            "docx-sidebar-table", DOCX, "two columns, coloured sidebar left with white text, a table of two cells",
            sidebar(Resume("cloud", own), band=False), {"share": 0.3, "shade": "4A3B5C"},
        ),
        Sheet(
            "docx-word-columns", DOCX, "two equal columns, columns of a section with a column break, bullet ➢",
            halves(Resume("embedded", own)), {"columns": True, "mark": "➢", "size": 9},
        ),
        Sheet(
            "docx-rail", DOCX, "one column, label rail at left in a table, bullet –",
            single(Resume("network", Manner(headings=HEADINGS | {"profile": "Summary"}))), {"rail": True, "mark": "–"},
        ),
        Sheet(
            "docx-running-header", DOCX, "one column, several pages, running header and page numbers, justified text",
            single(paged), {"size": 13, "justified": True, "font": "Liberation Serif"},
            (f"{paged.person.name}, resume", "Page"),
        ),
        Sheet(
            "docx-skill-table", DOCX, "one column, skills in a ruled table, headings spaced by real spaces, bullet o",
            single(table), {"spaced": True, "mark": "o"},
        ),
        Sheet(
            "docx-two-pages", DOCX, "two columns over two pages, a table on each page, landscape",
            pages(Resume("quality", own)), {"share": 0.3, "landscape": True, "size": 10.5},
        ),
    ]  # fmt: skip


def _odt_sheets() -> list[Sheet]:
    line = Manner(dates="line", place="own")
    return [
        Sheet(
            "odt-one-column", ODT, "one column, skills in a borderless grid of three columns, dates in the title line",
            single(Resume("security", Manner(dates="inline", skills="cells"))),
        ),
        Sheet(
            "odt-sidebar", ODT, "two columns, sidebar right, dates on lines of their own",
            sidebar(Resume("network", line), "right"), {"widths": ("68%", "32%"),
             "css": "h2 { color: #355e3b } div, li, td { font-size: 9pt } @page { margin: 1.1cm }"},
        ),
        Sheet(
            "odt-skill-table", ODT, "one column, skills in a ruled table, 8.5 pt serif type",
            single(Resume("quality", Manner(dates="inline", skills="rows"))),
            {"css": 'p, div, li, td { font-family: "Liberation Serif"; font-size: 8.5pt }'},
        ),
    ]  # fmt: skip
