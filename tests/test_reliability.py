"""docs/reliability.md is as its command makes it, and every test that it names exists."""

from pathlib import Path

from docs import reliability


def test_the_page_is_as_the_command_makes_it():
    page = reliability.page()

    assert page == Path(reliability.TARGET).read_text(encoding="utf-8")
    assert page.count("| `test_") > 15
