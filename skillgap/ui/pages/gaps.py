"""Where the resume falls short of the role: have, named only and missing, topic by topic."""

import streamlit as st

from skillgap import gap
from skillgap.tables import gaps as gap_tables
from skillgap.tables import roles as role_tables
from skillgap.ui import components, gap_filters, glossary, knowledge, navigation, role_picker, session, versions

st.title("Gaps")
reading, known = versions.require_reading(), knowledge.loaded_taxonomy()
report = role_picker.compared(reading, role_picker.choose_role())
table = session.memoised(gap_tables.gaps, report, reading.profile, known)
topics = session.memoised(gap_tables.topics, report, reading.profile, known)

st.write(components.escape_markdown(report.role.about))
with st.container(horizontal=True):
    st.metric(
        "Technical coverage", f"{report.coverage:.0%}", help=glossary.TERMS["Technical coverage"], width="content"
    )
    st.metric("Core topics shown", gap_filters.core_shown(topics), help="Core topics come first.", width="content")
    if report.soft:
        ways = f"{report.ways_of_working:.0%}"
        st.metric("Ways of working", ways, help=glossary.TERMS["Ways of working"], width="content")

gap_filters.columns(topics)
gap_filters.ways_of_working(report, reading.profile, known)

with st.expander("How is this counted?", key="counted"):
    gap_filters.how_to_read()
    rows = gap_filters.chosen(table)
    number = st.column_config.NumberColumn(format="%.2f")
    components.table(
        rows,
        "Every demand of the role with what the resume shows for it",
        {"points": number, "possible": number, "priority": st.column_config.NumberColumn(format="%.1f")},
        columns=["topic", "skill", "status", "tier", "importance", "required", "held", "points", "possible", "reason"],
    )
    st.text(f"Sum of all points: {table['points'].sum():.2f} of 100 = technical coverage {report.coverage:.2%}")
components.download(table, "gaps.csv", "Download gaps as CSV")

with st.expander("What if I learned more?", key="what-if"):
    names = {known.name(one.skill_id): one.skill_id for one in report.open if one.tier != "soft"}
    learned = st.multiselect("If you learned and showed these", list(names), placeholder="Choose skills")
    then = gap.assume_met(report, {names[name] for name in learned}).coverage
    gained = f"{100 * (then - report.coverage):.1f} points" if learned else None
    st.metric("Coverage would be", f"{then:.1%}", gained)

with st.expander("Beside another role", key="beside"):
    other = role_picker.choose_other_role(report.role)
    if other:
        second = role_picker.compared(reading, other)
        st.text(f"Coverage: {report.role.name} {report.coverage:.1%}, {other.name} {second.coverage:.1%}")
        components.table(
            session.memoised(role_tables.compare_roles, report, second, known),
            "Skills that either role asks for, shared ones first",
        )
navigation.link("plan", "\u2192 Next: what to learn, in which order")
