"""What to learn, in an order that can be followed."""

import streamlit as st

from skillgap import tables
from skillgap.ui import show, state

st.title("Learning plan")
assessment = state.require_assessment()
plan = assessment.plan
table = tables.plan(assessment, state.known())

if not plan.steps:
    st.success("Nothing to learn: the resume shows everything this role asks for.")
    st.stop()

columns = st.columns(3)
columns[0].metric("Steps", len(plan.steps))
columns[1].metric("Hours in all", plan.hours, help="Of a median learner, from the recommended resource of each step.")
columns[2].metric("Coverage now", f"{assessment.report.coverage:.0%}")
st.write("What must be known first comes first; among the rest, whatever adds most coverage for an hour of work.")

show.table(
    table[["step", "skill", "hours", "total_hours", "coverage_after", "reason", "resource", "url", "cost"]],
    "The steps in order with hours and the coverage reached",
    {
        "coverage_after": st.column_config.NumberColumn(format="%.1f %%"),
        "url": st.column_config.LinkColumn("link"),
    },
)
show.download(table, "plan.csv", "Download plan as CSV")

st.subheader("Step by step")
for number, step in enumerate(plan.steps, start=1):
    with st.expander(
        f"{number}. {show.plain(state.known().name(step.skill_id))}: {step.hours} h", expanded=number == 1
    ):
        st.text(step.reason)
        for resource in step.resources:
            about = f"{resource.kind}, {resource.hours} h ({resource.hours_source}), {resource.cost}"
            st.markdown(f"- [{show.plain(resource.title)}]({resource.url}), {show.plain(resource.provider)}: {about}")
        if step.proof:
            st.text(f"Show it: {step.proof}")
