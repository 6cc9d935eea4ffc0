"""Component: finds every alias of the taxonomy in a Doc; which of them to believe is decided later."""

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from skillgap.nlp.alias_variants import spellings
from skillgap.nlp.phrase_matcher import patterns_of
from skillgap.nlp.spans import TokenSpan

NON_SKILL_PHRASE = "ordinary"
"""Label of an everyday phrase: it claims its words, so that no skill inside it is found ("go live")."""
FOLDED = ("any-case", "needs-context")


@Language.factory("skillgap_skills")
class SkillMatcher:
    """Write ``doc.user_data["candidates"]``, runs with the skill's id and, as label, the alias's rule.

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
        patterns[NON_SKILL_PHRASE, NON_SKILL_PHRASE] = list(ordinary)
        self.keys: dict[int, tuple[str, str]] = {}
        for (rule, skill_id), texts in patterns.items():
            key = f"{rule} {skill_id}"
            self.keys[nlp.vocab.strings.add(key)] = (rule, skill_id)
            matcher = self.exact if rule not in (*FOLDED, NON_SKILL_PHRASE) else self.folded
            matcher.add(key, patterns_of(nlp, dict.fromkeys(texts), folded=matcher is self.folded))

    def __call__(self, doc: Doc) -> Doc:
        """Find the candidates in ``doc``."""
        opens = bytearray(len(doc))
        for start, _ in doc.user_data["statements"]:
            opens[start] = 1
        found = [(start - end, start, key) for matcher in (self.folded, self.exact) for key, start, end in matcher(doc)]
        found.sort()
        taken, words = bytearray(len(doc)), doc.user_data["words"]
        candidates = []
        bounds = (0, 0)
        for length, start, key in found:
            end = start - length
            if (start, end) != bounds:
                if opens.find(1, start + 1, end) >= 0 or taken.find(1, start, end) >= 0:
                    continue
                if words[end - 1] == "+" and _adds(doc, start, end):
                    continue
                taken[start:end] = b"\x01" * (end - start)
                bounds = (start, end)
            candidates.append(TokenSpan(start, end, *self.keys[key]))
        doc.user_data["candidates"] = sorted(candidates)
        return doc


def _adds(doc: Doc, start: int, end: int) -> bool:
    """Whether the plus that ends a name of two words stands between two names instead ("Linux + Apache")."""
    words, starts, ends, breaks = (doc.user_data[name] for name in ("words", "starts", "ends", "breaks"))
    if end - start != 2 or starts[end - 1] == ends[end - 2] or end == len(words):
        return False
    return words[end][0].isalpha() and not breaks[end]
