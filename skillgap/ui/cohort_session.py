"""The resumes of a cohort that a session has read."""

from collections.abc import Sequence

import streamlit as st

from skillgap import cohort
from skillgap.model.assessment import CohortReport, Refusal
from skillgap.model.resume import ResumeReading
from skillgap.model.role import RoleProfile
from skillgap.ui import session


def read(files: Sequence[tuple[str, bytes]], key: str) -> None:
    """Read many files with a progress bar, unless they were the last ones read."""
    if session.kept("cohort-upload", "") == key:
        return
    loaded, extractor = session.knowledge()
    unpacked = list(cohort.expand_zips(files))
    bar = st.progress(0.0, "Reading")
    seen: list[str] = []

    def progress(name: str) -> None:
        seen.append(name)
        bar.progress(len(seen) / max(1, len(unpacked)), f"Reading file {len(seen)} of {len(unpacked)}")

    session.keep("cohort", cohort.read(unpacked, extractor, loaded, today=session.today(), progress=progress))
    session.keep("cohort-upload", key)
    bar.empty()


def report(role: RoleProfile) -> CohortReport | None:
    """Everybody held against ``role``, if files were read."""
    outcomes: tuple[ResumeReading | Refusal, ...] = session.kept("cohort", ())
    return session.memoised(cohort.assess, outcomes, role, session.loaded_taxonomy()) if outcomes else None
