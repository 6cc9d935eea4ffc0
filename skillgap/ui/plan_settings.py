"""What a student sets on the plan: the hours, the resources wanted, and what is done, moved, replaced or left out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import streamlit as st

from skillgap import schedule
from skillgap.model.learning import CostPreference
from skillgap.model.plan import LearningPlan
from skillgap.plan.ordering import first, moved, obstacle
from skillgap.plan.preferences import PlanPreferences
from skillgap.ui import components, session
from skillgap.workspace import YEARS

WEEKS_AT_FIRST = 12
"""Weeks until the deadline before the user sets one: about a term."""
DAYS = (date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31))
"""First and last day that can be set."""
MODES = ("What fits the hours until the deadline", "Everything that is open")
COSTS: Mapping[CostPreference, str] = {
    "": "Any",
    "free": "Free, an account is fine",
    "no-account": "Free, without an account",
}


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
    now, today = session.state(), session.today()
    start = now.start or today
    deadline = now.deadline or start + timedelta(weeks=WEEKS_AT_FIRST)
    return Settings(now.weekly, max(start, today), deadline, now.everything, start < today)


def settings() -> Settings:
    """Ask for the hours a week, the start and the deadline."""
    now = session.state()
    left, middle, right = st.columns(3)
    now.weekly = left.number_input("Hours a week", 1, schedule.MAX_HOURS, now.weekly, key="weekly")
    start = now.start or session.today()
    now.start = middle.date_input("Start", start, *DAYS, format="YYYY-MM-DD", key="start")
    deadline = settings_kept().deadline
    now.deadline = right.date_input("Deadline", deadline, *DAYS, format="YYYY-MM-DD", key="deadline")
    mode = st.radio("Plan", MODES, index=int(now.everything), horizontal=True, key="mode")
    now.everything = mode == MODES[1]
    return settings_kept()


def preferences() -> PlanPreferences:
    """What the user set so far."""
    return session.state().preferences


def update_preferences(**fields: Any) -> None:
    """Set fields of the preferences."""
    session.state().preferences = replace(preferences(), **fields)


def filters(kinds: tuple[str, ...]) -> None:
    """Ask for the resources wanted: cost and format."""
    now = preferences()
    with st.expander("Choose what you learn from", key="filters"):
        left, right = st.columns(2)
        cost = left.selectbox(
            "Cost", list(COSTS), index=list(COSTS).index(now.cost), format_func=lambda one: COSTS[one], key="cost"
        )
        formats = right.multiselect("Format", kinds, now.kinds, placeholder="Any", key="formats")
        st.caption("A topic stays in the plan when nothing fits your choice. Its step says so and shows what there is.")
    if (cost, tuple(formats)) != (now.cost, now.kinds):
        update_preferences(cost=cost, kinds=tuple(formats))
        st.rerun()  # the plan above was drawn before


def press_count() -> int:
    """A number that is one higher each time it is asked for."""
    session.state().press_count += 1
    return session.state().press_count


def reset_plan() -> None:
    """Go back to the proposed plan: nothing moved, replaced or left out; what is done stays done."""
    update_preferences(order=(), chosen={}, variants={}, skip=())
    st.toast("This is the proposed plan again.")


def is_changed() -> bool:
    """Whether the user moved, replaced or left out anything."""
    now = preferences()
    return bool(now.order or now.chosen or now.variants or now.skip)


def move(plan: LearningPlan, topic_id: str, by: int) -> None:
    """Move a step one place earlier (-1) or later (1), or say why it cannot be moved.

    The buttons stay enabled at the ends, so that the keyboard does not lose its place.
    """
    if why := obstacle(plan, topic_id, by):
        st.toast(components.escape_markdown(why))
        return
    update_preferences(order=moved(plan, topic_id, by))
    way = "earlier" if by < 0 else "later"
    st.toast(components.escape_markdown(f"{_name(plan, topic_id)} comes one place {way} now."))


def do_first(plan: LearningPlan, topic_id: str) -> None:
    """Move a step, with what must come before it, to the front."""
    order = first(plan, topic_id)
    update_preferences(order=order)
    ahead = [_name(plan, one) for one in order[: order.index(topic_id)]]
    after = f", after {', '.join(ahead)}" if ahead else ""
    st.toast(components.escape_markdown(f"{_name(plan, topic_id)} comes first now{after}."))


def _name(plan: LearningPlan, topic_id: str) -> str:
    return next((step.name for step in plan.steps if step.topic_id == topic_id), topic_id)


def leave_out(topic_id: str, name: str) -> None:
    """Leave a topic out of the plan."""
    update_preferences(skip=(*(one for one in preferences().skip if one != topic_id), topic_id))
    st.toast(components.escape_markdown(f"{name} is left out. You can take it back below the steps."))


def take_back(topic_id: str) -> None:
    """Put a topic that was left out into the plan again."""
    update_preferences(skip=tuple(one for one in preferences().skip if one != topic_id))


def tick(topic_id: str, day: date | None) -> None:
    """Keep the day a step was done, or with nothing that it is to do."""
    others = {key: value for key, value in preferences().done.items() if key != topic_id}
    update_preferences(done=others if day is None else others | {topic_id: day.isoformat()})


def learn_from(topic_id: str, resource_id: str) -> None:
    """Choose the resource to learn a topic from."""
    update_preferences(chosen={**preferences().chosen, topic_id: resource_id})


def learn_in(topic_id: str, anchor: str) -> None:
    """Choose the language, cloud or vendor to learn a topic in."""
    update_preferences(variants={**preferences().variants, topic_id: anchor})
