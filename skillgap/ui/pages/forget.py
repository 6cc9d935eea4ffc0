"""Forgets everything at once; reached from every page, and done with a second press."""

import streamlit as st

from skillgap.ui import session

BEGIN_AGAIN = (
    "<script>window.onbeforeunload = null; location.replace(location.pathname.replace(/[^/]*$/, ''));</script>"
)
"""The first page opens again: a new session, which holds nothing, and empty fields in the browser."""

st.title("Forget everything")
if session.state().forgotten:
    st.html(BEGIN_AGAIN, unsafe_allow_javascript=True)
with st.container(border=True, key="card-forget"):
    st.write(
        "This drops your resume, your target, your plan, all notes and a cohort from this session. "
        "Nothing is kept on a server. A file that you saved stays yours."
    )
    st.button(
        "Yes, forget everything now",
        key="forget-now",
        type="primary",
        icon=":material/delete_forever:",
        on_click=session.forget,
    )
