"""The steps for every caller: ``read`` a file once (slow, without a role), then ``assess`` it for a role (fast)."""

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
    """The skills that a file gives evidence for; ``today`` is the day of "present".

    Raises:
        DocumentError: The file cannot be read.
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
    """The skills that a document gives evidence for; ``layout`` has its owner's corrections of sections and entries."""
    return graded(document, extractor.extract(document, layout), taxonomy, today=today)


def graded(document: Document, found: Extraction, taxonomy: Taxonomy, *, today: date) -> ResumeReading:
    """The skills that an extraction gives evidence for on a day."""
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
    """The reading with the answers and levels of its owner.

    Args:
        reading: The reading without them.
        answers: Skill id -> whether its uncertain mentions are the skill; ``None`` leaves the question open.
        corrections: Skill id -> level and reason that its owner set.
        taxonomy: The taxonomy of the reading.
        today: The day of the reading.
    """
    # "Yes, Go is the language" makes its mentions held, "no" removes them
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
    """The gaps of a reading for a role, the plan, quick wins, stories and certificates.

    Args:
        reading: The reading of the resume.
        role: The role.
        taxonomy: Skills and resources.
        hours: Whole hours of study; ``None`` plans every open topic.
        preferences: The student's settings of the plan.
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
    """What to improve in the resume, and what an interview may ask about it.

    Args:
        reading: The reading of the resume.
        taxonomy: Names and relations of skills, and the wordings to search for.
        today: The day of the reading.
        role: The role in view, if any; its skills come first.
    """
    shown = {
        held.skill_id: tuple(
            mention for mention in held.evidence if profile.demonstrates(mention) or mention.skill_id != held.skill_id
        )
        for held in reading.profile.skills
    }
    return feedback.build(reading, taxonomy, shown=shown, today=today, role=role)
