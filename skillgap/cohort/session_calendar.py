"""Sessions of a cohort as days of a calendar."""

from collections.abc import Iterable
from datetime import date, timedelta

from skillgap.model.sessions import SessionPlan
from skillgap.schedule import CalendarEvent


def events(plan: SessionPlan, *, first: date, days_between: int = 7) -> tuple[CalendarEvent, ...]:
    """One event each time that a session is held; labs come after the labs they build on.

    Args:
        plan: What to hold.
        first: Day of the first session.
        days_between: Days from one session to the next, 1 or more.
    """
    held = {one.offer.id for one in plan.sessions}
    waiting = [one for one in plan.sessions for _ in range(one.times)]
    found: list[CalendarEvent] = []
    while waiting:
        left = {one.offer.id for one in waiting}
        ready = [one for one in waiting if not _needed(one.offer.after.values(), held) & left - {one.offer.id}]
        following = (ready or waiting)[0]
        waiting.remove(following)
        day = first + timedelta(days=days_between * len(found))
        note = f"{plan.limits.hours} h. {following.offer.task}\nStudents: {', '.join(following.student_ids)}"
        found.append(CalendarEvent(f"session-{following.offer.id}", following.offer.name, day, day, note))
    return tuple(found)


def _needed(after: Iterable[tuple[str, ...]], held: set[str]) -> set[str]:
    return {before for some in after for before in some} & held
