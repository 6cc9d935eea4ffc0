"""A LearningPlan onto the calendar: when each step begins and is due at so many hours a week; and its entries."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from skillgap.model.plan import LearningPlan, Step

WEEK = 7
MAX_HOURS = 60
"""Most hours of study a week that anybody may plan."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step of a plan in time: it begins on ``start`` and is done by the end of ``due``."""

    topic_id: str
    start: date
    due: date


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Something for the calendar that takes whole days.

    Attributes:
        key: What it is known by; the same thing keeps it when its days are moved.
        title: As the calendar shows it.
        start, end: First and last day.
        note: More about it, or empty.
        remind: Whether the calendar reminds of it the day before.
    """

    key: str
    title: str
    start: date
    end: date
    note: str = ""
    remind: bool = False


@dataclass(frozen=True, slots=True)
class Overrun:
    """By how much a plan misses its deadline.

    Attributes:
        hours: Hours of study that do not fit before it, at least 1.
        weeks: Weeks begun after it until the plan ends.
        weekly: Whole hours a week that would do; 0 where the deadline lies before the start.
    """

    hours: int
    weeks: int
    weekly: int


def milestones(plan: LearningPlan, *, start: date, hours_a_week: float) -> tuple[Milestone, ...]:
    """When each step that is not done begins and is due, study spread evenly over the week.

    A step begins on the day after the one before it is due, so that no two share a day.

    Raises:
        ValueError: ``hours_a_week`` is not positive.
    """
    if hours_a_week <= 0:
        raise ValueError("a plan needs more than 0 hours a week")
    found = []
    spent, free = 0, start
    for step in plan.to_do:
        spent += step.hours
        due = max(free, start + timedelta(days=math.ceil(spent * WEEK / hours_a_week) - 1))
        found.append(Milestone(step.topic_id, free, due))
        free = due + timedelta(days=1)
    return tuple(found)


def no_dates(_: LearningPlan) -> tuple[Milestone, ...]:
    """No dates for any plan, where nobody said how many hours a week there are."""
    return ()


def hours_until(deadline: date, *, start: date, hours_a_week: float) -> int:
    """Whole hours of study from ``start`` to the end of ``deadline``; 0 when it has passed."""
    days = (deadline - start).days + 1
    return max(0, math.floor(days * hours_a_week / WEEK))


def calendar_events(milestones: Iterable[Milestone], plan: LearningPlan) -> tuple[CalendarEvent, ...]:
    """The milestones of a plan for the calendar, each with what to learn from and the task as its note."""
    steps = {step.topic_id: step for step in plan.steps}
    return tuple(
        CalendarEvent(
            key=f"plan-{one.topic_id}",
            title=f"Learn {steps[one.topic_id].name}",
            start=one.start,
            end=one.due,
            note=_note(steps[one.topic_id]),
        )
        for one in milestones
    )


def _note(step: Step) -> str:
    learn = [f"Learn from {part.resource.title}: {part.resource.url}" for part in step.learn_from]
    return "\n".join([*learn, *([f"Show it: {step.task}"] if step.task else [])])


def overrun(plan: LearningPlan, deadline: date, *, start: date, hours_a_week: float) -> Overrun | None:
    """By how much the steps to do miss the deadline, or nothing where they fit."""
    over = plan.hours_left - hours_until(deadline, start=start, hours_a_week=hours_a_week)
    if over <= 0:
        return None
    end = max(one.due for one in milestones(plan, start=start, hours_a_week=hours_a_week))
    days = (deadline - start).days + 1
    weekly = math.ceil(plan.hours_left * WEEK / days) if days > 0 else 0
    return Overrun(over, math.ceil((end - deadline).days / WEEK), weekly)
