"""Open topics into goals that can be measured, have a date and can be reached by it."""

from collections.abc import Iterable

from skillgap.model.internship import Goal
from skillgap.model.plan import LearningPlan, Step, UnplannedTopic
from skillgap.schedule import Milestone


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
