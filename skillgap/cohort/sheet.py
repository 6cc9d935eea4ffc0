"""One page for an appointment with a student: strengths, gaps, questions, findings and agreements."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from skillgap import pipeline, profile
from skillgap.characters import LEADING_MARKS
from skillgap.cohort.privacy import redactor
from skillgap.model.cohort import Standing
from skillgap.model.contacts import Contact
from skillgap.model.resume import HeldSkill, ResumeReading
from skillgap.plan import quick_wins
from skillgap.tables.frame import quote
from skillgap.taxonomy import Taxonomy

MOST = 3
"""Upper limit for strengths, gaps and findings: about what half an hour allows."""


@dataclass(frozen=True, slots=True)
class SheetItem:
    """A skill or a finding with a line of the resume.

    Attributes:
        title: The skill or the finding.
        line: The line, or empty.
        words: Question or advice, or empty.
    """

    title: str
    line: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Content of the page.

    Attributes:
        heading: Id of the student, and the name on request.
        role: Role that the resume is compared with, and who chose it.
        standing: Number of must-haves met, as a sentence.
        strengths: Strongest skills with their lines.
        gaps: Open demands to discuss.
        questions: Lines that may show skills that are only named.
        points: What to improve in the resume.
        shared: Shared notes, newest first: day, kind, topics, note, step, due date.
    """

    heading: str
    role: str
    standing: str
    strengths: tuple[SheetItem, ...]
    gaps: tuple[SheetItem, ...]
    questions: tuple[SheetItem, ...]
    points: tuple[SheetItem, ...]
    shared: tuple[tuple[str, ...], ...]


def sheet(
    one: Standing, contacts: Sequence[Contact], taxonomy: Taxonomy, *, today: date, named: bool = False
) -> Sheet | None:
    """Make the sheet of a student; ``None`` without a resume.

    Args:
        one: The student's standing.
        contacts: Notes; private ones are left out.
        taxonomy: Names and wordings.
        today: Date of the reading.
        named: Whether to print the name; otherwise quotes are redacted.
    """
    reading = one.student.reading
    if reading is None:
        return None
    redacting = redactor(one.student)

    def plain(item: SheetItem) -> SheetItem:
        return item if named else replace(item, line=redacting.redact(item.line))

    return Sheet(
        heading=" ".join(filter(None, (one.student.id, one.student.name if named else ""))),
        role=f"{one.role.name} ({one.source})",
        standing=f"{one.must_haves_met} of {len(one.must_haves)} must-haves are met.",
        strengths=tuple(map(plain, strengths(reading, taxonomy))),
        gaps=gaps(one, taxonomy),
        questions=tuple(map(plain, questions(one, reading, taxonomy))),
        points=tuple(map(plain, points(one, reading, taxonomy, today))),
        shared=tuple(
            (note.day, note.kind, ", ".join(note.topics), note.shared, note.step, note.due)
            for note in reversed(contacts)
        ),
    )


def strengths(reading: ResumeReading, taxonomy: Taxonomy) -> tuple[SheetItem, ...]:
    """The strongest technical skills, each with its line."""
    found = [
        held for held in reading.profile.skills if held.evidence and taxonomy.kind(held.skill_id) not in {"", "soft"}
    ]
    found.sort(key=lambda held: (-held.level, not profile.is_shown(held), -len(held.evidence), held.skill_id))
    return tuple(SheetItem(taxonomy.name(held.skill_id), _line(held, reading)) for held in found[:MOST])


def _line(held: HeldSkill, reading: ResumeReading) -> str:
    """The line that shows a skill, else the first that names it."""
    return quote(reading, next((one for one in held.evidence if profile.demonstrates(one)), held.evidence[0]))


def gaps(one: Standing, taxonomy: Taxonomy) -> tuple[SheetItem, ...]:
    """Open demands with the greatest weight that the resume does not name."""
    topics = {topic.id: topic for topic in one.role.topics}
    found = [gap for gap in one.report.pressing if one.cell(gap) != "named"][:MOST]
    return tuple(
        SheetItem(taxonomy.name(gap.skill_id), "", topics[gap.topic_id].why if gap.topic_id in topics else gap.reason)
        for gap in found
    )


def questions(one: Standing, reading: ResumeReading, taxonomy: Taxonomy) -> tuple[SheetItem, ...]:
    """Questions about lines that may show a skill that is only named."""
    text = reading.document.text
    return tuple(
        SheetItem(
            taxonomy.either(win.skill_ids),
            " ".join(text[win.start : win.end].split()).lstrip(LEADING_MARKS),
            win.write,
        )
        for win in quick_wins.find(reading, one.report, taxonomy)
    )


def points(one: Standing, reading: ResumeReading, taxonomy: Taxonomy, today: date) -> tuple[SheetItem, ...]:
    """The first findings about the resume, one for each rule."""
    found = pipeline.give_feedback(reading, taxonomy, today=today, role=one.role).points
    first = {point.rule.id: point for point in reversed(found)}
    chosen = [point for point in found if first[point.rule.id] is point][:MOST]
    text = reading.document.text
    return tuple(
        SheetItem(point.rule.title, " ".join(text[point.start : point.end].split()), point.rule.advice)
        for point in chosen
    )
