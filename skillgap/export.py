"""DataFrames into bytes that a user takes away; spreadsheet formulas are disarmed on the way out."""

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins with one of these is run as a formula by spreadsheet programs (OWASP, CSV injection)."""
DECIMALS = 4


def disarmed(value: object) -> object:
    """A text cell that no spreadsheet runs: an apostrophe stands before what would start a formula, one line a cell."""
    if not isinstance(value, str):
        return value
    flat = " ".join(value.split()) if any(mark in value for mark in "\r\n\t") else value
    flat = "".join(character for character in flat if character.isprintable())
    return f"'{flat}" if flat.lstrip().startswith(FORMULA_STARTS) else flat


def csv(table: pd.DataFrame) -> bytes:
    """The table as CSV: UTF-8 with a byte order mark (so that Excel keeps accents), CRLF, formulas disarmed."""
    safe = table.map(disarmed).rename(columns=lambda name: str(disarmed(str(name))))
    text = safe.to_csv(index=False, lineterminator="\r\n", float_format=f"%.{DECIMALS}g")
    return text.encode("utf-8-sig")
