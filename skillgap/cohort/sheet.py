"""What an appointment with one student needs on one page: strengths, gaps, questions, points, what was agreed."""

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
"""Strengths, gaps and points: what half an hour has room for."""


@dataclass(frozen=True, slots=True)
class Told:
    """A skill or a point with a line of the resume.

    Attributes:
        title: The skill, or what is found.
        line: The line, or empty.
        words: What to say or ask about it.
    """

    title: str
    line: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page for an appointment.

    Attributes:
        heading: Id of the student, and the name where it is told on purpose.
        role: What the resume is held against, and why.
        standing: Must-haves met, in words.
        strengths: Strongest skills with the line that shows each.
        gaps: Open demands worth talking of.
        questions: Lines that may show what is only named, as questions.
        points: What to improve in the resume.
        shared: What was noted for both, newest first: day, kind, note, step, due.
    """

    heading: str
    role: str
    standing: str
    strengths: tuple[Told, ...]
    gaps: tuple[Told, ...]
    questions: tuple[Told, ...]
    points: tuple[Told, ...]
    shared: tuple[tuple[str, ...], ...]


def sheet(
    one: Standing, contacts: Sequence[Contact], taxonomy: Taxonomy, *, today: date, named: bool = False
) -> Sheet | None:
    """The sheet of a student; nothing without a resume.

    Args:
        one: The student against the role.
        contacts: What was noted; what is the advisor's alone is left out.
        taxonomy: Names and wordings.
        today: As for the reading.
        named: Whether the name is told; without it, quotes name nobody.
    """
    reading = one.student.reading
    if reading is None:
        return None
    taken_out = redactor(one.student)

    def plain(told: Told) -> Told:
        return told if named else replace(told, line=taken_out.redact(told.line))

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


def strengths(reading: ResumeReading, taxonomy: Taxonomy) -> tuple[Told, ...]:
    """The strongest technical skills that something done shows, each with its line."""
    found = [
        held for held in reading.profile.skills if held.evidence and taxonomy.kind(held.skill_id) not in {"", "soft"}
    ]
    found.sort(key=lambda held: (-held.level, not profile.is_shown(held), -len(held.evidence), held.skill_id))
    return tuple(Told(taxonomy.name(held.skill_id), _line(held, reading)) for held in found[:MOST])


def _line(held: HeldSkill, reading: ResumeReading) -> str:
    """The line that shows a skill, else the first that names it."""
    return quote(reading, next((one for one in held.evidence if profile.demonstrates(one)), held.evidence[0]))


def gaps(one: Standing, taxonomy: Taxonomy) -> tuple[Told, ...]:
    """The open demands that nothing in the resume speaks of and that weigh most."""
    topics = {topic.id: topic for topic in one.role.topics}
    found = [gap for gap in one.report.pressing if one.cell(gap) != "named"][:MOST]
    return tuple(
        Told(taxonomy.name(gap.skill_id), "", topics[gap.topic_id].why if gap.topic_id in topics else gap.reason)
        for gap in found
    )


def questions(one: Standing, reading: ResumeReading, taxonomy: Taxonomy) -> tuple[Told, ...]:
    """Lines that may show a skill which is only named, each as a question to the student."""
    text = reading.document.text
    return tuple(
        Told(
            taxonomy.either(win.skill_ids),
            " ".join(text[win.start : win.end].split()).lstrip(LEADING_MARKS),
            win.write,
        )
        for win in quick_wins.find(reading, one.report, taxonomy)
    )


def points(one: Standing, reading: ResumeReading, taxonomy: Taxonomy, today: date) -> tuple[Told, ...]:
    """What to improve in the resume first, one place of each rule."""
    found = pipeline.give_feedback(reading, taxonomy, today=today, role=one.role).points
    first = {point.rule.id: point for point in reversed(found)}
    chosen = [point for point in found if first[point.rule.id] is point][:MOST]
    text = reading.document.text
    return tuple(
        Told(point.rule.title, " ".join(text[point.start : point.end].split()), point.rule.advice) for point in chosen
    )
