"""What every command is given: its options, and the files named to it."""

from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from skillgap import taxonomy
from skillgap.cli.writing import Format
from skillgap.errors import RequestError
from skillgap.taxonomy import Taxonomy

FileArgument = Annotated[Path, typer.Argument(help="A resume: PDF, DOCX or text.")]
FormatOption = Annotated[Format, typer.Option("--format", help="How to write the result.")]
OutOption = Annotated[Path | None, typer.Option("--out", help="Write to this file instead of standard output.")]


class Setting(NamedTuple):
    """What holds for every command."""

    origins: tuple[Path, ...]
    today: date


def known(context: typer.Context) -> Taxonomy:
    """The taxonomy with the user's own data, if any was named, laid over it."""
    return taxonomy.load(*context.obj.origins)


def content(file: Path) -> bytes:
    """The bytes of a file.

    Raises:
        RequestError: It cannot be opened.
    """
    try:
        return file.read_bytes()
    except OSError as error:
        raise RequestError(f"{file.name} cannot be opened ({error.strerror}). Check the path and try again.") from error
