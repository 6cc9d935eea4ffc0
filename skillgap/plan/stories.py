"""Stories to prepare for an interview: the soft skills of a role with the lines that show them, or a question."""

from skillgap.model.assessment import Story
from skillgap.model.gaps import GapReport
from skillgap.model.resume import Mention, SkillProfile

SHOWING = frozenset({"experience", "internships", "projects", "volunteering", "activities", "education"})
"""Sections whose lines describe something done."""


def stories(report: GapReport, profile: SkillProfile) -> tuple[Story, ...]:
    """One story for each soft skill of the role that has a question, those with a line first."""
    found = []
    for requirement in report.role.requirements:
        if requirement.story:
            held = profile.find(requirement.skill_id)
            line = _line(held.evidence if held else ())
            found.append(Story(requirement.skill_id, requirement.story, *line))
    return tuple(sorted(found, key=lambda story: story.start == story.end))


def _line(evidence: tuple[Mention, ...]) -> tuple[int, int]:
    """The line of the first mention that describes a deed; (0, 0) if there is none."""
    deeds = [mention for mention in evidence if mention.section in SHOWING and not mention.listed]
    return deeds[0].quote if deeds else (0, 0)
