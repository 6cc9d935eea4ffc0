"""Which advice fits: the stage a student is at, and what their notes hold or lack today."""

from collections.abc import Iterable
from datetime import date

from skillgap.internship import ratings
from skillgap.model.internship import ME, Internship
from skillgap.model.taxonomy import Advice, Condition

MAX_SHOWN = 6
"""Things to do in a week beside studies; more would be read by nobody."""


def advice_for(advice: Iterable[Advice], record: Internship, *, resume: bool, today: date) -> tuple[Advice, ...]:
    """The advice for the student's stage whose condition holds, what follows from their notes before what always fits.

    Args:
        advice: All there is.
        record: The student's notes.
        resume: Whether a resume was read.
        today: The day from which something is late.
    """
    true = conditions(record, resume=resume, today=today)
    found = [one for one in advice if record.stage in one.stages and one.when in true]
    return tuple(sorted(found, key=lambda one: (one.when == "always", one.rank, one.id))[:MAX_SHOWN])


def conditions(record: Internship, *, resume: bool, today: date) -> frozenset[Condition]:
    """Everything that holds of the notes."""
    active = [goal for goal in record.goals if goal.active]
    waiting = [one for one in record.contacts if one.follow_up and not one.done]
    mine, others = ratings.latest_ratings(record, ME), [rating for rating in record.ratings if rating.who != ME]
    holds: dict[Condition, bool] = {
        "always": True,
        "no-resume": not resume,
        "no-goals": not record.goals,
        "no-open-goals": bool(record.goals) and not active,
        "goal-without-measure": any(not goal.measure.strip() for goal in active),
        "goal-without-date": any(not goal.due for goal in active),
        "goal-overdue": any(goal.due and date.fromisoformat(goal.due) < today for goal in active),
        "no-self-rating": not mine,
        "no-mentor-rating": not others,
        "ratings-differ": any(one.skill_id in mine and mine[one.skill_id].level != one.level for one in others),
        "no-wins": not record.wins,
        "win-without-result": any(not win.result.strip() for win in record.wins),
        "no-contacts": not record.contacts,
        "no-follow-up": bool(record.contacts) and not waiting,
        "follow-up-overdue": any(date.fromisoformat(one.follow_up) < today for one in waiting),
    }
    return frozenset(condition for condition, true in holds.items() if true)
