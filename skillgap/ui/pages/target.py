"""The internship a student aims at: one of our roles, or what the job postings they found ask for together."""

import streamlit as st

from skillgap.tables import roles as role_tables
from skillgap.ui import components, glossary, knowledge, navigation, role_picker, session, versions

st.title("Your target")
known = knowledge.loaded_taxonomy()
role = role_picker.choose_role()
st.text(role.about)
reading = versions.reading()
if reading:
    report = role_picker.compared(reading, role)
    left, right = st.columns(2)
    left.metric("Technical coverage", f"{report.coverage:.1%}", help=glossary.TERMS["Technical coverage"])
    met = sum(not one.shortfall for one in report.technical)
    right.metric("Technical demands met", f"{met} of {len(report.technical)}")
    with st.expander("How near every role is, and why"):
        ranked = session.memoised(role_tables.ranking_for_reading, role_picker.ranked(reading), known)
        components.table(
            ranked, "Every role with coverage, what counts most and what is missing most", shares=("coverage",)
        )
        components.download(ranked, "roles.csv", "Download the roles as CSV")
    navigation.link("gaps", "\u2192 Next: see what is still missing for it")
else:
    navigation.link("resume", "\u2192 Upload a resume to see how near you are")

st.header("Or make a role of postings you found")
st.write(
    "Five to ten postings of the same kind give a better picture than one. What several of them ask for weighs more, "
    "and what is only wished for weighs less."
)
text = st.text_area("Paste one job posting", height=160, key="posting")
files = st.file_uploader("Or postings as files", type=["pdf", "docx", "txt", "md"], accept_multiple_files=True)
if files:
    role_picker.add_files([(one.name, one.getvalue()) for one in files], " ".join(one.file_id for one in files))
role_picker.rename(st.text_input("What to call this role", role_picker.own_name(), max_chars=60))
with st.container(horizontal=True):
    st.button("Add this posting", on_click=lambda: role_picker.add_posting(text), disabled=not text.strip())
    st.button("Forget all postings", on_click=role_picker.drop_postings, disabled=not session.state().postings)
if session.state().posting_refusal:
    components.refusal(session.state().posting_refusal)

postings = session.state().postings
if not postings:
    st.info("No posting yet. Paste one above, or go on with the role you chose.")
    st.stop()
if role.id != role_picker.OWN_ID and role_picker.own_role():
    st.button(
        f"Make {components.escape_markdown(role_picker.own_name())} my target",
        on_click=session.choose,
        args=(role_picker.OWN_ID,),
    )

wanted = session.memoised(role_tables.wanted, postings, known)
st.header(f"What {len(postings)} posting{'s ask' if len(postings) > 1 else ' asks'} for")
if wanted.empty:
    st.warning("No skill of the catalogue was found in them. Paste the whole text, with its lists of requirements.")
else:
    st.caption("Asked by: in how many postings. Importance and level follow from wording and place; see the reason.")
    components.table(wanted, "Skills that the postings ask for, with counts, importance, reason and sentences")
    components.download(wanted, "postings.csv", "Download as CSV")

screens = session.memoised(role_tables.screens, postings)
if not screens.empty:
    st.header("Check these before you apply")
    st.write("Conditions that no course can meet. Read each sentence: some are wishes.")
    components.table(screens, "Conditions such as degree, year of study, permit or licence, with their sentences")
