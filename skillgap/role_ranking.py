"""Ranks roles by how near a resume is to them: by its job titles and its coverage.

Titles weigh most. Coverage decides among roles that no title names.
"""

import re
from collections.abc import Iterable

from skillgap import gap
from skillgap.model.gaps import GapReport
from skillgap.model.resume import ResumeReading
from skillgap.model.role import RoleProfile
from skillgap.taxonomy import Taxonomy, cached_per_taxonomy

TITLE_SECTIONS = frozenset({"experience", "internships", "volunteering"})
"""Sections whose entries open with the title of a job."""
OPENING_LINES = 6
"""Lines at the top that may hold a title or an objective."""
TITLE_LINES = 2
"""Lines of an entry that may hold its title; the first may be the firm."""
MAX_TITLE_WORDS = 14
"""Words of the longest title; a longer line is a sentence."""
OPENING_WEIGHT, TITLE_WEIGHT, EDUCATION_WEIGHT = 0.25, 0.15, 0.05
"""Bonus, in coverage, for a title in the opening, of a job, and in the name of a degree."""
MAX_BONUS = 0.5
"""Highest bonus of all titles together."""


def rank_roles(reading: ResumeReading, taxonomy: Taxonomy) -> tuple[GapReport, ...]:
    """Every role's report, nearest first, then by id."""
    return tuple(report for report, _ in nearness(reading, taxonomy))


def nearness(reading: ResumeReading, taxonomy: Taxonomy) -> tuple[tuple[GapReport, float], ...]:
    """Every role's report with its nearness (coverage plus bonus), nearest first, then by id."""
    bonus = title_bonus(reading, taxonomy)
    reports = [gap.compare(reading.profile, role, taxonomy) for role in taxonomy.roles.values()]
    near = [(report, report.coverage + bonus.get(report.role.id, 0.0)) for report in reports]
    return tuple(sorted(near, key=lambda one: (-one[1], one[0].role.id)))


def title_bonus(reading: ResumeReading, taxonomy: Taxonomy) -> dict[str, float]:
    """Role id -> bonus of its titles in a resume, in coverage."""
    patterns = _patterns(taxonomy)
    texts = list(_titles(reading))
    return {
        role_id: min(MAX_BONUS, sum(weight for text, weight in texts if pattern.search(text)))
        for role_id, pattern in patterns.items()
    }


def _titles(reading: ResumeReading) -> Iterable[tuple[str, float]]:
    """Each place that may hold a title, with its weight."""
    text = reading.document.text
    opening = [line for line in text.splitlines() if line.strip()][:OPENING_LINES]
    # "Jo Park / Data Analyst / Leeds": the title stands somewhere in the first lines
    yield " \n ".join(opening), OPENING_WEIGHT
    for section in reading.outline.sections:
        if section.kind == "summary":
            yield text[section.start : section.end], OPENING_WEIGHT
    headings = {start for start, _ in reading.outline.headings}
    for entry in reading.outline.entries:
        # the first entry of a section begins with the heading
        most = TITLE_LINES + (entry.start in headings)
        lines = [line for line in text[entry.start : entry.end].splitlines() if line.strip()][:most]
        # "I was a developer of small tools ..." is a sentence, not a title
        short = " \n ".join(line for line in lines if len(line.split()) <= MAX_TITLE_WORDS)
        if entry.kind in TITLE_SECTIONS:
            yield short, TITLE_WEIGHT
        elif entry.kind == "education":
            yield short, EDUCATION_WEIGHT


@cached_per_taxonomy
def _patterns(taxonomy: Taxonomy) -> dict[str, re.Pattern[str]]:
    return {role.id: _pattern(role) for role in taxonomy.roles.values() if role.titles}


def _pattern(role: RoleProfile) -> re.Pattern[str]:
    """One pattern for the titles of a role; blanks and hyphens are one."""
    titles = sorted({re.sub(r"[\s-]+", " ", title.strip()) for title in role.titles}, key=lambda one: (-len(one), one))
    forms = "|".join(re.escape(title).replace("\\ ", r"[\s-]+") for title in titles)
    return re.compile(rf"(?<!\w)(?:{forms})s?(?!\w)", re.IGNORECASE)
