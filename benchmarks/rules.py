"""How often each word and wording of the rules fires over a folder of texts, with sample lines.

    python -m benchmarks.rules FOLDER [FOLDER ...] [--below N] [--list NAME]

The texts need no annotation. A phrase of ``data/cues.toml`` fires where it is the longest of its list, a wording of an
activity where its pattern matches. ``--below N`` shows only what fires less than N times. The samples show lines of
other people's resumes: keep them out of the repository.
"""

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path

from spacy.tokens import Doc

from skillgap import taxonomy
from skillgap.nlp.activity_patterns import compile_pattern
from skillgap.nlp.phrase_matcher import PhraseSet
from skillgap.nlp.pipeline import Pipeline

SAMPLES, AROUND = 3, 60
"""Sample lines of each wording, and characters shown on either side."""


def texts(folders):
    """Yield the plain texts below the folders, by path."""
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.txt")):
            yield path.read_text(encoding="utf-8", errors="replace")


def sample(text, start, end):
    return " ".join(text[max(0, start - AROUND) : end + AROUND].split())


def count(folders, known):
    """Return how often each (list, wording) fired, and its sample lines."""
    pipeline = Pipeline(known)
    lists = {key: PhraseSet(pipeline.vocab, pipeline.tokenizer, {key: words}) for key, words in known.cues.items()}
    activities = [
        (f"activity {skill_id}", wording, re.compile(compile_pattern(wording, known.behaviour_words), re.I))
        for skill_id, wordings in known.behaviours.items()
        for wording in wordings
    ]
    fired, samples = Counter(), defaultdict(list)

    def note(key, text, start, end):
        fired[key] += 1
        if len(samples[key]) < SAMPLES:
            samples[key].append(sample(text, start, end))

    for text in texts(folders):
        tokens = pipeline.tokenizer.tokenize(text)
        doc = Doc(pipeline.vocab, words=list(tokens.words))
        for name, phrases in lists.items():
            for span in phrases.find_longest(doc):
                note((name, " ".join(tokens.lower[span.start : span.end])), text, *tokens.offsets(span.start, span.end))
        for name, wording, pattern in activities:
            for match in pattern.finditer(text):
                note((name, wording), text, *match.span())
    for name, words in known.cues.items():
        for word in words:
            fired.setdefault((name, " ".join(pipeline.tokenizer.words(word)).lower()), 0)
    for name, wording, _ in activities:
        fired.setdefault((name, wording), 0)
    return fired, samples


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--below", type=int)
    parser.add_argument("--list")
    given = parser.parse_args()
    fired, samples = count(given.folders, taxonomy.load())
    for (name, wording), times in sorted(fired.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        if (given.below is None or times < given.below) and (given.list is None or name == given.list):
            print(f"{times:6} {name}: {wording}")
            for line in samples[name, wording]:
                print(f"         {line}")


if __name__ == "__main__":
    main()
