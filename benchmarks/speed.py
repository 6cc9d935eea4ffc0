"""Time to read a resume, compared with a lower bound for any program, in one process and on the same files.

    python -m benchmarks.speed [FOLDER ...]

Folders of resumes (PDF, DOCX, text; the test fixtures without one) are read. Each figure is the median over the files
of the least of several runs, what is compared in turns, in processor time, which a busy machine spoils least. Printed:

- the whole read of a one-page PDF (bytes to profile, columns found) against the floor: PDFium's plain text and an
  Aho-Corasick automaton over the same names (``pip install -e ".[bench]"``); once in this process, and once by the
  clock as users wait for it, with the worker process that keeps a broken file away;
- extraction with all components against spaCy's default tokenizer and a bare PhraseMatcher over these names, on texts
  read for the first time and again;
- the start against the building of that PhraseMatcher;
- growth with length (1, 10, 100 times the text), hostile texts of 200,000 characters, and memory over 1,000 documents.
"""

import ctypes
import gc
import statistics
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path

import ahocorasick
import pypdfium2.raw as pdfium
import spacy
from spacy.matcher import PhraseMatcher

from skillgap import documents, gap, pipeline, profile, taxonomy
from skillgap.documents import pdf
from skillgap.documents.limits import MAX_CHARACTERS
from skillgap.model.resume import Document
from skillgap.nlp.extractor import Extractor
from skillgap.plan import learning_plan

ROOT = Path(__file__).parents[1]
RUNS = 9
TODAY = date(2026, 11, 24)
ROLE = "it-support-intern"
HOSTILE = {
    "brackets": ")",
    "one word": "python ",
    "no space": "x",
    "cues": "no experience with python, ",
    "lines": "a\n",
    "labelled lines": "Hobbies: swift\n",
    "nested cues": "python in progress ",
    "passives": "was written by the team ",
    "entries": "EXPERIENCE\nJan 2020 - Feb 2021\n- Python\n",
}


def clock(action, timer=time.process_time):
    """Milliseconds of one run."""
    start = timer()
    action()
    return (timer() - start) * 1000


def least(action):
    """Milliseconds of the fastest of several runs."""
    return min(clock(action) for _ in range(RUNS))


def both(ours, base, timer=time.process_time):
    """Milliseconds of the fastest of several runs of each, in turns."""
    runs = [(clock(ours, timer), clock(base, timer)) for _ in range(RUNS)]
    return tuple(map(min, zip(*runs, strict=True)))


def floor(data, automaton):
    """The lower bound: PDFium's text of the first page, and a search for the names in it."""
    opened = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    page = pdfium.FPDF_LoadPage(opened, 0)
    text = pdfium.FPDFText_LoadPage(page)
    count = pdfium.FPDFText_CountChars(text)
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(text, 0, count, buffer)
    folded = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace").lower()
    found = [
        (end, length)
        for end, length in automaton.iter(folded)
        if not folded[end + 1 : end + 2].isalnum() and not folded[end - length : end - length + 1].isalnum()
    ]
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(opened)
    return found


def memory():
    """Resident megabytes of this process on Linux; 0 on other systems."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmRSS"))


def tell(name, values, base):
    ratios = [value / other for value, other in zip(values, base, strict=True)]
    print(
        f"{name:34} median {statistics.median(values):7.2f} ms  worst {max(values):7.2f} ms  "
        f"ratio: median {statistics.median(ratios):5.2f}  worst {max(ratios):5.2f}"
    )


def starts():
    """Taxonomy, extractor, bare matcher on its pipeline, and an automaton, with the times of building them."""
    begun = time.perf_counter()
    known = taxonomy.load()
    loaded = time.perf_counter()
    extractor = Extractor(known)
    built = time.perf_counter()
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    names = sorted({alias.text for skill in known.skills.values() for alias in skill.aliases})
    bare = time.perf_counter()
    matcher.add("names", [nlp.make_doc(name) for name in names])
    ready = time.perf_counter()
    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name.lower(), len(name))
    automaton.make_automaton()
    print(f"{len(known.skills)} skills, {len(names)} names")
    print(
        f"start: taxonomy {1000 * (loaded - begun):.0f} ms, extractor {1000 * (built - loaded):.0f} ms, bare "
        f"PhraseMatcher {1000 * (ready - bare):.0f} ms: {(built - begun) / (ready - bare):.2f} x"
    )
    return known, extractor, nlp, matcher, automaton


def pdfs(files, known, extractor, automaton):
    """The whole read of the one-page PDFs against the floor."""
    alone, waited = [], []
    for path in files:
        data = path.read_bytes()
        if len(documents.read(data, path.name).page_starts) > 1:
            continue
        base = partial(floor, data, automaton)
        alone.append(both(lambda d=data: pipeline.interpret(pdf.read(d, "a.pdf"), extractor, known, today=TODAY), base))
        waited.append(
            both(lambda d=data: pipeline.read(d, "a.pdf", extractor, known, today=TODAY), base, time.perf_counter)
        )
    print(f"\n{len(alone)} one-page PDFs")
    ours, base = zip(*alone, strict=True)
    tell("floor: PDFium text + Aho-Corasick", base, base)
    tell("whole read, bytes to profile", ours, base)
    ours, base = zip(*waited, strict=True)
    tell("floor, by the clock", base, base)
    tell("whole read with its worker", ours, base)


def texts(read, known, extractor, nlp, matcher):
    """Extraction and what follows, against the default tokenizer and a bare PhraseMatcher."""
    role = known.role(ROLE)
    pairs = [(lambda d=d: extractor.extract(d), lambda d=d: matcher(nlp.make_doc(d.text))) for d in read]
    first, first_bare = zip(*[(clock(ours), clock(base)) for ours, base in pairs], strict=True)
    again, bare = zip(*[both(ours, base) for ours, base in pairs], strict=True)
    print(f"\n{len(read)} texts, {statistics.median(len(d.text) for d in read):.0f} characters on the median")
    tell("bare, text never read before", first_bare, first_bare)
    tell("extraction, text never read before", first, first_bare)
    tell("bare, text read before", bare, bare)
    tell("extraction, text read before", again, bare)
    found = [(d, extractor.extract(d).mentions) for d in read]
    tell("profile", [least(lambda d=d, m=m: profile.build(d, m, known, today=TODAY)) for d, m in found], bare)
    readings = [pipeline.interpret(d, extractor, known, today=TODAY) for d in read]

    def assess(one):
        learning_plan.build(gap.compare(one.profile, role, known), one.profile, known)

    tell("gap and plan", [least(lambda one=one: assess(one)) for one in readings], bare)


def growth(read, extractor):
    """Longer, hostile and many texts."""
    page = max(read, key=lambda d: len(d.text)).text
    single = least(lambda: extractor.extract(Document("a", page)))
    print(f"\nlength: 1 x {single:.2f} ms", end="")
    for times in (10, 100):
        took = clock(lambda times=times: extractor.extract(Document("a", (page + "\n") * times)))
        print(f", {times} x {took:.0f} ms ({took / single / times:.2f} a page)", end="")
    print()
    for name, piece in HOSTILE.items():
        text = (piece * MAX_CHARACTERS)[:MAX_CHARACTERS]
        print(f"hostile, {name}: {clock(lambda text=text: extractor.extract(Document('a', text))) / 1000:.2f} s")
    gc.collect()
    before = memory()
    for number in range(1000):
        extractor.extract(Document("a", f"{read[number % len(read)].text} word{number} name{number}x"))
    print(f"memory over 1,000 documents: {memory() - before:+.1f} MB on {before:.0f} MB")


def main():
    folders = [Path(name) for name in sys.argv[1:]] or [
        ROOT / "tests" / "fixtures" / "resumes",
        ROOT / "tests" / "layouts",
    ]
    files = [path for one in folders for path in sorted(one.rglob("*")) if path.suffix in {".pdf", ".docx", ".txt"}]
    known, extractor, nlp, matcher, automaton = starts()
    gc.collect()
    gc.freeze()
    read = [documents.read(path.read_bytes(), path.name) for path in files]
    texts(read, known, extractor, nlp, matcher)
    pdfs([path for path in files if path.suffix == ".pdf"], known, extractor, automaton)
    growth(read, extractor)


if __name__ == "__main__":
    main()
