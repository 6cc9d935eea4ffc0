"""The internship a student aims at: one of our roles, or what the job postings they found ask for together."""

import streamlit as st

from skillgap.tables import roles as role_tables
from skillgap.ui import glossary, roles, show, state

st.title("Your target")
known = state.known()
role = roles.choose_role()
st.text(role.about)
reading = state.reading()
if reading:
    report = roles.compared(reading, role)
    left, right = st.columns(2)
    left.metric("Coverage", f"{report.coverage:.1%}", help=glossary.TERMS["Coverage"])
    right.metric("Demands met", f"{len(report.gaps) - len(report.open)} of {len(report.gaps)}")
    with st.expander("How near every role is, and why"):
        ranked = state.once(role_tables.ranking_for_reading, roles.ranked(reading), known)
        show.table(ranked, "Every role with coverage, what counts most and what is missing most", shares=("coverage",))
        show.download(ranked, "roles.csv", "Download the roles as CSV")
    st.page_link("skillgap/ui/pages/gaps.py", label="\u2192 Next: see what is still missing for it")
else:
    st.page_link("skillgap/ui/pages/resume.py", label="\u2192 Upload a resume to see how near you are")

st.header("Or make a role of postings you found")
st.write(
    "Five to ten postings of the same kind give a better picture than one. What several of them ask for weighs more, "
    "and what is only wished for weighs less."
)
text = st.text_area("Paste one job posting", height=160, key="posting")
files = st.file_uploader("Or postings as files", type=["pdf", "docx", "txt", "md"], accept_multiple_files=True)
if files:
    roles.add_files([(one.name, one.getvalue()) for one in files], " ".join(one.file_id for one in files))
roles.rename(st.text_input("What to call this role", roles.own_name(), max_chars=60))
with st.container(horizontal=True):
    st.button("Add this posting", on_click=lambda: roles.add_posting(text), disabled=not text.strip())
    st.button("Forget all postings", on_click=roles.drop_postings, disabled=not roles.postings())
if roles.posting_refusal():
    show.refusal(roles.posting_refusal())

postings = roles.postings()
if not postings:
    st.info("No posting yet. Paste one above, or go on with the role you chose.")
    st.stop()
if role.id != roles.OWN_ID and roles.own_role():
    st.button(f"Make {show.plain(roles.own_name())} my target", on_click=state.choose, args=(roles.OWN_ID,))

wanted = state.once(role_tables.wanted, postings, known)
st.header(f"What {len(postings)} posting{'s ask' if len(postings) > 1 else ' asks'} for")
if wanted.empty:
    st.warning("No skill of the catalogue was found in them. Paste the whole text, with its lists of requirements.")
else:
    st.caption("Asked by: in how many postings. Importance and level follow from wording and place; see the reason.")
    show.table(wanted, "Skills that the postings ask for, with counts, importance, reason and sentences")
    show.download(wanted, "postings.csv", "Download as CSV")

screens = state.once(role_tables.screens, postings)
if not screens.empty:
    st.header("Check these before you apply")
    st.write("Conditions that no course can meet. Read each sentence: some are wishes.")
    show.table(screens, "Conditions such as degree, year of study, permit or licence, with their sentences")
