import random

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

    assert texts(page(rows)) == [f"{job}\tJune 202{number}" for number, job in enumerate(jobs)]


def test_places_flush_right_stay_behind_what_they_place():
    places = ["Springfield, IL", "Boston, MA", "Remote", "Springfield, IL", "Bergen", "Graz, Austria", "Remote"]
    rows = [[(20, f"Chat server number {n} in Go"), (500 - ADVANCE * len(p), p)] for n, p in enumerate(places)]

    assert texts(page(rows)) == [f"Chat server number {n} in Go\t{p}" for n, p in enumerate(places)]


def test_years_before_what_they_date_stay_in_their_line():
    rows = [[(20, f"201{n}"), (90, f"Prize number {n} of a contest at sea")] for n in range(8)]

    assert texts(page(rows)) == [f"201{n}\tPrize number {n} of a contest at sea" for n in range(8)]


@pytest.mark.parametrize(("bullet", "text"), [(30, 48), (60, 78), (46, 70)])
def test_bullets_far_from_their_text_are_no_column(bullet, text):
    rows = [[(20, "Experience")], *[[(bullet, "\u2022"), (text, f"Told line {n} of the work")] for n in range(9)]]

    assert {line.block for line in lines(page(rows))} == {0}
    assert [one.split()[:2] for one in texts(page(rows))[1:]] == [["\u2022", "Told"]] * 9


@pytest.mark.parametrize("seed", range(4))
def test_justified_text_with_bullets_is_one_column(seed):
    chance = random.Random(seed)
    rows = []
    for number in range(40):
        place, parts = 60, [] if number % 3 else [(30, "\u2022")]
        while place < 500:
            word = "x" * chance.randint(2, 10)
            parts.append((place, word))
            place += ADVANCE * len(word) + 4 + 8 * chance.random()
        rows.append(parts)

    assert {line.block for line in lines(page(rows))} == {0}


def test_labels_beside_the_text_they_label_are_read_with_it():
    rows = []
    for number in range(4):
        rows.append([(20, f"Label {number}"), (140, "first line of what it labels, told at length")])
        rows += [[(140, "and a second line of the same matter, also long")], [(140, "and a third one to end it")]]

    found = texts(page(rows))

    assert found[0] == "Label 0\tfirst line of what it labels, told at length"
    assert found[3] == "Label 1\tfirst line of what it labels, told at length"


def test_a_ruled_table_stays_row_by_row():
    cells = [(f"Topic number {n}", f"what was done about it {n}") for n in range(8)]
    words = page([[(20, left), (220, right)] for left, right in cells])
    rules = [Rule(15, 500, 17 + 14 * number) for number in range(9)]

    assert texts(words, rules) == [f"{left}\t{right}" for left, right in cells]


def test_a_few_rows_that_line_up_are_no_columns():
    rows = [[(20, left), (220, right)] for left, right in zip(LEFT[:4], RIGHT[:4], strict=True)]

    assert texts(page(rows)) == [f"{left}\t{right}" for left, right in zip(LEFT[:4], RIGHT[:4], strict=True)]


RAIL = [
    ("Work", ["Network aide, Globex", "Configured nine switches in two halls", "Automated the backups of them"]),
    ("Education", ["BSc Informatics, Northfield"]),
    ("Tools", ["Python, Java, SQL, Kafka", "Wireshark, Nmap, Qvantix"]),
]


@pytest.mark.parametrize("lower", [0, 6])
def test_labels_in_a_rail_stand_above_what_they_label(lower):
    words, y = row(20, (20, "Jo Park")), 48
    for label, told in RAIL:
        words += row(y + lower, (20, label))
        for number, line in enumerate(told):
            words += row(y + 14 * number, (120, line))
        y += 14 * len(told) + 14

    assert texts(words) == [
        "Jo Park", "Work", *RAIL[0][1], "Education", *RAIL[1][1], "Tools", *RAIL[2][1],
    ]  # fmt: skip


def test_a_label_of_two_rows_is_one():
    rows = [[(20, "Technical"), (120, "Python and Java")], [(20, "Skills"), (120, "Nmap")], [(120, "Git")], []]
    rows += [[(20, "Work"), (120, "Network aide")], [(120, "Configured switches")], [(120, "Kept their backups")]]

    assert texts(page(rows))[:2] == ["Technical Skills", "Python and Java"]


def test_a_rail_of_dates_keeps_its_rows():
    dated = [[(20, f"201{n}"), (120, f"Aide number {n}")] if n % 2 else [(120, "Did what was asked")] for n in range(9)]

    assert texts(page(dated))[1] == "2011\tAide number 1"


def test_a_narrow_column_at_the_right_is_read_before_text_that_goes_on_on_the_next_page():
    side = ["Skills", "Python", "SQL and R", "Hobbies", "Chess", "Rowing", "Hiking"]
    told = [f"Described activity number {number} in many words" for number in range(9)]
    top = row(20, (20, "Jo Park, a name above"))
    words = [*top, *page([[(20, one)] for one in told], step=15), *page([[(400, one)] for one in side], step=17)]
    moved = [word._replace(top=word.top + 20, bottom=word.bottom + 20) for word in words[len(top) :]]

    assert [line.text for line in lines([*top, *moved], followed=True)] == ["Jo Park, a name above", *side, *told]
    assert [line.text for line in lines([*top, *moved])] == ["Jo Park, a name above", *told, *side]


def test_two_columns_of_one_width_keep_their_order_before_another_page():
    words = page([[(20, f"{text} left")] for text in RIGHT], step=20)
    words += [word for number, text in enumerate(RIGHT) for word in row(27 + 16 * number, (320, text))]

    assert [line.text for line in lines(words, followed=True)] == [*(f"{text} left" for text in RIGHT), *RIGHT]


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
