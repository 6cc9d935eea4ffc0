"""Loads ``data/lexicon/*.toml``: the words that the product searches for and the sentences that it explains with.

``schema`` lists the tables and fields of each file, ``patterns`` has the notation of wordings, ``checks`` finds faults.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache, cached_property
from itertools import chain
from typing import Any

from skillgap import locations
from skillgap.errors import DataError
from skillgap.lexicon import checks, patterns
from skillgap.lexicon.schema import FILES, WORDS, Entry

FOLDER = locations.DATA / "lexicon"


@dataclass(frozen=True, slots=True)
class WordFile:
    """One file of the lexicon, with the tables that ``schema`` lists.

    Attributes:
        words: Name -> the words of a closed list.
        needs: Name of a closed list -> the line that needs it.
        wordings: "table.name" -> wordings in the notation of ``patterns``, each with the line that needs it.
        texts: Table -> name -> sentence.
        records: Table -> name -> field -> value.
        hyphens: Whether a hyphen is part of a word in the texts that are searched.
        fixed: Whether each wording stands for phrases that can be listed.
    """

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    needs: Mapping[str, str] = field(default_factory=dict)
    wordings: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    records: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    hyphens: bool = False
    fixed: bool = False

    def word_set(self, name: str) -> frozenset[str]:
        """The words of a closed list as a set."""
        return frozenset(self.words[name])

    def pattern(self, name: str) -> re.Pattern[str]:
        """The pattern that finds any wording of a list ("table.name") as whole words."""
        found = (entry.find for entry in self.wordings[name])
        return patterns.compile_any(found, self.words, hyphens=self.hyphens)

    def alternation(self, name: str) -> str:
        """The words of a closed list as part of a regular expression, the longest first."""
        longest = sorted(self.words[name], key=lambda word: (-len(word), word))
        return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest)

    def table(self, name: str) -> Mapping[str, tuple[Entry, ...]]:
        """The lists of wordings in one table, by their names in it."""
        return {
            key.removeprefix(f"{name}."): entries
            for key, entries in self.wordings.items()
            if key.startswith(f"{name}.")
        }

    def cues(self) -> Mapping[str, tuple[str, ...]]:
        """Every list as plain phrases: the words of closed lists, and the phrases of fixed wordings.

        Entries with a smaller scope are a list of their own: "hedged.forward.1" has those with a scope of one word.
        """
        found: dict[str, tuple[str, ...]] = dict(self.words)
        for name, entries in self.wordings.items() if self.fixed else ():
            for limit in sorted({"", *(entry.limit for entry in entries)}):
                phrases = [patterns.phrases(one.find, self.words) for one in entries if one.limit == limit]
                found[f"{name}{limit}"] = tuple(dict.fromkeys(chain.from_iterable(phrases)))
        return found

    def over(self, other: "WordFile") -> "WordFile":
        """This file laid over another: its lists and tables replace those with the same name."""
        return replace(
            self,
            words={**other.words, **self.words},
            needs={**other.needs, **self.needs},
            wordings={**other.wordings, **self.wordings},
            texts={**other.texts, **self.texts},
            records={**other.records, **self.records},
        )


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words and sentences of the product, with a field for each file of ``data/lexicon/``; equal only to itself."""

    activities: WordFile
    cohort: WordFile
    context: WordFile
    dates: WordFile
    disambiguation: WordFile
    evidence: WordFile
    exclusions: WordFile
    feedback_rules: WordFile
    feedback_words: WordFile
    glossary: WordFile
    interview: WordFile
    languages: WordFile
    layout: WordFile
    postings: WordFile
    quick_wins: WordFile
    sections: WordFile
    word_forms: WordFile

    @cached_property
    def cues(self) -> Mapping[str, tuple[str, ...]]:
        """The lists of words around names in a resume, by their names in the files."""
        lists = {**self.context.cues(), **self.disambiguation.cues(), **self.exclusions.cues()}
        return {**lists, "verbs": self.feedback_words.words.get("verbs", ())}

    @property
    def level_names(self) -> Mapping[int, str]:
        """Level of evidence, 0 to 3 -> its name."""
        return {int(level): name for level, name in self.glossary.texts["levels"].items()}

    def with_files(self, files: Mapping[str, WordFile]) -> "Lexicon":
        """This lexicon with some files laid over its own."""
        return replace(self, **{stem: file.over(getattr(self, stem)) for stem, file in files.items()})


def read(stem: str, values: Mapping[str, Any], name: str, faults: list[str]) -> WordFile:
    """One parsed file; an empty one if it has faults, which are added as ``file: key: rule``."""
    schema = FILES[stem]
    found = [f"{name}: {key}: {rule}" for key, rule in checks.faults(schema, values, stem)]
    faults += found
    # an empty file lets the other files be checked as well
    if found:
        return WordFile()
    return WordFile(
        words={key: tuple(table["words"]) for key, table in values.get(WORDS, {}).items()},
        needs={key: table["needs"] for key, table in values.get(WORDS, {}).items()},
        wordings={
            f"{table}.{key}": tuple(Entry(**entry) for entry in entries)
            for table in schema.wordings
            for key, entries in values.get(table, {}).items()
        },
        texts={table: values[table] for table in schema.texts if table in values},
        records={table: values[table] for table in schema.records if table in values},
        hyphens=schema.hyphens,
        fixed=schema.fixed,
    )


@cache
def own() -> Lexicon:
    """The project's own lexicon, read once.

    Raises:
        DataError: A file breaks a rule; every fault is listed.
    """
    faults: list[str] = []
    files = dict(_own_files(faults))
    if faults:
        raise DataError(tuple(faults))
    return Lexicon(**{one.name: files[one.name] for one in fields(Lexicon)})


def _own_files(faults: list[str]) -> Iterator[tuple[str, WordFile]]:
    """Stem and content of each file of ``FOLDER``."""
    for path in sorted(FOLDER.glob("*.toml")):
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        yield path.stem, read(path.stem, values, f"lexicon/{path.name}", faults)
