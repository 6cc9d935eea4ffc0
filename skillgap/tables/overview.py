"""Summary of a resume and its target role: strongest skills, largest gaps, and amount of text read."""

from typing import NamedTuple

from skillgap.model.gaps import GapReport
from skillgap.model.resume import ResumeReading
from skillgap.tables.frame import LEVELS, quote
from skillgap.tables.roles import weightiest
from skillgap.taxonomy import Taxonomy

SHOWN, MISSING = 6, 5
"""Skills of each kind in the summary; with these numbers the page fits a screen of 1440 x 900."""


class Shown(NamedTuple):
    """A skill of the resume: display name, display name of its level, and its line."""

    name: str
    level: str
    line: str


class Missing(NamedTuple):
    """An open requirement: display name of the skill, whether the resume names it, and its tier."""

    name: str
    named: bool
    tier: str


class Reach(NamedTuple):
    """Amount of text behind a reading: lines, pages, uncertain skills, and terms missing from the catalogue."""

    lines: int
    pages: int
    uncertain: int
    unknown: int


def strongest(report: GapReport, reading: ResumeReading, taxonomy: Taxonomy) -> list[Shown]:
    """Held skills that add most to the coverage, each with its line."""
    found: list[Shown] = []
    for one in weightiest(report):
        held = reading.profile.find(one.credited_from or one.skill_id)
        if held and held.evidence and one.tier != "soft":
            found.append(Shown(taxonomy.name(held.skill_id), LEVELS[held.level], quote(reading, held.evidence[0])))
    return list(dict.fromkeys(found))[:SHOWN]


def most_missing(report: GapReport, taxonomy: Taxonomy) -> list[Missing]:
    """Open technical requirements that would add most to the coverage."""
    return [Missing(taxonomy.name(one.skill_id), one.held > 0, one.tier) for one in report.pressing[:MISSING]]


def reach(reading: ResumeReading) -> Reach:
    """Count the lines, pages, uncertain skills and unknown terms of a reading."""
    document = reading.document
    uncertain = {one.skill_id for one in reading.mentions if one.assertion == "uncertain"}
    unknown = {term.surface.casefold() for term in reading.terms}
    lines = sum(bool(line.strip()) for line in document.text.splitlines())
    return Reach(lines, len(document.page_starts), len(uncertain), len(unknown))
