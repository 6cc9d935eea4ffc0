"""Where it begins: a resume comes in, the student says what they aim at, and sees what that comes to."""

import streamlit as st

from skillgap.ui import components, overview, role_picker, upload, version_picker, versions

reading = versions.reading()
if reading is None:
    st.title("See what your resume shows")
    upload.drop_zone()
    upload.refused()
    st.caption(":material/lock: Your file stays on this machine. It is never stored or sent anywhere.")
    st.write("Or try an invented resume:")
    upload.samples()
    upload.other_ways()
    st.stop()

role = role_picker.chosen()
st.title("Overview" if role else "Your resume is read")
upload.line(reading)
upload.refused()
version_picker.choose()
components.warnings(reading)
if role is None:
    role_picker.ask()
else:
    overview.draw(reading, role)
