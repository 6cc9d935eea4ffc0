"""Resumes set by pdflatex, with packages of the plain LaTeX collection only."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from parts import Block, Manner, Para, Region, Resume, Sheet, halves, pages, runs, sections, sidebar, single

PREAMBLE = r"""\documentclass[%(size)s,a4paper%(options)s]{article}
\usepackage[%(encoding)s]{fontenc}
\usepackage[utf8]{inputenc}
\usepackage[margin=%(margin)s]{geometry}
\usepackage{%(packages)s}
\usepackage{multicol,pifont,xcolor,fancyhdr,array}
\pdftrailerid{} \pdfsuppressptexinfo=15
\raggedcolumns \renewcommand{\arraystretch}{1.2}
\setlength{\parindent}{0pt} \setlength{\parskip}{1pt} \pagestyle{%(style)s}
\newcommand{\head}[1]{\par\vspace{6pt}{\large\bfseries #1}\par\vspace{2pt}}
\newcommand{\ruled}[1]{\par\vspace{6pt}{\large\scshape #1}\par\vspace{-7pt}\rule{\linewidth}{0.5pt}\par\vspace{2pt}}
\newenvironment{points}{\begin{list}{}{\setlength{\topsep}{1pt}\setlength{\itemsep}{0pt}\setlength{\parsep}{0pt}
\setlength{\leftmargin}{1.3em}\setlength{\labelwidth}{1em}\setlength{\labelsep}{0.3em}}}{\end{list}}
\begin{document}
"""
SPECIAL = {"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "|": r"\textbar{}", "–": "--"}


def tex(text: str) -> str:
    """The text with what LaTeX holds special escaped."""
    return re.sub(r"[&%#_$|–]", lambda found: SPECIAL[found[0]], text)


class Source:
    """The LaTeX of a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.look = sheet, dict(sheet.look)
        self.heading = self.look.get("heading", "head")

    def tex(self) -> str:
        """The whole document."""
        look = {"size": "10pt", "options": "", "margin": "17mm", "packages": "lmodern", "style": "empty"}
        look |= {"encoding": "T1"} | self.look
        start = PREAMBLE % look
        if self.sheet.running:
            start += rf"\lhead{{{tex(self.sheet.running[0])}}}\rhead{{Page \thepage}}\cfoot{{}}" + "\n"
        body = "\n".join(self._region(region) for region in self.sheet.regions)
        return f"{start}{self.look.get('start', '')}\n{body}\n\\end{{document}}\n"

    def _region(self, region: Region) -> str:
        if len(region.blocks) == 1:
            return self._block(region.blocks[0]) + "\\par\\vspace{6pt}\n"
        way = self.look["columns"]
        left, right = (self._block(block) for block in region.blocks)
        if way == "flow":
            return f"{left}\\newpage\n{right}\\newpage\n"
        if way == "multicols":
            return f"\\begin{{multicols}}{{2}}\n{left}\\columnbreak\n{right}\\end{{multicols}}\n"
        share = self.look["share"]
        boxes = [self._minipage(left, share), self._minipage(right, 0.96 - share)]
        if shade := self.look.get("shade"):
            at = 0 if share < 0.5 else 1
            boxes[at] = f"\\colorbox[HTML]{{{shade}}}{{\\color{{white}}{boxes[at]}}}"
        return f"\\noindent{boxes[0]}\\hfill\n{boxes[1]}\n"

    @staticmethod
    def _minipage(text: str, share: float) -> str:
        start = f"\\begin{{minipage}}[t]{{{share:.2f}\\textwidth}}\\setlength{{\\parskip}}{{1pt}}\n"
        return f"{start}{text}\\end{{minipage}}"

    def _block(self, block: Block) -> str:
        if not self.look.get("rail"):
            return "".join(self._run(kind, paras) for kind, paras in runs(block))
        parts = []
        for heading, body in sections(block):
            text = "".join(self._run(kind, paras) for kind, paras in runs(body))
            if heading:
                label = self._minipage(f"\\raggedleft\\color{{teal}}{tex(heading.text)}\\par\n", 0.17)
                text = f"\\par\\vspace{{7pt}}\\noindent{label}\\hfill\n{self._minipage(text, 0.8)}\\par\n"
            parts.append(text)
        return "".join(parts)

    def _run(self, kind: str, paras: list[Para]) -> str:
        if kind == "bullet":
            mark = self.look.get("mark", r"\textbullet")
            return "\\begin{points}\n" + "".join(f"\\item[{mark}] {tex(p.text)}\n" for p in paras) + "\\end{points}\n"
        if kind == "row":
            rows = "".join(f"{tex(para.before)} & {tex(para.text)} \\\\ \\hline\n" for para in paras)
            return f"\\begin{{tabular}}{{|l|p{{0.78\\linewidth}}|}}\\hline\n{rows}\\end{{tabular}}\\par\n"
        return "".join(self._para(para, at) for at, para in enumerate(paras))

    def _para(self, para: Para, at: int) -> str:
        text = tex(para.text)
        if para.kind == "heading":
            return f"\\{self.heading}{{{text}}}\n"
        if para.kind == "bar":
            return f"{text}\\hfill\\rule{{{0.6 + at * 17 % 70 / 100:.2f}cm}}{{4pt}}\\par\n"
        if para.kind == "contact" and self.look.get("icons"):
            return f"\\ding{{{(41, 37, 70, 46)[at]}}} {text}\\par\n"
        style = {"name": r"\LARGE\bfseries ", "entry": r"\bfseries ", "place": r"\itshape "}
        if light := self.look.get("light"):  # few fonts, as each of these is large
            style = {"name": light}
        text = f"{{{style.get(para.kind, '')}{text}\\strut}}"
        if para.before:
            text = f"\\makebox[32mm][l]{{{tex(para.before)}}}{text}"
        if para.after:
            text += f"\\hfill {tex(para.after)}"
        return f"{text}\\par\n"


def pdflatex(sheets: list[Sheet], folder: Path) -> None:
    """Print the sheets by pdflatex."""
    program = shutil.which("pdflatex")
    if program is None:
        return
    for sheet in sheets:
        with tempfile.TemporaryDirectory() as name:
            work = Path(name)
            (work / f"{sheet.name}.tex").write_text(Source(sheet).tex(), encoding="utf-8")
            command = [program, "-interaction=nonstopmode", "-halt-on-error", f"{sheet.name}.tex"]
            environment = os.environ | {"FORCE_SOURCE_DATE": "1"}
            subprocess.run(command, cwd=work, env=environment, check=True, capture_output=True)
            shutil.copy(work / f"{sheet.name}.pdf", folder)


def latex_sheets() -> list[Sheet]:
    """The sheets of pdflatex."""
    return [*_single_sheets(), *_column_sheets()]


def _single_sheets() -> list[Sheet]:
    paged, dated = Resume("network"), Manner(dates="before", skills="rows")
    return [
        Sheet(
            "latex-article", "pdflatex",
            "one column, dates flush right, ruled lines under headings, small capitals, ligatures",
            single(Resume("quality")),
            {"heading": "ruled", "encoding": "OT1", "packages": "amsfonts", "light": r"\LARGE\scshape "},
        ),
        Sheet(
            "latex-rail", "pdflatex",
            "one column, label rail at left set flush right, no bullets",
            single(Resume("cloud")), {"rail": True, "mark": "", "light": r"\color{teal}"},
        ),
        Sheet(
            "latex-running-header", "pdflatex",
            "one column, several pages, running header and page numbers, bullet ➢",
            single(paged),
            {"size": "12pt", "style": "fancy", "packages": "palatino", "mark": r"\ding{228}", "margin": "26mm",
             "start": r"\linespread{1.35}\selectfont"},
            (f"{paged.person.name}, resume", "Page"),
        ),
        Sheet(
            "latex-timeline", "pdflatex",
            "one column, timeline with dates at left, skills in a ruled table, 9 pt type",
            single(Resume("embedded", dated)), {"packages": "utopia", "start": r"\small", "mark": "$\\circ$"},
        ),
    ]  # fmt: skip


def _column_sheets() -> list[Sheet]:
    own, own_bars = Manner(place="own"), Manner(place="own", skills="bars")
    helvetica = r"\renewcommand{\familydefault}{\sfdefault}\normalfont"
    return [
        Sheet(
            "latex-minipages", "pdflatex",
            "two columns, sidebar left, two minipages, fully justified, hyphenated line ends",
            sidebar(Resume("data", own)), {"columns": "minipage", "share": 0.3, "packages": "charter"},
        ),
        Sheet(
            "latex-multicol", "pdflatex",
            "two equal columns, fully justified, hyphenated line ends, ligatures, bullet –",
            halves(Resume("security", own)), {"columns": "multicols", "mark": "--", "packages": "palatino"},
        ),
        Sheet(
            "latex-coloured-sidebar", "pdflatex",
            "two columns, coloured sidebar left with white text, icons, skill bars",
            sidebar(Resume("web", own_bars), band=False),
            {"columns": "minipage", "share": 0.28, "shade": "7A2E2E", "icons": True, "packages": "helvet",
             "start": helvetica},
        ),
        Sheet(
            "latex-two-pages", "pdflatex",
            "two equal columns over two pages, hyphenated line ends",
            pages(Resume("support", own)),
            {"columns": "flow", "options": ",twocolumn", "size": "11pt", "packages": "times"},
        ),
    ]  # fmt: skip
