"""Custom roles: copy a role, change its rows, check it like our data, and write it as TOML."""

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
"""Prefix of the id of every custom role, so that it never replaces one of ours."""
NEW_IMPORTANCE, NEW_LEVEL = 3, 2
"""Default importance and level of an added skill: middle importance, and used rather than only named."""
SOFT_LEVEL = 2
"""Required level of every soft skill: an activity ("led a team of 4"), not the word "leadership"."""
ANY_DAY = date(2000, 1, 1)
"""Review date of a file that is checked but never saved; fixed, so that the check needs no clock."""
MAX_NAME = 60
"""Characters of a role's name; a longer name would not fit on one line of a card."""
_DUPLICATE = re.compile(r"(\S+) is already required by (\S+)")
"""The fault of ``ladder_checks`` that contains two skill ids."""
MAX_ROLES = 20
"""Upper limit for the custom roles of one session; each makes the role picker longer."""


@dataclass(frozen=True, slots=True)
class Demand:
    """One row of the table of requirements.

    Attributes:
        skill_id: The requirement's main skill; its alternatives are kept.
        importance: 1 to 5.
        level: 1 to 3.
        tier: "core", "next" or "later"; "soft" for a soft skill.
    """

    skill_id: str
    importance: int
    level: int
    tier: Tier


def demands(role: RoleProfile) -> tuple[Demand, ...]:
    """Requirements of a role as table rows, in the role's order."""
    return tuple(Demand(one.skill_id, one.importance, one.level, one.tier) for one in role.requirements)


def added(skill_id: str, taxonomy: Taxonomy) -> Demand:
    """Row for a skill that the user adds, with default importance and level."""
    soft = taxonomy.skills[skill_id].kind == "soft"
    return Demand(skill_id, NEW_IMPORTANCE, NEW_LEVEL, "soft" if soft else "core")


def build(base: RoleProfile, rows: Sequence[Demand], *, name: str) -> RoleProfile:
    """Build a custom role from a base role and edited rows.

    A row with its old tier stays in its topic and keeps the topic's hours and task. A row with a new tier leaves its
    topic and becomes a requirement without a topic. A topic without rows is removed.

    Raises:
        RequestError: The name or the list of rows is empty.
    """
    shown = " ".join("".join(sign for sign in name if sign.isprintable()).split())[:MAX_NAME]
    if not re.search(r"\w", shown):
        raise RequestError("The role has no name. Give it one, such as \u201cLab assistant\u201d.")
    if not rows:
        raise RequestError("The role has no skills. Add at least one.")
    was = {one.skill_id: one for one in base.requirements}
    made = [_requirement(row, was.get(row.skill_id)) for row in rows]
    topics = tuple(_remaining_topics(base, made))
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


def with_own_id(role: RoleProfile) -> RoleProfile:
    """Copy of a role with the id derived from its name instead of its file name."""
    return replace(role, id=role_id(role.name))


def role_id(name: str) -> str:
    """Id of a custom role with this name, also the stem of its file ("Lab assistant" -> "my-lab-assistant")."""
    return PREFIX + (re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "role")


def _requirement(row: Demand, was: Requirement | None) -> Requirement:
    """Convert a row to a requirement, without ``terms``: the importance is now the user's, not our formula's."""
    if was is None:
        return Requirement(row.skill_id, row.importance, row.level, row.tier)
    level = SOFT_LEVEL if row.tier == "soft" else row.level
    topic_id = was.topic_id if row.tier == was.tier else ""
    return replace(was, importance=row.importance, level=level, tier=row.tier, terms=None, topic_id=topic_id)


def _remaining_topics(base: RoleProfile, made: Iterable[Requirement]) -> Iterator[Topic]:
    """Topics of the base that still have rows; removed topics leave the ``after`` lists."""
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
    """Write the role as a data file for ``--data`` and the Catalogue; ``from_toml`` reads it back unchanged.

    Args:
        role: The role.
        reviewed: Day on which its owner last edited it.
    """
    lines = ["# A custom role. The fields are those of data/README.md.", *_fields(role), f"reviewed = {reviewed}"]
    for topic in role.topics:
        lines += ["", "[[topics]]", *_topic(topic)]
        for one in role.requirements:
            if one.topic_id == topic.id:
                lines += _demand(f"topics.requirements.{one.skill_id}", one)
        for variant in topic.variants:
            lines += ["", f"[topics.variants.{variant.anchor}]", f"picks = {_value(variant.picks)}"]
            own = (("study_hours", variant.study_hours), ("proof_hours", variant.proof_hours), ("task", variant.task))
            lines += [f"{name} = {_value(value)}" for name, value in own if value]
    for one in role.requirements:
        if one.tier == "soft":
            story = [f"story = {_value(one.story)}"] if one.story else []
            lines += ["", f"[soft.{one.skill_id}]", f"importance = {one.importance}", *story]
        elif not one.topic_id:
            lines += [*_demand(f"requirements.{one.skill_id}", one), f"tier = {_value(one.tier)}"]
    return ("\n".join(lines) + "\n").encode()


def _fields(role: RoleProfile) -> Iterator[str]:
    """Top-level fields of the role; empty fields are omitted."""
    values = {
        "name": role.name,
        "about": role.about,
        "source": role.source,
        "titles": role.titles,
        "certificates": role.certificates,
        "spare_project": role.spare_project,
    }
    yield from (f"{name} = {_value(value)}" for name, value in values.items() if value)


def _topic(topic: Topic) -> Iterator[str]:
    for name in ("id", "name", "tier", "after", "study_hours", "proof_hours", "task", "why", "source"):
        yield f"{name} = {_value(getattr(topic, name))}"


def _demand(table: str, one: Requirement) -> list[str]:
    others = [f"or = {_value(one.alternatives)}"] if one.alternatives else []
    return ["", f"[{table}]", f"importance = {one.importance}", f"level = {one.level}", *others]


def _value(value: str | int | Sequence[str]) -> str:
    """Write a string, number or list of strings in TOML, whose escapes are those of JSON."""
    # JSON leaves the delete character (U+007F) as it is, but TOML forbids it in a string.
    return json.dumps(value if isinstance(value, str | int) else list(value), ensure_ascii=False).replace(
        "\x7f", "\\u007f"
    )


def from_toml(data: bytes, name: str, taxonomy: Taxonomy) -> tuple[RoleProfile | None, tuple[str, ...]]:
    """Read a role from a data file.

    Args:
        data: The file; it is parsed in a process with limits.
        name: Id of the role.
        taxonomy: Skills and resources that the role is checked against.

    Returns:
        The role, or ``None`` if it has faults, and each fault as a sentence.
    """
    file = DataFile(f"{name}.toml", data)
    return _checked(file, taxonomy, trusted=False)


def faults(role: RoleProfile, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Faults that ``skillgap check`` finds in the role, each as a sentence."""
    return _checked(DataFile(f"{role.id}.toml", to_toml(role, reviewed=ANY_DAY)), taxonomy, trusted=True)[1]


def _checked(file: DataFile, taxonomy: Taxonomy, *, trusted: bool) -> tuple[RoleProfile | None, tuple[str, ...]]:
    found: list[str] = []
    layer = overlay.read((file,), found, trusted=trusted)
    roles = list(layer.roles.values())
    if not found and (len(roles) != 1 or layer.skills or layer.resources):
        found.append(f"{file.name}: file: contains no role")
    found += check_roles(taxonomy.skills, roles, taxonomy.resources.values())
    if found:
        return None, tuple(_sentence(fault, taxonomy) for fault in found)
    return roles[0], ()


def _sentence(fault: str, taxonomy: Taxonomy) -> str:
    """Turn a fault ("file: key: rule") into a sentence with the skill's name."""
    _, key, rule = fault.split(": ", 2)
    rule = _DUPLICATE.sub(
        lambda match: f"{taxonomy.name(match[1])} is already required by {taxonomy.name(match[2])}", rule
    )
    return f"{taxonomy.name(key.rpartition('.')[2])}: {rule}."


def order(role: RoleProfile) -> tuple[Demand, ...]:
    """Rows in the table's order: core, next, later, soft; within a tier the most important first."""
    place = {**TIER_ORDER, "soft": len(TIER_ORDER)}
    return tuple(sorted(demands(role), key=lambda row: (place[row.tier], -row.importance, row.skill_id)))
