"""Resumes printed by LibreOffice: from DOCX made here by python-docx, and from ODT that it makes of HTML itself."""

import shutil
import subprocess
import tempfile
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from parts import Block, Para, Region, Sheet, runs, sections, spaced

WHITE = RGBColor(255, 255, 255)
BORDER = '<w:pBdr {}><w:bottom w:val="single" w:sz="6" w:space="1" w:color="444444"/></w:pBdr>'


def convert(source: Path, kind: str, folder: Path, profile: Path, *more: str) -> None:
    """Let LibreOffice convert a file."""
    office = shutil.which("soffice") or "soffice"
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", *more, "--convert-to", kind]
    command += ["--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True)


class Word:
    """A DOCX of one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.look = sheet, dict(sheet.look)
        self.document = Document()
        self.document.core_properties.created = self.document.core_properties.modified = datetime(2026, 1, 1)
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = self.look.get("font", "Liberation Sans"), Pt(self.look.get("size", 9.5))
        normal.paragraph_format.space_after = Pt(1)
        self._page(self.document.sections[0])
        if sheet.running:
            self._running()

    def _page(self, section: Any) -> None:
        section.page_width, section.page_height = Mm(210), Mm(297)
        if self.look.get("landscape"):
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin = section.right_margin = Mm(16)
        section.top_margin = section.bottom_margin = Mm(24 if self.sheet.running else 14)
        self.full = (section.page_width - section.left_margin - section.right_margin) / Mm(1)

    def save(self, path: Path) -> None:
        """Write all regions."""
        for region in self.sheet.regions:
            if region.new_page:
                self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            if len(region.blocks) == 1:
                self._fill(self.document, region.blocks[0], self.full)
            elif self.look.get("columns"):
                self._word_columns(region)
            else:
                self._table(region)
        self.document.save(str(path))

    def _running(self) -> None:
        section = self.document.sections[0]
        section.header.paragraphs[0].text = self.sheet.running[0]
        footer = section.footer.paragraphs[0]
        footer.add_run("Page ")
        footer._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))

    def _word_columns(self, region: Region) -> None:
        section = self.document.add_section(WD_SECTION.CONTINUOUS)
        columns = OxmlElement("w:cols")
        columns.set(qn("w:num"), "2")
        columns.set(qn("w:space"), "400")
        for old in section._sectPr.findall(qn("w:cols")):
            section._sectPr.remove(old)
        section._sectPr.append(columns)
        width = self.full / 2 - 4
        self._fill(self.document, region.blocks[0], width)
        self.document.paragraphs[-1].add_run().add_break(WD_BREAK.COLUMN)
        self._fill(self.document, region.blocks[1], width)

    def _table(self, region: Region) -> None:
        share = self.look.get("share", 0.5)
        widths = (self.full * share, self.full * (1 - share))
        table = self.document.add_table(1, 2)
        table.autofit = False
        for at, (block, width) in enumerate(zip(region.blocks, widths, strict=True)):
            cell = table.rows[0].cells[at]
            table.columns[at].width = cell.width = Mm(width)
            if at == 0 and (shade := self.look.get("shade")):
                cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{shade}"/>'))
            self._fill(cell, block, width - 5, WHITE if at == 0 and self.look.get("shade") else None)
            cell._tc.remove(cell.paragraphs[0]._p)

    def _fill(self, where: Any, block: Block, width: float, color: RGBColor | None = None) -> None:
        if self.look.get("rail") and len(sections(block)) > 1:
            self._rail(where, block, width)
            return
        for kind, paras in runs(block):
            if kind in ("row", "cell"):
                self._grid(where, kind, paras)
                continue
            for para in paras:
                self._para(where.add_paragraph(), para, width, color)

    def _rail(self, where: Any, block: Block, width: float) -> None:
        found = sections(block)
        table = where.add_table(len(found), 2)
        table.autofit = False
        table.columns[0].width, table.columns[1].width = Mm(34), Mm(width - 34)
        for row, (heading, body) in zip(table.rows, found, strict=True):
            row.cells[0].width, row.cells[1].width = Mm(34), Mm(width - 34)
            if heading:
                self._para(row.cells[0].paragraphs[0], heading, 34)
                row.cells[0].paragraphs[0].paragraph_format.space_before = Pt(0)
            self._fill(row.cells[1], body, width - 38)
            row.cells[1]._tc.remove(row.cells[1].paragraphs[0]._p)

    def _grid(self, where: Any, kind: str, paras: list[Para]) -> None:
        texts = [text for para in paras for text in ((para.before, para.text) if kind == "row" else (para.text,))]
        wide = 2 if kind == "row" else 3
        table = where.add_table(-(-len(texts) // wide), wide)
        if kind == "row":
            table.style = "Table Grid"
        for at, text in enumerate(texts):
            cell = table.cell(at // wide, at % wide)
            cell.text = text
            if kind == "row":
                cell.width = Mm((36, self.full - 36)[at % 2])

    def _para(self, made: Any, para: Para, width: float, color: RGBColor | None = None) -> None:
        heading = para.kind == "heading"
        shown = spaced(para.text) if heading and self.look.get("spaced") else para.text
        run = made.add_run(shown)
        run.bold = para.kind in ("name", "heading", "entry")
        run.font.size = {"name": Pt(20), "heading": Pt(12)}.get(para.kind)
        if para.kind == "bullet":
            made.style = self.look.get("list", "List Bullet")
            if mark := self.look.get("mark"):
                made.style, run.text = "Normal", f"{mark}\t{shown}"
                made.paragraph_format.left_indent, made.paragraph_format.first_line_indent = Mm(5), Mm(-5)
        if para.kind in ("bullet", "text") and self.look.get("justified"):
            made.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        if para.after:
            made.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
            made.add_run(f"\t{para.after}")
        if heading:
            made.paragraph_format.space_before = Pt(7)
            made.paragraph_format.keep_with_next = True
            if self.look.get("ruled"):
                made._p.get_or_add_pPr().append(parse_xml(BORDER.format(nsdecls("w"))))
        for part in made.runs:
            if color is not None:
                part.font.color.rgb = color


ODT_CSS = """@page { size: 21cm 29.7cm; margin: 1.6cm }
p, div, li, td { font-family: "Liberation Sans"; font-size: 9.5pt }
p { margin: 0 0 1pt 0 } li { margin: 0 } h1 { font: bold 20pt "Liberation Sans"; margin: 0 }
h2 { font: bold 12pt "Liberation Sans"; margin: 8pt 0 2pt 0 }"""


class Web:
    """HTML such as LibreOffice reads: tables for columns, no flex."""

    def __init__(self, sheet: Sheet) -> None:
        self.look = dict(sheet.look)
        body = "".join(self._region(region) for region in sheet.regions)
        style = ODT_CSS + self.look.get("css", "")
        self.html = f'<html><head><meta charset="utf-8"><style>{style}</style></head><body>{body}</body></html>'

    def _region(self, region: Region) -> str:
        if len(region.blocks) == 1:
            return self._block(region.blocks[0])
        cells = zip(self.look.get("widths", ("50%", "50%")), region.blocks, strict=True)
        inner = "".join(f'<td width="{width}" valign="top">{self._block(block)}</td>' for width, block in cells)
        return f'<table width="100%" border="0" cellpadding="6"><tr>{inner}</tr></table>'

    def _block(self, block: Block) -> str:
        return "".join(self._run(kind, paras) for kind, paras in runs(block))

    def _run(self, kind: str, paras: list[Para]) -> str:
        if kind == "bullet":
            return f"<ul>{''.join(f'<li>{escape(para.text)}</li>' for para in paras)}</ul>"
        if kind == "row":
            rows = (f'<tr><td width="22%">{escape(p.before)}</td><td>{escape(p.text)}</td></tr>' for p in paras)
            return f'<table border="1" width="100%" cellspacing="0" cellpadding="3">{"".join(rows)}</table>'
        if kind == "cell":
            cells = [f"<td>{escape(para.text)}</td>" for para in paras]
            rows = (f"<tr>{''.join(cells[at : at + 3])}</tr>" for at in range(0, len(cells), 3))
            return f'<table border="0" width="100%">{"".join(rows)}</table>'
        tag = {"name": "h1", "heading": "h2"}.get(kind, "div")
        start, end = ("<b>", "</b>") if kind == "entry" else ("", "")
        return "".join(f"<{tag}>{start}{escape(para.text)}{end}</{tag}>" for para in paras)


def libreoffice(sheets: list[Sheet], folder: Path) -> None:
    """Print the sheets by LibreOffice."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        profile = work / "profile"
        for sheet in sheets:
            if sheet.producer.endswith("DOCX"):
                source = work / f"{sheet.name}.docx"
                Word(sheet).save(source)
            else:
                page = work / f"{sheet.name}.html"
                page.write_text(Web(sheet).html, encoding="utf-8")
                convert(page, "odt:writer8", work, profile, "--infilter=HTML (StarWriter)")
                source = work / f"{sheet.name}.odt"
            convert(source, "pdf", folder, profile)
