"""Turn one content into an entry: a resume, a student's saved work, or a refusal.

``extract`` is slow and does not depend on the date, so its result can be cached. ``entry`` is fast.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from skillgap import documents, pipeline, role_ranking, workspace
from skillgap.characters import EMAIL
from skillgap.cohort import kinds
from skillgap.cohort.files import Content
from skillgap.errors import DocumentError, SkillgapError
from skillgap.model.cohort import Entry
from skillgap.model.resume import Document, ResumeReading
from skillgap.nlp.extractor import Extraction, Extractor
from skillgap.taxonomy import Taxonomy
from skillgap.workspace import Workspace

MARK = f'"{workspace.KIND}"'.encode()
"""Bytes that every file of saved work contains."""
NEAR = 0.02
"""Difference in coverage (0 to 1) within which two roles count as equally near; our judgement."""


class Reader(NamedTuple):
    """Tools for reading: extractor, taxonomy, and the date that "present" refers to."""

    extractor: Extractor
    taxonomy: Taxonomy
    today: date


@dataclass(frozen=True, slots=True)
class Extracted:
    """Mentions of one content before levels are assigned.

    Attributes:
        document: Its text; ``None`` if it was refused.
        found: Mentions, terms and outline.
        refusal, temporary: As in ``Entry``.
    """

    document: Document | None = None
    found: Extraction | None = None
    refusal: str = ""
    temporary: bool = False


def read(content: Content, reader: Reader) -> Entry:
    """Make the entry of a content. A bad file gives a refusal, never an exception."""
    return entry(content, extract(content, reader.extractor), reader)


def extract(content: Content, extractor: Extractor) -> Extracted:
    """Extract mentions from a content. A bad file gives a refusal, never an exception."""
    name = content.path.rpartition("/")[2]
    try:
        saved = _saved_work(content)
        document = _latest(saved, name) if saved else documents.read(content.data, name)
        layout = saved.versions[-1].layout if saved else ()
    except SkillgapError as error:
        temporary = isinstance(error, DocumentError) and error.kind == "too-complicated"
        sentence = str(error)
        return Extracted(refusal=sentence if name in sentence else f"{name}: {sentence}", temporary=temporary)
    return Extracted(document, extractor.extract(document, layout))


def entry(content: Content, extracted: Extracted, reader: Reader) -> Entry:
    """Make the entry from extracted mentions."""
    if extracted.document is None or extracted.found is None:
        return Entry(content.digest, refusal=extracted.refusal, temporary=extracted.temporary)
    known = reader.taxonomy
    reading = pipeline.graded(extracted.document, extracted.found, known, today=reader.today)
    email = EMAIL.search(reading.document.text)
    nearest, *rivals = _nearest(reading, known)
    made = Entry(
        content.digest,
        reading,
        doubt=kinds.doubt(reading, known),
        email=email[0].lower() if email else "",
        nearest=nearest,
        rivals=tuple(rivals),
    )
    saved = _saved_work(content)
    return _with_saved(made, saved, known) if saved else made


def _nearest(reading: ResumeReading, taxonomy: Taxonomy) -> list[str]:
    """Ids of the nearest role and of all roles within ``NEAR`` of it."""
    ranked = role_ranking.nearness(reading, taxonomy)
    most = max((value for _, value in ranked), default=0.0)
    return [report.role.id for report, value in ranked if value >= most - NEAR]


def _saved_work(content: Content) -> Workspace | None:
    """Saved work in a content, or ``None``.

    Raises:
        WorkspaceError: It is damaged.
    """
    is_saved = content.data.lstrip()[:1] == b"{" and MARK in content.data
    return workspace.load(content.data) if is_saved else None


def _latest(saved: Workspace, name: str) -> Document:
    """Document of the latest version in saved work.

    Raises:
        DocumentError: It has no version.
    """
    if not saved.versions:
        raise DocumentError(f"{name} is saved work without a resume. Ask the student to save it again.")
    latest = saved.versions[-1]
    return Document(latest.name or name, latest.text)


def _with_saved(made: Entry, saved: Workspace, taxonomy: Taxonomy) -> Entry:
    """Add the settings of the student's saved work to an entry."""
    latest = saved.versions[-1]
    return replace(
        made,
        saved=True,
        target=saved.role if saved.role in taxonomy.roles else "",
        deadline=saved.deadline,
        goals=saved.internship.goals,
        answers=dict(latest.answers),
        corrections=dict(latest.corrections),
    )
