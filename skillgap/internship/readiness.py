"""Checklist of an application: conditions, must-haves, documents and deadline of its posting."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from skillgap import profile
from skillgap.model.internship import Application
from skillgap.model.resume import SkillProfile
from skillgap.posting import Posting

DOCUMENTS = {
    "resume": "Resume",
    "cover-letter": "Cover letter",
    "transcript": "Transcript of grades",
    "references": "References",
    "portfolio": "Link to a portfolio or repository",
    "work-sample": "Sample of work",
}
"""Kind of document -> display name."""
ALWAYS = ("resume",)
"""Documents to send if the posting names none."""
Standing = Literal["shown", "named", "missing"]


@dataclass(frozen=True, slots=True)
class Item:
    """An item that the student checks off.

    Attributes:
        key: Its key in ``Application.ready``.
        label: Display text.
        ready: Whether it is checked.
    """

    key: str
    label: str
    ready: bool


@dataclass(frozen=True, slots=True)
class MustHave:
    """A skill that the posting requires: ids of the options, and their status in the resume."""

    options: tuple[str, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class Checklist:
    """Everything to check before an application is sent.

    Attributes:
        conditions: Sentences of the posting with conditions for applicants, without duplicates.
        must_haves: Skills that it requires, missing ones first; empty without a resume.
        documents: Documents to send.
        deadline: The posting's sentence with the last day, or empty.
    """

    conditions: tuple[Item, ...]
    must_haves: tuple[MustHave, ...]
    documents: tuple[Item, ...]
    deadline: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """All items to check off."""
        return (*self.conditions, *self.documents)

    @property
    def ready(self) -> int:
        """Number of checked items."""
        return sum(one.ready for one in self.items)


def checklist(application: Application, postings: Sequence[Posting], held: SkillProfile | None) -> Checklist:
    """Build the checklist of an application.

    Args:
        application: The application; without a posting the checklist has only documents.
        postings: Postings of the session; the one with the application's title is used.
        held: Skills of the resume, or ``None`` without a resume.
    """
    posting = next((one for one in postings if application.posting and one.title == application.posting), None)
    documents = (posting.documents if posting else ()) or ALWAYS
    kinds: dict[str, list[str]] = {}
    for screen in posting.screens if posting else ():
        kinds.setdefault(screen.quote, []).append(screen.kind.replace("-", " "))
    required = [demand.options for demand in posting.demands if demand.required] if posting and held else []
    standings = [MustHave(options, _standing(options, held)) for options in required if held]
    return Checklist(
        conditions=tuple(
            _item(f"condition: {quote}", f"{', '.join(several).capitalize()}: {quote}", application)
            for quote, several in kinds.items()
        ),
        must_haves=tuple(sorted(standings, key=lambda one: ("missing", "named", "shown").index(one.standing))),
        documents=tuple(_item(f"document: {kind}", DOCUMENTS[kind], application) for kind in documents),
        deadline=posting.deadline if posting else "",
    )


def _item(key: str, label: str, application: Application) -> Item:
    return Item(key, label, key in application.ready)


def _standing(options: Sequence[str], held: SkillProfile) -> Standing:
    """Status of a required skill: its best option counts, and a level set by the student counts as shown."""
    found = [skill for option in options if (skill := held.find(option))]
    if any(profile.is_shown(skill) or skill.level > 1 for skill in found):
        return "shown"
    return "named" if found else "missing"
