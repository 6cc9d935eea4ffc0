"""How long a resume takes, stage by stage, beside spaCy's bare tokenizer and a bare PhraseMatcher on the same texts.

    python -m benchmarks.speed [FOLDER ...]

Folders of resumes (PDF, DOCX, text; the test fixtures without one) are read in this process. Each figure is the median
over the files of the least of several runs, in milliseconds; ratios are against the bare tokenizer + PhraseMatcher.
"""

import gc
import statistics
import sys
import time
from datetime import date
from pathlib import Path

import spacy
from spacy.matcher import PhraseMatcher

from skillgap import documents, gap, pipeline, plan, profile, taxonomy
from skillgap.nlp import Extractor

ROOT = Path(__file__).parents[1]
RUNS = 5
TODAY = date(2026, 11, 24)
ROLE = "it-support-intern"


def least(action):
    """Milliseconds of the fastest of several runs."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def main():
    folders = [Path(name) for name in sys.argv[1:]] or [ROOT / "tests" / "fixtures" / "resumes"]
    files = [
        path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in {".pdf", ".docx", ".txt"}
    ]
    start = time.perf_counter()
    known = taxonomy.load()
    loaded = time.perf_counter()
    extractor = Extractor(known)
    built = time.perf_counter()
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    names = {alias.text for skill in known.skills.values() for alias in skill.aliases}
    bare_start = time.perf_counter()
    matcher.add("names", [nlp.make_doc(name) for name in sorted(names)])
    bare_built = time.perf_counter()
    gc.collect()
    gc.freeze()
    role = known.role(ROLE)
    rows = {
        name: []
        for name in ("read", "extract", "profile", "gap and plan", "spaCy tokenizer", "tokenizer + PhraseMatcher")
    }
    for path in files:
        data = path.read_bytes()
        document = documents.read(data, path.name)
        mentions = extractor.extract(document).mentions
        reading = pipeline.interpret(document, extractor, known, today=TODAY)
        rows["read"].append(least(lambda data=data, name=path.name: documents.read(data, name)))
        rows["extract"].append(least(lambda document=document: extractor.extract(document)))
        rows["profile"].append(least(lambda d=document, m=mentions: profile.build(d, m, known, today=TODAY)))

        def assess(reading=reading):
            plan.build(gap.compare(reading.profile, role, known), reading.profile, known)

        rows["gap and plan"].append(least(assess))
        rows["spaCy tokenizer"].append(least(lambda text=document.text: nlp.make_doc(text)))
        rows["tokenizer + PhraseMatcher"].append(least(lambda text=document.text: matcher(nlp.make_doc(text))))
    print(f"{len(files)} files; {len(known.skills)} skills, {len(names)} names")
    parts = {"taxonomy": loaded - start, "extractor": built - loaded, "bare PhraseMatcher": bare_built - bare_start}
    print("start: " + ", ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in parts.items()))
    print(f"start of all: {(built - start) / (bare_built - bare_start):.2f} x the bare PhraseMatcher")
    base = statistics.median(rows["tokenizer + PhraseMatcher"])
    for name, values in rows.items():
        middle = statistics.median(values)
        print(f"{name:28} median {middle:8.2f} ms  worst {max(values):8.2f} ms  {middle / base:6.2f} x bare")
    pdfs = [time_ for path, time_ in zip(files, rows["read"], strict=True) if path.suffix == ".pdf"]
    if pdfs:
        print(f"{'read, PDF only':28} median {statistics.median(pdfs):8.2f} ms  worst {max(pdfs):8.2f} ms")


if __name__ == "__main__":
    main()
