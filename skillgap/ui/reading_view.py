"""The text of a resume with its skills marked, and how much was read of each page."""

import streamlit as st

from skillgap.model.resume import ResumeReading
from skillgap.tables import resume as tables
from skillgap.ui import components, glossary, highlighted_text, knowledge, session


def draw(reading: ResumeReading) -> None:
    """The figures, the marked text, and the pages."""
    known = knowledge.loaded_taxonomy()
    held = session.memoised(tables.skills, reading, known)
    with st.container(horizontal=True):
        counted = int((held["mentions"] * held["level"] > 0).sum())
        st.metric("Skills with evidence", counted, help=glossary.TERMS["Evidence"], width="content")
        st.metric("Shown, not only named", int(held["shown"].sum()), width="content")
        st.metric("Pages", len(reading.document.page_starts), width="content")
    st.caption("Point at a mark, tap it, or go through them with the Tab key to see the skill, its level and why.")
    highlighted_text.highlighted(reading, known)
    with st.expander("Page by page"):
        st.write(
            "If a page shows less text here than in your file, the text is probably an image. Export the file again "
            "as PDF."
        )
        components.table(session.memoised(tables.pages, reading), "How much was read of each page")
