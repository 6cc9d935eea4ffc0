"""Turns annotations into mentions, with offsets in characters of the text."""

from collections.abc import Iterator
from dataclasses import replace

from skillgap.model.resume import Mention, Outline, UncheckedTerm
from skillgap.nlp import dates
from skillgap.nlp.annotations import Annotations, LevelRow
from skillgap.nlp.assertion import (
    NOT_OF_SOFT_SKILLS,
    Claim,
    SoftSkills,
    is_idle_wish,
    merge_abbreviations,
    resolve_assertion,
    resolve_period,
)
from skillgap.nlp.context import governing_labels

SILENT_SECTIONS = frozenset({"references"})
"""Sections whose skills are other people's ("Jane Doe, Java lead at Example Ltd")."""


def mentions(annotations: Annotations, outline: Outline, soft: SoftSkills) -> Iterator[Mention]:
    """Yield the mentions in text order."""
    tokens, layout = annotations.tokens, annotations.layout
    claims = merge_abbreviations(tokens, annotations.skills, annotations.uncertain)
    cues = governing_labels(annotations.scopes, [claim.span.start for claim in claims])
    durations = dates.duration_offsets(tokens.text)
    for claim in claims:
        span, cue = claim.span, cues[claim.span.start]
        if layout.section(span.start) in SILENT_SECTIONS:
            continue
        if span.id in soft.ids and cue in NOT_OF_SOFT_SKILLS:
            # "seeking an innovative team" claims nothing; "patient while learning Docker" claims patience
            if is_idle_wish(span, cue, tokens.lower, soft):
                continue
            cue = ""
        row = layout.levels.get(layout.sentence(span.start)[0])
        mention = _mention(annotations, outline, claim, cue, durations)
        yield _levelled(mention, row) if row else mention


def _levelled(mention: Mention, row: LevelRow) -> Mention:
    """Return a mention with the years and the level of its row ("Python   3   Advanced")."""
    if row.basic and not mention.qualifier:
        mention = replace(mention, qualifier="hedged")
    if mention.stated or not row.years:
        return mention
    return replace(mention, stated=f"{row.years} year{'s' * (row.years > 1)}", months=12 * row.years)


def _mention(annotations: Annotations, outline: Outline, claim: Claim, cue: str, durations: list[int]) -> Mention:
    tokens, layout, span = annotations.tokens, annotations.layout, claim.span
    section, entry = layout.section(span.start), layout.entry_number(span.start)
    start, end = tokens.offsets(span.start, span.end)
    quote = tokens.offsets(*layout.sentence(span.start))
    assertion, qualifier = resolve_assertion(claim, cue, section)
    stated = dates.stated_duration(tokens.text, start, end, durations)
    since = "" if stated else dates.stated_since(tokens.text, end)
    period = resolve_period(section, outline.entries[entry].period, tokens.text[quote[0] : quote[1]])
    return Mention(
        skill_id=span.id,
        surface=tokens.text[start:end],
        start=start,
        end=end,
        section=section,
        assertion=assertion,
        block=entry,
        quote=quote,
        listed=span.start in annotations.listed,
        qualifier=qualifier,
        period=period or (dates.parse_period(since) if since else None),
        stated=stated or since,
        months=dates.months_in(stated) if stated else 0,
    )


def unchecked_terms(annotations: Annotations) -> Iterator[UncheckedTerm]:
    """Yield the terms of skill lists that match no alias."""
    for span in annotations.unmatched:
        start, end = annotations.tokens.offsets(span.start, span.end)
        yield UncheckedTerm(annotations.tokens.text[start:end], start, end)
