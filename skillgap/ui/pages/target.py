"""What the job postings a student found ask for, put together into a role of their own."""

import streamlit as st

from skillgap import role_tables
from skillgap.ui import roles, show, state

st.title("Your target")
st.write(
    "Choose one of our internship roles on the Gaps page, or paste postings you found. What several postings ask for "
    "becomes a role of your own, which you can choose on every page as **My postings**."
)
text = st.text_area("Paste one job posting", height=200, key="posting")
with st.container(horizontal=True):
    st.button("Add this posting", on_click=lambda: roles.add_posting(text), disabled=not text.strip())
    st.button("Forget all postings", on_click=roles.drop_postings, disabled=not roles.postings())
if roles.posting_refusal():
    show.refusal(roles.posting_refusal())

postings = roles.postings()
if not postings:
    st.info("No posting yet. Five to ten of the same kind give a better picture than one.")
    st.stop()

known = state.known()
wanted = role_tables.wanted(postings, known)
st.subheader(f"What {len(postings)} posting{'s ask' if len(postings) > 1 else ' asks'} for")
if wanted.empty:
    st.warning("No skill of the catalogue was found in them. Paste the whole text, with its lists of requirements.")
else:
    st.caption("Asked by: in how many postings. Importance and level follow from wording and place; see the reason.")
    show.table(wanted, "Skills that the postings ask for, with counts, importance, reason and sentences")
    show.download(wanted, "postings.csv", "Download as CSV")

screens = role_tables.screens(postings)
if not screens.empty:
    st.subheader("Check these before you apply")
    st.write("Conditions that no course can meet. Read each sentence: some are wishes.")
    show.table(screens, "Conditions such as degree, year of study, permit or licence, with their sentences")
st.page_link("skillgap/ui/pages/gaps.py", label="\u2192 Next: see your gaps; choose the role My postings")
