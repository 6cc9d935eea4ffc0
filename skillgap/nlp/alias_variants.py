"""Spells the variants of an alias: its words apart or joined, and simple plurals.

The tokenizer reads a hyphen between letters as a space, so that hyphenated spellings need no listing.
"""

import re

from skillgap.lexicon import own
from skillgap.lexicon.ordinary_words import is_ordinary
from skillgap.model.taxonomy import Alias, Skill

_HUMP = re.compile(r"([A-Z]?[a-z]{1,40}|[A-Z]{2,40})([A-Z][a-zA-Z]+)$")
_WORDS = re.compile(r"[^\W_]+")
MIN_JOINED = 6
"""Letters of the shortest joined spelling: "power bi" becomes "powerbi", "c lan" does not become "clan"."""
INVARIANT_ENDINGS = own().word_forms.words["invariant_endings"]
"""Endings of words whose final s is no plural ("analytics")."""
MAX_COUNTED = 3
"""Words of the longest name that has a plural; longer names are phrases."""
FUNCTION_WORDS = own().word_forms.word_set("function_words")
"""Words at which no name is split: "move it" is not MOVEit, "in design" is not InDesign."""
FOLDED_RULES = frozenset({"any-case", "needs-context"})
"""Alias rules that match a name in any case, and so its variants."""
PRODUCTS = frozenset({"tool", "os", "database"})
"""Kinds whose skills are mostly products."""
COUNTED = {"concept", "method", "network", "security", "soft", "tool", "os", "database"}
"""Kinds whose names may be written in the plural; a language or product keeps its name."""


def written_forms(skill: Skill) -> tuple[str, ...]:
    """Return every form in which a skill is written: its name, its aliases and their spellings, each once."""
    forms = [skill.name]
    for alias in skill.aliases:
        forms += alias_forms(alias, skill.kind)
    return tuple(dict.fromkeys(forms))


def alias_forms(alias: Alias, kind: str) -> tuple[str, ...]:
    """Return an alias and, where its rule folds case, its spellings."""
    if alias.rule not in FOLDED_RULES:
        return (alias.text,)
    return spellings(alias.text, kind, guarded=alias.rule != "any-case")


def spellings(alias: str, kind: str, *, guarded: bool = False) -> tuple[str, ...]:
    """Return every spelling of an alias that is matched in any case, itself first, each once.

    A ``guarded`` alias is an ordinary word too, and counts only in a list or near a cue.
    """
    forms = dict.fromkeys([alias, *_joints(alias)])
    if kind in COUNTED and alias.count(" ") < MAX_COUNTED:
        for form in tuple(forms):
            # "notions" is not Notion, "rips" is not RIP: a proper name has no ordinary word as its plural
            proper = (guarded and kind in PRODUCTS and form[0].isupper()) or form[1:] != form[1:].lower()
            forms |= dict.fromkeys(one for one in _numbers(form, kind) if not (proper and is_ordinary(one.lower())))
    return tuple(forms)


def _joints(alias: str) -> list[str]:
    """Return the joined spelling of two words ("PowerBI"), or the two words of a joined one ("Dev Ops")."""
    words = re.split(r"[ -]", alias)
    if len(words) > 1 and all(_WORDS.fullmatch(word) for word in words):
        joined = "".join(words)
        # "power tools" must not become "powertools": only names with capitals or hyphens are joined
        proper = alias != alias.lower() or "-" in alias
        return [joined] if proper and len(words) == 2 and len(joined) >= MIN_JOINED and joined.isalpha() else []
    # "DevOps" becomes "Dev Ops"
    hump = _HUMP.fullmatch(alias)
    if hump and not FUNCTION_WORDS.isdisjoint({hump[1].lower(), hump[2].lower()}):
        return []
    if hump and min(len(hump[1]), len(hump[2])) >= 2 and not (hump[1].isupper() and len(hump[2]) < 3):
        return [f"{hump[1]} {hump[2]}"]
    return []


def _numbers(alias: str, kind: str) -> list[str]:
    """Return the plural of a singular name, or the singular of a plural one."""
    last = re.split(r"[^A-Za-z]", alias)[-1]
    if len(last) < 2 or not alias.endswith(last):
        return []
    lower = last.lower()
    # "data pipelines" is also written "data pipeline"; "analytics" and "DNS" have no singular
    if lower.endswith("s"):
        singular = kind in {"concept", "method", "network", "security", "soft"} and len(lower) > 4
        return [alias[:-1]] if singular and not lower.endswith(INVARIANT_ENDINGS) else []
    # "VPNs", "policies", "switches"
    if last.isupper() or len(last) > 3:
        if lower.endswith("y") and lower[-2] not in "aeiou":
            return [f"{alias[:-1]}ies"]
        return [f"{alias}es" if lower.endswith(("ch", "sh", "x", "z")) else f"{alias}s"]
    return []
