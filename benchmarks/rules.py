"""Count how often each word and wording of the rules matches in a folder of texts, with sample lines.

    python -m benchmarks.rules FOLDER [FOLDER ...] [--below N] [--list NAME] [--activities]

The texts need no annotation. A phrase of the lists around a name (``Lexicon.cues``) fires where it is the longest of
its list, a wording of an activity where its pattern matches. ``--below N`` shows only what fires less than N times. The
samples show lines of other people's resumes: keep them out of the repository.
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


class Firings:
    """Counts of each (list, wording), with its first sample lines."""

    def __init__(self):
        self.times, self.samples = Counter(), defaultdict(list)

    def note(self, key, text, start, end):
        """Count one place where a wording fired."""
        self.times[key] += 1
        if len(self.samples[key]) < SAMPLES:
            self.samples[key].append(sample(text, start, end))


def count_cues(folders, known, firings):
    """Count the phrases of the lists around a name."""
    pipeline = Pipeline(known)
    for name, words in known.lexicon.cues.items():
        for word in words:
            firings.times[name, " ".join(pipeline.tokenizer.words(word)).lower()] = 0
    lists = {
        key: PhraseSet(pipeline.vocab, pipeline.tokenizer, {key: words}) for key, words in known.lexicon.cues.items()
    }
    for text in texts(folders):
        tokens = pipeline.tokenizer.tokenize(text)
        doc = Doc(pipeline.vocab, words=list(tokens.words))
        for name, phrases in lists.items():
            for start, end, *_ in phrases.find_longest(doc):
                firings.note((name, " ".join(tokens.lower[start:end])), text, *tokens.offsets(start, end))


def count_activities(folders, known, firings):
    """Count the wordings of ``data/lexicon/activities.toml``; this takes minutes."""
    for skill_id, wordings in known.activities.items():
        for wording in wordings:
            key, pattern = (f"activity {skill_id}", wording), compile_pattern(wording, known.lexicon.activities.words)
            firings.times[key] = 0
            for text in texts(folders):
                for match in re.finditer(pattern, text, re.I):
                    firings.note(key, text, *match.span())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--below", type=int)
    parser.add_argument("--list")
    parser.add_argument("--activities", action="store_true")
    given = parser.parse_args()
    known, firings = taxonomy.load(), Firings()
    count_cues(given.folders, known, firings)
    if given.activities:
        count_activities(given.folders, known, firings)
    for (name, wording), times in sorted(firings.times.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        if (given.below is None or times < given.below) and (given.list is None or name == given.list):
            print(f"{times:6} {name}: {wording}")
            for line in firings.samples[name, wording]:
                print(f"         {line}")


if __name__ == "__main__":
    main()
