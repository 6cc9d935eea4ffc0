"""Cuts a job posting into sentences, and finds the kind of each by headings, labels and wording."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from skillgap.characters import BULLETS
from skillgap.posting.flat import pieces
from skillgap.posting.headings import MAX_HEADING, MAX_LABEL, PLAIN, WORDS, Kind, bare, heading_kind, label, wording

BOILERPLATE: Final[tuple[Kind, ...]] = ("equality", "apply", "benefits")
"""Kinds of sentences that may stand anywhere; the first match counts."""
DROPPED = frozenset({"firm", "benefits", "equality", "apply", "facts"})
"""Parts in which a name is no demand."""
MAX_ITEM = 60
"""Most characters of an item in a list of alternatives."""
MIN_BEFORE = 80
"""Fewest characters before a legal notice that make a sentence."""
TITLE_WORDS = 14
OPEN_ENDS = WORDS.word_set("open_ends")
"""Words at the end of a line that continues in the next."""
SHORT_FORMS = WORDS.word_set("short_forms")
"""Abbreviations whose full stop ends no sentence; "etc." ends one before a capital."""
SENTENCES = tuple((kind, WORDS.pattern(f"sentences.{kind}")) for kind in BOILERPLATE)
EQUALITY = WORDS.pattern("sentences.equality")
ASKS = WORDS.pattern("wordings.asks")
CHOICES = WORDS.pattern("wordings.choices")
DEGREE = WORDS.pattern("screens.degree")
FIRM = WORDS.pattern("wordings.firm")
MUST = WORDS.pattern("wordings.must")
SPOKEN_TO = WORDS.pattern("wordings.spoken_to")
OPENS = re.compile(
    rf"\W{{0,4}}(?:(?:{WORDS.alternation('openers')}|\d\+? (?:{WORDS.alternation('years')})) ){{0,4}}"
    rf"(?:[\w+#/.-]{{1,20}} )?(?:{WORDS.alternation('asked_nouns')})\b",
    re.IGNORECASE,
)
"""Opening of a requirement ("3+ years of hands-on Linux experience"); duties open with a verb."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BULLET = re.compile(rf"\s*(?:[{BULLETS}o*+-]\s+|[•●▪➢➤►▸‣✓✔]|\(?\d{{1,2}}[.)]\s+)")
_SUBJECT = re.compile(r"(?<=[\w)] )[A-Z][\w&.]*,?(?: [A-Z][\w&.]*){0,4} (?=[a-z])")
"""Subject of a clause, with capitals ("Initech Ltd is ...")."""
_STOP = re.compile(r"[.!?;]{1,8}[\"')*_]{0,8}(?=\s)\s+")
_MASTHEAD = re.compile(r"\s[|·•-]\s")
"""Mark between firm and place in the line below the title."""


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence or bullet of a posting.

    Attributes:
        start, end: Its place.
        kind: Its kind.
        choice: Number of its list of alternatives ("one of the following:"); 0 for none.
    """

    start: int
    end: int
    kind: Kind
    choice: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a posting.

    Attributes:
        start, end: Its place.
        bullet: Whether it is an item of a list.
        gap: Whether a blank line stands before it.
        flat: Whether it was cut from several lines joined into one.
    """

    start: int
    end: int
    bullet: bool
    gap: bool
    flat: bool = False


def parts(text: str) -> tuple[Part, ...]:
    """The sentences of ``text`` in order; headings belong to none."""
    plain = text.translate(PLAIN)
    found: list[Part] = []
    state: Kind = "open"
    depth = choice = 0
    for place, line in enumerate(_joined(plain)):
        start, words = line.start, plain[line.start : line.end]
        heading, level = heading_kind(words, bullet=line.bullet)
        if place == 0 and not line.bullet and line.end < len(plain.rstrip()) and _is_title(words):
            found.append(Part(start, line.end, "title"))
        elif place == 1 and found and found[0].kind == "title" and _MASTHEAD.search(words) and _is_title(words):
            found.append(Part(start, line.end, "facts"))
        elif heading == "open":
            # "Cloud (AWS or Azure):" is an unknown heading inside the requirements
            state = "open" if state in DROPPED or (level and level <= depth) else state
            found += _sentences(plain, line, state)
        elif heading:
            state, depth = heading, level or 1
        else:
            # "You must know SQL" in a new paragraph ends the part about the firm
            if state == "firm" and line.gap and not line.bullet and MUST.search(words[:2000]):
                state = "open"
            said = list(_sentences(plain, line, state))
            if line.flat and line.bullet and state == "open" and found and found[-1].kind == "required":
                # bullets without a heading have the kind of the bullet before
                said = [replace(part, kind="required") if part.kind == "duties" else part for part in said]
            item = choice if len(words) <= MAX_ITEM and not ASKS.search(words) else 0
            found += [replace(part, choice=item) for part in said] if item else said
            last = plain[said[-1].start : said[-1].end] if said else ""
            opened = heading_kind(last, bullet=line.bullet)[0] if last.rstrip().endswith(":") else None
            state = opened if opened and opened != "open" else state
        choice = _list(words, start) or (choice if not heading and len(words) <= MAX_ITEM else 0)
    return tuple(found)


def _list(words: str, start: int) -> int:
    """A number for the list of alternatives that a line opens; 0 if it opens none."""
    if not words.rstrip().endswith(":"):
        return 0
    return start + 1 if any(not set(words[match.end() :]) & set(",;.") for match in CHOICES.finditer(words)) else 0


def _is_title(words: str) -> bool:
    """Whether a first line is the title of the job: short, no sentence, no heading and no label."""
    text = bare(words.strip())
    if not text or len(text) > MAX_HEADING or len(text.split()) > TITLE_WORDS or words.rstrip()[-1] in ".;,":
        return False
    return not (wording(text, loose=False) or label(words) or MUST.search(text) or ASKS.search(text))


def _joined(plain: str) -> Iterator[_Line]:
    """The lines of ``plain``; a sentence that breaks at the margin is one line."""
    pending: _Line | None = None
    behind = 0
    for match in _LINE.finditer(plain):
        if not match[0].strip():
            continue
        bullet = bool(_BULLET.match(match[0]))
        gap = bool(plain.count("\n", behind, match.start()) > 1)
        behind = match.end()
        if pending and not bullet and not gap and _runs_on(plain, pending, match[0].strip()):
            pending = _Line(pending.start, match.end(), pending.bullet, pending.gap)
            continue
        if pending:
            yield from _unfolded(plain, pending)
        pending = _Line(match.start(), match.end(), bullet, gap)
    if pending:
        yield from _unfolded(plain, pending)


def _unfolded(plain: str, line: _Line) -> Iterator[_Line]:
    """The lines that were joined into one."""
    for start, end, bullet in pieces(plain, line.start, line.end):
        first = start == line.start
        yield _Line(
            start, end, line.bullet if first else bullet, first and line.gap, (start, end) != (line.start, line.end)
        )


def _runs_on(plain: str, line: _Line, following: str) -> bool:
    """Whether a line continues in the next ("Experience with Docker," / "Git or Java")."""
    last = plain[max(line.start, line.end - MAX_HEADING) : line.end].rstrip()
    if not last or last[-1] in ".!?:;" or last.endswith("**") or following.startswith("#"):
        return False
    return last[-1] in ",/&(" or last.rsplit(None, 1)[-1].casefold() in OPEN_ENDS or following[0].islower()


def _sentences(plain: str, line: _Line, state: Kind) -> Iterator[Part]:
    """The sentences of a line; the label of one applies up to the end of the line."""
    bullet = _BULLET.match(plain, line.start, line.end) if line.bullet else None
    start = bullet.end() if bullet else line.start
    kind: Kind = state
    for end in _noticed(plain, start, list(_ends(plain, start, line.end))):
        named = label(plain[start : min(end, start + MAX_LABEL)])
        # "Hours: 37 per week." applies to one sentence, "Nice to have: Docker. Git." to all
        here = named or state
        state = state if named == "facts" else here
        # "Benefits include training in AWS; Azure courses" continues the boilerplate
        if not (kind in DROPPED and ";" in plain[max(line.start, start - 4) : start]):
            kind = _kind(plain[start:end], here, labelled=bool(named), flat=line.flat)
        if plain[start:end].strip():
            yield Part(start, end, kind)
        start = end


def _noticed(plain: str, start: int, ends: Iterable[int]) -> Iterator[int]:
    """The ends of sentences, with a legal notice as a sentence of its own ("Git preferred We are an equal ...")."""
    for end in ends:
        notice = EQUALITY.search(plain, start, end)
        subject = list(_SUBJECT.finditer(plain, start, notice.start())) if notice else []
        if notice and subject and subject[-1].start() - start >= MIN_BEFORE:
            yield subject[-1].start()
        yield end
        start = end


def _ends(plain: str, start: int, end: int) -> Iterator[int]:
    """The ends of the sentences in a range."""
    for match in _STOP.finditer(plain, start, end):
        before = plain[max(start, match.start() - 12) : match.start()].rsplit(None, 1)
        word = before[-1].lstrip("(").casefold() if before else ""
        following = plain[match.end() : match.end() + 1]
        # "e.g. Docker" and "Docker, Git etc. are used" go on, "Docker, Git etc. You know" does not
        short = word in SHORT_FORMS and not (word == "etc" and following.isupper())
        if match[0][0] != "." or not (short or following.islower()):
            yield match.end()
    yield end


def _kind(sentence: str, state: Kind, *, labelled: bool, flat: bool) -> Kind:
    """The kind of a sentence, by its wording or else by its part."""
    if state in {"equality", "apply", "facts"}:
        return state
    for kind, pattern in SENTENCES:
        if pattern.search(sentence) and not (kind != "equality" and (labelled or MUST.search(sentence))):
            return kind
    # without a heading the wording alone tells requirements, duties and the firm apart
    if state == "open":
        if DEGREE.search(sentence) or MUST.search(sentence) or ASKS.search(sentence) or OPENS.match(sentence):
            return "required" if SPOKEN_TO.search(sentence) or not FIRM.search(sentence) else "firm"
        return "firm" if FIRM.search(sentence) and not SPOKEN_TO.search(sentence) else "duties"
    # a posting without line breaks runs from the requirements into "Initech is a leading ..."
    if flat and state in {"required", "preferred"} and FIRM.search(sentence[:MAX_HEADING]) and not _asks(sentence):
        return "firm"
    if state == "duties" and (MUST.search(sentence) or OPENS.match(sentence) or (flat and ASKS.search(sentence))):
        return "required"
    return state


def _asks(sentence: str) -> bool:
    """Whether the wording of a sentence asks something of the reader."""
    return any(pattern.search(sentence) for pattern in (ASKS, MUST, SPOKEN_TO)) or bool(OPENS.match(sentence))
