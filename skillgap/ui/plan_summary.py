"""What the plan comes to: its figures, what to write first, what it leaves, stories and certificates."""

import streamlit as st

from skillgap.model.assessment import Assessment
from skillgap.model.plan import LearningPlan
from skillgap.plan import summary
from skillgap.schedule import overrun
from skillgap.tables import plan as plan_tables
from skillgap.ui import components, knowledge, session
from skillgap.ui.components import pluralise
from skillgap.ui.plan_settings import Settings


def totals(assessment: Assessment) -> None:
    """The plan in words, then its hours and what it adds."""
    plan, report = assessment.plan, assessment.report
    for place, sentence in enumerate(summary.sentences(plan)):
        text = components.escape_markdown(sentence)
        st.markdown(f"**{text}**" if place == 0 else text)
    after = 100 * report.coverage + plan.points
    with st.container(horizontal=True):
        st.metric("Hours of the plan", plan.hours_left, width="content")
        st.metric("Coverage now", f"{report.coverage:.0%}", width="content")
        st.metric(
            "Coverage after",
            f"{after:.0f}%",
            width="content",
            help="Once your resume shows every step. A step alone changes nothing that the resume shows.",
        )
    done = [step for step in plan.steps if step.done is not None]
    if done:
        st.info(
            f"{pluralise(len(done), 'step')} done. Add a line on where you used each, then upload the resume again."
        )


def deadline(plan: LearningPlan, time: Settings) -> None:
    """Whether the plan ends in time, and what would help."""
    if time.passed:
        st.caption("Your start has passed, so the steps to do are counted from today.")
    if time.deadline < time.start:
        st.warning("The deadline has passed or lies before the start, so there are no hours. Set a later deadline.")
        return
    over = overrun(plan, time.deadline, start=time.start, hours_a_week=time.weekly)
    if over:
        st.warning(
            f"This plan does not end by your deadline: it needs {pluralise(over.hours, 'hour')} more than you have "
            f"and ends {pluralise(over.weeks, 'week')} late. "
            f"It would fit with {pluralise(over.weekly, 'hour')} a week. "
            "Or choose what fits the hours you have."
        )


def nothing(assessment: Assessment, time: Settings) -> None:
    """Why there is no step."""
    if not assessment.plan.left:
        st.success("Nothing to learn here: the resume shows what this role asks for.")
    else:
        st.info(
            f"Nothing fits in {pluralise(time.budget, 'hour')}. Add hours, move the deadline, "
            "or restore a step you left out."
        )


def quick_wins(assessment: Assessment) -> None:
    """Lines of the resume that may show skills without their word, as questions."""
    wins = session.memoised(plan_tables.quick_wins, assessment, knowledge.loaded_taxonomy())
    if wins.empty:
        return
    st.header("Before you learn: write what you have done (1 h)")
    for one in wins.itertuples(index=False):
        skills, line, write = (components.escape_markdown(str(part)) for part in (one.skills, one.line, one.write))
        st.markdown(f"- **{skills}**: {write}  \n  Your line: _{line}_")


def left(plan: LearningPlan) -> None:
    """The topics that the plan leaves, each with the reason."""
    if plan.left:
        with st.expander(f"What it leaves, and why ({pluralise(len(plan.left), 'topic')})", key="left"):
            components.table(plan_tables.unplanned(plan), "Topics that the plan leaves")


def stories(assessment: Assessment) -> None:
    """Stories to have ready for an interview; they take no hours of the plan."""
    table = session.memoised(plan_tables.stories, assessment, knowledge.loaded_taxonomy())
    if table.empty:
        return
    with st.expander("Stories to have ready (no hours)", key="stories"):
        for one in table.itertuples(index=False):
            skill, line, question = (components.escape_markdown(str(part)) for part in one)
            st.markdown(
                f"- **{skill}**: {question}  \n  " + (f"Your line: _{line}_" if line else "No line yet. Have you one?")
            )


def certificates(assessment: Assessment) -> None:
    """What certificates of the role would take; they are never a step."""
    table = session.memoised(plan_tables.certificates, assessment, knowledge.loaded_taxonomy())
    if table.empty:
        return
    with st.expander("Certificates: not now, unless", key="certificates"):
        for one in table.itertuples(index=False):
            name, advice, fee = (
                components.escape_markdown(str(part)) for part in (one.certificate, one.advice, one.fee)
            )
            st.markdown(
                f"- **{name}**{' (you hold it)' if one.held else ''}: {advice} About {one.hours} h and {fee}; "
                f"your resume and this plan cover {one.covered:.0%} of what it tests."
            )
