"""The command that shows the skills of one resume, and with a role its gaps and a plan."""

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
"""Columns of the plan that are shown where its steps have dates."""


def analyze(
    context: typer.Context,
    file: FileArgument,
    role: Annotated[str, typer.Option(help="Id of the role to compare with (see the roles command).")] = "",
    posting: Annotated[
        list[Path] | None, typer.Option(help="A job posting as text; several are put together into one role.")
    ] = None,
    hours: Annotated[int | None, typer.Option(help="Plan the best use of so many hours.", min=0)] = None,
    weekly: WeeklyOption = None,
    start: StartOption = None,
    form: FormatOption = Format.TABLE,
    path: OutOption = None,
) -> None:
    """Show the skills of one resume; with a role or postings its gaps and a plan, else the nearest roles."""
    known = options.load_taxonomy(context)
    extractor = Extractor(known)
    target = asked(posting, extractor, known) if posting else known.role(role) if role else None
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
    """The tables for people: the skills, and what a role makes of them or which role is nearest."""
    views = [("Skills", tables.skills(reading, known)[["skill", "level", "level_name", "assertion", "evidence"]])]
    if assessment:
        views += _assessed(assessment, known, dates)
    else:
        views.append(("Nearest roles", role_tables.ranking(reports, known)))
    return views


def _assessed(assessment: Assessment, known: Taxonomy, dates: Collection[Milestone]) -> list[tuple[str, pd.DataFrame]]:
    """What a role makes of the resume: quick wins, gaps, the plan and what it leaves."""
    report = assessment.report
    gaps = gap_tables.gaps(report, assessment.reading.profile, known)
    title = (
        f"Gaps for {report.role.name}: technical coverage {report.coverage:.1%}, "
        f"ways of working {report.ways_of_working:.1%}"
    )
    steps = plan_tables.plan(assessment, known, dates)
    shown = ["step", "topic", "tier", "skill", "hours", "total_hours", "coverage_after"]
    views = [
        ("Write first what you have done", plan_tables.quick_wins(assessment, known)),
        (title, gaps[["topic", "skill", "status", "tier", "importance", "required", "held", "points", "possible"]]),
        (
            f"Plan: {assessment.plan.hours} hours",
            steps[[*shown, *(DATES if dates else ()), "resource", "proof_task"]],
        ),
        ("Left for later", plan_tables.unplanned(assessment.plan)),
        ("Stories to have ready", plan_tables.stories(assessment, known)),
        ("Certificates", plan_tables.certificates(assessment, known)),
    ]
    return [(name, table) for name, table in views if not table.empty]


def asked(files: list[Path], extractor: Extractor, known: Taxonomy) -> RoleProfile:
    """The role that the postings ask for together."""
    read = [
        pipeline.read_posting(documents.read(options.read_bytes(file), shown_name(file)).text, extractor)
        for file in files
    ]
    if not any(one.demands for one in read):
        raise RequestError("No skill of the catalogue was found in the postings. Give the whole text of each.")
    return posting_role(read, known, name="My postings")
