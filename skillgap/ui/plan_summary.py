"""What the plan comes to: its totals, whether it ends in time, what it leaves, and what more hours would buy."""

import pandas as pd
import streamlit as st

from skillgap import charts
from skillgap.model.assessment import Assessment, LearningPlan
from skillgap.plan import learning_plan as planner
from skillgap.plan.learning_plan import BudgetOption
from skillgap.plan.preferences import PlanPreferences
from skillgap.schedule import overrun
from skillgap.tables import plan as plan_tables
from skillgap.ui import components, session
from skillgap.ui.components import pluralise
from skillgap.ui.plan_settings import Settings

POINTS = st.column_config.NumberColumn(format="%.1f")


def totals(assessment: Assessment, time: Settings) -> None:
    """The hours there are and those of the plan, and what it buys."""
    plan, report = assessment.plan, assessment.report
    now, then, asked = plan_tables.must_haves(report, plan)
    with st.container(horizontal=True):
        st.metric("Hours until the deadline", time.budget, width="content")
        st.metric(
            "Hours of the plan", plan.hours_left, width="content", help="Of a median learner, for the steps to do."
        )
        st.metric("Coverage now", f"{report.coverage:.0%}", width="content")
        st.metric(
            "Coverage after",
            f"{100 * report.coverage + plan.points:.0f}%",
            width="content",
            help="Once your resume shows every step. A step alone changes nothing that the resume shows.",
        )
        st.metric(
            "Needed to apply, met",
            f"{now} \u2192 {then} of {asked}",
            width="content",
            help="Demands that are needed to apply: met now, met after the plan, and all.",
        )
    done = [step for step in plan.steps if step.done is not None]
    if done:
        reached = 100 * report.coverage + sum(step.points for step in done)
        st.info(
            f"{pluralise(len(done), 'step')} done. Once your resume shows them, coverage is {reached:.0f}%. "
            "Add a line on where you used each, then upload the resume again."
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
            "Or choose the best plan for the hours you have."
        )


def nothing(assessment: Assessment, time: Settings) -> None:
    """Why there is no step."""
    if not assessment.report.open:
        st.success("Nothing to learn here: the resume shows what this role asks for.")
    else:
        st.info(f"No step fits {time.budget} hours. Give more hours a week or a later deadline, or take steps back.")


def left(assessment: Assessment, time: Settings, wishes: PlanPreferences) -> pd.DataFrame:
    """Show the gaps that the plan leaves, each with the reason; the table is returned."""
    found = session.memoised(
        planner.unplanned_gaps,
        assessment.report,
        assessment.reading.profile,
        session.loaded_taxonomy(),
        assessment.plan,
        wishes=wishes,
        hours=time.hours,
    )
    table = session.memoised(plan_tables.unplanned, assessment.report, found, session.loaded_taxonomy())
    if found:
        st.header("What it leaves")
        st.caption("Gaps that stay open, most pressing first, with the points of coverage that each would add.")
        columns = ["skill", "why", "tier", "possible", "hours"]
        components.table(table, "Gaps that the plan leaves", {"possible": POINTS}, columns=columns)
    return table


def more(assessment: Assessment, time: Settings, wishes: PlanPreferences) -> None:
    """Show what the hours buy and what more of them would."""
    given = assessment.report, assessment.reading.profile, session.loaded_taxonomy()
    rungs = session.memoised(planner.coverage_by_hours, *given, wishes=wishes)
    if not rungs:
        return
    st.header("What more hours would buy")
    if not time.everything:
        _offer(
            assessment, session.memoised(planner.budget_options, *given, assessment.plan, time.budget, wishes=wishes)
        )
    steps = session.memoised(plan_tables.ladder, assessment.report, rungs)
    components.chart(
        "Coverage that the best plan reaches, by hours; the table has the values",
        charts.ladder,
        steps,
        hours=time.budget,
    )
    with st.expander("Coverage by hours as a table"):
        components.table(steps, "Coverage by hours", {"coverage": st.column_config.NumberColumn(format="%.1f %%")})


def _offer(assessment: Assessment, found: tuple[BudgetOption, ...]) -> None:
    """What a few hours more would add, if there is anything."""
    bought, *more = found
    if more:
        table = session.memoised(plan_tables.purchases, assessment.report, found, session.loaded_taxonomy())
        st.text(plan_tables.cheapest_gain_sentence(bought, more, session.loaded_taxonomy()))
        components.table(
            table,
            "What more hours would add",
            {"coverage": st.column_config.NumberColumn(format="%.1f %%"), "adds": POINTS},
        )
