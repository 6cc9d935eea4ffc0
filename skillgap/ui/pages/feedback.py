"""What to mend in the resume itself, and what an interview may ask about it."""

import streamlit as st

from skillgap import pipeline
from skillgap.tables import feedback as feedback_tables
from skillgap.ui import advice, roles, show, state

st.title("Resume feedback")
reading = state.require_reading()
st.write(
    "What careers advisors look at, rule by rule, each with your own line. There is no score, and nothing is added "
    "that you did not write. You know what is true: change what helps, and leave the rest."
)
role = roles.choose_role()
found = state.once(pipeline.review, reading, state.known(), today=state.today(), role=role)
points = state.once(feedback_tables.points, found, reading)
questions = state.once(feedback_tables.questions, found, reading, state.known())
prompts = state.once(feedback_tables.prompts, found, reading, state.known())

if found.good:
    st.header("What is good")
    advice.sentences(found.good)
st.header("What to mend")
if points.empty:
    st.success("No rule found anything to mend. Ask somebody who knows you to read it too.")
advice.points(points)

if not questions.empty:
    st.header("Listed, and perhaps shown")
    st.write(
        "These skills stand in a list only. The lines below are yours and may be about them: they name something that "
        "goes with the skill. Only you know."
    )
    advice.asked(questions)

if not prompts.empty:
    st.header("What you may be asked")
    st.write("Whatever stands in a resume may be asked about. These are your strongest claims for the role first.")
    advice.asked(prompts)

st.header("Take it away")
show.download(points, "feedback.csv", "Download the points as CSV")
show.download(prompts, "interview.csv", "Download the interview questions as CSV")
st.page_link("skillgap/ui/pages/target.py", label="\u2192 Next: choose the internship you want")
