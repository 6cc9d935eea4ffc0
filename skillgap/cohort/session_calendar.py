"""Sessions of a cohort as calendar events."""

from collections.abc import Iterable
from datetime import date, timedelta

from skillgap.model.sessions import SessionPlan
from skillgap.schedule import CalendarEvent


def events(plan: SessionPlan, *, first: date, days_between: int = 7) -> tuple[CalendarEvent, ...]:
    """One event for each session and each time it is held; a lab comes after the labs it depends on.

    Args:
        plan: Sessions to hold.
        first: Date of the first session.
        days_between: Days from one session to the next, 1 or more.
    """
    held = {one.offer.id for one in plan.sessions}
    waiting = [one for one in plan.sessions for _ in range(one.times)]
    found: list[CalendarEvent] = []
    while waiting:
        left = {one.offer.id for one in waiting}
        ready = [one for one in waiting if not _needed(one.offer.after.values(), held) & left - {one.offer.id}]
        # If two labs require each other for different students, neither is ready: the first one goes.
        following = (ready or waiting)[0]
        waiting.remove(following)
        day = first + timedelta(days=days_between * len(found))
        note = f"{plan.limits.hours} h. {following.offer.task}\nStudents: {', '.join(following.student_ids)}"
        found.append(CalendarEvent(f"session-{following.offer.id}", following.offer.name, day, day, note))
    return tuple(found)


def _needed(after: Iterable[tuple[str, ...]], held: set[str]) -> set[str]:
    return {before for some in after for before in some} & held
