"""Which rules exclude one another: of two points that pull apart, or say one thing twice, the stronger one stays."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from skillgap.feedback.annotated import ReviewedResume
from skillgap.model.feedback import Finding

Exclusions = Mapping[str, frozenset[str]]
"""Rule that stays -> rules that give way to it."""

WORDINGS = frozenset(
    {"first-person", "weak-opening", "ing-opening", "no-action", "no-result", "thin", "filler", "tense"}
)
"""Rules about how a line is worded, which do not matter where the line is better taken out."""
MISSING = frozenset(
    {"no-headings", "no-education", "no-skills", "no-deeds", "no-projects", "no-coursework", "no-link", "no-email"}
)
"""Rules about what was not found, which nobody can tell of a text that was not read whole."""

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
"""Of two points about one line: "add a fact" gives way to "make two of it", "begin with the verb" to "take it out"."""
IN_AN_ENTRY: Exclusions = MappingProxyType({"date-order": frozenset({"tense", "future-date"})})
"""Of two points about one job or project: dates that run backwards do not tell whether it has ended."""
IN_A_RESUME: Exclusions = MappingProxyType(
    {
        "not-read": MISSING | {"too-short"},
        "too-short": frozenset({"too-long"}),
        "too-long": frozenset({"no-coursework"}),
        "no-headings": frozenset({"no-education", "no-skills", "no-deeds", "no-projects", "spaced-heading"}),
        "never-shown": frozenset({"no-skills"}),
        "no-deeds": frozenset({"no-projects"}),
        "no-education": frozenset({"education-undated", "no-coursework"}),
        "email-broken": frozenset({"no-email", "email-disguised"}),
        "link-missing": frozenset({"no-link"}),
    }
)
"""Of two points about the whole: what was not read is not missing, and skills that are listed have their list."""


def consistent(draft: ReviewedResume, found: Iterable[Finding]) -> list[Finding]:
    """The findings in their order, without those that another one excludes."""
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
