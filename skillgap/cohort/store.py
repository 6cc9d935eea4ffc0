"""Cache of extractions in a folder, by content, so that a second run reads only new files.

Files are written atomically. The folder contains the text of resumes, so only its owner may read it.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from skillgap import saved_json
from skillgap.cohort.reading import Extracted
from skillgap.model.resume import Document, Mention, Notice, Outline, Period, Section, UncheckedTerm
from skillgap.model.rewriting import Edit, Rewriting
from skillgap.nlp.extractor import Extraction

PACKAGE = Path(__file__).parents[1]
PLACES = range(10_000_000)
"""Accepted range of integers in a cached file."""
IDS = "ids.json"


class Store:
    """A folder of extractions, valid for one version of program and data.

    Args:
        folder: The folder; it is created if missing.
        origins: Files and folders that the taxonomy was loaded from.
    """

    def __init__(self, folder: Path, origins: tuple[Path, ...]) -> None:
        self.folder = folder
        self.version = fingerprint((PACKAGE, *origins))
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def load(self, digest: str) -> Extracted | None:
        """The cached extraction of a content; ``None`` if it is missing, damaged or of another version."""
        try:
            content = json.loads(self._path(digest).read_bytes())
            if content.pop("version") != self.version:
                return None
            return _EXTRACTED(content)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def save(self, digest: str, extracted: Extracted) -> None:
        """Cache an extraction, unless its refusal is temporary."""
        if not extracted.temporary:
            content = {"version": self.version, **_plain(extracted)}
            write(self._path(digest), [json.dumps(content).encode("ascii")])

    def ids(self) -> dict[str, str]:
        """Digest -> id, from earlier runs."""
        try:
            found = json.loads((self.folder / IDS).read_bytes())
            return saved_json.table(saved_json.text)(found)
        except (OSError, ValueError):
            return {}

    def save_ids(self, ids: Mapping[str, str]) -> None:
        """Save the ids."""
        write(self.folder / IDS, [json.dumps(dict(ids), indent=1, sort_keys=True).encode("ascii")])

    def _path(self, digest: str) -> Path:
        return self.folder / f"{digest}.json"


def write(path: Path, parts: Iterable[bytes]) -> None:
    """Write parts as one file atomically, with permissions for its owner alone."""
    draft = path.with_name(f".{path.name}.part")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.writelines(parts)
    draft.replace(path)


def fingerprint(places: tuple[Path, ...]) -> str:
    """Hash of all program and data files that a reading depends on."""
    made = hashlib.sha256()
    for place in places:
        files = sorted(one for one in place.rglob("*") if one.suffix in {".py", ".toml"}) if place.is_dir() else [place]
        for file in files:
            made.update(file.name.encode("utf-8", "replace"))
            made.update(file.read_bytes())
    return made.hexdigest()


def _plain(extracted: Extracted) -> dict[str, Any]:
    """Convert an extraction to JSON types."""
    if extracted.document is None or extracted.found is None:
        return {"refusal": extracted.refusal}
    found = {
        "mentions": [asdict(one) for one in extracted.found.mentions],
        "terms": [asdict(one) for one in extracted.found.terms],
        "outline": asdict(extracted.found.outline),
    }
    return {"document": asdict(extracted.document), "found": found}


def _or_none(check: saved_json.Check[Any]) -> saved_json.Check[Any]:
    return lambda value: None if value is None else check(value)


_WHOLE: saved_json.Rules = {int: saved_json.number(PLACES)}
_PERIOD = saved_json.record(Period, {**_WHOLE, "end": _or_none(_WHOLE[int])})
_DATED: dict[str | type, saved_json.Check[Any]] = {**_WHOLE, "period": _or_none(_PERIOD)}
_REWRITING = saved_json.record(Rewriting, {**_WHOLE, Edit: saved_json.record(Edit, _WHOLE)})
_DOCUMENT = saved_json.record(Document, {**_WHOLE, Notice: saved_json.record(Notice, _WHOLE), Rewriting: _REWRITING})
_OUTLINE = saved_json.record(Outline, {**_WHOLE, Section: saved_json.record(Section, _DATED)})
_FOUND = saved_json.record(
    Extraction,
    {Mention: saved_json.record(Mention, _DATED), UncheckedTerm: saved_json.record(UncheckedTerm, _WHOLE),
     Outline: _OUTLINE},
)  # fmt: skip
_EXTRACTED = saved_json.record(Extracted, {"document": _or_none(_DOCUMENT), "found": _or_none(_FOUND)})
