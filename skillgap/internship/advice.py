"""Select advice by the student's stage and by the conditions that their notes meet today."""

from collections.abc import Iterable
from datetime import date

from skillgap.internship import ratings
from skillgap.model.internship import ME, Internship
from skillgap.model.taxonomy import Advice, Condition

MAX_SHOWN = 6
"""Upper limit for the advice shown at once: about what fits in a week beside studies."""


def advice_for(advice: Iterable[Advice], record: Internship, *, resume: bool, today: date) -> tuple[Advice, ...]:
    """Advice for the student's stage whose condition holds; advice about their own notes comes before general advice.

    Args:
        advice: All advice of the data.
        record: The student's notes.
        resume: Whether a resume was read.
        today: Date for deciding what is overdue.
    """
    met = conditions(record, resume=resume, today=today)
    found = [one for one in advice if record.stage in one.stages and one.when in met]
    return tuple(sorted(found, key=lambda one: (one.when == "always", one.rank, one.id))[:MAX_SHOWN])


def conditions(record: Internship, *, resume: bool, today: date) -> frozenset[Condition]:
    """All conditions that the notes meet."""
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
    return frozenset(condition for condition, is_met in holds.items() if is_met)
