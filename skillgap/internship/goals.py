"""Turn open topics into goals with a measure and a realistic date."""

import math
from collections.abc import Iterable
from datetime import date, timedelta

from skillgap.model.internship import Goal
from skillgap.model.plan import LearningPlan, Step, UnplannedTopic
from skillgap.schedule import WEEK, Milestone


def proposed(plan: LearningPlan, milestones: Iterable[Milestone], goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """Propose a goal for each open topic without one, topics of the plan first.

    The measure is the topic's task: one project of known size, so that the date is realistic.

    Args:
        plan: The learning plan.
        milestones: Dates of its steps; a topic outside the plan has no date.
        goals: The student's goals, including dropped ones.
    """
    due = {one.topic_id: one.due.isoformat() for one in milestones}
    taken = {goal.skill_id for goal in goals}
    steps = [_goal(step, due) for step in plan.to_do if step.tier != "project" and not step.left_hours]
    later = [_later(topic) for topic in plan.left]
    return tuple(goal for goal in [*steps, *later] if goal.skill_id not in taken)


def _goal(step: Step, due: dict[str, str]) -> Goal:
    return Goal(
        text=f"Show {step.name} in one project",
        measure=step.task,
        due=due.get(step.topic_id, ""),
        skill_id=step.skill_ids[0],
    )


def _later(topic: UnplannedTopic) -> Goal:
    return Goal(
        text=f"Show {topic.name} in one project",
        measure="A line in the resume that shows it in a project, a lab or a job.",
        due="",
        skill_id=topic.skill_ids[0],
    )


def earliest(goal: Goal, plan: LearningPlan, *, start: date, hours_a_week: float) -> date | None:
    """Earliest realistic day for a goal; ``None`` if the plan has no topic for its skill.

    The hours include the topic and every open topic that must come before it.

    Args:
        goal: The goal.
        plan: The plan with this student's hours.
        start: First day of the work.
        hours_a_week: Hours of study per week, above 0.
    """
    hours = {step.topic_id: step.hours + step.left_hours for step in plan.to_do if step.tier != "project"}
    hours |= {topic.topic_id: topic.hours for topic in plan.left}
    skills = {step.topic_id: step.skill_ids for step in plan.to_do} | {
        topic.topic_id: topic.skill_ids for topic in plan.left
    }
    about = next((one for one in hours if goal.skill_id and goal.skill_id in skills[one]), "")
    if not about:
        return None
    needed = sum(hours.get(one, 0) for one in _with_prerequisites(about, plan))
    # The first day counts as a day of work, so 7 hours at 7 hours a week end on day 6 after the start.
    return start + timedelta(days=max(0, math.ceil(needed * WEEK / hours_a_week) - 1))


def _with_prerequisites(topic_id: str, plan: LearningPlan) -> set[str]:
    """Ids of a topic and of all topics of the role that must come before it."""
    after = {topic.id: topic.after for topic in plan.role.topics}
    found, waiting = set(), [topic_id]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += after.get(one, ())
    return found
