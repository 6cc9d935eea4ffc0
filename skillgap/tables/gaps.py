"""Gap reports as DataFrames: one row a demand, or one row a topic."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from skillgap import profile
from skillgap.model.gaps import Gap, GapReport
from skillgap.model.resume import HeldSkill, Mention, ResumeReading, SkillProfile
from skillgap.model.role import Tier
from skillgap.plan.open_topics import is_shown
from skillgap.tables.frame import OPENING_SIGNS, TIERS, category, frame
from skillgap.taxonomy import Taxonomy

GAP_COLUMNS = (
    "topic",
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
TOPIC_COLUMNS = ("topic", "tier", "status", "you_show", "named", "missing", "points", "possible", "why")
NOT_SHOWN = "named, not shown"
ORDER = tuple(TIERS[tier] for tier in ("core", "next", "later", "soft"))
"""When a demand must be met, first things first."""
GLANCE = 90
"""Characters of a line on a card: enough to recognise it."""
MORE = "\u2026"


def gaps(report: GapReport, held: SkillProfile, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a requirement, topic by topic, soft skills last; ``points`` sum to the coverage in percent."""
    names = {topic.id: topic.name for topic in report.role.topics}
    rows = [
        {
            "topic": names.get(gap.topic_id, "" if gap.tier == "soft" else _names(gap, taxonomy)),
            "skill": _names(gap, taxonomy),
            "category": category(gap.skill_id, taxonomy),
            "status": status(gap, held),
            "tier": TIERS[gap.tier],
            "importance": gap.importance,
            "required": gap.required,
            "held": gap.held,
            "shortfall": gap.shortfall,
            "priority": gap.priority,
            "points": report.points(gap),
            "possible": report.open_points(gap),
            "reason": gap.reason,
        }
        for gap in report.gaps
    ]
    return frame(rows, GAP_COLUMNS)


def topics(report: GapReport, held: SkillProfile, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a topic of the role, tier by tier in its order, with what the resume shows, names and lacks of it.

    A technical demand without a topic has a row of its own.
    """
    rows = [_topic(one, report, held, taxonomy) for one in _groups(report, taxonomy)]
    return frame(sorted(rows, key=lambda row: ORDER.index(row["tier"])), TOPIC_COLUMNS)


class _Group(NamedTuple):
    """The demands of one topic, or one that has none: name, when it is asked for, why, and its gaps."""

    name: str
    tier: Tier
    why: str
    gaps: tuple[Gap, ...]


def _groups(report: GapReport, taxonomy: Taxonomy) -> list[_Group]:
    """The topics of the role, then each technical demand without a topic."""
    return [
        *(_Group(one.name, one.tier, one.why, report.of_topic(one.id)) for one in report.role.topics),
        *(_Group(_names(gap, taxonomy), gap.tier, "", (gap,)) for gap in report.technical if not gap.topic_id),
    ]


def core_topics(report: GapReport, taxonomy: Taxonomy) -> tuple[int, int]:
    """How many core topics of ``topics`` the resume shows, and how many there are."""
    core = [one for one in _groups(report, taxonomy) if one.tier == "core"]
    return sum(is_shown(one.gaps) for one in core), len(core)


def topic_lines(report: GapReport, reading: ResumeReading, taxonomy: Taxonomy) -> dict[str, str]:
    """Name of a topic, as in ``topics`` -> the line of the resume that speaks best for it; without one, no key."""
    # A demand of a posting may be called like a topic; the topic, which comes first, has the say.
    found = ((one.name, _line(one.gaps, reading)) for one in reversed(_groups(report, taxonomy)))
    return {name: line for name, line in found if line}


def _line(mine: Sequence[Gap], reading: ResumeReading) -> str:
    """The first line that shows a skill of a topic, the main skill first; else the first that names one."""
    held = [(gap, reading.profile.find(gap.credited_from or gap.skill_id)) for gap in mine if gap.held]
    ranked = [
        (bool(gap.credited_from), not profile.demonstrates(mention), mention)
        for gap, skill in held
        if skill
        for mention in skill.evidence
    ]
    return glance(reading, min(ranked, key=lambda one: one[:2])[2]) if ranked else ""


def glance(reading: ResumeReading, mention: Mention) -> str:
    """The line of a mention at a length that is taken in at once, cut between two words around the mention.

    Of a list that runs over several lines, the one line that names the skill.
    """
    start, end = mention.quote
    text = reading.document.text
    if mention.listed:
        start = max(start, text.rfind("\n", 0, mention.start) + 1)
        end = start + len(text[start:end].partition("\n")[0])
    line = text[start:end]
    first = max(0, min(mention.start - start - GLANCE // 3, len(line) - GLANCE))
    part = line[first : first + GLANCE]
    before = after = ""
    if first:
        before, part = MORE, part.partition(" ")[2]
    if first + GLANCE < len(line):
        part, after = part.rpartition(" ")[0], MORE
    return " ".join(f"{before} {part.lstrip(OPENING_SIGNS)} {after}".split())


def _topic(one: _Group, report: GapReport, held: SkillProfile, taxonomy: Taxonomy) -> dict[str, Any]:
    states = {gap: status(gap, held) for gap in one.gaps}
    shown = [gap for gap in one.gaps if states[gap] == "met"]
    named = [gap for gap in one.gaps if states[gap] in {NOT_SHOWN, "partly"}]
    missing = [gap for gap in one.gaps if states[gap] == "missing"]
    return {
        "topic": one.name,
        "tier": TIERS[one.tier],
        "status": "shown" if is_shown(one.gaps) else "begun" if shown or named else "missing",
        "you_show": _joined(shown, taxonomy),
        "named": _joined(named, taxonomy),
        "missing": _joined(missing, taxonomy),
        "points": sum(report.points(gap) for gap in one.gaps),
        "possible": sum(report.open_points(gap) for gap in one.gaps),
        "why": one.why,
    }


def status(gap: Gap, held: SkillProfile) -> str:
    """How far a requirement is met; a skill that is named and nowhere shown may need a line rather than a course."""
    if not gap.shortfall:
        return "met"
    if is_named_only(gap, held.find(gap.skill_id)):
        return NOT_SHOWN
    return "partly" if gap.held else "missing"


def is_named_only(gap: Gap, skill: HeldSkill | None) -> bool:
    """Whether the resume names the skill of an open demand itself, and no line shows it.

    Args:
        gap: The demand.
        skill: What the resume has of ``gap.skill_id``.
    """
    if skill is None or not gap.shortfall or gap.credited_from:
        return False
    return bool(skill.evidence) and not profile.is_shown(skill)


def _names(gap: Gap, taxonomy: Taxonomy) -> str:
    """The skills that meet a demand."""
    return taxonomy.either(gap.options or (gap.skill_id,))


def _joined(gaps: Sequence[Gap], taxonomy: Taxonomy) -> str:
    return ", ".join(taxonomy.name(gap.skill_id) for gap in gaps)
