"""What a browser session remembers; the only module that names ``st.session_state``.

Kept: the versions of the resume with what their owner says of them, and the chosen role. What follows from them is
remembered with what it was made of (``once``), so it is never stale. The taxonomy and the extractor are shared by all
sessions and hold nothing of theirs.
"""

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import streamlit as st

from skillgap import documents, locations, pipeline, taxonomy
from skillgap.errors import SkillgapError
from skillgap.model.resume import Document, ResumeReading
from skillgap.nlp.extractor import Extractor
from skillgap.taxonomy import Taxonomy
from skillgap.taxonomy.overlay import DataFile
from skillgap.ui import navigation
from skillgap.ui.memo import Memory

SAMPLES = {
    "IT support": "it-support.txt",
    "Cybersecurity": "security.txt",
    "Data": "data.txt",
}
"""Invented resumes to try the dashboard with."""
MAX_VERSIONS = 12
"""Versions kept side by side; of more, the oldest goes."""
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the resume.

    Attributes:
        reading: As it was read.
        day: When it was read, in ISO form.
        answers: Skill id -> whether its uncertain mentions are the skill; ``None`` where the question is open.
        corrections: Skill id -> the level set by the user, 0 for none, and the reason.
    """

    reading: ResumeReading
    day: str
    answers: Mapping[str, bool | None] = field(default_factory=dict)
    corrections: Mapping[str, tuple[int, str]] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """Name and day, for telling versions apart."""
        return f"{self.reading.document.name}, {self.day}"


@st.cache_resource(show_spinner="Loading the skills catalogue")
def _shared() -> tuple[Taxonomy, Extractor]:
    loaded_taxonomy = taxonomy.load(*_origins())
    extractor = Extractor(loaded_taxonomy)
    gc.collect()
    # Streamlit collects garbage after every script run; what is frozen is not walked again (90 ms a run with spaCy).
    gc.freeze()
    return loaded_taxonomy, extractor


def _origins() -> tuple[Path, ...]:
    """Our data, and what the environment variable SKILLGAP_DATA names."""
    own = os.environ.get("SKILLGAP_DATA")
    return (locations.DATA, Path(own)) if own else (locations.DATA,)


def knowledge() -> tuple[Taxonomy, Extractor]:
    """The taxonomy and extractor of this session: its own where the user added data, else the shared ones."""
    own: tuple[Taxonomy, Extractor] | None = st.session_state.get("knowledge")
    return own or _shared()


def add_data(files: tuple[DataFile, ...]) -> list[str]:
    """Lay the user's data files over ours for this session; faults are returned and then nothing changes."""
    if st.session_state.get("data_files") == files:
        return list(st.session_state.get("data_faults", ()))
    loaded, faults = taxonomy.load_with_faults(*_origins(), files)
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
    """Read every version anew with the data that holds now."""
    read_anew = [replace(one, reading=interpreted(one.reading.document)) for one in versions()]
    st.session_state["versions"] = tuple(read_anew)


def loaded_taxonomy() -> Taxonomy:
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
        set_refusal(str(error))


def read_pasted(text: str) -> None:
    """Read pasted text as a resume."""
    try:
        interpret(documents.paste(text))
    except SkillgapError as error:
        set_refusal(str(error))


def read_sample(label: str) -> None:
    """Read one of the invented resumes."""
    path = locations.DATA / "samples" / SAMPLES[label]
    interpret(documents.read(path.read_bytes(), path.name))


def interpret(document: Document) -> None:
    """Read a document as the resume."""
    _keep(interpreted(document))


def interpreted(document: Document) -> ResumeReading:
    """What a document shows."""
    loaded, extractor = knowledge()
    return pipeline.interpret(document, extractor, loaded, today=today())


def _keep(found: ResumeReading) -> None:
    """Make a reading the current version; the same text again is the version it was."""
    st.session_state.pop("refusal", None)
    for place, one in enumerate(versions()):
        if one.reading.document.text == found.document.text:
            choose_version(place)
            return
    put_versions((*versions(), Version(found, today().isoformat()))[-MAX_VERSIONS:])


def versions() -> tuple[Version, ...]:
    """Every version of the resume in the order they came."""
    found: tuple[Version, ...] = st.session_state.get("versions", ())
    return found


def put_versions(given: Sequence[Version]) -> None:
    """Replace all versions; the last becomes the current one."""
    st.session_state["versions"] = tuple(given)
    choose_version(len(given) - 1)


def current() -> int:
    """Place of the current version, -1 without one."""
    return int(st.session_state.get("version", -1))


def choose_version(place: int) -> None:
    """Make another version the current one."""
    st.session_state["version"] = place


def drop_version(place: int) -> None:
    """Forget a version; the last of the others becomes the current one."""
    put_versions([one for number, one in enumerate(versions()) if number != place])


def adjusted(version: Version) -> ResumeReading:
    """A version with what its owner says of it."""
    if not (version.answers or version.corrections):
        return version.reading
    return memoised(
        pipeline.apply_corrections,
        version.reading,
        version.answers,
        version.corrections,
        loaded_taxonomy(),
        today=today(),
    )


def _version() -> Version | None:
    return versions()[current()] if versions() else None


def _change(**fields: Any) -> None:
    """Replace fields of the current version."""
    kept_versions = list(versions())
    kept_versions[current()] = replace(kept_versions[current()], **fields)
    st.session_state["versions"] = tuple(kept_versions)


def today() -> date:
    """The day that "present" means."""
    return datetime.now().date()


def answer(skill_id: str, yes: bool | None) -> None:
    """Keep what the user says of an uncertain mention: it is the skill, it is not, or not said."""
    _change(answers=answers() | {skill_id: yes})


def choose(role_id: str) -> None:
    """Set the role that holds on every page."""
    st.session_state["role"] = role_id


def chosen_role() -> str:
    """Id of the role chosen last, or nothing."""
    return str(st.session_state.get("role", ""))


def correct(skill_id: str, level: int | None, reason: str = "") -> None:
    """Keep the level that the user sets for a skill, 0 for none; without a level, go back to what was read."""
    others = {key: value for key, value in corrections().items() if key != skill_id}
    _change(corrections=others if level is None else others | {skill_id: (level, reason)})


def copy_corrections_from(version: Version) -> None:
    """Set in the current version the levels and answers that were set in another."""
    _change(answers=dict(version.answers) | answers(), corrections=dict(version.corrections) | corrections())


def corrections() -> dict[str, tuple[int, str]]:
    """The user's own levels in the current version, by skill id, with their reasons."""
    return dict(found.corrections) if (found := _version()) else {}


def answers() -> dict[str, bool | None]:
    """The answers given so far in the current version, by skill id."""
    return dict(found.answers) if (found := _version()) else {}


def set_refusal(sentence: str) -> None:
    """Show on the first page why something could not be taken in."""
    st.session_state["refusal"] = sentence


def refusal() -> str:
    """Why the last file could not be read, or nothing."""
    return str(st.session_state.get("refusal", ""))


def reading() -> ResumeReading | None:
    """The current version of the resume, if any, with what the user says of it."""
    return adjusted(found) if (found := _version()) else None


def require_reading() -> ResumeReading:
    """The resume that was read, or a way to the page that reads one."""
    found = reading()
    if found is None:
        st.info("There is no resume yet. Upload yours, or try a sample, on the first page.")
        navigation.link("resume", "Go to Resume")
        st.stop()
    return found


def keep(name: str, value: Any) -> Any:
    """Remember what a widget gave beyond this page, and give it back."""
    st.session_state[f"kept-{name}"] = value
    return value


def kept(name: str, default: Any) -> Any:
    """What was last kept under a name."""
    return st.session_state.get(f"kept-{name}", default)


def memoised(make: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """What a function of its inputs alone gives for these, remembered by this session; see ``Memory.recall``."""
    return _memory().recall(make, *given, **named)


def begin_run() -> None:
    """Forget what no page has asked for in the last runs."""
    _memory().begin()


def _memory() -> Memory:
    found: Memory = st.session_state.setdefault("memory", Memory())
    return found
