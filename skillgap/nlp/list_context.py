"""Where the candidates of one Doc stand: statements, sections, and segments.

A candidate's *segment* is what stands between the delimiters around it. It is *bare* when nothing but names, versions
and filler words stand in it, as in a list of skills; prose is never bare.
"""

from bisect import bisect_right

from spacy.tokens import Doc

from skillgap.nlp import spans
from skillgap.nlp.sentences import BULLETS
from skillgap.nlp.spans import TokenSpan

DELIMITERS = frozenset(",;|/:()[]•●○◦▪▫■□◆◇➢➤►▶▸‣⁃∙·*✓✔❖–-&+★☆~→=") | {"and", "or"}
CLEAR = frozenset({"any-case", "exact-case"})
"""Rules of names that are clear by themselves."""
LIST_SECTIONS = frozenset({"skills", "certifications", "coursework"})
LABEL_SECTIONS = frozenset({"skills", "other", "top"})
"""Sections in which a label may stand before names without any mark: elsewhere it is a word of a sentence."""
STOPS = frozenset(".!?")
ROW_MARKS = frozenset(":\u2192")
"""Between the label of a row and what it lists; a stroke is one too where commas part what follows, and dots are."""
HANDLES = "_", "@"
"""Signs that join words into the name of an account or a file."""
LABEL_WORDS = 3
"""Tokens between a name that heads a row and the end of the label ("ML / DL Libraries :")."""
GAP = 3
"""Spaces that separate the label of a row from what it lists."""
TITLE_WORDS, JOINTS = 8, frozenset({"and", "of", "at", "in", "for", "the"})
"""Words of the longest line that is the title of a job with its firm and dates, and those that need no capital."""
CUE_REACH = 14
"""Tokens on either side, within the statement and the ones beside it, in which a cue speaks."""


class ListContext:
    """Where the candidates of one Doc stand: statements, sections, segments. Everything is laid out in one pass."""

    def __init__(self, doc: Doc, candidates: list[TokenSpan], fillers: frozenset[str], soft: frozenset[str]) -> None:
        self.doc, self.fillers, self.soft = doc, fillers, soft
        self.words, self.folded, self.breaks = (doc.user_data[name] for name in ("words", "folded", "breaks"))
        self.text, self.token_starts, self.token_ends = (doc.user_data[name] for name in ("text", "starts", "ends"))
        self.statements = doc.user_data["statements"]
        self.starts = [start for start, _ in self.statements]
        self.sections = spans.of(doc, "sections")
        self.section_starts = [section.start for section in self.sections]
        self.candidate_starts = [span.start for span in candidates]
        self.candidate_ends = {span.end for span in candidates}
        clear = [span for span in candidates if span.label in CLEAR]
        self.clear_starts, self.clear_ends = {span.start for span in clear}, {span.end for span in clear}
        self.segment_of, self.is_bare = self._segments(candidates)
        self.bare_places: dict[int, set[int]] = {}
        self.clear_places: dict[int, set[int]] = {}
        self.soft_lists: set[int] = set()
        for span in candidates:
            if self.bare(span):
                number = self.statement(span)
                self.bare_places.setdefault(number, set()).add(span.start)
                if span.label in CLEAR:
                    self.clear_places.setdefault(number, set()).add(span.start)
                    if span.id in soft:
                        self.soft_lists.add(number)

    def _segments(self, candidates: list[TokenSpan]) -> tuple[list[int], list[bool]]:
        """Number of the segment of each token, and whether each segment is bare."""
        named = spans.mask(len(self.doc), candidates)
        numbers: list[int] = []
        bare: list[bool] = []
        folded, fillers = self.folded, self.fillers
        for start, end in self.statements:
            if named.find(1, start, end) < 0:  # nobody asks about a statement without candidates
                numbers += [len(bare)] * (end - start)
                bare.append(False)
                continue
            bare.append(True)
            for place in range(start, end):
                if not named[place]:
                    word = folded[place]
                    if word in DELIMITERS or (word in STOPS and self._spaced(place)):
                        bare.append(True)
                    elif word not in fillers and word.isalpha():
                        bare[-1] = False
                numbers.append(len(bare) - 1)
        return numbers, bare

    def statement(self, span: TokenSpan) -> int:
        """Ordinal of the statement that holds ``span``."""
        return bisect_right(self.starts, span.start) - 1

    def section(self, span: TokenSpan) -> str:
        """Kind of the section that holds ``span``."""
        return self.sections[bisect_right(self.section_starts, span.start) - 1].label

    def opens(self, span: TokenSpan) -> bool:
        """Whether nothing but a bullet stands before ``span`` in its line."""
        place = span.start
        while place > 0 and not self.breaks[place]:
            place -= 1
            if self.words[place][0].isalnum():
                return False
        return True

    def heads_a_row(self, span: TokenSpan) -> bool:
        """Whether ``span`` opens a row of skills as its label: a few words, a colon or a wide gap, then names."""
        end, number = span.end, self.statement(span)
        opens = span.start == 0 or self.breaks[span.start]
        if not opens or self.section(span) != "skills" or not self._named_after(end, self.statements[number][1]):
            return False
        starts, ends = self.token_starts, self.token_ends
        for place in range(end, min(end + LABEL_WORDS + 1, len(self.words) - 1)):
            if self.breaks[place]:
                return False
            if self.words[place] in ROW_MARKS:
                return not self.breaks[place + 1]
            if self.words[place] == "|":
                return "," in self.words[place : self.statements[number][1]]
            if self.words[place : place + 3] == [".", ".", "."]:
                return True
            if starts[place] - ends[place - 1] >= GAP:
                return True
            if not (self.words[place].isalpha() or self.words[place] in "/&"):
                return False
        return False

    def introduces(self, span: TokenSpan, ends: frozenset[str]) -> bool:
        """Whether ``span``, at most one of ``ends`` behind it, opens a line and names follow, without any mark or as
        bullets below.
        """
        place = span.end + (span.end < len(self.folded) and self.folded[span.end] in ends)
        if place >= len(self.words) or any(self.breaks[span.end : place]) or not self.opens(span):
            return False
        if self.breaks[place]:
            alone = span.start == 0 or bool(self.breaks[span.start])
            return alone and (self.words[place] in BULLETS or self._lists(place))
        return self.section(span) in LABEL_SECTIONS and self._named_after(place, place + 1)

    def trails(self, span: TokenSpan) -> bool:
        """Whether ``span`` stands right behind another name, as what is done with it ("VMware integration")."""
        return span.start in self.candidate_ends and not self.breaks[span.start]

    def is_title(self, span: TokenSpan) -> bool:
        """Whether ``span`` stands in a short line of capitals, as the title of a job does."""
        start, end = span.start, span.end
        while start > 0 and not self.breaks[start] and span.start - start <= TITLE_WORDS:
            start -= 1
        while end < len(self.words) and not self.breaks[end] and end - span.end <= TITLE_WORDS:
            end += 1
        words = [word for word in self.words[start:end] if word.isalpha()]
        return len(words) <= TITLE_WORDS and all(word[0].isupper() or word in JOINTS for word in words)

    def _lists(self, place: int) -> bool:
        """Whether names with commas between them begin at ``place``."""
        end = next((end for end in range(place + 1, len(self.words)) if self.breaks[end]), len(self.words))
        return "," in self.words[place:end] and self._named_after(place, place + 1)

    def _named_after(self, start: int, limit: int) -> bool:
        """Whether a candidate stands in a range of tokens."""
        place = bisect_right(self.candidate_starts, start - 1)
        return place < len(self.candidate_starts) and self.candidate_starts[place] < limit

    def surroundings(self, span: TokenSpan) -> tuple[int, int]:
        """Token range in which a cue speaks for or against ``span``."""
        number = self.statement(span)
        low = self.statements[max(0, number - 1)][0]
        high = self.statements[min(len(self.statements) - 1, number + 1)][1]
        return max(low, span.start - CUE_REACH), min(high, span.end + CUE_REACH)

    def _spaced(self, place: int) -> bool:
        """Whether white space follows the token, as it does a full stop that ends a sentence."""
        starts, ends = self.token_starts, self.token_ends
        return bool(place + 1 >= len(starts) or starts[place + 1] > ends[place])

    def glued(self, span: TokenSpan) -> bool:
        """Whether ``span`` is part of a longer word: "someforum.net" is no .NET, "@azure_tom" no Azure."""
        text, start, end = self.text, self.token_starts[span.start], self.token_ends[span.end - 1]
        before, after = text[start - 1 : start], text[end : end + 2]
        if self.words[span.start] == ".":
            return bool(before.isalnum())
        if before in HANDLES or after[:1] in HANDLES:
            return True
        return bool(before == "." and after[:1] == "." and after[1:].isalnum())  # "snake.js.png"

    def beside_a_clear_name(self, span: TokenSpan) -> bool:
        """Whether only a stroke stands between ``span`` and a name that is clear by itself."""
        words, start, end = self.words, span.start, span.end
        if end < len(words) and words[end] == "/" and end + 1 in self.clear_starts:
            return True
        return start > 0 and words[start - 1] == "/" and start - 1 in self.clear_ends

    def bare(self, span: TokenSpan) -> bool:
        """Whether only names, numbers and fillers stand in the segment of ``span``."""
        return self.is_bare[self.segment_of[span.start]]

    def in_list(self, span: TokenSpan, *, strict: bool) -> bool:
        """Whether ``span`` stands bare in a list of skills; ``strict`` asks for a neighbour that is clear by itself."""
        if not self.bare(span):
            return False
        number = self.statement(span)
        if span.id in self.soft and number not in self.soft_lists:
            return self.section(span) in LIST_SECTIONS
        clear = self.clear_places.get(number, set())
        others = len(self.bare_places[number]) > 1
        if strict:
            beside = others or self.clear_places.get(number - 1) or self.clear_places.get(number + 1)
            return bool(clear) or (self.section(span) == "skills" and bool(beside))
        return bool(clear) or self.section(span) in LIST_SECTIONS
