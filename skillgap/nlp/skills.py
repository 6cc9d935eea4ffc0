"""Component: finds every alias of the taxonomy in a Doc; which of them to believe is decided later."""

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from skillgap.nlp import runs
from skillgap.nlp.phrases import patterns_of
from skillgap.nlp.runs import Run
from skillgap.nlp.variants import spellings

ORDINARY = "ordinary"
"""Label of an everyday phrase: it claims its words, so that no skill inside it is found ("go live")."""
FOLDED = ("any-case", "needs-context")


@Language.factory("skillgap_skills", assigns=["doc.spans"])
class SkillMatcher:
    """Write ``doc.spans["candidates"]``: ``id_`` = skill id, ``label_`` = the alias's rule.

    Folded aliases match in any case, the others only as written. The longest match wins, so ``C#`` is never also
    ``C``; where two skills share a spelling, each has its candidate. No match runs over the end of a statement.

    Args:
        aliases: A line an alias: text, rule, skill id and kind of skill, with tabs between. One string, because spaCy
            checks a configuration item by item, which for a table of this size takes longer than building the matcher.
        ordinary: Everyday phrases that hold a skill's name and mean something else.
    """

    def __init__(self, nlp: Language, name: str, aliases: str, ordinary: list[str]) -> None:
        self.name = name
        self.folded = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.exact = PhraseMatcher(nlp.vocab, attr="ORTH")
        patterns: dict[tuple[str, str], list[str]] = {}
        rows = [line.split("\t") for line in aliases.splitlines()]
        guarded = {text.casefold() for text, rule, _, _ in rows if rule != "any-case"}
        for text, rule, skill_id, kind in rows:
            forms = spellings(text, kind)[1:] if rule in FOLDED else ()
            found = [text, *(form for form in forms if rule != "any-case" or form.casefold() not in guarded)]
            patterns.setdefault((rule, skill_id), []).extend(found)
        patterns[ORDINARY, ORDINARY] = list(ordinary)
        self.keys: dict[int, tuple[str, str]] = {}
        for (rule, skill_id), texts in patterns.items():
            key = f"{rule} {skill_id}"
            self.keys[nlp.vocab.strings.add(key)] = (rule, skill_id)
            matcher = self.exact if rule not in (*FOLDED, ORDINARY) else self.folded
            matcher.add(key, patterns_of(nlp, dict.fromkeys(texts), folded=matcher is self.folded))

    def __call__(self, doc: Doc) -> Doc:
        """Find the candidates in ``doc``."""
        statement_of = [0] * len(doc)
        for number, (start, end) in enumerate(doc.user_data["statements"]):
            statement_of[start:end] = [number] * (end - start)
        found: dict[tuple[int, int], list[tuple[str, str]]] = {}
        for matcher in (self.folded, self.exact):
            for key, start, end in matcher(doc):
                if statement_of[start] == statement_of[end - 1]:
                    found.setdefault((start, end), []).append(self.keys[key])
        taken = bytearray(len(doc))
        chosen = []
        for start, end in sorted(found, key=lambda place: (place[0] - place[1], place[0])):
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\x01" * (end - start)
                chosen.append((start, end))
        candidates = [
            Run(start, end, rule, skill_id)
            for start, end in sorted(chosen)
            for rule, skill_id in sorted(found[start, end])
        ]
        runs.put(doc, "candidates", candidates)
        return doc
