"""Makes the forms of regular English verbs; ``data/lexicon/feedback_words.toml`` lists irregular past forms."""

import re

VOWELS = frozenset("aeiou")
_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
"""A verb of one short syllable, which doubles its last letter: map, mapped."""


def past(verb: str) -> str:
    """The past form of a regular verb."""
    if _ends_in_y(verb):
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{_stem(verb)}ed"


def third_person(verb: str) -> str:
    """The form with -s."""
    if _ends_in_y(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"


def ing(verb: str) -> str:
    """The form in -ing."""
    return f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith("ee") else f"{_stem(verb)}ing"


def forms(verb: str) -> set[str]:
    """All forms of a regular verb: log, logs, logged, logging."""
    return {verb, third_person(verb), past(verb), ing(verb)}


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in VOWELS


def _stem(verb: str) -> str:
    return verb + verb[-1] if _SHORT.fullmatch(verb) else verb
