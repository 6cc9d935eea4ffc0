"""Resumes drawn on a bare ReportLab canvas, every line at a place of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parts import Block, Manner, Resume, Sheet, halves, sidebar, single
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

PLAIN, BOLD, SIGNS = "Helvetica", "Helvetica-Bold", "ZapfDingbats"
ICONS = "✉✆❖✎"
MARGIN, GUTTER = 40.0, 22.0


@dataclass(frozen=True)
class Line:
    """One line of a column: where its text stands and what stands beside it."""

    text: str
    font: str
    size: float
    indent: float = 0
    sign: str = ""
    left: str = ""
    right: str = ""
    gap: float = 0
    bar: float = 0


def laid(block: Block, width: float, look: dict[str, Any]) -> Iterator[Line]:
    """The lines of a block in a column."""
    size = look.get("size", 9.0)
    fonts = {"name": (BOLD, 19.0), "headline": (PLAIN, 12.0), "heading": (BOLD, size + 2), "entry": (BOLD, size)}
    icons = iter(ICONS)
    for number, para in enumerate(block):
        font, points = fonts.get(para.kind, (PLAIN, size))
        indent = look.get("rail", 0) + (10 if para.kind == "bullet" else 14 if para.kind == "contact" else 0)
        if para.kind in ("name", "headline", "contact-line", "heading"):
            indent = 0
        sign = {"bullet": look.get("mark", "•"), "contact": next(icons, "") if para.kind == "contact" else ""}
        gap = {"heading": size * 0.8, "entry": size * 0.3}.get(para.kind, 0)
        bar = 0.5 + number * 17 % 50 / 100 if para.kind == "bar" else 0
        for at, text in enumerate(simpleSplit(para.text, font, points, width - indent)):
            if at:
                yield Line(text, font, points, indent)
            else:
                yield Line(text, font, points, indent, sign.get(para.kind, ""), para.before, para.after, gap, bar)


class Pen:
    """Draws the lines of one sheet."""

    def __init__(self, sheet: Sheet, canvas: Canvas) -> None:
        self.sheet, self.look, self.canvas = sheet, dict(sheet.look), canvas

    def column(self, block: Block, x: float, y: float, width: float) -> float:
        """Draw a block downwards from y and return where it ends."""
        for line in laid(block, width, self.look):
            y -= line.gap + line.size * 1.32
            self.line(line, x, y, width)
        return y

    def rows(self, blocks: tuple[Block, ...], xs: list[float], y: float, widths: list[float]) -> None:
        """Draw two blocks row by row, a line of the left and then a line of the right, on common baselines."""
        lines = [list(laid(block, width, self.look)) for block, width in zip(blocks, widths, strict=True)]
        for row in range(max(map(len, lines))):
            y -= self.look.get("size", 9.0) * 1.4
            for column, x, width in zip(lines, xs, widths, strict=True):
                if row < len(column):
                    self.line(column[row], x, y, width)

    def line(self, line: Line, x: float, y: float, width: float) -> None:
        """Draw one line."""
        if line.sign:
            self._say(line.sign, SIGNS if line.sign in "➢✉✆❖✎❍■" else PLAIN, line.size, x + line.indent - 10, y)
        if line.left:
            self._say(line.left, PLAIN, line.size, x, y)
        self._say(line.text, line.font, line.size, x + line.indent, y)
        if line.right:
            self._say(line.right, PLAIN, line.size, x + width - stringWidth(line.right, PLAIN, line.size), y)
        if line.bar:
            self.canvas.rect(x + width * 0.66, y, width * 0.34 * line.bar, 4, stroke=0, fill=1)

    def _say(self, text: str, font: str, size: float, x: float, y: float) -> None:
        self.canvas.setFont(font, size)
        if not self.look.get("words"):
            self.canvas.drawString(x, y, text)
            return
        for word in text.split():
            self.canvas.drawString(x, y, word)
            x += stringWidth(f"{word} ", font, size)


def drawn(sheets: list[Sheet], folder: Path) -> None:
    """Print the sheets on bare canvases."""
    for sheet in sheets:
        # The canvas swaps the sides of a page that is turned: asked for a landscape page, it makes an upright one.
        size = landscape(A4) if sheet.look.get("turn") else A4
        canvas = Canvas(str(folder / f"{sheet.name}.pdf"), pagesize=size, invariant=1, pageCompression=1)
        if turn := sheet.look.get("turn"):
            _turn(canvas, turn)
        _page(Pen(sheet, canvas), *size)
        canvas.showPage()
        canvas.save()


def _turn(canvas: Canvas, turn: int) -> None:
    """Give the page a /Rotate and draw so that it shows upright."""
    canvas.setPageRotation(turn)
    canvas.rotate(turn)
    canvas.translate(*((0, -A4[0]) if turn == 90 else (-A4[1], 0)))


def _page(pen: Pen, width: float, height: float) -> None:
    y = height - MARGIN
    for region in pen.sheet.regions:
        if len(region.blocks) == 1:
            y = pen.column(region.blocks[0], MARGIN, y, width - 2 * MARGIN) - 8
            continue
        usable = width - 2 * MARGIN - GUTTER
        first = usable * pen.look.get("share", 0.5)
        xs, widths = [MARGIN, MARGIN + first + GUTTER], [first, usable - first]
        if pen.look.get("interleaved"):
            pen.rows(region.blocks, xs, y, widths)
            continue
        for block, x, wide in zip(region.blocks, xs, widths, strict=True):
            pen.column(block, x, y, wide)
    if rail := pen.look.get("rail"):
        pen.canvas.line(MARGIN + rail - 8, MARGIN, MARGIN + rail - 8, height - 150)


def canvas_sheets() -> list[Sheet]:
    """The sheets of the bare canvas."""
    own = Manner(place="own")
    own_bars = Manner(place="own", skills="bars")
    return [
        Sheet(
            "canvas-interleaved", "ReportLab canvas", "two equal columns, drawn row by row across both, bullet ➢",
            halves(Resume("cloud", own)), {"interleaved": True, "mark": "➢"},
        ),
        Sheet(
            "canvas-rotate-90", "ReportLab canvas", "two equal columns, page with /Rotate 90, landscape",
            halves(Resume("support", own)), {"turn": 90},
        ),
        Sheet(
            "canvas-rotate-270", "ReportLab canvas", "one column, page with /Rotate 270, landscape, 8 pt type",
            single(Resume("network", Manner(skills="rows"))), {"turn": 270, "size": 8.0, "rail": 84.0},
        ),
        Sheet(
            "canvas-timeline", "ReportLab canvas", "one column, timeline with dates at left and a drawn line, 8.5 pt",
            single(Resume("quality", Manner(dates="before"))), {"rail": 105.0, "size": 8.5},
        ),
        Sheet(
            "canvas-words", "ReportLab canvas", "two columns, sidebar right, icons, skill bars, each word drawn alone",
            sidebar(Resume("embedded", own_bars), "right"), {"share": 0.68, "words": True, "mark": "–"},
        ),
    ]  # fmt: skip
