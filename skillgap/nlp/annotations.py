"""Defines the results of the steps of the pipeline for one text."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from skillgap.nlp.spans import Bounds, TokenSpan
from skillgap.nlp.tokens import Tokens


class LevelRow(NamedTuple):
    """Holds the years and the level in a row of a table, for the skill in its first cell."""

    years: int
    basic: bool


@dataclass(frozen=True)
class Layout:
    """Holds the layout of a text. Lines, sentences and sections each cover every token, in order.

    Attributes:
        lines: Lines of the text that are not empty.
        headings: Lines that open a section, labelled with its kind.
        sections: Sections, labelled with their kind; "top" before the first heading.
        sentences: Lines, joined where a sentence runs over several.
        entries: Jobs, projects and courses; a section without any is one entry.
        cells: First tokens of the cells of rows, except the first cell of each row.
        running: Lines that a page repeats at its head or foot.
        levels: First token of a row in a table of levels -> its years and level.
    """

    lines: tuple[Bounds, ...]
    headings: tuple[TokenSpan, ...]
    sections: tuple[TokenSpan, ...]
    sentences: tuple[Bounds, ...]
    entries: tuple[TokenSpan, ...]
    running: tuple[Bounds, ...] = ()
    cells: frozenset[int] = frozenset()
    levels: Mapping[int, LevelRow] = field(default_factory=dict)

    @cached_property
    def text_lines(self) -> list[Bounds]:
        """Lines without those that a page repeats."""
        running = frozenset(self.running)
        return [line for line in self.lines if line not in running]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """First token of each sentence."""
        return [start for start, _ in self.sentences]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]

    @cached_property
    def _entry_starts(self) -> list[int]:
        return [entry.start for entry in self.entries]

    def sentence_number(self, index: int) -> int:
        """Return the ordinal of the sentence that holds a token."""
        return bisect_right(self.sentence_starts, index) - 1

    def sentence(self, index: int) -> Bounds:
        """Return the sentence that holds a token."""
        return self.sentences[bisect_right(self.sentence_starts, index) - 1]

    def section(self, index: int) -> str:
        """Return the kind of the section that holds a token."""
        return self.sections[bisect_right(self._section_starts, index) - 1].label

    def entry_number(self, index: int) -> int:
        """Return the ordinal of the entry that holds a token."""
        return bisect_right(self._entry_starts, index) - 1


@dataclass(frozen=True, slots=True)
class Annotations:
    """Holds all results of the pipeline for one text. Spans are in text order.

    Attributes:
        tokens: The words.
        layout: Lines, headings, sections, sentences and entries.
        candidates: Names, everyday phrases and implicit mentions, labelled with the rule by which they were found.
        skills: Candidates and misspelled names that claim a skill.
        uncertain: Candidates that the user has to confirm.
        unmatched: Items of skill lists that match no alias.
        listed: First tokens of the skills that stand in a name list.
        scopes: Tokens that cues govern, labelled with what the cue asserts.
    """

    tokens: Tokens
    layout: Layout
    candidates: tuple[TokenSpan, ...]
    skills: tuple[TokenSpan, ...]
    uncertain: tuple[TokenSpan, ...]
    unmatched: tuple[TokenSpan, ...]
    listed: frozenset[int]
    scopes: tuple[TokenSpan, ...]
