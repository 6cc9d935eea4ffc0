"""Accuracy of the extraction on annotated resumes, compared with other tools on the same names in the same run.

    python -m benchmarks.accuracy FOLDER [FOLDER ...]

Each folder holds NAME.txt and NAME.gold.jsonl (see ``skillgap.evaluation``). The others get every name and alias of the
taxonomy: spaCy's PhraseMatcher and EntityRuler on the default tokenizer, flashtext, and pyahocorasick with a check of
word boundaries (``pip install -e ".[bench]"``). All ignore case; the longest match wins.
"""

import sys
import time
from pathlib import Path

import ahocorasick
import spacy
from flashtext import KeywordProcessor
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from skillgap import documents, evaluation, taxonomy
from skillgap.model.resume import Mention
from skillgap.nlp.extractor import Extractor


def mention(skill_id, text, start, end):
    return Mention(skill_id, text[start:end], start, end, "skills", "held")


def read_file(text, extractor):
    """Mentions in a text file, with offsets into the file."""
    document = documents.read(text.encode(), "a.txt")
    return evaluation.in_file(document, extractor.extract(document).mentions)


def longest(found, text):
    """Mentions of (start, end, skill id) without overlaps, longer ones first."""
    kept = []
    for start, end, skill_id in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
        if all(end <= other.start or start >= other.end for other in kept):
            kept.append(mention(skill_id, text, start, end))
    return kept


def phrase_matcher(names):
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for name, skill_id in names.items():
        matcher.add(skill_id, [nlp.make_doc(name)])

    def read(text):
        spans = filter_spans(matcher(nlp.make_doc(text), as_spans=True))
        return [mention(span.label_, text, span.start_char, span.end_char) for span in spans]

    return read


def entity_ruler(names):
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": "SKILL", "pattern": name, "id": skill_id} for name, skill_id in names.items()])

    def read(text):
        return [mention(span.ent_id_, text, span.start_char, span.end_char) for span in nlp(text).ents]

    return read


def flashtext(names):
    processor = KeywordProcessor()
    for name, skill_id in names.items():
        processor.add_keyword(name, skill_id)

    def read(text):
        return [
            mention(skill_id, text, start, end)
            for skill_id, start, end in processor.extract_keywords(text, span_info=True)
        ]

    return read


def aho_corasick(names):
    automaton = ahocorasick.Automaton()
    for name, skill_id in names.items():
        automaton.add_word(name.lower(), (len(name), skill_id))
    automaton.make_automaton()

    def read(text):
        folded = text.lower()
        found = []
        for last, (length, skill_id) in automaton.iter(folded):
            start, end = last - length + 1, last + 1
            before, after = folded[start - 1 : start], folded[end : end + 1]
            if not before.isalnum() and not after.isalnum():
                found.append((start, end, skill_id))
        return longest(found, text)

    return read


def main():
    folders = [Path(name) for name in sys.argv[1:]]
    if not folders:
        sys.exit(__doc__)
    known = taxonomy.load()
    names = {alias.text: skill.id for skill in known.skills.values() for alias in skill.aliases}
    extractor = Extractor(known)
    readers = {
        "skillgap": lambda text: read_file(text, extractor),
        "PhraseMatcher": phrase_matcher(names),
        "EntityRuler": entity_ruler(names),
        "flashtext": flashtext(names),
        "pyahocorasick": aho_corasick(names),
    }
    for folder in folders:
        resumes = evaluation.load(folder)
        print(f"{folder.name}: {len(resumes)} resumes, {len(names)} names")
        print(f"{'reader':14} precision  recall      F1  right skill  profile F1  traps sprung  ms a resume")
        for name, read in readers.items():
            score = evaluation.Score()
            start = time.perf_counter()
            found = [read(text) for _, text, _ in resumes]
            spent = 1000 * (time.perf_counter() - start) / len(resumes)
            for (_, _, marks), mentions in zip(resumes, found, strict=True):
                evaluation.count_resume(score, mentions, marks, known)
            print(
                f"{name:14} {score.precision:9.3f} {score.recall:7.3f} {score.f1:7.3f} {score.right_skill:12.3f} "
                f"{score.profile_f1:11.3f} {score.sprung:8} of {score.traps:<3} {spent:9.2f}"
            )


if __name__ == "__main__":
    main()
