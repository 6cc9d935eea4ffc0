"""Composes the steps that read a text. The arguments of each step are its input, and it returns its results."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import cast

from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.model.resume import LayoutCorrection
from skillgap.model.taxonomy import Skill
from skillgap.nlp.activity_patterns import ActivityMatcher
from skillgap.nlp.annotations import Annotations, Layout
from skillgap.nlp.context import ContextScopes
from skillgap.nlp.corrected_layout import with_entries, with_sections
from skillgap.nlp.dates import DATE_WORDS
from skillgap.nlp.disambiguation import Disambiguation
from skillgap.nlp.entries import split_entries
from skillgap.nlp.gazetteer import SkillMatcher
from skillgap.nlp.running_lines import RunningLines
from skillgap.nlp.sections import SectionFinder
from skillgap.nlp.sentences import segment_sentences, split_lines
from skillgap.nlp.spans import TokenSpan
from skillgap.nlp.spelling import SpellingCorrector
from skillgap.nlp.stray_lists import stray_headings
from skillgap.nlp.table_rows import LevelRows, cell_starts
from skillgap.nlp.tokenizer import ResumeTokenizer
from skillgap.nlp.tokens import Tokens
from skillgap.nlp.unmatched_terms import UnmatchedTerms
from skillgap.taxonomy import Taxonomy

GENERAL_KINDS = frozenset({"concept", "method"})
"""Kinds of skills that name a field: "Networking: OSPF, BGP" claims the two, not the field a third time."""
AREA_KINDS, MIN_AREA_PARTS = frozenset({"network", "security"}), 3
"""Kinds whose skills are areas from so many parts on ("Network security: ..."); the others are products."""


class Pipeline:
    """Annotates texts; building a pipeline is costly, using it is not.

    Args:
        taxonomy: Skills to find, headings and cues to recognise.
    """

    def __init__(self, taxonomy: Taxonomy) -> None:
        skills, cues = tuple(taxonomy.skills.values()), taxonomy.lexicon.cues
        general = general_skills(skills)
        soft = frozenset(skill.id for skill in skills if skill.kind == "soft")
        certificates = frozenset(skill.id for skill in skills if skill.kind == "certification")
        self.vocab = _vocabulary()
        self.tokenizer = ResumeTokenizer({word.lower() for word in _words(alias_texts(skills))})
        phrases = (text for texts in (*cues.values(), *taxonomy.headings.values()) for text in texts)
        _fill_vocabulary(self.vocab, _words([*alias_texts(skills), *phrases]))
        self._used_labels = frozenset(cues["used_labels"])
        self.level_rows = LevelRows(cues["year_words"], cues["basic_words"])
        self.section_finder = SectionFinder(taxonomy.headings, alias_texts(skills))
        self.running_lines = RunningLines(cues["page_words"], DATE_WORDS)
        self.skill_matcher = SkillMatcher(self.vocab, self.tokenizer, skills, cues["phrases.ordinary"])
        pasts = frozenset(taxonomy.lexicon.feedback_words.texts["irregular"].values())
        self.activity_matcher = ActivityMatcher(
            self.tokenizer, taxonomy.activities, taxonomy.lexicon.activities.words, soft, pasts
        )
        self.disambiguation = Disambiguation(self.vocab, self.tokenizer, skills, general, cues)
        self.unmatched_terms = UnmatchedTerms(SpellingCorrector(skills), cues)
        self.context_scopes = ContextScopes(self.vocab, self.tokenizer, cues, certificates)

    def annotate(self, text: str, corrections: Sequence[LayoutCorrection] = ()) -> Annotations:
        """Run all steps on a text, in order; ``corrections`` are its owner's corrections of the layout."""
        tokens = self.tokenizer.tokenize(text)
        doc = Doc(self.vocab, words=list(tokens.words))  # what spaCy's matchers search; nothing is kept in it
        layout = self.lay_out(tokens, corrections=corrections)
        names = self.skill_matcher.find(doc, tokens, layout)
        if stray := stray_headings(tokens, layout, names, self._used_labels):
            layout = self.lay_out(tokens, stray, corrections)
            names = self.skill_matcher.find(doc, tokens, layout)
        candidates = self.activity_matcher.find(tokens, layout, names)
        resolution = self.disambiguation.resolve(doc, tokens, layout, candidates)
        settled = (*resolution.skills, *resolution.uncertain)
        misspelled, unmatched = self.unmatched_terms.find(tokens, layout, candidates, settled)
        skills = tuple(sorted([*resolution.skills, *misspelled], key=lambda span: span.start))
        return Annotations(
            tokens=tokens,
            layout=layout,
            candidates=candidates,
            skills=skills,
            uncertain=resolution.uncertain,
            unmatched=unmatched,
            listed=resolution.listed.union([span.start for span in misspelled]),
            scopes=self.context_scopes.find(doc, tokens, layout, skills),
        )

    def lay_out(
        self, tokens: Tokens, known: Sequence[TokenSpan] = (), corrections: Sequence[LayoutCorrection] = ()
    ) -> Layout:
        """Find the lines, headings, sections, sentences and entries of a text.

        ``known`` are headings found before; ``corrections`` override the results.
        """
        lines = split_lines(tokens)
        headings = tuple(sorted([*self.section_finder.find_headings(tokens, lines), *known]))
        sections = self.section_finder.find_sections(tokens, lines, headings)
        headings, sections = with_sections(tokens, lines, headings, sections, corrections)
        running = self.running_lines.find(tokens, lines)
        cells = cell_starts(tokens, lines)
        # a table row and "Page 2" never continue in the next line
        rows = {start for start, end in lines if not cells.isdisjoint(range(start, end))} if cells else set()
        sentences = segment_sentences(tokens, lines, headings, {*rows, *(start for start, _ in running)})
        text_lines = [line for line in lines if line not in running]
        entries = split_entries(tokens, text_lines, sections, sentences)
        return Layout(
            lines=lines,
            headings=headings,
            sections=sections,
            sentences=sentences,
            entries=with_entries(tokens, lines, sections, entries, corrections),
            running=running,
            cells=cells,
            levels=self.level_rows.find(tokens, lines, cells),
        )


def alias_texts(skills: Iterable[Skill]) -> list[str]:
    """Return the text of every alias."""
    return [alias.text for skill in skills for alias in skill.aliases]


def general_skills(skills: Iterable[Skill]) -> frozenset[str]:
    """Return the ids of skills that are whole fields, methods, or areas with many parts."""
    skills = tuple(skills)
    parts = Counter(whole for skill in skills for whole in skill.related("part_of"))
    return frozenset(
        skill.id
        for skill in skills
        if skill.kind in GENERAL_KINDS
        # "VPN": a name in capitals is a protocol, however many parts it has
        or (skill.kind in AREA_KINDS and parts[skill.id] >= MIN_AREA_PARTS and not skill.name.isupper())
    )


def _vocabulary() -> Vocab:
    """Return a vocabulary that computes only the lower-case form of a new word."""
    getters = {StringStore()["LOWER"]: str.lower}
    return Vocab(lex_attr_getters=cast("dict[str, Callable[[str], str]]", getters))  # keyed by number, not as stubbed


def _words(texts: Iterable[str]) -> set[str]:
    tokenizer = ResumeTokenizer()
    return {word for text in texts for word in tokenizer.words(text)}


def _fill_vocabulary(vocab: Vocab, words: Iterable[str]) -> None:
    """Add words in the usual capitals, so that they are not made again for each text."""
    for word in words:
        for form in {word, word.lower(), word.capitalize(), word.upper()}:
            _ = vocab[form]
