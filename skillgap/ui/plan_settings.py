"""What a student sets on the plan: the hours, the resources wanted, and what is done, moved, replaced or left out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import streamlit as st

from skillgap import schedule
from skillgap.model.assessment import LearningPlan
from skillgap.model.taxonomy import CostPreference
from skillgap.plan.ordering import first, moved, obstacle
from skillgap.plan.preferences import PlanPreferences
from skillgap.ui import components, session
from skillgap.workspace import YEARS

WEEKS_AT_FIRST = 12
"""Weeks until the deadline before the user sets one: about a term."""
DAYS = (date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31))
"""First and last day that can be set."""
MODES = ("The best plan for the hours until the deadline", "Everything that is missing")
COSTS: Mapping[CostPreference, str] = {
    "": "Any",
    "free": "Free, an account is fine",
    "no-account": "Free, without an account",
}
LEVELS = {1: "1: first steps", 2: "2: working knowledge", 3: "3: strong"}
"""Level that a learner can show after a resource -> its name in the filter."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The time there is.

    Attributes:
        weekly: Hours of study a week.
        start: Day from which the steps to do are counted: the start that was set, or today once that has passed.
        deadline: Last day.
        everything: Whether all that is missing is planned, not what fits.
        passed: Whether the start that was set has passed.
    """

    weekly: int
    start: date
    deadline: date
    everything: bool
    passed: bool

    @property
    def budget(self) -> int:
        """Whole hours of study there are."""
        return schedule.hours_until(self.deadline, start=self.start, hours_a_week=self.weekly)

    @property
    def hours(self) -> int | None:
        """The hours that the plan is made for, or nothing where all that is missing is planned."""
        return None if self.everything else self.budget


def settings_kept() -> Settings:
    """The time there is as it was last set."""
    today = session.today()
    start = session.kept("start", today)
    deadline = session.kept("deadline", start + timedelta(weeks=WEEKS_AT_FIRST))
    return Settings(
        session.kept("weekly", 6), max(start, today), deadline, session.kept("everything", False), start < today
    )


def settings() -> Settings:
    """Ask for the hours a week, the start and the deadline."""
    left, middle, right = st.columns(3)
    session.keep(
        "weekly", left.number_input("Hours a week", 1, schedule.MAX_HOURS, session.kept("weekly", 6), key="weekly")
    )
    start = session.kept("start", session.today())
    session.keep("start", middle.date_input("Start", start, *DAYS, format="YYYY-MM-DD", key="start"))
    deadline = settings_kept().deadline
    session.keep("deadline", right.date_input("Deadline", deadline, *DAYS, format="YYYY-MM-DD", key="deadline"))
    mode = st.radio("Plan", MODES, index=int(session.kept("everything", False)), horizontal=True, key="mode")
    session.keep("everything", mode == MODES[1])
    return settings_kept()


def wishes() -> PlanPreferences:
    """What the user set so far; at first, resources without cost."""
    found: PlanPreferences = session.kept("wishes", PlanPreferences(cost="free"))
    return found


def update_preferences(**fields: Any) -> None:
    """Set fields of the wishes."""
    session.keep("wishes", replace(wishes(), **fields))


def filters(kinds: tuple[str, ...]) -> None:
    """Ask for the resources wanted: cost, format and level."""
    now = wishes()
    with st.expander("Choose what you learn from", key="filters"):
        left, middle, right = st.columns(3)
        cost = left.selectbox(
            "Cost", list(COSTS), index=list(COSTS).index(now.cost), format_func=lambda one: COSTS[one], key="cost"
        )
        formats = middle.multiselect("Format", kinds, now.kinds, placeholder="Any", key="formats")
        levels = right.multiselect(
            "Level you can show after it", list(LEVELS), now.levels, format_func=LEVELS.__getitem__,
            placeholder="Any", key="levels",
        )  # fmt: skip
        st.caption("A skill stays in the plan when nothing fits your choice. Its step says so and shows what there is.")
    update_preferences(cost=cost, kinds=tuple(formats), levels=tuple(sorted(levels)))


def reset_count() -> int:
    """A number that changes when everything is set back, so that widgets forget what they hold."""
    return int(session.kept("generation", 0))


def press_count() -> int:
    """A number that is one higher each time it is asked for."""
    session.keep("presses", session.kept("presses", 0) + 1)
    return int(session.kept("presses", 0))


def reset_plan() -> None:
    """Go back to the proposed plan: nothing moved, replaced or left out; what is done stays done."""
    session.keep("generation", reset_count() + 1)
    update_preferences(order=(), chosen={}, options={}, skip=())
    st.toast("This is the proposed plan again.")


def is_changed() -> bool:
    """Whether the user moved, replaced or left out anything."""
    now = wishes()
    return bool(now.order or now.chosen or now.options or now.skip)


def move(plan: LearningPlan, skill_id: str, by: int) -> None:
    """Move a step one place earlier (-1) or later (1), or say why it cannot be moved.

    The buttons stay enabled at the ends, so that the keyboard does not lose its place.
    """
    if why := obstacle(plan, skill_id, by, session.loaded_taxonomy()):
        st.toast(components.escape_markdown(why))
        return
    update_preferences(order=moved(plan, skill_id, by))
    st.toast(
        components.escape_markdown(
            f"{session.loaded_taxonomy().name(skill_id)} comes one place {'earlier' if by < 0 else 'later'} now."
        )
    )


def do_first(plan: LearningPlan, skill_id: str) -> None:
    """Move a step, with what it needs, to the front."""
    order = first(plan, skill_id)
    update_preferences(order=order)
    ahead = [session.loaded_taxonomy().name(one) for one in order[: order.index(skill_id)]]
    name = session.loaded_taxonomy().name(skill_id)
    st.toast(
        components.escape_markdown(
            f"{name} comes first now, after {', '.join(ahead)}." if ahead else f"{name} comes first now."
        )
    )


def leave_out(skill_id: str) -> None:
    """Leave a skill out of the plan."""
    update_preferences(skip=(*(one for one in wishes().skip if one != skill_id), skill_id))
    st.toast(
        components.escape_markdown(
            f"{session.loaded_taxonomy().name(skill_id)} is left out. You can take it back below the steps."
        )
    )


def take_back(skill_id: str) -> None:
    """Put a skill that was left out into the plan again."""
    update_preferences(skip=tuple(one for one in wishes().skip if one != skill_id))


def tick(skill_id: str, day: date | None) -> None:
    """Keep the day a step was done, or with nothing that it is to do."""
    others = {key: value for key, value in wishes().done.items() if key != skill_id}
    update_preferences(done=others if day is None else others | {skill_id: day.isoformat()})


def learn_from(skill_id: str, resource_id: str) -> None:
    """Choose the resource to learn a skill from."""
    update_preferences(chosen={**wishes().chosen, skill_id: resource_id})


def meet_with(demand: str, skill_id: str) -> None:
    """Choose the skill to meet a demand with; if it was left out, it is taken back."""
    update_preferences(options={**wishes().options, demand: skill_id})
    take_back(skill_id)
