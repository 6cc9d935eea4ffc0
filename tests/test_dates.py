"""Dates as resumes write them; months are counted from the year 0, so June 2024 is 2024 * 12 + 5."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.lexicon import own
from skillgap.model.resume import Period
from skillgap.nlp import dates


def month(year, number):
    return year * 12 + number - 1


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("IT Assistant, June 2024 - Present", month(2024, 6), None),
        ("06/2024-08/2024", month(2024, 6), month(2024, 9)),
        ("06/2024 \u2013 08/2024", month(2024, 6), month(2024, 9)),
        ("Jun. 2024 to Aug. 2024", month(2024, 6), month(2024, 9)),
        ("Sept 2023 \u2013 May '24", month(2023, 9), month(2024, 6)),
        ("May - August 2025", month(2025, 5), month(2025, 9)),
        ("Summer 2025", month(2025, 6), month(2025, 9)),
        ("2024-06 - 2025-01", month(2024, 6), month(2025, 2)),
        ("2021 - 2023", month(2021, 1), month(2023, 1)),
        ("2023-24", month(2023, 1), month(2024, 1)),
        ("March 3, 2025", month(2025, 3), month(2025, 4)),
        ("since October 2025", month(2025, 10), None),
        ("Sept. 2024 to date", month(2024, 9), None),
        ("Jan 2022 - Mar 2022, Jan 2024 - Now", month(2022, 1), None),
        ("02/22 - 05/22", month(2022, 2), month(2022, 6)),
        ("11/24 - Present", month(2024, 11), None),
        ("20/02/2024 - 04/05/2024", month(2024, 2), month(2024, 6)),
        ("02/20/2024 - 05/04/2024", month(2024, 2), month(2024, 6)),
        ("01.06.2024 - 31.08.2024", month(2024, 6), month(2024, 9)),
        ("Oct 2024 to till date", month(2024, 10), None),
        ("Oct 2024 -Till Date", month(2024, 10), None),
        ("Oct 2024 til now", month(2024, 10), None),
        ("March 2023 till May 2023", month(2023, 3), month(2023, 6)),
        ("Jun-2019 to Aug-2020", month(2019, 6), month(2020, 9)),
        ("Apr 22 - Sep 23", month(2022, 4), month(2023, 10)),
        ("_May 2024 - Jul 2024_", month(2024, 5), month(2024, 8)),
        ("**Clerk**, Shop *Feb 2023* - *Mar 2023*", month(2023, 2), month(2023, 4)),
    ],
)
def test_a_stretch_of_time_is_read(text, start, end):
    assert dates.parse_period(text) == Period(start, end, measured=True)


def test_of_a_year_alone_only_the_year_is_known():
    assert dates.parse_period("Home lab (2024)") == Period(month(2024, 1), month(2025, 1), measured=False)


def test_an_expected_date_is_an_end_without_a_length():
    assert dates.parse_period("B.Sc., Expected May 2027") == Period(month(2027, 5), month(2027, 6), measured=False)


@pytest.mark.parametrize(
    "text",
    [
        "on call 24/7",
        "rated 9/10",
        "May 12",
        "no date",
        "Windows Server 2016/2019",
        "call 555-0142",
        "SQL Server 2019 administration",
        "10/24",
    ],
)
def test_what_is_no_date_has_no_length(text):
    found = dates.parse_period(text)

    assert found is None or not found.measured


@pytest.mark.parametrize(
    ("line", "dated", "ranged"),
    [
        ("Clerk, Corner Shop, 2022", True, False),
        ("Clerk, Corner Shop 05/22 - 07/22", True, True),
        ("Clerk, Corner Shop, 05/22", False, False),
        ("Clerk, June 2022 - present", True, True),
        ("Clerk, Corner Shop", False, False),
    ],
)
def test_a_line_is_dated_or_holds_a_stretch_of_time(line, dated, ranged):
    assert (dates.is_dated(line), dates.is_dated(line, ranged=True)) == (dated, ranged)


@pytest.mark.parametrize(
    ("words", "count"),
    [("2 years", 24), ("18 months", 18), ("1.5 yrs", 18), ("three years", 36), ("Less than 1 year", 0), ("soon", 0)],
)
def test_a_stated_length_is_read(words, count):
    assert dates.months_in(words) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Java (2 years), SQL", "2 years"),
        ("Java (Less than 1 year)", "Less than 1 year"),
        ("Java - 18 months", "18 months"),
        ("with 3+ years of experience in Java", "3+ years"),
        ("Java and, 2 years later, Rust", ""),
        ("2 years at a school. Java", ""),
    ],
)
def test_the_length_of_use_of_a_name_is_found_beside_it(text, words):
    start = text.index("Java")

    assert dates.stated_duration(text, start, start + 4, dates.duration_offsets(text)) == words


@given(st.text(alphabet="0123456789/-–. JanuyresentMoSp'", max_size=80))
def test_any_text_is_read_without_an_error(text):
    found = dates.parse_period(text)

    assert found is None or found.end is None or found.end > found.start


@pytest.mark.parametrize("name", sorted(own().dates.words))
def test_every_list_of_words_changes_how_its_line_is_read(name):
    line = own().dates.needs[name]
    other = re.sub(rf"(?i)\b(?:{own().dates.alternation(name)})\b", lambda match: "z" * len(match.group()), line)

    def read(text):
        # the last word of each line about a length is the name of a skill
        name_start = text.rindex(" ") + 1
        stated = dates.stated_duration(text, name_start, len(text), dates.duration_offsets(text))
        return dates.parse_period(text), stated, dates.months_in(stated)

    assert read(line) != read(other)


def test_seasons_and_numbers_are_words_too():
    assert dates.parse_period("Autumn 2024").start == month(2024, 9)
    assert dates.months_in("ten years") == 120
