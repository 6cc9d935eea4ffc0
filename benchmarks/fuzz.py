"""Mutate fixture PDFs and Word files and read each: it must give text or one sentence, in time.

    python -m benchmarks.fuzz COUNT [--seed 0] [--threads 2]

It prints the outcomes as JSON, and each finding: an unexpected error, or a file that took over 12 seconds.
"""

import argparse
import io
import json
import random
import time
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from skillgap import documents
from skillgap.errors import SkillgapError

FOLDER = Path(__file__).parents[1] / "tests" / "fixtures" / "resumes"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".pdf", ".docx"})
SLOW = 12
ODD = (b"-1", b"0", b"99999999999", b"nan", b"[" * 50, b"<<" * 50, b"/Kids", b"1 0 R", b"\xff" * 9, b"", b"(" * 99)


def mutated(data, choice):
    """Apply one to twenty mutations: flipped bits, random bytes, deleted or copied pieces, and odd values."""
    made = bytearray(data)
    for _ in range(choice.randint(1, 20)):
        place, length = choice.randrange(len(made) + 1), choice.randint(1, 60)
        kind = choice.randrange(5)
        if kind == 0 and place < len(made):
            made[place] ^= 1 << choice.randrange(8)
        elif kind == 1:
            made[place : place + length] = choice.randbytes(length)
        elif kind == 2:
            del made[place : place + length]
        elif kind == 3:
            other = choice.randrange(len(made) + 1)
            made[place:place] = made[other : other + length]
        else:
            made[place : place + choice.randint(0, 9)] = choice.choice(ODD)
    return bytes(made)


def case(number, seed):
    """Name and bytes of a case. Half of the Word files keep a valid ZIP, and only a part inside is mutated."""
    choice = random.Random(f"{seed}-{number}")  # noqa: S311  (the same number gives the same case)
    path = choice.choice(FILES)
    data = path.read_bytes()
    if path.suffix == ".pdf" or choice.random() < 0.5:
        return path.name, mutated(data, choice)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(buffer, "w") as made:
        for name in given.namelist():
            part = given.read(name)
            made.writestr(name, mutated(part, choice) if name == "word/document.xml" else part)
    return path.name, buffer.getvalue()


def outcome(number, seed):
    """Outcome of a case, and its finding or an empty string."""
    name, data = case(number, seed)
    begun = time.monotonic()
    try:
        documents.read(data, name)
        told = "read"
    except SkillgapError as error:
        told = "too complicated" if getattr(error, "kind", "") == "too-complicated" else "refused"
    except Exception as error:
        return "raw error", f"{number}: {type(error).__name__}"
    seconds = time.monotonic() - begun
    return told, f"{number}: {seconds:.0f} s" if seconds > SLOW else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    begun = time.monotonic()
    with ThreadPoolExecutor(options.threads) as pool:
        found = list(pool.map(lambda number: outcome(number, options.seed), range(options.count)))
    told = Counter(kind for kind, _ in found)
    findings = [finding for _, finding in found if finding]
    seconds = round(time.monotonic() - begun)
    print(json.dumps({"run": len(found), "seconds": seconds, **told, "findings": findings}))


if __name__ == "__main__":
    main()
