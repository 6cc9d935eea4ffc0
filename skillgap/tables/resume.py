"""Reports as DataFrames, one row a thing, columns in the order a reader wants them: the only room that builds frames.

Every column name here is part of the exported CSV and documented in the README.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from skillgap import profile
from skillgap.characters import BULLETS
from skillgap.lexicon import own
from skillgap.model.assessment import Assessment, Gap, GapReport, Step
from skillgap.model.resume import HeldSkill, Mention, ResumeReading, SkillProfile
from skillgap.schedule import Milestone
from skillgap.taxonomy import Taxonomy

TIERS = own().glossary.texts["tiers"]
"""When a demand must be met."""
LEVELS = own().level_names
MAX_QUOTE = 300
"""Characters of a quoted line that are shown: enough to recognise it."""
OPENING_SIGNS = f"{BULLETS}*-– "

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
GAP_COLUMNS = (
    "skill",
    "category",
    "status",
    "tier",
    "importance",
    "required",
    "held",
    "shortfall",
    "priority",
    "points",
    "possible",
    "reason",
)
PLAN_COLUMNS = (
    "step",
    "skill",
    "category",
    "role",
    "importance",
    "required",
    "held",
    "priority",
    "reason",
    "hours",
    "total_hours",
    "points",
    "coverage_after",
    "resource",
    "provider",
    "url",
    "format",
    "resource_level",
    "cost",
    "hours_source",
    "proof_task",
    "start",
    "due",
    "status",
    "done_on",
)
NOT_SHOWN = "named, not shown"


def frame(rows: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> pd.DataFrame:
    """Rows under exactly these columns, also when there is no row."""
    return pd.DataFrame(list(rows), columns=list(columns))


def quote(reading: ResumeReading, mention: Mention) -> str:
    """The line that shows a mention, white space folded, cut to ``MAX_QUOTE`` characters around it."""
    start, end = mention.quote
    if end - start > MAX_QUOTE:
        start = max(start, mention.start - MAX_QUOTE // 2)
        end = min(end, start + MAX_QUOTE)
    return " ".join(reading.document.text[start:end].split()).lstrip(OPENING_SIGNS)


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


def category(skill_id: str, taxonomy: Taxonomy) -> str:
    """Title of a skill's category, as shown to people."""
    skill = taxonomy.skills.get(skill_id)
    return taxonomy.categories[skill.category].title if skill and skill.category in taxonomy.categories else ""


def gaps(report: GapReport, held: SkillProfile, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a requirement, most pressing first; ``points`` sum to the coverage in percent."""
    rows = [
        {
            "skill": " or ".join(taxonomy.name(option) for option in gap.options),
            "category": category(gap.skill_id, taxonomy),
            "status": _status(gap, held),
            "tier": TIERS[gap.tier],
            "importance": gap.importance,
            "required": gap.required,
            "held": gap.held,
            "shortfall": gap.shortfall,
            "priority": gap.priority,
            "points": report.points(gap),
            "possible": report.possible(gap),
            "reason": gap.reason,
        }
        for gap in report.gaps
    ]
    return frame(rows, GAP_COLUMNS)


def _status(gap: Gap, held: SkillProfile) -> str:
    """How far a requirement is met; a skill that is named and nowhere shown may need a line rather than a course."""
    if not gap.shortfall:
        return "met"
    skill = held.find(gap.skill_id)
    if skill and skill.evidence and not gap.credited_from and not profile.is_shown(skill):
        return NOT_SHOWN
    return "partly" if gap.held else "missing"


def plan(assessment: Assessment, taxonomy: Taxonomy, milestones: Iterable[Milestone] = ()) -> pd.DataFrame:
    """One row a step in the order to take them, with the recommended resource, and dates where there are any.

    Hours and coverage add up from step to step; what is done takes no more hours.
    """
    report, total, reached = assessment.report, 0, 100 * assessment.report.coverage
    gaps = {gap.skill_id: gap for gap in report.gaps}
    times = {one.skill_id: one for one in milestones}
    rows = []
    for number, step in enumerate(assessment.plan.steps, start=1):
        total += step.hours if step.done is None else 0
        reached += step.points
        gap, time = gaps[step.meets[0]] if step.meets else None, times.get(step.skill_id)
        rows.append(
            {
                "step": number,
                "skill": taxonomy.name(step.skill_id),
                "category": category(step.skill_id, taxonomy),
                "role": report.role.name,
                "importance": gap.importance if gap else 0,
                "required": step.level,
                "held": gap.held if gap else 0.0,
                "priority": gap.priority if gap else 0.0,
                "reason": step.reason,
                "hours": step.hours,
                "total_hours": total,
                "points": step.points,
                "coverage_after": reached,
                **_resource_cells(step),
                "proof_task": step.proof,
                "start": time.start.isoformat() if time else "",
                "due": time.due.isoformat() if time else "",
                "status": "to do" if step.done is None else "done",
                "done_on": step.done or "",
            }
        )
    return frame(rows, PLAN_COLUMNS)


def _resource_cells(step: Step) -> dict[str, Any]:
    first = step.resources[0] if step.resources else None
    return {
        "resource": first.title if first else "",
        "provider": first.provider if first else "",
        "url": first.url if first else "",
        "format": first.kind if first else "",
        "resource_level": first.level if first else 0,
        "cost": first.cost if first else "",
        "hours_source": first.hours_source if first else "curated",
    }
