"""What each sentence of a job posting asks of the skills it names: which of several, how well, and whether at all."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from skillgap.model.resume import Mention
from skillgap.posting.alternatives import Name, Place, groups
from skillgap.posting.eligibility import STARTS, SUBJECT, studies
from skillgap.posting.headings import WORDS
from skillgap.posting.segments import DEGREE, DROPPED, MUST, Part

DEFAULT_LEVEL = 2
"""A posting that names a skill expects it to be used, and no wording of it asks a student for more."""
MAX_RESCUE = 60
"""Characters after "not required" in which the skill may still be wished for."""

BASIC: Final = WORDS.pattern("wordings.basic")
CUSTOMARY: Final = WORDS.pattern("wordings.customary")
NO_NEED: Final = WORDS.pattern("wordings.no_need")
NOT_NEEDED: Final = WORDS.pattern("wordings.not_needed")
OFFERS: Final = WORDS.pattern("wordings.offers")
STRONG: Final = WORDS.pattern("wordings.strong")
WISH_AFTER: Final = WORDS.pattern("wordings.wish_after")
WISH_BEFORE: Final = WORDS.pattern("wordings.wish_before")
WITHIN: Final = WORDS.pattern("wordings.within")
_YEARS = WORDS.alternation("years")
EXPERIENCED: Final = re.compile(
    rf"(?<![\w-])(?<!to )(?:[1-9]|1\d)(?: ?\+| plus)? ?(?:(?:-|to) ?\d{{1,2}} ?\+? ?)?(?:{_YEARS})(?:'| of)?(?!\w)",
    re.IGNORECASE,
)
"""Years of experience ("2+ years of"), which end the sway of what asks for less."""
DENIAL: Final = re.compile(
    rf"\b(?:{WORDS.alternation('denials')})\b(?P<what>[^.;,\n]{{0,80}}?)\b(?:is |are )?"
    rf"(?:{WORDS.alternation('needed')})\b",
    re.IGNORECASE,
)
"""What is denied before it is named ("no experience with Docker needed")."""
BREAKS: Final = re.compile(
    rf"(?P<hard>;|\b(?:{WORDS.alternation('contrasts')})\b(?!\s(?:{NOT_NEEDED.pattern})))"
    rf"|(?P<comma>,(?:\s*(?P<joint>{WORDS.alternation('joints')})\b)?)"
    rf"|(?P<closed>\b(?:{WORDS.alternation('clause_ends')})\b)"
    rf"|(?P<must>\b(?:{WORDS.alternation('demands')})\b)",
    re.IGNORECASE,
)
"""Where one clause may end and another begin."""
NEUTRAL: Final = re.compile(rf";|\b(?:{WORDS.alternation('neutral')})\b", re.IGNORECASE)
"""Where the sway of a level's wording ends, once a skill has been named under it."""
BEHIND: Final = re.compile(
    rf"[ ]?[-:(\[]{{0,2}}[ ]?(?:at )?(?:(?P<basic>{WORDS.alternation('basic_behind')})"
    rf"|(?P<strong>{WORDS.alternation('strong_behind')}|[1-9]\d?(?: ?\+)? ?(?:{_YEARS})))\b"
    rf"(?! (?:\w+ )?(?:{WORDS.alternation('level_nouns')})\b)",
    re.IGNORECASE,
)
"""A level's wording right behind a name ("SQL (advanced)", "Python basics")."""
MAX_CONTRAST = 12
"""Characters of a word that begins another clause, and the space behind it."""
_CONCEDED = re.compile(rf"\b(?:{WORDS.alternation('contrasts')})\s+\Z", re.IGNORECASE)
"""What makes a wish of what is not needed ("SQL, but not required")."""
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PARENTHESIS = re.compile(r"[()\[\]]")


@dataclass(frozen=True, slots=True)
class SkillRequest:
    """One sentence asking for one skill, or for one of several.

    Attributes:
        options: Ids of the skills of which one will do, as named.
        surfaces: Start and end of each name.
        place: What the sentence makes of it.
        level: 1 or 2.
        wording: The words that gave the level, or empty.
        start: Where the first is named.
        part: The sentence.
    """

    options: tuple[str, ...]
    surfaces: tuple[tuple[int, int], ...]
    place: Place
    level: int
    wording: str
    start: int
    part: Part


def asks(plain: str, found: Sequence[Part], mentions: Iterable[Mention]) -> tuple[SkillRequest, ...]:
    """Every ask in text order; what boilerplate names and what is not needed is left out."""
    starts = [part.start for part in found]
    inside: dict[int, list[Mention]] = {}
    ordered = sorted({(one.start, one.end, one.skill_id): one for one in mentions}.items())
    for _, mention in ordered:
        number = bisect_right(starts, mention.start) - 1
        if number >= 0 and mention.end <= found[number].end and found[number].kind not in DROPPED:
            inside.setdefault(number, []).append(mention)
    return tuple(_joined(ask for number, named in inside.items() for ask in _asks(plain, found[number], named)))


def _joined(found: Iterable[SkillRequest]) -> Iterator[SkillRequest]:
    """The asks, those of one list of which one item will do made one ("one of the following:")."""
    lists: dict[int, SkillRequest] = {}
    for ask in found:
        number = ask.part.choice
        if not number:
            yield ask
            continue
        first = lists.setdefault(number, ask)
        options = tuple(dict.fromkeys((*first.options, *ask.options)))
        lists[number] = replace(first, options=options, surfaces=tuple(dict.fromkeys((*first.surfaces, *ask.surfaces))))
    yield from lists.values()


def _asks(plain: str, part: Part, mentions: Sequence[Mention]) -> Iterator[SkillRequest]:
    sentence = _Sentence.of(plain, part)
    if DEGREE.search(plain, part.start, part.end):
        # What a degree is in is a screen, not a skill.
        mentions = [mention for mention in mentions if not SUBJECT.fullmatch(mention.surface)]
    subjects = studies(plain, part)
    mentions = [
        mention
        for mention in mentions
        if not (subjects and subjects[0] <= mention.start < subjects[1]) and not _begins(plain, part, mention)
    ]
    levels = _levels(plain, part, mentions)
    names = [
        Name(mention, place, *((1, "") if place == "offered" else (level, wording)))
        for mention, (level, wording) in zip(mentions, levels, strict=True)
        if (place := sentence.place(mention))
    ]
    found = list(groups(plain, part, names, sentence.holder))
    grouped = {name.mention.skill_id for group in found if len(group) > 1 for name in group}
    for group in found:
        ids = tuple(dict.fromkeys(name.mention.skill_id for name in group))
        # The short form behind a name ("Amazon Web Services (AWS), Azure or GCP") asks for nothing more.
        if len(ids) == 1 and len(group) == 1 and ids[0] in grouped:
            continue
        first = group[0]
        surfaces = tuple((name.mention.start, name.mention.end) for name in group)
        yield SkillRequest(ids, surfaces, first.place, first.level, first.wording, first.mention.start, part)


def _begins(plain: str, part: Part, mention: Mention) -> bool:
    """Whether what reads as a skill is the verb of its sentence ("Join code reviews")."""
    return bool(STARTS.fullmatch(mention.surface)) and not plain[part.start : mention.start].strip(" -*")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The cues of one sentence, each list sorted, so that any name finds its own by bisection."""

    part: Part
    base: Place
    after: tuple[tuple[int, Place | None], ...]
    before: tuple[tuple[int, Place | None], ...]
    soft: tuple[int, ...]
    hard: tuple[int, ...]
    denied: tuple[tuple[int, int], ...]
    musts: tuple[int, ...]
    nesting: tuple[tuple[int, int, int], ...]
    """Place, number of the parenthesis that holds from there on (0 for none) and its depth."""
    text: str

    @classmethod
    def of(cls, plain: str, part: Part) -> "_Sentence":
        start, end = part.start, part.end
        after: list[tuple[int, Place | None]] = []
        for match in NOT_NEEDED.finditer(plain, start, end):
            conceded = _CONCEDED.search(plain[max(start, match.start() - MAX_CONTRAST) : match.start()])
            rescued = conceded or WISH_AFTER.search(plain, match.end(), min(end, match.end() + MAX_RESCUE))
            after.append((match.start(), "preferred" if rescued else None))
        after += [(match.start(), "preferred") for match in WISH_AFTER.finditer(plain, start, end)]
        before: list[tuple[int, Place | None]] = []
        before += [(match.end(), "preferred") for match in WISH_BEFORE.finditer(plain, start, end)]
        before += [(match.end(), None) for match in NO_NEED.finditer(plain, start, end)]
        if part.kind != "title":
            before += [(match.end(), "offered") for match in OFFERS.finditer(plain, start, end)]
        soft, hard = _breaks(plain, part)
        return cls(
            part,
            _base(plain, part),
            tuple(sorted(after, key=lambda cue: cue[0])),
            tuple(sorted(before, key=lambda cue: cue[0])),
            soft,
            hard,
            tuple(match.span("what") for match in DENIAL.finditer(plain, start, end)),
            tuple(match.start() for match in MUST.finditer(plain, start, end)),
            tuple(_nesting(plain, part)),
            plain,
        )

    def place(self, mention: Mention) -> Place | None:
        """What the sentence makes of a mention; ``None`` where it is not needed."""
        index = bisect_right(self.denied, (mention.start, self.part.end)) - 1
        if index >= 0 and self.denied[index][0] <= mention.start < self.denied[index][1]:
            return None
        index = bisect_left(self.after, mention.end, key=lambda cue: cue[0])
        if index < len(self.after) and self._reaches(mention, self.after[index][0], self.soft):
            return self.after[index][1]
        index = bisect_right(self.before, mention.start, key=lambda cue: cue[0]) - 1
        if index >= 0 and self._reaches(mention, self.before[index][0], self.hard):
            return self.before[index][1]
        if mention.assertion == "negated":
            return None
        # "Docker is a must" is one among wishes, too.
        if self.base == "preferred" and any(self._reaches(mention, must, self.soft) for must in self.musts):
            return "required"
        return self.base

    def _reaches(self, mention: Mention, cue: int, breaks: Sequence[int]) -> bool:
        """Whether no clause ends between a name and a cue, and the cue is not an aside on something else."""
        first, last = sorted((mention.start, cue))
        inner, depth = self.holder(cue)
        own, own_depth = self.holder(mention.start)
        if depth > own_depth or (depth and inner != own):
            between = self.text[mention.end : cue] if cue >= mention.end else " "
            return len(between) <= 3 and between.strip(" ") in {"(", "["}
        return bisect_left(breaks, last) <= bisect_left(breaks, first)

    def holder(self, place: int) -> tuple[int, int]:
        """Number and depth of the parenthesis around a place."""
        index = bisect_right(self.nesting, place, key=lambda one: one[0]) - 1
        return (self.nesting[index][1], self.nesting[index][2]) if index >= 0 else (0, 0)


def _base(plain: str, part: Part) -> Place:
    if part.kind == "preferred":
        return "preferred"
    if part.kind == "title":
        return "title"
    return "duties" if part.kind == "duties" else "required"


def _breaks(plain: str, part: Part) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where clauses end: every end, and those at which even what was announced before ends."""
    soft, hard = [], []
    finished = required = listing = False
    for match in _cuts(plain, part):
        if match["hard"]:
            soft.append(match.start())
            hard.append(match.start())
        elif match["must"]:
            required = finished = True
            continue
        elif match["closed"]:
            finished = True
            continue
        elif match["joint"]:
            # "A, B, and C is a plus" is one list; "You know A, and B is a plus" is two clauses.
            if listing and not required:
                continue
            soft.append(match.start())
        elif finished:
            soft.append(match.start())
        else:
            listing = True
            continue
        finished = required = listing = False
    return tuple(soft), tuple(hard)


def _cuts(plain: str, part: Part) -> Iterator[re.Match[str]]:
    """What may end a clause; a comma within a parenthesis ends none."""
    asides = [match.span() for match in _ASIDE.finditer(plain, part.start, part.end)]
    for match in BREAKS.finditer(plain, part.start, part.end):
        index = bisect_right(asides, match.start(), key=lambda aside: aside[0]) - 1
        if not (match["comma"] and index >= 0 and match.start() < asides[index][1]):
            yield match


def _nesting(plain: str, part: Part) -> Iterator[tuple[int, int, int]]:
    holders = [0]
    for number, match in enumerate(_PARENTHESIS.finditer(plain, part.start, part.end), start=1):
        if match[0] in "([":
            holders.append(number)
        elif len(holders) > 1:
            holders.pop()
        yield match.end() if match[0] in "([" else match.start(), holders[-1], len(holders) - 1


def _level_cues(plain: str, part: Part) -> list[tuple[int, int, str]]:
    """Place, level (0 where the sway of a level ends) and wording, in text order."""
    cues = [(match.start(), 0, "") for match in NEUTRAL.finditer(plain, part.start, part.end)]
    for pattern, level in ((BASIC, 1), (STRONG, DEFAULT_LEVEL), (EXPERIENCED, DEFAULT_LEVEL)):
        cues += [(match.start(), level, match[0]) for match in pattern.finditer(plain, part.start, part.end)]
    return sorted(cues)


def _levels(plain: str, part: Part, mentions: Sequence[Mention]) -> list[tuple[int, str]]:
    """Level and its wording for each mention, from the nearest wording behind it or the last one before it."""
    cues = _level_cues(plain, part)
    found = []
    number, level, wording, used = 0, DEFAULT_LEVEL, "", False
    for mention in mentions:
        while number < len(cues) and cues[number][0] <= mention.start:
            _, value, words = cues[number]
            if value:
                level, wording, used = value, words, False
            elif used:
                level, wording = DEFAULT_LEVEL, ""
            number += 1
        # What stands inside or right behind a name speaks of that name alone.
        behind = BEHIND.match(plain, mention.end, part.end)
        within = WITHIN.search(mention.surface)
        if behind or within:
            said = (behind["basic"] or behind["strong"]) if behind else within[0] if within else ""
            found.append((DEFAULT_LEVEL if behind and behind["strong"] else 1, " ".join(said.split())))
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
