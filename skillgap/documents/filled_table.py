"""Reads a filled-in table, CSV or XLSX, into rows of cells."""

import csv
import io

from skillgap.documents import sandbox, text
from skillgap.documents.limits import MAX_COLUMNS, MAX_ROWS, MAX_SHEET, megabytes
from skillgap.errors import DocumentError, SheetError

Row = tuple[int, tuple[str, ...]]
"""Number of the row, from 1, as a spreadsheet shows it, and its cells without white space at their ends."""
MARKS = (",", ";", "\t")
"""Delimiters of CSV files; the country settings of a spreadsheet program choose one."""
WORKBOOK = b"xl/workbook.xml"


def read_table(data: bytes, name: str) -> tuple[Row, ...]:
    """The rows that are not empty; of a workbook those of every sheet, one after another.

    Raises:
        SheetError: The file is empty, too large, damaged or of another kind.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise SheetError(f"{name} is empty. Choose the sheet that was filled in.")
    if len(data) > MAX_SHEET:
        most = megabytes(MAX_SHEET)
        raise SheetError(f"{name} has {megabytes(len(data))} MB, and a sheet at most {most}. Save the sheet alone.")
    if data.startswith((b"%PDF", b"\xd0\xcf\x11\xe0")) or (data.startswith(b"PK") and WORKBOOK not in data):
        raise SheetError(f"{name} is neither a CSV nor an XLSX file. Save the filled-in sheet as one of these.")
    try:
        if not data.startswith(b"PK"):
            return _rows(text.read(data, name).text, name)
        document = sandbox.read("xlsx", data, name)
    except DocumentError as error:
        raise SheetError(_worded(error, name)) from error
    # each sheet of a workbook is a page of the document
    ends = (*document.page_starts[1:], len(document.text))
    sheets = [document.text[start:end] for start, end in zip(document.page_starts, ends, strict=True)]
    return tuple(row for sheet in sheets for row in _numbered([line.split("\t") for line in sheet.split("\n")]))


def _worded(error: DocumentError, name: str) -> str:
    """The refusal of a file, with advice for tables instead of resumes."""
    if error.kind in {"other-format", "too-complicated"}:
        return f"{name} cannot be read as a table. Save the filled-in sheet as CSV or XLSX and choose that."
    return str(error)


def _rows(words: str, name: str) -> tuple[Row, ...]:
    """The rows of a CSV file, cut at the delimiter that most of its first lines hold."""
    head = words.splitlines()[:20]
    mark = max(MARKS, key=lambda one: (sum(one in line for line in head), -MARKS.index(one)))
    found: list[list[str]] = []
    try:
        for cells in csv.reader(io.StringIO(words, newline=""), delimiter=mark):
            found.append(cells)
            if len(found) > MAX_ROWS:
                raise SheetError(f"{name} has more than {MAX_ROWS:,} rows. Keep only the filled-in sheet in it.")
    except csv.Error as error:
        raise SheetError(
            f"{name} is damaged: row {len(found) + 1} cannot be read. Save the sheet again as CSV or XLSX."
        ) from error
    return _numbered(found)


def _numbered(found: list[list[str]]) -> tuple[Row, ...]:
    """The rows with their numbers; empty rows are left out, but counted."""
    trimmed = [tuple(" ".join(cell.split()) for cell in cells[:MAX_COLUMNS]) for cells in found]
    return tuple((number, cells) for number, cells in enumerate(trimmed, start=1) if any(cells))
