"""Cuts a job posting into sentences and says of each what it is about, by headings, labels and wording."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from skillgap.characters import BULLETS
from skillgap.lexicon import own

Kind = Literal["title", "firm", "benefits", "equality", "apply", "facts", "duties", "required", "preferred", "open"]
"""What a part of a posting is about; "open" where no heading says."""

PLAIN: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "\u202f": " ", "\t": " "}) | {
    ord(dash): "-" for dash in "‐‑‒–—−"
}
"""One character for one, so that offsets stay."""
WORDS: Final = own().postings
HEADING_KINDS: Final[tuple[Kind, ...]] = (
    "equality",
    "preferred",
    "apply",
    "facts",
    "benefits",
    "duties",
    "required",
    "firm",
)
"""Kinds that a heading may name, the first that fits before the others ("Preferred qualifications" is a wish)."""
BOILERPLATE: Final[tuple[Kind, ...]] = ("equality", "apply", "benefits")
"""Kinds that a sentence may be of wherever it stands, the first that fits before the others."""
DROPPED = frozenset({"firm", "benefits", "equality", "apply", "facts"})
"""Parts in which a skill is named without being asked for."""
MAX_HEADING = 90
"""Characters of a heading: a longer line says something."""
MAX_LABEL = 60
"""Characters of a label before its colon ("Nice to have: Docker")."""
HEADING_WORDS = 14
TITLE_WORDS = 14
OPEN_ENDS = WORDS.word_set("open_ends")
"""A line that ends in one of these, or in a comma, goes on in the next."""
SHORT_FORMS = WORDS.word_set("short_forms")
"""Words whose full stop ends no sentence, unless a capital follows "etc."."""
GLUE = WORDS.word_set("glue")
HEADINGS = tuple((kind, WORDS.pattern(f"headings.{kind}")) for kind in HEADING_KINDS)
SENTENCES = tuple((kind, WORDS.pattern(f"sentences.{kind}")) for kind in BOILERPLATE)
ABOUT = WORDS.pattern("wordings.about")
ASKING_HEAD = re.compile(rf"(?:{WORDS.alternation('heading_openers')})\b", re.IGNORECASE)
ASKS = WORDS.pattern("wordings.asks")
DEGREE = WORDS.pattern("screens.degree")
FIRM = WORDS.pattern("wordings.firm")
MUST = WORDS.pattern("wordings.must")
SPOKEN_TO = WORDS.pattern("wordings.spoken_to")
OPENS = re.compile(
    rf"\W{{0,4}}(?:(?:{WORDS.alternation('openers')}|\d\+? (?:{WORDS.alternation('years')})) ){{0,4}}"
    rf"(?:[\w+#/.-]{{1,20}} )?(?:{WORDS.alternation('asked_nouns')})\b",
    re.IGNORECASE,
)
"""How an ask opens ("3+ years of hands-on Linux experience"), where duties open with a verb."""

_NAME = re.compile(r"\s[A-Z0-9][\w.&'-]*(?: [A-Z0-9&][\w.&'-]*){0,4}")
"""The name of a firm behind "About"."""
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_EDGE = re.compile(r"(?:[\s#*_>=~`|:.-]|[^\w\s(\"'$£€₹/\\])*")
_BULLET = re.compile(rf"\s*(?:[{BULLETS}o*+-]\s+|[•●▪➢➤►▸‣✓✔]|\(?\d{{1,2}}[.)]\s+)")
_STOP = re.compile(r"[.!?;]{1,8}[\"')*_]{0,8}(?=\s)\s+")
_MASTHEAD = re.compile(r"\s[|·•-]\s")
"""What stands between firm and place in the line below the title."""
_WORD = re.compile(r"[\w&'-]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence or bullet of a posting: where it stands and what it is about."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    bullet: bool
    gap: bool
    """Whether a blank line stands before it."""


def parts(text: str) -> tuple[Part, ...]:
    """The sentences of ``text`` in order; headings belong to none."""
    plain = text.translate(PLAIN)
    found: list[Part] = []
    state: Kind = "open"
    depth = 0
    for place, line in enumerate(_joined(plain)):
        start, words = line.start, plain[line.start : line.end]
        heading, level = heading_kind(words, bullet=line.bullet)
        if place == 0 and not line.bullet and line.end < len(plain.rstrip()) and _is_title(words):
            found.append(Part(start, line.end, "title"))
        elif place == 1 and found and found[0].kind == "title" and _MASTHEAD.search(words) and _is_title(words):
            found.append(Part(start, line.end, "facts"))
        elif heading == "open":
            # It may still name a skill: "Cloud (AWS or Azure):" over what is asked of it.
            state = "open" if state in DROPPED or (level and level <= depth) else state
            found += _sentences(plain, line, state)
        elif heading:
            state, depth = heading, level or 1
        else:
            # A paragraph that speaks to the reader has left the part about the firm.
            if state == "firm" and line.gap and not line.bullet and MUST.search(words[:2000]):
                state = "open"
            found += _sentences(plain, line, state)
    return tuple(found)


def heading_kind(words: str, *, bullet: bool) -> tuple[Kind | None, int]:
    """What a line opens ("open" where its wording is unknown) and its depth in Markdown; ``None`` for a plain line."""
    line = words.strip()
    if bullet or not line or len(line) > MAX_HEADING:
        return None, 0
    depth = len(line) - len(line.lstrip("#"))
    bare = _bare(line)
    count = len(_WORD.findall(bare))
    if not count or count > HEADING_WORDS:
        return None, 0
    bold = line.startswith(("**", "__")) and line.rstrip(":").endswith(("**", "__"))
    marked = bool(depth or bold or line.rstrip("*_ ").endswith(":") or (bare.isupper() and len(bare) > 3))
    if not marked and (line[-1] in ".,;" or ":" in bare):
        return None, 0
    kind = _wording(bare, loose=marked or bool(ASKING_HEAD.match(bare)))
    return (kind or "open", depth) if marked else (kind, depth)


def _wording(bare: str, *, loose: bool) -> Kind | None:
    """The kind whose wording stands in a heading; where not ``loose``, beside nothing but glue."""
    about = ABOUT.match(bare)
    if about and _NAME.fullmatch(bare, about.end()):
        return "firm"
    for kind, pattern in HEADINGS:
        match = pattern.search(bare)
        if match and (loose or _only_glue(bare[: match.start()] + " " + bare[match.end() :])):
            return kind
    return None


def _only_glue(rest: str) -> bool:
    return all(word in GLUE for word in _WORD.findall(rest.casefold()) if word != "&")


def _bare(line: str) -> str:
    """A heading without its marks."""
    opening = _EDGE.match(line)
    start = opening.end() if opening else 0
    return line[start:].rstrip("#*_:=~-` \t?!.")


def _is_title(words: str) -> bool:
    """Whether a first line names the job: short, no sentence, and neither a heading nor a label of a part."""
    bare = _bare(words.strip())
    if not bare or len(bare) > MAX_HEADING or len(bare.split()) > TITLE_WORDS or words.rstrip()[-1] in ".;,":
        return False
    return not (_wording(bare, loose=False) or _label(words) or MUST.search(bare) or ASKS.search(bare))


def _joined(plain: str) -> Iterator[_Line]:
    """The lines of ``plain``, a sentence broken at the margin made whole."""
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
            yield pending
        pending = _Line(match.start(), match.end(), bullet, gap)
    if pending:
        yield pending


def _runs_on(plain: str, line: _Line, following: str) -> bool:
    last = plain[max(line.start, line.end - MAX_HEADING) : line.end].rstrip()
    if not last or last[-1] in ".!?:;" or last.endswith("**") or following.startswith("#"):
        return False
    return last[-1] in ",/&(" or last.rsplit(None, 1)[-1].casefold() in OPEN_ENDS or following[0].islower()


def _sentences(plain: str, line: _Line, state: Kind) -> Iterator[Part]:
    """The sentences of a line; a label at the head of one holds to the end of the line."""
    bullet = _BULLET.match(plain, line.start, line.end) if line.bullet else None
    start = bullet.end() if bullet else line.start
    kind: Kind = state
    for end in _ends(plain, start, line.end):
        label = _label(plain[start : min(end, start + MAX_LABEL)])
        # A fact is told in a sentence ("Hours: 37 per week"); other labels hold on.
        here = label or state
        state = state if label == "facts" else here
        # What follows a semicolon goes on with the boilerplate before it.
        if not (kind in DROPPED and ";" in plain[max(line.start, start - 4) : start]):
            kind = _kind(plain[start:end], here, labelled=bool(label))
        if plain[start:end].strip():
            yield Part(start, end, kind)
        start = end


def _ends(plain: str, start: int, end: int) -> Iterator[int]:
    for match in _STOP.finditer(plain, start, end):
        before = plain[max(start, match.start() - 12) : match.start()].rsplit(None, 1)
        word = before[-1].lstrip("(").casefold() if before else ""
        following = plain[match.end() : match.end() + 1]
        short = word in SHORT_FORMS and not (word == "etc" and following.isupper())
        if match[0][0] != "." or not (short or following.islower()):
            yield match.end()
    yield end


def _label(opening: str) -> Kind | None:
    """The kind that the words before a colon name ("Good to have: Docker")."""
    name, colon, _ = opening.partition(":")
    bare = _bare(name)
    if not colon or not bare or len(bare.split()) > HEADING_WORDS // 2:
        return None
    # A label inside a part ("Languages: Python") names no part of its own.
    return _wording(bare, loose=False)


def _kind(sentence: str, state: Kind, *, labelled: bool) -> Kind:
    """What a sentence is about, its wording before its place."""
    if state in {"equality", "apply", "facts"}:
        return state
    for kind, pattern in SENTENCES:
        if pattern.search(sentence) and not (kind != "equality" and (labelled or MUST.search(sentence))):
            return kind
    if state == "open":
        if DEGREE.search(sentence) or MUST.search(sentence) or ASKS.search(sentence) or OPENS.match(sentence):
            return "required" if SPOKEN_TO.search(sentence) or not FIRM.search(sentence) else "firm"
        return "firm" if FIRM.search(sentence) and not SPOKEN_TO.search(sentence) else "duties"
    return "required" if state == "duties" and (MUST.search(sentence) or OPENS.match(sentence)) else state
