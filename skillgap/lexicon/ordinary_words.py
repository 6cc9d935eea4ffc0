"""Loads ordinary words of English, so that none is read as a misspelled or respelled name of a product.

The list is SCOWL's for spelling checkers. It is curated, holds no products, and may be copied with its notice.
A frequency list such as wordfreq's holds "powerpoint" beside "market", has 57 MB, and a stricter licence.
"""

from functools import cache

from skillgap.locations import DATA

FILE = "english_words.txt"
MIN_STEM = 4
"""Letters of the shortest word in the list."""
ENDINGS = ("s", "es", "ed", "ing", "ings", "er", "ers", "ly")
"""Endings of regular forms, which the list leaves out."""


@cache
def ordinary_words() -> frozenset[str]:
    """Return the words of the list without regular forms, for ``is_ordinary``."""
    lines = (DATA / FILE).read_text(encoding="ascii").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def is_ordinary(word: str) -> bool:
    """Return whether a lower-case word, or the word of which it is a form, is ordinary English ("markets")."""
    words = ordinary_words()
    return word in words or any(stem in words for stem in stems(word))


def stems(word: str) -> list[str]:
    """Return the words of which a word may be a regular form ("managing": "manag", "manage")."""
    found = []
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= MIN_STEM:
            found.append(stem)
            if ending[0] in "ei":
                # "managed" is a form of "manage"
                found.append(f"{stem}e")
                # "planning", "applies"
                if stem[-1] == stem[-2]:
                    found.append(stem[:-1])
                if stem[-1] == "i":
                    found.append(f"{stem[:-1]}y")
    return found
