"""Whether an application is ready: conditions, must-haves, documents and deadline of the posting it answers."""

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
"""Kind of document -> its name."""
ALWAYS = ("resume",)
"""Documents to send where the posting names none."""
Standing = Literal["shown", "named", "missing"]


@dataclass(frozen=True, slots=True)
class Item:
    """Something that the student ticks off.

    Attributes:
        key: What it is known by in ``Application.ready``.
        label: As shown to people.
        ready: Whether it is ticked off.
    """

    key: str
    label: str
    ready: bool


@dataclass(frozen=True, slots=True)
class MustHave:
    """A skill that the posting requires: the ids of which one will do, and how the resume stands to it."""

    options: tuple[str, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class Checklist:
    """What stands between an application and sending it.

    Attributes:
        conditions: Sentences of the posting that screen applicants, each once, with what they are about.
        must_haves: Skills that it requires, missing ones first; empty without a resume.
        documents: What to send.
        deadline: The sentence of the posting that tells the last day, or empty.
    """

    conditions: tuple[Item, ...]
    must_haves: tuple[MustHave, ...]
    documents: tuple[Item, ...]
    deadline: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything to tick off."""
        return (*self.conditions, *self.documents)

    @property
    def ready(self) -> int:
        """How many items are ticked off."""
        return sum(one.ready for one in self.items)


def checklist(application: Application, postings: Sequence[Posting], held: SkillProfile | None) -> Checklist:
    """The checklist of an application.

    Args:
        application: The application; without a posting it has documents alone.
        postings: Those of the session; the one with the application's title is taken.
        held: What the resume shows, if there is one.
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
    """How the resume stands to a demand: its best option counts; the student's own word counts as shown."""
    found = [skill for option in options if (skill := held.find(option))]
    if any(profile.is_shown(skill) or skill.level > 1 for skill in found):
        return "shown"
    return "named" if found else "missing"
