"""Load ``data/**/*.toml`` into a checked ``Taxonomy``: skills, roles, resources and the words for them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from pathlib import Path
from typing import Any, Literal, TypeVar
from weakref import WeakKeyDictionary

from skillgap.errors import DataError, UnknownRoleError
from skillgap.lexicon import Lexicon, own
from skillgap.locations import DATA
from skillgap.model.learning import Certificate, Resource
from skillgap.model.role import Requirement, RoleProfile
from skillgap.model.taxonomy import Advice, Category, Kind, Skill, Source
from skillgap.taxonomy import overlay
from skillgap.taxonomy.checks import check
from skillgap.taxonomy.overlay import DataFile

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Taxonomy:
    """Skills, roles and resources by id, and the words for them. Two taxonomies are equal only if they are one object.

    Attributes:
        categories: Families of skills, in alphabetical order of id.
        skills: Every skill by id.
        roles: Every role profile by id.
        resources: Every learning resource by id.
        sources: Where the facts come from.
        advice: What to do at each stage of an internship, by id.
        certificates: What certifications take, by the skill's id.
        lexicon: The words of ``data/lexicon/``; lists in the user's data files replace ours.
    """

    categories: Mapping[str, Category]
    skills: Mapping[str, Skill]
    roles: Mapping[str, RoleProfile]
    resources: Mapping[str, Resource]
    sources: Mapping[str, Source]
    advice: Mapping[str, Advice] = field(default_factory=dict)
    certificates: Mapping[str, Certificate] = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=own)

    @property
    def activities(self) -> Mapping[str, tuple[str, ...]]:
        """Skill id -> the wordings of activities that show it, see ``data/lexicon/activities.toml``."""
        shown = self.lexicon.activities.table("wordings")
        return {one: tuple(entry.find for entry in shown[one]) for one in shown if one in self.skills}

    @property
    def headings(self) -> Mapping[str, tuple[str, ...]]:
        """Section kind -> the wordings that open it."""
        return self.lexicon.sections.words

    def role(self, role_id: str) -> RoleProfile:
        """The role with this id.

        Raises:
            UnknownRoleError: No role has it; the sentence names the roles there are.
        """
        try:
            return self.roles[role_id]
        except KeyError:
            known = ", ".join(sorted(self.roles))
            raise UnknownRoleError(f"There is no role called {role_id!r}. Choose one of: {known}.") from None

    def name(self, skill_id: str) -> str:
        """A skill's display name; an unknown id is returned unchanged."""
        skill = self.skills.get(skill_id)
        return skill.name if skill else skill_id

    def kind(self, skill_id: str) -> Kind | Literal[""]:
        """Kind of a skill; the empty string for an unknown id."""
        skill = self.skills.get(skill_id)
        return skill.kind if skill else ""

    def either(self, options: Iterable[str]) -> str:
        """Names of interchangeable skills as one phrase ("Docker or Podman")."""
        return " or ".join(map(self.name, options))

    @cached_property
    def teaching(self) -> Mapping[str, tuple[Resource, ...]]:
        """Resources by the skill they teach: free before paid, without account before with, then shortest."""
        order = {"free": 0, "free-account": 1, "paid": 2}
        found: dict[str, list[Resource]] = {}
        for resource in sorted(self.resources.values(), key=lambda r: (order[r.cost], r.hours, r.id)):
            for skill_id in resource.skill_ids:
                found.setdefault(skill_id, []).append(resource)
        return {skill_id: tuple(resources) for skill_id, resources in found.items()}

    @cached_property
    def alternatives(self) -> Mapping[str, tuple[str, ...]]:
        """Skill id -> sorted ids of its alternatives. The relation counts in both directions."""
        found: dict[str, set[str]] = {}
        for skill in self.skills.values():
            # The data states a pair once ("podman alternative_to docker"); a user may hold either of the two.
            for other in skill.related("alternative_to"):
                found.setdefault(skill.id, set()).add(other)
                found.setdefault(other, set()).add(skill.id)
        return {skill_id: tuple(sorted(others)) for skill_id, others in found.items()}

    @cached_property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """Skill id -> ids of the skills that are parts of it, sorted."""
        found: dict[str, set[str]] = {}
        for skill in self.skills.values():
            for whole in skill.related("part_of"):
                found.setdefault(whole, set()).add(skill.id)
        return {whole: tuple(sorted(parts)) for whole, parts in found.items()}

    def roles_asking_for(self, skill_id: str) -> tuple[tuple[RoleProfile, Requirement], ...]:
        """The roles that ask for a skill, with what they ask."""
        return tuple(
            (role, requirement)
            for role in self.roles.values()
            for requirement in role.requirements
            if skill_id in requirement.options
        )


def cached_per_taxonomy(make: Callable[[Taxonomy], T]) -> Callable[[Taxonomy], T]:
    """Cache the result of ``make`` per taxonomy, for as long as that taxonomy exists."""
    # Weak keys: a user may upload new data files many times, and lru_cache would keep every taxonomy in memory.
    made: WeakKeyDictionary[Taxonomy, T] = WeakKeyDictionary()

    @wraps(make)
    def found(taxonomy: Taxonomy) -> T:
        if taxonomy not in made:
            made[taxonomy] = make(taxonomy)
        return made[taxonomy]

    return found


MAX_FAULT = 400
"""Upper limit for the characters of a fault; a longer one is cut."""
Origin = Path | tuple[DataFile, ...]
"""Path of a data file, path of a folder of them, or files already in memory."""


def load(*origins: Origin) -> Taxonomy:
    """Load a taxonomy from ``origins``, or from the project's data if there are none. Later origins replace same ids.

    Raises:
        DataError: A file breaks a rule; every fault is listed.
        RequestError: An origin contains no data files.
    """
    taxonomy, faults = load_with_faults(*origins)
    if faults:
        raise DataError(tuple(faults))
    return taxonomy


def load_with_faults(*origins: Origin) -> tuple[Taxonomy, list[str]]:
    """Load everything readable from ``origins``, and report every fault as ``file: key: rule``.

    Raises:
        RequestError: An origin contains no data files.
    """
    faults: list[str] = []
    parts: dict[str, dict[str, Any]] = {name: {} for name in Taxonomy.__dataclass_fields__ if name != "lexicon"}
    words, shown = own(), set[str]()
    # Layers are merged before any rule between tables is checked: a user's role may ask for a skill of ours.
    for origin in origins or (DATA,):
        data_files = overlay.files(origin) if isinstance(origin, Path) else origin
        layer = overlay.read(data_files, faults, trusted=origin == DATA)
        words = words.with_files(layer.words)
        if "activities" in layer.words:
            shown |= layer.words["activities"].table("wordings").keys()
        for name, part in parts.items():
            part |= getattr(layer, name)
    taxonomy = Taxonomy(**{name: dict(sorted(part.items())) for name, part in parts.items()}, lexicon=words)
    if not taxonomy.skills:
        faults.append("skills: file: no file contains a skill")
    faults.extend(
        f"activities.toml: {skill_id}: there is no such skill" for skill_id in sorted(shown - set(taxonomy.skills))
    )
    faults.extend(
        f"certificates.toml: {skill_id}: there is no such certification"
        for skill_id in taxonomy.certificates
        if skill_id not in taxonomy.skills or taxonomy.skills[skill_id].kind != "certification"
    )
    faults += check(taxonomy.skills, taxonomy.roles, taxonomy.resources, taxonomy.sources)
    return taxonomy, [fault if len(fault) <= MAX_FAULT else f"{fault[:MAX_FAULT]}\u2026" for fault in faults]
