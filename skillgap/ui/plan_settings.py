"""Settings of the plan: hours, dates, resources, and steps that are done, moved, replaced or left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import streamlit as st

from skillgap import schedule
from skillgap.model.gaps import SHOWN, GapReport
from skillgap.model.learning import CostPreference
from skillgap.model.plan import LearningPlan, Step
from skillgap.plan.learning_plan import PROJECT, PROJECT_NAME
from skillgap.plan.ordering import first, moved, obstacle
from skillgap.plan.preferences import PlanPreferences
from skillgap.ui import components, session, versions
from skillgap.workspace import YEARS

WEEKS_AT_FIRST = 12
"""Default weeks until the deadline: about a term."""
DAYS = (date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31))
"""First and last date that can be set."""
MODES = ("What fits the hours until the deadline", "Everything that is open")
ORDER = ("core", "next", "later")
"""Tiers in the order of the plan."""
SAID = "Said on the plan: "
"""Prefix of the reason of a level set by "I can do this already"; the topic's name follows."""
COSTS: Mapping[CostPreference, str] = {
    "": "Any",
    "free": "Free, an account is fine",
    "no-account": "Free, without an account",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Time settings of the plan.

    Attributes:
        weekly: Hours of study per week.
        start: First day of the open steps: the start that the student set, or today if it has passed.
        deadline: Last day.
        everything: Whether all open topics are planned, and not only those that fit.
        passed: Whether the start that the student set has passed.
    """

    weekly: int
    start: date
    deadline: date
    everything: bool
    passed: bool

    @property
    def budget(self) -> int:
        """Whole hours of study until the deadline."""
        return schedule.hours_until(self.deadline, start=self.start, hours_a_week=self.weekly)

    @property
    def hours(self) -> int | None:
        """Hours for which the plan is made; ``None`` if everything is planned."""
        return None if self.everything else self.budget


def settings_kept() -> Settings:
    """Current time settings."""
    now, today = session.state(), session.today()
    start = now.start or today
    deadline = now.deadline or start + timedelta(weeks=WEEKS_AT_FIRST)
    return Settings(now.weekly, max(start, today), deadline, now.everything, start < today)


def hours_a_week() -> None:
    """Draw the field for the hours per week."""
    now = session.state()
    now.weekly = st.number_input("Hours a week", 1, schedule.MAX_HOURS, now.weekly, key="weekly", width=180)


def fold(kinds: tuple[str, ...]) -> None:
    """Draw the folded settings: dates, extent of the plan, cost and format of resources."""
    with st.expander("Settings: dates and resources", key="settings"):
        left, right = st.columns(2)
        with left:
            _days()
        with right:
            _resources(kinds)


def _days() -> None:
    """Draw the fields for start, deadline and extent of the plan."""
    now = session.state()
    first, last = st.columns(2)
    start = now.start or session.today()
    now.start = first.date_input("Start", start, *DAYS, format="YYYY-MM-DD", key="start")
    deadline = settings_kept().deadline
    now.deadline = last.date_input("Deadline", deadline, *DAYS, format="YYYY-MM-DD", key="deadline")
    mode = st.radio("Plan", MODES, index=int(now.everything), key="mode")
    now.everything = mode == MODES[1]


def _resources(kinds: tuple[str, ...]) -> None:
    """Draw the fields for cost and format of resources."""
    now = preferences()
    cost = st.selectbox(
        "Cost", list(COSTS), index=list(COSTS).index(now.cost), format_func=lambda one: COSTS[one], key="cost"
    )
    formats = st.multiselect("Format", kinds, now.kinds, placeholder="Any", key="formats")
    st.caption("If no resource fits your choice, the topic stays in the plan, and its step shows all resources.")
    update_preferences(cost=cost, kinds=tuple(formats))


def preferences() -> PlanPreferences:
    """Current preferences."""
    return session.state().preferences


def update_preferences(**fields: Any) -> None:
    """Set fields of the preferences."""
    session.state().preferences = replace(preferences(), **fields)


def press_count() -> int:
    """Increase and return the number of button presses."""
    session.state().press_count += 1
    return session.state().press_count


def reset_plan() -> None:
    """Restore the proposed plan; finished steps stay finished."""
    update_preferences(order=(), chosen={}, variants={}, skip=())
    st.toast("This is the proposed plan again.")


def is_changed() -> bool:
    """Whether the user moved, replaced or left out a step."""
    now = preferences()
    return bool(now.order or now.chosen or now.variants or now.skip)


def move(plan: LearningPlan, topic_id: str, by: int) -> None:
    """Move a step one place earlier (-1) or later (1), or show why it cannot be moved.

    The buttons are never disabled: a disabled button would lose the keyboard focus.
    """
    if why := obstacle(plan, topic_id, by):
        st.toast(components.escape_markdown(why))
        return
    update_preferences(order=moved(plan, topic_id, by))
    way = "earlier" if by < 0 else "later"
    st.toast(components.escape_markdown(f"{_name(plan, topic_id)} is now one place {way}."))


def do_first(plan: LearningPlan, topic_id: str) -> None:
    """Move a step, with its prerequisites, before the other steps of its tier."""
    order = first(plan, topic_id)
    update_preferences(order=order)
    st.toast(components.escape_markdown(_first_now(plan, topic_id, order[: order.index(topic_id)])))


def _first_now(plan: LearningPlan, topic_id: str, ahead: Sequence[str]) -> str:
    """Result of ``do_first`` as a sentence: the step stays behind its prerequisites and behind earlier tiers."""
    tiers = {step.topic_id: step.tier for step in plan.to_do}
    tier = tiers[topic_id]
    after = [_name(plan, one) for one in ahead if tiers[one] == tier]
    earlier = [one for one in ORDER[: ORDER.index(tier)] if one in tiers.values()]
    place = f"is now first among the {tier} topics" if earlier else "is now first"
    needed = f", after {', '.join(after)}" if after else ""
    kept = f". {' and '.join(earlier).capitalize()} topics stay before it" if earlier else ""
    return f"{_name(plan, topic_id)} {place}{needed}{kept}."


def _name(plan: LearningPlan, topic_id: str) -> str:
    return next((step.name for step in plan.steps if step.topic_id == topic_id), topic_id)


def leave_out(topic_id: str, name: str) -> None:
    """Leave a topic out of the plan."""
    update_preferences(skip=(*(one for one in preferences().skip if one != topic_id), topic_id))
    st.toast(components.escape_markdown(f"{name} is left out. You can restore it under \u201cLeft out\u201d."))


def can_already(step: Step, report: GapReport) -> None:
    """Set the skills of a topic as used, because the student says so; gaps and plan are updated."""
    asked = {option: gap.required for gap in report.technical for option in gap.options or (gap.skill_id,)}
    for skill_id in step.skill_ids:
        versions.correct(skill_id, max(SHOWN, asked.get(skill_id, SHOWN)), f"{SAID}{step.name}")
    st.toast(components.escape_markdown(f"{step.name} now counts as used. Add a line to your resume that shows it."))


def said() -> dict[str, tuple[str, ...]]:
    """Name of a topic that the student knows already -> ids of the skills set for it."""
    found: dict[str, tuple[str, ...]] = {}
    for skill_id, correction in versions.corrections().items():
        if correction.reason.startswith(SAID):
            name = correction.reason.removeprefix(SAID)
            found[name] = (*found.get(name, ()), skill_id)
    return found


def unsay(skill_ids: Sequence[str]) -> None:
    """Undo ``can_already``."""
    for skill_id in skill_ids:
        versions.correct(skill_id, None)


def restore(topic_id: str) -> None:
    """Put a skipped topic back into the plan."""
    update_preferences(skip=tuple(one for one in preferences().skip if one != topic_id))


def skipped(plan: LearningPlan) -> dict[str, str]:
    """Id -> name of the topics that the user left out of this role's plan."""
    names = {topic.topic_id: topic.name for topic in plan.left} | {PROJECT: PROJECT_NAME}
    here = {one for one in names if one != PROJECT or plan.role.spare_project}
    return {one: names[one] for one in preferences().skip if one in here}


def finish(step: Step) -> None:
    """Mark a step as done today."""
    tick(step.topic_id, session.today())
    st.toast(components.escape_markdown(f"{step.name} is done. Add a line to your resume that says where you used it."))


def tick(topic_id: str, day: date | None) -> None:
    """Set the day on which a step was done; ``None`` marks it as open."""
    others = {key: value for key, value in preferences().done.items() if key != topic_id}
    update_preferences(done=others if day is None else others | {topic_id: day.isoformat()})


def learn_from(topic_id: str, resource_id: str) -> None:
    """Choose the resource to learn a topic from."""
    update_preferences(chosen={**preferences().chosen, topic_id: resource_id})


def learn_in(topic_id: str, anchor: str) -> None:
    """Choose the language, cloud or vendor to learn a topic in."""
    update_preferences(variants={**preferences().variants, topic_id: anchor})
