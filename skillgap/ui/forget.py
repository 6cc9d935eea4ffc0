"""One button that forgets everything: asked twice, done at once."""

import streamlit as st

from skillgap.ui import session

BEGIN_AGAIN = """<script>window.onbeforeunload = null; location.replace(location.pathname);</script>"""
"""The page opens again: a new session, which holds nothing, and empty fields in the browser."""


def button() -> None:
    """The button, with the question whether it is meant."""
    with st.popover("Forget everything", icon=":material/delete_forever:", key="forget"):
        st.write(
            "This drops your resume, your target, your plan and all notes from this session. Nothing is kept on a "
            "server. A file that you saved stays yours."
        )
        st.button("Yes, forget everything now", key="forget-now", on_click=session.forget)
    if session.state().forgotten:
        st.html(BEGIN_AGAIN, unsafe_allow_javascript=True)
