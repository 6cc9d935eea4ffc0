"""What this is, how to read its numbers, and whose facts it stands on."""

import streamlit as st

from skillgap.ui import components, glossary, knowledge

st.title("About")
st.write(
    "skillgap reads a resume, shows the skills it gives evidence for with the lines that show them, and compares them "
    "with what an internship role asks for. The same file always gives the same answer."
)
st.header("Your data stays with you")
st.write(
    "Everything runs on the machine that shows this page. A resume is kept in this browser session only: it is not "
    "stored, logged or sent anywhere, and it is gone when the page is closed."
)
with st.expander("How to read the numbers", icon=":material/calculate:", key="numbers"):
    st.markdown("\n".join(f"- **{term}**: {meaning}" for term, meaning in glossary.TERMS.items()))
st.write("**Not found** does not mean **not known**: skills the catalogue does not hold are not checked.")
with st.expander("Sources and their licences", icon=":material/library_books:", key="sources"):
    for source in knowledge.loaded_taxonomy().sources.values():
        title, version, licence = map(components.escape_markdown, (source.title, source.version, source.licence))
        st.markdown(f"**{title}**, {version}, {licence}")
        st.text(f"{source.attribution}\n{source.url}")
st.text("skillgap is free software under the MIT licence.")
