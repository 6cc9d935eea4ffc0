"""Many resumes at once: each is read by the ordinary path, and one bad file never stops the rest."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from skillgap import pipeline
from skillgap.documents import zip_archive
from skillgap.errors import DocumentError, SkillgapError
from skillgap.model.assessment import CohortReport, Refusal
from skillgap.model.resume import ResumeReading
from skillgap.model.role import RoleProfile
from skillgap.nlp.extractor import Extractor
from skillgap.taxonomy import Taxonomy


def expand_zips(files: Iterable[tuple[str, bytes] | Refusal]) -> Iterator[tuple[str, bytes] | Refusal]:
    """The files themselves, ZIPs replaced by what is in them, unpacked one at a time; the limits hold for all."""
    budget = zip_archive.Budget()
    for file in files:
        if isinstance(file, Refusal):
            yield file
            continue
        name, data = file
        try:
            if zip_archive.is_archive(data):
                yield from zip_archive.files(data, name, budget)
            else:
                budget.take(name)
                yield name, data
        except SkillgapError as error:
            yield Refusal(name, str(error))


def read(
    files: Iterable[tuple[str, bytes] | Refusal],
    extractor: Extractor,
    taxonomy: Taxonomy,
    *,
    today: date,
    progress: Callable[[str], None] = lambda name: None,
) -> tuple[ResumeReading | Refusal, ...]:
    """One outcome a file, in the order given; ``progress`` is told each name before it is read."""
    outcomes: list[ResumeReading | Refusal] = []
    for file in files:
        if isinstance(file, Refusal):
            outcomes.append(file)
            continue
        name, data = file
        progress(name)
        try:
            outcomes.append(pipeline.read(data, name, extractor, taxonomy, today=today))
        except SkillgapError as error:
            outcomes.append(Refusal(name, _worded(error, name)))
    return tuple(outcomes)


def _worded(error: SkillgapError, name: str) -> str:
    """A refusal without the advice that is meant for a single file."""
    if isinstance(error, DocumentError) and error.kind == "archive":
        return f"{name} is a ZIP inside a ZIP, which is not opened. Put its files into the outer ZIP."
    return str(error)


def assess(outcomes: Iterable[ResumeReading | Refusal], role: RoleProfile, taxonomy: Taxonomy) -> CohortReport:
    """Every reading held against one role."""
    known = tuple(outcomes)
    assessments = tuple(
        pipeline.assess(outcome, role, taxonomy) for outcome in known if isinstance(outcome, ResumeReading)
    )
    return CohortReport(role, assessments, tuple(outcome for outcome in known if isinstance(outcome, Refusal)))
