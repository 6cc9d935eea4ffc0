"""Where it begins: a resume comes in, and the user sees what was read of it."""

import streamlit as st

from skillgap.tables import resume as tables
from skillgap.tables import roles as role_tables
from skillgap.ui import (
    components,
    glossary,
    highlighted_text,
    knowledge,
    navigation,
    role_picker,
    session,
    version_picker,
    versions,
    workspace_session,
)

st.title("See what your resume shows")
st.write(
    "Upload a resume and see which IT skills it gives evidence for, what an internship still asks for, "
    "and what to learn first. The file stays in this session and is never stored or sent anywhere."
)

upload = st.file_uploader("Your resume (PDF, DOCX or text)", type=["pdf", "docx", "txt", "md"], max_upload_size=20)
if upload is not None:
    versions.read_upload(upload.name, upload.getvalue(), upload.file_id)

with st.expander("No file at hand? Paste text or try a sample"):
    pasted = st.text_area("Paste the text of a resume", height=160, key="pasted")
    st.button("Read the pasted text", on_click=lambda: versions.read_pasted(pasted), disabled=not pasted.strip())
    st.write("Or try an invented resume:")
    with st.container(horizontal=True):
        for label in versions.SAMPLES:
            st.button(f"Sample: {label}", on_click=versions.read_sample, args=(label,))

with st.expander("Continue from a saved file"):
    saved = st.file_uploader("Your saved work (JSON)", type=["json"], max_upload_size=4, key="saved-work")
    if saved is not None:
        workspace_session.load(saved.getvalue(), saved.file_id)

if session.state().refusal:
    components.refusal(session.state().refusal)

reading = versions.reading()
if reading is None:
    st.stop()

known = knowledge.loaded_taxonomy()
st.header(components.escape_markdown(f"Read: {reading.document.name}"))
version_picker.choose()
components.warnings(reading)
held = session.memoised(tables.skills, reading, known)
columns = st.columns(3)
columns[0].metric(
    "Skills with evidence", int((held["mentions"] * held["level"] > 0).sum()), help=glossary.TERMS["Evidence"]
)
columns[1].metric("Shown, not only named", int(held["shown"].sum()))
columns[2].metric("Pages", len(reading.document.page_starts))

ranked = session.memoised(role_tables.ranking, role_picker.ranked(reading)[:3], known)
st.write("**Nearest internship roles** by coverage, the share of what they ask for that your resume shows:")
components.table(
    ranked,
    "The three nearest roles with their coverage, what counts most for them and what is missing most",
    columns=["role", "coverage", "you_show", "still_asked"],
    shares=("coverage",),
)
navigation.link("skills", "\u2192 Next: see each skill with the line that shows it")
navigation.link("target", "\u2192 Then: choose the internship you want")

st.header("What was read, with its skills marked")
st.caption("Point at a mark, tap it, or go through them with the Tab key to see the skill, its level and why.")
highlighted_text.highlighted(reading, known)
with st.expander("Page by page"):
    st.write(
        "If a page shows less text here than in your file, the text is probably an image. Export the file again as PDF."
    )
    components.table(session.memoised(tables.pages, reading), "How much was read of each page")
