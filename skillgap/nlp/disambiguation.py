"""Component: keeps the candidates that claim a skill, drops the everyday readings ("go live", "Spring 2025", "R&D")."""

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from skillgap.nlp import spans
from skillgap.nlp.activity_patterns import IMPLICIT
from skillgap.nlp.exclusions import Exclusions
from skillgap.nlp.gazetteer import NON_SKILL_PHRASE
from skillgap.nlp.list_context import CLEAR, DELIMITERS, STOPS, ListContext
from skillgap.nlp.spans import TokenSpan

LABEL_ENDS = frozenset(
    {"language", "languages", "tool", "tools", "skill", "skills", "technologies", "platforms", "software"}
)
"""Words that make a label of the name before them ("Testing tools: Selenium")."""
LABEL_MARKS = frozenset(":-")
"""What follows a label."""
FIRMS = frozenset({"consultancy", "reseller", "scaleup", "startup"})
"""Behind a name these tell what a firm sells, also where they are written in two."""
SONS = ["bros"], ["co"], ["daughters"], ["partners"], ["sons"]
AT = frozenset({"at", "@"})
MEANS = frozenset({"in", "using", "via", "with", "through", "used", "utilised", "utilized", "utilising", "utilizing"})
"""Words after which a capital name is likely a tool, unless a capital or number behind it makes it a place or term."""


@Language.factory("skillgap_ambiguity")
class Disambiguation:
    """Write the runs "skills", the believed candidates, and ``doc.user_data["bare"]``, where those in
    lists begin.

    The runs "questions" are those that nothing nearby speaks for or against, written as a name is written.

    Args:
        cues: A line a cue: "+" (speaks for) or "-" (against) with the skill id, a tab, the words nearby. One string,
            as for ``SkillMatcher``.
        names: Ambiguous names as the taxonomy writes them.
        general: Ids of skills that are whole fields or methods: at the head of a row they name what it lists.
        soft: Ids of soft skills, of which a list of tools says nothing.
        words: Lists from ``data/cues.toml``: fillers, degrees_after, labels, titles, company_words, and those of
            ``Silence``.
    """

    def __init__(
        self,
        nlp: Language,
        name: str,
        cues: str,
        names: list[str],
        general: list[str],
        soft: list[str],
        words: dict[str, list[str]],
    ) -> None:
        self.name = name
        context: dict[str, list[str]] = {}
        for label, cue in (line.split("\t") for line in cues.splitlines()):
            context.setdefault(label, []).append(cue)
        self.nearby = {label: _Cues(nlp, texts) for label, texts in context.items()}
        self.silence = Exclusions(nlp, words, frozenset(general))
        self.after_subject = frozenset(words.get("degrees_after", []))
        self.titles = frozenset(words.get("titles", []))
        self.employers = frozenset(words.get("company_words", []))
        self.employers_after_at = frozenset(words.get("company_words_after_at", []))
        self.followers = (
            FIRMS
            | {"start", "scale", "&"}
            | self.employers
            | self.employers_after_at
            | LABEL_ENDS
            | LABEL_MARKS
            | self.after_subject
        )
        self.names = frozenset(names)
        self.soft = frozenset(soft)
        self.general = frozenset(general)
        self.works = frozenset(words.get("works", []))
        self.jobs = frozenset(words.get("jobs", []))
        self.parts = frozenset(words.get("others_part", []))
        self.fillers = frozenset(words.get("fillers", []))
        self.labels = frozenset(" ".join(nlp.tokenizer.words(text)).lower() for text in words.get("labels", []))

    def __call__(self, doc: Doc) -> Doc:
        """Decide on every candidate of ``doc``."""
        candidates = [span for span in spans.of(doc, "candidates") if span.label != NON_SKILL_PHRASE]
        scene = ListContext(doc, [span for span in candidates if span.label != IMPLICIT], self.fillers, self.soft)
        silent = self.silence.marks(doc, candidates)
        open_ = [
            span
            for span in candidates
            if silent.find(1, span.start, span.end) < 0
            and not scene.glued(span)
            and not self._is_named(span, scene)
            and not self._is_person(span, scene)
        ]
        chosen: dict[tuple[int, int], tuple[int, TokenSpan]] = {}
        doubtful: dict[tuple[int, int], TokenSpan] = {}
        for span in open_:
            weight = self._weight(span, scene)
            best = chosen.get((span.start, span.end))
            if weight > 0 and (best is None or weight > best[0]):
                chosen[span.start, span.end] = (weight, span)
            if weight == 0 and self._is_doubtful(span, scene):
                doubtful.setdefault((span.start, span.end), span)
        believed = [span for _, span in chosen.values()]
        believed.sort(key=lambda span: span.start)
        spans.put(doc, "questions", [span for place, span in doubtful.items() if place not in chosen])
        spans.put(doc, "skills", believed)
        doc.user_data["bare"] = {span.start for span in believed if scene.bare(span)}
        return doc

    def _is_named(self, span: TokenSpan, scene: ListContext) -> bool:
        """Whether what follows the span makes a label, a subject, an employer or a part of a firm of it."""
        last = span.end == len(scene.folded) or scene.breaks[span.end]
        following = "" if last else scene.folded[span.end]
        if following in self.followers and (self._is_label(span, scene) or self._is_employer(span, scene)):
            return True
        if span.id not in self.general:
            return False
        if following in self.parts or scene.heads_a_row(span) or (following in self.jobs and scene.is_title(span)):
            return True
        return " ".join(scene.folded[span.start : span.end]) in self.labels and scene.introduces(span, LABEL_ENDS)

    def _is_label(self, span: TokenSpan, scene: ListContext) -> bool:
        """Whether the span only names the kind of what follows it ("Databases: MySQL"), or a subject studied."""
        words, folded, breaks, count = scene.words, scene.folded, scene.breaks, len(scene.words)
        start, end = span.start, span.end
        place = end
        if place < count and folded[place] in self.after_subject and not breaks[place]:
            return True
        while place < count and folded[place] in LABEL_ENDS and not breaks[place]:
            place += 1
        if place == count or breaks[place] or words[place] not in LABEL_MARKS:
            return False
        if place > end:
            return scene.opens(span)
        colon = words[place] == ":" or scene.opens(span)
        return colon and " ".join(folded[start:end]) in self.labels

    def _is_employer(self, span: TokenSpan, scene: ListContext) -> bool:
        """Whether the span is part of a firm's name, or says what it sells: "Oracle Corporation", "a Kafka startup"."""
        start, end, folded = span.start, span.end, scene.folded
        if end >= len(scene.words) or scene.breaks[end]:
            return False
        following = folded[end]
        if following in FIRMS or following + "".join(folded[end + 1 : end + 2]) in FIRMS:
            return True
        if following == "&" and folded[end + 1 : end + 2] in SONS:
            return True
        if not scene.words[end][0].isupper():
            return False
        at = start > 0 and folded[start - 1] in AT
        return following in self.employers or (at and following in self.employers_after_at)

    def _is_person(self, span: TokenSpan, scene: ListContext) -> bool:
        """Whether a title stands before the span, at most a first name between: "Mr Perl", "Prof. Delphine Sass"."""
        if not scene.words[span.start][0].isupper():
            return False
        if self.titles.isdisjoint(scene.folded[max(0, span.start - 3) : span.start]):
            return False
        before = [place for place in range(max(0, span.start - 3), span.start) if scene.words[place] != "."]
        for place in reversed(before):
            if scene.folded[place] in self.titles:
                return True
            if not scene.words[place][0].isupper() or scene.breaks[place + 1]:
                return False
        return False

    def _is_tool(self, span: TokenSpan, scene: ListContext) -> bool:
        """Whether a capital name follows a word that tells of a means ("kept the stock in Excel") or stands before what
        is made with it ("wrote a Flask app") or one stroke from a clear name ("a React/GraphQL site").
        """
        start, end, words = span.start, span.end, scene.words
        if not words[start][0].isupper() or " ".join(words[start:end]) not in self.names:
            return False
        following = words[end] if end < len(words) and not scene.breaks[end] else ""
        if start == 0 or scene.breaks[start] or words[start - 1] in STOPS:
            return False
        if following in self.works or scene.beside_a_clear_name(span):
            return True
        if scene.folded[start - 1] not in MEANS:
            return False
        if span.label == "never-alone":
            return not following or following.lower() in DELIMITERS or following in STOPS
        return not following[:1].isdigit() and not following[:1].isupper()

    def _is_doubtful(self, span: TokenSpan, scene: ListContext) -> bool:
        """Whether a name stands as it is written, inside a sentence, and could be the skill or an everyday word."""
        start, end, words = span.start, span.end, scene.words
        if not words[start][0].isupper() or " ".join(words[start:end]) not in self.names:
            return False
        if start == 0 or scene.breaks[start] or words[start - 1] in STOPS or not words[start - 1][0].islower():
            return False
        following = words[end] if end < len(words) else ""
        return not following[:1].isupper() and following != "."

    def _weight(self, span: TokenSpan, scene: ListContext) -> int:
        """How much speaks for the span's skill: at 0 nothing does, below something speaks against it."""
        if span.label in CLEAR or span.label == IMPLICIT:
            return 1
        low, high = scene.surroundings(span)
        folded = scene.folded
        around = [*folded[low : span.start], "", *folded[span.end : high]]
        for_it = self.nearby[f"+{span.id}"].count(around) if f"+{span.id}" in self.nearby else 0
        against = self.nearby[f"-{span.id}"].count(folded[low:high]) if f"-{span.id}" in self.nearby else 0
        listed = scene.in_list(span, strict=span.label == "never-alone")
        if listed and span.id in self.general and scene.trails(span):
            listed = False
        if self._is_tool(span, scene):
            for_it += 1
        if against and not (listed and scene.section(span) == "skills"):
            return -1
        return 2 * for_it + listed


class _Cues:
    """Folded words and phrases that are counted in a short run of words."""

    def __init__(self, nlp: Language, texts: list[str]) -> None:
        tokenizer: Any = nlp.tokenizer
        phrases = [[word.lower() for word in tokenizer.words(text)] for text in texts]
        self.single = frozenset(words[0] for words in phrases if len(words) == 1)
        self.longer = tuple(f" {' '.join(words)} " for words in phrases if len(words) > 1)

    def count(self, words: list[str]) -> int:
        """How many of them stand in ``words``."""
        found = sum(map(self.single.__contains__, words))
        if self.longer:
            run = f" {' '.join(words)} "
            found += sum(phrase in run for phrase in self.longer)
        return found
