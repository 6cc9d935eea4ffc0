"""The steps of a plan on the page: each with why, what to learn it from, how to show it, and what may be changed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from skillgap import charts
from skillgap.model.plan import LearningPlan, Step, StudyPart
from skillgap.schedule import WEEK, Milestone
from skillgap.tables import plan as plan_tables
from skillgap.ui import components, knowledge, plan_settings, session

COSTS = {"free": "free", "free-account": "free with an account", "paid": "costs money"}
MAX_IN_SIGHT = 8
"""Steps that are drawn in full; later ones are folded."""
TIERS = {"core": "core", "next": "next", "later": "later", "project": "project"}


def show_steps(plan: LearningPlan, milestones: Sequence[Milestone]) -> None:
    """The steps under this week, next and later; what is done is folded at the end."""
    times = {one.topic_id: one for one in milestones}
    pressed = ""
    for title, steps in _grouped(plan, times):
        st.header(title)
        for step in steps:
            pressed = _card(plan, step, times) or pressed
    done = [step for step in plan.steps if step.done is not None]
    if done:
        with st.expander(f"Done ({len(done)})", key="steps-done"):
            for step in done:
                _tick(step)
    if pressed:
        components.restore_focus(pressed, plan_settings.press_count())


def _grouped(plan: LearningPlan, times: Mapping[str, Milestone]) -> list[tuple[str, list[Step]]]:
    """The steps to do by when they begin: within a week of the first one, within eight steps, or after that."""
    groups: dict[str, list[Step]] = {"This week": [], "Next": [], "Later": []}
    begins = min((one.start for one in times.values()), default=None)
    for number, step in enumerate(plan.to_do):
        soon = begins is not None and times[step.topic_id].start < begins + timedelta(days=WEEK)
        groups["This week" if soon else "Next" if number < MAX_IN_SIGHT else "Later"].append(step)
    return [(title, steps) for title, steps in groups.items() if steps]


def _card(plan: LearningPlan, step: Step, times: Mapping[str, Milestone]) -> str:
    """One step; the key of the button that was pressed and stays, or nothing."""
    number = plan.steps.index(step) + 1
    with st.container(border=True, key=f"step-{step.topic_id}"):
        hours = f"{step.study_hours} h study + {step.proof_hours} h task" if step.study_hours else f"{step.hours} h"
        name = components.escape_markdown(step.name)
        st.markdown(
            f"**{number}. {name}** \u2003 {hours}, {_when(times[step.topic_id])} \u2003 :gray[{TIERS[step.tier]}]"
        )
        st.text(step.reason)
        if step.left_hours:
            st.text(f"This is a start: {step.left_hours} h of the topic are left after it.")
        if step.unmatched:
            st.info("No resource for this topic fits your filters, so all are shown.")
        for part in step.learn_from[:2]:
            _resource(part)
        st.markdown(f"**Show it:** {components.escape_markdown(step.task)}")
        with st.container(horizontal=True):
            _tick(step)
            with st.popover("Change", key=f"change-{step.topic_id}"):
                _learn_from(step)
                _learn_in(step)
                return _move(plan, step)
    return ""


def calendar(
    plan: LearningPlan, milestones: Sequence[Milestone], table: pd.DataFrame, *, start: date, deadline: date
) -> None:
    """The steps on a time line, and the same as a table."""
    with st.expander("Calendar and table of the steps", key="calendar"):
        days = session.memoised(plan_tables.timeline, plan, milestones, start=start)
        if milestones:
            title = "The steps on the calendar; the table below has the days"
            components.chart(title, charts.timeline, days, deadline=deadline)
        components.table(
            table,
            "The steps in order with hours, dates and the coverage reached",
            {"coverage_after": st.column_config.NumberColumn(format="%.0f %%"), "url": st.column_config.LinkColumn()},
            columns=["step", "topic", "skill", "hours", "start", "due", "status", "coverage_after", "resource", "url"],
        )


def left_out(plan: LearningPlan) -> None:
    """What was left out, to take back, and the way back to the proposed plan."""
    names = {topic.topic_id: topic.name for topic in plan.left}
    with st.container(horizontal=True):
        for topic_id in [one for one in plan_settings.preferences().skip if one in names]:
            label = f"Take back {components.escape_markdown(names[topic_id])}"
            st.button(label, key=f"back-{topic_id}", on_click=plan_settings.take_back, args=(topic_id,))
        if plan_settings.is_changed():
            st.button("Undo all changes to the steps", key="set-back", on_click=plan_settings.reset_plan)


def _learn_from(step: Step) -> None:
    """Let the user choose another resource for the main skill."""
    choices = [
        one
        for one in knowledge.loaded_taxonomy().teaching.get(step.skill_ids[0], ())
        if plan_settings.preferences().allow(one)
    ]
    used = [part.resource for part in step.learn_from if part.teaches(step.skill_ids[0]) and part.resource in choices]
    if len(choices) < 2 or not used:
        return
    wanted = plan_settings.preferences().chosen.get(step.topic_id)
    now = next((resource for resource in used if resource.id == wanted), used[0])
    chosen = st.selectbox(
        "Learn it from",
        range(len(choices)),
        index=choices.index(now),
        format_func=lambda place: f"{choices[place].title}, {choices[place].hours} h, {COSTS[choices[place].cost]}",
        # What the plan has now stands in the key: a plan that changed for another reason is no choice of the user's.
        key=f"from-{step.topic_id}-{now.id}-{len(choices)}",
    )
    if chosen is not None and choices[chosen] != now:
        plan_settings.learn_from(step.topic_id, choices[chosen].id)
        st.rerun()


def _learn_in(step: Step) -> None:
    """Let the user choose the language, cloud or vendor of a topic."""
    if len(step.variants) < 2:
        return
    chosen = st.selectbox(
        "Learn it in",
        step.variants,
        index=step.variants.index(step.variant),
        format_func=knowledge.loaded_taxonomy().name,
        key=f"variant-{step.topic_id}-{step.variant}",
    )
    if chosen != step.variant:
        plan_settings.learn_in(step.topic_id, str(chosen))
        st.rerun()


def _tick(step: Step) -> None:
    """Let the user say that a step is done, and when it was."""
    label = "Done" if step.done is None else f"Done: {step.name}"
    done = st.checkbox(components.escape_markdown(label), step.done is not None, key=f"done-{step.topic_id}")
    if done != (step.done is not None):
        plan_settings.tick(step.topic_id, session.today() if done else None)
        st.rerun()
    if step.done is not None:
        day = st.date_input("Done on", step.done or None, format="YYYY-MM-DD", key=f"day-{step.topic_id}")
        if isinstance(day, date) and day.isoformat() != step.done:
            plan_settings.tick(step.topic_id, day)
            st.rerun()


def _move(plan: LearningPlan, step: Step) -> str:
    """Let the user move a step or leave it out; the key of the button that was pressed and stays, or nothing."""
    stays: tuple[tuple[str, Callable[..., None], tuple[Any, ...]], ...] = (
        ("Earlier", plan_settings.move, (plan, step.topic_id, -1)),
        ("Later", plan_settings.move, (plan, step.topic_id, 1)),
        ("Do first", plan_settings.do_first, (plan, step.topic_id)),
    )
    pressed = ""
    with st.container(horizontal=True):
        for label, act, args in stays if step.tier != "project" else ():
            key = f"{label.split()[-1]}-{step.topic_id}"
            if st.button(label, key=key, on_click=act, args=args):
                pressed = key
        leave = plan_settings.leave_out, (step.topic_id, step.name)
        st.button("Leave out", key=f"leave-{step.topic_id}", on_click=leave[0], args=leave[1])
        st.button("I can do this already", key=f"can-{step.topic_id}", on_click=leave[0], args=leave[1])
    return pressed


def _resource(part: StudyPart) -> None:
    """A resource with its link, and what there is to know before opening it."""
    resource = part.resource
    title, provider = map(components.escape_markdown, (resource.title, resource.provider))
    hours = f"{part.hours} h" if part.hours == resource.hours else f"{part.hours} of its {resource.hours} h"
    source = "as the provider says" if resource.hours_source == "provider" else "our estimate"
    facts = f"{resource.kind}, {hours} ({source}), {COSTS[resource.cost]}"
    opened = f"opened on {resource.last_seen}" if resource.last_seen else resource.verified
    made, seen = map(components.escape_markdown, (resource.hours_from, opened))
    st.markdown(f"Learn from [{title}]({resource.url}), {provider}: {facts}", help=f"Hours: {made}. Address: {seen}.")


def _when(when: Milestone) -> str:
    return f"until {_day(when.due)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
