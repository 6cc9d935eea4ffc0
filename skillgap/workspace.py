"""What a student entered, as one file of theirs: no account and no server keeps it for them."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from skillgap.errors import WorkspaceError
from skillgap.internship import saved_work
from skillgap.model.internship import Internship
from skillgap.model.learning import CostPreference
from skillgap.model.resume import Correction

VERSION = 3
KIND = "skillgap workspace"
PLAN_OF_SKILLS = frozenset({"skip", "done", "order", "chosen", "options", "levels"})
"""Fields of versions 1 and 2 that name skills where topics are named now."""
MAX_BYTES = 4_000_000
"""Bytes of a file: a resume and some postings have a hundredth of it."""
HOURS_A_WEEK = 6
"""Hours of study a week before the student sets them."""
MAX_ITEMS = 5_000
MAX_VERSIONS = 100
YEARS = range(2000, 2101)
"""Years of the days: a plan never runs out of the calendar."""


@dataclass(frozen=True, slots=True)
class SavedVersion:
    """One version of the resume.

    Attributes:
        name: Name of its file.
        text: What was read of it.
        day: When it was read, in ISO form, or empty.
        answers: Skill id -> whether its uncertain mentions are the skill, for the questions answered.
        corrections: Skill id -> what the user set.
    """

    name: str = ""
    text: str = ""
    day: str = ""
    answers: Mapping[str, bool] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything a student entered.

    Attributes:
        versions: The versions of the resume, the current one last.
        postings: Texts of the job postings pasted.
        own_name: What the role made of them is called, or empty.
        role: Id of the chosen role, or empty.
        hours_a_week: Hours of study, 1 to 60.
        start, deadline: Days in ISO form, or empty.
        skip: Ids of topics left out of the plan.
        done: Topic id -> day in ISO form that a step was done, or empty.
        order: Ids of topics in the order the user gave the plan.
        chosen: Topic id -> id of the resource chosen.
        variants: Topic id -> id of the language, cloud or vendor to learn it in.
        cost, formats: Filters of the resources, empty for any.
        everything: Whether the plan holds all that is missing, not what fits the hours.
        internship: Goals, feedback, wins and people.
    """

    versions: tuple[SavedVersion, ...] = ()
    postings: tuple[str, ...] = ()
    own_name: str = ""
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
    """The file: JSON in ASCII with sorted keys; the same work gives the same bytes."""
    content = {"kind": KIND, "version": VERSION, **asdict(workspace)}
    return json.dumps(content, indent=1, sort_keys=True).encode("ascii") + b"\n"


def load(data: bytes) -> Workspace:
    """The work in a file.

    Raises:
        WorkspaceError: The file is damaged, none of ours, of a newer version, or a field of it is wrong; nothing is
            taken from it then.
    """
    if len(data) > MAX_BYTES:
        raise WorkspaceError("The file is too large to be saved work. Choose the file that you downloaded here.")
    try:
        content = json.loads(data, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise WorkspaceError("The file is damaged: it is no valid JSON. Choose another copy of it.") from error
    if not isinstance(content, dict) or content.pop("kind", None) != KIND:
        raise WorkspaceError("The file is no saved work of skillgap. Choose the file that you downloaded here.")
    version = content.pop("version", None)
    if not isinstance(version, int) or version > VERSION:
        raise WorkspaceError("The file was saved by a newer version of skillgap. Update skillgap and load it again.")
    return Workspace(**_checked(_upgraded(content, version), CHECKS))


def _upgraded(content: dict[str, Any], version: int) -> dict[str, Any]:
    """What an older file held, as this version has it.

    Version 1 held one resume. Version 2 planned skill by skill: what it set on single skills has no topic to go to.
    """
    if version == 1:
        one = {name: content.pop(name) for name in ("name", "text", "answers", "corrections") if name in content}
        content = content | {"versions": [one] if one.get("text") else []}
    if version < VERSION:
        content = {name: value for name, value in content.items() if name not in PLAN_OF_SKILLS}
    return content


def _checked(content: dict[str, Any], checks: Mapping[str, Callable[[str, Any], Any]]) -> dict[str, Any]:
    """The fields as values."""
    strangers = sorted(set(content) - set(checks))
    if strangers:
        raise WorkspaceError(f"The file is damaged: it has the unknown field {strangers[0]!r}. Nothing was loaded.")
    return {name: checks[name](name, value) for name, value in content.items()}


def _refused(constant: str) -> Any:
    raise ValueError(constant)


def _wrong(name: str) -> WorkspaceError:
    return WorkspaceError(f"The file is damaged: its field {name!r} is not as it was saved. Nothing was loaded.")


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong(name)
    return value


def _texts(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MAX_ITEMS or not all(isinstance(one, str) for one in value):
        raise _wrong(name)
    return tuple(value)


def _hours(name: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 60:
        raise _wrong(name)
    return value


def _day(name: str, value: Any) -> str:
    try:
        day = date.fromisoformat(value) if value else None
    except (TypeError, ValueError) as error:
        raise _wrong(name) from error
    if day is None:
        return _text(name, value)
    if day.year not in YEARS:
        raise _wrong(name)
    return day.isoformat()


def _answers(name: str, value: Any) -> dict[str, bool]:
    if (
        not isinstance(value, dict)
        or len(value) > MAX_ITEMS
        or not all(isinstance(one, bool) for one in value.values())
    ):
        raise _wrong(name)
    return value


def _corrections(name: str, value: Any) -> dict[str, Correction]:
    if not isinstance(value, dict) or len(value) > MAX_ITEMS:
        raise _wrong(name)
    found = {}
    for skill_id, pair in value.items():
        if not isinstance(pair, list) or len(pair) != 2 or pair[0] not in (0, 1, 2, 3) or isinstance(pair[0], bool):
            raise _wrong(name)
        found[skill_id] = Correction(int(pair[0]), _text(name, pair[1]))
    return found


def _internship(name: str, value: Any) -> Internship:
    try:
        return saved_work.from_json(value)
    except ValueError as error:
        raise _wrong(name) from error


def _pairs(name: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or len(value) > MAX_ITEMS or not all(isinstance(one, str) for one in value.values()):
        raise _wrong(name)
    return value


def _done(name: str, value: Any) -> dict[str, str]:
    if isinstance(value, list):
        return dict.fromkeys(_texts(name, value), "")
    return {skill_id: _day(name, day) for skill_id, day in _pairs(name, value).items()}


def _cost(name: str, value: Any) -> str:
    if value not in ("", "free", "no-account"):
        raise _wrong(name)
    return str(value)


def _switch(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise _wrong(name)
    return value


def _versions(name: str, value: Any) -> tuple[SavedVersion, ...]:
    if not isinstance(value, list) or len(value) > MAX_VERSIONS or not all(isinstance(one, dict) for one in value):
        raise _wrong(name)
    return tuple(SavedVersion(**_checked(one, VERSION_CHECKS)) for one in value)


VERSION_CHECKS: dict[str, Callable[[str, Any], Any]] = {
    "name": _text,
    "text": _text,
    "day": _day,
    "answers": _answers,
    "corrections": _corrections,
}
CHECKS: dict[str, Callable[[str, Any], Any]] = {
    "versions": _versions,
    "postings": _texts,
    "own_name": _text,
    "role": _text,
    "hours_a_week": _hours,
    "start": _day,
    "deadline": _day,
    "skip": _texts,
    "done": _done,
    "order": _texts,
    "chosen": _pairs,
    "variants": _pairs,
    "cost": _cost,
    "formats": _texts,
    "everything": _switch,
    "internship": _internship,
}
"""Field -> what turns its JSON into the value, or refuses it."""
