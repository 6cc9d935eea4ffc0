"""The resumes of a cohort that a session has read."""

from collections.abc import Sequence

import streamlit as st

from skillgap import cohort
from skillgap.model.assessment import CohortReport
from skillgap.model.role import RoleProfile
from skillgap.ui import knowledge, session


def read(files: Sequence[tuple[str, bytes]], key: str) -> None:
    """Read many files with a progress bar, unless they were the last ones read."""
    if session.state().cohort_key == key:
        return
    loaded, extractor = knowledge.loaded()
    unpacked = list(cohort.expand_zips(files))
    bar = st.progress(0.0, "Reading")
    seen: list[str] = []

    def progress(name: str) -> None:
        seen.append(name)
        bar.progress(len(seen) / max(1, len(unpacked)), f"Reading file {len(seen)} of {len(unpacked)}")

    now = session.state()
    now.cohort = cohort.read(unpacked, extractor, loaded, today=session.today(), progress=progress)
    now.cohort_key = key
    bar.empty()


def report(role: RoleProfile) -> CohortReport | None:
    """Everybody held against ``role``, if files were read."""
    outcomes = session.state().cohort
    return session.memoised(cohort.assess, outcomes, role, knowledge.loaded_taxonomy()) if outcomes else None
