"""From a person to the paragraphs of a resume, and from these to what a reader of the PDF should find."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from people import EVERYBODY, Entry, Person

HEADINGS = {
    "contact": "Contact",
    "profile": "Profile",
    "skills": "Skills",
    "jobs": "Experience",
    "projects": "Projects",
    "education": "Education",
    "certifications": "Certifications",
    "languages": "Languages",
}
LONG_HEADINGS = HEADINGS | {
    "profile": "About me",
    "skills": "Technical skills",
    "jobs": "Work experience",
    "education": "Education and training",
}
MARKED = re.compile(r"\[([^]]+)]")


@dataclass(frozen=True)
class Para:
    """One paragraph: ``before`` and ``after`` stand on its first line, apart from the text."""

    kind: str
    text: str
    before: str = ""
    after: str = ""
    skills: tuple[str, ...] = ()

    @property
    def truth(self) -> str:
        """The paragraph as it should read; bullets and icons are no part of it."""
        return " ".join(part for part in (self.before, self.text, self.after) if part)


Block = tuple[Para, ...]


@dataclass(frozen=True)
class Region:
    """A part of a page: one block over the full width, or two beside each other."""

    blocks: tuple[Block, ...]
    new_page: bool = False


@dataclass(frozen=True)
class Sheet:
    """One PDF to make: who makes it, what it shows, and how it looks to its producer."""

    name: str
    producer: str
    layout: str
    regions: tuple[Region, ...]
    look: Mapping[str, Any] = field(default_factory=dict)
    running: tuple[str, ...] = ()

    def truth(self) -> dict[str, Any]:
        """What the JSON beside the PDF says."""
        blocks = [block for region in self.regions for block in region.blocks]
        found = {
            "producer": self.producer,
            "layout": self.layout,
            "columns": max(len(region.blocks) for region in self.regions),
            "blocks": [[para.truth for para in block] for block in blocks],
            "skills": list(dict.fromkeys(skill for block in blocks for para in block for skill in para.skills)),
        }
        return found | ({"running": list(self.running)} if self.running else {})


@dataclass(frozen=True)
class Manner:
    """How a resume words and orders its parts.

    ``dates`` is after, before, inline or line; ``skills`` is lines, rows, cells, bars, bullets or run.
    """

    dates: str = "after"
    skills: str = "lines"
    place: str = "same"
    upper: bool = False
    headings: Mapping[str, str] = field(default_factory=lambda: HEADINGS)


def marked(kind: str, text: str, before: str = "", after: str = "") -> Para:
    """A paragraph whose text has its skills in brackets."""
    return Para(kind, MARKED.sub(r"\1", text), before, after, tuple(MARKED.findall(text)))


class Resume:
    """The paragraphs of one person in one manner."""

    def __init__(self, who: str, manner: Manner | None = None) -> None:
        self.person: Person = EVERYBODY[who]
        self.manner = manner or Manner()

    def name(self) -> Block:
        """Name and headline."""
        return Para("name", self.person.name), Para("headline", self.person.headline)

    def contact(self) -> Block:
        """The contact lines, each by itself."""
        return tuple(Para("contact", line) for line in self.person.contact)

    def contact_line(self) -> Block:
        """All contact details on one line."""
        return (Para("contact-line", " | ".join(self.person.contact)),)

    def sections(self, *keys: str) -> Block:
        """The named sections, each with its heading."""
        return tuple(para for key in keys for para in (self._heading(key), *self._body(key)))

    def _heading(self, key: str) -> Para:
        text = self.manner.headings[key]
        return Para("heading", text.upper() if self.manner.upper else text)

    def _body(self, key: str) -> Iterable[Para]:
        if key in ("jobs", "projects", "education"):
            entries: tuple[Entry, ...] = getattr(self.person, key)
            return [para for entry in entries for para in self._entry(entry)]
        if key == "skills":
            return self._skills()
        return {
            "contact": self.contact(),
            "profile": (marked("text", self.person.profile),),
            "certifications": tuple(marked("bullet", line) for line in self.person.certifications),
            "languages": tuple(Para("line", line) for line in self.person.languages),
        }[key]

    def _entry(self, entry: Entry) -> Iterable[Para]:
        dates, own = self.manner.dates, self.manner.place == "own"
        title = entry.title if own else f"{entry.title}, {entry.place}"
        if dates == "inline":
            title += f" ({entry.dates})"
        before, after = entry.dates if dates == "before" else "", entry.dates if dates == "after" else ""
        yield Para("entry", title, before, after)
        if own:
            yield Para("place", entry.place)
        if dates == "line":
            yield Para("date", entry.dates)
        yield from (marked("bullet", point) for point in entry.points)

    def _skills(self) -> Iterable[Para]:
        groups = [(label, names, tuple(names.split(", "))) for label, names in self.person.skills]
        way = self.manner.skills
        if way == "lines":
            return [Para("line", f"{label}: {names}", skills=all_) for label, names, all_ in groups]
        if way == "rows":
            return [Para("row", names, label, skills=all_) for label, names, all_ in groups]
        every = [name for _, _, all_ in groups for name in all_]
        if way == "run":
            return [Para("text", ", ".join(every), skills=tuple(every))]
        kind = {"cells": "cell", "bars": "bar", "bullets": "bullet"}[way]
        return [Para(kind, name, skills=(name,)) for name in (every[:12] if way == "bars" else every)]


MAIN = ("profile", "jobs", "projects", "education")
ALL = ("profile", "skills", "jobs", "projects", "education", "certifications", "languages")


def single(resume: Resume, keys: tuple[str, ...] = ALL) -> tuple[Region, ...]:
    """One column under a heading of name and contact."""
    head = Region((resume.name() + resume.contact_line(),))
    return head, Region((resume.sections(*keys),))


def sidebar(resume: Resume, side: str = "left", *, band: bool = True) -> tuple[Region, ...]:
    """Contact, skills and languages in a narrow column; the name over both columns or at the head of the wide one."""
    narrow = resume.sections("contact", "skills", "languages", "certifications")
    wide = resume.sections(*MAIN)
    if not band:
        wide = resume.name() + wide
    columns = (narrow, wide) if side == "left" else (wide, narrow)
    head = (Region((resume.name(),)),) if band else ()
    return *head, Region(columns)


def halves(resume: Resume) -> tuple[Region, ...]:
    """Two equal columns under a heading."""
    left = resume.sections("profile", "skills", "education", "languages")
    right = resume.sections("jobs", "projects", "certifications")
    return Region((resume.name() + resume.contact_line(),)), Region((left, right))


def pages(resume: Resume) -> tuple[Region, ...]:
    """Two columns on each of two pages."""
    first = resume.sections("contact", "skills"), resume.name() + resume.sections("profile", "jobs")
    second = resume.sections("certifications", "languages"), resume.sections("projects", "education")
    return Region(first), Region(second, new_page=True)


def runs(block: Block) -> list[tuple[str, list[Para]]]:
    """The paragraphs of a block, those of one kind that follow each other together."""
    return [(kind, list(found)) for kind, found in groupby(block, key=lambda para: para.kind)]


def sections(block: Block) -> list[tuple[Para | None, Block]]:
    """The block cut at its headings."""
    found: list[tuple[Para | None, list[Para]]] = [(None, [])]
    for para in block:
        if para.kind == "heading":
            found.append((para, []))
        else:
            found[-1][1].append(para)
    return [(heading, tuple(body)) for heading, body in found if heading or body]


def spaced(text: str) -> str:
    """Letters set apart by spaces, words by three."""
    return "   ".join(" ".join(word) for word in text.split())
