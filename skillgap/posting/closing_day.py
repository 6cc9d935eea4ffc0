"""Reads the last day to apply as a date, if the sentence of a posting names it clearly."""

import re
from datetime import date
from typing import Final

from skillgap.lexicon.patterns import MONTHS
from skillgap.posting.eligibility import DEADLINE

_NAMES: Final = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_BETWEEN: Final = r"(?:\.?,?\s{1,2}|-|/)"
_DATE: Final = re.compile(
    rf"""(?<![\w/.-])(?:
        (?P<iso_year>20\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)
      | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?{_BETWEEN}(?P<month>{_NAMES}){_BETWEEN}(?P<year>20\d\d)
      | (?P<us_month>{_NAMES})\.?\s(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<us_year>20\d\d)
      | (?P<first>\d{{1,2}})(?P<mark>[./-])(?P<second>\d{{1,2}})(?P=mark)(?P<number_year>20\d\d)
    )(?![\w/-])""",
    re.VERBOSE | re.IGNORECASE,
)
"""A day with its year: "2027-03-14", "14th of March 2027", "March 14, 2027", "14.03.2027"."""


def closing_day(sentence: str) -> date | None:
    """The last day to apply that a sentence names.

    It is the first date behind the words for the last day, else the first one before them
    ("Applications open on 1 May 2027 and close on 31 May 2027", "31 May 2027 is the closing date").

    Args:
        sentence: ``Posting.deadline``.

    Returns:
        Nothing where the year is missing, or where day and month may be either way round ("03/04/2027").
    """
    told = DEADLINE.search(sentence)
    place = told.start() if told else 0
    found = _DATE.search(sentence, place) or _DATE.search(sentence)
    return _day(found) if found else None


def _day(found: re.Match[str]) -> date | None:
    """The day of a match, if there is such a day."""
    year, month, day = _parts(found)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _parts(found: re.Match[str]) -> tuple[int, int, int]:
    """Year, month and day; the month is 0 if it is ambiguous."""
    if found["iso_year"]:
        return int(found["iso_year"]), int(found["iso_month"]), int(found["iso_day"])
    if name := found["month"] or found["us_month"]:
        month = MONTHS.index(name[:3].lower()) + 1
        return int(found["year"] or found["us_year"]), month, int(found["day"] or found["us_day"])
    first, second = int(found["first"]), int(found["second"])
    return int(found["number_year"]), *_in_order(first, second, found["mark"])


def _in_order(first: int, second: int, mark: str) -> tuple[int, int]:
    """Month and day of two numbers: points stand behind the day first; else a number over 12 is the day."""
    if mark == "." or first > 12 or first == second:
        return second, first
    return (first, second) if second > 12 else (0, 0)
