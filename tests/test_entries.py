"""Where one job ends and the next begins, and which dates are whose."""

import pytest

from skillgap.model.resume import Document


@pytest.fixture
def jobs(extractor):
    """First line, and first and last month as (year, month), of each entry of a text about experience."""

    def months(period):
        return period and (divmod(period.start, 12), period.end and divmod(period.end - 1, 12))

    def read(text):
        outline = extractor.extract(Document("a.txt", f"EXPERIENCE\n{text}")).outline
        return [
            (text[max(0, part.start - 11) :].split("\n")[0], months(part.period))
            for part in outline.entries
            if part.kind == "experience"
        ]

    return read


def test_a_title_above_its_dates_belongs_to_the_entry_below(jobs):
    found = jobs(
        "Corner Shop\nClerk\nMar 2021 - Jul 2021\n- Counted the stock\n"
        "Harbour Museum\nTour Guide\nMay 2022 - Sep 2022\n- Led tours\n"
    )

    assert found == [
        ("Corner Shop", ((2021, 2), (2021, 6))),
        ("Harbour Museum", ((2022, 4), (2022, 8))),
    ]


def test_so_does_one_without_bullets_or_blank_lines(jobs):
    found = jobs("Clerk\n2019 - 2020\nCorner Shop\nTour Guide\n2021 - 2022\nHarbour Museum\n")

    assert [first for first, _ in found] == ["Clerk", "Tour Guide"]


def test_a_long_first_line_opens_an_entry_by_its_dates(jobs):
    found = jobs(
        "Clerk, Corner Shop, 2019 - 2020\n- Counted the stock\n"
        "Assistant to the Head of Collections - Harbour Museum of Ships and Trade - Bath Feb 2021 - Apr 2021\n"
        "- Scanned maps\n"
    )

    assert found[1][1] == ((2021, 1), (2021, 3))


def test_a_sentence_with_a_year_opens_none(jobs):
    found = jobs(
        "Clerk, Corner Shop, 2019 - 2020\n- Counted the stock\n"
        "I also moved the whole archive of the shop, which went back to the year 2001, to new shelves by myself.\n"
    )

    assert len(found) == 1


def test_an_entry_without_dates_has_not_those_of_another(jobs):
    found = jobs(
        "Clerk, Corner Shop, 2019 - 2020\n- Counted the stock\n- Painted the sign\n"
        "Tour Guide, Harbour Museum\n- Led tours in Python\n"
    )

    assert found[1] == ("Tour Guide, Harbour Museum", None)


@pytest.mark.parametrize(
    "label", ["Responsibilities:", "Environment: Java, Oracle, Maven, Jenkins, Linux, Tomcat, Git"]
)
def test_the_parts_of_what_is_told_of_a_job_are_no_entries(jobs, label):
    found = jobs(f"Clerk, Corner Shop, 2019 - 2020\n- Counted the stock\n\n{label}\n- Painted the sign\n")

    assert len(found) == 1


@pytest.mark.parametrize("mark", ["*", "_", "**"])
def test_dates_in_emphasis_are_dates(jobs, mark):
    found = jobs(f"**Clerk**, Corner Shop\n{mark}Mar 2021 - Jul 2021{mark}\n- Counted the stock\n")

    assert found[0][1] == ((2021, 2), (2021, 6))


@pytest.mark.parametrize(
    "foot", ["May 5, 2026 Ann Lee - Resume 2", "Ann Lee - 2", "Page 2 of 3", "2 of 3", "Last updated: May 2026"]
)
def test_the_foot_of_a_page_opens_no_entry_and_is_no_term(extractor, foot):
    text = (
        "Ann Lee\nann@example.com\nPortland\nEXPERIENCE\nClerk, Corner Shop, Mar 2021 - Jul 2021\n- Counted stock\n\n"
        f"{foot}\n- Tidied the Linux servers\nSKILLS\nPython, SQL\n{foot}\n"
    )
    found = extractor.extract(Document("a.txt", text))

    assert [part.kind for part in found.outline.entries] == ["top", "experience", "skills"]
    assert found.terms == ()


def test_a_job_that_has_the_title_at_the_top_is_no_foot_of_a_page(extractor):
    text = "Tour Guide\nann@example.com\nPortland\nEXPERIENCE\nTour Guide May 2022 - Sep 2022\n- Led tours with Linux\n"

    assert extractor.extract(Document("a.txt", text)).outline.entries[1].period is not None
