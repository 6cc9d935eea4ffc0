"""The Skills tab: the resume beside its skills, open questions, and forms for corrections."""

import pandas as pd
import streamlit as st

from skillgap.model.resume import ResumeReading
from skillgap.tables import resume as tables
from skillgap.ui import components, knowledge, part_corrections, resume_view, session, version_picker, versions

SKILL_TABLE = ["skill", "level_name", "assertion", "months", "last_used", "category", "reason", "evidence"]


def questions(reading: ResumeReading) -> None:
    """Draw questions about words that may name a skill; they stay open until all are answered."""
    asked, answers = version_picker.questions(), versions.answers()
    if not asked:
        return
    left = sum(answers.get(mention.skill_id) is None for mention in asked)
    title = f"{components.pluralise(left, 'question')} to you" if left else "Questions you answered"
    with st.expander(title, expanded=bool(left), icon=":material/help:"):
        st.write("These words may name a skill or be everyday words. They do not count until you confirm them.")
        for mention in asked:
            components.question(mention, reading, knowledge.loaded_taxonomy(), versions.answer, answers)


def draw(reading: ResumeReading) -> None:
    """Draw the resume with its marks beside the skills; corrections and downloads are folded below."""
    known = knowledge.loaded_taxonomy()
    table = session.memoised(tables.skills, reading, known)
    if table.empty:
        st.info("No skill of the catalogue was found. Name your tools, courses and projects, and upload it again.")
    facsimile, refusal = versions.pictures()
    if facsimile and len(facsimile.pages) < len(reading.document.page_starts):
        refusal = f"Only the first {len(facsimile.pages)} pages are shown. The list has the skills of the others too."
    for note in reading.document.notes:
        st.caption(components.escape_markdown(note))
    st.caption(
        f"{components.escape_markdown(refusal)} Select a mark to see its skill, or a skill to see its marks. "
        "If a skill is wrong, say so there. Your plan is updated."
    )
    resume_view.draw(reading, facsimile, known, versions.corrections(), versions.correct)
    with st.expander("Is a skill missing?", icon=":material/add:"):
        components.corrections(known, versions.corrections(), versions.correct)
    with st.expander("Was a part read wrongly?", icon=":material/edit_note:"):
        part_corrections.draw(reading, known)
    _not_checked(reading)
    _as_tables(table, reading)
    components.download(table, "skills.csv", "Download skills as CSV")


def _not_checked(reading: ResumeReading) -> None:
    """Draw terms that the catalogue does not know."""
    terms = session.memoised(tables.terms, reading)
    if terms.empty:
        return
    with st.expander(f"Not checked ({len(terms)})", icon=":material/visibility_off:"):
        st.write("Your lists of skills have these terms, but our catalogue does not know them. They do not count.")
        components.table(terms, "Terms of the resume that the catalogue does not know, with their lines")
        components.download(terms, "not-checked.csv", "Download these terms as CSV")


def _as_tables(table: pd.DataFrame, reading: ResumeReading) -> None:
    """Draw the skills and the pages as tables, and the text as read."""
    with st.expander("Skills and text as they were read", icon=":material/table:"):
        components.table(table, "Skills with level, reason and evidence", columns=SKILL_TABLE)
        st.write(
            "If a page shows less text here than in your file, the text is probably an image. Export the file again "
            "as PDF."
        )
        components.table(session.memoised(tables.pages, reading), "How much was read of each page")
        st.text(reading.document.text)
