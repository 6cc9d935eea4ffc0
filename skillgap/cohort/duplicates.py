"""Contents that may be one person's: nearly the same words, or the same e-mail address. They are asked about."""

from collections.abc import Iterable, Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from skillgap.model.cohort import Entry, Pair, PairKind

SAME_WORDS = 0.97
"""Part of the words that two versions of one resume share, in their order."""


def pairs(entries: Sequence[Entry]) -> tuple[Pair, ...]:
    """Every pair to ask about, in the order of the entries; files of equal text are one person's without a question."""
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
    """Digest -> digest of the first entry with equal words, for the entries that have one before them."""
    first: dict[str, str] = {}
    found = {}
    for entry in entries:
        words = " ".join(entry.reading.document.text.split()) if entry.reading else ""
        if words and first.setdefault(words, entry.digest) != entry.digest:
            found[entry.digest] = first[words]
    return found


def _spelled(entries: Iterable[Entry]) -> list[str]:
    """Each text with one sign a word, which compares a hundred times as fast as words do."""
    signs: dict[str, str] = {}
    return [
        "".join(signs.setdefault(word, chr(len(signs) + 1)) for word in entry.reading.document.text.split())
        for entry in entries
        if entry.reading
    ]
