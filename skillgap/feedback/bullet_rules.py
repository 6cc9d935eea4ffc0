"""Rules about bullets: openings, length, tense, results and repetition."""

import re
from collections import Counter
from collections.abc import Iterator

from skillgap.feedback.annotated import EXPERIENCE_SECTIONS, Line, ReviewedResume, point
from skillgap.model.feedback import Finding

LONG_WORDS = 40
"""A longer bullet fills more than two printed lines of about 20 words."""
SENTENCE_WORDS = 5
"""Least words of an unmarked line that is a sentence, not a title."""
THIN_WORDS = 3
"""Upper limit for the words of a bullet that names a thing and describes nothing ("Active Directory")."""
RESULT_SHARE = 0.5
"""If this share of the bullets has a figure or an outcome, the others are accepted: not every task has one."""
MIN_REPEATED, REPEATED_SHARE = 4, 0.3
"""Least number, and least share of all bullets, that begin with one verb before repetition is reported."""
_VERSION = re.compile(r"\s?v?\d[\d./x-]*(?!\w)")
_NAMED = re.compile(r"(?<=\s)[A-Z][\w.+#-]*\s+\d[\w.]*")
"""A name with its version inside an activity ("Installed Windows 11"); the 11 is no result."""
_AS = re.compile(r"(?:[Cc]urrently\s)?[Ww]ork(?:ed|ing)\sas\b")
_YEAR = re.compile(r"(?:19|20)\d\d|\b(?:till|to)\s(?:date|now)\b")
_FIRST = re.compile(r"[Ii](?:['’](?:m|ve))?\s(?=[a-z])")


def findings(draft: ReviewedResume) -> Iterator[Finding]:
    """Yield the findings about single lines, then those about all bullets together."""
    bullets = draft.bullets
    for line in draft.lines:
        if line.part.kind in EXPERIENCE_SECTIONS | {"activities"} and not line.heading:
            yield from _subject(draft, line)
    for line in bullets:
        yield from _opening(draft, line)
        yield from _size(line)
        yield from _tense(draft, line)
    yield from _results(draft, bullets)
    yield from _repeated(bullets)


def has_result(draft: ReviewedResume, line: Line) -> bool:
    """Whether a line has a figure or an outcome.

    Numbers in names of skills and versions behind them do not count ("Windows 11", "CompTIA A+ 220"). A name begins
    with a capital, unless the capital only opens the line. A mention that describes an activity is no name, so its
    number counts ("Imaged 40 laptops").
    """
    text, place, parts = draft.text, line.start, []
    for mention in line.mentions:
        parts.append(text[place : mention.start])
        if draft.words.has_action(mention.surface.split()[0]):
            parts.append(_NAMED.sub("", mention.surface))
        name = (
            mention.surface.split()[-1][:1].isupper() and text[line.start : mention.end] != mention.surface.split()[-1]
        )
        version = _VERSION.match(text, mention.end) if name else None
        place = max(place, version.end() if version else mention.end)
    plain = " ".join([*parts, text[place : line.end]])
    return draft.words.has_figure(plain) or draft.words.find("plain_results", line.text) is not None


def weak_opening(draft: ReviewedResume, line: Line) -> str:
    """The weak wording that opens a line ("responsible for"), or empty."""
    opening = draft.words.find("weak_openings", line.text)
    if opening is None or not (line.marked or line.words >= SENTENCE_WORDS) or _is_dated_title(line):
        return ""
    before = line.text[: opening.start()].lower().split()
    return opening[0] if draft.words.words["lead_ins"].issuperset(before) else ""


def _is_dated_title(line: Line) -> bool:
    """Whether a line is a job title in a sentence ("Working as a technician since March 2025")."""
    return _AS.match(line.text) is not None and _YEAR.search(line.text) is not None


def _subject(draft: ReviewedResume, line: Line) -> Iterator[Finding]:
    """Findings about words before the verb: a weak wording, or the pronoun."""
    weak = weak_opening(draft, line)
    if weak:
        yield point("weak-opening", f"It opens with \u201c{weak}\u201d.", line)
    if _FIRST.match(line.text) and (weak or (line.marked and line.opening.form in {"past", "present"})):
        yield point("first-person", f"It begins with \u201c{line.text.split()[0]}\u201d.", line)


def _opening(draft: ReviewedResume, line: Line) -> Iterator[Finding]:
    if weak_opening(draft, line) or _is_dated_title(line) or not line.marked or line.words <= THIN_WORDS:
        return
    if line.opening.form == "ing":
        yield point("ing-opening", f"It begins with \u201c{line.opening.word}\u201d.", line)
    elif not (
        line.opening.form or draft.words.has_action(line.text) or has_result(draft, line) or _disclaims(draft, line)
    ):
        yield point("no-action", "No verb says what you did.", line)


def _size(line: Line) -> Iterator[Finding]:
    if line.words > LONG_WORDS:
        yield point("long-line", f"It has {line.words} words.", line)
    elif line.marked and line.words <= THIN_WORDS and line.opening.form != "past" and not _YEAR.search(line.text):
        yield point("thin", f"It has {line.words} word{'s' * (line.words > 1)}.", line)


def _tense(draft: ReviewedResume, line: Line) -> Iterator[Finding]:
    period = line.part.period
    over = period is not None and period.end is not None and period.end <= draft.now
    if over and line.opening.form == "present" and line.opening.word not in draft.words.past:
        yield point("tense", f"It begins with \u201c{line.opening.word}\u201d, but its dates are in the past.", line)


def _results(draft: ReviewedResume, bullets: list[Line]) -> Iterator[Finding]:
    """Findings about bullets without a result, those with the most skills first."""
    # Thin lines and weak openings have findings of their own; two findings about one line would contradict each other.
    rated = [
        line for line in bullets if line.words > THIN_WORDS and line.opening.form and not weak_opening(draft, line)
    ]
    without = [line for line in rated if not has_result(draft, line) and not _disclaims(draft, line)]
    if len(rated) - len(without) < RESULT_SHARE * len(rated):
        for line in sorted(without, key=lambda line: (-len({one.skill_id for one in line.mentions}), line.start)):
            yield point("no-result", "It gives no figure and no outcome.", line)


def _disclaims(draft: ReviewedResume, line: Line) -> bool:
    """Whether a line says what the writer did not do ("I did not touch the code"); it needs no figure."""
    not_held = any(mention.assertion in {"negated", "wanted", "learning"} for mention in line.mentions)
    return not_held or draft.words.find("denials", line.text) is not None


def _repeated(bullets: list[Line]) -> Iterator[Finding]:
    verbs = Counter(line.opening.verb for line in bullets if line.opening.form)
    for verb, count in sorted(verbs.items()):
        if count >= MIN_REPEATED and count >= REPEATED_SHARE * len(bullets):
            first = next(line for line in bullets if line.opening.verb == verb and line.opening.form)
            sees = f"{count} of {len(bullets)} bullets begin with a form of \u201c{verb}\u201d; this is the first."
            yield point("repeated-opening", sees, first)
