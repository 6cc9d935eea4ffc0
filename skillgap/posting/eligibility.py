"""Finds what a posting asks besides skills: eligibility conditions, documents to send, the last day to apply."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from skillgap.posting.headings import WORDS
from skillgap.posting.segments import ASKS, DEGREE, MUST, Part

KINDS: Final = (
    "degree",
    "subject",
    "class-year",
    "gpa",
    "work-permit",
    "clearance",
    "licence",
    "age",
    "place",
    "language",
    "hours",
    "start",
)
"""Kinds of conditions, in the order in which those of one sentence are listed."""
SCREENS: Final = tuple((kind, WORDS.pattern(f"screens.{kind}")) for kind in KINDS)
DOCUMENTS: Final = ("resume", "cover-letter", "transcript", "references", "portfolio", "work-sample")
"""Kinds of documents in the order in which they are listed."""
SENT: Final = tuple((kind, WORDS.pattern(f"documents.{kind}")) for kind in DOCUMENTS)
DEADLINE: Final = WORDS.pattern("wordings.deadline")
SUBJECT: Final = WORDS.pattern("screens.subject")
STUDIES: Final = WORDS.pattern("wordings.studies")
STARTS: Final = WORDS.pattern("wordings.starts")
WISHES: Final = WORDS.pattern("wordings.wish_after")
WISHED: Final = frozenset({"degree", "subject", "gpa", "clearance", "licence", "language"})
"""Conditions that a posting may only wish for ("a Master's is a plus")."""
SILENT: Final = frozenset({"firm", "equality"})
_ENDS = re.compile(r"\s?(?:[^\w\s]|\Z)")
"""End of a clause behind a wish."""
AMONG_BENEFITS: Final = frozenset({"hours", "start", "work-permit"})
"""Conditions that also stand among the benefits ("40 hours a week", "no sponsorship")."""


def screens(plain: str, part: Part) -> Iterator[tuple[str, int]]:
    """Kind and place of each condition in a sentence."""
    if part.kind in SILENT:
        return
    hits = {kind: match.start() for kind, wording in SCREENS if (match := wording.search(plain, part.start, part.end))}
    studied = "degree" in hits or _is_study(plain, part) or studies(plain, part)
    dated = "class-year" not in hits or STARTS.search(plain, part.start, part.end)
    for kind, place in hits.items():
        # "a related field" needs a degree beside it; "graduating in spring 2027" does not start the job
        if (kind == "subject" and not studied) or (kind == "start" and not dated):
            continue
        if kind in WISHED and _is_wish(plain, part, place):
            continue
        if part.kind != "benefits" or kind in AMONG_BENEFITS:
            yield kind, place


def documents(plain: str, parts: Iterable[Part]) -> tuple[str, ...]:
    """Kinds of documents to send, as the sentences on how to apply name them."""
    sending = [part for part in parts if part.kind == "apply"]
    return tuple(kind for kind, wording in SENT if any(wording.search(plain, part.start, part.end) for part in sending))


def deadline(plain: str, parts: Iterable[Part]) -> tuple[Part, int] | None:
    """The first sentence with the last day to apply, and the place of its wording."""
    hits = ((part, DEADLINE.search(plain, part.start, part.end)) for part in parts)
    return next(((part, hit.start()) for part, hit in hits if hit and _dated(plain, part)), None)


def _dated(plain: str, part: Part) -> bool:
    """Whether a sentence holds a digit: "Apply soon" names no day."""
    return any(sign.isdigit() for sign in plain[part.start : part.end])


def _is_study(plain: str, part: Part) -> bool:
    """Whether a sentence is about studying beyond the name of a subject ("a related field" may be one of work)."""
    named = [match.span() for match in SUBJECT.finditer(plain, part.start, part.end)]
    signs = (match.start() for match in STUDIES.finditer(plain, part.start, part.end))
    return any(not any(start <= sign < end for start, end in named) for sign in signs)


def _is_wish(plain: str, part: Part, place: int) -> bool:
    """Whether a condition is only wished for; "a degree, preferably in maths" is not."""
    wish = next((one for one in WISHES.finditer(plain, place, part.end) if _ENDS.match(plain, one.end())), None)
    must = MUST.search(plain, part.start, wish.start() if wish else part.end)
    return not must and bool(wish or part.kind == "preferred")


def studies(plain: str, part: Part) -> tuple[int, int] | None:
    """Start and end of the subjects that a sentence lists ("degree in cybersecurity, computer science or similar")."""
    named = list(SUBJECT.finditer(plain, part.start, part.end))
    if not named:
        return None
    degree, last = DEGREE.search(plain, part.start, part.end), named[-1].end()
    alone = len(named) > 1 and not plain[last : part.end].strip(" .)\n") and not ASKS.search(plain, part.start, last)
    if not (degree or alone):
        return None
    start = degree.end() if degree else part.start
    asked = ASKS.search(plain, start, max(start, last))
    return start, asked.start() if asked else last
