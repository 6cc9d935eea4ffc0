"""Hard screens of a job posting: what shuts an applicant out whatever their skills."""

from collections.abc import Iterator
from typing import Final

from skillgap.posting.segments import WORDS, Part

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
"""Kinds of screen in the order in which those of one sentence are given."""
SCREENS: Final = tuple((kind, WORDS.pattern(f"screens.{kind}")) for kind in KINDS)
SUBJECT: Final = WORDS.pattern("screens.subject")
STUDIES: Final = WORDS.pattern("wordings.studies")
STARTS: Final = WORDS.pattern("wordings.starts")
SILENT: Final = frozenset({"firm", "equality"})
AMONG_BENEFITS: Final = frozenset({"hours", "start", "work-permit"})
"""Screens that also stand among the benefits ("40 hours a week", "no sponsorship")."""


def screens(plain: str, part: Part) -> Iterator[tuple[str, int]]:
    """Kind and place of each screen in a sentence."""
    if part.kind in SILENT:
        return
    hits = {kind: match.start() for kind, wording in SCREENS if (match := wording.search(plain, part.start, part.end))}
    studied = "degree" in hits or STUDIES.search(plain, part.start, part.end)
    dated = "class-year" not in hits or STARTS.search(plain, part.start, part.end)
    for kind, place in hits.items():
        # A subject is one of a degree; "graduating in spring 2027" starts nothing.
        if (kind == "subject" and not studied) or (kind == "start" and not dated):
            continue
        if part.kind != "benefits" or kind in AMONG_BENEFITS:
            yield kind, place
