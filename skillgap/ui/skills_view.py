"""The resume beside its skills, the questions it leaves open, and what its owner may add or correct."""

import pandas as pd
import streamlit as st

from skillgap.model.resume import ResumeReading
from skillgap.tables import resume as tables
from skillgap.ui import components, knowledge, part_corrections, resume_view, session, version_picker, versions

SKILL_TABLE = ["skill", "level_name", "assertion", "months", "last_used", "category", "reason", "evidence"]


def questions(reading: ResumeReading) -> None:
    """The words that may name a skill; they are in sight until each is answered."""
    asked, answers = version_picker.questions(), versions.answers()
    if not asked:
        return
    left = sum(answers.get(mention.skill_id) is None for mention in asked)
    title = f"{components.pluralise(left, 'question')} to you" if left else "Questions you answered"
    with st.expander(title, expanded=bool(left), icon=":material/help:"):
        st.write("These words may name a skill or be everyday words. They count for nothing until you say so.")
        for mention in asked:
            components.question(mention, reading, knowledge.loaded_taxonomy(), versions.answer, answers)


def draw(reading: ResumeReading) -> None:
    """The resume with its marks beside the skills; what may be corrected and taken away stands in folds below."""
    known = knowledge.loaded_taxonomy()
    table = session.memoised(tables.skills, reading, known)
    if table.empty:
        st.info("No skill of the catalogue was found. Name your tools, courses and projects, and upload it again.")
    facsimile, refusal = versions.pictures()
    if facsimile and len(facsimile.pages) < len(reading.document.page_starts):
        refusal = f"Only the first {len(facsimile.pages)} pages are drawn. The skills of the others stand in the list."
    for note in reading.document.notes:
        st.caption(components.escape_markdown(note))
    st.caption(
        f"{components.escape_markdown(refusal)} Pick a mark to see its skill, or a skill to see its marks. "
        "Say at a skill what is not right: your plan follows."
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
    """Terms that the catalogue does not know."""
    terms = session.memoised(tables.terms, reading)
    if terms.empty:
        return
    with st.expander(f"Not checked ({len(terms)})", icon=":material/visibility_off:"):
        st.write("These stand in your lists of skills, and our catalogue does not know them. They count for nothing.")
        components.table(terms, "Terms of the resume that the catalogue does not know, with their lines")
        components.download(terms, "not-checked.csv", "Download these terms as CSV")


def _as_tables(table: pd.DataFrame, reading: ResumeReading) -> None:
    """The skills and the pages as tables, and the text that was read."""
    with st.expander("Skills and text as they were read", icon=":material/table:"):
        components.table(table, "Skills with level, reason and evidence", columns=SKILL_TABLE)
        st.write(
            "If a page shows less text here than in your file, the text is probably an image. Export the file again "
            "as PDF."
        )
        components.table(session.memoised(tables.pages, reading), "How much was read of each page")
        st.text(reading.document.text)
