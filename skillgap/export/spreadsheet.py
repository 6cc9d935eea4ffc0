"""Write DataFrames as CSV and XLSX, and plans as ICS. Text that a spreadsheet would run as a formula is escaped."""

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
"""Some spreadsheet programs run a cell as a formula if it begins with one of these characters or its full-width form
(OWASP, CSV injection)."""
DECIMALS = 4
"""Significant digits of numbers in CSV."""
WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^<>]*>)[^<]*")
"""The times of writing in a workbook's properties."""
WIDEST = 60
"""Upper limit for a column's width in characters; wider columns would need horizontal scrolling."""
CALENDAR = "Learning plan (skillgap)"
"""Default name of the calendar."""
REMINDER = timedelta(hours=-15)
"""Time of a reminder, relative to midnight at the start of the day: 9 a.m. on the day before."""


def escape_formula_cell(value: object) -> object:
    """Put an apostrophe before text that a spreadsheet would run ("=1+1" -> "'=1+1"), and join its lines.

    Other types are returned unchanged.
    """
    if not isinstance(value, str):
        return value
    flat = value
    if not value.isprintable():
        flat = " ".join(value.split()) if any(mark in value for mark in "\r\n\t") else value
        flat = "".join(character for character in flat if character.isprintable())
    return f"'{flat}" if flat.lstrip().startswith(FORMULA_STARTS) else flat


def escape_formulas(table: pd.DataFrame) -> pd.DataFrame:
    """Escape every text cell of a table; numeric columns are unchanged."""
    texts = [place for place, kind in enumerate(table.dtypes) if not pd.api.types.is_numeric_dtype(kind)]
    made = table.copy(deep=False)
    for place in texts:
        made.isetitem(place, [escape_formula_cell(value) for value in table.iloc[:, place].tolist()])
    return made


def csv(table: pd.DataFrame) -> bytes:
    """Write CSV: UTF-8 with a byte order mark (Excel needs it for accents), CRLF line ends, formulas escaped."""
    text = escape_formulas(_headed(table)).to_csv(index=False, lineterminator="\r\n", float_format=f"%.{DECIMALS}g")
    return text.encode("utf-8-sig")


def _headed(table: pd.DataFrame) -> pd.DataFrame:
    """Escape the column headings: some are names of roles or groups that a user typed."""
    return table.rename(columns=lambda name: str(escape_formula_cell(str(name))))


def xlsx(sheets: Mapping[str, pd.DataFrame]) -> bytes:
    """Write a workbook: one sheet for each table, with a frozen heading row and fitted column widths."""
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
    """Replace the time of writing in a workbook, so that the same tables give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for part in source.namelist():
            content = source.read(part)
            if part == "docProps/core.xml":
                content = WRITTEN.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            made.writestr(zipfile.ZipInfo(part), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def ics(entries: Iterable[CalendarEvent], *, today: date, name: str = CALENDAR) -> bytes:
    """Write entries as all-day events of a named calendar (RFC 5545 and 7986).

    An entry keeps its identifier in every export, so importing it again updates the event.
    """
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
        event.add("dtend", entry.end + timedelta(days=1))  # the standard's end is exclusive, ours is inclusive
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
    """The text in one line, without unprintable characters."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())
