"""Decides what the writer asserts with each mention, when it was true, and which names are one mention."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from skillgap.model.resume import Assertion, Period, Qualifier
from skillgap.nlp import dates
from skillgap.nlp.entries import ACTIVE_SECTIONS
from skillgap.nlp.spans import TokenSpan
from skillgap.nlp.tokens import Tokens

ASSERTION_OF_CUE: dict[str, tuple[Assertion, Qualifier]] = {
    "negated": ("negated", ""),
    "learning": ("learning", ""),
    "wanted": ("wanted", ""),
    "hedged": ("held", "hedged"),
    "expected": ("learning", "expected"),
    "expired": ("held", "expired"),
}
"""Label of a scope -> assertion and qualifier of the mentions in it."""
SECTION_ASSERTIONS: dict[str, Assertion] = {"interests": "wanted"}
"""Section -> assertion of its mentions where no cue governs them; "held" in all others."""
NOT_OF_SOFT_SKILLS = frozenset({"wanted", "learning"})
"""Assertions ignored for soft skills: "seeking an innovative team" does not describe the writer."""
WILLING_REACH = 5
"""Tokens before a soft skill in which a word for being willing shows it: "willing to go the extra mile"."""
BETWEEN_NAME_AND_CODE = frozenset({(), ("(",), ("[",), ("-",), ("\u2013",)})
"""Words between a name and its abbreviation or code on one line ("Security+ (SY0-601)")."""


class SoftSkills(NamedTuple):
    """Holds what decides whether a wish shows a soft skill.

    Attributes:
        ids: Ids of the soft skills.
        shown_by_wish: Ids of those that a wish shows ("eager to learn").
        willing: Words for being willing, which show the soft skill behind them.
    """

    ids: frozenset[str]
    shown_by_wish: frozenset[str]
    willing: frozenset[str]


class Claim(NamedTuple):
    """Holds one name, or a name with its abbreviation, and whether the user has to confirm it."""

    span: TokenSpan
    uncertain: bool


def merge_abbreviations(tokens: Tokens, skills: Iterable[TokenSpan], uncertain: Iterable[TokenSpan]) -> list[Claim]:
    """Return the claims in text order, a name with its abbreviation or code beside it as one."""
    claims = [*(Claim(span, uncertain=False) for span in skills), *(Claim(span, uncertain=True) for span in uncertain)]
    claims.sort(key=lambda claim: claim.span.start)
    merged: list[Claim] = []
    for claim in claims:
        if merged and _is_same_name(tokens, merged[-1].span, claim.span):
            previous = merged.pop()
            span = previous.span._replace(end=claim.span.end)
            merged.append(Claim(span, claim.uncertain and previous.uncertain))
        else:
            merged.append(claim)
    return merged


def _is_same_name(tokens: Tokens, previous: TokenSpan, span: TokenSpan) -> bool:
    """Return whether a span repeats the name before it: "Amazon Web Services (AWS)"."""
    if previous.id != span.id or any(tokens.line_breaks[previous.end : span.start + 1]):
        return False
    return tokens.words[previous.end : span.start] in BETWEEN_NAME_AND_CODE


def resolve_assertion(claim: Claim, cue: str, section: str) -> tuple[Assertion, Qualifier]:
    """Return what a mention asserts, by the cue that governs it or else by its section."""
    default = SECTION_ASSERTIONS.get(section, "held")
    assertion, qualifier = ASSERTION_OF_CUE.get(cue, (default, ""))
    # "no experience with Spring" is a denial of Spring, whether or not the name is certain
    if claim.uncertain and assertion == "held":
        return "uncertain", qualifier
    return assertion, qualifier


def is_idle_wish(span: TokenSpan, cue: str, lower: Sequence[str], soft: SoftSkills) -> bool:
    """Return whether a soft skill is only wished for: "seeking an innovative team"."""
    before = lower[max(0, span.start - WILLING_REACH) : span.start]
    # "eager to go the extra mile" shows the skill it wishes for
    return cue == "wanted" and span.id not in soft.shown_by_wish and soft.willing.isdisjoint(before)


def resolve_period(section: str, entry_period: Period | None, quote: str) -> Period | None:
    """Return when a mention was true, by the dates of its job or those beside a certification."""
    if section in ACTIVE_SECTIONS:
        return entry_period
    # "CompTIA A+, May 2025": certifications are listed with a date each
    return dates.parse_period(quote) if section == "certifications" else None
