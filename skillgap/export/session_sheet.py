"""A sheet for one appointment as a self-contained HTML page of one printed side; all text is escaped."""

import html
import io
import zipfile
from collections.abc import Iterable

from skillgap.cohort.sheet import Sheet, SheetItem

STYLE = """
@page { size: A4; margin: 12mm; }
body { font: 10pt/1.35 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; color: #14202e; background: #fff;
  max-width: 48rem; margin: 1rem auto; padding: 0 1rem; }
h1 { font-size: 1.35rem; margin: 0 0 .2rem; } h2 { font-size: 1rem; margin: .8rem 0 .2rem; break-after: avoid; }
p { margin: .15rem 0; } ul { margin: .1rem 0; padding-left: 1.1rem; } li { break-inside: avoid; margin: 0 0 .25rem; }
q { display: block; color: #33445a; overflow-wrap: anywhere; }
.lines { border-bottom: 1px solid #8592a3; height: 1.5rem; }
table { border-collapse: collapse; width: 100%; } td { border-bottom: 1px solid #c9d2dd; padding: .15rem .4rem .15rem 0;
  vertical-align: top; }
"""
PARTS = (
    ("strengths", "Strongest skills, each with its line"),
    ("questions", "Named, not shown: does this line show it?"),
    ("gaps", "Gaps to discuss"),
    ("points", "What to improve in the resume"),
)


def render_html(sheet: Sheet) -> bytes:
    """Render the sheet in UTF-8."""
    parts = [f"<h1>{html.escape(sheet.heading)}</h1><p>{html.escape(sheet.role)}. {html.escape(sheet.standing)}</p>"]
    parts += [_part(title, getattr(sheet, name)) for name, title in PARTS if getattr(sheet, name)]
    parts.append("<h2>Agreed</h2>")
    rows = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in note)}</tr>" for note in sheet.shared)
    parts.append(f"<table>{rows}</table>" if rows else "")
    parts.append('<div class="lines"></div>' * 3)
    title = html.escape(f"Session sheet {sheet.heading}")
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width, initial-scale=1"><title>{title}</title><style>{STYLE}</style></head>\n'
        "<body>\n" + "\n".join(parts) + "\n</body></html>\n"
    ).encode("utf-8", "replace")


def _part(title: str, told: Iterable[SheetItem]) -> str:
    return f"<h2>{html.escape(title)}</h2><ul>{''.join(map(_item, told))}</ul>"


def _item(told: SheetItem) -> str:
    line = f"<q>{html.escape(told.line)}</q>" if told.line else ""
    words = f"<p>{html.escape(told.words)}</p>" if told.words else ""
    return f"<li><b>{html.escape(told.title)}</b>{line}{words}</li>"


def zipped(files: Iterable[tuple[str, Iterable[bytes]]]) -> bytes:
    """Pack files, each in parts, into one ZIP. ``ZipInfo`` without a date keeps its bytes equal on every run."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, parts in files:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as file:
                file.writelines(parts)
    return buffer.getvalue()
