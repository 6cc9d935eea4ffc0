"""A resume beside a target at a glance: its strongest skills, the gaps that weigh most, and how much was read."""

from typing import NamedTuple

from skillgap.model.gaps import GapReport
from skillgap.model.resume import ResumeReading
from skillgap.tables.frame import LEVELS, quote
from skillgap.tables.roles import weightiest
from skillgap.taxonomy import Taxonomy

SHOWN, MISSING = 6, 5
"""Skills of each kind that are seen at a glance."""


class Shown(NamedTuple):
    """A skill that the resume shows: its name, the word of its level, and the line that shows it."""

    name: str
    level: str
    line: str


class Missing(NamedTuple):
    """A demand that is open: the skill, whether the resume names it, and when the role asks for it."""

    name: str
    named: bool
    tier: str


class Reach(NamedTuple):
    """How much a reading stands on: lines, pages, uncertain words, and terms that are not in the catalogue."""

    lines: int
    pages: int
    uncertain: int
    unknown: int


def strongest(report: GapReport, reading: ResumeReading, taxonomy: Taxonomy) -> list[Shown]:
    """The skills that count most for the role and that the resume shows or names, each with its line."""
    found: list[Shown] = []
    for one in weightiest(report):
        held = reading.profile.find(one.credited_from or one.skill_id)
        if held and held.evidence and one.tier != "soft":
            found.append(Shown(taxonomy.name(held.skill_id), LEVELS[held.level], quote(reading, held.evidence[0])))
    return list(dict.fromkeys(found))[:SHOWN]


def most_missing(report: GapReport, taxonomy: Taxonomy) -> list[Missing]:
    """The open technical demands that would add most to the coverage."""
    return [Missing(taxonomy.name(one.skill_id), one.held > 0, one.tier) for one in report.pressing[:MISSING]]


def reach(reading: ResumeReading) -> Reach:
    """How much a reading stands on."""
    document = reading.document
    uncertain = {one.skill_id for one in reading.mentions if one.assertion == "uncertain"}
    unknown = {term.surface.casefold() for term in reading.terms}
    lines = sum(bool(line.strip()) for line in document.text.splitlines())
    return Reach(lines, len(document.page_starts), len(uncertain), len(unknown))
