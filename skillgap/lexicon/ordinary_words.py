"""Knows the ordinary words of English, so that none is taken for a misspelled or respelled name of a product.

The list is SCOWL's, made for spelling checkers: curated, so that it holds no product, and free to copy with its notice.
(A frequency list such as wordfreq's holds "powerpoint" and "photoshop" beside "market", weighs 57 MB, and its data may
be passed on under its own licence alone.)
"""

from functools import cache

from skillgap.locations import DATA

FILE = "english_words.txt"
MIN_STEM = 4
"""Letters of the shortest word in the list."""
ENDINGS = ("s", "es", "ed", "ing", "ings", "er", "ers", "ly")
"""Endings that make forms of a word; regular forms are not listed."""


@cache
def ordinary_words() -> frozenset[str]:
    """Return the words of the list, regular forms left out; ask ``is_ordinary``."""
    lines = (DATA / FILE).read_text(encoding="ascii").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def is_ordinary(word: str) -> bool:
    """Return whether a lower-case word, or what it is a form of, is an ordinary word of English ("markets")."""
    words = ordinary_words()
    return word in words or any(stem in words for stem in stems(word))


def stems(word: str) -> list[str]:
    """Return what a word may be a regular form of ("managing": "manag", "manage")."""
    found = []
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= MIN_STEM:
            found.append(stem)
            if ending[0] in "ei":
                found.append(f"{stem}e")
                # "planning", "applies"
                if stem[-1] == stem[-2]:
                    found.append(stem[:-1])
                if stem[-1] == "i":
                    found.append(f"{stem[:-1]}y")
    return found
