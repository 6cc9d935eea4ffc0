"""DataFrames and plans into bytes that a user takes away; spreadsheet formulas are disarmed on the way out."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pandas as pd

from skillgap.schedule import CalendarEvent

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A cell that begins with one of these, or its full-width form, is run as a formula by some spreadsheet programs
(OWASP, CSV injection)."""
DECIMALS = 4
WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
"""When a workbook was written, as its properties say it."""
WIDEST = 60
"""Characters of the widest column of a workbook: longer text wraps in the eye better than it scrolls."""
CALENDAR = "Learning plan (skillgap)"
"""Name by which a calendar program shows the entries, by the standard and as most programs read it."""
REMINDER = timedelta(hours=-15)
"""From the midnight in which a day begins: nine o'clock on the day before."""


def escape_formula_cell(value: object) -> object:
    """A text cell that no spreadsheet runs: an apostrophe stands before what would start a formula, one line a cell."""
    if not isinstance(value, str):
        return value
    flat = value
    if not value.isprintable():
        flat = " ".join(value.split()) if any(mark in value for mark in "\r\n\t") else value
        flat = "".join(character for character in flat if character.isprintable())
    return f"'{flat}" if flat.lstrip().startswith(FORMULA_STARTS) else flat


def escape_formulas(table: pd.DataFrame) -> pd.DataFrame:
    """The table with every text cell disarmed; columns of numbers are left as they are."""
    texts = [place for place, kind in enumerate(table.dtypes) if not pd.api.types.is_numeric_dtype(kind)]
    made = table.copy(deep=False)
    for place in texts:
        made.isetitem(place, [escape_formula_cell(value) for value in table.iloc[:, place].tolist()])
    return made


def csv(table: pd.DataFrame) -> bytes:
    """The table as CSV: UTF-8 with a byte order mark (so that Excel keeps accents), CRLF, formulas disarmed."""
    text = escape_formulas(_headed(table)).to_csv(index=False, lineterminator="\r\n", float_format=f"%.{DECIMALS}g")
    return text.encode("utf-8-sig")


def _headed(table: pd.DataFrame) -> pd.DataFrame:
    """The table with every heading disarmed: names of roles and people may be among them."""
    return table.rename(columns=lambda name: str(escape_formula_cell(str(name))))


def xlsx(sheets: Mapping[str, pd.DataFrame]) -> bytes:
    """The tables as a workbook, one sheet each, with a bold, frozen heading row and readable column widths."""
    buffer = io.BytesIO()
    with pd.ExcelWriter(buffer, engine="openpyxl") as writer:
        for name, table in sheets.items():
            shown = escape_formulas(_headed(table))
            shown.to_excel(writer, sheet_name=name, index=False, freeze_panes=(1, 0))
            for place, column in enumerate(shown.columns, start=1):
                longest = max([len(str(column)), *(len(str(value)) for value in shown.iloc[:, place - 1])])
                cells = writer.sheets[name]
                cells.column_dimensions[cells.cell(1, place).column_letter].width = min(WIDEST, longest + 2)
    return _timeless(buffer.getvalue())


def _timeless(workbook: bytes) -> bytes:
    """The workbook without the time of writing, so that the same tables give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as given, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for part in given.namelist():
            content = given.read(part)
            if part == "docProps/core.xml":
                content = WRITTEN.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            made.writestr(zipfile.ZipInfo(part), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def ics(entries: Iterable[CalendarEvent], *, today: date, name: str = CALENDAR) -> bytes:
    """The entries as all-day events of a named calendar (RFC 5545, 7986); the same entry keeps its identifier."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//skillgap//plan, goals and follow-ups//EN")
    calendar.add("version", "2.0")
    calendar.add("name", _printable(name))
    calendar.add("x-wr-calname", _printable(name))
    taken: Counter[str] = Counter()
    for entry in entries:
        taken[entry.key] += 1
        number = f"-{taken[entry.key]}" if taken[entry.key] > 1 else ""
        event = icalendar.Event()
        event.add("uid", f"{entry.key}{number}@skillgap")
        event.add("dtstamp", datetime.combine(today, time(), UTC))
        event.add("summary", _printable(entry.title))
        event.add("dtstart", entry.start)
        event.add("dtend", entry.end + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        if entry.note:
            event.add("description", "\n".join(_printable(line) for line in entry.note.splitlines()))
        if entry.remind:
            event.add_component(_alarm(entry))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _alarm(entry: CalendarEvent) -> icalendar.Alarm:
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", REMINDER)
    alarm.add("description", _printable(entry.title))
    return alarm


def _printable(text: str) -> str:
    """The text in one line, without characters that no program shows."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())
