"""Rules that exclude each other: if two findings conflict or repeat each other, only the stronger one is shown."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from skillgap.feedback.annotated import ReviewedResume
from skillgap.model.feedback import Finding

Exclusions = Mapping[str, frozenset[str]]
"""Id of the rule that is shown -> ids of the rules that are dropped."""

WORDINGS = frozenset(
    {"first-person", "weak-opening", "ing-opening", "no-action", "no-result", "thin", "filler", "tense"}
)
"""Rules about wording; they do not matter for a line that should be deleted."""
MISSING = frozenset(
    {"no-headings", "no-education", "no-skills", "no-experience", "no-projects", "no-coursework", "no-link", "no-email"}
)
"""Rules about missing parts; they are unreliable if part of the file could not be read."""

ON_A_LINE: Exclusions = MappingProxyType(
    {
        "self-deprecating": WORDINGS,
        "closing-line": WORDINGS,
        "personal-data": WORDINGS,
        "filler": frozenset({"first-person", "weak-opening", "ing-opening", "no-action", "no-result", "thin"}),
        "weak-opening": frozenset({"first-person", "ing-opening", "no-action", "no-result", "repeated-opening"}),
        "tense": frozenset({"ing-opening"}),
        "long-line": frozenset({"no-result"}),
        "rating": frozenset({"thin", "no-action"}),
        "date-order": frozenset({"future-date", "date-format"}),
    }
)
"""Exclusions on one line. Example: "split it" drops "add a figure", and "delete it" drops "begin with a verb"."""
IN_AN_ENTRY: Exclusions = MappingProxyType({"date-order": frozenset({"tense", "future-date"})})
"""Exclusions in one entry: if its dates are in the wrong order, nobody knows whether it has ended."""
IN_A_RESUME: Exclusions = MappingProxyType(
    {
        "not-read": MISSING | {"too-short"},
        "too-short": frozenset({"too-long"}),
        "too-long": frozenset({"no-coursework"}),
        "no-headings": frozenset({"no-education", "no-skills", "no-experience", "no-projects", "spaced-heading"}),
        "never-shown": frozenset({"no-skills"}),
        "no-experience": frozenset({"no-projects"}),
        "no-education": frozenset({"education-undated", "no-coursework"}),
        "email-broken": frozenset({"no-email", "email-disguised"}),
        "link-missing": frozenset({"no-link"}),
    }
)
"""Exclusions in the whole document. Example: a part that was not read is not reported as missing."""


def consistent(draft: ReviewedResume, found: Iterable[Finding]) -> list[Finding]:
    """The findings in their order, without the excluded ones."""
    points = list(found)
    firsts = [part.start for part in draft.reading.outline.entries]

    def entry(point: Finding) -> int:
        return bisect_right(firsts, point.start)

    lines = {(other, one.start) for one in points if one.end for other in ON_A_LINE.get(one.rule.id, ())}
    entries = {(other, entry(one)) for one in points if one.end for other in IN_AN_ENTRY.get(one.rule.id, ())}
    everywhere = {other for one in points for other in IN_A_RESUME.get(one.rule.id, ())}
    return [
        one
        for one in points
        if one.rule.id not in everywhere
        and not (one.end and ((one.rule.id, one.start) in lines or (one.rule.id, entry(one)) in entries))
    ]
