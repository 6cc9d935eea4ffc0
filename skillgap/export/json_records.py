"""Results as dictionaries for the JSON of the command line; ``docs/files.md`` documents every key."""

from collections.abc import Iterable
from typing import Any

from skillgap.model.assessment import Assessment
from skillgap.model.gaps import GapReport
from skillgap.model.plan import LearningPlan, StudyPart
from skillgap.model.resume import Document, Mention, ResumeReading, UncheckedTerm
from skillgap.nlp import alias_variants
from skillgap.schedule import Milestone
from skillgap.skill_rows import skill_rows
from skillgap.tables import frame as tables
from skillgap.taxonomy import Taxonomy

ROUND = 4
"""Decimals of shares and points in JSON: a hundredth of a percentage point."""
RESOURCES_SHOWN = 3
"""Resources of one step: enough to choose from, few enough to compare."""


def mention(found: Mention, document: Document, taxonomy: Taxonomy) -> dict[str, Any]:
    """One mention, with the skill's display name and all aliases."""
    skill = taxonomy.skills.get(found.skill_id)
    return {
        "skill_id": found.skill_id,
        "skill": taxonomy.name(found.skill_id),
        "names": list(alias_variants.written_forms(skill)) if skill else [],
        **_place(found, document),
        "section": found.section,
        "assertion": found.assertion,
        "claim": found.claim,
    }


def _place(found: Mention | UncheckedTerm, document: Document) -> dict[str, Any]:
    """Words and offsets of a span in the original file."""
    start, end = document.in_file(found.start, found.end)
    return {"surface": document.file_text[start:end], "start": start, "end": end}


def extraction(stem: str, reading: ResumeReading, taxonomy: Taxonomy) -> dict[str, Any]:
    """The object on one line of ``extract --format jsonl``."""
    return {
        "id": stem,
        "text": reading.document.file_text,
        "mentions": [
            mention(found, reading.document, taxonomy) for found in reading.mentions if found.assertion != "uncertain"
        ],
        "uncertain": [
            mention(found, reading.document, taxonomy) for found in reading.mentions if found.assertion == "uncertain"
        ],
        "not_checked": [_term(term, reading.document) for term in reading.terms],
        "warnings": list(reading.document.warnings),
        "notes": list(reading.document.notes),
    }


def _term(found: UncheckedTerm, document: Document) -> dict[str, Any]:
    place = _place(found, document)
    return {"term": place["surface"], "start": place["start"], "end": place["end"]}


def skills(reading: ResumeReading, taxonomy: Taxonomy) -> list[dict[str, Any]]:
    """One object for each skill: held skills with their level, then skills that the resume only mentions."""
    return [
        {
            "id": row.skill_id,
            "name": taxonomy.name(row.skill_id),
            "level": row.level,
            "assertion": row.assertion,
            "reason": row.reason,
            "months": row.months,
            "last_used": row.last,
            "inferred_from": list(row.inferred_from),
            "evidence": _evidence(row.evidence, reading),
        }
        for row in skill_rows(reading)
    ]


def _evidence(mentions: Iterable[Mention], reading: ResumeReading) -> list[dict[str, Any]]:
    return [
        {
            "quote": tables.quote(reading, found),
            **_place(found, reading.document),
            "page": reading.document.page(found.start),
            "section": found.section,
        }
        for found in mentions
    ]


def gaps(report: GapReport, taxonomy: Taxonomy) -> list[dict[str, Any]]:
    """One object for each requirement, topic by topic, soft skills last; ``points`` sum to the coverage in percent."""
    return [
        {
            "id": gap.skill_id,
            "name": taxonomy.name(gap.skill_id),
            "options": list(gap.options),
            "topic": gap.topic_id,
            "importance": gap.importance,
            "tier": gap.tier,
            "required": gap.required,
            "held": gap.held,
            "shortfall": gap.shortfall,
            "priority": gap.priority,
            "points": round(report.points(gap), ROUND),
            "possible": round(report.open_points(gap), ROUND),
            "reason": gap.reason,
        }
        for gap in report.gaps
    ]


def plan(assessment: Assessment, taxonomy: Taxonomy, dates: Iterable[Milestone] = ()) -> list[dict[str, Any]]:
    """One object for each step in order."""
    times = {one.topic_id: one for one in dates}
    return [
        {
            "step": number,
            "id": step.topic_id,
            "topic": step.name,
            "tier": step.tier,
            "skills": list(step.skill_ids),
            "names": [taxonomy.name(skill_id) for skill_id in step.skill_ids],
            "hours": step.hours,
            "study_hours": step.study_hours,
            "proof_hours": step.proof_hours,
            "also": list(step.also),
            "left_hours": step.left_hours,
            "points": round(step.points, ROUND),
            "reason": step.reason,
            "unlocks": list(step.unlocks),
            "resources": [_resource(part) for part in step.learn_from[:RESOURCES_SHOWN]],
            "task": step.task,
            "variant": step.variant,
            "start": times[step.topic_id].start.isoformat() if step.topic_id in times else None,
            "due": times[step.topic_id].due.isoformat() if step.topic_id in times else None,
        }
        for number, step in enumerate(assessment.plan.steps, start=1)
    ]


def unplanned(plan: LearningPlan) -> list[dict[str, Any]]:
    """One object for each topic left out of the plan, with the reason."""
    return [
        {"id": one.topic_id, "topic": one.name, "tier": one.tier, "hours": one.hours, "reason": one.reason}
        for one in plan.left
    ]


def quick_wins(assessment: Assessment) -> list[dict[str, Any]]:
    """One object for each line of the resume that may show skills without naming them."""
    text = assessment.reading.document.text
    return [
        {"skills": list(one.skill_ids), "line": " ".join(text[one.start : one.end].split()), "write": one.write}
        for one in assessment.quick_wins
    ]


def stories(assessment: Assessment) -> list[dict[str, Any]]:
    """One object for each interview story; ``line`` is empty if no line of the resume shows the skill."""
    text = assessment.reading.document.text
    return [
        {"skill": one.skill_id, "line": " ".join(text[one.start : one.end].split()), "question": one.question}
        for one in assessment.stories
    ]


def certificates(assessment: Assessment) -> list[dict[str, Any]]:
    """One object for each certificate of the role."""
    return [
        {
            "id": one.skill_id,
            "held": one.held,
            "fee": one.fee,
            "hours": one.hours,
            "covered": round(one.covered, ROUND),
            "advice": one.advice,
        }
        for one in assessment.certificates
    ]


def _resource(part: StudyPart) -> dict[str, Any]:
    resource = part.resource
    return {
        "title": resource.title,
        "provider": resource.provider,
        "url": resource.url,
        "kind": resource.kind,
        "level": max(module.to_level for module in part.modules),
        "hours": part.hours,
        "total_hours": resource.hours,
        "hours_source": resource.hours_source,
        "cost": resource.cost,
        "last_seen": resource.last_seen or None,
    }


def ranking(reports: Iterable[GapReport]) -> list[dict[str, Any]]:
    """One object for each role, in the order of ``reports``."""
    return [
        {
            "id": report.role.id,
            "name": report.role.name,
            "coverage": round(report.coverage, ROUND),
            "met": sum(not gap.shortfall for gap in report.technical),
            "asked": len(report.technical),
        }
        for report in reports
    ]


def analysis(
    reading: ResumeReading,
    reports: Iterable[GapReport],
    assessment: Assessment | None,
    taxonomy: Taxonomy,
    dates: Iterable[Milestone] = (),
) -> dict[str, Any]:
    """The result of ``analyze``. Gaps and plan need a role; dates need the hours per week."""
    role = assessment.report.role if assessment else None
    return {
        "file": reading.document.name,
        "role": {"id": role.id, "name": role.name} if role else None,
        "coverage": round(assessment.report.coverage, ROUND) if assessment else None,
        "ways_of_working": round(assessment.report.ways_of_working, ROUND) if assessment else None,
        "skills": skills(reading, taxonomy),
        "gaps": gaps(assessment.report, taxonomy) if assessment else [],
        "plan": plan(assessment, taxonomy, dates) if assessment else [],
        "left": unplanned(assessment.plan) if assessment else [],
        "quick_wins": quick_wins(assessment) if assessment else [],
        "stories": stories(assessment) if assessment else [],
        "certificates": certificates(assessment) if assessment else [],
        "roles": ranking(reports),
        "uncertain": [
            mention(found, reading.document, taxonomy) for found in reading.mentions if found.assertion == "uncertain"
        ],
        "not_checked": [term.surface for term in reading.terms],
        "warnings": list(reading.document.warnings),
        "notes": list(reading.document.notes),
    }
