"""What a browser session remembers; the only module that names ``st.session_state``.

Kept: the reading of the resume, the cohort's outcomes, the chosen role. Gaps and plans are computed again on each
rerun, so they are never stale. The taxonomy and the extractor are shared by all sessions and hold nothing of theirs.
"""

import gc
import os
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import streamlit as st

from skillgap import cohort, documents, pipeline, taxonomy
from skillgap.catalogue import RoleProfile
from skillgap.errors import SkillgapError
from skillgap.model import CohortReport, Document, Mention, Reading, Refusal
from skillgap.nlp import Extractor
from skillgap.taxonomy import Taxonomy
from skillgap.taxonomy.layers import DataFile
from skillgap.ui import show

SAMPLES = {
    "IT support": "it-support.txt",
    "Cybersecurity": "security.txt",
    "Data": "data.txt",
}
"""Invented resumes to try the dashboard with."""


@st.cache_resource(show_spinner="Loading the skills catalogue")
def _shared() -> tuple[Taxonomy, Extractor]:
    known = taxonomy.load(*_origins())
    extractor = Extractor(known)
    gc.collect()
    # Streamlit collects garbage after every script run; what is frozen is not walked again (90 ms a run with spaCy).
    gc.freeze()
    return known, extractor


def _origins() -> tuple[Path, ...]:
    """Our data, and what the environment variable SKILLGAP_DATA names."""
    own = os.environ.get("SKILLGAP_DATA")
    return (taxonomy.DATA, Path(own)) if own else (taxonomy.DATA,)


def knowledge() -> tuple[Taxonomy, Extractor]:
    """The taxonomy and extractor of this session: its own where the user added data, else the shared ones."""
    own: tuple[Taxonomy, Extractor] | None = st.session_state.get("knowledge")
    return own or _shared()


def add_data(files: tuple[DataFile, ...]) -> list[str]:
    """Lay the user's data files over ours for this session; faults are returned and then nothing changes."""
    if st.session_state.get("data_files") == files:
        return list(st.session_state.get("data_faults", ()))
    loaded, faults = taxonomy.inspect(*_origins(), files)
    st.session_state["data_files"], st.session_state["data_faults"] = files, faults
    if not faults:
        st.session_state["knowledge"] = (loaded, Extractor(loaded))
        _read_again()
    return faults


def has_own_data() -> bool:
    """Whether data of the user's own is laid over ours."""
    return "knowledge" in st.session_state


def remove_data() -> None:
    """Go back to our data alone."""
    st.session_state.pop("knowledge", None)
    _read_again()


def _read_again() -> None:
    """Read the resume anew with the data that holds now."""
    if found := reading():
        interpret(found.document)


def require_knowledge() -> None:
    """Load the skills data once, or show its fault and stop."""
    try:
        _shared()
    except SkillgapError as error:
        show.refusal(str(error))
        st.stop()


def known() -> Taxonomy:
    """The taxonomy, shared and read-only."""
    return knowledge()[0]


def read_upload(name: str, data: bytes, key: str) -> None:
    """Read an uploaded file unless it was the last one read; a refusal is shown and the reading before it is kept."""
    if st.session_state.get("upload") == key:
        return
    st.session_state["upload"] = key
    loaded, extractor = knowledge()
    try:
        with st.spinner("Reading the resume"):
            found = pipeline.read(data, name, extractor, loaded, today=today())
        _keep(found)
    except SkillgapError as error:
        refuse(str(error))


def read_paste(text: str) -> None:
    """Read pasted text as a resume."""
    try:
        interpret(documents.paste(text))
    except SkillgapError as error:
        refuse(str(error))


def read_sample(label: str) -> None:
    """Read one of the invented resumes."""
    path = Path(taxonomy.DATA) / "samples" / SAMPLES[label]
    interpret(documents.read(path.read_bytes(), path.name))


def interpret(document: Document) -> None:
    """Read a document as the resume."""
    loaded, extractor = knowledge()
    _keep(pipeline.interpret(document, extractor, loaded, today=today()))


def _keep(found: Reading) -> None:
    st.session_state["reading"] = found
    st.session_state["answers"], st.session_state["corrections"] = {}, {}
    st.session_state.pop("refusal", None)


def today() -> date:
    """The day that "present" means."""
    return datetime.now().date()


def answer(skill_id: str, yes: bool | None) -> None:
    """Keep what the user says of an uncertain mention: it is the skill, it is not, or not said."""
    st.session_state["answers"] = st.session_state.get("answers", {}) | {skill_id: yes}


def take_over(given: dict[str, bool], levels: dict[str, tuple[int, str]], role: str) -> None:
    """Set answers, corrections and the role all at once."""
    st.session_state["answers"], st.session_state["corrections"] = given, levels
    if role:
        st.session_state["role"] = role


def chosen_role() -> str:
    """Id of the role chosen last, or nothing."""
    return str(st.session_state.get("role", ""))


def correct(skill_id: str, level: int | None, reason: str = "") -> None:
    """Keep the level that the user sets for a skill, 0 for none; without a level, go back to what was read."""
    others = {key: value for key, value in corrections().items() if key != skill_id}
    st.session_state["corrections"] = others if level is None else others | {skill_id: (level, reason)}


def corrections() -> dict[str, tuple[int, str]]:
    """The user's own levels, by skill id, with their reasons."""
    return dict(st.session_state.get("corrections", {}))


def answers() -> dict[str, bool | None]:
    """The answers given so far, by skill id."""
    return dict(st.session_state.get("answers", {}))


def refuse(sentence: str) -> None:
    """Show on the first page why something could not be taken in."""
    st.session_state["refusal"] = sentence


def refusal() -> str:
    """Why the last file could not be read, or nothing."""
    return str(st.session_state.get("refusal", ""))


def reading() -> Reading | None:
    """The resume that was read, if any, with the user's answers to its questions."""
    found: Reading | None = st.session_state.get("reading")
    if found is None or not (answers() or corrections()):
        return found
    return pipeline.adjusted(found, answers(), corrections(), known(), today=today())


def questions() -> tuple[Mention, ...]:
    """The uncertain mentions of the resume as it was read, answered or not, one a skill."""
    found: Reading | None = st.session_state.get("reading")
    uncertain = [mention for mention in found.mentions if mention.assertion == "uncertain"] if found else []
    return tuple({mention.skill_id: mention for mention in reversed(uncertain)}.values())


def require_reading() -> Reading:
    """The resume that was read, or a way to the page that reads one."""
    found = reading()
    if found is None:
        st.info("There is no resume yet. Upload yours, or try a sample, on the first page.")
        st.page_link("skillgap/ui/pages/resume.py", label="Go to Resume")
        st.stop()
    return found


def keep(name: str, value: Any) -> Any:
    """Remember what a widget gave beyond this page, and give it back."""
    st.session_state[f"kept-{name}"] = value
    return value


def kept(name: str, default: Any) -> Any:
    """What was last kept under a name."""
    return st.session_state.get(f"kept-{name}", default)


def read_cohort(files: Sequence[tuple[str, bytes]], key: str) -> None:
    """Read many files with a progress bar, unless they were the last ones read."""
    if st.session_state.get("cohort_upload") == key:
        return
    loaded, extractor = knowledge()
    unpacked = list(cohort.unpack(files))
    bar = st.progress(0.0, "Reading")
    seen: list[str] = []

    def progress(name: str) -> None:
        seen.append(name)
        bar.progress(len(seen) / max(1, len(unpacked)), f"Reading file {len(seen)} of {len(unpacked)}")

    st.session_state["cohort"] = cohort.read(unpacked, extractor, loaded, today=today(), progress=progress)
    st.session_state["cohort_upload"] = key
    bar.empty()


def cohort_report(role: RoleProfile) -> CohortReport | None:
    """Everybody held against ``role``, if files were read."""
    outcomes: tuple[Reading | Refusal, ...] = st.session_state.get("cohort", ())
    return cohort.assess(outcomes, role, known()) if outcomes else None
