"""Gap reports as DataFrames: one row for each requirement, or one for each topic."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from skillgap import profile
from skillgap.characters import LEADING_MARKS
from skillgap.model.gaps import Gap, GapReport, is_shown
from skillgap.model.resume import HeldSkill, Mention, ResumeReading, SkillProfile
from skillgap.model.role import Tier
from skillgap.tables.frame import TIERS, category, frame
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
WAYS_COLUMNS = ("competency", "shown", "named", "missing")
ORDER = tuple(TIERS[tier] for tier in ("core", "next", "later", "soft"))
"""Display names of the tiers in order."""
SHORT_QUOTE = 90
"""Characters of a line on a card: about two lines on a phone."""
MORE = "\u2026"


def gaps(report: GapReport, held: SkillProfile, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each requirement, topic by topic, soft skills last; ``points`` sum to the coverage in percent."""
    names = {topic.id: topic.name for topic in report.role.topics}
    rows = [
        {
            "topic": _competency(gap, taxonomy)
            if gap.tier == "soft"
            else names.get(gap.topic_id, _names(gap, taxonomy)),
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


def _heading(gap: Gap, names: Mapping[str, str], taxonomy: Taxonomy) -> str:
    """What a requirement stands under: its topic, the competency of a soft skill, or its own name."""
    if gap.tier == "soft":
        return _competency(gap, taxonomy)
    return names.get(gap.topic_id) or _names(gap, taxonomy)


def ways_of_working(report: GapReport, held: SkillProfile, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each NACE competency of the soft skills, in their order, with the names of those of each status."""
    rows: dict[str, dict[str, list[str]]] = {}
    for gap in report.soft:
        row = rows.setdefault(_competency(gap, taxonomy), {one: [] for one in WAYS_COLUMNS[1:]})
        met = status(gap, held) == "met"
        row["shown" if met else "named" if gap.held else "missing"].append(taxonomy.name(gap.skill_id))
    return frame(
        [
            {"competency": name, **{status: ", ".join(names) for status, names in row.items()}}
            for name, row in rows.items()
        ],
        WAYS_COLUMNS,
    )


def _competency(gap: Gap, taxonomy: Taxonomy) -> str:
    """The NACE competency of a soft skill as shown to people ("Critical thinking"); empty where it has none."""
    skill = taxonomy.skills.get(gap.skill_id)
    return skill.competency.replace("-", " ").capitalize() if skill else ""


def topics(report: GapReport, held: SkillProfile, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each topic, tier by tier in the role's order: skills that are shown, only named, and missing.

    A technical requirement without a topic has a row of its own.
    """
    rows = [_topic(one, report, held, taxonomy) for one in _groups(report, taxonomy)]
    return frame(sorted(rows, key=lambda row: ORDER.index(row["tier"])), TOPIC_COLUMNS)


class _Group(NamedTuple):
    """One topic with its gaps, or one requirement without a topic."""

    name: str
    tier: Tier
    why: str
    gaps: tuple[Gap, ...]


def _groups(report: GapReport, taxonomy: Taxonomy) -> list[_Group]:
    """The topics of the role, then each technical requirement without a topic."""
    return [
        *(_Group(one.name, one.tier, one.why, report.of_topic(one.id)) for one in report.role.topics),
        *(_Group(_names(gap, taxonomy), gap.tier, "", (gap,)) for gap in report.technical if not gap.topic_id),
    ]


def core_topics(report: GapReport, taxonomy: Taxonomy) -> tuple[int, int]:
    """Number of core topics that the resume shows, and number of core topics in the role."""
    core = [one for one in _groups(report, taxonomy) if one.tier == "core"]
    return sum(is_shown(one.gaps) for one in core), len(core)


def topic_lines(report: GapReport, reading: ResumeReading, taxonomy: Taxonomy) -> dict[str, str]:
    """Name of a topic, as in ``topics`` -> its best line of the resume; topics without a line have no key."""
    # A requirement of a posting may have a topic's name ("SQL"). In reversed order the topic overwrites it.
    found = ((one.name, _line(one.gaps, reading)) for one in reversed(_groups(report, taxonomy)))
    return {name: line for name, line in found if line}


def _line(mine: Sequence[Gap], reading: ResumeReading) -> str:
    """The first line that shows a skill of a topic, the main skill first; else the first line that names one."""
    held = [(gap, reading.profile.find(gap.credited_from or gap.skill_id)) for gap in mine if gap.held]
    ranked = [
        (bool(gap.credited_from), not profile.demonstrates(mention), mention)
        for gap, skill in held
        if skill
        for mention in skill.evidence
    ]
    return short_quote(reading, min(ranked, key=lambda one: one[:2])[2]) if ranked else ""


def short_quote(reading: ResumeReading, mention: Mention) -> str:
    """The line of a mention, cut between words to about ``SHORT_QUOTE`` characters around the mention.

    For a list over several lines, only the line that names the skill is used.
    """
    start, end = mention.quote
    text = reading.document.text
    if mention.listed:
        start = max(start, text.rfind("\n", 0, mention.start) + 1)
        end = start + len(text[start:end].partition("\n")[0])
    line = text[start:end]
    # A third of the quote goes before the mention, so that it keeps the verb ("Deployed four services with Docker").
    first = max(0, min(mention.start - start - SHORT_QUOTE // 3, len(line) - SHORT_QUOTE))
    part = line[first : first + SHORT_QUOTE]
    before = after = ""
    if first:
        before, part = MORE, part.partition(" ")[2]
    if first + SHORT_QUOTE < len(line):
        part, after = part.rpartition(" ")[0], MORE
    return " ".join(f"{before} {part.lstrip(LEADING_MARKS)} {after}".split())


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
    """Status of a requirement. "named, not shown" is separate: the student may need a better line, not a course."""
    if not gap.shortfall:
        return "met"
    if is_named_only(gap, held.find(gap.skill_id)):
        return NOT_SHOWN
    return "partly" if gap.held else "missing"


def is_named_only(gap: Gap, skill: HeldSkill | None) -> bool:
    """Whether the resume names the skill of an open requirement, but no line shows it.

    Args:
        gap: The requirement.
        skill: The held skill ``gap.skill_id``, or ``None``.
    """
    if skill is None or not gap.shortfall or gap.credited_from:
        return False
    return bool(skill.evidence) and not profile.is_shown(skill)


def _names(gap: Gap, taxonomy: Taxonomy) -> str:
    """Names of the skills that meet a requirement."""
    return taxonomy.either(gap.options or (gap.skill_id,))


def _joined(gaps: Sequence[Gap], taxonomy: Taxonomy) -> str:
    return ", ".join(taxonomy.name(gap.skill_id) for gap in gaps)
