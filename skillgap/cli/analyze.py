"""Command ``analyze``: the skills of one resume, and its gaps and plan for a role."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from skillgap import documents, pipeline, role_ranking
from skillgap.cli import options
from skillgap.cli.options import FileArgument, FormatOption, OutOption, StartOption, WeeklyOption
from skillgap.cli.output import Format, as_json, show, warn, warn_without_skills, write
from skillgap.errors import RequestError, SkillgapError
from skillgap.export import json_records, spreadsheet
from skillgap.local_files import shown_name
from skillgap.model.assessment import Assessment
from skillgap.model.gaps import GapReport
from skillgap.model.resume import ResumeReading
from skillgap.model.role import RoleProfile
from skillgap.nlp.extractor import Extractor
from skillgap.posting.ladder import posting_role
from skillgap.schedule import Milestone
from skillgap.tables import gaps as gap_tables
from skillgap.tables import plan as plan_tables
from skillgap.tables import resume as tables
from skillgap.tables import roles as role_tables
from skillgap.taxonomy import Taxonomy

DATES = ["start", "due"]
"""Columns of the plan that are shown if its steps have dates."""


def analyze(
    context: typer.Context,
    file: FileArgument,
    role: Annotated[str, typer.Option(help="Id of the role to compare with (see the roles command).")] = "",
    posting: Annotated[
        list[Path] | None, typer.Option(help="A job posting as text; several postings are combined into one role.")
    ] = None,
    hours: Annotated[int | None, typer.Option(help="Plan the best use of this number of hours.", min=0)] = None,
    weekly: WeeklyOption = None,
    start: StartOption = None,
    form: FormatOption = Format.TABLE,
    path: OutOption = None,
) -> None:
    """Show the skills of one resume, then its gaps and plan for a role or postings, or the nearest roles."""
    known = options.load_taxonomy(context)
    extractor = Extractor(known)
    target = role_of_postings(posting, extractor, known) if posting else known.role(role) if role else None
    name = shown_name(file)
    try:
        reading = pipeline.read(options.read_bytes(file), name, extractor, known, today=context.obj.today)
    except SkillgapError as error:
        if form is not Format.JSON:
            raise
        write(as_json({"file": name, "error": str(error)}), path)
        raise typer.Exit(1) from error
    assessment = pipeline.assess(reading, target, known, hours=hours) if target else None
    reports = role_ranking.rank_roles(reading, known)
    dates = options.dates(context, weekly, start)(assessment.plan) if assessment else ()
    if form is Format.JSON:
        write(as_json(json_records.analysis(reading, reports, assessment, known, dates)), path)
    elif form is Format.CSV:
        rows = plan_tables.plan(assessment, known, dates) if assessment else tables.skills(reading, known)
        write(spreadsheet.csv(rows), path)
    else:
        warn(reading.document)
        show(_views(reading, reports, assessment, known, dates), path)
    if warn_without_skills(reading):
        raise typer.Exit(1)


def _views(
    reading: ResumeReading,
    reports: Sequence[GapReport],
    assessment: Assessment | None,
    known: Taxonomy,
    dates: Collection[Milestone],
) -> list[tuple[str, pd.DataFrame]]:
    """Titles and tables for display: the skills, then the assessment or the nearest roles."""
    views = [("Skills", tables.skills(reading, known)[["skill", "level", "level_name", "assertion", "evidence"]])]
    if assessment:
        views += _assessed(assessment, known, dates)
    else:
        views.append(("Nearest roles", role_tables.ranking(reports, known)))
    return views


def _assessed(assessment: Assessment, known: Taxonomy, dates: Collection[Milestone]) -> list[tuple[str, pd.DataFrame]]:
    """Titles and tables of an assessment: quick wins, gaps, plan, topics left out, stories, certificates."""
    report = assessment.report
    gaps = gap_tables.gaps(report, assessment.reading.profile, known)
    title = (
        f"Gaps for {report.role.name}: technical coverage {report.coverage:.1%}, "
        f"ways of working {report.ways_of_working:.1%}"
    )
    steps = plan_tables.plan(assessment, known, dates)
    shown = ["step", "topic", "tier", "skill", "hours", "total_hours", "coverage_after"]
    views = [
        ("First write down what you have done", plan_tables.quick_wins(assessment, known)),
        (title, gaps[["topic", "skill", "status", "tier", "importance", "required", "held", "points", "possible"]]),
        (
            f"Plan: {assessment.plan.hours} hours",
            steps[[*shown, *(DATES if dates else ()), "resource", "proof_task"]],
        ),
        ("Left for later", plan_tables.unplanned(assessment.plan)),
        ("Stories to prepare", plan_tables.stories(assessment, known)),
        ("Certificates", plan_tables.certificates(assessment, known)),
    ]
    return [(name, table) for name, table in views if not table.empty]


def role_of_postings(files: list[Path], extractor: Extractor, known: Taxonomy) -> RoleProfile:
    """Combine job postings into one role.

    Raises:
        RequestError: No posting contains a known skill.
    """
    read = [
        pipeline.read_posting(documents.read(options.read_bytes(file), shown_name(file)).text, extractor)
        for file in files
    ]
    if not any(one.demands for one in read):
        raise RequestError("No skill of the catalogue was found in the postings. Use the full text of each posting.")
    return posting_role(read, known, name="My postings")
