"""Puts a LearningPlan on the calendar: when each step begins and is due, by the hours of study a week."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from skillgap.model.plan import LearningPlan, Step

WEEK = 7
MAX_HOURS = 60
"""Most hours of study a week."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step of a plan, which begins on ``start`` and ends with ``due``."""

    topic_id: str
    start: date
    due: date


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An event of whole days.

    Attributes:
        key: Its identity, which stays the same when its days change.
        title: Title in the calendar.
        start, end: First and last day.
        note: Description, or empty.
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
        weeks: Weeks, begun ones included, from the deadline to the end of the plan.
        weekly: Whole hours a week that would be enough; 0 for a deadline before the start.
    """

    hours: int
    weeks: int
    weekly: int


def milestones(plan: LearningPlan, *, start: date, hours_a_week: float) -> tuple[Milestone, ...]:
    """The dates of each step to do, with study spread evenly over the week.

    A step begins on the day after the step before it is due.

    Raises:
        ValueError: ``hours_a_week`` is not positive.
    """
    if hours_a_week <= 0:
        raise ValueError("a plan needs more than 0 hours a week")
    found = []
    spent, free = 0, start
    for step in plan.to_do:
        # days from the start by all hours so far, so that rounding does not add up
        spent += step.hours
        due = max(free, start + timedelta(days=math.ceil(spent * WEEK / hours_a_week) - 1))
        found.append(Milestone(step.topic_id, free, due))
        free = due + timedelta(days=1)
    return tuple(found)


def no_dates(_: LearningPlan) -> tuple[Milestone, ...]:
    """No dates, for a plan without hours a week."""
    return ()


def hours_until(deadline: date, *, start: date, hours_a_week: float) -> int:
    """Whole hours of study from ``start`` to the end of ``deadline``; 0 when it has passed."""
    days = (deadline - start).days + 1
    return max(0, math.floor(days * hours_a_week / WEEK))


def calendar_events(milestones: Iterable[Milestone], plan: LearningPlan) -> tuple[CalendarEvent, ...]:
    """The milestones of a plan as events, each with its resources and task as the note."""
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
    """The resources and the task of a step as lines."""
    learn = [f"Learn from {part.resource.title}: {part.resource.url}" for part in step.learn_from]
    return "\n".join([*learn, *([f"Show it: {step.task}"] if step.task else [])])


def overrun(plan: LearningPlan, deadline: date, *, start: date, hours_a_week: float) -> Overrun | None:
    """By how much the steps to do miss the deadline; ``None`` if they fit."""
    over = plan.hours_left - hours_until(deadline, start=start, hours_a_week=hours_a_week)
    if over <= 0:
        return None
    end = max(one.due for one in milestones(plan, start=start, hours_a_week=hours_a_week))
    days = (deadline - start).days + 1
    weekly = math.ceil(plan.hours_left * WEEK / days) if days > 0 else 0
    return Overrun(over, math.ceil((end - deadline).days / WEEK), weekly)
