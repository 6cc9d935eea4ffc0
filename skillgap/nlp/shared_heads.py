"""Gives the head at the end of a row to every member ("regression, functionality, sanity and acceptance testing")."""

from collections.abc import Iterable, Iterator, Sequence

from skillgap.lexicon.ordinary_words import is_ordinary
from skillgap.model.taxonomy import Skill
from skillgap.nlp.annotations import Layout
from skillgap.nlp.list_items import WORD_JOINTS
from skillgap.nlp.spans import TokenSpan
from skillgap.nlp.tokens import Tokens

JOINTS = WORD_JOINTS | {"&"}
MARKS = JOINTS | {",", "/"}
"""What stands between the members of a row."""
MAX_MEMBER = 2
"""Words of the longest member without its head."""


class SharedHeads:
    """Finds names whose last word a row shares.

    Args:
        skills: Skills whose clear names of several words may lose their head.
    """

    def __init__(self, skills: Iterable[Skill]) -> None:
        self._names = {
            alias.text.lower(): skill.id
            for skill in skills
            for alias in skill.aliases
            # "personal and professional integrity" names one trait, not two
            if skill.kind != "soft" and alias.rule == "any-case" and " " in alias.text
        }

    def find(self, tokens: Tokens, layout: Layout, candidates: Sequence[TokenSpan]) -> list[TokenSpan]:
        """Return the members that are names with the head of their row and stand without it."""
        cut = frozenset((*layout.sentence_starts, *layout.cells))
        bounds = {span.start: span.end for span in candidates}
        covered = {index for span in candidates for index in range(span.start, span.end)}
        found = []
        for span in candidates:
            # "GUI and web testing" shares its head, "Java, Oracle, MS Windows" is a list
            if span.end - span.start < 2 or span.label != "any-case" or tokens.lower[span.start - 1] not in JOINTS:
                continue
            if not is_ordinary(tokens.lower[span.end - 1]):
                continue
            for start, end in self._members(tokens, span, cut):
                skill_id = self._names.get(" ".join((*tokens.lower[start:end], tokens.lower[span.end - 1])), "")
                # "regression" names an analysis by itself and a test in this row; "Java" stays what it is
                own = bounds.get(start) == end == start + 1 and is_ordinary(tokens.lower[start])
                free = own or covered.isdisjoint(range(start, end))
                # "windows and windows phone" repeats its first word
                free = free and not set(tokens.lower[start:end]) & set(tokens.lower[span.start : span.end])
                if skill_id and free:
                    found.append(TokenSpan(start, end, "any-case", skill_id))
        return list({span.start: span for span in found}.values())

    def _members(self, tokens: Tokens, last: TokenSpan, cut: frozenset[int]) -> Iterator[tuple[int, int]]:
        """Yield the members before the last one, from right to left."""
        lower, head, end = tokens.lower, tokens.lower[last.end - 1], last.start
        while True:
            end = _before_mark(lower, end, cut)
            sizes = range(min(MAX_MEMBER, end), 0, -1)
            size = next((one for one in sizes if self._is_member(lower, end - one, end, head, cut)), 0)
            if not size:
                return
            yield end - size, end
            end -= size

    def _is_member(self, lower: Sequence[str], start: int, end: int, head: str, cut: frozenset[int]) -> bool:
        """Return whether words may share a head: with it they are a name, or they are one word between marks."""
        words = lower[start:end]
        if not all(word.isalpha() and word not in JOINTS for word in words) or not cut.isdisjoint(
            range(start + 1, end)
        ):
            return False
        opens = start == 0 or start in cut or lower[start - 1] in MARKS
        return " ".join((*words, head)) in self._names or (opens and len(words) == 1)


def _before_mark(lower: Sequence[str], start: int, cut: frozenset[int]) -> int:
    """Return where the member before a mark ends; 0 where no mark stands before ``start``."""
    end = start - 1
    if end < 1 or start in cut or end in cut or lower[end] not in MARKS:
        return 0
    # "sanity, and acceptance testing"
    return end - 1 if lower[end] in JOINTS and lower[end - 1] == "," else end
