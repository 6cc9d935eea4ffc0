"""Commands ``store``: list, export or delete the records of advisors in the database."""

import base64
import importlib
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from skillgap.cli.options import FormatOption, OutOption
from skillgap.cli.output import Format, as_json, result, write
from skillgap.tables.frame import frame

if TYPE_CHECKING:
    from skillgap.store import Entry, Store

app = typer.Typer(no_args_is_help=True, help="Records that advisors saved in the database.")
ENTRY_FIELDS = ("kind", "name", "revision", "saved_on", "keep_until", "size")


@app.command("list")
def list_(form: FormatOption = Format.TABLE, path: OutOption = None) -> None:
    """List the saved records."""
    with _opened() as kept:
        rows = [{**asdict(one), "keep_until": one.keep_until or ""} for one in kept.entries()]
    table = frame(rows, ENTRY_FIELDS).astype({"saved_on": str, "keep_until": str})
    result(table, f"{len(table)} records", form, path)


@app.command("export")
def export_(path: OutOption = None) -> None:
    """Write all saved records as JSON; bodies that are not text are encoded in base64."""
    with _opened() as kept:
        records = [_record(kept, one) for one in kept.entries()]
    write(as_json(records), path)


def _record(kept: "Store", entry: "Entry") -> dict[str, object]:
    body, _ = kept.load(entry.kind, entry.name)
    record: dict[str, object] = asdict(entry) | {"saved_on": entry.saved_on.isoformat()}
    record["keep_until"] = entry.keep_until.isoformat() if entry.keep_until else None
    try:
        return record | {"text": body.decode()}
    except UnicodeDecodeError:
        return record | {"base64": base64.b64encode(body).decode("ascii")}


@app.command("wipe")
def wipe() -> None:
    """Delete all saved records, after a confirmation."""
    with _opened() as kept:
        count = len(kept.entries())
        typer.confirm(f"Delete {count} records permanently?", abort=True, err=True)
        kept.wipe()


def _opened() -> "Store":
    """Open the database. Only these commands load its libraries, which take a sixth of a command's start."""
    found: Store = importlib.import_module("skillgap.store").open_store()
    return found
