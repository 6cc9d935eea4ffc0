"""Requirements of the user's job postings, and conditions that no skill can meet."""

from collections.abc import Sequence

import streamlit as st

from skillgap.posting import Posting
from skillgap.tables import roles as role_tables
from skillgap.taxonomy import Taxonomy
from skillgap.ui import components, session
from skillgap.ui.components import escape_markdown

OF_SEVERAL = ("asked_by", "postings", "required_by")
"""Columns that are useful only for several postings."""


def draw(postings: Sequence[Posting], taxonomy: Taxonomy) -> None:
    """Draw both as folds; nothing without a posting."""
    if not postings:
        return
    screens = session.memoised(role_tables.screens, tuple(postings))
    if not screens.empty:
        with st.expander(f"Check these before you apply ({len(screens)})", key="screens", icon=":material/fact_check:"):
            st.write("No course can meet these conditions. Read each sentence: some are only wishes.")
            for kind, sentence in zip(screens["kind"], screens["sentence"], strict=True):
                st.markdown(f"- **{escape_markdown(str(kind).capitalize())}**: {escape_markdown(str(sentence))}")
    title = "What your posting asks for" if len(postings) == 1 else f"What your {len(postings)} postings ask for"
    with st.expander(title, key="wanted"):
        wanted = session.memoised(role_tables.wanted, tuple(postings), taxonomy)
        if wanted.empty:
            st.warning("No skill of the catalogue was found in them. Paste the full text with its requirements.")
            return
        columns = [one for one in wanted.columns if len(postings) > 1 or one not in OF_SEVERAL]
        components.table(wanted, "Skills that the postings ask for, with reason and sentences", columns=columns)
        components.download(wanted, "postings.csv", "Postings as CSV")
