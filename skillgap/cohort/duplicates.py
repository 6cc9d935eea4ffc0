"""Find contents that may belong to one person: nearly equal words, or an equal e-mail address. The advisor decides."""

from collections.abc import Iterable, Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from skillgap.model.cohort import Entry, Pair, PairKind

SAME_WORDS = 0.97
"""Least similarity of two versions of one resume, 0 to 1, by words in order.

In a resume of 200 words, up to 6 words may differ.
"""


def pairs(entries: Sequence[Entry]) -> tuple[Pair, ...]:
    """All pairs that need a decision, in the order of the entries. Files of equal text belong to one person anyway."""
    held = [entry for entry in entries if entry.reading]
    texts = _spelled(held)
    alike = process.cdist(texts, texts, scorer=Indel.normalized_similarity, score_cutoff=SAME_WORDS)
    found: dict[tuple[int, int], PairKind] = {
        (min(one), max(one)): "same text" for one in np.argwhere(alike).tolist() if one[0] != one[1]
    }
    by_email: dict[str, list[int]] = {}
    for place, entry in enumerate(held):
        if entry.email:
            found |= {(before, place): "same e-mail" for before in by_email.get(entry.email, ())}
            by_email.setdefault(entry.email, []).append(place)
    kinds = {one: kind for one, kind in found.items() if texts[one[0]] != texts[one[1]]}
    return tuple(Pair(held[first].digest, held[second].digest, kinds[first, second]) for first, second in sorted(kinds))


def same_text(entries: Iterable[Entry]) -> dict[str, str]:
    """Digest -> digest of the first entry with equal words, for each entry that repeats an earlier one."""
    first: dict[str, str] = {}
    found = {}
    for entry in entries:
        words = " ".join(entry.reading.document.text.split()) if entry.reading else ""
        if words and first.setdefault(words, entry.digest) != entry.digest:
            found[entry.digest] = first[words]
    return found


def _spelled(entries: Iterable[Entry]) -> list[str]:
    """Each text with one character for each distinct word; strings compare 100 times faster than word lists."""
    signs: dict[str, str] = {}
    return [
        "".join(signs.setdefault(word, chr(len(signs) + 1)) for word in entry.reading.document.text.split())
        for entry in entries
        if entry.reading
    ]
