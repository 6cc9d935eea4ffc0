"""The student's internship notes in the session; one module for each tab of the page."""

from dataclasses import replace
from typing import Any

from skillgap.model.internship import Internship
from skillgap.ui import session


def record() -> Internship:
    """Current notes."""
    return session.state().internship


def change(**fields: Any) -> None:
    """Change fields of the notes."""
    take_over(replace(record(), **fields))


def take_over(found: Internship) -> None:
    """Replace the notes."""
    session.state().internship = found


def load(found: Internship) -> None:
    """Load saved notes, unless they are empty; open forms are closed."""
    if found == Internship():
        return
    take_over(found)
    session.state().notes_changing.clear()
