"""What a student sets on the plan: the hours, the resources wanted, and what is done, moved, replaced or left out."""

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
"""Weeks until the deadline before the user sets one: about a term."""
DAYS = (date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31))
"""First and last day that can be set."""
MODES = ("What fits the hours until the deadline", "Everything that is open")
ORDER = ("core", "next", "later")
"""Tiers of topics in the order in which a plan takes them."""
SAID = "Said on the plan: "
"""Opens the reason of a level that follows from "I can do this already"; the name of the topic comes after it."""
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


def hours_a_week() -> None:
    """Ask for the hours a week."""
    now = session.state()
    now.weekly = st.number_input("Hours a week", 1, schedule.MAX_HOURS, now.weekly, key="weekly", width=180)


def fold(kinds: tuple[str, ...]) -> None:
    """Ask for everything else: the days, how much is planned, and the resources wanted by cost and format."""
    with st.expander("Settings: dates and resources", key="settings"):
        left, right = st.columns(2)
        with left:
            _days()
        with right:
            _resources(kinds)


def _days() -> None:
    """Ask for the start, the deadline, and whether the plan holds what fits or all that is open."""
    now = session.state()
    first, last = st.columns(2)
    start = now.start or session.today()
    now.start = first.date_input("Start", start, *DAYS, format="YYYY-MM-DD", key="start")
    deadline = settings_kept().deadline
    now.deadline = last.date_input("Deadline", deadline, *DAYS, format="YYYY-MM-DD", key="deadline")
    mode = st.radio("Plan", MODES, index=int(now.everything), key="mode")
    now.everything = mode == MODES[1]


def _resources(kinds: tuple[str, ...]) -> None:
    """Ask for the resources wanted: cost and format."""
    now = preferences()
    cost = st.selectbox(
        "Cost", list(COSTS), index=list(COSTS).index(now.cost), format_func=lambda one: COSTS[one], key="cost"
    )
    formats = st.multiselect("Format", kinds, now.kinds, placeholder="Any", key="formats")
    st.caption("A topic stays in the plan when nothing fits your choice. Its step says so and shows what there is.")
    update_preferences(cost=cost, kinds=tuple(formats))


def preferences() -> PlanPreferences:
    """What the user set so far."""
    return session.state().preferences


def update_preferences(**fields: Any) -> None:
    """Set fields of the preferences."""
    session.state().preferences = replace(preferences(), **fields)


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
    """Move a step, with what must come before it, ahead of the others of its tier."""
    order = first(plan, topic_id)
    update_preferences(order=order)
    st.toast(components.escape_markdown(_first_now(plan, topic_id, order[: order.index(topic_id)])))


def _first_now(plan: LearningPlan, topic_id: str, ahead: Sequence[str]) -> str:
    """What moving a step to the front came to: it stays behind what it needs, and behind topics of an earlier tier."""
    tiers = {step.topic_id: step.tier for step in plan.to_do}
    tier = tiers[topic_id]
    after = [_name(plan, one) for one in ahead if tiers[one] == tier]
    earlier = [one for one in ORDER[: ORDER.index(tier)] if one in tiers.values()]
    place = f"comes first among the {tier} topics now" if earlier else "comes first now"
    needed = f", after {', '.join(after)}" if after else ""
    kept = f". {' and '.join(earlier).capitalize()} topics stay ahead of it" if earlier else ""
    return f"{_name(plan, topic_id)} {place}{needed}{kept}."


def _name(plan: LearningPlan, topic_id: str) -> str:
    return next((step.name for step in plan.steps if step.topic_id == topic_id), topic_id)


def leave_out(topic_id: str, name: str) -> None:
    """Leave a topic out of the plan."""
    update_preferences(skip=(*(one for one in preferences().skip if one != topic_id), topic_id))
    st.toast(components.escape_markdown(f"{name} is left out. You can take it back under \u201cWhat it leaves\u201d."))


def can_already(step: Step, report: GapReport) -> None:
    """Take the student's word that they can do a topic: its skills are set as used, and gaps and plan follow."""
    asked = {option: gap.required for gap in report.technical for option in gap.options or (gap.skill_id,)}
    for skill_id in step.skill_ids:
        versions.correct(skill_id, max(SHOWN, asked.get(skill_id, SHOWN)), f"{SAID}{step.name}")
    st.toast(
        components.escape_markdown(
            f"{step.name} counts as used now, on your word. Add a line to your resume that shows it."
        )
    )


def said() -> dict[str, tuple[str, ...]]:
    """Name of a topic that the student can do already -> ids of the skills set for it."""
    found: dict[str, tuple[str, ...]] = {}
    for skill_id, correction in versions.corrections().items():
        if correction.reason.startswith(SAID):
            name = correction.reason.removeprefix(SAID)
            found[name] = (*found.get(name, ()), skill_id)
    return found


def unsay(skill_ids: Sequence[str]) -> None:
    """Take back that a topic can be done already."""
    for skill_id in skill_ids:
        versions.correct(skill_id, None)


def take_back(topic_id: str) -> None:
    """Put a topic that was left out into the plan again."""
    update_preferences(skip=tuple(one for one in preferences().skip if one != topic_id))


def skipped(plan: LearningPlan) -> dict[str, str]:
    """Id -> name of what the user left out of this role's plan."""
    names = {topic.topic_id: topic.name for topic in plan.left} | {PROJECT: PROJECT_NAME}
    here = {one for one in names if one != PROJECT or plan.role.spare_project}
    return {one: names[one] for one in preferences().skip if one in here}


def finish(step: Step) -> None:
    """Tick a step off today."""
    tick(step.topic_id, session.today())
    st.toast(components.escape_markdown(f"{step.name} is done. Add a line on where you used it to your resume."))


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
