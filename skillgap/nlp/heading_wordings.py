"""Finds the kind of section that a line opens by its wording.

No list holds "Computer Engineering Experience", but many listed wordings of one kind end in its last word. Such a last
word is a *head*. The heads are computed from the list.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from skillgap.lexicon import own

HEADING_WORDS = 7
"""Words of the longest heading that extends a listed wording; a longer line is a sentence."""
TITLE_WORDS = 5
"""Words of the longest heading recognised by its last word alone ("Relevant Computer Engineering Experience")."""
KINDS, KIND_WORDS = frozenset({"certifications", "coursework", "education", "experience", "projects", "skills"}), 3
"""Last words that make any line of so few capital words a heading ("SECURITY EXPERIENCE")."""
MIN_HEADED, HEAD_SHARE = 3, 0.6
"""Fewest listed wordings that end in a head, and the least share of them for one kind of section."""
MIN_COMPACT = 10
"""Letters of the shortest wording that is recognised without its blanks ("ProfessionalExperience")."""
LISTED_KINDS = ("skills", "coursework", "certifications", "education")
"""Kinds in which a bare name shows no use; a row of two headings opens the first of these."""
JOINTS = own().layout.word_set("heading_joints")
"""Words that join two wordings of one heading."""
SMALL_WORDS = own().layout.word_set("heading_small_words")
"""Words of a heading that need no capital."""
_EDGES = re.compile(r"^(?:\d{1,2}\s*[.)])?[^\w]+|(?<!\W)\W+$")
_GAPS = re.compile(r"[\s:_&,/-]+")
_PARTS = re.compile(r" ?[,&/+|] ?| and ", re.IGNORECASE)


def fold_wording(text: str) -> str:
    """Drop case, edges and different joints from a wording ("Skills & Tools:-" becomes "skills and tools")."""
    plain = _EDGES.sub("", text.casefold())
    return _GAPS.sub(" ", plain.replace("&", " and ").replace("/", " and ")).strip()


def join_spaced_letters(words: Sequence[str]) -> str:
    """Join the letters of a spaced heading ("S K I L L S"); empty for any other."""
    return "".join(words) if len(words) > 3 and all(len(word) == 1 for word in words) else ""


def without_remark(line: Sequence[str]) -> Sequence[str]:
    """Drop a remark in brackets from the end of a line ("Skills (self-rated)")."""
    if "(" in line[1:] and line[-1] in {")", ":"}:
        return line[: line.index("(", 1)]
    return line


def is_title(words: Sequence[str]) -> bool:
    """Return whether every word but the small ones has a capital ("Certifications and Activities")."""
    return all(word[0].isupper() or word.lower() in SMALL_WORDS for word in words)


class HeadingWordings:
    """Holds the wordings that open a section.

    Args:
        headings: Kind of section -> wordings that open it.
    """

    def __init__(self, headings: Mapping[str, Iterable[str]]) -> None:
        self.kinds = {fold_wording(wording): kind for kind, wordings in headings.items() for wording in wordings}
        self._compact = {wording.replace(" ", ""): kind for wording, kind in self.kinds.items()}
        self._heads = _heads(self.kinds)
        self.longest = max((HEADING_WORDS, *(wording.count(" ") + 1 for wording in self.kinds)))

    def listed_kind(self, line: Sequence[str]) -> str:
        """Return the kind of a line that is a listed wording, also with spaced letters or without blanks."""
        text = " ".join(without_remark(line))
        wording = fold_wording(text)
        # "Hard Skill"
        kind = self.kinds.get(wording) or (self.kinds.get(f"{wording}s") if " " in wording else "")
        if kind:
            return kind
        words = [word for word in line if word[0].isalnum()]
        joined = join_spaced_letters(words) or (wording.replace(" ", "") if len(words) <= 2 else "")
        if len(words) > 3 or (len(joined) >= MIN_COMPACT and words[0][0].isupper()):
            return self._compact.get(joined.casefold(), "")
        return ""

    def extended_kind(self, line: Sequence[str], *, marked: bool) -> str:
        """Return the kind of a heading that extends a listed wording; ``marked`` has capitals or a colon."""
        line = without_remark(line)
        words = [word for word in line if word[0].isalnum()]
        if not words or len(words) > HEADING_WORDS:
            return ""
        wording = fold_wording(" ".join(line)).split()
        if marked and (kind := self._continued_kind(wording, colon=line[-1] == ":")):
            return kind
        if not is_title(words) or line[-1] in ".,;":
            return ""
        return self._row_kind(" ".join(line)) or self._headed_kind(wording)

    def label_length(self, words: Sequence[str]) -> int:
        """Return how many of the first words are the longest listed wording, with a capital; 0 for none."""
        for length in range(min(self.longest, len(words)), 0, -1):
            if (
                words[0][0].isupper()
                and words[length - 1].isalpha()
                and fold_wording(" ".join(words[:length])) in self.kinds
            ):
                return length
        return 0

    def _continued_kind(self, wording: Sequence[str], *, colon: bool) -> str:
        """Return the kind of a marked line that begins or ends with a listed wording."""
        # "SECURITY EXPERIENCE"
        if len(wording) <= KIND_WORDS and wording[-1] in KINDS and JOINTS.isdisjoint(wording):
            return self.kinds.get(wording[-1], "")
        for length in range(len(wording) - 1, 0, -1):
            kind = self.kinds.get(" ".join(wording[:length])) or self.kinds.get(" ".join(wording[-length:]))
            # "EDUCATION AND TRAINING"
            if kind and kind != "other" and (wording[length] in JOINTS or colon):
                return kind
        return ""

    def _row_kind(self, text: str) -> str:
        """Return the kind of several wordings in one line ("Certifications & Activities", "Projects Education")."""
        parts = [fold_wording(part) for part in _PARTS.split(" ".join(text.split()))]
        kinds = [kind for part in parts if (kind := self.kinds.get(part))]
        if len(kinds) < 2 or len(kinds) < len(parts) - 1:
            words = text.split()
            pairs = [(fold_wording(" ".join(words[:cut])), fold_wording(" ".join(words[cut:]))) for cut in (1, 2)]
            kinds = next(([self.kinds[a], self.kinds[b]] for a, b in pairs if a in KINDS and b in KINDS), [])
            return next((kind for kind in LISTED_KINDS if kind in kinds), kinds[0] if kinds else "")
        # "Programs, Skills, Software", but "Languages and Software" are those of computers
        return "skills" if {"languages", "skills"} <= set(kinds) else kinds[0]

    def _headed_kind(self, wording: Sequence[str]) -> str:
        """Return the kind of which the last word of a short line is a head ("Computer Engineering Experience")."""
        if not 1 < len(wording) <= TITLE_WORDS or not all(word.replace("'", "").isalpha() for word in wording):
            return ""
        # in "Responsibilities and Activities" the last word does not describe the first
        return "" if wording[-2] in JOINTS else self._heads.get(wording[-1], "")


def _heads(kinds: Mapping[str, str]) -> dict[str, str]:
    """Return the last words that mostly open one kind of section."""
    ends: dict[str, Counter[str]] = defaultdict(Counter)
    for wording, kind in kinds.items():
        *before, last = wording.split()
        # "skills and tools" does not make "tools" a head for skills
        if before and before[-1] not in JOINTS:
            ends[last][kind] += 1
    return {
        last: kind
        for last, counts in ends.items()
        for kind, count in counts.most_common(1)
        # "E-Commerce Project" is the title of one, "Client Projects" a heading
        if counts.total() >= MIN_HEADED and count >= HEAD_SHARE * counts.total() and (last in KINDS or last[-1] == "s")
    }
