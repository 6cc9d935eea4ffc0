"""Every skill the resume mentions, its level, and the line that shows it."""

import pandas as pd
import streamlit as st

from skillgap import charts
from skillgap.model.resume import ResumeReading
from skillgap.tables import resume as tables
from skillgap.taxonomy import Taxonomy
from skillgap.ui import components, glossary, knowledge, session, skill_cards, version_picker, versions


def draw(reading: ResumeReading) -> None:
    """The levels, the open questions, each skill with its lines, and what the owner may correct."""
    known = knowledge.loaded_taxonomy()
    table = session.memoised(tables.skills, reading, known)
    if table.empty:
        st.info("No skill of the catalogue was found. Name your tools, courses and projects, and upload it again.")
        return
    _levels(table)
    questions = version_picker.questions()
    if questions:
        st.header("Questions to you")
        st.write("These words may name a skill or be everyday words. They count for nothing until you say so.")
        for mention in questions:
            components.question(mention, reading, known, versions.answer, versions.answers())
    _skill_by_skill(table, reading, known)
    st.header("Something wrong or missing?")
    components.corrections(known, versions.corrections(), versions.correct)
    _not_checked(reading)
    components.download(table, "skills.csv", "Download skills as CSV")


def _levels(table: pd.DataFrame) -> None:
    st.write(
        "**Level** grades the evidence, not you: named (1: in a list), used (2: a job, project or lab shows it, or a "
        "certification), proven (3: several entries over time show it, or one and a certification). Skills you say you "
        "are learning, want or lack have level 0."
    )
    columns = st.columns(3)
    for column, (level, label) in zip(columns, [(3, "proven"), (2, "used"), (1, "named")], strict=True):
        column.metric(label.capitalize(), int((table["level"] == level).sum()), help=glossary.TERMS["Level"])
    components.chart(
        "Bars: how many skills of each category are held, by level; the table below has every figure",
        charts.level_bars,
        table,
    )


def _skill_by_skill(table: pd.DataFrame, reading: ResumeReading, known: Taxonomy) -> None:
    st.header("Skill by skill")
    every = session.memoised(skill_cards.with_standing, table)
    wanted = st.pills("Show only", skill_cards.standings(every), selection_mode="multi")
    rows = every[every["standing"].isin(wanted)] if wanted else every
    skill_cards.groups(rows, session.memoised(tables.evidence_lines, reading, known))
    with st.expander("The same as a table"):
        components.table(
            rows,
            "Skills with level, standing, reason and evidence",
            columns=[
                "skill",
                "level",
                "standing",
                "assertion",
                "months",
                "last_used",
                "category",
                "reason",
                "evidence",
            ],
        )


def _not_checked(reading: ResumeReading) -> None:
    """Terms that the catalogue does not know."""
    terms = session.memoised(tables.terms, reading)
    if terms.empty:
        return
    st.header("Not checked")
    st.write(
        "These stand in your lists of skills and are not in our catalogue, so they count neither for nor against you."
    )
    components.table(terms, "Terms of the resume that the catalogue does not know, with their lines")
    components.download(terms, "not-checked.csv", "Download these terms as CSV")
