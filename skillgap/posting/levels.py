"""Finds the level at which a sentence of a job posting asks for each skill, by the nearest wording."""

import re
from collections.abc import Sequence
from typing import Final

from skillgap.model.resume import Mention
from skillgap.posting.headings import WORDS
from skillgap.posting.segments import Part

DEFAULT_LEVEL = 2
"""Level of a skill without a wording: a posting expects use, and can ask a student for no more."""
BASIC: Final = WORDS.pattern("wordings.basic")
CUSTOMARY: Final = WORDS.pattern("wordings.customary")
STRONG: Final = WORDS.pattern("wordings.strong")
WITHIN: Final = WORDS.pattern("wordings.within")
_YEARS = WORDS.alternation("years")
EXPERIENCED: Final = re.compile(
    rf"(?<![\w-])(?<!to )(?:[1-9]|1\d)(?: ?\+| plus)? ?(?:(?:-|to) ?\d{{1,2}} ?\+? ?)?(?:{_YEARS})(?:'| of)?(?!\w)",
    re.IGNORECASE,
)
"""Years of experience ("2+ years of"), which end the scope of a wording for less."""
NEUTRAL: Final = re.compile(rf";|\b(?:{WORDS.alternation('neutral')})\b", re.IGNORECASE)
"""Marks and words at which the scope of a wording ends, once a skill stands in it."""
BEHIND: Final = re.compile(
    rf"[ ]?[-:(\[]{{0,2}}[ ]?(?:at )?(?:(?P<basic>{WORDS.alternation('basic_behind')})"
    rf"|(?P<strong>{WORDS.alternation('strong_behind')}|[1-9]\d?(?: ?\+)? ?(?:{_YEARS})))\b"
    rf"(?! (?:\w+ )?(?:{WORDS.alternation('level_nouns')})\b)",
    re.IGNORECASE,
)
"""A wording right behind a name ("SQL (advanced)", "Python basics")."""


def _level_cues(plain: str, part: Part) -> list[tuple[int, int, str]]:
    """Place, level (0 where a scope ends) and wording, in text order."""
    cues = [(match.start(), 0, "") for match in NEUTRAL.finditer(plain, part.start, part.end)]
    for pattern, level in ((BASIC, 1), (STRONG, DEFAULT_LEVEL), (EXPERIENCED, DEFAULT_LEVEL)):
        cues += [(match.start(), level, match[0]) for match in pattern.finditer(plain, part.start, part.end)]
    return sorted(cues)


def levels(plain: str, part: Part, mentions: Sequence[Mention]) -> list[tuple[int, str]]:
    """Level and wording of each mention, from a wording right behind it or the last one before it."""
    cues = _level_cues(plain, part)
    found = []
    number, level, wording, used = 0, DEFAULT_LEVEL, "", False
    for mention in mentions:
        while number < len(cues) and cues[number][0] <= mention.start:
            _, value, words = cues[number]
            # "basic Python; Git": the scope ends at the semicolon, once a name stands in it
            if value:
                level, wording, used = value, words, False
            elif used:
                level, wording = DEFAULT_LEVEL, ""
            number += 1
        # "SQL (basic), Python": a wording right behind a name applies to that name alone
        behind = BEHIND.match(plain, mention.end, part.end)
        within = WITHIN.search(mention.surface)
        if behind or within:
            said = (behind["basic"] or behind["strong"]) if behind else within[0] if within else ""
            found.append((DEFAULT_LEVEL if behind and behind["strong"] else 1, " ".join(said.split())))
        # "strong communication skills, SQL": "strong" is customary there and does not apply to SQL
        elif CUSTOMARY.fullmatch(mention.surface):
            found.append((min(level, DEFAULT_LEVEL), wording if level < DEFAULT_LEVEL else ""))
            level, wording = DEFAULT_LEVEL, ""
        else:
            found.append((level, " ".join(wording.split())))
        used = True
        close = behind.end() if behind else mention.end
        while number < len(cues) and cues[number][0] < close:
            number += 1
    return found
