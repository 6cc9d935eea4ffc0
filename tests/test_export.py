import csv as reader
import io

import pandas as pd
import pytest

from skillgap import export


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("  =1", "'  =1"),
        ("two\r\nlines", "two lines"),
        ("R&D", "R&D"),
        (3.5, 3.5),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_disarmed(cell, safe):
    assert export.disarmed(cell) == safe


def test_csv_keeps_accents_and_commas_and_reads_back():
    table = pd.DataFrame([{"skill": "Café, SQL", "hours": 3}, {"skill": '=cmd|"x"', "hours": 4}])

    data = export.csv(table)

    assert data.startswith(b"\xef\xbb\xbfskill,hours\r\n")
    rows = list(reader.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows == [{"skill": "Café, SQL", "hours": "3"}, {"skill": '\'=cmd|"x"', "hours": "4"}]
