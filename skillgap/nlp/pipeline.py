"""Composes the steps that read a text, in order."""

from collections.abc import Iterable, Mapping

from skillgap.nlp.annotations import Layout
from skillgap.nlp.entries import split_entries
from skillgap.nlp.sections import SectionFinder
from skillgap.nlp.sentences import segment_sentences, split_lines
from skillgap.nlp.tokens import Tokens


class LayoutPipeline:
    """Finds how a text is laid out.

    Args:
        headings: Kind of section -> wordings that open it.
    """

    def __init__(self, headings: Mapping[str, Iterable[str]]) -> None:
        self.section_finder = SectionFinder(headings)

    def annotate(self, tokens: Tokens) -> Layout:
        """Return the lines, sections, sentences and entries of a text."""
        lines = split_lines(tokens)
        headings = self.section_finder.find_headings(tokens, lines)
        sections = self.section_finder.find_sections(tokens, lines, headings)
        sentences = segment_sentences(tokens, lines, headings)
        return Layout(lines, headings, sections, sentences, split_entries(tokens, lines, sections))
