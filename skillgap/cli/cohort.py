"""The command that reads a whole cohort and writes its files into a folder."""

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
"""Instead of a role: everybody against their own target."""
STORE = "readings"
"""Folder within that of the results where what was read is kept."""
NOTHING_FOUND = 2
"""Exit status where no file was found."""
LEFT_OUT = frozenset({"not read", "not a resume?"})
"""Outcomes of files that count for nothing, which the exit status tells."""
LOOK = 0.2
"""Seconds between two looks at how far the reading is."""


def cohort(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Resumes, folders, ZIP files, saved work.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the files; it is made if it is not there.")],
    class_list: Annotated[
        Path | None, typer.Option("--roster", help="Class list (CSV or XLSX): id, name, email, group, target role.")
    ] = None,
    role: Annotated[str, typer.Option(help="Id of one role for all, or own: everybody's own target.")] = OWN,
    posting: Annotated[list[Path] | None, typer.Option(help="A job posting as text: one role for all.")] = None,
    group: Annotated[str, typer.Option(help="Only this group of the class list.")] = "",
    least: Annotated[int, typer.Option(help="Least students of a group that is told.", min=2)] = 5,
    limits: Annotated[
        str, typer.Option("--sessions", help="Sessions, hours of each and students of a room.")
    ] = f"{USUAL_LIMITS.count},{USUAL_LIMITS.hours},{USUAL_LIMITS.capacity}",
    soft: Annotated[bool, typer.Option("--soft", help="Offer a session for soft skills too.")] = False,
    course_list: Annotated[
        Path | None, typer.Option("--courses", help="Courses (CSV or XLSX) and the skills that each teaches.")
    ] = None,
    names: Annotated[bool, typer.Option("--names", help="Tell names, files and groups.")] = False,
    all_steps: Annotated[bool, typer.Option("--all-steps", help="Tell every step of every plan.")] = False,
    scheduler: Annotated[
        str, typer.Option(help="Read on the machines of a Dask cluster: tcp://host:port of its scheduler.")
    ] = "",
    weekly: WeeklyOption = None,
    start: StartOption = None,
) -> None:
    """Read many resumes and write who needs what: students, gaps, groups, sessions, steps, and files not read."""
    known = options.load_taxonomy(context)
    reader = Reader(Extractor(known), known, context.obj.today)
    role_for_all = analyze.asked(posting, reader.extractor, known) if posting else None
    role_for_all = known.role(role) if role != OWN and not posting else role_for_all
    room = replace(_limits(limits, least), soft=soft)
    taught = _courses(course_list, known)
    asked = _Asked(paths, out, context.obj.origins, scheduler)
    found = _read(asked, _roster(class_list, known), reader)
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
    for name, data in cohort_files.files(wanted, known):
        write(out / name, data)
    raise typer.Exit(_told(found.lines, out))


class _Asked(NamedTuple):
    """What to read, where the results go, which data to read with, and on whose machines."""

    paths: list[Path]
    out: Path
    origins: tuple[Path, ...]
    scheduler: str


def _read(asked: _Asked, rows: Sequence[RosterRow], reader: Reader) -> Cohort:
    """Everybody in the files; what was read by an earlier run is not read again."""
    opened = list(files.opened(_contents(asked.paths, asked.out)))
    contents = [one for one in opened if isinstance(one, Content)]
    if not opened:
        err.print("No file was found. Name resumes, folders of resumes or ZIP files.", style="red")
        raise typer.Exit(NOTHING_FOUND)
    store = Store(asked.out / STORE, asked.origins)
    ids = people.numbered(store.ids(), (one.digest for one in contents))
    store.save_ids(ids)
    if asked.scheduler:
        _read_elsewhere(contents, store, asked)
    readings = Readings()
    readings.add(contents, partial(_entry, store=store, reader=reader))
    while readings.busy:
        time.sleep(LOOK)
        done, of, left = readings.progress
        if err.is_terminal:
            err.print(f"{done} of {of} files, about {left:.0f} s left", style="dim", end="\r")
    given = tuple(one if isinstance(one, FileLine) else Given(one.path, one.digest) for one in opened)
    intake = Intake(given, readings.entries, ids, tuple(rows))
    return people.cohort(intake, Decisions(), reader.taxonomy, today=reader.today)


def _read_elsewhere(contents: Sequence[Content], store: Store, asked: _Asked) -> None:
    """Fill the store on the machines of a cluster; what they could not do is left to this one."""
    new = {one.digest: one for one in contents if store.load(one.digest) is None}
    with remote.connect(asked.scheduler) as executor:
        for content, extracted in remote.extract_all(new.values(), executor, asked.origins):
            store.save(content.digest, extracted)


def _entry(content: Content, *, store: Store, reader: Reader) -> Entry:
    """The entry of a content, from the store where it is there."""
    extracted = store.load(content.digest)
    if extracted is None:
        extracted = reading.extract(content, reader.extractor)
        store.save(content.digest, extracted)
    return reading.entry(content, extracted, reader)


def _contents(paths: list[Path], out: Path) -> Iterator[tuple[str, bytes] | FileLine]:
    """Path and bytes of each file, or why it cannot be opened."""
    for path, file in _named(paths, out):
        most = MAX_ARCHIVE if file.suffix.lower() == ".zip" else MAX_FILE
        try:
            yield path, options.read_bytes(file, most)
        except SkillgapError as error:
            yield FileLine(path, "not read", str(error))


def _named(paths: list[Path], out: Path) -> Iterator[tuple[str, Path]]:
    """Path to show and file, folders replaced by all that is in them but for hidden files and our own results."""
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
    """The rows of the class list; what of it was not taken is told."""
    if path is None:
        return ()
    found = roster.read(options.read_bytes(path), path.name, known)
    for fault in found.faults:
        err.print(fault, style="yellow", markup=False, highlight=False)
    return found.rows


def _courses(path: Path | None, known: Taxonomy) -> tuple[Course, ...] | None:
    """The courses of a list; what of it was not taken is told."""
    if path is None:
        return None
    found, faults = courses.read(options.read_bytes(path), path.name, known)
    for fault in faults:
        err.print(fault, style="yellow", markup=False, highlight=False)
    return found


def _limits(words: str, least: int) -> SessionLimits:
    """Three whole numbers with commas between them."""
    parts = words.split(",")
    if len(parts) != 3 or not all(part.strip().isdecimal() and int(part) for part in parts):
        raise RequestError(f"{words!r} is not understood. Write sessions, hours and students of a room: 3,2,20.")
    count, hours, room = map(int, parts)
    return SessionLimits(count, hours, room, min(least, room))


def _told(lines: Sequence[FileLine], out: Path) -> int:
    """Tell what became of the files; the exit status."""
    for line in lines:
        if line.outcome in LEFT_OUT:
            err.print(f"{line.path}: {line.sentence}", style="yellow", markup=False, highlight=False)
    counts = ", ".join(f"{count} {outcome}" for outcome, count in outcome_counts(lines).items())
    err.print(f"{len(lines)} files: {counts}. The results are in {out}.", markup=False, highlight=False)
    return 1 if any(line.outcome in LEFT_OUT for line in lines) else 0
