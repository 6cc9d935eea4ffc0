"""Resumes printed by Qt's rich text."""

import os
from html import escape
from pathlib import Path

from parts import Block, Manner, Para, Region, Resume, Sheet, halves, runs, sections, sidebar, single

WIDE = "width='100%' cellspacing='0' cellpadding='0'"


class Page:
    """The rich text of a sheet: Qt knows tables, and neither grids nor flexible boxes."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.look = sheet, dict(sheet.look)

    def html(self) -> str:
        """The whole document."""
        style = f"body {{ font-family: '{self.look.get('font', 'Liberation Sans')}' }} p, li {{ margin: 1px 0 }}"
        return f"<style>{style}</style>" + "".join(map(self._region, self.sheet.regions))

    def _region(self, region: Region) -> str:
        if len(region.blocks) == 1:
            return self._block(region.blocks[0])
        widths = self.look["widths"]
        cells = "".join(
            f"<td width='{width}%' style='padding-right: 14px'>{self._block(block)}</td>"
            for width, block in zip(widths, region.blocks, strict=True)
        )
        return f"<table {WIDE}><tr>{cells}</tr></table>"

    def _block(self, block: Block) -> str:
        found = []
        for heading, body in sections(block):
            if heading:
                found.append(f"<h3>{escape(heading.text)}</h3>")
            found += [self._run(kind, paras) for kind, paras in runs(body)]
        return "".join(found)

    def _run(self, kind: str, paras: list[Para]) -> str:
        if kind == "bullet":
            return f"<ul>{''.join(f'<li>{escape(para.text)}</li>' for para in paras)}</ul>"
        if kind == "row":
            rows = (f"<tr><td><b>{escape(p.before)}</b></td><td>{escape(p.text)}</td></tr>" for p in paras)
            return f"<table border='1' cellpadding='3' cellspacing='0'>{''.join(rows)}</table>"
        return "".join(map(self._para, paras))

    def _para(self, para: Para) -> str:
        tag = {"name": "h1", "entry": "b"}.get(para.kind, "span")
        text = f"<{tag}>{escape(para.text)}</{tag}>"
        if not para.after:
            return text if tag == "h1" else f"<p>{text}</p>"
        after = f"<td align='right'>{escape(para.after)}</td>"
        return f"<table {WIDE}><tr><td width='70%'>{text}</td>{after}</tr></table>"


def qt(sheets: list[Sheet], folder: Path) -> None:
    """Print the sheets by Qt, without a screen."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_HASH_SEED": "0"}
    from PySide6.QtCore import QByteArray, QMarginsF
    from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

    application = QGuiApplication.instance() or QGuiApplication([])
    for sheet in sheets:
        writer = QPdfWriter(str(folder / f"{sheet.name}.pdf"))
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(14, 14, 14, 14),
                        QPageLayout.Unit.Millimeter)
        )  # fmt: skip
        writer.setDocumentXmpMetadata(QByteArray(b" "))  # its own has the time and a random number
        writer.setResolution(sheet.look.get("dots", 1200))
        document = QTextDocument()
        document.setDefaultFont(QFont("Liberation Sans", sheet.look.get("size", 9)))
        document.setHtml(Page(sheet).html())
        document.print_(writer)
        del document, writer
    application.processEvents()


def qt_sheets() -> list[Sheet]:
    """The sheets of Qt."""
    own = Manner(place="own", dates="line")
    return [
        Sheet(
            "qt-one-column", "Qt rich text", "one column, dates flush right, letters set to a grid of 96 dots an inch",
            single(Resume("cloud")), {"dots": 96},
        ),
        Sheet(
            "qt-sidebar", "Qt rich text", "two columns, sidebar left in a table",
            sidebar(Resume("web", own)), {"widths": (32, 68), "font": "Liberation Serif"},
        ),
        Sheet(
            "qt-halves", "Qt rich text", "two equal columns in a table, 8 pt type",
            halves(Resume("data", own)), {"widths": (50, 50), "size": 8},
        ),
        Sheet(
            "qt-skill-table", "Qt rich text", "one column, skills in a ruled table",
            single(Resume("security", Manner(skills="rows"))), {"font": "DejaVu Sans"},
        ),
    ]  # fmt: skip
