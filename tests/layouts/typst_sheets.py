"""Resumes set by Typst."""

import re
from pathlib import Path

from parts import Block, Manner, Para, Region, Resume, Sheet, runs, sections, sidebar, single

PREAMBLE = """#set document(date: none)
#set page(paper: "a4", margin: 16mm{numbering})
#set text(font: "{font}", size: {size}, lang: "en", fallback: true)
#set par(justify: {justify}, leading: 0.6em, spacing: 0.6em)
#set list(marker: [{mark}], indent: {indent}, body-indent: 0.6em)
#show heading: set text(size: 1.15em)
#show heading: set block(above: 1em, below: 0.5em)
"""
SPECIAL = re.compile(r"([\\#$*_`<>@\[\]~/=+-])")


def typed(text: str) -> str:
    """The text with what Typst holds special escaped."""
    return SPECIAL.sub(r"\\\1", text)


class Source:
    """The Typst source of a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.look = sheet, dict(sheet.look)

    def text(self) -> str:
        """The whole document."""
        look = {
            "font": "Libertinus Serif",
            "size": "10pt",
            "justify": "false",
            "mark": "•",
            "indent": "0pt",
        } | self.look
        numbering = ', numbering: "1 / 1"' if self.sheet.running else ""
        return PREAMBLE.format(numbering=numbering, **look) + "\n".join(map(self._region, self.sheet.regions))

    def _region(self, region: Region) -> str:
        if len(region.blocks) == 1:
            return self._block(region.blocks[0]) + "\n#v(6pt)\n"
        left, right = (f"[{self._block(block)}]" for block in region.blocks)
        return f"#grid(columns: ({self.look['widths']}), column-gutter: 9mm, {left}, {right})\n"

    def _block(self, block: Block) -> str:
        found = []
        for heading, body in sections(block):
            inner = "\n".join(self._run(kind, paras) for kind, paras in runs(body))
            if heading is None:
                found.append(inner)
            elif self.look.get("rail"):
                label = f"[*{typed(heading.text)}*]"
                found.append(f"#grid(columns: (32mm, 1fr), column-gutter: 4mm, {label}, [{inner}])\n#v(5pt)")
            else:
                found.append(f"== {typed(heading.text)}\n{inner}")
        return "\n\n".join(found)

    def _run(self, kind: str, paras: list[Para]) -> str:
        if kind == "bullet":
            return "\n".join(f"- {typed(para.text)}" for para in paras) + "\n"
        if kind == "row":
            cells = ", ".join(f"[*{typed(para.before)}*], [{typed(para.text)}]" for para in paras)
            return f"#table(columns: (30mm, 1fr), {cells})\n"
        return "\n\n".join(map(self._para, paras)) + "\n"

    def _para(self, para: Para) -> str:
        text = typed(para.text)
        style = {"name": f"#text(size: 20pt)[*{text}*]", "entry": f"*{text}*", "place": f"_{text}_"}
        shown = style.get(para.kind, text)
        return f"{shown} #h(1fr) {typed(para.after)}" if para.after else shown


def typst(sheets: list[Sheet], folder: Path) -> None:
    """Print the sheets by Typst."""
    from typst import compile as printed

    for sheet in sheets:
        source = folder / f"{sheet.name}.typ"
        source.write_text(Source(sheet).text(), encoding="utf-8")
        try:
            printed(str(source), output=str(folder / f"{sheet.name}.pdf"))
        finally:
            source.unlink()


def typst_sheets() -> list[Sheet]:
    """The sheets of Typst."""
    own, table = Manner(place="own"), Manner(skills="rows", upper=True)
    return [
        Sheet(
            "typst-justified", "Typst",
            "one column, fully justified, hyphenated line ends, bullets indented, dates flush right",
            single(Resume("support")), {"justify": "true", "indent": "14pt", "size": "11pt"},
        ),
        Sheet(
            "typst-sidebar-right", "Typst", "two columns, sidebar right, ligatures",
            sidebar(Resume("quality", own), "right"), {"widths": "1fr, 52mm"},
        ),
        Sheet(
            "typst-rail", "Typst", "one column, label rail at left, bullet –",
            single(Resume("network")), {"rail": True, "mark": "–", "font": "DejaVu Sans", "size": "8pt"},
        ),
        Sheet(
            "typst-table", "Typst", "one column, skills in a ruled table, capital headings",
            single(Resume("embedded", table)), {},
        ),
    ]  # fmt: skip
