"""Compares mentions with hand-made annotations: precision, recall, F1 and false alarms on traps.

A folder of annotated resumes holds ``NAME.txt`` and ``NAME.gold.jsonl``. Each line of the second is an object with
``start``, ``end`` (characters, end exclusive), ``surface``, ``canonical`` (the skill's usual full name), ``kind`` and
``status``. The status is held, learning, wanted, negated, trap or optional. A trap is a name that claims no skill. Two
annotators differed about an optional claim, so that a mention there is neither right nor wrong.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from skillgap.errors import RequestError
from skillgap.model.resume import Document, Mention
from skillgap.nlp.alias_variants import written_forms
from skillgap.taxonomy import Taxonomy

TRAP_SHARE = 0.5
"""Share of a mention inside a trap from which it is a false alarm."""

NOT_HELD = frozenset({"learning", "wanted", "negated"})
"""Statuses of claims that are not held."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotated claim or trap."""

    start: int
    end: int
    surface: str
    canonical: str
    kind: str
    status: str


@dataclass(slots=True)
class Score:
    """Counts over all resumes, from which every figure is computed.

    Attributes:
        right, wrong: Mentions that overlap an annotated claim, and those that do not.
        found, claims: Annotated claims that a mention overlaps, and all of them, by kind.
        named: Claims found under the right skill.
        traps, sprung: All traps, and those with a false alarm.
        not_held, right_status, seen_not_held: Claims not held that were found; those of them with the annotated
            status; those with any status but held.
        sections: (Section, "right" or "wrong") -> number of mentions.
        profile: True positives, predicted and annotated skills of each resume, summed.
        mistakes, misses: Skills of wrong mentions, and missed claims, by number.
    """

    right: int = 0
    wrong: int = 0
    found: Counter[str] = field(default_factory=Counter)
    claims: Counter[str] = field(default_factory=Counter)
    named: int = 0
    traps: int = 0
    sprung: int = 0
    not_held: int = 0
    right_status: int = 0
    seen_not_held: int = 0
    profile: list[int] = field(default_factory=lambda: [0, 0, 0])
    sections: Counter[tuple[str, str]] = field(default_factory=Counter)
    mistakes: Counter[str] = field(default_factory=Counter)
    misses: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """Share of mentions that overlap an annotated claim."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of annotated claims that a mention overlaps."""
        return _share(self.found.total(), self.claims.total())

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall)

    @property
    def right_skill(self) -> float:
        """Share of annotated claims found under the right skill."""
        return _share(self.named, self.claims.total())

    @property
    def profile_f1(self) -> float:
        """F1 of the sets of held skills, a resume at a time, summed over resumes."""
        hit, predicted, annotated = self.profile
        return _share(2 * hit, predicted + annotated)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def figures(score: Score) -> dict[str, Any]:
    """Every figure of a score by name, with recall by kind of skill and precision by section; shares from 0 to 1."""
    return {
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "right_skill": score.right_skill,
        "profile_f1": score.profile_f1,
        "traps_sprung": score.sprung,
        "traps": score.traps,
        "right_status": score.right_status,
        "at_least_not_held": score.seen_not_held,
        "not_held": score.not_held,
        "precision_by_section": {
            section: _share(score.sections[section, "right"], _mentions_in(score, section))
            for section in sorted({section for section, _ in score.sections})
        },
        "recall_by_kind": {kind: score.found[kind] / count for kind, count in sorted(score.claims.items())},
    }


def _mentions_in(score: Score, section: str) -> int:
    return score.sections[section, "right"] + score.sections[section, "wrong"]


def load(folder: Path) -> list[tuple[str, str, tuple[Annotation, ...]]]:
    """Stem, text and annotations of each resume in ``folder`` and below, by path.

    Raises:
        RequestError: The folder holds no annotated resumes, or an annotation does not fit its text.
    """
    found = []
    for path in sorted(folder.rglob("*.gold.jsonl")):
        stem = path.name.removesuffix(".gold.jsonl")
        try:
            text = (path.parent / f"{stem}.txt").read_bytes().decode("utf-8")
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
            marks = tuple(_annotation(row) for row in rows)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise RequestError(f"{path.name} and its text cannot be read as an annotated resume ({error}).") from error
        for mark in marks:
            if text[mark.start : mark.end] != mark.surface:
                raise RequestError(f"{path.name}: {mark.surface!r} does not stand at {mark.start} of {stem}.txt.")
        found.append((stem, text, marks))
    if not found:
        raise RequestError(f"{folder} holds no annotated resumes (NAME.txt with NAME.gold.jsonl).")
    return found


def _annotation(row: dict[str, Any]) -> Annotation:
    return Annotation(*(row[name] for name in ("start", "end", "surface", "canonical", "kind", "status")))


def in_file(document: Document, mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions with their places in the file, in which annotations count."""
    placed = []
    for mention in mentions:
        start, end = document.in_file(mention.start, mention.end)
        placed.append(replace(mention, start=start, end=end, surface=document.file_text[start:end]))
    return placed


def count_resume(
    score: Score, mentions: Iterable[Mention], annotations: Iterable[Annotation], taxonomy: Taxonomy
) -> None:
    """Add one resume to ``score``; uncertain mentions do not count, negated ones only where one is annotated."""
    marks = list(annotations)
    claims = [mark for mark in marks if mark.status not in {"trap", "optional"}]
    optional = [mark for mark in marks if mark.status == "optional"]
    denied = [mark for mark in marks if mark.status == "negated"]
    mine = [
        mention
        for mention in mentions
        if mention.assertion != "uncertain"
        and (mention.assertion != "negated" or any(_meet(mention, mark) for mark in denied))
    ]
    used: set[int] = set()
    hits: set[str] = set()
    for mark in claims:
        over = [index for index, mention in enumerate(mine) if _meet(mention, mark)]
        used.update(over)
        if _count_claim(score, mark, [mine[index] for index in over], taxonomy):
            hits.add(_folded(mark.canonical))
    # a mention of what two annotators read differently counts for neither side
    open_ = {index for index, one in enumerate(mine) if index not in used and any(_meet(one, m) for m in optional)}
    mine = [one for index, one in enumerate(mine) if index not in open_]
    used = {index for index, one in enumerate(mine) if any(_meet(one, mark) for mark in claims)}
    _count_wrong(score, mine, used, [mark for mark in marks if mark.status == "trap"])
    # a skill that is right in one place is no wrong skill of the profile
    strangers = {mention.skill_id for index, mention in enumerate(mine) if index not in used}
    strangers -= {mine[index].skill_id for index in used}
    wanted = {_folded(mark.canonical) for mark in claims if mark.status == "held"}
    counted = (len(hits), len(hits) + len(strangers), len(wanted))
    score.profile = [a + b for a, b in zip(score.profile, counted, strict=True)]


def _count_claim(score: Score, mark: Annotation, over: list[Mention], taxonomy: Taxonomy) -> bool:
    """Count one annotated claim with the mentions over it, and return whether a held claim has the right skill."""
    score.claims[mark.kind] += 1
    if not over:
        score.misses[mark.canonical] += 1
        return False
    score.found[mark.kind] += 1
    right = [mention for mention in over if _named(mention, mark, taxonomy)]
    if right:
        score.named += 1
    if mark.status != "held":
        score.not_held += 1
        score.right_status += over[0].assertion == mark.status
        score.seen_not_held += over[0].assertion in NOT_HELD
        return False
    return bool(right)


def _count_wrong(score: Score, mine: list[Mention], used: set[int], traps: list[Annotation]) -> None:
    """Count the mentions over claims, those over nothing, and the false alarms on traps."""
    loose = [mention for index, mention in enumerate(mine) if index not in used]
    score.right += len(used)
    score.wrong += len(loose)
    score.sections.update((mine[index].section, "right") for index in used)
    score.sections.update((mention.section, "wrong") for mention in loose)
    score.mistakes.update(mention.skill_id for mention in loose)
    score.traps += len(traps)
    score.sprung += sum(any(_fell(mention, trap) for mention in loose) for trap in traps)


def _meet(mention: Mention, mark: Annotation) -> bool:
    return mention.start < mark.end and mark.start < mention.end


def _fell(mention: Mention, trap: Annotation) -> bool:
    """Whether a mention is a false alarm on a trap."""
    # "Spring Boot" over the trap "Spring 2025" shares too little with it
    shared = min(mention.end, trap.end) - max(mention.start, trap.start)
    return shared > 0 and shared >= TRAP_SHARE * (mention.end - mention.start)


def _named(mention: Mention, mark: Annotation, taxonomy: Taxonomy) -> bool:
    """Whether a mention has the annotated skill, by any of the skill's names."""
    skill = taxonomy.skills.get(mention.skill_id)
    names = {_folded(text) for text in written_forms(skill)} if skill else set()
    return bool(names & {_folded(mark.canonical), _folded(mark.surface)})


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())
