"""Makes the layout fixtures, a PDF and a JSON each: ``python tests/layouts/make_layouts.py [part of a name ...]``.

Everybody in them is invented. The JSON is written from the data that made the PDF, never by reading the PDF back.
"""

import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import canvas
import cells
import flow
import latex
import office
import office_sheets
import qt
import typst_sheets
import web
import web_sheets
from parts import Sheet

HERE = Path(__file__).parent
STAMP = b"20260101000000"
Printer = Callable[[list[Sheet], Path], None]


def everything() -> list[tuple[Printer, list[Sheet]]]:
    """Each producer with its sheets."""
    return [
        (web.chromium, web_sheets.chromium_sheets()),
        (web.weasyprint, web_sheets.weasyprint_sheets()),
        (flow.platypus, flow.platypus_sheets()),
        (canvas.drawn, canvas.canvas_sheets()),
        (cells.fpdf2, cells.fpdf2_sheets()),
        (office.libreoffice, office_sheets.office_sheets()),
        (latex.pdflatex, latex.latex_sheets()),
        (qt.qt, qt.qt_sheets()),
        (typst_sheets.typst, typst_sheets.typst_sheets()),
    ]


def settle(path: Path) -> None:
    """Put fixed dates and identifiers of the same length into a PDF, so that the same input gives the same bytes."""
    data = path.read_bytes()
    data = re.sub(rb"(/(?:CreationDate|ModDate) ?\(D:)\d{14}", rb"\g<1>" + STAMP, data)
    data = re.sub(rb"/ID\s*\[\s*<[^]]*]", lambda found: b"/ID" + re.sub(rb"[0-9A-Fa-f]", b"0", found[0][3:]), data)
    data = re.sub(rb"(/DocChecksum /)([0-9A-F]+)", lambda found: found[1] + b"0" * len(found[2]), data)
    path.write_bytes(data)


def main(wanted: list[str]) -> None:
    """Make the sheets whose name has one of the wanted parts, or all of them."""
    os.environ["SOURCE_DATE_EPOCH"] = "1767225600"
    for printer, sheets in everything():
        chosen = [one for one in sheets if not wanted or any(part in one.name for part in wanted)]
        if chosen:
            printer(chosen, HERE)
        for sheet in chosen:
            settle(HERE / f"{sheet.name}.pdf")
            text = json.dumps(sheet.truth(), ensure_ascii=False, indent=1)
            (HERE / f"{sheet.name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
