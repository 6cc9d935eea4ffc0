"""A role of a user's own: copied from another one, changed row by row, checked like our data, and written as TOML."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from skillgap.errors import RequestError
from skillgap.model.role import Requirement, RoleProfile, Tier, Topic
from skillgap.taxonomy import Taxonomy, overlay
from skillgap.taxonomy.ladder_checks import TIER_ORDER, check_roles
from skillgap.taxonomy.overlay import DataFile

PREFIX = "my-"
"""How the id of every role of a user's own begins, so that it never takes the place of one of ours."""
NEW_IMPORTANCE, NEW_LEVEL = 3, 2
"""What an added skill is asked at: useful, and shown in use."""
SOFT_LEVEL = 2
"""Level that every soft skill is asked at: a deed, not the word."""
ANY_DAY = date(2000, 1, 1)
"""Day of a file that is only checked."""
MAX_NAME = 60
_TWICE = re.compile(r"(\S+) is asked for by (\S+) too")
"""The rule that names two skills."""
MAX_ROLES = 20
"""Roles of one's own that are kept at once."""


@dataclass(frozen=True, slots=True)
class Demand:
    """One row of the table: a skill, how much it matters, the level asked, and when it is asked for.

    Attributes:
        skill_id: The skill named first; the others that would do are kept.
        importance: 1 to 5.
        level: 1 to 3.
        tier: "core", "next" or "later"; "soft" for a soft skill.
    """

    skill_id: str
    importance: int
    level: int
    tier: Tier


def demands(role: RoleProfile) -> tuple[Demand, ...]:
    """The rows of a role, in its order."""
    return tuple(Demand(one.skill_id, one.importance, one.level, one.tier) for one in role.requirements)


def added(skill_id: str, taxonomy: Taxonomy) -> Demand:
    """The row of a skill that a user adds."""
    soft = taxonomy.skills[skill_id].kind == "soft"
    return Demand(skill_id, NEW_IMPORTANCE, NEW_LEVEL, "soft" if soft else "core")


def build(base: RoleProfile, rows: Sequence[Demand], *, name: str) -> RoleProfile:
    """The role that the rows make of the base.

    A row that keeps its tier stays in its topic, with the topic's hours and task. One with another tier leaves it, and
    is a topic of its own. A topic that loses all its rows is gone.

    Raises:
        RequestError: It has no name, or no rows.
    """
    shown = " ".join("".join(sign for sign in name if sign.isprintable()).split())[:MAX_NAME]
    if not re.search(r"\w", shown):
        raise RequestError("The role has no name. Give it one, such as \u201cLab assistant\u201d.")
    if not rows:
        raise RequestError("The role asks for no skill. Add at least one.")
    was = {one.skill_id: one for one in base.requirements}
    made = [_requirement(row, was.get(row.skill_id)) for row in rows]
    topics = tuple(_kept(base, made))
    owned = [one for topic in topics for one in made if one.topic_id == topic.id]
    plain = sorted((one for one in made if not one.topic_id and one.tier != "soft"), key=lambda one: one.skill_id)
    soft = [one for one in made if one.tier == "soft"]
    return RoleProfile(
        id=role_id(shown),
        name=shown,
        about=f"A role of your own, made from {base.name}.",
        source=f"Your own, made from {base.name}",
        requirements=(*owned, *plain, *soft),
        topics=topics,
        titles=base.titles,
        certificates=base.certificates,
        spare_project=base.spare_project,
    )


def named(role: RoleProfile) -> RoleProfile:
    """The role under the id that its name makes, whatever its file was called."""
    return replace(role, id=role_id(role.name))


def role_id(name: str) -> str:
    """The id of a role with this name: what its file is called."""
    return PREFIX + (re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "role")


def _requirement(row: Demand, was: Requirement | None) -> Requirement:
    """A row as a requirement; what its importance was once made from holds no longer."""
    if was is None:
        return Requirement(row.skill_id, row.importance, row.level, row.tier)
    level = SOFT_LEVEL if row.tier == "soft" else row.level
    topic_id = was.topic_id if row.tier == was.tier else ""
    return replace(was, importance=row.importance, level=level, tier=row.tier, terms=None, topic_id=topic_id)


def _kept(base: RoleProfile, made: Iterable[Requirement]) -> Iterator[Topic]:
    """The topics that still have rows, each after those of its forerunners that are kept."""
    inside: dict[str, list[Requirement]] = {}
    for one in made:
        if one.topic_id:
            inside.setdefault(one.topic_id, []).append(one)
    for topic in base.topics:
        if mine := inside.get(topic.id):
            options = {option for one in mine for option in one.options}
            yield replace(
                topic,
                after=tuple(one for one in topic.after if one in inside),
                skill_ids=tuple(one.skill_id for one in mine),
                variants=tuple(one for one in topic.variants if options.issuperset(one.picks)),
            )


def to_toml(role: RoleProfile, *, reviewed: date) -> bytes:
    """The role as a data file, for ``--data`` and the Catalogue; ``from_toml`` gives the same role back.

    Args:
        role: The role.
        reviewed: The day on which its owner looked at it.
    """
    lines = ["# A role of your own. The fields are those of data/README.md.", *_fields(role), f"reviewed = {reviewed}"]
    for topic in role.topics:
        lines += ["", "[[topics]]", *_topic(topic)]
        for one in role.requirements:
            if one.topic_id == topic.id:
                lines += _demand(f"topics.requirements.{one.skill_id}", one)
        for variant in topic.variants:
            lines += ["", f"[topics.variants.{variant.anchor}]", f"picks = {_value(variant.picks)}"]
            given = (("study_hours", variant.study_hours), ("proof_hours", variant.proof_hours), ("task", variant.task))
            lines += [f"{name} = {_value(value)}" for name, value in given if value]
    for one in role.requirements:
        if one.tier == "soft":
            story = [f"story = {_value(one.story)}"] if one.story else []
            lines += ["", f"[soft.{one.skill_id}]", f"importance = {one.importance}", *story]
        elif not one.topic_id:
            lines += [*_demand(f"requirements.{one.skill_id}", one), f"tier = {_value(one.tier)}"]
    return ("\n".join(lines) + "\n").encode()


def _fields(role: RoleProfile) -> Iterator[str]:
    """The fields of the role itself; empty ones are left out."""
    given = {
        "name": role.name,
        "about": role.about,
        "source": role.source,
        "titles": role.titles,
        "certificates": role.certificates,
        "spare_project": role.spare_project,
    }
    yield from (f"{name} = {_value(value)}" for name, value in given.items() if value)


def _topic(topic: Topic) -> Iterator[str]:
    for name in ("id", "name", "tier", "after", "study_hours", "proof_hours", "task", "why", "source"):
        yield f"{name} = {_value(getattr(topic, name))}"


def _demand(table: str, one: Requirement) -> list[str]:
    others = [f"or = {_value(one.alternatives)}"] if one.alternatives else []
    return ["", f"[{table}]", f"importance = {one.importance}", f"level = {one.level}", *others]


def _value(value: str | int | Sequence[str]) -> str:
    """A text, number or list of texts in TOML, which takes the escapes of JSON; a delete character needs one too."""
    return json.dumps(value if isinstance(value, str | int) else list(value), ensure_ascii=False).replace(
        "\x7f", "\\u007f"
    )


def from_toml(data: bytes, name: str, taxonomy: Taxonomy) -> tuple[RoleProfile | None, tuple[str, ...]]:
    """The role in a data file, and in sentences what is wrong with it; a role with faults is not given.

    Args:
        data: The file, which is parsed in a process with limits.
        name: The id of the role.
        taxonomy: The skills and resources that the role is checked against.
    """
    file = DataFile(f"{name}.toml", data)
    return _checked(file, taxonomy, trusted=False)


def faults(role: RoleProfile, taxonomy: Taxonomy) -> tuple[str, ...]:
    """What ``skillgap check`` finds wrong with the role, a sentence each."""
    return _checked(DataFile(f"{role.id}.toml", to_toml(role, reviewed=ANY_DAY)), taxonomy, trusted=True)[1]


def _checked(file: DataFile, taxonomy: Taxonomy, *, trusted: bool) -> tuple[RoleProfile | None, tuple[str, ...]]:
    found: list[str] = []
    layer = overlay.read((file,), found, trusted=trusted)
    roles = list(layer.roles.values())
    if not found and (len(roles) != 1 or layer.skills or layer.resources):
        found.append(f"{file.name}: file: holds no role")
    found += check_roles(taxonomy.skills, roles, taxonomy.resources.values())
    if found:
        return None, tuple(_sentence(fault, taxonomy) for fault in found)
    return roles[0], ()


def _sentence(fault: str, taxonomy: Taxonomy) -> str:
    """A fault ("file: key: rule") as a sentence that names the skill."""
    _, key, rule = fault.split(": ", 2)
    rule = _TWICE.sub(lambda match: f"{taxonomy.name(match[1])} is asked for by {taxonomy.name(match[2])} too", rule)
    return f"{taxonomy.name(key.rpartition('.')[2])}: {rule}."


def order(role: RoleProfile) -> tuple[Demand, ...]:
    """The rows as the table shows them: core first, then next, later and soft, each by importance."""
    place = {**TIER_ORDER, "soft": len(TIER_ORDER)}
    return tuple(sorted(demands(role), key=lambda row: (place[row.tier], -row.importance, row.skill_id)))
