"""Resumes made by fpdf2 from cells, tables and text columns."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from parts import Block, Manner, Para, Resume, Sheet, halves, runs, sidebar, single, spaced

MARGIN, GUTTER = 15.0, 8.0
GLYPHS = "✉☎⌂⚑"


def font_file(pattern: str) -> str:
    """Where the machine keeps a font."""
    command = ["fc-match", "--format=%{file}", pattern]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class Paper(FPDF):
    """A document that knows its sheet."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(format="A4")
        self.sheet, self.size = sheet, sheet.look.get("size", 9.5)
        self.set_creation_date(datetime(2026, 1, 1, tzinfo=UTC))
        self.set_margins(MARGIN, 22 if sheet.running else MARGIN)
        self.set_auto_page_break(True, MARGIN)
        family = sheet.look.get("family", "Liberation Sans")
        self.add_font("main", "", font_file(family))
        self.add_font("main", "B", font_file(f"{family}:bold"))
        self.add_font("signs", "", font_file("DejaVu Sans"))
        self.add_page()

    def header(self) -> None:
        """Write the running header and the page number."""
        if self.sheet.running:
            self.set_font("main", "", 8)
            self.set_xy(MARGIN, 10)
            self.cell(90, 4, self.sheet.running[0])
            self.cell(0, 4, f"Page {self.page_no()}", align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            self.set_y(22)

    def block(self, block: Block, x: float, y: float, width: float) -> float:
        """Write a block and return where it ends."""
        self.set_left_margin(x)
        self.set_right_margin(self.w - x - width)
        self.set_xy(x, y)
        for kind, paras in runs(block):
            if kind == "row":
                self._table(paras)
                continue
            for at, para in enumerate(paras):
                self._para(para, at, width)
        return float(self.get_y())

    def _table(self, paras: list[Para]) -> None:
        self.set_font("main", "", self.size)
        with self.table(col_widths=(1, 4), first_row_as_headings=False, text_align="LEFT", padding=0.8) as table:
            for para in paras:
                table.row((para.before, para.text))

    def _para(self, para: Para, at: int, width: float) -> None:
        high = self.size * 0.48
        if para.kind == "heading":
            self._heading(para)
            return
        self.set_font("main", "B" if para.kind in ("name", "entry") else "", 20 if para.kind == "name" else self.size)
        sign = {"bullet": self.sheet.look.get("mark", "•"), "contact": GLYPHS[at % len(GLYPHS)]}.get(para.kind, "")
        indent = 4.5 if sign else 0.0
        if sign:
            style = self.font_style
            self.set_font("signs" if para.kind == "contact" else "main", "", self.size)
            self.cell(indent, high, sign)
            self.set_font("main", style, self.size)
        if para.after:
            self.cell(width * 0.7, high, para.text)
            self.set_font("main", "", self.size)
            self.cell(width * 0.3, high, para.after, align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            return
        align = self.sheet.look.get("align", "L") if para.kind in ("text", "bullet") else "L"
        tall = 9 if para.kind == "name" else high
        self.multi_cell(width - indent, tall, para.text, align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _heading(self, para: Para) -> None:
        look = self.sheet.look
        self.ln(2.2)
        self.set_font("main", "B", self.size + 2)
        self.set_char_spacing(look.get("spacing", 0))
        shown = spaced(para.text) if look.get("spaced") else para.text
        self.cell(0, 6, shown, border="B" if look.get("ruled") else 0, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.set_char_spacing(0)
        self.ln(0.8)


def fpdf2(sheets: list[Sheet], folder: Path) -> None:
    """Print the sheets by fpdf2."""
    for sheet in sheets:
        paper = Paper(sheet)
        _regions(paper)
        paper.output(str(folder / f"{sheet.name}.pdf"))


def _regions(paper: Paper) -> None:
    y, full = paper.get_y(), paper.w - 2 * MARGIN
    look = paper.sheet.look
    for region in paper.sheet.regions:
        if len(region.blocks) == 1:
            y = paper.block(region.blocks[0], MARGIN, y, full) + 3
            continue
        first = (full - GUTTER) * look.get("share", 0.5)
        places = ((MARGIN, first), (MARGIN + first + GUTTER, full - GUTTER - first))
        for block, (x, width) in zip(region.blocks, places, strict=True):
            if look.get("boxes"):
                paper.rect(x - 2, y - 2, width + 4, paper.h - y - MARGIN + 4)
            paper.block(block, x, y, width)


def fpdf2_sheets() -> list[Sheet]:
    """The sheets of fpdf2."""
    own, paged = Manner(place="own"), Resume("embedded", Manner(skills="rows"))
    spaced_out = Resume("web", Manner(upper=True))
    return [
        Sheet(
            "fpdf2-running-header", "fpdf2", "one column, several pages, running header, page numbers, ruled table",
            single(paged), {"size": 12.5}, (f"{paged.person.name}, resume", "Page"),
        ),
        Sheet(
            "fpdf2-halves", "fpdf2", "two equal columns, justified text, dates flush right, 8.5 pt type",
            halves(Resume("security", own)), {"align": "J", "size": 8.5},
        ),
        Sheet(
            "fpdf2-boxes", "fpdf2", "two columns, sidebar left, both in boxes, icons before contact lines, bullet –",
            sidebar(Resume("support", own)), {"boxes": True, "share": 0.3, "mark": "–", "size": 9},
        ),
        Sheet(
            "fpdf2-letter-spacing", "fpdf2", "one column, letter-spaced headings by character spacing, ruled lines",
            single(spaced_out), {"spacing": 4, "ruled": True, "mark": "▪"},
        ),
        Sheet(
            "fpdf2-spaced-headings", "fpdf2", "two columns, sidebar right, serif font, headings spaced by real spaces",
            sidebar(Resume("data", Manner(place="own", upper=True)), "right"),
            {"share": 0.68, "family": "DejaVu Serif", "spaced": True, "size": 8},
        ),
    ]  # fmt: skip
