"""The student's notes in a session: goals, feedback, wins and people; one module for each habit."""

from dataclasses import replace
from typing import Any

from skillgap.model.internship import Internship
from skillgap.ui import session


def record() -> Internship:
    """The notes as they are now."""
    return session.state().internship


def change(**fields: Any) -> None:
    """Keep the notes with some of their fields changed."""
    take_over(replace(record(), **fields))


def take_over(found: Internship) -> None:
    """Keep these notes instead of those before."""
    session.state().internship = found


def load(found: Internship) -> None:
    """Take over saved notes, if there are any; no note is being changed then."""
    if found == Internship():
        return
    take_over(found)
    session.state().notes_changing.clear()
