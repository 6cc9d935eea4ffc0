"""Cuts text into lines and sentences. A cue reaches no further than its sentence.

A sentence is one line or several. Text from a page breaks at the margin, so a line that ends well before it ends its
sentence. So does a line before a bullet, a blank line or a heading.
"""

from collections.abc import Collection, Sequence

from skillgap.lexicon import own
from skillgap.nlp.spans import Bounds, TokenSpan
from skillgap.nlp.tokens import Tokens

BULLETS = frozenset("•●○◦▪▫■□◆◇➢➤►▶▸‣⁃∙·*✓✔❖-–")
BOXES = frozenset("\u2610\u2611\u2612\u25a1")
FULL_LINE = 0.62
"""Share of a full line from which a line continues in one that begins with a small letter."""
MARGIN = 0.85
"""Share of a full line at which a line reaches the margin, so that it may continue with a capital."""
FULL_RANK = 0.85
"""Rank among all line lengths of the full length; longer lines are headers or badly cut."""
NEARBY_LINES, NARROW = 8, 0.75
"""Lines that define the full length in a side column, and the most share of the document's full length there."""
OPEN_WORDS = own().layout.word_set("open_words")
"""Words that end no sentence ("Managed users in / Active Directory")."""
OPEN_MARKS = frozenset(",&/(-")
BEFORE_NAMES = own().layout.word_set("before_names")
"""Words behind which a line may break before a name."""
MAX_REST = 4
"""Tokens of a line that may be the rest of one that breaks after a name ("Studying for CompTIA / Security+")."""
LABEL_REACH = 5
"""Tokens at the beginning of a line in which the colon of its label stands."""
SENTENCE_END = frozenset(".!?:;")


def split_lines(tokens: Tokens) -> tuple[Bounds, ...]:
    """Return the lines of a text that are not empty."""
    cuts = [index for index, count in enumerate(tokens.line_breaks) if count and index]
    bounds = zip([0, *cuts], [*cuts, len(tokens)], strict=True)
    return tuple([(start, end) for start, end in bounds if end > start])


def segment_sentences(
    tokens: Tokens, lines: Sequence[Bounds], headings: Sequence[TokenSpan], alone: Collection[int] = ()
) -> tuple[Bounds, ...]:
    """Join the lines of each sentence; headings and lines that start in ``alone`` are never joined."""
    heading_starts = {heading.start for heading in headings} | set(alone)
    lengths = [tokens.ends[end - 1] - tokens.starts[start] for start, end in lines]
    full = _full_length(lengths)
    sentences: list[Bounds] = []
    first = 0
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        heading = line[0] in heading_starts or (following is not None and following[0] in heading_starts)
        needed = None if following is None or heading else _needed_share(tokens, line, following)
        if needed is None or (needed and _share_of_full_line(lengths, index, full) < needed):
            sentences.append((lines[first][0], line[1]))
            first = index + 1
    return tuple(sentences)


def _full_length(lengths: Sequence[int]) -> int:
    """Return the length of a full line, 0 without any line."""
    return sorted(lengths)[int(len(lengths) * FULL_RANK)] if lengths else 0


def _share_of_full_line(lengths: Sequence[int], index: int, full: int) -> float:
    """Return the length of a line as a share of a full one in its column."""
    # in a side column the lines are short, so a short line may still be full
    nearby = _full_length(lengths[max(0, index - NEARBY_LINES) : index + NEARBY_LINES])
    return lengths[index] / ((nearby if nearby < NARROW * full else full) or 1)


def _needed_share(tokens: Tokens, line: Bounds, following: Bounds) -> float | None:
    """Return the share of a full line from which a sentence runs on into the next; ``None`` for never."""
    words, lower = tokens.words, tokens.lower
    (start, end), (opening, close) = line, following
    if tokens.line_breaks[opening] > 1 or words[opening] in BULLETS or _is_tick_box(words, opening):
        return None
    last, first = words[end - 1], words[opening]
    if last in SENTENCE_END:
        return None
    # "Configured TCP/IP, DNS and" goes on however short the line is
    if last in OPEN_MARKS or lower[end - 1] in OPEN_WORDS:
        return 0.0
    # "Studying for CompTIA" before "Security+"
    if end - start > 2 and lower[end - 2] in BEFORE_NAMES and close - opening <= MAX_REST:
        return 0.0
    # "Databases: MySQL, Oracle" is a row of its own
    if ":" in words[opening + 1 : min(opening + LABEL_REACH, close)]:
        return None
    # "... for students who" before "locked themselves out"
    if first[0].islower() or first[0].isdigit() or first in {"(", "&", "/"}:
        return FULL_LINE
    return MARGIN


def _is_tick_box(words: Sequence[str], index: int) -> bool:
    """Return whether a box to tick opens a line ("[ ] Docker", "[x] Docker", "☐ Docker")."""
    return words[index] in BOXES or (words[index] == "[" and "]" in words[index + 1 : index + 3])
