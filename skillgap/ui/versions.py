"""Versions of the resume in a session: read, choose, correct and delete them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from skillgap import documents, locations, pipeline, progress
from skillgap.errors import SkillgapError
from skillgap.model.facsimile import Facsimile
from skillgap.model.resume import Correction, Document, LayoutCorrection, ResumeReading
from skillgap.ui import knowledge, navigation, session
from skillgap.ui.session import Version

SAMPLES = {
    "IT support": ("it-support.txt", ":material/support_agent:", "Maya, first year: a campus help desk and a home lab"),
    "Cybersecurity": ("security.txt", ":material/shield:", "Dele, second year: a home lab, a team for contests"),
    "Data": ("data.txt", ":material/query_stats:", "Linh, statistics: a job in a library, two projects"),
}
"""Label -> file, icon and description of an invented resume."""
MAX_VERSIONS = 12
"""Upper limit for the versions in a session; a further one replaces the oldest."""


def read_upload(name: str, data: bytes, key: str) -> bool:
    """Read an uploaded file. A refusal is stored, and earlier versions are kept.

    Returns:
        Whether the file was processed in this call; ``False`` if an earlier run did.
    """
    now = session.state()
    if now.upload_key == key:
        return False
    now.upload_key = key
    known, extractor = knowledge.loaded()
    try:
        with st.spinner("Reading the resume"):
            found = pipeline.read(data, name, extractor, known, today=session.today())
            _keep(found, *_drawn(data, name))
    except SkillgapError as error:
        now.refusal = str(error)
    return True


def read_pasted(text: str) -> None:
    """Read pasted text as a resume."""
    try:
        interpret(documents.paste(text))
    except SkillgapError as error:
        session.state().refusal = str(error)


def read_sample(label: str) -> None:
    """Read one of the invented resumes."""
    path = locations.DATA / "samples" / SAMPLES[label][0]
    interpret(documents.read(path.read_bytes(), path.name))


def interpret(document: Document) -> None:
    """Read a document as the resume."""
    _keep(knowledge.interpreted(document))


def _drawn(data: bytes, name: str) -> tuple[Facsimile | None, str]:
    """Images of the pages of a PDF, or ``None`` with the reason."""
    try:
        return documents.draw(data, name), ""
    except SkillgapError as error:
        return None, str(error)


def _keep(found: ResumeReading, facsimile: Facsimile | None = None, refusal: str = "") -> None:
    """Make a reading the current version. A text that is there already becomes current again, with new images."""
    now = session.state()
    now.refusal = ""
    for place, one in enumerate(now.versions):
        if one.reading.document.text == found.document.text:
            choose(place)
            _change(facsimile=facsimile, picture_refusal=refusal)
            return
    now.doubted = bool(now.versions) and progress.may_be_two_people(
        now.versions[now.current].reading.document.text, found.document.text
    )
    made = Version(found, session.today().isoformat(), facsimile=facsimile, picture_refusal=refusal)
    put((*now.versions, made)[-MAX_VERSIONS:])


def same_person() -> None:
    """Keep every version: all belong to one person."""
    session.state().doubted = False


def other_person() -> None:
    """Keep only the last version: the earlier ones belong to another person."""
    session.state().doubted = False
    put(session.state().versions[-1:])


def put(given: Sequence[Version]) -> None:
    """Replace all versions; the last becomes the current one."""
    session.state().versions = tuple(given)
    choose(len(given) - 1)


def choose(place: int) -> None:
    """Make another version the current one."""
    session.state().current = place


def drop(place: int) -> None:
    """Delete a version; the last of the others becomes current."""
    put([one for number, one in enumerate(session.state().versions) if number != place])


def adjusted(version: Version) -> ResumeReading:
    """Reading of a version with answers and corrections applied."""
    if not (version.answers or version.corrections):
        return version.reading
    return session.memoised(
        pipeline.apply_corrections,
        version.reading,
        version.answers,
        version.corrections,
        knowledge.loaded_taxonomy(),
        today=session.today(),
    )


def reading() -> ResumeReading | None:
    """Current version with answers and corrections applied; ``None`` without a resume."""
    return adjusted(found) if (found := _current()) else None


def require_reading() -> ResumeReading:
    """The current reading. Without one, draw a link to the Start page and stop the run."""
    found = reading()
    if found is None:
        st.info("There is no resume yet. Upload yours, or try a sample, on the Start page.")
        navigation.link("start", "Go to Start")
        st.stop()
    return found


def answer(skill_id: str, yes: bool | None) -> None:
    """Store the answer about an uncertain mention: yes, no, or ``None`` for no answer."""
    _change(answers=answers() | {skill_id: yes})


def answers() -> dict[str, bool | None]:
    """Answers in the current version, by skill id."""
    return dict(found.answers) if (found := _current()) else {}


def correct(skill_id: str, level: int | None, reason: str = "") -> None:
    """Set the level of a skill, 0 to 3; ``None`` restores the level as read."""
    others = {key: value for key, value in corrections().items() if key != skill_id}
    _change(corrections=others if level is None else others | {skill_id: Correction(level, reason)})


def corrections() -> dict[str, Correction]:
    """Levels set by the user in the current version, by skill id."""
    return dict(found.corrections) if (found := _current()) else {}


def pictures() -> tuple[Facsimile | None, str]:
    """Images of the pages of the current version, or ``None`` with the reason."""
    return (found.facsimile, found.picture_refusal) if (found := _current()) else (None, "")


def layout() -> tuple[LayoutCorrection, ...]:
    """The user's corrections of the structure of the current version."""
    return found.layout if (found := _current()) else ()


def correct_layout(corrections: Sequence[LayoutCorrection]) -> None:
    """Read the current version again with corrections of its structure."""
    if found := _current():
        again = knowledge.interpreted(found.reading.document, tuple(corrections))
        _change(layout=tuple(corrections), reading=again)


def copy_corrections_from(version: Version) -> None:
    """Copy levels and answers from another version; those set in the current one take precedence."""
    _change(answers=dict(version.answers) | answers(), corrections=dict(version.corrections) | corrections())


def _current() -> Version | None:
    now = session.state()
    return now.versions[now.current] if now.versions else None


def _change(**fields: Any) -> None:
    """Replace fields of the current version."""
    now = session.state()
    changed = list(now.versions)
    changed[now.current] = replace(changed[now.current], **fields)
    now.versions = tuple(changed)
