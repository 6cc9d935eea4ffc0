"""Feedback on the resume itself, and interview questions about it."""

import streamlit as st

from skillgap import pipeline
from skillgap.model.resume import ResumeReading
from skillgap.tables import feedback as feedback_tables
from skillgap.ui import components, feedback_view, knowledge, role_picker, session


def draw(reading: ResumeReading) -> None:
    """Draw strengths, findings by rule, skills that are only listed, and interview questions."""
    known, role = knowledge.loaded_taxonomy(), role_picker.chosen()
    st.write(
        "These are rules that careers advisors use, each with your own line. There is no score, and nothing is "
        "added that you did not write. You know what is true. Change what helps, and leave the rest."
    )
    found = session.memoised(pipeline.give_feedback, reading, known, today=session.today(), role=role)
    points = session.memoised(feedback_tables.points, found, reading)
    questions = session.memoised(feedback_tables.questions, found, reading, known)
    prompts = session.memoised(feedback_tables.prompts, found, reading, known)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.header("What to improve")
        if points.empty:
            st.success("No rule found a fault. Ask somebody who knows you to read it too.")
        feedback_view.points(points)
    if found.good:
        with right:
            st.header("What is good")
            with st.container(border=True, key="card-good"):
                feedback_view.sentences(found.good)
    if not questions.empty:
        with st.expander(f"Skills you list: did you use them here? ({len(questions)})", icon=":material/help:"):
            st.write(feedback_view.QUESTIONS)
            feedback_view.asked(questions)
    if not prompts.empty:
        with st.expander(f"Interview questions ({len(prompts)})", icon=":material/forum:"):
            st.write(feedback_view.PROMPTS)
            feedback_view.asked(prompts)
    with st.container(horizontal=True):
        components.download(points, "feedback.csv", "Download the points as CSV")
        components.download(prompts, "interview.csv", "Download the interview questions as CSV")
