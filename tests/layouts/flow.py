"""Resumes set by ReportLab's platypus: frames, tables and flowing paragraphs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from parts import Block, Manner, Para, Resume, Sheet, runs, sections, sidebar, single, spaced
from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    HRFlowable,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Table,
)

WIDTH, HEIGHT = A4
MARGIN, HEAD = 42.0, 62.0
SIDE = 160.0


class Story:
    """The flowables of a block in a column of a given width."""

    def __init__(self, width: float, look: dict[str, Any], color: Any = black) -> None:
        self.width, self.look = width, look
        size = look.get("size", 9.5)
        base = {"fontName": look.get("font", "Helvetica"), "fontSize": size, "leading": size * 1.3, "textColor": color}
        bold = base | {"fontName": look.get("bold", "Helvetica-Bold")}
        self.text = ParagraphStyle("text", **base | look.get("text", {}))
        self.bullet = ParagraphStyle("bullet", parent=self.text, leftIndent=11)
        self.right = ParagraphStyle("right", **base, alignment=2)
        self.bold = ParagraphStyle("bold", **bold, spaceBefore=3)
        self.heading = ParagraphStyle("heading", **bold | {"fontSize": size + 2.5, "leading": size + 6}, spaceBefore=7)
        self.name = ParagraphStyle("name", **bold | {"fontSize": 20, "leading": 24})

    def make(self, block: Block) -> list[Flowable]:
        """The whole block, or its rail and text when the look asks for a rail."""
        if not self.look.get("rail"):
            return self._flow(block)
        rail = 90.0
        found: list[Flowable] = []
        for heading, body in sections(block):
            inner = Story(self.width - rail - 12, self.look | {"rail": False})._flow(body)
            if heading is None:
                found += inner
                continue
            table = Table([[Paragraph(heading.text, self.heading), inner]], [rail, self.width - rail])
            table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEABOVE", (0, 0), (-1, 0), 0.5, black)])
            found.append(table)
        return found

    def _flow(self, block: Block) -> list[Flowable]:
        return [flowable for kind, paras in runs(block) for flowable in self._run(kind, paras)]

    def _run(self, kind: str, paras: list[Para]) -> list[Flowable]:
        if kind == "row":
            rows = [[Paragraph(para.before, self.bold), Paragraph(para.text, self.text)] for para in paras]
            return [Table(rows, [85, self.width - 85], style=[("GRID", (0, 0), (-1, -1), 0.6, black)])]
        if kind == "cell":
            texts = [Paragraph(escape(para.text), self.text) for para in paras]
            rows = [texts[at : at + 3] for at in range(0, len(texts), 3)]
            rows[-1] += [""] * (3 - len(rows[-1]))
            return [Table(rows, [self.width / 3] * 3, style=[("TOPPADDING", (0, 0), (-1, -1), 0)])]
        return [flowable for para in paras for flowable in self._para(para)]

    def _para(self, para: Para) -> list[Flowable]:
        text = escape(para.text)
        if para.after:
            cells = [[Paragraph(text, self.bold), Paragraph(para.after, self.right)]]
            style = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                     ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]  # fmt: skip
            dates = self.text.fontSize * 10.5
            return [Table(cells, [self.width - dates, dates], style=style)]
        if para.kind == "heading":
            shown = spaced(para.text).replace("  ", "&nbsp;&nbsp;") if self.look.get("spaced") else text
            rule = [HRFlowable("100%", 0.6, color=black, spaceAfter=3)] if self.look.get("ruled") else []
            return [Paragraph(shown, self.heading), *rule]
        if para.kind == "bullet":
            return [Paragraph(text, self.bullet, bulletText=self.look.get("mark", "•"))]
        style = {"name": self.name, "entry": self.bold}.get(para.kind, self.text)
        return [Paragraph(text, style)]


def platypus(sheets: list[Sheet], folder: Path) -> None:
    """Print the sheets by platypus."""
    for sheet in sheets:
        document = BaseDocTemplate(str(folder / f"{sheet.name}.pdf"), pagesize=A4, invariant=1, title=sheet.name)
        (_one_column if len(sheet.regions[-1].blocks) == 1 else _two_frames)(document, sheet)


def _one_column(document: BaseDocTemplate, sheet: Sheet) -> None:
    def decorate(canvas: Canvas, _: Any) -> None:
        if sheet.running:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(MARGIN, HEIGHT - 30, sheet.running[0])
            canvas.drawRightString(WIDTH - MARGIN, 28, f"Page {canvas.getPageNumber()}")

    frame = Frame(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=decorate))
    story = Story(WIDTH - 2 * MARGIN, dict(sheet.look))
    document.build([part for region in sheet.regions for part in story.make(region.blocks[0])])


def _two_frames(document: BaseDocTemplate, sheet: Sheet) -> None:
    narrow_left = sheet.look.get("side", "left") == "left"
    wide = WIDTH - 2 * MARGIN - SIDE - 20
    widths = (SIDE, wide) if narrow_left else (wide, SIDE)
    xs = (MARGIN, MARGIN + widths[0] + 20)
    low = HEIGHT - MARGIN - HEAD
    frames = [Frame(MARGIN, low, WIDTH - 2 * MARGIN, HEAD, 0, 0, 0, 0)]
    frames += [Frame(x, MARGIN, width, low - MARGIN, 0, 0, 0, 0) for x, width in zip(xs, widths, strict=True)]
    document.addPageTemplates(PageTemplate("page", frames, onPage=_shade(sheet, xs, widths, low)))
    ink = white if sheet.look.get("shade") else black
    colors = (ink, black) if narrow_left else (black, ink)
    story: list[Flowable] = [NextPageTemplate("page"), *Story(WIDTH, dict(sheet.look)).make(sheet.regions[0].blocks[0])]
    for block, width, color in zip(sheet.regions[1].blocks, widths, colors, strict=True):
        story += [FrameBreak(), *Story(width, dict(sheet.look), color).make(block)]
    document.build(story)


def _shade(sheet: Sheet, xs: tuple[float, float], widths: tuple[float, float], top: float) -> Callable[..., None]:
    def decorate(canvas: Canvas, _: Any) -> None:
        if shade := sheet.look.get("shade"):
            at = widths.index(SIDE)
            canvas.setFillColor(HexColor(shade))
            canvas.rect(xs[at] - 8, MARGIN - 8, widths[at] + 16, top - MARGIN + 12, stroke=0, fill=1)

    return decorate


def platypus_sheets() -> list[Sheet]:
    """The sheets of platypus."""
    own = Manner(place="own")
    paged, rows = Resume("security"), Resume("data", Manner(skills="rows", upper=True))
    justified = {"alignment": 4, "hyphenationLang": "en_GB", "embeddedHyphenation": 1}
    times = {"font": "Times-Roman", "bold": "Times-Bold"}
    return [
        Sheet(
            "reportlab-skill-table", "ReportLab platypus",
            "one column, skills in a ruled table, headings spaced by real spaces with ruled lines",
            single(rows), {"spaced": True, "ruled": True},
        ),
        Sheet(
            "reportlab-frames", "ReportLab platypus", "two columns, coloured sidebar left with white text, two frames",
            sidebar(Resume("network", own)), {"shade": "#2f5d50", "size": 9},
        ),
        Sheet(
            "reportlab-running-header", "ReportLab platypus", "one column, several pages, running header and page"
            " numbers, justified text, hyphenated line ends",
            single(paged), {**times, "size": 15, "text": justified}, (f"{paged.person.name}, resume", "Page"),
        ),
        Sheet(
            "reportlab-rail", "ReportLab platypus", "one column, label rail at left in a table, bullet –",
            single(Resume("web")), {"rail": True, "mark": "–", "size": 9},
        ),
    ]  # fmt: skip
