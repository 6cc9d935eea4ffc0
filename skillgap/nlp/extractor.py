"""Extracts the mentions of skills from a Document. Other packages use this module alone."""

from collections.abc import Sequence
from threading import Lock
from typing import NamedTuple

from skillgap.model.resume import Document, LayoutCorrection, Mention, Outline, UncheckedTerm
from skillgap.nlp.assertion import SoftSkills
from skillgap.nlp.mentions import mentions, unchecked_terms
from skillgap.nlp.outline import outline
from skillgap.nlp.pipeline import Pipeline
from skillgap.taxonomy import Taxonomy


class Extraction(NamedTuple):
    """Holds the mentions of one document, the unmatched terms of its skill lists, and its layout."""

    mentions: tuple[Mention, ...]
    terms: tuple[UncheckedTerm, ...]
    outline: Outline


class Extractor:
    """Finds the mentions of a taxonomy's skills; building one is costly, using it is not.

    Threads may share one: spaCy's memory zones are not thread-safe, so texts are annotated one at a time.

    Args:
        taxonomy: Skills to find, headings and cues to recognise.
    """

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.pipeline = Pipeline(taxonomy)
        self._soft = SoftSkills(
            ids=frozenset(skill.id for skill in taxonomy.skills.values() if skill.kind == "soft"),
            shown_by_wish=frozenset(skill.id for skill in taxonomy.skills.values() if skill.shown_by_wish),
            willing=frozenset(taxonomy.lexicon.cues["willing"]),
        )
        self._lock = Lock()

    def extract(self, document: Document, corrections: Sequence[LayoutCorrection] = ()) -> Extraction:
        """Return mentions and terms in text order; ``surface == document.text[start:end]`` for each.

        ``corrections`` are the owner's of how the document is laid out.
        """
        with self._lock, self.pipeline.vocab.memory_zone():
            annotations = self.pipeline.annotate(document.text, corrections)
        # outside the lock: nothing below touches spaCy
        laid_out = outline(annotations.tokens, annotations.layout)
        found = tuple(mentions(annotations, laid_out, self._soft))
        return Extraction(found, tuple(unchecked_terms(annotations)), laid_out)
