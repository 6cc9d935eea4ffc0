"""Options shared by the commands, and access to the named files."""

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
    typer.Option(
        help="Hours of study per week; they give each step of a plan its dates.", min=1, max=schedule.MAX_HOURS
    ),
]
StartOption = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="First day of the plan; default: today.")
]


class Setting(NamedTuple):
    """Options before the command: paths of the data, and the date that "present" refers to."""

    origins: tuple[Path, ...]
    today: date


def own_data(value: str) -> Path:
    """Path of the user's data files.

    Raises:
        RequestError: The value is empty; ``Path("")`` would mean the current folder.
    """
    if not value.strip():
        raise RequestError("--data (or SKILLGAP_DATA) is empty. Name a data file or a folder of them.")
    return Path(value)


def load_taxonomy(context: typer.Context) -> Taxonomy:
    """Load the taxonomy, including the user's data files if there are any."""
    return taxonomy.load(*context.obj.origins)


def read_bytes(file: Path, most: int = MAX_FILE) -> bytes:
    """Read a file.

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
    """Function that dates the steps of a plan; without ``weekly`` it returns no dates."""
    first = start.date() if start else context.obj.today
    return partial(schedule.milestones, start=first, hours_a_week=weekly) if weekly else schedule.no_dates
