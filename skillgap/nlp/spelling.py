"""Recognises misspelled names of skills ("Kubernets", "Javascipt")."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from skillgap.lexicon.ordinary_words import is_ordinary
from skillgap.model.taxonomy import Skill

MIN_MISSPELLED = 6
"""Letters of the shortest name that is recognised with a letter missing or added, or two swapped."""
MIN_CHANGED = 8
"""Letters of the shortest name that is recognised with a letter changed; "locker" is not Looker."""
MIN_TWO_ERRORS = 10
"""Letters of the shortest name that is recognised with two letters wrong."""
MAX_ERRORS = 2


class SpellingCorrector:
    """Finds the one skill whose name a term misspells.

    A misspelling has one wrong, missing, added or swapped letter (two in long names) and the right first letter. A
    real name or an ordinary English word is no misspelling: "market" is not Marketo.

    Args:
        skills: Skills whose clear names are recognised.
    """

    def __init__(self, skills: Iterable[Skill]) -> None:
        self._names: dict[tuple[str, int], dict[str, str]] = {}
        for skill in skills:
            for alias in skill.aliases:
                name = alias.text.lower()
                if alias.rule == "any-case" and len(name) >= MIN_MISSPELLED and name.replace(" ", "").isalpha():
                    self._names.setdefault((name[0], len(name)), {})[name] = skill.id

    def correct(self, term: str) -> str:
        """Return the id of the skill that a lower-case term misspells; empty for none or several."""
        if not term.replace(" ", "").isalpha():
            return ""
        skill_ids: set[str] = set()
        for length in range(len(term) - MAX_ERRORS, len(term) + MAX_ERRORS + 1):
            allowed = MAX_ERRORS if min(length, len(term)) >= MIN_TWO_ERRORS else 1
            names = self._names.get((term[0], length), {})
            similar = process.extract(term, names.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=None)
            skill_ids |= {names[name] for name, _, _ in similar if _may_be_meant(term, name)}
        # "Azurre" is near one name; a term near two names is ambiguous
        return skill_ids.pop() if len(skill_ids) == 1 else ""


def _may_be_meant(term: str, name: str) -> bool:
    """Return whether a term that is close to a name can only be that name."""
    # "elastic search", "trading system" for "trading systems"
    if term.replace(" ", "") == name.replace(" ", "") or (" " in name and {term, name} in _numbers(term, name)):
        return True
    changed = set(term.split()) - set(name.split())
    return not any(map(is_ordinary, changed)) and _is_plainly_meant(term, name)


def _numbers(term: str, name: str) -> tuple[set[str], set[str]]:
    """Return each term with its plural."""
    return {term, f"{term}s"}, {name, f"{name}s"}


def _is_plainly_meant(term: str, name: str) -> bool:
    """Return whether the difference between a term and a name makes no other word likely."""
    # "Pyhton" swaps two letters of a short name, "locker" changes one
    shorter = min(len(name), len(term))
    plain = len(name) != len(term) or shorter >= MIN_CHANGED or sorted(name) == sorted(term)
    return plain and _differs_in_long_words(term, name)


def _differs_in_long_words(term: str, name: str) -> bool:
    """Return whether two terms differ in long words alone: "cash handling" is no "call handling"."""
    pairs = zip(term.split(), name.split(), strict=False)
    return all(word == other or min(len(word), len(other)) >= MIN_MISSPELLED for word, other in pairs)
