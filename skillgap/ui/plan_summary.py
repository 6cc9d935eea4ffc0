"""Summary of the plan: figures, quick wins, topics left out, stories and certificates."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from skillgap import charts
from skillgap.model.assessment import Assessment
from skillgap.model.plan import LearningPlan
from skillgap.plan import learning_plan, summary
from skillgap.schedule import Milestone, overrun
from skillgap.tables import plan as plan_tables
from skillgap.ui import components, knowledge, plan_actions, plan_settings, session
from skillgap.ui.components import pluralise
from skillgap.ui.plan_settings import Settings


def totals(assessment: Assessment, milestones: Sequence[Milestone]) -> None:
    """Draw the figures of the plan: hours, end date, coverage now and afterwards."""
    plan, report = assessment.plan, assessment.report
    st.metric("Hours of the plan", plan.hours_left, width="content")
    if milestones:
        ends = max(one.due for one in milestones)
        st.metric("Ends on", f"{ends.day} {ends:%b %Y}", width="content")
    st.metric("Coverage now", f"{report.coverage:.0%}", width="content")
    st.metric(
        "Coverage after",
        f"{100 * report.coverage + plan.points:.0f}%",
        width="content",
        help="This is the coverage once your resume shows every step. Learning alone does not change your resume.",
    )


def headline(plan: LearningPlan) -> None:
    """Draw the plan in two or three sentences, and advice about finished steps."""
    first, *others = map(components.escape_markdown, summary.sentences(plan))
    st.markdown(f"**{first}** {' '.join(others)}")
    done = [step for step in plan.steps if step.done is not None]
    if done:
        st.info(f"{pluralise(len(done), 'step')} done. Add a line for each to your resume, then upload it again.")


def deadline(plan: LearningPlan, time: Settings) -> None:
    """Draw a warning if the plan does not end in time, with possible changes."""
    if time.passed:
        st.caption("Your start date has passed, so the open steps begin today.")
    if time.deadline < time.start:
        st.warning("The deadline has passed or is before the start, so the plan has no hours. Set a later deadline.")
        return
    over = overrun(plan, time.deadline, start=time.start, hours_a_week=time.weekly)
    if over:
        st.warning(
            f"This plan does not end by your deadline: it needs {pluralise(over.hours, 'hour')} more than you have "
            f"and ends {pluralise(over.weeks, 'week')} late. "
            f"It would fit with {pluralise(over.weekly, 'hour')} a week. "
            "Or plan only what fits the hours you have."
        )


def nothing(assessment: Assessment, time: Settings) -> None:
    """Draw why the plan has no step."""
    if not assessment.plan.left:
        st.success("There is nothing to learn: your resume shows all that this role asks for.")
    else:
        st.info(
            f"Nothing fits in {pluralise(time.budget, 'hour')}. Add hours, move the deadline, "
            "or restore a step you left out."
        )


def quick_wins(assessment: Assessment) -> None:
    """Draw questions about lines of the resume that may show skills without naming them."""
    wins = session.memoised(plan_tables.quick_wins, assessment, knowledge.loaded_taxonomy())
    if wins.empty:
        return
    count = pluralise(len(wins), "line")
    with st.expander(f"**Before you learn, 1 h: write what you have done** ({count})", key="quick-wins"):
        for one in wins.itertuples(index=False):
            skills, line, write = (components.escape_markdown(str(part)) for part in (one.skills, one.line, one.write))
            st.markdown(f"**{skills}**: {write}  \nYour line: _{line}_")


def left(plan: LearningPlan) -> None:
    """Draw the topics left out with their reasons, and buttons to restore them."""
    skipped = len(plan.left) + (learning_plan.PROJECT in plan_settings.skipped(plan)) + len(plan_settings.said())
    if not (skipped or plan_settings.is_changed()):
        return
    with st.expander(f"Left out, and why ({pluralise(skipped, 'topic')})", key="left"):
        if plan.left:
            components.table(plan_tables.unplanned(plan), "Topics that the plan leaves out")
        plan_actions.undo_buttons(plan)


def calendar(assessment: Assessment, milestones: Sequence[Milestone], table: pd.DataFrame, time: Settings) -> None:
    """Draw the steps as a timeline and a table, once the fold is open."""
    fold = st.expander("Calendar and table", key="calendar", on_change="rerun")
    if not fold.open:
        return
    with fold:
        days = session.memoised(plan_tables.timeline, assessment.plan, milestones, start=time.start)
        if milestones:
            title = "The steps on the calendar; the table below has the days"
            components.chart(title, charts.timeline, days, deadline=time.deadline)
        components.table(
            table,
            "The steps in order with hours, dates and the coverage reached",
            {"coverage_after": st.column_config.NumberColumn(format="%.0f %%"), "url": st.column_config.LinkColumn()},
            columns=["step", "topic", "skill", "hours", "start", "due", "status", "coverage_after", "resource", "url"],
        )


def stories(assessment: Assessment) -> None:
    """Draw stories to prepare for an interview; they take no hours of the plan."""
    table = session.memoised(plan_tables.stories, assessment, knowledge.loaded_taxonomy())
    if table.empty:
        return
    with st.expander("Interview stories to prepare (no hours)", key="stories"):
        for one in table.itertuples(index=False):
            skill, line, question = (components.escape_markdown(str(part)) for part in one)
            st.markdown(
                f"- **{skill}**: {question}  \n  "
                + (f"Your line: _{line}_" if line else "No line yet. Can you add one?")
            )


def certificates(assessment: Assessment) -> None:
    """Draw cost and benefit of the role's certificates; they are never a step."""
    table = session.memoised(plan_tables.certificates, assessment, knowledge.loaded_taxonomy())
    if table.empty:
        return
    with st.expander("Certificates: only if", key="certificates"):
        for one in table.itertuples(index=False):
            name, advice, fee = (
                components.escape_markdown(str(part)) for part in (one.certificate, one.advice, one.fee)
            )
            st.markdown(
                f"- **{name}**{' (you hold it)' if one.held else ''}: {advice} About {one.hours} h and {fee}; "
                f"your resume and this plan cover {one.covered:.0%} of what it tests."
            )
