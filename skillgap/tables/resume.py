"""What one resume shows as DataFrames: its skills, pages and unchecked terms.

Every column name here is part of the exported CSV and documented in ``docs/files.md``.
"""

from typing import Any

import pandas as pd

from skillgap import profile
from skillgap.model.resume import HeldSkill, Mention, ResumeReading
from skillgap.tables.frame import LEVELS, MAX_QUOTE, OPENING_SIGNS, category, frame, quote
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


def skills(reading: ResumeReading, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a skill the resume mentions, held ones first, strongest first."""
    rows = [
        _skill_row(reading, held.skill_id, held.level, _claim(held), held.reason, held.evidence, taxonomy)
        | {"months": held.months or None, "last_used": held.last, "shown": profile.is_shown(held)}
        for held in reading.profile.skills
    ]
    held_ids = {held.skill_id for held in reading.profile.skills}
    others: dict[tuple[str, str], list[Mention]] = {}
    for mention in reading.mentions:
        if mention.assertion != "held" and mention.skill_id not in held_ids:
            others.setdefault((mention.skill_id, mention.claim), []).append(mention)
    for (skill_id, assertion), mentions in others.items():
        reason = CLAIM_MEANINGS[assertion]
        rows.append(_skill_row(reading, skill_id, 0, assertion, reason, tuple(mentions), taxonomy))
    rows.sort(key=lambda row: (-row["level"], row["category"], row["skill"].casefold(), row["assertion"]))
    return frame(rows, SKILL_COLUMNS).astype({"months": "Int64"})


def evidence_lines(reading: ResumeReading, taxonomy: Taxonomy) -> dict[tuple[str, str], tuple[str, ...]]:
    """The quoted lines behind each row of ``skills``, by skill and assertion."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for held in reading.profile.skills:
        key = (taxonomy.name(held.skill_id), _claim(held))
        found[key] = dict.fromkeys(quote(reading, mention) for mention in held.evidence)
    for mention in reading.mentions:
        if mention.assertion != "held":
            found.setdefault((taxonomy.name(mention.skill_id), mention.claim), {})[quote(reading, mention)] = None
    return {key: tuple(quotes) for key, quotes in found.items()}


CLAIM_MEANINGS = {
    "learning": "The resume says it is being learned; that counts as no level.",
    "expected": "A certification that is still to come; it counts once it is held.",
    "wanted": "The resume says it is an interest or something to learn; that counts as no level.",
    "negated": "The resume says it is not there.",
    "uncertain": "It may be the skill or an everyday word; it counts for nothing until you say so.",
}
"""What a claim that earns no level amounts to."""


def _claim(held: HeldSkill) -> str:
    if held.by_user:
        return "yours"
    return "held" if held.evidence else "inferred"


def pages(reading: ResumeReading) -> pd.DataFrame:
    """One row a page of the document: how much text was read of it, and how many different skills it mentions."""
    document = reading.document
    ends = (*document.page_starts[1:], len(document.text))
    rows = []
    for page, (start, end) in enumerate(zip(document.page_starts, ends, strict=True), start=1):
        evidence_lines = [line for line in document.text[start:end].splitlines() if line.strip()]
        found = {mention.skill_id for mention in reading.mentions if start <= mention.start < end}
        rows.append(
            {
                "page": page,
                "lines": len(evidence_lines),
                "characters": sum(map(len, evidence_lines)),
                "skills_found": len(found),
            }
        )
    return frame(rows, PAGE_COLUMNS)


def terms(reading: ResumeReading) -> pd.DataFrame:
    """One row a term of the skill lists that the taxonomy does not know, as written, each once."""
    text = reading.document.text
    rows = {
        term.surface.casefold(): {"term": term.surface, "line": _line(text, term.start, term.end)}
        for term in reversed(reading.terms)
    }
    return frame(reversed(rows.values()), TERM_COLUMNS)


def _line(text: str, start: int, end: int) -> str:
    """The line of the text that holds a place, cut to ``MAX_QUOTE`` characters around it."""
    first = max(text.rfind("\n", 0, start) + 1, start - MAX_QUOTE // 2)
    last = text.find("\n", end)
    return " ".join(text[first : last if last >= 0 else len(text)][:MAX_QUOTE].split()).lstrip(OPENING_SIGNS)


def _skill_row(
    reading: ResumeReading,
    skill_id: str,
    level: int,
    assertion: str,
    reason: str,
    mentions: tuple[Mention, ...],
    taxonomy: Taxonomy,
) -> dict[str, Any]:
    quotes = dict.fromkeys(quote(reading, mention) for mention in mentions)
    return {
        "skill": taxonomy.name(skill_id),
        "category": category(skill_id, taxonomy),
        "level": level,
        "level_name": LEVELS[level],
        "assertion": assertion,
        "shown": False,
        "months": None,
        "last_used": "",
        "reason": reason,
        "section": ", ".join(dict.fromkeys(mention.section for mention in mentions)),
        "evidence": " | ".join(quotes),
        "mentions": len(mentions),
    }
