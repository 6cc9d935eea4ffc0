"""Read the data files of one origin (ours or a user's) into a ``Layer``; a taxonomy merges several layers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from skillgap import lexicon, local_files
from skillgap.errors import RequestError
from skillgap.lexicon import WordFile, schema
from skillgap.model.learning import Certificate, Resource
from skillgap.model.role import RoleProfile
from skillgap.model.taxonomy import Advice, Category, Skill, Source
from skillgap.taxonomy.decoding import advice_file, skill_file, source_file
from skillgap.taxonomy.resource_decoding import certificate_file, resource_file
from skillgap.taxonomy.role_decoding import role_file
from skillgap.taxonomy.toml_reader import ROOT, TomlTable, parse, parse_bounded

MAX_DATA = 5_000_000
"""Upper limit for the bytes of all data files of one origin; ours have 3.2 million."""
MAX_FILES = 500
"""Upper limit for the data files of one origin; ours has 84."""
MAX_SKILLS = 5_000
"""Upper limit for a user's skills: above it, preparing the search in texts takes minutes."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A TOML file in memory, and the name used in its fault messages."""

    name: str
    content: bytes


@dataclass(slots=True)
class Layer:
    """Decoded contents of the files of one origin, by id."""

    categories: dict[str, Category] = field(default_factory=dict)
    skills: dict[str, Skill] = field(default_factory=dict)
    roles: dict[str, RoleProfile] = field(default_factory=dict)
    resources: dict[str, Resource] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    advice: dict[str, Advice] = field(default_factory=dict)
    certificates: dict[str, Certificate] = field(default_factory=dict)
    words: dict[str, WordFile] = field(default_factory=dict)
    """Stem of a lexicon file ("context") -> its lists."""


def files(path: Path) -> tuple[DataFile, ...]:
    """Read the TOML file at ``path``, or all TOML files in that folder and its subfolders, sorted by name.

    Raises:
        RequestError: The path has no TOML file, or cannot be read.
    """
    try:
        if path.is_dir():
            # Symbolic links could lead out of the folder the user named.
            inside = [one for one in sorted(path.rglob("*.toml")) if not one.is_symlink()][: MAX_FILES + 1]
            found = tuple(_file(one, one.relative_to(path).as_posix()) for one in inside)
        else:
            found = (_file(path, path.name),)
    except OSError as error:
        raise RequestError(f"The data at {path} cannot be read ({error.strerror}). Check the path.") from error
    if not found:
        raise RequestError(f"There is no TOML file in {path}. Give a data file or a folder of them.")
    return found


def _file(path: Path, name: str) -> DataFile:
    return DataFile(name.encode("utf-8", "replace").decode("utf-8"), local_files.read(path, MAX_DATA))


def read(data_files: Iterable[DataFile], faults: list[str], *, trusted: bool = True) -> Layer:
    """Decode data files. The fields of a file, not its folder, decide what it contains.

    Args:
        data_files: The files.
        faults: List to which faults are appended as ``file: key: rule``.
        trusted: Whether the files are ours. Others are parsed in a process with limits, and their size is limited.
    """
    layer = Layer()
    left = MAX_DATA
    for number, file in enumerate(data_files, start=1):
        left -= len(file.content)
        if left < 0 or number > MAX_FILES:
            most = f"{MAX_DATA // 1_000_000} MB or {MAX_FILES} files"
            faults.append(f"{file.name}: file: the data files together exceed {most}")
            break
        values = (parse if trusted else parse_bounded)(file.content, file.name, faults)
        _take(layer, file.name, values, TomlTable(file.name, ROOT, values, faults), faults)
        if not trusted and len(layer.skills) > MAX_SKILLS:
            faults.append(f"{file.name}: file: the data files together exceed {MAX_SKILLS:,} skills")
            layer.skills.clear()
            break
    return layer


def _take(layer: Layer, name: str, values: dict[str, Any], root: TomlTable, faults: list[str]) -> None:
    stem = Path(name).stem
    if stem == "sources":
        layer.sources |= {source.id: source for source in source_file(root, values)}
    elif "skills" in values or "category" in values:
        category, skills = skill_file(root, stem)
        layer.categories[stem] = category
        _add(layer.skills, skills, name, faults)
    elif "requirements" in values or "topics" in values:
        _add(layer.roles, [role_file(root, stem)], name, faults)
    elif "resources" in values:
        _add(layer.resources, resource_file(root), name, faults)
    elif stem == "certificates":
        layer.certificates |= {one.skill_id: one for one in certificate_file(root)}
    elif "advice" in values:
        _add(layer.advice, advice_file(root), name, faults)
    elif stem in schema.FILES:
        layer.words[stem] = lexicon.read(stem, values, name, faults)
    elif values:
        root.fault("contains no skills, requirements or resources")


def _add(
    known: dict[str, Any], found: Iterable[Skill | RoleProfile | Resource | Advice], name: str, faults: list[str]
) -> None:
    for one in found:
        if one.id in known:
            where = f"skills/{known[one.id].category}.toml" if isinstance(one, Skill) else "another file"
            faults.append(f"{name}: {one.id}: the id is taken by {where}")
        known[one.id] = one
