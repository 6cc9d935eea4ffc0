"""Finds the sections of a resume by the wording and the layout of their headings."""

import re
from collections.abc import Iterable, Mapping, Sequence

from skillgap.nlp.spans import Bounds, TokenSpan
from skillgap.nlp.tokens import Tokens

HEADING_WORDS = 7
"""Words of the longest heading that adds to a known wording: a longer line is a sentence."""
MAX_HEADING_TOKENS = 5 * HEADING_WORDS
"""Tokens of the longest heading, its marks and the letters of spaced words included."""
KINDS, KIND_WORDS = frozenset({"certifications", "coursework", "education", "experience", "projects", "skills"}), 3
"""Last words that make any line of so few capital words a heading ("SECURITY EXPERIENCE")."""
LABELLED = frozenset({"interests", "references"})
"""Kinds of section that may be one labelled line ("Hobbies: chess, Swift")."""
LABEL_REACH = 5
"""Tokens at the beginning of a line in which the colon of its label stands."""
JOINTS = frozenset({"and", "with", "of"})
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_GAPS = re.compile(r"[\s:_&,/-]+")


def fold_wording(text: str) -> str:
    """Drop case, edges and different joints from a wording ("Skills & Tools:-" becomes "skills and tools")."""
    plain = _EDGES.sub("", text.casefold())
    return _GAPS.sub(" ", plain.replace("&", " and ").replace("/", " and ")).strip()


def join_spaced_letters(words: Sequence[str]) -> str:
    """Join the letters of a spaced heading ("S K I L L S"); empty for any other."""
    return "".join(words) if len(words) > 3 and all(len(word) == 1 for word in words) else ""


class SectionFinder:
    """Finds headings and the sections that they open.

    Args:
        headings: Kind of section -> wordings that open it.
    """

    def __init__(self, headings: Mapping[str, Iterable[str]]) -> None:
        self.kinds = {fold_wording(wording): kind for kind, wordings in headings.items() for wording in wordings}
        self.compact = {wording.replace(" ", ""): kind for wording, kind in self.kinds.items()}
        self.first_words = frozenset(wording.split(" ")[0] for wording in self.kinds)
        self.longest = max((HEADING_WORDS, *(wording.count(" ") + 1 for wording in self.kinds)))

    def find_headings(self, tokens: Tokens, lines: Sequence[Bounds]) -> tuple[TokenSpan, ...]:
        """Return the lines that are headings, labelled with the kind of section."""
        words = tokens.words
        return tuple(
            [TokenSpan(start, end, kind) for start, end in lines if (kind := self._heading_kind(words[start:end]))]
        )

    def find_sections(
        self, tokens: Tokens, lines: Sequence[Bounds], headings: Sequence[TokenSpan]
    ) -> tuple[TokenSpan, ...]:
        """Return the sections, which together cover all tokens; the one before the first heading is "top"."""
        kinds = {0: "top"} | {heading.start: heading.label for heading in headings}
        current = "top"
        for start, end in lines:
            current = kinds.get(start, current)
            label = self._label_kind(tokens.words[start : min(start + LABEL_REACH, end - 1)])
            # "Hobbies: chess, Swift" inside a section is a section of one line
            if label:
                kinds.setdefault(end, current)
                if label != current:
                    kinds[start] = label
        starts = sorted(index for index in kinds if index < len(tokens))
        ends = [*starts[1:], len(tokens)]
        return tuple([TokenSpan(start, end, kinds[start]) for start, end in zip(starts, ends, strict=False)])

    def _label_kind(self, opening: Sequence[str]) -> str:
        """Return the kind of section that the label of a line names, if it may be one line."""
        colon = opening.index(":") if ":" in opening else 0
        kind = self.kinds.get(fold_wording(" ".join(opening[:colon]))) if colon else None
        return kind if kind in LABELLED else ""

    def _heading_kind(self, line: Sequence[str]) -> str:
        """Return the kind of section that a line opens, empty if it is no heading."""
        first = line[0]
        if not first[0].isalnum():
            first = next((word for word in line if word[0].isalnum()), "")
        marked = line[-1] == ":" or first.isupper() or len(first) == 1
        # most lines end here: they open with no known word, no capitals and no mark
        if not first or len(line) > MAX_HEADING_TOKENS or not (marked or first.lower() in self.first_words):
            return ""
        words = [word for word in line if word[0].isalnum()]
        if len(words) > self.longest and len(first) > 1:
            return ""
        wording = fold_wording(" ".join(line))
        kind = self.kinds.get(wording) or self.compact.get(join_spaced_letters(words).casefold())
        if not kind and len(words) <= HEADING_WORDS:
            kind = self._extended_kind(wording.split(), words, colon=line[-1] == ":")
        return kind or ""

    def _extended_kind(self, wording: Sequence[str], words: Sequence[str], *, colon: bool) -> str:
        """Return the kind of a heading that adds to a known wording, in capitals or before a colon."""
        if not (colon or all(word.isupper() or not word.isalpha() for word in words)):
            return ""
        for length in range(len(wording) - 1, 0, -1):
            kind = self.kinds.get(" ".join(wording[:length])) or self.kinds.get(" ".join(wording[-length:]))
            # "EDUCATION AND TRAINING"
            if kind and kind != "other" and (wording[length] in JOINTS or colon):
                return kind
        # "SECURITY EXPERIENCE"
        if len(wording) <= KIND_WORDS and wording[-1] in KINDS:
            return self.kinds.get(wording[-1], "")
        return ""
