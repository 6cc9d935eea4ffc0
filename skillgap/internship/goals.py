"""Open topics into goals that can be measured, have a date and can be reached by it."""

import math
from collections.abc import Iterable
from datetime import date, timedelta

from skillgap.model.internship import Goal
from skillgap.model.plan import LearningPlan, Step, UnplannedTopic
from skillgap.schedule import WEEK, Milestone


def proposed(plan: LearningPlan, milestones: Iterable[Milestone], goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """A goal for each open topic that has none yet, those of the plan first.

    The measure is the topic's task, which one project meets: no goal asks for more than its days hold.

    Args:
        plan: The learning plan.
        milestones: When its steps are due; a topic that is not planned has no date yet.
        goals: Those that the student has, dropped ones included.
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
    """First day by which a goal can honestly be reached, or nothing where the plan does not know its skill.

    It takes the study and the task of the topic, and of every open topic that must come first.

    Args:
        goal: The goal.
        plan: The plan, whose hours are those of this student.
        start: Day on which the work begins.
        hours_a_week: Hours of study a week, above 0.
    """
    hours = {step.topic_id: step.hours + step.left_hours for step in plan.to_do if step.tier != "project"}
    hours |= {topic.topic_id: topic.hours for topic in plan.left}
    skills = {step.topic_id: step.skill_ids for step in plan.to_do} | {
        topic.topic_id: topic.skill_ids for topic in plan.left
    }
    about = next((one for one in hours if goal.skill_id and goal.skill_id in skills[one]), "")
    if not about:
        return None
    needed = sum(hours.get(one, 0) for one in _with_what_comes_first(about, plan))
    return start + timedelta(days=max(0, math.ceil(needed * WEEK / hours_a_week) - 1))


def _with_what_comes_first(topic_id: str, plan: LearningPlan) -> set[str]:
    """Ids of a topic and of all topics of the role that must come before it."""
    after = {topic.id: topic.after for topic in plan.role.topics}
    found, waiting = set(), [topic_id]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += after.get(one, ())
    return found
