"""One content into an entry: a resume, a student's saved work, or the sentence that refuses it.

``extract`` is slow and knows no day, so that its result can be kept; ``entry`` is quick.
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
"""What a file of saved work holds, and no resume does."""
NEAR = 0.02
"""Coverage by which a role is nearer than another that counts as equally near."""


class Reader(NamedTuple):
    """What reading needs: the extractor, the taxonomy, and the day that "present" means."""

    extractor: Extractor
    taxonomy: Taxonomy
    today: date


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was found in one content, before it is graded.

    Attributes:
        document: Its text; without any, ``refusal`` says why.
        found: Mentions, terms and layout.
        refusal, temporary: As in ``Entry``.
    """

    document: Document | None = None
    found: Extraction | None = None
    refusal: str = ""
    temporary: bool = False


def read(content: Content, reader: Reader) -> Entry:
    """The entry of a content; no file raises."""
    return entry(content, extract(content, reader.extractor), reader)


def extract(content: Content, extractor: Extractor) -> Extracted:
    """What a content holds; no file raises."""
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
    """The entry of what was extracted."""
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
    """The nearest role, and every other that is hardly less near."""
    ranked = role_ranking.nearness(reading, taxonomy)
    most = max((value for _, value in ranked), default=0.0)
    return [report.role.id for report, value in ranked if value >= most - NEAR]


def _saved_work(content: Content) -> Workspace | None:
    """The saved work that a content is, if it is any.

    Raises:
        WorkspaceError: It is damaged.
    """
    is_saved = content.data.lstrip()[:1] == b"{" and MARK in content.data
    return workspace.load(content.data) if is_saved else None


def _latest(saved: Workspace, name: str) -> Document:
    """The latest version in saved work.

    Raises:
        DocumentError: There is none.
    """
    if not saved.versions:
        raise DocumentError(f"{name} is saved work without a resume. Ask the student to save it once more.")
    latest = saved.versions[-1]
    return Document(latest.name or name, latest.text)


def _with_saved(made: Entry, saved: Workspace, taxonomy: Taxonomy) -> Entry:
    """The entry with what the student set."""
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
