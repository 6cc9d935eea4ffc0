"""The Overview: coverage, strengths, gaps, first step and quick win on one screen."""

import streamlit as st

from skillgap import workspace
from skillgap.export import json_resume, plan_report
from skillgap.model.assessment import Assessment
from skillgap.model.plan import Step
from skillgap.model.resume import ResumeReading
from skillgap.model.role import RoleProfile
from skillgap.tables import gaps as gap_tables
from skillgap.tables import overview as tables
from skillgap.tables import plan as plan_tables
from skillgap.ui import (
    components,
    coverage_bar,
    evidence_chips,
    glossary,
    knowledge,
    navigation,
    plan_session,
    session,
    workspace_session,
)
from skillgap.ui.components import escape_markdown, pluralise

JSON = "application/json"
CORE_TIME = "What all open core topics take, at the hours a week that you set on the Plan page."


def draw(reading: ResumeReading, role: RoleProfile) -> None:
    """Draw the figures and four cards."""
    assessment = plan_session.assessed(reading, role)
    _figures(assessment)
    left, right = st.columns(2)
    with left.container(border=True, height="stretch", gap="xsmall", key="card-shown"):
        _shown(assessment)
    with right.container(border=True, height="stretch", gap="xsmall", key="card-missing"):
        _missing(assessment)
    left, right = st.columns(2)
    with left.container(border=True, height="stretch", gap="xsmall", key="card-first"):
        _first(assessment)
    with right.container(border=True, height="stretch", gap="xsmall", key="card-today"):
        _quick_win(assessment)


def _figures(assessment: Assessment) -> None:
    """Draw coverage, core topics, hours of the core, and the amount of text read."""
    report, plan = assessment.report, assessment.plan
    shown, asked = gap_tables.core_topics(report, knowledge.loaded_taxonomy())
    left, right = st.columns([2, 3], vertical_alignment="center")
    with left.container(horizontal=True):
        st.metric("Coverage", f"{report.coverage:.0%}", help=glossary.TERMS["Technical coverage"], width="content")
        st.metric("Core topics shown", f"{shown} of {asked}", width="content")
        if plan.core_hours:
            weeks = pluralise(plan_session.weeks(plan.core_hours), "week")
            st.metric(f"Core in {weeks}", f"{plan.core_hours} h", help=CORE_TIME, width="content")
    with right:
        coverage_bar.draw(report)
        st.caption(_how_sure(assessment.reading))


def _how_sure(reading: ResumeReading) -> str:
    """Amount of text read, and uncertain parts, as a sentence."""
    read = tables.reach(reading)
    unsure = [
        f"{pluralise(number, thing)} {what}"
        for number, thing, what in (
            (read.uncertain, "word", "may not be a skill"),
            (read.unknown, "term", "not in the catalogue"),
            (len(reading.document.warnings), "part", "of the file not read"),
        )
        if number
    ]
    uncertain = "; ".join(unsure) or "nothing in it is uncertain"
    return f"Read: {pluralise(read.lines, 'line')} on {pluralise(read.pages, 'page')}; {uncertain}."


def _shown(assessment: Assessment) -> None:
    st.header("You show")
    found = tables.strongest(assessment.report, assessment.reading, knowledge.loaded_taxonomy())
    if not found:
        st.text("Little of this role yet. The first project changes that.")
        return
    st.caption("Point at a skill or tap it to see your line.")
    evidence_chips.draw(found)


def _missing(assessment: Assessment) -> None:
    st.header("Most important gaps")
    found = tables.most_missing(assessment.report, knowledge.loaded_taxonomy())
    if not found:
        st.text("None. Your resume shows all that this role asks for.")
        return
    lines = [
        f"**{escape_markdown(one.name)}** {components.tier_badge(one.tier)}{' named, not shown' if one.named else ''}"
        for one in found
    ]
    st.markdown("  \n".join(lines))
    navigation.link("gaps", "All gaps, and why", icon=":material/arrow_forward:")


def _first(assessment: Assessment) -> None:
    st.header("Do this first", icon=":material/flag:")
    step = next(iter(assessment.plan.to_do), None)
    if step is None:
        st.text("Your plan has no open step.")
    else:
        _step(step)
    navigation.next_page("plan", "The whole plan")


def _step(step: Step) -> None:
    """Draw a step with hours, reason, resource and task."""
    name = escape_markdown(step.name)
    st.markdown(f"**{name}**, {step.hours} h: {step.study_hours} h study and {step.proof_hours} h for the task")
    st.text(f"Why: {step.reason}")
    for part in step.learn_from[:1]:
        title, provider = map(escape_markdown, (part.resource.title, part.resource.provider))
        st.markdown(f"Learn from [{title}]({part.resource.url}), {provider}")
    st.markdown(f"**Show it:** {escape_markdown(step.task)}")


def _quick_win(assessment: Assessment) -> None:
    """Draw the first line of the resume that may show a skill without naming it."""
    st.header("Today, in the resume itself", icon=":material/edit:")
    table = session.memoised(plan_tables.quick_wins, assessment, knowledge.loaded_taxonomy())
    if table.empty:
        st.text("No line shows an unnamed skill of this role. The feedback on the Resume page says what to improve.")
    for one in table.head(1).itertuples(index=False):
        st.caption(f"Your line: \u201c{escape_markdown(str(one.line))}\u201d")
        st.text(str(one.write))
    navigation.link("resume", "Your resume, line by line", icon=":material/arrow_forward:")


def take_away(reading: ResumeReading, role: RoleProfile) -> None:
    """Draw downloads of the recommendations, the report and the saved work."""
    known, assessment = knowledge.loaded_taxonomy(), plan_session.assessed(reading, role)
    milestones, saved = plan_session.milestones(assessment), workspace_session.current_workspace()
    today = session.today()
    with st.container(horizontal=True, width="content", key="take-away"):
        components.download(
            lambda: plan_tables.plan(assessment, known, milestones), "plan.csv", "Download recommendations (CSV)"
        )
        with st.popover("Save", icon=":material/save:"):
            components.download_file(
                "Your work, to continue later (JSON)", "skillgap-work.json", JSON, lambda: workspace.dump(saved)
            )
            components.download_file(
                "Report to print (HTML)",
                "report.html",
                "text/html",
                lambda: plan_report.render_html(assessment, milestones, known, today=today),
            )
            components.download_file("JSON Resume", "resume.json", JSON, lambda: json_resume.render(reading, known))
