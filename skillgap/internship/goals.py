"""Open gaps into goals that can be measured and have a date."""

from collections.abc import Collection, Iterable

from skillgap.model.assessment import Gap, GapReport
from skillgap.model.internship import Goal
from skillgap.schedule import Milestone
from skillgap.taxonomy import Taxonomy

NO_PROOF = "A line in the resume that shows it in a project, a lab or a job."
"""The measure for a skill that has no proof task."""


def proposed(
    report: GapReport, milestones: Iterable[Milestone], goals: Iterable[Goal], taxonomy: Taxonomy
) -> tuple[Goal, ...]:
    """A goal for each open gap that has none yet, biggest gap first.

    Args:
        report: The gaps.
        milestones: When the steps of the plan are due; a goal without a step has no date yet.
        goals: Those that the student has, dropped ones included.
        taxonomy: Names and proof tasks.
    """
    due = {one.skill_id: one.due.isoformat() for one in milestones}
    taken = {goal.skill_id for goal in goals}
    gaps = [gap for gap in report.open if taken.isdisjoint(_options(gap))]
    return tuple(_goal(gap, due, taxonomy) for gap in gaps)


def _options(gap: Gap) -> Collection[str]:
    return gap.options or (gap.skill_id,)


def _goal(gap: Gap, due: dict[str, str], taxonomy: Taxonomy) -> Goal:
    """Where several skills would do, the goal is the one that the plan has chosen."""
    skill_id = next((option for option in _options(gap) if option in due), gap.skill_id)
    skill = taxonomy.skills.get(skill_id)
    return Goal(
        text=f"Reach level {gap.required} in {taxonomy.name(skill_id)}",
        measure=(skill.proof if skill else "") or NO_PROOF,
        due=due.get(skill_id, ""),
        skill_id=skill_id,
    )
