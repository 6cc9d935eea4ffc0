"""Finds how the clauses of a sentence in a job posting ask for each skill.

"Experience with Docker is a plus, SQL is a must": a cue applies only to the names of its clause.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from skillgap.model.resume import Mention
from skillgap.posting.alternatives import Place
from skillgap.posting.headings import WORDS
from skillgap.posting.segments import MUST, Part

MAX_RESCUE = 60
"""Characters behind "not required" within which the skill may still be wished for."""
NO_NEED: Final = WORDS.pattern("wordings.no_need")
NOT_NEEDED: Final = WORDS.pattern("wordings.not_needed")
OFFERS: Final = WORDS.pattern("wordings.offers")
WISH_AFTER: Final = WORDS.pattern("wordings.wish_after")
WISH_BEFORE: Final = WORDS.pattern("wordings.wish_before")
DENIAL: Final = re.compile(
    rf"\b(?:{WORDS.alternation('denials')})\b(?P<what>[^.;,\n]{{0,80}}?)\b(?:is |are )?"
    rf"(?:{WORDS.alternation('needed')})\b",
    re.IGNORECASE,
)
"""A denial around a name ("no experience with Docker needed")."""
BREAKS: Final = re.compile(
    rf"(?P<hard>;|\b(?:{WORDS.alternation('contrasts')})\b(?!\s(?:{NOT_NEEDED.pattern})))"
    rf"|(?P<comma>,(?:\s*(?P<joint>{WORDS.alternation('joints')})\b)?)"
    rf"|(?P<closed>\b(?:{WORDS.alternation('clause_ends')})\b)"
    rf"|(?P<must>\b(?:{WORDS.alternation('demands')})\b)",
    re.IGNORECASE,
)
"""Marks and words at which a clause may end."""
MAX_CONTRAST = 12
"""Most characters of a contrasting word and the space behind it."""
_CONCEDED = re.compile(rf"\b(?:{WORDS.alternation('contrasts')})\s+\Z", re.IGNORECASE)
"""A contrasting word, which turns what is not required into a wish ("SQL, but not required")."""
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PARENTHESIS = re.compile(r"[()\[\]]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The cues of one sentence in sorted lists, for search by bisection.

    Attributes:
        part: The sentence.
        base: Place of a name that no cue reaches.
        after: Place in the text and meaning of each cue that applies to names before it ("is a plus").
        before: The same for cues that apply to names behind them ("ideally").
        soft: Ends of clauses for cues behind a name.
        hard: Ends of clauses for cues before a name.
        denied: Start and end of what is denied.
        musts: Places of wordings that demand ("must").
        nesting: Place, number of the parenthesis from there on (0 for none) and its depth.
        text: The posting.
    """

    part: Part
    base: Place
    after: tuple[tuple[int, Place | None], ...]
    before: tuple[tuple[int, Place | None], ...]
    soft: tuple[int, ...]
    hard: tuple[int, ...]
    denied: tuple[tuple[int, int], ...]
    musts: tuple[int, ...]
    nesting: tuple[tuple[int, int, int], ...]
    text: str

    @classmethod
    def of(cls, plain: str, part: Part) -> "Sentence":
        """Find the cues of a sentence, with their places in the whole text."""
        start, end = part.start, part.end
        after: list[tuple[int, Place | None]] = []
        for match in NOT_NEEDED.finditer(plain, start, end):
            conceded = _CONCEDED.search(plain[max(start, match.start() - MAX_CONTRAST) : match.start()])
            rescued = conceded or WISH_AFTER.search(plain, match.end(), min(end, match.end() + MAX_RESCUE))
            # "Docker is not needed" drops the name, "not required, but nice to have" keeps a wish
            after.append((match.start(), "preferred" if rescued else None))
        after += [(match.start(), "preferred") for match in WISH_AFTER.finditer(plain, start, end)]
        before: list[tuple[int, Place | None]] = []
        before += [(match.end(), "preferred") for match in WISH_BEFORE.finditer(plain, start, end)]
        before += [(match.end(), None) for match in NO_NEED.finditer(plain, start, end)]
        # "Training in Docker" is offered, but "Trainer for Docker" as the title of the job is the work
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
        """How the sentence asks for a mention; ``None`` if it is not needed."""
        # "no experience with Docker needed"
        index = bisect_right(self.denied, (mention.start, self.part.end)) - 1
        if index >= 0 and self.denied[index][0] <= mention.start < self.denied[index][1]:
            return None
        # "Docker is a plus"
        index = bisect_left(self.after, mention.end, key=lambda cue: cue[0])
        if index < len(self.after) and self._reaches(mention, self.after[index][0], self.soft):
            return self.after[index][1]
        # "ideally Docker"
        index = bisect_right(self.before, mention.start, key=lambda cue: cue[0]) - 1
        if index >= 0 and self._reaches(mention, self.before[index][0], self.hard):
            return self.before[index][1]
        # "no Java": the extractor has found the denial
        if mention.assertion == "negated":
            return None
        # "Nice to have: Git. Docker is a must."
        if self.base == "preferred" and any(self._reaches(mention, must, self.soft) for must in self.musts):
            return "required"
        return self.base

    def _reaches(self, mention: Mention, cue: int, breaks: Sequence[int]) -> bool:
        """Whether a cue applies to a name: no clause ends between them, and no parenthesis separates them."""
        first, last = sorted((mention.start, cue))
        inner, depth = self.holder(cue)
        own, own_depth = self.holder(mention.start)
        # "Git (a plus), Docker": a cue in a parenthesis applies to the name right before it
        if depth > own_depth or (depth and inner != own):
            between = self.text[mention.end : cue] if cue >= mention.end else " "
            return len(between) <= 3 and between.strip(" ") in {"(", "["}
        return bisect_left(breaks, last) <= bisect_left(breaks, first)

    def holder(self, place: int) -> tuple[int, int]:
        """Number and depth of the parenthesis around a place."""
        index = bisect_right(self.nesting, place, key=lambda one: one[0]) - 1
        return (self.nesting[index][1], self.nesting[index][2]) if index >= 0 else (0, 0)


def _base(plain: str, part: Part) -> Place:
    """The place of names in a part without cues."""
    if part.kind == "preferred":
        return "preferred"
    if part.kind == "title":
        return "title"
    return "duties" if part.kind == "duties" else "required"


def _breaks(plain: str, part: Part) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """All ends of clauses, and those at which a cue before a list ends too."""
    soft, hard = [], []
    finished = required = listing = False
    for match in _cuts(plain, part):
        # "Ideally Docker, but Git is a must": at "but" the wish ends
        if match["hard"]:
            soft.append(match.start())
            hard.append(match.start())
        # "You must know A, and B is a plus": a demand makes the next joint a new clause
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
    """The marks and words that may end a clause, without commas inside a parenthesis."""
    asides = [match.span() for match in _ASIDE.finditer(plain, part.start, part.end)]
    for match in BREAKS.finditer(plain, part.start, part.end):
        index = bisect_right(asides, match.start(), key=lambda aside: aside[0]) - 1
        if not (match["comma"] and index >= 0 and match.start() < asides[index][1]):
            yield match


def _nesting(plain: str, part: Part) -> Iterator[tuple[int, int, int]]:
    """Place, number and depth of each change of parenthesis in a sentence."""
    holders = [0]
    for number, match in enumerate(_PARENTHESIS.finditer(plain, part.start, part.end), start=1):
        if match[0] in "([":
            holders.append(number)
        elif len(holders) > 1:
            holders.pop()
        yield match.end() if match[0] in "([" else match.start(), holders[-1], len(holders) - 1
