"""The command line: results on standard output, progress and refusals on standard error."""

import json
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from skillgap import documents, evaluation, locations, pipeline, taxonomy
from skillgap.cli import analyze, cohort, dashboard, feedback, options, store
from skillgap.cli.options import FormatOption, OutOption, Setting
from skillgap.cli.output import Format, as_json, err, reserve_stdout, result, warn_without_skills, write
from skillgap.errors import SkillgapError
from skillgap.export import json_records
from skillgap.link_check import check_links
from skillgap.local_files import shown_name
from skillgap.nlp.extractor import Extractor
from skillgap.tables import catalogue as catalogue_tables
from skillgap.tables.frame import frame
from skillgap.taxonomy import statistics
from skillgap.taxonomy.search import find

RESUME_SUFFIXES = {".pdf", ".docx", ".txt", ".md", ".json"}
"""Extensions of the files that are read from a folder; a file named on the command line may have any name."""

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)


class Lines(StrEnum):
    """Formats of extractions: JSON Lines only."""

    JSONL = "jsonl"


PathsArgument = Annotated[list[Path], typer.Argument(help="Resumes, or folders of resumes.")]


@app.callback()
def root(
    context: typer.Context,
    data: Annotated[
        str | None,
        typer.Option("--data", envvar="SKILLGAP_DATA", help="Your own data file, or a folder of them, added to ours."),
    ] = None,
    today: Annotated[
        datetime | None,
        typer.Option(
            "--today", formats=["%Y-%m-%d"], help='Date that "present" refers to in a resume; default: today.'
        ),
    ] = None,
) -> None:
    """Read resumes, show their evidence for IT skills, and show the gaps to an internship role."""
    own = (options.own_data(data),) if data is not None else ()
    context.obj = Setting((locations.DATA, *own), (today or datetime.now()).date())


app.command()(analyze.analyze)
app.command()(feedback.feedback)
app.command()(cohort.cohort)
app.command(context_settings=dashboard.PASS_ON)(dashboard.dashboard)
app.add_typer(store.app, name="store")


@app.command()
def extract(
    context: typer.Context,
    paths: PathsArgument,
    form: Annotated[Lines, typer.Option("--format")] = Lines.JSONL,
    path: OutOption = None,
) -> None:
    """Write one JSON line for each file: its text and every mention of a skill."""
    known = options.load_taxonomy(context)
    extractor = Extractor(known)
    lines: list[bytes] = []
    failed = False
    for file in _files(paths):
        name = shown_name(file)
        err.print(name, style="dim", markup=False, highlight=False)
        try:
            reading = pipeline.read(options.read_bytes(file), name, extractor, known, today=context.obj.today)
            row = json_records.extraction(Path(name).stem, reading, known)
            failed |= warn_without_skills(reading)
        except SkillgapError as error:
            row, failed = {"id": Path(name).stem, "error": str(error)}, True
        line = json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
        if path:
            lines.append(line)
        else:
            write(line, None)
    if path:
        write(b"".join(lines), path)
    raise typer.Exit(1 if failed else 0)


@app.command()
def roles(context: typer.Context, form: FormatOption = Format.TABLE, path: OutOption = None) -> None:
    """List the internship roles."""
    known = options.load_taxonomy(context)
    rows = [
        {"id": role.id, "name": role.name, "asks": len(role.requirements), "about": role.about}
        for role in known.roles.values()
    ]
    result(frame(rows, ("id", "name", "asks", "about")), "Roles", form, path)


@app.command()
def skills(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help="A name or part of one; small typing errors are tolerated.")] = "",
    form: FormatOption = Format.TABLE,
    path: OutOption = None,
) -> None:
    """Find skills by name; a single match is shown with all its details."""
    known = options.load_taxonomy(context)
    table = catalogue_tables.skill_details(find(query, known), known)
    narrow = form is Format.TABLE and len(table) > 1
    result(table[list(catalogue_tables.DETAILS[:6])] if narrow else table, f"{len(table)} skills", form, path)


@app.command()
def check(
    context: typer.Context,
    counts: Annotated[bool, typer.Option(help="Count skills, aliases, relations, roles and resources.")] = False,
    links: Annotated[bool, typer.Option(help="Open the address of every resource; needs a network.")] = False,
    report: Annotated[
        Path, typer.Option(help="JSON Lines file of the checked addresses; a second run continues it.")
    ] = Path("links.jsonl"),
) -> None:
    """Report every fault of the data as file: key: rule."""
    known, faults = taxonomy.load_with_faults(*context.obj.origins)
    if links:
        for one in check_links(known.resources.values(), report, today=context.obj.today):
            if one.outcome != "unchanged":
                typer.echo(f"{one.resource_id}: {one.outcome} ({one.status or 'no answer'}): {one.final_url}")
    for fault in faults:
        typer.echo(fault)
    for line in statistics.lines(known) if counts else ():
        typer.echo(line)
    raise typer.Exit(1 if faults else 0)


@app.command()
def evaluate(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Folder of NAME.txt and NAME.gold.jsonl.")],
    form: FormatOption = Format.TABLE,
) -> None:
    """Score the extraction against annotated resumes."""
    known = options.load_taxonomy(context)
    extractor = Extractor(known)
    resumes, score = evaluation.load(folder), evaluation.Score()
    for stem, text, marks in resumes:
        document = documents.read(text.encode(), f"{stem}.txt")
        found = evaluation.in_file(document, extractor.extract(document).mentions)
        evaluation.count_resume(score, found, marks, known)
    figures = evaluation.figures(score)
    if form is Format.JSON:
        write(as_json(figures), None)
        return
    by_kind, by_section = figures.pop("recall_by_kind"), figures.pop("precision_by_section")
    rows = [{"figure": name, "value": value} for name, value in figures.items()]
    rows += [{"figure": f"recall of {kind} ({score.claims[kind]})", "value": value} for kind, value in by_kind.items()]
    rows += [{"figure": f"precision in {section}", "value": value} for section, value in by_section.items()]
    result(frame(rows, ("figure", "value")), f"{len(resumes)} annotated resumes", form, None)


def _files(paths: list[Path], suffixes: set[str] = RESUME_SUFFIXES) -> Iterator[Path]:
    """Yield the named files; folders are replaced by their resumes, sorted by name, without symbolic links."""
    for path in paths:
        if path.is_dir():
            inside = (Path(folder, name) for folder, _, names in os.walk(path) for name in names)
            found = (file for file in sorted(inside) if file.suffix.lower() in suffixes)
            yield from (file for file in found if file.is_file() and not file.is_symlink())
        else:
            yield path


def main() -> None:
    """Run the command line. A refused input gives one sentence and exit status 1."""
    reserve_stdout()
    try:
        app(prog_name="skillgap")
    except SkillgapError as error:
        err.print(str(error), style="red", markup=False, highlight=False)
        sys.exit(1)
    except BrokenPipeError:
        # "skillgap skills | head" closes the pipe; without this line Python would print a traceback when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        place = Path(error.filename).name if error.filename else "The result"
        err.print(f"{place} cannot be written ({error.strerror}). Check the path and the free space.", style="red")
        sys.exit(1)
