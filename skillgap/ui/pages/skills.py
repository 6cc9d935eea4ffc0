"""Every skill the resume mentions, its level, and the line that shows it."""

import streamlit as st

from skillgap import charts
from skillgap.tables import resume as tables
from skillgap.ui import cards, glossary, show, state, versions

st.title("Skills your resume shows")
reading = state.require_reading()
known = state.known()
table = state.once(tables.skills, reading, known)

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
    column.metric(f"Level {level}: {label}", int((table["level"] == level).sum()), help=glossary.TERMS["Level"])

questions = versions.questions()
if questions:
    st.header("Questions to you")
    st.write("These words may name a skill or be everyday words. They count for nothing until you say so.")
    for mention in questions:
        show.question(mention, reading, known, state.answer, state.answers())

show.chart(
    "Bars: how many skills of each category are held, by level; the table below has every figure",
    charts.level_bars,
    table,
)
st.header("Skill by skill")
every = state.once(cards.with_standing, table)
wanted = st.pills("Show only", cards.standings(every), selection_mode="multi")
rows = every[every["standing"].isin(wanted)] if wanted else every
cards.groups(rows, state.once(tables.evidence_lines, reading, known))
with st.expander("The same as a table"):
    show.table(
        rows,
        "Skills with level, standing, reason and evidence",
        columns=["skill", "level", "standing", "assertion", "months", "last_used", "category", "reason", "evidence"],
    )

st.header("Something wrong or missing?")
show.corrections(known, state.corrections(), state.correct)

terms = state.once(tables.terms, reading)
if not terms.empty:
    st.header("Not checked")
    st.write(
        "These stand in your lists of skills and are not in our catalogue, so they count neither for nor against you."
    )
    show.table(terms, "Terms of the resume that the catalogue does not know, with their lines")
    show.download(terms, "not-checked.csv", "Download these terms as CSV")

show.download(table, "skills.csv", "Download skills as CSV")
st.page_link("skillgap/ui/pages/target.py", label="\u2192 Next: choose the internship you want")
