"""``data/**/*.toml`` into a Taxonomy, checked whole: everything the product knows about skills, roles and learning."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from skillgap.catalogue import Category, Requirement, Resource, RoleProfile, Skill, Source
from skillgap.errors import DataError, UnknownRoleError
from skillgap.taxonomy.checks import check
from skillgap.taxonomy.parsing import resource_file, role_file, skill_file, source_file
from skillgap.taxonomy.tables import Table, parse

DATA = Path(__file__).resolve().parents[2] / "data"
SECTIONS = (
    "summary",
    "skills",
    "experience",
    "internships",
    "projects",
    "education",
    "coursework",
    "certifications",
    "activities",
    "volunteering",
    "languages",
    "interests",
    "references",
    "other",
)
CUES = (
    "negated_before",
    "negated_after",
    "learning_before",
    "learning_after",
    "wanted_before",
    "wanted_after",
    "pseudo",
    "terminators",
    "fillers",
    "degrees",
    "degrees_after",
    "held_before",
    "ordinary",
    "labels",
    "company_words",
    "company_words_after_at",
    "company_labels",
    "others",
)


@dataclass(frozen=True)
class Taxonomy:
    """Skills, roles and resources by id, and the words the extractor listens for.

    Attributes:
        categories: Families of skills, in alphabetical order of id.
        skills: Every skill by id.
        roles: Every role profile by id.
        resources: Every learning resource by id.
        sources: Where the facts come from.
        headings: Section kind -> the wordings that open it.
        cues: Kind of cue -> its wordings, see ``data/cues.toml``.
    """

    categories: Mapping[str, Category]
    skills: Mapping[str, Skill]
    roles: Mapping[str, RoleProfile]
    resources: Mapping[str, Resource]
    sources: Mapping[str, Source]
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

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
        """A skill's name as shown to people; the id itself where it is unknown."""
        skill = self.skills.get(skill_id)
        return skill.name if skill else skill_id

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
        """Skill id -> ids of the skills that do nearly the same job, both ways, sorted."""
        found: dict[str, set[str]] = {}
        for skill in self.skills.values():
            for other in skill.related("alternative_to"):
                found.setdefault(skill.id, set()).add(other)
                found.setdefault(other, set()).add(skill.id)
        return {skill_id: tuple(sorted(others)) for skill_id, others in found.items()}

    def asked_for(self, skill_id: str) -> tuple[tuple[RoleProfile, Requirement], ...]:
        """The roles that ask for a skill, with what they ask."""
        return tuple(
            (role, requirement)
            for role in self.roles.values()
            for requirement in role.requirements
            if skill_id in requirement.options
        )


def load(*folders: Path) -> Taxonomy:
    """The taxonomy in ``folders``, the project's own data when none is named; later folders replace same ids.

    Raises:
        DataError: A file breaks a rule; every fault is listed.
    """
    taxonomy, faults = inspect(*folders)
    if faults:
        raise DataError(tuple(faults))
    return taxonomy


def inspect(*folders: Path) -> tuple[Taxonomy, list[str]]:
    """What could be read of the taxonomy in ``folders``, and every fault as ``file: key: rule``."""
    faults: list[str] = []
    taxonomy = Taxonomy({}, {}, {}, {}, {}, {}, {})
    for folder in folders or (DATA,):
        layer = _layer(folder, faults)
        taxonomy = Taxonomy(
            *({**getattr(taxonomy, name), **getattr(layer, name)} for name in Taxonomy.__dataclass_fields__)
        )
    if not taxonomy.skills:
        faults.append("skills: file: there is no skill in any file")
    return taxonomy, faults + check(taxonomy.skills, taxonomy.roles, taxonomy.resources, taxonomy.sources)


def _layer(folder: Path, faults: list[str]) -> Taxonomy:
    categories: dict[str, Category] = {}
    skills: dict[str, Skill] = {}
    for file, stem, values in _files(folder, "skills", faults):
        category, found = skill_file(Table(file, "file", values, faults), stem)
        categories[stem] = category
        for skill in found:
            if skill.id in skills:
                faults.append(f"{file}: {skill.id}: the id is taken by skills/{skills[skill.id].category}.toml")
            skills[skill.id] = skill
    roles = {
        stem: role_file(Table(file, "file", values, faults), stem)
        for file, stem, values in _files(folder, "roles", faults)
    }
    resources: dict[str, Resource] = {}
    for file, _, values in _files(folder, "resources", faults):
        for resource in resource_file(Table(file, "file", values, faults)):
            if resource.id in resources:
                faults.append(f"{file}: {resource.id}: the id is taken by another resource")
            resources[resource.id] = resource
    return Taxonomy(
        dict(sorted(categories.items())),
        dict(sorted(skills.items())),
        dict(sorted(roles.items())),
        dict(sorted(resources.items())),
        {source.id: source for source in _single(folder, "sources.toml", source_file, faults, [])},
        _single(folder, "headings.toml", _words(SECTIONS), faults, {}),
        _single(folder, "cues.toml", _words(CUES), faults, {}),
    )


def _files(folder: Path, kind: str, faults: list[str]) -> list[tuple[str, str, dict[str, Any]]]:
    """Label, stem and contents of each TOML file of a folder, by name."""
    paths: Sequence[Path] = sorted((folder / kind).glob("*.toml"))
    return [(f"{kind}/{path.name}", path.stem, parse(path, f"{kind}/{path.name}", faults)) for path in paths]


def _single(
    folder: Path, name: str, read: Callable[[Table, dict[str, Any]], Any], faults: list[str], absent: Any
) -> Any:
    if not (folder / name).is_file():
        return absent
    values = parse(folder / name, name, faults)
    return read(Table(name, "file", values, faults), values)


def _words(keys: tuple[str, ...]) -> Callable[[Table, dict[str, Any]], dict[str, tuple[str, ...]]]:
    """A reader of files that hold one list of phrases a key."""

    def read(root: Table, values: dict[str, Any]) -> dict[str, tuple[str, ...]]:
        found = {key: root.texts(key) for key in keys if key in values}
        root.done()
        return found

    return read
