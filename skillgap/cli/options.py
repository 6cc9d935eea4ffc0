"""What every command is given: its options, and the files named to it."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from skillgap import schedule, taxonomy
from skillgap.cli.output import Format
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


def load_taxonomy(context: typer.Context) -> Taxonomy:
    """The taxonomy with the user's own data, if any was named, laid over it."""
    return taxonomy.load(*context.obj.origins)


def read_bytes(file: Path) -> bytes:
    """The bytes of a file.

    Raises:
        RequestError: It cannot be opened.
    """
    try:
        return file.read_bytes()
    except OSError as error:
        raise RequestError(f"{file.name} cannot be opened ({error.strerror}). Check the path and try again.") from error


def dates(
    context: typer.Context, weekly: int | None, start: datetime | None
) -> Callable[[LearningPlan], tuple[Milestone, ...]]:
    """What gives a plan's steps their dates; none where the hours a week were not named."""
    first = start.date() if start else context.obj.today
    return partial(schedule.milestones, start=first, hours_a_week=weekly) if weekly else schedule.no_dates
