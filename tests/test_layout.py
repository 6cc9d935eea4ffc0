import pytest

from skillgap.documents.columns import Rule, Word
from skillgap.documents.layout import lines

ADVANCE = 6.0


def row(y, *parts):
    """Words of one row; a part is (x, text), each character ``ADVANCE`` wide."""
    words = []
    for x, text in parts:
        place = x
        for word in text.split():
            words.append(Word(word, place, place + ADVANCE * len(word), y, y + 10))
            place += ADVANCE * (len(word) + 1)
    return words


def page(rows, *, step=14):
    return [word for number, parts in enumerate(rows) for word in row(20 + step * number, *parts)]


def texts(words, rules=()):
    return [line.text for line in lines(words, rules)]


LEFT = ["Skills here", "Python", "Linux admin", "Git", "Docker too", "Excel"]
RIGHT = [f"Described activity number {number} in words" for number in range(6)]


def test_two_columns_are_read_one_after_the_other():
    words = page([[(20, left), (220, right)] for left, right in zip(LEFT, RIGHT, strict=True)])

    assert texts(words) == LEFT + RIGHT


def test_a_full_width_line_keeps_its_place_between_columns():
    rows = [[(20, "A name that is set over the whole width of this page here")]]
    rows += [[(20, left), (220, right)] for left, right in zip(LEFT, RIGHT, strict=True)]

    assert texts(page(rows)) == ["A name that is set over the whole width of this page here", *LEFT, *RIGHT]


def test_columns_whose_lines_stand_at_different_heights_do_not_mix():
    words = page([[(20, left)] for left in LEFT], step=20)
    words += [word for number, right in enumerate(RIGHT) for word in row(27 + 16 * number, (220, right))]

    assert texts(words) == LEFT + RIGHT


def test_dates_flush_right_stay_in_their_line():
    jobs = ["Student technician at the campus desk", "Sales associate in a hardware store"] * 4
    rows = [[(20, job), (400, f"June 202{number}")] for number, job in enumerate(jobs)]

    assert texts(page(rows)) == [f"{job} June 202{number}" for number, job in enumerate(jobs)]


def test_labels_beside_the_text_they_label_are_read_with_it():
    rows = []
    for number in range(4):
        rows.append([(20, f"Label {number}"), (140, "first line of what it labels, told at length")])
        rows += [[(140, "and a second line of the same matter, also long")], [(140, "and a third one to end it")]]

    found = texts(page(rows))

    assert found[0] == "Label 0 first line of what it labels, told at length"
    assert found[3] == "Label 1 first line of what it labels, told at length"


def test_a_ruled_table_stays_row_by_row():
    cells = [(f"Topic number {n}", f"what was done about it {n}") for n in range(8)]
    words = page([[(20, left), (220, right)] for left, right in cells])
    rules = [Rule(15, 500, 17 + 14 * number) for number in range(9)]

    assert texts(words, rules) == [f"{left} {right}" for left, right in cells]


def test_a_few_rows_that_line_up_are_no_columns():
    rows = [[(20, left), (220, right)] for left, right in zip(LEFT[:4], RIGHT[:4], strict=True)]

    assert texts(page(rows)) == [f"{left} {right}" for left, right in zip(LEFT[:4], RIGHT[:4], strict=True)]


def test_white_space_above_a_line_is_told():
    words = [*row(20, (20, "One")), *row(34, (20, "Two")), *row(48, (20, "Three")), *row(90, (20, "Four"))]

    assert [(line.text, line.gap) for line in lines(words)] == [
        ("One", False),
        ("Two", False),
        ("Three", False),
        ("Four", True),
    ]


def test_a_page_without_words_has_no_lines():
    assert lines([]) == []


@pytest.mark.parametrize("shift", [0, 1000])
def test_the_order_in_which_words_come_does_not_matter(shift):
    words = page([[(20 + shift, left), (220 + shift, right)] for left, right in zip(LEFT, RIGHT, strict=True)])

    assert texts(words[::-1]) == texts(words)
