"""Detects a text that is not in English by its common words or its script."""

import re
from collections import Counter
from unicodedata import name

from skillgap.lexicon import own

SAMPLE = 6_000
"""Characters at the beginning of a text that are examined."""
MIN_WORDS = 40
"""Fewest words of a text with a language; a list of names has none."""
LEAD = 2.0
"""Least ratio of another language's common words to English ones in a text of that language."""
MIN_SHARE = 0.06
"""Least share of that language's common words in such a text."""
MIN_FOREIGN = 0.4
"""Share of non-Latin letters from which a text is in another language."""
COMMON = {language: frozenset(words) for language, words in own().languages.words.items()}
"""Language -> its commonest words."""
_WORD = re.compile(r"[^\W\d_]+")


def non_english_warning(text: str) -> str:
    """A sentence that warns of a text in another language; empty for English."""
    sample = text[:SAMPLE].lower()
    characters = Counter(sample)
    letters = sum(count for character, count in characters.items() if character.isalpha())
    strangers = sum(count for character, count in characters.items() if _is_strange(character))
    if strangers > MIN_FOREIGN * letters:
        return _sentence("another language than English")
    words = _WORD.findall(sample)
    if len(words) < MIN_WORDS:
        return ""
    told = Counter(words)
    counts = {language: sum(told.get(word, 0) for word in common) for language, common in COMMON.items()}
    language = max(counts, key=lambda key: (counts[key], key))
    # a resume in English may name "San Juan de la Cruz": a few foreign words are no other language
    if counts[language] > LEAD * counts["English"] and counts[language] > MIN_SHARE * len(words):
        return _sentence(language)
    return ""


def _is_strange(character: str) -> bool:
    """Whether a character is a letter of another script than the Latin one."""
    return not character.isascii() and character.isalpha() and not name(character, "").startswith("LATIN")


def _sentence(language: str) -> str:
    return (
        f"This resume seems to be written in {language}. Only English is understood: names of tools are found, but "
        "what is said about them may be missed. Upload an English version for a full reading."
    )
