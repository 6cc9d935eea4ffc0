"""Reads the visible text of Word files in reading order. Nothing outside the file is fetched.

lxml parses the parts. Word libraries lose text boxes, headers and nested tables, and a hostile table of two kilobytes
costs them gigabytes of memory.
"""

import unicodedata
import zipfile
from collections.abc import Iterator

from lxml import etree

from skillgap.characters import READABLE
from skillgap.documents import docx_hidden, docx_tables, zip_directory
from skillgap.documents.limits import CHUNK, MAX_PARTS, MAX_UNPACKED
from skillgap.documents.page import hidden_text
from skillgap.errors import DocumentError
from skillgap.model.resume import Document, Notice

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode())
"""How Word names the same elements in a file that is saved as "Strict Open XML", and how it does else."""
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SKIPPED = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}instrText",
    f"{W}delText",
    f"{W}delInstrText",
    f"{MC}Fallback",
    f"{W}rPr",
    f"{W}pPr",
    f"{W}tblPr",
}
BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
BULLET = "\u2022 "
STYLES = "word/styles.xml"
MAX_DEPTH = 200
"""Depth of nested elements that is followed; word processors write far less."""


def read(data: bytes, name: str) -> Document:
    """The headers, the body with tables and text boxes, the notes and the footers; one line a paragraph.

    Raises:
        DocumentError: The file is damaged, locked, too large inside, or holds no text.
    """
    try:
        parts = dict(_parts(data, name))
    except DocumentError:
        raise
    except Exception as error:
        raise DocumentError(
            f"{name} is damaged and cannot be opened. Save it again as DOCX or PDF and upload that."
        ) from error
    # styles matter only where one hides its text
    styles = parts.pop(STYLES, b"")
    reader = _Reader(docx_hidden.hiding_styles(_root(styles, name)) if b"vanish" in styles else {})
    lines = [line for part in sorted(parts, key=_order) for line in reader.blocks(_root(parts[part], name))]
    words = unicodedata.normalize("NFKC", "\n".join(lines).translate(READABLE)).strip()
    if not words:
        raise DocumentError(
            f"{name} holds no text, perhaps only pictures. Upload a version with text that can be selected."
        )
    hidden = " ".join(" ".join(reader.hidden).split())
    notices = (Notice("hidden-text", hidden_text(name, "hidden text", hidden)),) if hidden else ()
    return Document(name, words, notices=notices)


def _order(part: str) -> tuple[int, str]:
    """Headers before the body, footers and notes after it."""
    stem = part.removeprefix("word/")
    ranks = {"header": 0, "document": 1, "footnotes": 2, "endnotes": 3, "footer": 4}
    return next(rank for prefix, rank in ranks.items() if stem.startswith(prefix)), stem


def _parts(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of each part with text, unpacked up to ``MAX_UNPACKED`` bytes in all."""
    left = MAX_UNPACKED
    with zip_directory.opened(data) as archive:
        entries = archive.infolist()
        if len(entries) > MAX_PARTS:
            raise DocumentError(f"{name} has more than {MAX_PARTS} parts inside. Save it as PDF and upload that.")
        wanted = ("word/header", "word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "word/footer", STYLES)
        for entry in entries:
            if not (entry.filename.startswith(wanted) and entry.filename.endswith(".xml")):
                continue
            if entry.flag_bits & 1 or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                raise DocumentError(
                    f"{name} is locked or packed in a way that is not read. Save it again without a password."
                )
            # the size in the list of files may be false, so the bytes are counted while they are unpacked
            content = bytearray()
            with archive.open(entry) as stream:
                while chunk := stream.read(CHUNK):
                    content += chunk
                    if len(content) > left:
                        raise DocumentError(
                            f"{name} is too large inside. Save the resume alone, without extras, as PDF."
                        )
            left -= len(content)
            yield entry.filename, bytes(content)


def _root(content: bytes, name: str) -> etree._Element:
    """The parsed XML of a part; declarations are refused, for entities could swell or fetch other files."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content.replace(*STRICT), parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError(
            f"{name} is damaged and cannot be opened. Save it again as DOCX or PDF and upload that."
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentError(
            f"{name} holds declarations that no word processor writes, so it is not read. Save it as PDF."
        )
    return root


class _Reader:
    """Reads the parts of one file and collects hidden text apart.

    Args:
        styles: Style id -> whether the style hides its text.
    """

    def __init__(self, styles: dict[str, bool]) -> None:
        self.styles = styles
        self.hidden: list[str] = []

    def blocks(self, element: etree._Element, depth: int = 0) -> Iterator[str]:
        """Lines of the paragraphs and tables below an element."""
        if depth > MAX_DEPTH:
            return
        for child in element:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, depth + 1)
            elif child.tag == f"{W}tbl":
                # rows of a table nested in a cell belong to that cell
                rows = (row for row in child.iter(f"{W}tr") if _owner(row, f"{W}tbl") is child)
                yield from docx_tables.lines([self._cells(row, depth + 1) for row in rows])
            elif child.tag not in SKIPPED:
                yield from self.blocks(child, depth + 1)

    def _cells(self, row: etree._Element, depth: int) -> list[list[str]]:
        """The lines of each cell of a row."""
        cells = (cell for cell in row.iter(f"{W}tc") if _owner(cell, f"{W}tr") is row)
        return [[line for line in self.blocks(cell, depth + 1) if line.strip()] for cell in cells]

    def _paragraph(self, paragraph: etree._Element, depth: int) -> Iterator[str]:
        """The paragraph's line or lines, then those of the text boxes anchored in it."""
        words: list[str] = []
        boxes: list[etree._Element] = []
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        named = style.get(f"{W}val", "") if style is not None else ""
        self._runs(paragraph, words, boxes, depth, self.styles.get(named, False))
        line = "".join(words)
        # Word draws the bullet of a list itself; the text must show that it is an item
        listed = named.startswith("List") or paragraph.find(f"{W}pPr/{W}numPr") is not None
        yield f"{BULLET}{line}" if listed and line.strip() else line
        for box in boxes:
            yield from self.blocks(box, depth + 1)

    def _runs(
        self, element: etree._Element, words: list[str], boxes: list[etree._Element], depth: int, hidden: bool
    ) -> None:
        """Add the words of an element to ``words``, its text boxes to ``boxes``, hidden words to ``self.hidden``."""
        if depth > MAX_DEPTH:
            return
        for child in element:
            if child.tag == f"{W}t":
                words.append(child.text or "")
            elif child.tag in BREAKS:
                words.append(BREAKS[child.tag])
            elif child.tag == f"{W}txbxContent":
                boxes.append(child)
            elif child.tag == f"{W}r" and docx_hidden.is_hidden(child, self.styles, hidden):
                self._runs(child, self.hidden, boxes, depth + 1, hidden)
            elif child.tag not in SKIPPED:
                self._runs(child, words, boxes, depth + 1, hidden)


def _owner(element: etree._Element, tag: str) -> etree._Element | None:
    """The nearest element of a kind around an element."""
    return next(element.iterancestors(tag), None)
