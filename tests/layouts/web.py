"""Resumes printed by Chromium and by WeasyPrint from one set of HTML."""

import shutil
from html import escape
from pathlib import Path

import pyphen
from parts import Block, Para, Sheet, runs, sections, spaced
from playwright.sync_api import sync_playwright

BASE = """
@page { size: A4; margin: 14mm 15mm }
* { box-sizing: border-box }
body { font: 10pt/1.35 "Liberation Sans"; margin: 0; color: #222 }
p, h1, h2, ul { margin: 0; padding: 0 }
h1 { font-size: 20pt; line-height: 1.2 } .headline { font-size: 12pt; color: #555 }
h2 { font-size: 12pt; margin: 9pt 0 3pt; break-after: avoid }
section:first-child h2 { margin-top: 0 }
header { margin-bottom: 8pt }
.columns { display: flex; gap: 8mm }
.new-page { break-before: page }
.entry { display: flex; justify-content: space-between; gap: 8pt; font-weight: bold; margin-top: 4pt;
         break-after: avoid }
.after { font-weight: normal; white-space: nowrap } .place, .date { font-style: italic }
li, p { break-inside: avoid } ul { padding-left: 13pt; list-style-type: "•  " }
table { border-collapse: collapse; width: 100% } td { padding: 1.5pt 4pt; vertical-align: top; text-align: left }
td.before { font-weight: bold; white-space: nowrap; width: 1% }
.grid { display: grid; grid-template-columns: repeat(3, 1fr); column-gap: 6mm }
.bar i { display: block; height: 3pt; background: #88a; margin: 1pt 0 3pt }
"""
GLYPHS = "✉☎⌂⚑"


class Page:
    """The HTML of a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.hyphens = pyphen.Pyphen(lang="en_GB") if sheet.look.get("soft_hyphens") else None

    def html(self) -> str:
        """The whole document."""
        parts = []
        for number, region in enumerate(self.sheet.regions):
            shade = ' class="new-page"' if region.new_page else ""
            if len(region.blocks) == 1:
                tag = "header" if number == 0 else "main"
                parts.append(f"<{tag}{shade}>{self._block(region.blocks[0])}</{tag}>")
            else:
                inner = "".join(f'<div class="col c{at}">{self._block(b)}</div>' for at, b in enumerate(region.blocks))
                parts.append(f'<div class="columns{" new-page" if region.new_page else ""}">{inner}</div>')
        style = BASE + self.sheet.look.get("css", "")
        head = f'<meta charset="utf-8"><title>{escape(self.sheet.name)}</title><style>{style}</style>'
        return f'<!doctype html><html lang="en"><head>{head}</head><body>{"".join(parts)}</body></html>'

    def _block(self, block: Block) -> str:
        parts = []
        for heading, body in sections(block):
            inner = "".join(self._run(kind, paras) for kind, paras in runs(body))
            if heading:
                shown = spaced(heading.text) if self.sheet.look.get("spaced") else heading.text
                shown = escape(shown).replace("   ", "&nbsp; &nbsp;")
                inner = f'<section><h2>{shown}</h2><div class="body">{inner}</div></section>'
            parts.append(inner)
        return "".join(parts)

    def _run(self, kind: str, paras: list[Para]) -> str:
        if kind == "bullet":
            return f"<ul>{''.join(f'<li>{self._text(para)}</li>' for para in paras)}</ul>"
        if kind == "row":
            rows = (f'<tr><td class="before">{escape(p.before)}</td><td>{escape(p.text)}</td></tr>' for p in paras)
            return f"<table>{''.join(rows)}</table>"
        if kind == "cell":
            return f'<div class="grid">{"".join(f"<p>{escape(para.text)}</p>" for para in paras)}</div>'
        if kind == "contact" and self.sheet.look.get("icons"):
            pairs = zip(GLYPHS, paras, strict=True)
            return "".join(f'<p class="contact"><b>{glyph}</b>&nbsp; {self._text(para)}</p>' for glyph, para in pairs)
        return "".join(self._para(para, at) for at, para in enumerate(paras))

    def _para(self, para: Para, at: int) -> str:
        if para.kind == "name":
            return f"<h1>{escape(para.text)}</h1>"
        if para.kind == "bar":
            return f'<p class="bar">{escape(para.text)}<i style="width:{55 + at * 17 % 45}%"></i></p>'
        around = {"before": para.before, "text": para.text, "after": para.after}
        if para.before or para.after:
            inner = "".join(f'<span class="{key}">{escape(text)}</span> ' for key, text in around.items() if text)
        else:
            inner = self._text(para)
        return f'<p class="{para.kind}">{inner}</p>'

    def _text(self, para: Para) -> str:
        if self.hyphens is None or para.kind not in ("text", "bullet"):
            return escape(para.text)
        return " ".join(
            escape(self.hyphens.inserted(word, "\u00ad") if word.isalpha() and word.islower() else word)
            for word in para.text.split()
        )


def chromium(sheets: list[Sheet], folder: Path) -> None:
    """Print the sheets by Chromium."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for sheet in sheets:
            page = browser.new_page()
            page.set_content(Page(sheet).html())
            options = sheet.look.get("print", {})
            page.pdf(path=folder / f"{sheet.name}.pdf", prefer_css_page_size=True, print_background=True, **options)
            page.close()
        browser.close()


def weasyprint(sheets: list[Sheet], folder: Path) -> None:
    """Print the sheets by WeasyPrint."""
    from weasyprint import HTML

    for sheet in sheets:
        HTML(string=Page(sheet).html()).write_pdf(folder / f"{sheet.name}.pdf")
