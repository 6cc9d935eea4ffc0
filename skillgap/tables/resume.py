"""One resume as DataFrames: skills, lines, pages, entries and unknown terms.

Every column name here is part of the exported CSV and documented in ``docs/files.md``.
"""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from skillgap import profile
from skillgap.characters import LEADING_MARKS
from skillgap.model.resume import HeldSkill, Mention, Period, ResumeReading, Section
from skillgap.skill_rows import SkillRow, skill_rows
from skillgap.tables.frame import LEVELS, MAX_QUOTE, category, frame, quote
from skillgap.taxonomy import Taxonomy

SKILL_COLUMNS = (
    "skill",
    "category",
    "level",
    "level_name",
    "assertion",
    "shown",
    "months",
    "last_used",
    "reason",
    "section",
    "evidence",
    "mentions",
)
PAGE_COLUMNS = ("page", "lines", "characters", "skills_found")
TERM_COLUMNS = ("term", "line")
PART_COLUMNS = ("section", "begins_with", "dates", "skills")
LINE_COLUMNS = ("line", "skills")


def skills(reading: ResumeReading, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each skill and assertion, held skills first, the highest level first."""
    rows = [_skill_row(reading, row, taxonomy) for row in skill_rows(reading)]
    rows.sort(key=lambda row: (-row["level"], row["category"], row["skill"].casefold(), row["assertion"]))
    return frame(rows, SKILL_COLUMNS).astype({"months": "Int64"})


def evidence_lines(reading: ResumeReading, taxonomy: Taxonomy) -> dict[tuple[str, str], tuple[str, ...]]:
    """Pairs of skill name and assertion, as in ``skills`` -> the quoted lines."""
    return {(taxonomy.name(row.skill_id), row.assertion): tuple(_quotes(reading, row)) for row in skill_rows(reading)}


def best_line(reading: ResumeReading, skill_id: str) -> str:
    """The best line of a held skill, or of a skill it is inferred from; empty if there is none."""
    held = reading.profile.find(skill_id)
    sources = [reading.profile.find(other) for other in held.inferred_from] if held else []
    every = [mention for one in (held, *sources) if one for mention in one.evidence]
    found = min(every, key=_rank, default=None)
    return quote(reading, found) if found else ""


def skills_by_line(reading: ResumeReading, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each line that is the best line of a held skill, in text order, with these skills.

    Skills without a line (inferred, or set by the user) share the last row, whose line is empty.
    """
    groups: dict[tuple[int, str], list[HeldSkill]] = {}
    for held in reading.profile.skills:
        found = min(held.evidence, key=_rank, default=None)
        key = (found.quote[0], quote(reading, found)) if found else (len(reading.document.text), "")
        groups.setdefault(key, []).append(held)
    rows = [{"line": line, "skills": _leveled(skills, taxonomy)} for (_, line), skills in sorted(groups.items())]
    return frame(rows, LINE_COLUMNS)


def _rank(mention: Mention) -> tuple[bool, bool, int]:
    """Sort key of mentions: those that show a skill before those that only name it, then text order."""
    return (not profile.demonstrates(mention), mention.bare, mention.start)


def _leveled(skills: Iterable[HeldSkill], taxonomy: Taxonomy) -> str:
    """Names grouped by level ("used: Git, Linux; named: Docker")."""
    names: dict[int, list[str]] = {}
    for held in skills:
        names.setdefault(held.level, []).append(taxonomy.name(held.skill_id))
    parts = [f"{LEVELS[level]}: {', '.join(sorted(names[level], key=str.casefold))}" for level in sorted(names)[::-1]]
    return "; ".join(parts)


def pages(reading: ResumeReading) -> pd.DataFrame:
    """One row for each page: lines and characters read, and number of distinct skills."""
    document = reading.document
    ends = (*document.page_starts[1:], len(document.text))
    rows = []
    for page, (start, end) in enumerate(zip(document.page_starts, ends, strict=True), start=1):
        lines = [line for line in document.text[start:end].splitlines() if line.strip()]
        found = {mention.skill_id for mention in reading.mentions if start <= mention.start < end}
        rows.append(
            {
                "page": page,
                "lines": len(lines),
                "characters": sum(map(len, lines)),
                "skills_found": len(found),
            }
        )
    return frame(rows, PAGE_COLUMNS)


def parts(reading: ResumeReading) -> pd.DataFrame:
    """One row for each entry, or section without entries: its first line, its dates and its number of skills."""
    rows = []
    for entry in reading.outline.entries:
        found = {mention.skill_id for mention in reading.mentions if entry.start <= mention.start < entry.end}
        rows.append(
            {
                "section": entry.kind,
                "begins_with": opening_line(reading, entry),
                "dates": _dates(entry.period),
                "skills": len(found),
            }
        )
    return frame(rows, PART_COLUMNS)


def opening_line(reading: ResumeReading, entry: Section) -> str:
    """The first line of an entry below its section's heading, or the heading if there is no other line."""
    is_headed = any(start == entry.start for start, _ in reading.outline.headings)
    lines = [line for line in reading.document.text[entry.start : entry.end].splitlines() if line.strip()]
    line = lines[1] if is_headed and len(lines) > 1 else lines[0]
    return " ".join(line.split()).lstrip(LEADING_MARKS)[:MAX_QUOTE]


def terms(reading: ResumeReading) -> pd.DataFrame:
    """One row for each unknown term of the skill lists, as first written, without duplicates."""
    text = reading.document.text
    # Reversed twice: the first spelling of a term overwrites later ones, and the rows keep text order.
    rows = {
        term.surface.casefold(): {"term": term.surface, "line": _line(text, term.start, term.end)}
        for term in reversed(reading.terms)
    }
    return frame(reversed(rows.values()), TERM_COLUMNS)


def _dates(period: Period | None) -> str:
    """First and last month of a period ("2024-05 to 2024-08"), or its years if no month is known."""
    if period is None:
        return ""
    first, last = period.start, None if period.end is None else period.end - 1
    if not period.measured:
        return f"{first // 12}" if last is None or last // 12 == first // 12 else f"{first // 12} to {last // 12}"
    end = "now" if last is None else f"{last // 12}-{last % 12 + 1:02d}"
    return f"{first // 12}-{first % 12 + 1:02d} to {end}"


def _line(text: str, start: int, end: int) -> str:
    """The line around a span, cut to ``MAX_QUOTE`` characters."""
    first = max(text.rfind("\n", 0, start) + 1, start - MAX_QUOTE // 2)
    last = text.find("\n", end)
    return " ".join(text[first : last if last >= 0 else len(text)][:MAX_QUOTE].split()).lstrip(LEADING_MARKS)


def _skill_row(reading: ResumeReading, row: SkillRow, taxonomy: Taxonomy) -> dict[str, Any]:
    return {
        "skill": taxonomy.name(row.skill_id),
        "category": category(row.skill_id, taxonomy),
        "level": row.level,
        "level_name": LEVELS[row.level],
        "assertion": row.assertion,
        "shown": row.shown,
        "months": row.months or None,
        "last_used": row.last,
        "reason": row.reason,
        "section": ", ".join(dict.fromkeys(mention.section for mention in row.evidence)),
        "evidence": " | ".join(_quotes(reading, row)),
        "mentions": len(row.evidence),
    }


def _quotes(reading: ResumeReading, row: SkillRow) -> dict[str, None]:
    """The lines that show a skill, without duplicates."""
    return dict.fromkeys(quote(reading, mention) for mention in row.evidence)
