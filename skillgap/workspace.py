"""Saves and loads a student's work as one file on their own machine."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from skillgap import bounded, saved_json
from skillgap.errors import DocumentError, WorkspaceError
from skillgap.internship import saved_work
from skillgap.model.internship import Internship
from skillgap.model.learning import CostPreference
from skillgap.model.resume import Correction, LayoutCorrection
from skillgap.saved_json import FieldError

VERSION = 5
KIND = "skillgap workspace"
PLAN_OF_SKILLS = frozenset({"skip", "done", "order", "chosen", "options", "levels"})
"""Fields of versions 1 and 2 that hold ids of skills; later versions hold ids of topics."""
FIRST_OF_TOPICS = 3
"""First version with ids of topics in plans."""
MAX_BYTES = 4_000_000
"""Most bytes of a file; a resume and some postings take a hundredth of that."""
HOURS_A_WEEK = 6
"""Hours of study a week before the student sets them."""
MAX_VERSIONS = 100
MAX_OWN_ROLES = 20
MAX_POSTINGS = 50
MAX_TEXT, MAX_TEXTS = 200_000, 1_000_000
"""Most characters of a resume or posting, and of all together; loading reads each of them again."""
YEARS = range(2000, 2101)
"""Years of saved days; a plan from any of them stays within the calendar."""


@dataclass(frozen=True, slots=True)
class SavedVersion:
    """One version of the resume.

    Attributes:
        name: Name of its file.
        text: Its text.
        day: Day it was read, in ISO form, or empty.
        answers: Skill id -> whether its uncertain mentions are the skill, for answered questions.
        corrections: Skill id -> level and reason that the user set.
        layout: The user's corrections of sections and entries, in the order given.
    """

    name: str = ""
    text: str = ""
    day: str = ""
    answers: Mapping[str, bool] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    layout: tuple[LayoutCorrection, ...] = ()


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything a student entered.

    Attributes:
        versions: The versions of the resume, the current one last.
        postings: Texts of the job postings pasted.
        own_name: Name of the role made of them, or empty.
        own_roles: Roles that the student made on the page, each as a data file (TOML).
        role: Id of the chosen role, or empty.
        hours_a_week: Hours of study, 1 to 60.
        start, deadline: Days in ISO form, or empty.
        skip: Ids of topics left out of the plan.
        done: Topic id -> day in ISO form that a step was done, or empty.
        order: Ids of topics in the order the user gave the plan.
        chosen: Topic id -> id of the resource chosen.
        variants: Topic id -> id of the language, cloud or vendor to learn it in.
        cost, formats: Filters of the resources, empty for any.
        everything: Whether the plan holds every open topic, not only those that fit in the hours.
        internship: Applications, goals, feedback, wins and people.
    """

    versions: tuple[SavedVersion, ...] = ()
    postings: tuple[str, ...] = ()
    own_name: str = ""
    own_roles: tuple[str, ...] = ()
    role: str = ""
    hours_a_week: int = HOURS_A_WEEK
    start: str = ""
    deadline: str = ""
    skip: tuple[str, ...] = ()
    done: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    chosen: Mapping[str, str] = field(default_factory=dict)
    variants: Mapping[str, str] = field(default_factory=dict)
    cost: CostPreference = ""
    formats: tuple[str, ...] = ()
    everything: bool = False
    internship: Internship = field(default_factory=Internship)


def dump(workspace: Workspace) -> bytes:
    """The file as JSON in ASCII with sorted keys; the same work gives the same bytes."""
    content = {"kind": KIND, "version": VERSION, **asdict(workspace)}
    return json.dumps(content, indent=1, sort_keys=True).encode("ascii") + b"\n"


def load(data: bytes) -> Workspace:
    """The work in a file.

    Raises:
        WorkspaceError: The file is damaged, of another program or a newer version, or has a wrong field. Nothing is
            loaded then.
    """
    if len(data) > MAX_BYTES:
        raise WorkspaceError("The file is too large to be saved work. Choose the file that you downloaded here.")
    try:
        return _WORKSPACE(bounded.read("skillgap.workspace:checked", data, "The file"))
    except DocumentError as error:
        # the reading process ran out of time or memory
        if error.kind == "too-complicated":
            raise WorkspaceError(
                "The file is too complicated to be saved work. Choose the file that you downloaded here."
            ) from error
        raise WorkspaceError(str(error)) from error


def checked(data: bytes, name: str) -> dict[str, Any]:
    """The work in a file, checked and upgraded to this version; the task of a reading process.

    Raises:
        WorkspaceError: As for ``load``.
    """
    try:
        content = json.loads(data, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise WorkspaceError("The file is damaged: it is no valid JSON. Choose another copy of it.") from error
    if not isinstance(content, dict) or content.pop("kind", None) != KIND:
        raise WorkspaceError("The file is no saved work of skillgap. Choose the file that you downloaded here.")
    version = content.pop("version", None)
    # true is an int in Python
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise WorkspaceError("The file is damaged: it has no version. Choose the file that you downloaded here.")
    if version > VERSION:
        raise WorkspaceError("The file was saved by a newer version of skillgap. Update skillgap and load it again.")
    try:
        return asdict(_within_limits(_WORKSPACE(_upgraded(content, version))))
    except FieldError as error:
        what = (
            f"it has the unknown field {error.name!r}"
            if error.unknown
            else f"its field {error.name!r} is not as it was saved"
        )
        raise WorkspaceError(f"The file is damaged: {what}. Nothing was loaded.") from error


def _within_limits(workspace: Workspace) -> Workspace:
    """The work, if its texts are short enough to be read again in seconds."""
    texts = [*(one.text for one in workspace.versions), *workspace.postings, *workspace.own_roles]
    if max(map(len, texts), default=0) > MAX_TEXT or sum(map(len, texts)) > MAX_TEXTS:
        raise WorkspaceError(
            "The file holds texts that are too long for resumes and postings. Choose the file that you downloaded here."
        )
    return workspace


def _upgraded(content: dict[str, Any], version: int) -> dict[str, Any]:
    """The content of an older file in the form of this version.

    Version 1 has one resume. Version 2 plans single skills, whose settings have no topic and are dropped. Version 3 has
    no corrected sections and applications, version 4 no own roles; both need no change.
    """
    if version == 1:
        one = {name: content.pop(name) for name in ("name", "text", "answers", "corrections") if name in content}
        content = content | {"versions": [one] if one.get("text") else []}
    if version < FIRST_OF_TOPICS:
        content = {name: value for name, value in content.items() if name not in PLAN_OF_SKILLS}
    return content


def _refused(constant: str) -> Any:
    raise ValueError(constant)


def _done(value: Any) -> dict[str, str]:
    """Topic id -> day; an older file has a list of topics without days."""
    if isinstance(value, list):
        return dict.fromkeys(saved_json.each(saved_json.text)(value), "")
    return saved_json.table(_DAY)(value)


_DAY = saved_json.day(YEARS)
_CORRECTION = saved_json.whole(saved_json.record(Correction, {"level": saved_json.one_of(0, 1, 2, 3)}))
_PLACE = saved_json.number(range(MAX_BYTES))
_LAYOUT = saved_json.whole(saved_json.record(LayoutCorrection, {"start": _PLACE, "end": _PLACE}))
_VERSION = saved_json.record(SavedVersion, {"day": _DAY, Correction: _CORRECTION, LayoutCorrection: _LAYOUT})
_WORKSPACE = saved_json.record(
    Workspace,
    {
        "versions": saved_json.each(_VERSION, most=MAX_VERSIONS),
        "postings": saved_json.each(saved_json.text, most=MAX_POSTINGS),
        "own_roles": saved_json.each(saved_json.text, most=MAX_OWN_ROLES),
        "hours_a_week": saved_json.number(range(1, 61)),
        "start": _DAY,
        "deadline": _DAY,
        "done": _done,
        Internship: saved_json.whole(saved_work.from_json),
    },
)
