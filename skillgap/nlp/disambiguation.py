"""Decides which candidates claim a skill and drops everyday readings ("go live", "Spring 2025", "R&D")."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.model.taxonomy import Skill
from skillgap.nlp.activity_patterns import IMPLICIT
from skillgap.nlp.annotations import Layout
from skillgap.nlp.exclusions import Exclusions
from skillgap.nlp.gazetteer import CLEAR_RULES, GUARDED_RULES, NON_SKILL_PHRASE
from skillgap.nlp.list_context import SENTENCE_STOPS, ListContext
from skillgap.nlp.list_items import DELIMITERS
from skillgap.nlp.other_readings import OtherReadings
from skillgap.nlp.row_labels import LabelWords, RowLabels
from skillgap.nlp.spans import TokenSpan
from skillgap.nlp.spelled_out import SpelledOut
from skillgap.nlp.tokenizer import ResumeTokenizer
from skillgap.nlp.tokens import Tokens

CUE_REACH = 14
"""Tokens on either side, within the sentence and its neighbours, in which a cue bears on a name."""


class Resolution(NamedTuple):
    """Holds the decision about the candidates.

    Attributes:
        skills: Accepted candidates.
        uncertain: Candidates that nothing nearby supports or contradicts, written as a name is written.
        listed: First tokens of the accepted candidates that stand in a name list.
    """

    skills: tuple[TokenSpan, ...]
    uncertain: tuple[TokenSpan, ...]
    listed: frozenset[int]


class Disambiguation:
    """Splits candidates into accepted, rejected and uncertain.

    Args:
        vocab: Vocabulary of the Docs to search.
        tokenizer: Cuts the phrases as it cuts the texts.
        skills: Skills with the words nearby that support or contradict their ambiguous aliases.
        general: Ids of skills that are whole fields or methods.
        cues: Lists of words by name, see ``Lexicon.cues``.
    """

    def __init__(
        self,
        vocab: Vocab,
        tokenizer: ResumeTokenizer,
        skills: Sequence[Skill],
        general: frozenset[str],
        cues: Mapping[str, Sequence[str]],
    ) -> None:
        self._supporting = {skill.id: CueCounter(tokenizer, skill.cues) for skill in skills if skill.cues}
        self._contradicting = {skill.id: CueCounter(tokenizer, skill.anti_cues) for skill in skills if skill.anti_cues}
        self._guarded_names = frozenset(
            alias.text for skill in skills for alias in skill.aliases if alias.rule in GUARDED_RULES
        )
        self._everyday_names = frozenset(cues["everyday_names"])
        self._soft = frozenset(skill.id for skill in skills if skill.kind == "soft")
        self._general = general
        self._fields = general | self._soft
        self._unspecific = general.union(skill.id for skill in skills if skill.shared)
        self._exclusions = Exclusions(vocab, tokenizer, cues, general, self._soft)
        self._other_readings = OtherReadings(cues, general, self._soft)
        self._spelled_out = SpelledOut(skills)
        self._products = frozenset(cues["works"])
        self._means = frozenset(cues["means"])
        self._uses = frozenset(cues["uses"])
        self._behind_means = frozenset(cues["behind_means"])
        self._fillers = frozenset(cues["fillers"])
        self._label_words = LabelWords(
            labels=frozenset(" ".join(word.lower() for word in tokenizer.words(label)) for label in cues["labels"]),
            label_rest=frozenset(cues["label_rest"]),
            label_words=frozenset(cues["label_words"]),
            title_small_words=frozenset(cues["title_small_words"]),
        )

    def resolve(self, doc: Doc, tokens: Tokens, layout: Layout, candidates: Iterable[TokenSpan]) -> Resolution:
        """Decide on every candidate of a text; at one place, the best supported candidate is accepted."""
        named = [span for span in candidates if span.label != NON_SKILL_PHRASE]
        lists, possible = self._possible_skills(doc, tokens, layout, named)
        accepted: dict[tuple[int, int], tuple[int, TokenSpan]] = {}
        uncertain: dict[tuple[int, int], TokenSpan] = {}
        for span in possible:
            bounds, weight = (span.start, span.end), self._weight(span, lists)
            # "MCP" is two skills: the cues nearby decide
            if weight > 0 and (bounds not in accepted or weight > accepted[bounds][0]):
                accepted[bounds] = (weight, span)
            if weight == 0 and self._needs_confirmation(span, tokens):
                uncertain.setdefault(bounds, span)
        skills = sorted((span for _, span in accepted.values()), key=lambda span: span.start)
        return Resolution(
            tuple(skills),
            tuple([span for bounds, span in uncertain.items() if bounds not in accepted]),
            frozenset([span.start for span in skills if lists.in_name_list(span)]),
        )

    def _possible_skills(
        self, doc: Doc, tokens: Tokens, layout: Layout, candidates: Sequence[TokenSpan]
    ) -> tuple[ListContext, list[TokenSpan]]:
        """Return the name lists of a text and the candidates that may claim a skill."""
        written = [span for span in candidates if span.label != IMPLICIT]
        lists = ListContext(tokens, layout, written, self._fillers, self._soft, self._label_words.label_words)
        rows = RowLabels(tokens, layout, written, self._label_words, self._unspecific)
        excluded = self._exclusions.excluded_tokens(doc, tokens, layout, candidates)
        others = self._spelled_out.find(tokens, written)
        possible = [
            span
            for span in candidates
            if excluded.find(1, span.start, span.end) < 0
            and span.start not in others
            and not self._other_readings.apply(span, rows)
        ]
        return lists, possible

    def _weight(self, span: TokenSpan, lists: ListContext) -> int:
        """Return how much supports a candidate: 0 for nothing, less where something contradicts it."""
        if span.label in CLEAR_RULES or span.label == IMPLICIT:
            return 1
        lower = lists.tokens.lower
        low, high = _surroundings(span, lists.layout)
        supporting, contradicting = self._supporting.get(span.id), self._contradicting.get(span.id)
        # "Spring" must not count as its own cue: only the words around the name do
        support = supporting.count((*lower[low : span.start], "", *lower[span.end : high])) if supporting else 0
        listed = lists.in_skill_list(span, strict=span.label == "never-alone")
        # "VMware integration" lists one skill, not two
        if listed and span.id in self._general and lists.follows_a_name(span):
            listed = False
        used = self._is_means(span, lists.tokens)
        if used or self._is_tool(span, lists):
            support += 1
        contradicted = contradicting is not None and contradicting.count(lower[low:high]) > 0
        if not (listed or used) and self._is_everyday_word(span, lists):
            return -1
        # "Skills: Java, Spring, Summer" lists Spring although "summer" is its anti-cue
        if contradicted and not (listed and lists.layout.section(span.start) == "skills"):
            return -1
        return 2 * support + listed

    def _is_everyday_word(self, span: TokenSpan, lists: ListContext) -> bool:
        """Return whether a product's name is a small word of a sentence, or the end of a longer proper name.

        "Great outlook; a notion of style" has no product, nor has "worked with the Infrastructure Teams".
        """
        tokens, words, start = lists.tokens, lists.tokens.words, span.start
        if span.end - start > 1 or tokens.lower[start] not in self._everyday_names:
            return False
        if words[start].islower():
            return any(word[0].isupper() for word in words[slice(*lists.layout.sentence(start))])
        before = words[start - 1] if start and not tokens.line_breaks[start] else ""
        proper = before.istitle() and before.isalpha()
        return proper and before.lower() not in self._fillers and not _opens_sentence(start - 1, tokens)

    def _is_tool(self, span: TokenSpan, lists: ListContext) -> bool:
        """Return whether a capital name inside a sentence is what something is made of or done with."""
        tokens, start, end = lists.tokens, span.start, span.end
        if not self._is_written_as_name(span, tokens) or _opens_sentence(start, tokens):
            return False
        following = tokens.next_word(end)
        # "wrote a Flask app", "a React/GraphQL site"
        if following in self._products or lists.beside_a_clear_name(span):
            return True
        # "kept the stock in Excel", but not "in Spring 2025" or "in Dart County"
        if tokens.lower[start - 1] not in self._means:
            return False
        if span.label == "never-alone":
            return not following or following.lower() in DELIMITERS or following in SENTENCE_STOPS
        return not following[:1].isdigit() and not following[:1].isupper()

    def _is_means(self, span: TokenSpan, tokens: Tokens) -> bool:
        """Return whether a name in small letters is said to be used and ends its phrase ("made charts using excel")."""
        start, end = span.start, span.end
        if span.label == "never-alone" or span.id in self._fields or not start or tokens.line_breaks[start] > 1:
            return False
        if tokens.lower[start - 1] not in self._uses:
            return False
        following = tokens.lower[end] if end < len(tokens) and tokens.line_breaks[end] <= 1 else ""
        # "using access control" and "using spring water" go on with a noun
        return (
            not following or following in DELIMITERS or following in SENTENCE_STOPS or following in self._behind_means
        )

    def _needs_confirmation(self, span: TokenSpan, tokens: Tokens) -> bool:
        """Return whether a name inside a sentence could be the skill or an everyday word."""
        words, start, end = tokens.words, span.start, span.end
        if not self._is_written_as_name(span, tokens) or _opens_sentence(start, tokens):
            return False
        following = tokens.next_word(end) if tokens.same_line(end) else "".join(words[end : end + 1])
        # "visited Dart County" goes on with a capital: a longer proper name
        return words[start - 1][0].islower() and not following[:1].isupper() and following != "."

    def _is_written_as_name(self, span: TokenSpan, tokens: Tokens) -> bool:
        """Return whether an ambiguous alias stands with its capitals, as the taxonomy writes it."""
        words = tokens.words
        return words[span.start][0].isupper() and " ".join(words[span.start : span.end]) in self._guarded_names


class CueCounter:
    """Counts folded words and phrases in a short range of words.

    Args:
        tokenizer: Cuts the phrases as it cuts the texts.
        texts: Words and phrases to count.
    """

    def __init__(self, tokenizer: ResumeTokenizer, texts: Iterable[str]) -> None:
        phrases = [[word.lower() for word in tokenizer.words(text)] for text in texts]
        self._single = frozenset(words[0] for words in phrases if len(words) == 1)
        self._longer = tuple(f" {' '.join(words)} " for words in phrases if len(words) > 1)

    def count(self, words: Sequence[str]) -> int:
        """Return how many of the words and phrases stand in ``words``."""
        total = sum(map(self._single.__contains__, words))
        if self._longer:
            joined = f" {' '.join(words)} "
            total += sum(phrase in joined for phrase in self._longer)
        return total


def _opens_sentence(start: int, tokens: Tokens) -> bool:
    """Return whether a token opens a line or a sentence, where every word has a capital."""
    return start == 0 or tokens.line_breaks[start] > 0 or tokens.words[start - 1] in SENTENCE_STOPS


def _surroundings(span: TokenSpan, layout: Layout) -> tuple[int, int]:
    """Return the range of tokens in which a cue bears on a span."""
    number, sentences = layout.sentence_number(span.start), layout.sentences
    low = sentences[max(0, number - 1)][0]
    high = sentences[min(len(sentences) - 1, number + 1)][1]
    return max(low, span.start - CUE_REACH), min(high, span.end + CUE_REACH)
