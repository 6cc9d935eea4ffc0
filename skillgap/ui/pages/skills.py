"""Every skill the resume mentions, its level, and the line that shows it."""

import streamlit as st

from skillgap import charts, tables
from skillgap.ui import show, state

st.title("Skills your resume shows")
reading = state.require_reading()
table = tables.skills(reading, state.known())

show.warnings(reading)
if table.empty:
    st.info("No skill of the catalogue was found. Name your tools, courses and projects, and upload the resume again.")
    st.stop()
st.write(
    "**Level** grades the evidence, not you: 1 exposure (named in a list), 2 working (shown in a job, project or lab, "
    "or certified), 3 strong (shown in several entries over time, or shown and certified). Skills you say you are "
    "learning, want or lack have level 0."
)
columns = st.columns(3)
for column, (level, label) in zip(columns, [(3, "strong"), (2, "working"), (1, "exposure")], strict=True):
    column.metric(f"Level {level}: {label}", int((table["level"] == level).sum()))

questions = state.questions()
if questions:
    st.subheader("Questions to you")
    st.write("These words may name a skill or be everyday words. They count for nothing until you say so.")
    for mention in questions:
        show.question(mention, state.require_reading(), state.known(), state.answer, state.answers())

show.chart(
    charts.level_bars(table),
    "Bars: how many skills of each category are held, by level; the table below has every figure",
)
shown = st.multiselect("Show only these categories", sorted(table["category"].unique()), placeholder="All categories")
rows = table[table["category"].isin(shown)] if shown else table
show.table(
    rows[["skill", "level", "assertion", "shown", "months", "last_used", "category", "reason", "evidence"]],
    "Skills with level, reason and evidence",
)

st.subheader("The lines that show them")
for row in rows.itertuples():
    if row.evidence:
        with st.expander(show.plain(f"{row.skill}: level {row.level} ({row.assertion})")):
            st.text(row.reason)
            for quote in str(row.evidence).split(" | "):
                st.text(f"\u201c{quote}\u201d")

st.subheader("Something wrong or missing?")
show.corrections(state.known(), state.corrections(), state.correct)

terms = tables.terms(reading)
if not terms.empty:
    st.subheader("Not checked")
    st.write(
        "These stand in your lists of skills and are not in our catalogue, so they count neither for nor against you."
    )
    show.table(terms, "Terms of the resume that the catalogue does not know, with their lines")
    show.download(terms, "not-checked.csv", "Download these terms as CSV")

show.download(table, "skills.csv", "Download skills as CSV")
st.page_link("skillgap/ui/pages/gaps.py", label="\u2192 Next: see what a role still asks for")
