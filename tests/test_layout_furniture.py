"""Headers, footers and page numbers are no text of the resume; its own lines are."""

import pytest

from skillgap.documents import furniture
from skillgap.documents.layout import Line

TEXT = [f"Told line {number}" for number in range(5)]
MORE = [f"Another line {number}" for number in range(5)]


def left(*pages):
    return [
        [line.text for line in page] for page in furniture.remove([[Line(text) for text in page] for page in pages])
    ]


@pytest.mark.parametrize(
    "footer",
    [
        "June 3, 2026\tJo Park \u00b7 R\u00e9sum\u00e9\t{}",
        "Jo Park - {}",
        "Page {} of 2",
        "{} / 2",
        "Updated May 2026, page {}",
        "{} | Jo Park",
    ],
)
def test_a_footer_goes_from_every_page(footer):
    first, second = (footer.format(number) for number in (1, 2))

    assert left([*TEXT, first], [*MORE, second]) == [TEXT, MORE]


def test_a_footer_without_a_number_stays_once_for_it_may_be_text():
    assert left([*TEXT, "References on request"], [*MORE, "References on request"]) == [
        [*TEXT, "References on request"],
        MORE,
    ]


def test_a_header_stays_on_the_first_page():
    assert left(["Jo Park, jo@example.org", *TEXT], ["Jo Park, jo@example.org", *MORE]) == [
        ["Jo Park, jo@example.org", *TEXT],
        MORE,
    ]
    assert left(["Jo Park", *TEXT], ["Jo Park - 2", *MORE]) == [["Jo Park", *TEXT], MORE]


@pytest.mark.parametrize(
    "footer", ["Jo Park \u00b7 Resume 1", "Curriculum Vitae - page 1 of 1", "3 June\tJo Park | CV", "1"]
)
def test_a_footer_of_a_single_page_goes(footer):
    assert left([*TEXT, footer]) == [TEXT]


@pytest.mark.parametrize(
    "last", ["Windows Server 2022", "Ran 1 club", "CompTIA A+ 1", "Built a resume parser", "Wrote my own resume"]
)
def test_the_last_line_of_a_page_that_stands_once_stays(last):
    assert left([*TEXT, last], MORE) == [[*TEXT, last], MORE]
