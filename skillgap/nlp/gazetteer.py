"""Finds every alias of the taxonomy in a text. Later steps decide which of them claim a skill."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.lexicon.ordinary_words import is_ordinary
from skillgap.model.taxonomy import Skill
from skillgap.nlp.alias_variants import FOLDED_RULES, alias_forms
from skillgap.nlp.annotations import Layout
from skillgap.nlp.list_items import list_items
from skillgap.nlp.phrase_matcher import phrase_patterns
from skillgap.nlp.shared_heads import SharedHeads
from skillgap.nlp.spans import TokenSpan, fill
from skillgap.nlp.tokenizer import ResumeTokenizer
from skillgap.nlp.tokens import Tokens

NON_SKILL_PHRASE = "ordinary"
"""Label of an everyday phrase; no skill is found inside it ("go live")."""
CLEAR_RULES = frozenset({"any-case", "exact-case"})
"""Rules of aliases that claim a skill in any context."""
SHORT = 3
"""Letters of the longest name that is read in other capitals although it is an ordinary word ("go")."""
GUARDED_RULES = frozenset({"needs-context", "never-alone"})
"""Rules of aliases that claim a skill only where something nearby supports it."""


class SkillMatcher:
    """Finds aliases of skills and everyday phrases, labelled with the alias's rule and the skill's id.

    The longest match wins, so ``C#`` is never also ``C``; a spelling that two skills share gives a span for each.

    Args:
        vocab: Vocabulary of the Docs to search.
        tokenizer: Cuts the aliases as it cuts the texts.
        skills: Skills whose aliases are found.
        non_skill_phrases: Everyday phrases that contain an alias and mean something else.
    """

    def __init__(
        self, vocab: Vocab, tokenizer: ResumeTokenizer, skills: Sequence[Skill], non_skill_phrases: Iterable[str]
    ) -> None:
        self._folded = PhraseMatcher(vocab, attr="LOWER")
        self._exact = PhraseMatcher(vocab, attr="ORTH")
        self._rule_and_id: dict[int, tuple[str, str]] = {}
        self._written = _written_names(skills)
        self.shared_heads = SharedHeads(skills)
        patterns: dict[tuple[str, str], list[str]] = {}
        for rule, skill_id, texts in _spelled_aliases(skills):
            patterns.setdefault((rule, skill_id), []).extend(texts)
        patterns[NON_SKILL_PHRASE, NON_SKILL_PHRASE] = list(non_skill_phrases)
        for (rule, skill_id), texts in patterns.items():
            key = f"{rule} {skill_id}"
            self._rule_and_id[vocab.strings.add(key)] = (rule, skill_id)
            folded = rule in FOLDED_RULES or rule == NON_SKILL_PHRASE
            matcher = self._folded if folded else self._exact
            matcher.add(key, phrase_patterns(vocab, tokenizer, dict.fromkeys(texts), folded=folded))

    def find(self, doc: Doc, tokens: Tokens, layout: Layout) -> tuple[TokenSpan, ...]:
        """Return the candidates in text order; none runs over the end of a sentence."""
        sentence_starts = bytearray(len(tokens))
        for start in (*layout.sentence_starts, *layout.cells):
            sentence_starts[start] = 1
        matches = [
            (start - end, start, key) for matcher in (self._folded, self._exact) for key, start, end in matcher(doc)
        ]
        matches.sort()
        covered = bytearray(len(tokens))
        candidates = []
        bounds = (0, 0)
        for length, start, key in matches:
            end = start - length
            # "MCP" names two skills and gives two candidates; elsewhere the longer match wins
            if (start, end) != bounds:
                if sentence_starts.find(1, start + 1, end) >= 0 or covered.find(1, start, end) >= 0:
                    continue
                if tokens.words[end - 1] == "+" and _joins_two_names(tokens, start, end):
                    continue
                fill(covered, start, end)
                bounds = (start, end)
            candidates.append(TokenSpan(start, end, *self._rule_and_id[key]))
        shared = self.shared_heads.find(tokens, layout, candidates)
        taken = {span.start for span in shared}
        candidates = [span for span in candidates if span.start not in taken]
        return tuple(sorted([*candidates, *shared, *self._in_other_capitals(tokens, layout, covered)]))

    def _in_other_capitals(self, tokens: Tokens, layout: Layout, covered: bytearray) -> Iterator[TokenSpan]:
        """Yield short names that are items of a list of skills in other capitals ("python, go, r", "GO")."""
        # "python" above "r" are two items, although a line may run on
        cuts = layout.cells.union([start for start, _ in layout.lines])
        for sentence in layout.sentences:
            if layout.section(sentence[0]) != "skills":
                continue
            items = [one for one in list_items(tokens, sentence, cuts) if not one.label]
            # "- go.": the marks are not part of the name
            kept = [[at for at in range(*item[:2]) if tokens.words[at][0].isalnum()] for item in items]
            firsts = [tokens.words[item[0]] for item in kept if item]
            # "Python, Java, ad" uses capitals for names, so "ad" is no name
            if not (all(word[0].islower() for word in firsts) or all(word.isupper() for word in firsts)):
                continue
            for first in [item[0] for item in kept if len(item) == 1 and not covered[item[0]]]:
                skill_id = self._written.get(tokens.lower[first], "")
                if skill_id and "/" not in tokens.words[max(0, first - 1) : first + 2]:
                    yield TokenSpan(first, first + 1, "never-alone", skill_id)


def _spelled_aliases(skills: Iterable[Skill]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the rule, skill id and spellings of each alias."""
    aliases = [(skill, alias) for skill in skills for alias in skill.aliases]
    guarded = {alias.text.casefold() for _, alias in aliases if alias.rule != "any-case"}
    for skill, alias in aliases:
        _, *variants = alias_forms(alias, skill.kind)
        # "Tests" as a variant of the clear "Test" must not make a guarded "tests" clear
        allowed = [form for form in variants if alias.rule != "any-case" or form.casefold() not in guarded]
        yield alias.rule, skill.id, [alias.text, *allowed]


def _written_names(skills: Iterable[Skill]) -> dict[str, str]:
    """Return the lower-case form of each one-word name that matches only as written, with its skill's id."""
    found: dict[str, set[str]] = {}
    for skill in skills:
        for alias in skill.aliases:
            # "rest" and "basic" are ordinary words in any list
            word = len(alias.text) > SHORT and is_ordinary(alias.text.lower())
            if alias.rule not in FOLDED_RULES and alias.text.isalpha() and not word:
                found.setdefault(alias.text.lower(), set()).add(skill.id)
    return {text: ids.pop() for text, ids in found.items() if len(ids) == 1}


def _joins_two_names(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether the plus at the end of a name stands between two names ("Linux + Apache") instead."""
    # "C++" has no space before its plus
    if end - start != 2 or tokens.starts[end - 1] == tokens.ends[end - 2] or end == len(tokens):
        return False
    return tokens.words[end][0].isalpha() and not tokens.line_breaks[end]
