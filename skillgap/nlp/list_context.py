"""Finds the candidates that stand in a list of names.

A candidate's *segment* is the text between the delimiters around it. It stands in a *name list* when its segment holds
only names, versions and filler words, as in a list of skills; prose never does.
"""

from collections.abc import Sequence

from skillgap.nlp.annotations import Layout
from skillgap.nlp.gazetteer import CLEAR_RULES
from skillgap.nlp.list_items import DELIMITERS
from skillgap.nlp.spans import TokenSpan, mask
from skillgap.nlp.tokens import Tokens

LABEL_REACH = 6
"""Tokens at the beginning of a sentence in which the colon of its label stands."""
LIST_SECTIONS = frozenset({"skills", "certifications", "coursework"})
SENTENCE_STOPS = frozenset(".!?")


class ListContext:
    """Finds the name lists of one text.

    Args:
        tokens: The words of the text.
        layout: Its sentences and sections.
        candidates: Names found in it, in text order.
        fillers: Words that may stand beside a name in a list ("advanced", "basic").
        soft: Ids of soft skills; a list of tools does not support them.
        label_words: Words of a label before what was used ("Tool used: R").
    """

    def __init__(
        self,
        tokens: Tokens,
        layout: Layout,
        candidates: Sequence[TokenSpan],
        fillers: frozenset[str],
        soft: frozenset[str],
        label_words: frozenset[str],
    ) -> None:
        self.tokens, self.layout = tokens, layout
        self._fillers, self._soft, self._label_words = fillers, soft, label_words
        clear = [span for span in candidates if span.label in CLEAR_RULES]
        self._clear_starts, self._clear_ends = {span.start for span in clear}, {span.end for span in clear}
        self._ends = {span.end for span in candidates}
        self._segment_of: list[int] = []
        self._only_names: list[bool] = []
        self._split_segments(mask(len(tokens), candidates))
        self._listed: dict[int, set[int]] = {}
        self._clear_listed: dict[int, set[int]] = {}
        self._soft_lists: set[int] = set()
        self._collect_lists(candidates)

    def _split_segments(self, named: bytearray) -> None:
        """Number the segment of each token, and note which segments hold only names."""
        numbers, only_names, lower, fillers = self._segment_of, self._only_names, self.tokens.lower, self._fillers
        cells = self.layout.cells
        for start, end in self.layout.sentences:
            if named.find(1, start, end) < 0:  # a sentence without candidates needs no segments
                numbers += [len(only_names)] * (end - start)
                only_names.append(False)
                continue
            only_names.append(True)
            for index in range(start, end):
                if index in cells:
                    only_names.append(True)
                if not named[index]:
                    word = lower[index]
                    # the stop in "Node.js" ends no segment, the stops in "Java. Python." do
                    if word in DELIMITERS or (word in SENTENCE_STOPS and self.tokens.space_follows(index)):
                        only_names.append(True)
                    elif word not in fillers and word.isalpha():
                        only_names[-1] = False
                numbers.append(len(only_names) - 1)

    def _collect_lists(self, candidates: Sequence[TokenSpan]) -> None:
        """Note which candidates each sentence lists, and which sentences list soft skills."""
        for span in candidates:
            if not self.in_name_list(span):
                continue
            number = self.layout.sentence_number(span.start)
            self._listed.setdefault(number, set()).add(span.start)
            if span.label in CLEAR_RULES:
                self._clear_listed.setdefault(number, set()).add(span.start)
                if span.id in self._soft:
                    self._soft_lists.add(number)

    def in_name_list(self, span: TokenSpan) -> bool:
        """Return whether only names, numbers and fillers stand in the segment of a span."""
        return self._only_names[self._segment_of[span.start]]

    def in_skill_list(self, span: TokenSpan, *, strict: bool) -> bool:
        """Return whether a span stands in a list of skills; ``strict`` needs a clear name beside it."""
        if not self.in_name_list(span):
            return False
        number = self.layout.sentence_number(span.start)
        section = self.layout.section(span.start)
        # "Python, Java, flexible" lists tools, which do not support a soft skill
        if span.id in self._soft and number not in self._soft_lists:
            return section in LIST_SECTIONS
        clear = number in self._clear_listed
        if not strict:
            return clear or section in LIST_SECTIONS
        # in a skills section "C, R" is supported by the second name, or by the rows above and below
        supported = len(self._listed[number]) > 1 or not self._clear_listed.keys().isdisjoint((number - 1, number + 1))
        return clear or (section == "skills" and supported) or self._is_answer(span)

    def _is_answer(self, span: TokenSpan) -> bool:
        """Return whether a label for tools or languages stands before a span ("Tool used: R")."""
        first, limit = self.layout.sentence(span.start)
        opening = self.tokens.lower[first : min(first + LABEL_REACH, span.start)]
        if ":" not in opening or limit - span.end > 1:
            return False
        return not self._label_words.isdisjoint(opening[: opening.index(":")])

    def follows_a_name(self, span: TokenSpan) -> bool:
        """Return whether a span stands right behind another name, as in "VMware integration"."""
        return span.start in self._ends and not self.tokens.line_breaks[span.start]

    def beside_a_clear_name(self, span: TokenSpan) -> bool:
        """Return whether only a slash stands between a span and a clear name ("a React/GraphQL site")."""
        words, start, end = self.tokens.words, span.start, span.end
        if words[end : end + 1] == ("/",) and end + 1 in self._clear_starts:
            return True
        return start > 0 and words[start - 1] == "/" and start - 1 in self._clear_ends
