"""Actions on a step: done, skip, known already, move, or learn from another resource."""

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from skillgap.model.assessment import Assessment
from skillgap.model.plan import LearningPlan, Step, StudyPart
from skillgap.ui import components, knowledge, plan_settings, session
from skillgap.ui.components import escape_markdown

COSTS = {"free": "free", "free-account": "free with an account", "paid": "costs money"}


def draw(assessment: Assessment, step: Step) -> None:
    """Draw the buttons of a step, and a menu with the rarer actions."""
    actions: list[tuple[str, str, Callable[..., None], tuple[Any, ...]]] = [
        ("Done", "done", plan_settings.finish, (step,)),
        ("Skip", "leave", plan_settings.leave_out, (step.topic_id, step.name)),
    ]
    if step.tier != "project":
        actions.append(("I can do this already", "can", plan_settings.can_already, (step, assessment.report)))
    following = _following(assessment.plan, step)
    with st.container(horizontal=True, gap="xsmall"):
        for label, key, act, args in actions:
            st.button(label, key=f"{key}-{step.topic_id}", on_click=_act, args=(f"{key}-{following}", act, *args))
        if step.tier != "project":
            with st.popover("More", key=f"change-{step.topic_id}"):
                _more(assessment.plan, step)


def _act(focus: str, act: Callable[..., None], *args: Any) -> None:
    """Perform an action, and store the key of the button that gets the focus afterwards."""
    act(*args)
    session.state().focus = focus


def keep_focus() -> None:
    """Move the focus to the button stored by the last action, once."""
    now = session.state()
    if now.focus:
        components.restore_focus(now.focus, plan_settings.press_count())
        now.focus = ""


def _following(plan: LearningPlan, step: Step) -> str:
    """Id of the step that gets the focus when ``step`` leaves the list: the next one, else the previous one."""
    ids = [one.topic_id for one in plan.to_do]
    place = ids.index(step.topic_id)
    return next(iter([*ids[place + 1 :], *reversed(ids[:place])]), "")


def _more(plan: LearningPlan, step: Step) -> None:
    """Draw the menu of a step: position, other resources, reason, and facts about each link."""
    moves: tuple[tuple[str, Callable[..., None], tuple[Any, ...]], ...] = (
        ("Earlier", plan_settings.move, (plan, step.topic_id, -1)),
        ("Later", plan_settings.move, (plan, step.topic_id, 1)),
        ("Do first", plan_settings.do_first, (plan, step.topic_id)),
    )
    with st.container(horizontal=True, gap="xsmall"):
        for label, act, args in moves:
            key = f"{label.split()[-1]}-{step.topic_id}"
            st.button(label, key=key, on_click=_act, args=(key, act, *args))
    _learn_from(step)
    _learn_in(step)
    st.markdown(f"**Why here?** {escape_markdown(step.reason)}")
    for part in step.learn_from:
        st.markdown(_facts(part))


def _facts(part: StudyPart) -> str:
    """A resource with its link, and facts to know before opening it, as Markdown."""
    resource = part.resource
    hours = f"{part.hours} h" if part.hours == resource.hours else f"{part.hours} of its {resource.hours} h"
    source = "as the provider says" if resource.hours_source == "provider" else "our estimate"
    opened = f"opened on {resource.last_seen}" if resource.last_seen else resource.verified
    facts = f"{resource.provider}: {resource.kind}, {hours} ({source}: {resource.hours_from}), {COSTS[resource.cost]}."
    return f"[{escape_markdown(resource.title)}]({resource.url}), {escape_markdown(f'{facts} Address: {opened}.')}"


def _learn_from(step: Step) -> None:
    """Draw the choice of another resource for the main skill."""
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
        # The current resource is part of the key: a plan that changed for another reason must not count as a choice.
        key=f"from-{step.topic_id}-{now.id}-{len(choices)}",
    )
    if chosen is not None and choices[chosen] != now:
        plan_settings.learn_from(step.topic_id, choices[chosen].id)
        st.rerun()


def _learn_in(step: Step) -> None:
    """Draw the choice of the language, cloud or vendor of a topic."""
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


def done_step(step: Step) -> None:
    """Draw a finished step with its date and a button to undo."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.markdown(f"**{escape_markdown(step.name)}**", width="stretch")
        day = st.date_input("Done on", step.done or None, format="YYYY-MM-DD", key=f"day-{step.topic_id}", width=160)
        st.button(
            "Not done yet", key=f"undone-{step.topic_id}", on_click=plan_settings.tick, args=(step.topic_id, None)
        )
    if isinstance(day, date) and day.isoformat() != step.done:
        plan_settings.tick(step.topic_id, day)
        st.rerun()


def undo_buttons(plan: LearningPlan) -> None:
    """Draw buttons that restore skipped and known topics, and one that restores the proposed plan."""
    skipped = plan_settings.skipped(plan)
    said = plan_settings.said()
    changed = plan_settings.is_changed()
    if not (skipped or said or changed):
        return
    with st.container(horizontal=True):
        for topic_id, name in skipped.items():
            label = f"Restore {escape_markdown(name)}"
            st.button(label, key=f"back-{topic_id}", on_click=plan_settings.restore, args=(topic_id,))
        for number, (name, skill_ids) in enumerate(said.items()):
            label = f"I cannot do {escape_markdown(name)} yet"
            st.button(label, key=f"unsay-{number}", on_click=plan_settings.unsay, args=(skill_ids,))
        if changed:
            st.button("Undo all changes to the steps", key="set-back", on_click=plan_settings.reset_plan)
