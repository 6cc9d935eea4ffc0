"""The benchmark of role ranking reads occupations from names or rows, and counts places."""

from pathlib import Path

import pytest

from benchmarks import roles


@pytest.mark.parametrize(
    ("name", "occupation"),
    [("Java_Developer-012.txt", "Java_Developer"), ("cv7.pdf", "Data_Science"), ("Sales.txt", "Sales")],
)
def test_the_occupation_is_in_a_row_or_in_the_name(name, occupation):
    assert roles.occupation(Path(name), {"cv7.pdf": "Data_Science"}) == occupation


def test_a_place_is_that_of_the_first_right_role():
    ranked = ["soc-analyst-intern", "network-intern", "it-support-intern"]

    assert roles.place(ranked, ["it-support-intern", "network-intern"]) == 2
    assert roles.place(ranked, ["ux-intern"]) == 0


def test_shares_count_places_and_no_place():
    assert roles.shares([1, 3, 4, 0]) == [0.25, 0.5, 0.75]


def test_rows_are_read_without_blanks(tmp_path):
    path = tmp_path / "labels.csv"
    path.write_text("Java_Developer, backend-intern\n\nSales,\n", encoding="utf-8")

    assert roles.rows(path) == [["Java_Developer", "backend-intern"], ["Sales", ""]]
