"""Content of the resume view as JSON types: pages, marks, skills and entries."""

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from skillgap.model.facsimile import Facsimile
from skillgap.model.resume import Correction, Mention, ResumeReading
from skillgap.profile.user_levels import MAX_PLACE
from skillgap.skill_rows import SkillRow, skill_rows
from skillgap.tables.frame import LEVELS, quote
from skillgap.tables.resume import opening_line
from skillgap.taxonomy import Taxonomy

NOT_COUNTED, NOT_MINE = "not counted", "not mine"
GROUPS: Mapping[str, str] = {
    LEVELS[3]: "Several entries show it, or one does and a certification tests it.",
    LEVELS[2]: "A job, project or lab shows it, or a certification tests it.",
    LEVELS[1]: "It is only in a list. No line shows what you did with it.",
    NOT_COUNTED: "You are learning it, want it or lack it, or the word may mean something else.",
    NOT_MINE: "You removed it.",
}
"""Group of skills -> explanation, in display order."""
LOOKS: Mapping[str, str] = {LEVELS[3]: "proven", LEVELS[2]: "used", LEVELS[1]: "named"}
"""Group -> CSS class of its marks; all other groups have the class ``PLAIN``."""
PLAIN = "none"
ENTRY_KINDS = frozenset({"experience", "internships", "projects", "volunteering", "activities", "education"})
"""Sections whose entries are offered as the place where a skill was used."""
MAX_LINES = 3
"""Upper limit for the quoted lines of a skill."""


@dataclass(frozen=True)
class _Resume:
    """A resume with the user's corrections, and the group of each skill."""

    reading: ResumeReading
    facsimile: Facsimile | None
    taxonomy: Taxonomy
    corrections: Mapping[str, Correction]
    rows: Mapping[str, SkillRow]
    groups: Mapping[str, str]


def content(
    reading: ResumeReading,
    facsimile: Facsimile | None,
    taxonomy: Taxonomy,
    corrections: Mapping[str, Correction],
) -> dict[str, Any]:
    """Build the content. A box has page, left, top, width and height; the last four are percent of the page."""
    rows = {row.skill_id: row for row in reversed(skill_rows(reading))}
    groups = {skill_id: LEVELS[row.level] if row.level else NOT_COUNTED for skill_id, row in rows.items()}
    groups |= {skill_id: NOT_MINE for skill_id, correction in corrections.items() if not correction.level}
    resume = _Resume(reading, facsimile, taxonomy, corrections, rows, groups)
    looks = dict.fromkeys(LOOKS.get(group, PLAIN) for group in GROUPS if group in groups.values())
    named = {look: group for group, look in LOOKS.items()} | {PLAIN: NOT_COUNTED}
    return {
        "label": f"{reading.document.name} with its skills marked",
        "legend": [(look, named[look]) for look in looks],
        "pages": list(_pages(resume)),
        "text": "" if facsimile else reading.document.text,
        "marks": [_mark(mention, resume) for mention in reading.mentions],
        "groups": list(_groups(resume)),
        "entries": _entries(reading),
    }


def _entries(reading: ResumeReading) -> list[str]:
    """First line of each job, project or course, without duplicates."""
    headings = {start for start, _ in reading.outline.headings}
    entries = [one for one in reading.outline.entries if one.kind in ENTRY_KINDS]
    # A section whose heading is followed by nothing is no entry.
    entries = [
        one
        for one in entries
        if one.start not in headings or "\n" in reading.document.text[one.start : one.end].strip()
    ]
    return list(dict.fromkeys(opening_line(reading, one)[:MAX_PLACE] for one in entries))


def _pages(resume: _Resume) -> Iterator[dict[str, Any]]:
    for number, page in enumerate(resume.facsimile.pages if resume.facsimile else (), start=1):
        yield {
            "source": f"data:image/jpeg;base64,{base64.b64encode(page.image).decode('ascii')}",
            "alt": f"Page {number} of {resume.reading.document.name} as a picture",
            "width": page.width,
            "height": page.height,
        }


def _mark(mention: Mention, resume: _Resume) -> dict[str, Any]:
    group = resume.groups.get(mention.skill_id, NOT_COUNTED)
    if mention.assertion != "held" and group != NOT_MINE:
        group = NOT_COUNTED
    name = resume.taxonomy.name(mention.skill_id)
    written = "" if mention.surface.casefold() == name.casefold() else f"{' '.join(mention.surface.split())}: "
    return {
        "skill": mention.skill_id,
        "start": mention.start,
        "end": mention.end,
        "look": LOOKS.get(group, PLAIN),
        "label": f"{written}{name}, {group}",
        "boxes": list(_boxes(mention, resume.facsimile)) if resume.facsimile else [],
    }


def _boxes(mention: Mention, facsimile: Facsimile) -> Iterator[tuple[float, ...]]:
    for box in facsimile.boxes(mention.start, mention.end):
        page = facsimile.pages[box.page - 1]
        across, down = 100 / page.width, 100 / page.height
        sides = box.left * across, box.top * down, (box.right - box.left) * across, (box.bottom - box.top) * down
        yield box.page, *(round(side, 3) for side in sides)


def _groups(resume: _Resume) -> Iterator[dict[str, Any]]:
    """Yield the groups that have skills; in each, soft skills come last."""
    soft = {skill_id for skill_id in resume.groups if resume.taxonomy.kind(skill_id) == "soft"}
    order = sorted(resume.groups, key=lambda one: (one in soft, resume.taxonomy.name(one).casefold()))
    for group, about in GROUPS.items():
        skills = [_skill(skill_id, resume) for skill_id in order if resume.groups[skill_id] == group]
        if skills:
            yield {"title": group.capitalize(), "about": about, "skills": skills}


def _skill(skill_id: str, resume: _Resume) -> dict[str, Any]:
    name, row, given = resume.taxonomy.name(skill_id), resume.rows.get(skill_id), resume.corrections.get(skill_id)
    mentions = [one for one in resume.reading.mentions if one.skill_id == skill_id]
    surfaces = [" ".join(one.surface.split()) for one in mentions]
    drawn = resume.facsimile
    lines = dict.fromkeys(quote(resume.reading, mention) for mention in row.evidence) if row else {}
    return {
        "id": skill_id,
        "name": name,
        "written": list(
            {one.casefold(): one for one in reversed(surfaces) if one.casefold() != name.casefold()}.values()
        ),
        "look": LOOKS.get(resume.groups[skill_id], PLAIN),
        "reason": row.reason if row else "",
        "lines": list(lines)[:MAX_LINES],
        "said": (given.reason or LEVELS[given.level]) if given else "",
        "marked": any(drawn is None or drawn.boxes(one.start, one.end) for one in mentions),
    }
