"""Reads the cells of every sheet of a workbook as lines of text with tabs. No formula is run.

lxml parses the sheets, so that a reading process need not load a spreadsheet library.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from lxml import etree

from skillgap.documents import zip_directory
from skillgap.documents.limits import CHUNK, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_SHEET_UNPACKED, MAX_TEXT
from skillgap.errors import DocumentError
from skillgap.model.resume import Document

M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MAX_CELL = 5_000
"""Characters of a cell that are read."""
STRICT = (b"http://purl.oclc.org/ooxml/spreadsheetml/main", M[1:-1].encode())
"""How Excel names the same elements in a file that is saved as "Strict Open XML", and how it does else."""
STRINGS = "xl/sharedStrings.xml"
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_DIGITS = re.compile(r"[0-9]{1,9}")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def read(data: bytes, name: str) -> Document:
    """Every row of every sheet as a line, empty rows included; sheets begin at ``page_starts``.

    Raises:
        DocumentError: The file is damaged, locked or too large.
    """
    try:
        parts = _parts(data, name)
        shared = ["".join(_texts(item)) for item in _root(parts.pop(STRINGS, b"<sst/>")).iter(f"{M}si")]
        size, sheets = 0, []
        for part in sorted(parts, key=lambda part: int(_SHEET.fullmatch(part)[1])):  # type: ignore[index]
            lines = []
            for line in _lines(_root(parts[part]), shared, name):
                size += len(line) + 1
                if size > MAX_TEXT:
                    raise DocumentError(f"{name} holds too much text. Keep only the filled-in sheet in it.")
                lines.append(line)
            sheets.append("\n".join(lines) + "\n")
    except DocumentError:
        raise
    except Exception as error:
        raise DocumentError(
            f"{name} is damaged and cannot be opened. Save it again as XLSX or CSV and choose that."
        ) from error
    if not sheets:
        raise DocumentError(f"{name} holds no sheet. Save it again as XLSX or CSV and choose that.")
    starts = accumulate((len(sheet) for sheet in sheets[:-1]), initial=0)
    return Document(name, "".join(sheets), tuple(starts))


def _parts(data: bytes, name: str) -> dict[str, bytes]:
    """The sheets and their shared strings, unpacked up to the limit."""
    found, left = {}, MAX_SHEET_UNPACKED
    with zip_directory.opened(data) as archive:
        for entry in archive.infolist():
            if entry.filename != STRINGS and not _SHEET.fullmatch(entry.filename):
                continue
            content = bytearray()
            with archive.open(entry) as stream:
                while chunk := stream.read(CHUNK):
                    content += chunk
                    if len(content) > left:
                        raise DocumentError(f"{name} is too large inside. Keep only the filled-in sheet in it.")
            left -= len(content)
            found[entry.filename] = bytes(content)
    return found


def _root(content: bytes) -> etree._Element:
    """The parsed XML of a part; declarations are refused, for entities could swell."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(content.replace(*STRICT), parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("no spreadsheet program writes declarations")
    return root


def _texts(item: etree._Element) -> Iterator[str]:
    """The text of a string item, without phonetic guides (ruby) above it."""
    for text in item.iter(f"{M}t"):
        parent = text.getparent()
        if parent is None or parent.tag != f"{M}rPh":
            yield text.text or ""


def _lines(root: etree._Element, shared: list[str], name: str) -> Iterator[str]:
    """The rows by their numbers, with empty lines for rows that the file leaves out."""
    cells, line = 0, 0
    for row in root.iter(f"{M}row"):
        number = _number(row.get("r", ""), line + 1)
        found = _cells(row, shared)
        cells += len(found)
        if number > MAX_ROWS or cells > MAX_CELLS:
            raise DocumentError(f"{name} has more than {MAX_ROWS:,} rows. Keep only the filled-in sheet in it.")
        if not found:
            continue
        yield from [""] * (number - line - 1)
        yield "\t".join(found.get(column, "") for column in range(max(found) + 1))
        line = number


def _number(written: str, least: int) -> int:
    """The number of a row, at least ``least``."""
    # <row r="-5">, or <row r="1"> twice: such a row is the next one
    number = int(written) if _DIGITS.fullmatch(written) else least
    return max(number, least)


def _cells(row: etree._Element, shared: list[str]) -> dict[int, str]:
    """Column, from 0, -> text of its cell, without empty cells and columns beyond ``MAX_COLUMNS``."""
    found, column = {}, -1
    for cell in row.iter(f"{M}c"):
        place = _PLACE.fullmatch(cell.get("r", ""))
        # some programs leave out the places of cells that follow each other
        column = _column(place[1]) if place else column + 1
        text = " ".join(_cell(cell, shared)[:MAX_CELL].split())
        if text and column < MAX_COLUMNS:
            found[column] = text
    return found


def _column(letters: str) -> int:
    """The number of a column, from 0: 26 for "AA"."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _cell(cell: etree._Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(_texts(cell))
    # a cell of type "s" holds the number of a shared string
    value = cell.findtext(f"{M}v") or ""
    return shared[int(value)] if cell.get("t") == "s" else value
