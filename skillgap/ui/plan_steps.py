"""The steps of a plan on the page: what to do next, each step with its controls, and what was left out."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from skillgap import charts
from skillgap.model.assessment import LearningPlan, Step
from skillgap.model.taxonomy import Resource
from skillgap.schedule import Milestone
from skillgap.tables import plan as plan_tables
from skillgap.tables import resume as tables
from skillgap.ui import components, plan_settings, session
from skillgap.ui.components import pluralise

COSTS = {"free": "free, no account", "free-account": "free with an account", "paid": "costs money"}
SOURCES = {"provider": "as the provider says", "curated": "our estimate"}


def next_step(plan: LearningPlan, milestones: Sequence[Milestone]) -> None:
    """What to do now: the first step that is not done."""
    if not plan.to_do:
        st.success("Every step is done. Add them to your resume, then upload it again to see what it shows.")
        return
    step, when = plan.to_do[0], milestones[0]
    with st.container(border=True):
        name = components.escape_markdown(session.loaded_taxonomy().name(step.skill_id))
        st.markdown(f"**Do this next: {name}**, {pluralise(step.hours, 'hour')}, until {_day(when.due)}")
        st.text(step.reason)
        if step.resources:
            _resource(step.resources[0], step)
        if step.proof:
            st.text(f"Show it: {step.proof}")


def calendar(
    plan: LearningPlan, milestones: Sequence[Milestone], table: pd.DataFrame, *, start: date, deadline: date
) -> None:
    """The steps on a time line, and the same as a table."""
    st.header("When")
    days = session.memoised(plan_tables.timeline, plan, milestones, session.loaded_taxonomy(), start=start)
    if milestones:
        title = "The steps on the calendar; the table below has the days"
        components.chart(title, charts.timeline, days, deadline=deadline)
    with st.expander("The same as a table, with coverage after each step"):
        components.table(
            table,
            "The steps in order with hours, dates and the coverage reached",
            {"coverage_after": st.column_config.NumberColumn(format="%.1f %%"), "url": st.column_config.LinkColumn()},
            columns=["step", "skill", "hours", "start", "due", "status", "coverage_after", "resource", "url", "cost"],
        )


def show_steps(plan: LearningPlan, milestones: Sequence[Milestone]) -> None:
    """Each step with why it stands here, what to learn it from, how to show it, and what may be changed."""
    times = {one.skill_id: one for one in milestones}
    pressed = ""
    for number, step in enumerate(plan.steps, start=1):
        name = components.escape_markdown(session.loaded_taxonomy().name(step.skill_id))
        when = _when(step, times)
        with st.expander(f"{number}. **{name}**, {step.hours} h, {when}", key=f"step-{step.skill_id}"):
            st.text(step.reason)
            if step.unmatched:
                st.info("No resource for this skill fits your filters, so all are shown.")
            if step.resources:
                _resource(step.resources[0], step)
            else:
                st.text("The catalogue knows no resource for it. The hours are a guess.")
            if step.proof:
                st.text(f"Show it: {step.proof}")
            _tick(step)
            if step.done is None:
                # What is in a popover is drawn once it is opened: all steps together would weigh down the page.
                with st.popover("Change this step", key=f"change-{step.skill_id}"):
                    _learn_from(step)
                    _instead(step)
                    pressed = _move(plan, step.skill_id) or pressed
    if pressed:
        components.restore_focus(pressed, plan_settings.press_count())


def left_out() -> None:
    """What was left out, to take back, and the way back to the proposed plan."""
    now = plan_settings.wishes()
    with st.container(horizontal=True):
        for skill_id in now.skip:
            label = f"Take back {components.escape_markdown(session.loaded_taxonomy().name(skill_id))}"
            st.button(label, key=f"back-{skill_id}", on_click=plan_settings.take_back, args=(skill_id,))
        if plan_settings.is_changed():
            st.button("Undo all changes to the steps", key="set-back", on_click=plan_settings.reset_plan)


def _learn_from(step: Step) -> None:
    """Let the user choose another resource."""
    if len(step.resources) < 2:
        return
    choices = sorted(step.resources, key=lambda one: (one.hours, one.title))
    chosen = st.selectbox(
        "Learn it from",
        range(len(choices)),
        index=choices.index(step.resources[0]),
        format_func=lambda place: _brief(choices[place]),
        key=f"from-{step.skill_id}-{plan_settings.reset_count()}-{len(choices)}",
    )
    if chosen is not None and choices[chosen] != step.resources[0]:
        plan_settings.learn_from(step.skill_id, choices[chosen].id)
        st.rerun()


def _instead(step: Step) -> None:
    """Let the user meet a demand with another skill."""
    if not step.options:
        return
    hours = dict(step.options)
    ids = list(hours)
    chosen = st.selectbox(
        "One of these is enough",
        ids,
        index=ids.index(step.skill_id),
        format_func=lambda one: f"{session.loaded_taxonomy().name(one)}, {hours[one]} h with what it needs first",
        key=f"option-{step.skill_id}-{plan_settings.reset_count()}",
    )
    if chosen != step.skill_id:
        plan_settings.meet_with(ids[0], str(chosen))
        st.rerun()


def _tick(step: Step) -> None:
    """Let the user say that a step is done, and when it was."""
    skill_id = step.skill_id
    done = st.checkbox("I have done this", step.done is not None, key=f"done-{skill_id}")
    if done != (step.done is not None):
        plan_settings.tick(skill_id, session.today() if done else None)
        st.rerun()
    if step.done is not None:
        day = st.date_input("Done on", step.done or None, format="YYYY-MM-DD", key=f"day-{skill_id}")
        if isinstance(day, date) and day.isoformat() != step.done:
            plan_settings.tick(skill_id, day)
            st.rerun()


def _move(plan: LearningPlan, skill_id: str) -> str:
    """Let the user move a step or leave it out; the key of the button that was pressed and stays, or nothing."""
    stays: tuple[tuple[str, Callable[..., None], tuple[Any, ...]], ...] = (
        ("Earlier", plan_settings.move, (plan, skill_id, -1)),
        ("Later", plan_settings.move, (plan, skill_id, 1)),
        ("Do first", plan_settings.do_first, (plan, skill_id)),
    )
    pressed = ""
    with st.container(horizontal=True):
        for label, act, args in stays:
            key = f"{label.split()[-1]}-{skill_id}"
            if st.button(label, key=key, on_click=act, args=args):
                pressed = key
        st.button("Leave out", key=f"leave-{skill_id}", on_click=plan_settings.leave_out, args=(skill_id,))
    return pressed


def _resource(resource: Resource, step: Step) -> None:
    """A resource with its link, and all that there is to know before opening it."""
    title, provider = map(components.escape_markdown, (resource.title, resource.provider))
    st.markdown(f"[{title}]({resource.url}), {provider}")
    level = f"level {resource.level} ({tables.LEVELS[resource.level]})"
    if resource.level < step.level:
        level += f"; {step.level} is asked, the task below shows the rest"
    st.caption(
        components.escape_markdown(
            f"{resource.kind}, {resource.hours} h ({SOURCES[resource.hours_source]}), {COSTS[resource.cost]}, {level}"
        )
    )


def _brief(resource: Resource) -> str:
    return f"{resource.title} ({resource.kind}, {resource.hours} h, {COSTS[resource.cost]})"


def _when(step: Step, times: Mapping[str, Milestone]) -> str:
    if step.done is not None:
        return f"done {_day(date.fromisoformat(step.done))}" if step.done else "done"
    when = times[step.skill_id]
    return f"{when.start.day} {when.start:%b} to {_day(when.due)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
