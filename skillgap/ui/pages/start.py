"""The Start page: upload a resume, choose a target, and see the Overview."""

import streamlit as st

from skillgap.ui import components, overview, role_picker, upload, version_picker, versions

reading = versions.reading()
if reading is None:
    left, right = st.columns([5, 6], gap="large", vertical_alignment="center")
    with left:
        st.title("See what your resume shows")
        st.markdown("See every IT skill with the line that shows it, the gaps to an internship, and what to do first.")
        with st.container(key="drop"):
            upload.drop_zone()
        upload.refused()
        st.caption(":material/lock: Your file stays on this machine. It is never stored or sent anywhere.")
    with right.container(key="example"):
        st.image(str(components.EXAMPLE), alt=upload.EXAMPLE, width="stretch")
    st.container(key="samples").header("No file at hand? Try an invented one")
    upload.samples()
    upload.other_ways(*st.columns(2))
    st.stop()

role = role_picker.chosen()
with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
    st.title("Overview" if role else "Your resume was read", width="content")
    upload.line(reading)
    if role:
        overview.take_away(reading, role)
upload.refused()
version_picker.choose()
components.warnings(reading)
if role is None:
    role_picker.ask()
else:
    overview.draw(reading, role)
