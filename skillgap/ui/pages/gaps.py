"""The page Target and gaps: topics that the resume shows, only names, or lacks."""

import streamlit as st

from skillgap import gap
from skillgap.tables import gaps as gap_tables
from skillgap.tables import roles as role_tables
from skillgap.ui import (
    components,
    coverage_bar,
    gap_cards,
    glossary,
    knowledge,
    navigation,
    postings,
    postings_view,
    role_picker,
    session,
    target_question,
    versions,
)

st.title("Target and gaps")
reading, known = versions.require_reading(), knowledge.loaded_taxonomy()
report = role_picker.compared(reading, role_picker.require_role())
profile = reading.profile
topics = session.memoised(gap_tables.topics, report, profile, known)

left, right = st.columns([1, 2], vertical_alignment="center")
with left.container(horizontal=True):
    coverage = f"{report.coverage:.0%}"
    st.metric("Technical coverage", coverage, help=glossary.TERMS["Technical coverage"], width="content")
    shown, asked = gap_tables.core_topics(report, known)
    st.metric(
        "Core topics shown", f"{shown} of {asked}", help="Core topics matter most for an interview.", width="content"
    )
with right:
    coverage_bar.draw(report)
with st.container(horizontal=True, vertical_alignment="center"):
    components.download(lambda: gap_tables.gaps(report, profile, known), "gaps.csv", "Download gaps as CSV")
    navigation.next_page("plan", "Next: what to learn, and in which order")

gap_cards.columns(topics, session.memoised(gap_tables.topic_lines, report, reading, known))
gap_cards.ways_of_working(report, profile, known)

if report.role.id == postings.OWN_ID:
    postings_view.draw(session.state().postings, known)
with st.expander("How is this computed?", key="counted", on_change="rerun") as fold:
    if fold.open:
        gap_cards.counting(session.memoised(gap_tables.gaps, report, profile, known), report)
with st.expander("What if I learned more?", key="what-if"):
    names = {known.name(one.skill_id): one.skill_id for one in report.open if one.tier != "soft"}
    learned = st.multiselect("If you learned and showed these", list(names), placeholder="Choose skills")
    then = gap.assume_met(report, {names[name] for name in learned}).coverage
    gained = f"{100 * (then - report.coverage):.1f} points" if learned else None
    st.metric("Coverage would be", f"{then:.1%}", gained)
with st.expander("Compare with another role", key="beside"):
    other = role_picker.choose_other_role(report.role)
    if other:
        second = role_picker.compared(reading, other)
        st.text(f"Coverage: {report.role.name} {report.coverage:.1%}, {other.name} {second.coverage:.1%}")
        components.table(
            session.memoised(role_tables.compare_roles, report, second, known),
            "Skills that either role asks for, shared ones first",
        )
with st.expander("Coverage of every role, and why", key="ranking"):
    ranked = session.memoised(role_tables.ranking_for_reading, role_picker.ranked(reading), known)
    near = "Every role with coverage, greatest contributions and largest gaps"
    components.table(ranked, near, shares=("coverage",))
    components.download(ranked, "roles.csv", "Download the roles as CSV")
with st.expander("Aim at a job posting", key="by-posting"):
    target_question.own_postings()
