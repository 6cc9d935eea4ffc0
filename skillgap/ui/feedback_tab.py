"""What to improve in the resume itself, and what an interview may ask about it."""

import streamlit as st

from skillgap import pipeline
from skillgap.model.resume import ResumeReading
from skillgap.tables import feedback as feedback_tables
from skillgap.ui import components, feedback_view, knowledge, role_picker, session


def draw(reading: ResumeReading) -> None:
    """The points rule by rule, skills that are only listed, and interview questions."""
    known, role = knowledge.loaded_taxonomy(), role_picker.chosen()
    st.write(
        "What careers advisors look at, rule by rule, each with your own line. There is no score, and nothing is "
        "added that you did not write. You know what is true: change what helps, and leave the rest."
    )
    found = session.memoised(pipeline.give_feedback, reading, known, today=session.today(), role=role)
    points = session.memoised(feedback_tables.points, found, reading)
    questions = session.memoised(feedback_tables.questions, found, reading, known)
    prompts = session.memoised(feedback_tables.prompts, found, reading, known)
    if found.good:
        st.header("What is good")
        feedback_view.sentences(found.good)
    st.header("What to improve")
    if points.empty:
        st.success("No rule found anything to improve. Ask somebody who knows you to read it too.")
    feedback_view.points(points)
    if not questions.empty:
        st.header("Skills you list: did you use them here?")
        st.write(feedback_view.QUESTIONS)
        feedback_view.asked(questions)
    if not prompts.empty:
        st.header("What you may be asked")
        st.write(feedback_view.PROMPTS)
        feedback_view.asked(prompts)
    st.header("Take it away")
    components.download(points, "feedback.csv", "Download the points as CSV")
    components.download(prompts, "interview.csv", "Download the interview questions as CSV")
