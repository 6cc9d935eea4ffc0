"""The steps of a plan as cards with reason, resource, task and actions."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import streamlit as st

from skillgap.model.assessment import Assessment
from skillgap.model.plan import LearningPlan, Step
from skillgap.schedule import WEEK, Milestone
from skillgap.ui import components, knowledge, plan_actions, session
from skillgap.ui.components import escape_markdown

COSTS = {"free": "", "free-account": "", "paid": ", costs money"}
MAX_OPEN = 4
"""Steps shown as full cards; more would exceed the page's limit of 450 words."""
MAX_IN_SIGHT = 8
"""Steps whose name is visible; later steps are behind one fold."""


def show_steps(assessment: Assessment, milestones: Sequence[Milestone]) -> None:
    """Draw the steps of this week and the next ones; later and finished steps are folded."""
    plan, times = assessment.plan, {one.topic_id: one for one in milestones}
    groups = grouped(plan, times)
    for title in ("This week", "Next"):
        if groups[title]:
            st.header(title)
        for step in groups[title]:
            _in_sight(assessment, step, times)
    if groups["Later"]:
        hours = sum(step.hours for step in groups["Later"])
        count = components.pluralise(len(groups["Later"]), "step")
        with st.expander(f"Later: {count}, {hours} h", key="steps-later"):
            for step in groups["Later"]:
                _card(assessment, step, times)
    done = [step for step in plan.steps if step.done is not None]
    if done:
        with st.expander(f"Done ({len(done)})", key="steps-done"):
            for step in done:
                plan_actions.done_step(step)
    plan_actions.keep_focus()


def grouped(plan: LearningPlan, times: Mapping[str, Milestone]) -> dict[str, list[Step]]:
    """Group the open steps: those that begin within a week of the first, further visible ones, and the rest."""
    groups: dict[str, list[Step]] = {"This week": [], "Next": [], "Later": []}
    begins = min((one.start for one in times.values()), default=None)
    for number, step in enumerate(plan.to_do):
        soon = begins is not None and times[step.topic_id].start < begins + timedelta(days=WEEK)
        groups["Later" if number >= MAX_IN_SIGHT else "This week" if soon else "Next"].append(step)
    return groups


def _in_sight(assessment: Assessment, step: Step, times: Mapping[str, Milestone]) -> None:
    """Draw one of the first steps as a card, and a later one as its name, which opens the card."""
    plan = assessment.plan
    if plan.to_do.index(step) < MAX_OPEN:
        _card(assessment, step, times)
        return
    label = f"{plan.steps.index(step) + 1}. {step.name}: {step.hours} h by {day(times[step.topic_id].due)}"
    with st.expander(escape_markdown(label), key=f"fold-{step.topic_id}"):
        _card(assessment, step, times)


def _card(assessment: Assessment, step: Step, times: Mapping[str, Milestone]) -> None:
    """Draw one step: topic and reason on the left, task and actions on the right."""
    plan = assessment.plan
    with st.container(border=True, key=f"card-step-{step.topic_id}"):
        left, right = st.columns([4, 3], gap="medium")
        with left.container(gap="xsmall"):
            number = plan.steps.index(step) + 1
            badge = components.tier_badge(step.tier)
            st.markdown(f"**{number}. {escape_markdown(step.name)}** {badge} {_hours(step, times[step.topic_id].due)}")
            st.text(why(plan, step))
            for note in _notes(step):
                st.caption(escape_markdown(note))
            if step.learn_from:
                st.markdown(f"Learn: {_link(step)}")
        with right.container(gap="xsmall"):
            st.markdown(f"**Show it:** {escape_markdown(step.task)}")
            plan_actions.draw(assessment, step)


def why(plan: LearningPlan, step: Step) -> str:
    """The role's reason for a topic in one line. Prerequisites are explained in the menu, where a step is moved."""
    return next((topic.why for topic in plan.role.topics if topic.id == step.topic_id), step.reason)


def _hours(step: Step, due: date) -> str:
    """Hours and due date ("8 h (6 study, 2 task) by 8 Dec")."""
    parts = f" ({step.study_hours} study, {step.proof_hours} task)" if step.study_hours else ""
    return escape_markdown(f"{step.hours} h{parts} by {day(due)}")


def _notes(step: Step) -> list[str]:
    """Special facts about a step, one line each."""
    notes = []
    if step.tier == "project":
        names = [knowledge.loaded_taxonomy().name(skill_id) for skill_id in step.skill_ids]
        skills = f"{len(names)} skills at once: {', '.join(names)}" if len(names) > 1 else "".join(names)
        notes.append(f"Proves {skills}.")
    if step.left_hours:
        notes.append(f"This is only a start: {step.left_hours} h of the topic remain after it.")
    if step.unmatched:
        notes.append("No resource for this topic fits your filters, so all are shown.")
    return notes


def _link(step: Step) -> str:
    """The first resource of a step as a link; the menu of the step has the others."""
    resource = step.learn_from[0].resource
    return f"[{escape_markdown(resource.title)}]({resource.url}){COSTS[resource.cost]}"


def day(when: date) -> str:
    """A date as text: "8 Dec" in the current year, else "8 Jan 2027"."""
    return f"{when.day} {when:%b}" if when.year == session.today().year else f"{when.day} {when:%b %Y}"
