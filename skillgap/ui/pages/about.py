"""The About page: purpose, privacy, explanation of the numbers, and sources."""

import streamlit as st

from skillgap.bounded import limits
from skillgap.ui import components, glossary, knowledge

st.title("About")
st.write(
    "skillgap reads a resume, shows each skill with the lines that prove it, and compares the skills with an "
    "internship role. The same file always gives the same result."
)
st.header("Your data stays with you")
st.write(
    "Everything runs on the machine that serves this page. A resume is kept only in this browser session. It is not "
    "stored, logged or sent anywhere, and it is deleted when you close the page."
)
if missing := limits.missing():
    st.warning(missing, icon=":material/shield:")
with st.expander("How to read the numbers", icon=":material/calculate:", key="numbers"):
    st.markdown("\n".join(f"- **{term}**: {meaning}" for term, meaning in glossary.TERMS.items()))
st.write("**Not found** does not mean **missing**: skills outside our catalogue are not checked.")
with st.expander("Sources and their licences", icon=":material/library_books:", key="sources"):
    for source in knowledge.loaded_taxonomy().sources.values():
        title, version, licence = map(components.escape_markdown, (source.title, source.version, source.licence))
        st.markdown(f"**{title}**, {version}, {licence}")
        st.text(f"{source.attribution}\n{source.url}")
st.text("skillgap is free software under the MIT licence.")
