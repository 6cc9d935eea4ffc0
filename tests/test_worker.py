"""Files are read in a process of their own: what it does to that process, it does to nobody else."""

from pathlib import Path

import pytest

from skillgap import documents
from skillgap.documents import sandbox
from skillgap.errors import DocumentError

RESUME = Path(__file__).parent / "fixtures" / "resumes" / "support_one_column.pdf"


def read():
    return documents.read(RESUME.read_bytes(), RESUME.name)


def test_a_worker_that_dies_over_a_file_refuses_it_and_the_next_is_read():
    before = read()

    with pytest.raises(DocumentError, match=r"^odd\.pdf could not be read: it is damaged, or too complicated"):
        sandbox.read("a kind no worker knows", b"", "odd.pdf")

    assert read() == before


def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read(monkeypatch):
    before = read()
    monkeypatch.setattr(sandbox, "MAX_SECONDS", 0.0)
    with pytest.raises(DocumentError, match="too complicated to read in"):
        [read() for _ in range(50)]
    monkeypatch.undo()

    assert read() == before


def test_a_worker_is_replaced_after_its_files(monkeypatch):
    monkeypatch.setattr(sandbox, "MAX_FILES", 2)

    assert [read().name for _ in range(5)] == [RESUME.name] * 5


def test_a_worker_writes_no_file(tmp_path):
    one = sandbox.Worker()
    try:
        limits = Path(f"/proc/{one.process.pid}/limits")
        one.ask("pdf", RESUME.read_bytes(), "a.pdf")
        if not limits.exists():
            pytest.skip("limits are shown by Linux alone")
        rows = {line[:25].strip(): line[26:].split()[0] for line in limits.read_text().splitlines()}
        assert rows["Max file size"] == "0"
        assert rows["Max address space"] == str(sandbox.MAX_MEMORY)
    finally:
        one.stop()


def test_any_name_travels_to_a_worker_and_back():
    name = 'r\u00e9sum\u00e9 "1"\n\U0001f4c4 \udcff.pdf'

    assert documents.read(RESUME.read_bytes(), name).name == name
