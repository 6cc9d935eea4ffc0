"""The path every caller takes: ``read`` a file once (slow, knows no role), ``assess`` it at will (instant)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from skillgap import documents, feedback, gap, posting, profile
from skillgap.model.assessment import Assessment
from skillgap.model.feedback import Feedback
from skillgap.model.resume import Correction, Document, LayoutCorrection, ResumeReading
from skillgap.model.role import RoleProfile
from skillgap.nlp.extractor import Extraction, Extractor
from skillgap.plan import certificates, learning_plan, quick_wins, stories
from skillgap.plan.preferences import NO_PREFERENCES, PlanPreferences
from skillgap.posting import Posting
from skillgap.profile.user_levels import with_user_levels
from skillgap.taxonomy import Taxonomy


def read(data: bytes, name: str, extractor: Extractor, taxonomy: Taxonomy, *, today: date) -> ResumeReading:
    """The skills that a file gives evidence for, ``today`` being the day that "present" means.

    Raises:
        DocumentError: The file cannot be read; the sentence says why and what to do.
    """
    return interpret(documents.read(data, name), extractor, taxonomy, today=today)


def interpret(
    document: Document,
    extractor: Extractor,
    taxonomy: Taxonomy,
    *,
    today: date,
    layout: Sequence[LayoutCorrection] = (),
) -> ResumeReading:
    """The skills that a document gives evidence for; ``layout`` is what its owner says of how it is laid out."""
    return graded(document, extractor.extract(document, layout), taxonomy, today=today)


def graded(document: Document, found: Extraction, taxonomy: Taxonomy, *, today: date) -> ResumeReading:
    """The skills that what was extracted from a document gives evidence for; the extraction knows no day."""
    built = profile.build(document, found.mentions, taxonomy, today=today)
    return ResumeReading(document, built, found.terms, found.outline)


def read_posting(text: str, extractor: Extractor, *, title: str = "") -> Posting:
    """What a job posting asks for.

    Raises:
        DocumentError: There is no text, or too much of it.
    """
    document = documents.paste(text)
    return posting.read(document.text, extractor.extract(document).mentions, title=title)


def apply_corrections(
    reading: ResumeReading,
    answers: Mapping[str, bool | None],
    corrections: Mapping[str, Correction],
    taxonomy: Taxonomy,
    *,
    today: date,
) -> ResumeReading:
    """The reading as its owner has it.

    Args:
        reading: As it was read.
        answers: Skill id -> whether its uncertain mentions are the skill; ``None`` leaves the question open.
        corrections: Skill id -> what its owner set.
        taxonomy: As for the reading.
        today: As for the reading.
    """
    mentions = [
        replace(mention, assertion="held")
        if mention.assertion == "uncertain" and answers.get(mention.skill_id)
        else mention
        for mention in reading.mentions
        if mention.assertion != "uncertain" or answers.get(mention.skill_id) is not False
    ]
    built = profile.build(reading.document, mentions, taxonomy, today=today)
    return replace(reading, profile=with_user_levels(built, corrections, reading, today=today))


def assess(
    reading: ResumeReading,
    role: RoleProfile,
    taxonomy: Taxonomy,
    *,
    hours: int | None = None,
    preferences: PlanPreferences = NO_PREFERENCES,
) -> Assessment:
    """A reading held against a role: its gaps, and what to learn in which order.

    Args:
        reading: What the resume shows.
        role: What is asked for.
        taxonomy: Skills and resources.
        hours: Whole hours there are; ``None`` plans every open topic.
        preferences: What the student set on the plan.
    """
    report = gap.compare(reading.profile, role, taxonomy)
    wins = quick_wins.find(reading, report, taxonomy)
    steps = learning_plan.build(
        report, reading.profile, taxonomy, hours=hours, resume_hours=bool(wins), preferences=preferences
    )
    return Assessment(
        reading,
        report,
        steps,
        wins,
        stories.stories(report, reading.profile),
        certificates.certificate_advice(steps, reading.profile, taxonomy),
    )


def give_feedback(
    reading: ResumeReading, taxonomy: Taxonomy, *, today: date, role: RoleProfile | None = None
) -> Feedback:
    """What to improve in the resume itself, and what an interview may ask about it.

    Args:
        reading: What the resume shows.
        taxonomy: Names and relations of skills, and the wordings to look for.
        today: As for the reading.
        role: The role aimed at, if one is: its skills come first.
    """
    shown = {
        held.skill_id: tuple(
            mention for mention in held.evidence if profile.demonstrates(mention) or mention.skill_id != held.skill_id
        )
        for held in reading.profile.skills
    }
    return feedback.build(reading, taxonomy, shown=shown, today=today, role=role)
