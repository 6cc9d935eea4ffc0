"""Registers the extraction of skills as one spaCy component, and its tokenizer.

Importing this module registers both; an installed package needs no import (entry points). ``docs/spacy.md`` has an
example.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vocab import Vocab

from skillgap import locations, taxonomy
from skillgap.model.resume import Document
from skillgap.nlp.extractor import Extractor
from skillgap.nlp.tokenizer import ResumeTokenizer

FACTORY = "skillgap"
TOKENIZER = "skillgap.ResumeTokenizer.v1"


class SkillComponent:
    """Writes ``doc.spans["skills"]`` and ``doc.spans["sections"]``.

    A skill span has the assertion as its label and the skill's id as its id; a section span has its kind as its label.
    Where the tokens of the Doc are longer than a name, the span covers them whole.

    Args:
        folders: Data files or folders of your own, laid over skillgap's.
    """

    def __init__(self, folders: tuple[str, ...] = ()) -> None:
        self._folders = folders
        self._extractor = _extractor(folders)

    def __reduce__(self) -> tuple[type["SkillComponent"], tuple[tuple[str, ...]]]:
        # ``nlp.pipe(texts, n_process=2)`` copies the component to other processes; each builds its own extractor
        return SkillComponent, (self._folders,)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate ``doc`` in place and return it."""
        extraction = self._extractor.extract(Document("", doc.text))
        skills = [_span(doc, one.start, one.end, one.assertion, one.skill_id) for one in extraction.mentions]
        sections = [_span(doc, one.start, one.end, one.kind) for one in extraction.outline.sections]
        doc.spans["skills"] = [span for span in skills if span is not None]
        doc.spans["sections"] = [span for span in sections if span is not None]
        return doc


def _span(doc: Doc, start: int, end: int, label: str, span_id: str = "") -> Span | None:
    # spaCy keeps "React.js/Redux" as one token: both names then cover it
    return doc.char_span(start, end, label=label, span_id=span_id, alignment_mode="expand")


class DocTokenizer:
    """Cuts text as resumes need it ("React.js/Redux", "Python|SQL") into a Doc that keeps the text as given.

    Args:
        vocab: Vocabulary of the Docs.
        tokenizer: Decides where to cut.
    """

    def __init__(self, vocab: Vocab, tokenizer: ResumeTokenizer) -> None:
        self._vocab = vocab
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """Return the Doc of a text."""
        tokens = self._tokenizer.tokenize(text)
        words: list[str] = []
        spaces: list[bool] = []
        previous = 0
        for start, end in zip((*tokens.starts, len(text)), (*tokens.ends, len(text)), strict=True):
            gap = text[previous:start]
            # spaCy keeps one space with the word before it, and makes a token of any other gap
            if words and gap.startswith(" "):
                spaces[-1], gap = True, gap[1:]
            for word in (gap, text[start:end]):
                if word:
                    words.append(word)
                    spaces.append(False)
            previous = end
        return Doc(self._vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: object) -> bytes:
        """Return nothing: the configuration of the pipeline describes the tokenizer in full."""
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> "DocTokenizer":
        """Return the tokenizer as it is."""
        return self

    def to_disk(self, _path: str | Path, **_: object) -> None:
        """Write nothing: the configuration of the pipeline describes the tokenizer in full."""

    def from_disk(self, _path: str | Path, **_: object) -> "DocTokenizer":
        """Return the tokenizer as it is."""
        return self


@cache
def _extractor(folders: tuple[str, ...]) -> Extractor:
    """Return the extractor for these folders of data, one for all pipelines of the process."""
    return Extractor(taxonomy.load(locations.DATA, *map(Path, folders)))


@Language.factory(FACTORY, default_config={"data": []}, assigns=["doc.spans"])
def create(nlp: Language, name: str, data: list[str]) -> SkillComponent:
    """Create the component; ``data`` names data files or folders of your own, laid over skillgap's."""
    return SkillComponent(tuple(data))


def create_tokenizer(data: list[str] | None = None) -> Callable[[Language], DocTokenizer]:
    """Return what creates the tokenizer of a pipeline; ``data`` as for the component."""
    tokenizer = _extractor(tuple(data or ())).pipeline.tokenizer
    return lambda nlp: DocTokenizer(nlp.vocab, tokenizer)


registry.tokenizers.register(TOKENIZER, func=create_tokenizer)
