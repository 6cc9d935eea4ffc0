"""Write results to standard output or to a file: tables for people, JSON and CSV for programs."""

import io
import json
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Any

import pandas as pd
from rich.console import Console
from rich.table import Table

from skillgap import local_files
from skillgap.export import spreadsheet
from skillgap.model.resume import Document, ResumeReading

out, err = Console(), Console(stderr=True)


class Format(StrEnum):
    """Formats of results."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def reserve_stdout() -> None:
    """Reserve standard output for results, and redirect the output of libraries to standard error.

    The solver of plans sometimes prints from C, which would end up inside our JSON.
    """
    try:
        results = os.dup(1)
        os.dup2(2, 1)
    except OSError:  # one of the two streams is closed ("skillgap roles 2>&-")
        return
    sys.stdout = os.fdopen(results, "w", encoding=sys.stdout.encoding, errors=sys.stdout.errors)


def as_json(value: Any) -> bytes:
    """Encode a value as indented JSON."""
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def write(content: bytes, path: Path | None) -> None:
    """Write bytes to a file, or to standard output without a path."""
    if path:
        local_files.write(path, content)
        return
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def result(table: pd.DataFrame, title: str, form: Format, path: Path | None) -> None:
    """Write one table in the chosen format."""
    if form is Format.JSON:
        write(as_json(table.to_dict("records")), path)
    elif form is Format.CSV:
        write(spreadsheet.csv(table), path)
    else:
        show([(title, table)], path)


def warn(document: Document) -> None:
    """Print on standard error what could not be read of a document."""
    for warning in document.warnings:
        err.print(warning, style="yellow", markup=False, highlight=False)


def warn_without_skills(reading: ResumeReading) -> bool:
    """Print a warning on standard error if a file has no mention of a skill.

    Returns:
        Whether the exit status must be 1. A text with headings is a resume without skills; a recipe is not a resume.
    """
    # An uncertain mention counts as found: it becomes a question to the student.
    if reading.mentions:
        return False
    sentence = (
        f"No skill of the catalogue was found in {reading.document.name}. Name tools, courses and projects in it."
    )
    err.print(sentence, style="yellow", markup=False, highlight=False)
    return not reading.outline.headings


def show(views: list[tuple[str, pd.DataFrame]], path: Path | None) -> None:
    """Print tables on the terminal, or into a file with a width of 160 characters."""
    stream = io.StringIO() if path else None
    console = Console(file=stream, width=160) if stream else out
    for title, table in views:
        grid = Table(title=title, title_justify="left")
        for column in table.columns:
            grid.add_column(str(column).replace("_", " "), overflow="fold")
        for row in table.itertuples(index=False):
            grid.add_row(*(_cell(value) for value in row))
        console.print(grid, markup=False)
    if stream:
        write(stream.getvalue().encode("utf-8", "replace"), path)


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return "" if pd.isna(value) else f"{value:.3g}"
    return "".join(character for character in str(value) if character.isprintable())
