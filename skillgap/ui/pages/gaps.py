"""Where the resume falls short of the role, most pressing first."""

import streamlit as st

from skillgap import charts, gap
from skillgap.tables import resume as tables
from skillgap.tables import roles as role_tables
from skillgap.ui import components, gap_filters, glossary, navigation, role_picker, session

st.title("Gaps")
reading, known = session.require_reading(), session.loaded_taxonomy()
report = role_picker.compared(reading, role_picker.choose_role())
table = session.memoised(tables.gaps, report, reading.profile, known)

st.write(components.escape_markdown(report.role.about))
columns = st.columns(3)
columns[0].metric("Coverage", f"{report.coverage:.1%}", help=glossary.TERMS["Coverage"])
columns[1].metric("Must-haves met", gap_filters.met(report, "apply"), help="Asked of you when you apply.")
columns[2].metric(
    "Learn on the job", gap_filters.met(report, "learn"), help="Nice to show now; taught there otherwise."
)
gap_filters.how_to_read()

pressing = session.memoised(role_tables.pressing, table)
if pressing.empty:
    st.success("The resume shows everything this role asks for.")
else:
    st.header("What matters most")
    components.chart(
        "Bars: percentage points shown and still open for the twelve most pressing demands; the table below has all",
        charts.coverage_bars,
        pressing,
    )

named = session.memoised(role_tables.not_shown, table)
if not named.empty:
    st.header("You name it, but do not show it")
    st.write(
        "These stand in a list of your resume and in no job, project or lab. If you have used one, a line that says "
        "where and for what may do more than a course."
    )
    asked_for = ["skill", "tier", "importance", "required", "held", "possible"]
    components.table(named, "Demands named and not shown", columns=asked_for)

if report.open:
    st.header("What if?")
    wishes = {known.name(one.skill_id): one.skill_id for one in report.open}
    learned = st.multiselect("If you learned and showed these", list(wishes), placeholder="Choose skills")
    then = gap.assume_met(report, {wishes[name] for name in learned}).coverage
    st.metric("Coverage would be", f"{then:.1%}", f"{100 * (then - report.coverage):.1f} points" if learned else None)

st.header("What the coverage is made of")
st.write(
    "**Points** are what each demand adds to the coverage now; they sum to it. **Possible** is what closing the gap "
    "would add. **Priority** is importance times missing levels."
)
rows = gap_filters.chosen(table)
number = st.column_config.NumberColumn(format="%.2f")
components.table(
    rows,
    "Every demand of the role with what the resume shows for it",
    {"points": number, "possible": number, "priority": st.column_config.NumberColumn(format="%.1f")},
    columns=["skill", "status", "tier", "importance", "required", "held", "priority", "points", "possible", "reason"],
)
st.text(f"Sum of all points: {table['points'].sum():.2f} of 100 = coverage {report.coverage:.2%}")
components.download(table, "gaps.csv", "Download gaps as CSV")

st.header("Beside another role")
other = role_picker.choose_other_role(report.role)
if other:
    second = role_picker.compared(reading, other)
    st.text(f"Coverage: {report.role.name} {report.coverage:.1%}, {other.name} {second.coverage:.1%}")
    components.table(
        session.memoised(role_tables.compare_roles, report, second, known),
        "Skills that either role asks for, shared ones first",
    )
navigation.link("plan", "\u2192 Next: what to learn, in which order")
