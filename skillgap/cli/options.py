"""What every command is given: its options, and the files named to it."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from skillgap import documents, local_files, schedule, taxonomy
from skillgap.cli.output import Format
from skillgap.documents.limits import MAX_FILE
from skillgap.errors import RequestError
from skillgap.model.plan import LearningPlan
from skillgap.schedule import Milestone
from skillgap.taxonomy import Taxonomy

FileArgument = Annotated[Path, typer.Argument(help="A resume: PDF, DOCX or text.")]
FormatOption = Annotated[Format, typer.Option("--format", help="How to write the result.")]
OutOption = Annotated[Path | None, typer.Option("--out", help="Write to this file instead of standard output.")]
WeeklyOption = Annotated[
    int | None,
    typer.Option(help="Hours of study a week: gives each step of a plan its dates.", min=1, max=schedule.MAX_HOURS),
]
StartOption = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="First day of the plan; today without it.")
]


class Setting(NamedTuple):
    """What holds for every command."""

    origins: tuple[Path, ...]
    today: date


def own_data(given: str) -> Path:
    """Where the user's own data is.

    Raises:
        RequestError: No place is named; an empty path would be the folder that the command is run in.
    """
    if not given.strip():
        raise RequestError("--data (or SKILLGAP_DATA) is empty. Name a data file or a folder of them.")
    return Path(given)


def load_taxonomy(context: typer.Context) -> Taxonomy:
    """The taxonomy with the user's own data, if any was named, laid over it."""
    return taxonomy.load(*context.obj.origins)


def read_bytes(file: Path, most: int = MAX_FILE) -> bytes:
    """The bytes of a file.

    Raises:
        RequestError: It cannot be opened.
        DocumentError: It is larger than ``most``.
    """
    data = local_files.read(file, most)
    documents.check_size(len(data), local_files.shown_name(file), most)
    return data


def dates(
    context: typer.Context, weekly: int | None, start: datetime | None
) -> Callable[[LearningPlan], tuple[Milestone, ...]]:
    """What gives a plan's steps their dates; none where the hours a week were not named."""
    first = start.date() if start else context.obj.today
    return partial(schedule.milestones, start=first, hours_a_week=weekly) if weekly else schedule.no_dates
