"""The page that deletes everything in the session, after a confirmation."""

import streamlit as st

from skillgap.ui import session

BEGIN_AGAIN = (
    "<script>window.onbeforeunload = null; location.replace(location.pathname.replace(/[^/]*$/, ''));</script>"
)
"""Opens the first page again, which starts a new session with empty fields."""

st.title("Forget everything")
if session.state().forgotten:
    st.html(BEGIN_AGAIN, unsafe_allow_javascript=True)
with st.container(border=True, key="card-forget"):
    st.write(
        "This deletes your resume, target, plan, all notes and a cohort from this session. "
        "No server keeps a copy. Files that you saved are not deleted."
    )
    st.button(
        "Yes, forget everything now",
        key="forget-now",
        type="primary",
        icon=":material/delete_forever:",
        on_click=session.forget,
    )
