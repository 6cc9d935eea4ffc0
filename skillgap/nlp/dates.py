"""Reads dates as resumes write them, and the period that an entry covers.

Months are counted from the year 0 (12 x year + month - 1), so that a length is a difference of two numbers.
"""

import re
from bisect import bisect_left
from itertools import pairwise

from skillgap.lexicon import own
from skillgap.lexicon.patterns import MONTHS
from skillgap.model.resume import Period

_LEXICON = own().dates
_SEASONS = {season: int(month) - 1 for season, month in _LEXICON.texts["seasons"].items()}
"""First month of each, from 0; a season lasts three."""
_YEAR = r"(?:19[7-9]\d|20[0-4]\d)"
_MONTH = rf"(?:{_LEXICON.alternation('months')}|{'|'.join(MONTHS)})"
_BETWEEN_WORDS, _NOW, _SINCE_WORDS = (_LEXICON.alternation(name) for name in ("between", "now", "since"))
_FIRST_LETTERS = "".join(
    sorted({word[0] for word in (*MONTHS, *_LEXICON.words["months"], *_SEASONS, *_LEXICON.words["now"], "date")})
)
_POINT = re.compile(
    rf"""(?<![\w/.])(?=[\d{_FIRST_LETTERS}])(?:
        (?P<month>{_MONTH})\.?,?[\s-]{{0,3}}(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s{{1,3}})?['’]?(?P<year>{_YEAR}|(?<=['’])\d\d)
      | (?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})(?P=mark)(?P<day_year>{_YEAR})
      | (?P<short_month>0?[1-9]|1[0-2])/(?P<short_year>[012]\d)(?![/\d.-]|\s?%)
      | (?P<short_name>{_MONTH})[\s.-]{{1,2}}(?P<name_year>1[5-9]|2\d)(?![/\d.]|,?\s{_YEAR})
      | (?P<season>{"|".join(sorted(_SEASONS))})\s{{1,3}}(?:of\s)?['’]?(?P<season_year>{_YEAR}|(?<=['’])\d\d)
      | (?P<number>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<number_year>{_YEAR})
      | (?P<iso_year>{_YEAR})[-/.](?P<iso>0[1-9]|1[0-2])(?:[-/.]\d\d)?
      | (?P<alone>{_YEAR})(?:\s?[-–/]\s?(?P<short>\d\d)(?!\d))?
      | (?P<bare>{_MONTH})(?=\.?\s{{0,2}}(?:[-–—]|{_BETWEEN_WORDS})\s{{0,2}}{_MONTH})
      | (?P<now>{_NOW}|(?:(?<=to\s)|(?<=till\s))date)
    )(?![\w])""",
    re.VERBOSE,
)
"""One date in lower-case text; ignoring case while matching would take twice the time."""
_BETWEEN = re.compile(rf"\s{{0,4}}\.?(?:[-–—−/]|(?:to\s|-\s?)?['’]?(?:{_BETWEEN_WORDS}))\s{{0,4}}", re.IGNORECASE)
"""What may stand between the dates of a stretch of time, also "- until" and "'til"."""
NUMBERS = {word: int(number) for word, number in _LEXICON.texts["numbers"].items()}
_EMPHASIS = str.maketrans("*_", "  ")
_SINCE = re.compile(rf"(?:{_SINCE_WORDS})\s{{1,2}}$", re.IGNORECASE)
_AHEAD = re.compile(rf"(?:{_LEXICON.alternation('ahead')})\W{{0,3}}(?:in\s)?$", re.IGNORECASE)
_LENGTH_FORM = (
    rf"(?P<less>less\s{{1,2}}than\s{{1,2}})?(?P<count>\d{{1,2}}(?:\.\d)?|{'|'.join(sorted(NUMBERS))}|an?)"
    r"(?:\s{0,2}(?:-|–|to)\s{0,2}\d{1,2})?"
    rf"\s{{0,2}}\+?\s{{0,2}}(?P<unit>{_LEXICON.alternation('units_year')}|{_LEXICON.alternation('units_month')})\b"
)
_YEAR_UNITS = _LEXICON.word_set("units_year")
_LENGTH = re.compile(_LENGTH_FORM, re.IGNORECASE)
_AFTER = re.compile(rf"[ \t]{{0,2}}(?:[(:–-][ \t]{{0,2}})?(?P<length>{_LENGTH_FORM})", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?<!\w)(?P<length>{_LENGTH_FORM})(?:'|’)?(?:\s(?:{_LEXICON.alternation('used_with')})){{1,4}}\s$",
    re.IGNORECASE,
)
_SINCE_AFTER = re.compile(
    rf"[ \t]{{0,2}}(?:[(:–-][ \t]{{0,2}})?(?P<since>since[ \t]{{1,2}}(?:{_MONTH}\.?[ \t]{{1,2}})?{_YEAR})\b",
    re.IGNORECASE,
)
_UNIT = re.compile(r"[yYmM](?:[eErR]|[oO][nNsS])")
"""Letters with which a unit of time may begin."""
MAX_AFTER = 30
"""Characters behind a name in which a length of its use may be stated."""
MAX_BEFORE = 60
"""Characters before a name in which a length of its use may be stated."""
YEARS = range(1950, 2100)
DATE_WORDS = frozenset({*MONTHS, *_SEASONS, *_LEXICON.words["months"]})
"""Words that name a month or a season, in small letters."""


def parse_period(text: str) -> Period | None:
    """Return the period from the earliest to the latest date of a text, usually the opening lines of an entry.

    A range goes before single dates. A month alone lasts one month, a season three. A year alone has no measured
    length. "Present" has no end, "Expected May 2027" only an end.
    """
    text = text.lower().translate(_EMPHASIS)
    points = list(_POINT.finditer(text))
    day_first = any(point["day"] and (int(point["day"]) > 12 or point["mark"] == ".") for point in points)
    ranges, singles = [], []
    skip = -1
    for index, match in enumerate(points):
        if index <= skip:
            continue
        following = points[index + 1] if index + 1 < len(points) else None
        # "Sept 2024 - May 2025"; "2021, 2023" are two single dates
        if following and not match["now"] and _BETWEEN.fullmatch(text, match.end(), following.start()):
            ranges.append(_range(match, following, day_first=day_first))
            skip = index + 1
        # "10/24" alone may be a ratio
        elif not (match["now"] or match["bare"] or match["short_month"] or match["short_name"]):
            singles.append(_single(match, text, day_first=day_first))
    # "Founded 1998. Worked 2023 - 2024": a range counts before single dates
    periods = ranges or singles
    if not periods:
        return None
    ends = [period.end for period in periods]
    return Period(
        start=min(period.start for period in periods),
        end=None if None in ends else max(end for end in ends if end is not None),
        measured=all(period.measured for period in periods),
    )


def is_dated(text: str, *, ranged: bool = False) -> bool:
    """Return whether a line holds a date; ``ranged`` needs two dates, or a date and "present"."""
    text = text.lower().translate(_EMPHASIS)
    points = list(_POINT.finditer(text))
    if not ranged and any(not (point["short_month"] or point["short_name"]) for point in points):
        return True
    return any(
        not first["now"] and _BETWEEN.fullmatch(text, first.end(), last.start()) for first, last in pairwise(points)
    )


def is_year(word: str) -> bool:
    """Return whether a word is a year of somebody's life ("1998"; "8080" is a port)."""
    return word.isdecimal() and len(word) == len("1998") and int(word) in YEARS


def months_in(words: str) -> int:
    """Return the months of a stated length ("2 years", "18 months"); 0 for none and for "less than a year"."""
    match = _LENGTH.search(words)
    if not match or match["less"]:
        return 0
    count = match["count"].lower()
    number = NUMBERS.get(count, 1) if count.isalpha() else float(count)
    return round(number * (12 if match["unit"].lower() in _YEAR_UNITS else 1))


def stated_since(text: str, end: int) -> str:
    """Return the words behind a name that say since when it is used ("PHP since 2021")."""
    match = _SINCE_AFTER.match(text, end)
    return match["since"] if match else ""


def is_length(text: str) -> bool:
    """Return whether a text is nothing but a length of time, with or without its unit ("six months", "2")."""
    return text.lower() in NUMBERS or _LENGTH.fullmatch(text.strip()) is not None


def duration_offsets(text: str) -> list[int]:
    """Return where a unit of time may stand, so that ``stated_duration`` looks nowhere else."""
    return [match.start() for match in _UNIT.finditer(text)]


def stated_duration(text: str, start: int, end: int, offsets: list[int]) -> str:
    """Return the words that state how long a name was used: "Java (2 years)", "3 years of SQL"."""
    near_unit = bisect_left(offsets, start - MAX_BEFORE)
    if near_unit == len(offsets) or offsets[near_unit] >= end + MAX_AFTER:
        return ""
    window = text[max(0, start - MAX_BEFORE) : start]
    if match := _AFTER.match(text, end):
        return match["length"]
    before = _BEFORE.search(window)
    return before["length"] if before else ""


def _range(first: re.Match[str], last: re.Match[str], *, day_first: bool) -> Period:
    """Return the period between two dates."""
    # "June 2023 - present"
    if last["now"]:
        return Period(_bounds(first, day_first=day_first)[0], None, measured=True)
    end = _bounds(last, day_first=day_first)
    # "June - August 2024": the year stands once
    start = _bounds(first, year=end[0] // 12, day_first=day_first)[0]
    # "2022 - 2023" is taken as a year, from January to January
    if last["alone"] and first["alone"]:
        return Period(start, max(start + 12, end[0]), measured=True)
    return Period(start, max(start + 1, end[1] if not last["alone"] else end[0] + 1), measured=True)


def _single(match: re.Match[str], text: str, *, day_first: bool) -> Period:
    """Return the period of one date by the words before it."""
    start, end = _bounds(match, day_first=day_first)
    # "since 2021" has no end, "Expected May 2027" has not begun
    if _SINCE.search(text, 0, match.start()):
        return Period(start, None, measured=True)
    if _AHEAD.search(text, 0, match.start()):
        return Period(end - 1, end, measured=False)
    measured = not match["alone"] or bool(match["short"])
    return Period(start, end, measured=measured)


def _bounds(match: re.Match[str], *, year: int = 0, day_first: bool) -> tuple[int, int]:
    """Return the first month of a date and the one after its last; a month alone takes ``year``."""
    if match["alone"]:
        # "2023/24" is one academic year
        first = int(match["alone"])
        last = first - first % 100 + int(match["short"]) if match["short"] else first
        return first * 12, (last * 12 if last > first else first * 12 + 12)
    if match["season"]:
        start = _full(match["season_year"]) * 12 + _SEASONS[match["season"].lower()]
        return start, start + 3
    start = _month(match, year, day_first=day_first)
    return start, start + 1


def _month(match: re.Match[str], year: int, *, day_first: bool) -> int:
    """Return the month of a date that names one."""
    if match["day"]:
        # "15/01/2025" begins with the day, and then so do the other dates beside it
        number = int(match["second"] if day_first else match["day"])
        return int(match["day_year"]) * 12 + min(max(number, 1), 12) - 1
    name = match["bare"] or match["month"] or match["short_name"]
    if name:
        written = match["year"] or match["name_year"]
        return (_full(written) if written else year) * 12 + MONTHS.index(name[:3])
    if match["short_month"]:
        return _full(match["short_year"]) * 12 + int(match["short_month"]) - 1
    return int(match["number_year"] or match["iso_year"]) * 12 + int(match["number"] or match["iso"]) - 1


def _full(year: str) -> int:
    """Return a year of two digits in full, in this century."""
    return int(year) if len(year) == 4 else 2000 + int(year)
