"""Command ``cohort``: read many resumes, and write the cohort's files into a folder."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from skillgap.cli import analyze, options
from skillgap.cli.options import StartOption, WeeklyOption
from skillgap.cli.output import err
from skillgap.cohort import courses, desk, files, people, reading, remote, roster, session_offers, standings
from skillgap.cohort.background import Readings
from skillgap.cohort.files import Content
from skillgap.cohort.people import Given, Intake
from skillgap.cohort.reading import Reader
from skillgap.cohort.store import Store, write
from skillgap.documents.limits import MAX_FILE
from skillgap.documents.zip_archive import MAX_ARCHIVE
from skillgap.errors import RequestError, SkillgapError
from skillgap.export import cohort_files
from skillgap.export.cohort_files import CohortExport
from skillgap.local_files import shown_name
from skillgap.model.cohort import Cohort, Decisions, Entry, FileLine, RosterRow
from skillgap.model.sessions import USUAL_LIMITS, Course, SessionLimits
from skillgap.nlp.extractor import Extractor
from skillgap.tables.cohort import outcome_counts
from skillgap.taxonomy import Taxonomy

OWN = "own"
"""Value of ``--role`` that compares each student with their own target."""
STORE = "readings"
"""Subfolder of the results that caches the readings."""
NOTHING_FOUND = 2
"""Exit status if no file was found."""
LEFT_OUT = frozenset({"not read", "not a resume?"})
"""Outcomes of files without a result; they make the exit status 1."""
POLL_SECONDS = 0.2
"""Seconds between two updates of the progress line."""


def cohort(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Resumes, folders, ZIP files, saved work.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the files; it is created if missing.")],
    class_list: Annotated[
        Path | None, typer.Option("--roster", help="Class list (CSV or XLSX): id, name, email, group, target role.")
    ] = None,
    role: Annotated[str, typer.Option(help="Id of one role for all students, or own: each student's target.")] = OWN,
    posting: Annotated[
        list[Path] | None, typer.Option(help="A job posting as text; it is the role of all students.")
    ] = None,
    group: Annotated[str, typer.Option(help="Only students of this group of the class list.")] = "",
    least: Annotated[int, typer.Option(help="Fewest students for which a group's figure is shown.", min=2)] = 5,
    limits: Annotated[
        str, typer.Option("--sessions", help="Number of sessions, hours of each, and students per room.")
    ] = f"{USUAL_LIMITS.count},{USUAL_LIMITS.hours},{USUAL_LIMITS.capacity}",
    soft: Annotated[bool, typer.Option("--soft", help="Offer a session for soft skills too.")] = False,
    course_list: Annotated[
        Path | None, typer.Option("--courses", help="Courses (CSV or XLSX) with the skills that each teaches.")
    ] = None,
    names: Annotated[bool, typer.Option("--names", help="Include names, files and groups.")] = False,
    all_steps: Annotated[bool, typer.Option("--all-steps", help="Include every step of every plan.")] = False,
    scheduler: Annotated[str, typer.Option(help="Read on a Dask cluster: tcp://host:port of its scheduler.")] = "",
    weekly: WeeklyOption = None,
    start: StartOption = None,
) -> None:
    """Read many resumes, and write tables of students, gaps, groups, sessions, steps, and unread files."""
    known = options.load_taxonomy(context)
    reader = Reader(Extractor(known), known, context.obj.today)
    role_for_all = analyze.role_of_postings(posting, reader.extractor, known) if posting else None
    role_for_all = known.role(role) if role != OWN and not posting else role_for_all
    room = replace(_limits(limits, least), soft=soft)
    taught = _courses(course_list, known)
    request = _Request(paths, out, context.obj.origins, scheduler)
    found = _read(request, _roster(class_list, known), reader)
    seen = desk.view(
        found.students,
        standings.standings(found.students, known, role_for_all),
        known,
        today=reader.today,
        threshold=least,
        filters=desk.Filters(group=group),
    )
    wanted = CohortExport(
        seen,
        found.lines,
        partial(desk.assessments, seen.standings, known),
        partial(session_offers.best_sessions, seen.standings, known, room),
        options.dates(context, weekly, start),
        names,
        all_steps,
        courses.needs(seen.demands, taught) if taught is not None else None,
    )
    for name, parts in cohort_files.files(wanted, known):
        write(out / name, parts)
    raise typer.Exit(_report(found.lines, out))


class _Request(NamedTuple):
    """Files to read, folder of the results, paths of the data, and address of a cluster or empty."""

    paths: list[Path]
    out: Path
    origins: tuple[Path, ...]
    scheduler: str


def _read(request: _Request, rows: Sequence[RosterRow], reader: Reader) -> Cohort:
    """Read all files into a cohort; files that an earlier run has read come from the cache."""
    opened = list(files.opened(_contents(request.paths, request.out)))
    contents = [one for one in opened if isinstance(one, Content)]
    if not opened:
        err.print("No file was found. Name resumes, folders of resumes or ZIP files.", style="red")
        raise typer.Exit(NOTHING_FOUND)
    store = Store(request.out / STORE, request.origins)
    ids = people.assign_ids(store.ids(), (one.digest for one in contents))
    store.save_ids(ids)
    if request.scheduler:
        _read_on_cluster(contents, store, request)
    readings = Readings()
    readings.add(contents, partial(_entry, store=store, reader=reader))
    while readings.busy:
        time.sleep(POLL_SECONDS)
        done, of, left = readings.progress
        if err.is_terminal:
            err.print(f"{done} of {of} files, about {left:.0f} s left", style="dim", end="\r")
    given = tuple(one if isinstance(one, FileLine) else Given(one.path, one.digest) for one in opened)
    intake = Intake(given, readings.entries, ids, tuple(rows))
    return people.cohort(intake, Decisions(), reader.taxonomy, today=reader.today)


def _read_on_cluster(contents: Sequence[Content], store: Store, request: _Request) -> None:
    """Fill the cache with readings from a cluster; this machine reads the files on which the cluster failed."""
    new = {one.digest: one for one in contents if store.load(one.digest) is None}
    with remote.connect(request.scheduler) as executor:
        for content, extracted in remote.extract_all(new.values(), executor, request.origins):
            store.save(content.digest, extracted)


def _entry(content: Content, *, store: Store, reader: Reader) -> Entry:
    """Entry of a content, from the cache if it is there."""
    extracted = store.load(content.digest)
    if extracted is None:
        extracted = reading.extract(content, reader.extractor)
        store.save(content.digest, extracted)
    return reading.entry(content, extracted, reader)


def _contents(paths: list[Path], out: Path) -> Iterator[tuple[str, bytes] | FileLine]:
    """Yield path and bytes of each file, or a line that says why it cannot be opened."""
    for path, file in _named(paths, out):
        most = MAX_ARCHIVE if file.suffix.lower() == ".zip" else MAX_FILE
        try:
            yield path, options.read_bytes(file, most)
        except SkillgapError as error:
            yield FileLine(path, "not read", str(error))


def _named(paths: list[Path], out: Path) -> Iterator[tuple[str, Path]]:
    """Yield display path and path of each file; folders are replaced by their files.

    Hidden files and our own results are left out.
    """
    ours = out.resolve()
    for path in paths:
        if path.is_dir():
            for file in sorted(one for one in path.rglob("*") if one.is_file()):
                inside = file.relative_to(path)
                if ours not in file.resolve().parents and not any(part.startswith(".") for part in inside.parts):
                    yield inside.as_posix().encode("utf-8", "replace").decode("utf-8"), file
        else:
            yield shown_name(path), path


def _roster(path: Path | None, known: Taxonomy) -> tuple[RosterRow, ...]:
    """Rows of the class list; rejected rows are reported on standard error."""
    if path is None:
        return ()
    found = roster.read(options.read_bytes(path), path.name, known)
    for fault in found.faults:
        err.print(fault, style="yellow", markup=False, highlight=False)
    return found.rows


def _courses(path: Path | None, known: Taxonomy) -> tuple[Course, ...] | None:
    """Courses of a list; rejected rows are reported on standard error."""
    if path is None:
        return None
    found, faults = courses.read(options.read_bytes(path), path.name, known)
    for fault in faults:
        err.print(fault, style="yellow", markup=False, highlight=False)
    return found


def _limits(words: str, least: int) -> SessionLimits:
    """Parse the option ``--sessions``: three integers separated by commas.

    Raises:
        RequestError: The value has another form.
    """
    parts = words.split(",")
    if len(parts) != 3 or not all(part.strip().isdecimal() and int(part) for part in parts):
        raise RequestError(f"--sessions {words!r} is not valid. Write sessions, hours and students per room: 3,2,20.")
    count, hours, room = map(int, parts)
    return SessionLimits(count, hours, room, min(least, room))


def _report(lines: Sequence[FileLine], out: Path) -> int:
    """Print the outcome of the files on standard error, and return the exit status."""
    for line in lines:
        if line.outcome in LEFT_OUT:
            err.print(f"{line.path}: {line.sentence}", style="yellow", markup=False, highlight=False)
    counts = ", ".join(f"{count} {outcome}" for outcome, count in outcome_counts(lines).items())
    err.print(f"{len(lines)} files: {counts}. The results are in {out}.", markup=False, highlight=False)
    return 1 if any(line.outcome in LEFT_OUT for line in lines) else 0
