"""A minimal dashboard for comparison: one page that counts known words in a text file."""

import re
from collections import Counter

import pandas as pd
import streamlit as st

KNOWN = ("python", "sql", "linux", "windows", "active directory", "docker", "excel", "java", "networking", "git")

st.title("Skills")
upload = st.file_uploader("Your resume", type=["txt", "pdf", "docx"])
least = st.slider("Mentions at least", 1, 5, 1)
if upload is not None:
    text = upload.getvalue().decode("utf-8", "replace")
    found = Counter(word for word in KNOWN for _ in re.finditer(rf"\b{word}\b", text.lower()))
    rows = pd.DataFrame(
        [(word, count) for word, count in found.items() if count >= least], columns=["skill", "mentions"]
    )
    st.metric("Skills", len(rows))
    st.dataframe(rows)
    st.bar_chart(rows, x="skill", y="mentions")
    st.text(text)
if st.button("Again"):
    st.write("Run again.")
