"""How long a cohort takes: reading with one and with three threads, and each answer of the page in server and browser.

    python -m benchmarks.cohort [NUMBER ...]

Students are invented (``tests/fixtures/make_cohort.py``); 20, 100, 300 and 1,000 without a number. "one" reads file
after file, "beside" is how the page and the command line read; "gather" makes students of what was read, and "role"
holds all of them against another role. "browser" is the time from the click in Chromium until the page has settled, and
beside it the processor time of the dashboard and of Chromium, which a busy machine changes less.
"""

import contextlib
import os
import statistics
import sys
import tempfile
import time
from datetime import date
from functools import partial
from pathlib import Path

from skillgap import locations, taxonomy
from skillgap.cohort import files, people, reading, standings
from skillgap.cohort.background import Readings
from skillgap.cohort.people import Given, Intake
from skillgap.cohort.reading import Reader
from skillgap.model.cohort import Decisions, FileLine
from skillgap.nlp.extractor import Extractor
from tests import browsing
from tests.fixtures import make_cohort

NUMBERS = (20, 100, 300, 1000)
TODAY = date(2026, 11, 29)
ROLES = ("QA and test automation intern", "Network engineering intern", "Data analyst intern")


def timed(make):
    """Result of a function, and its seconds."""
    start = time.perf_counter()
    found = make()
    return found, time.perf_counter() - start


def read_beside(contents, reader):
    readings = Readings()
    readings.add(contents, partial(reading.read, reader=reader))
    readings.wait()
    return readings.entries


def server(number, reader):
    """Seconds of reading one by one, reading in the background, building the cohort, and one role for all."""
    opened = [one for one in files.opened(make_cohort.files(number)) if not isinstance(one, FileLine)]
    reading.read(opened[0], reader)
    _, one = timed(lambda: [reading.read(content, reader) for content in opened])
    entries, beside = timed(lambda: read_beside(opened, reader))
    given = tuple(Given(content.path, content.digest) for content in opened)
    intake = Intake(given, entries, people.assign_ids({}, entries))
    cohort, gathered = timed(lambda: people.cohort(intake, Decisions(), reader.taxonomy, today=TODAY))
    roles = list(reader.taxonomy.roles.values())[:5]
    changes = [
        timed(lambda role=role: standings.standings(cohort.students, reader.taxonomy, role))[1] for role in roles
    ]
    return one, beside, gathered, statistics.median(changes)


def browser(page, address, folder, number):
    """Seconds until the page has settled and of processor time: a role for all, a group, a part; medians of three."""
    packed, listed = folder / "term.zip", folder / "class.csv"
    packed.write_bytes(make_cohort.zipped(make_cohort.files(number)))
    listed.write_bytes(make_cohort.roster(number))
    page.goto(f"{address}/cohort")
    browsing.settled(page)
    page.locator("input[type=file]").nth(2).set_input_files(str(listed))
    browsing.settled(page)
    page.locator("input[type=file]").nth(0).set_input_files(str(packed))
    missing = page.get_by_test_id("stMetric").filter(has_text="On the list, no resume").first
    missing.get_by_text("2", exact=True).wait_for(timeout=600_000)
    browsing.settled(page)
    return (
        median_of(partial(choose, page, "Compare with", f"All: {name}") for name in ROLES),
        median_of(partial(choose, page, "Group", name) for name in ("Year 1", "Year 2", "All groups")),
        median_of(partial(part, page, name) for name in ("Groups", "One student", "Who first")),
    )


def median_of(actions):
    """Medians of the seconds and of the processor seconds that actions take."""
    found = []
    for action in actions:
        before = processor_seconds()
        _, passed = timed(action)
        found.append((passed, processor_seconds() - before))
    return tuple(statistics.median(one) for one in zip(*found, strict=True))


def processor_seconds():
    """Processor time of the dashboard and of Chromium until now: of every process below this one."""
    children, ticks = {}, {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = file.read_text().rpartition(")")[2].split()
            children.setdefault(int(fields[1]), []).append(int(file.parent.name))
            ticks[int(file.parent.name)] = int(fields[11]) + int(fields[12])
    below = [os.getpid()]
    for process in below:
        below += children.get(process, ())
    return sum(ticks[process] for process in below[1:]) / os.sysconf("SC_CLK_TCK")


def choose(page, label, name):
    box = page.get_by_role("combobox", name=label, exact=True).first
    box.click()
    box.fill(name)
    page.get_by_role("option", name=name, exact=True).click()
    browsing.settled(page, quiet=100)


def part(page, name):
    page.get_by_test_id("stButtonGroup").get_by_text(name, exact=True).first.click()
    page.wait_for_timeout(50)
    browsing.settled(page, quiet=100)


def main(numbers):
    known = taxonomy.load(locations.DATA)
    reader = Reader(Extractor(known), known, TODAY)
    print(f"{'students':>8} {'one':>8} {'beside':>8} {'ratio':>6} {'gather':>8} {'role':>8}")
    for number in numbers:
        one, beside, gathered, role = server(number, reader)
        print(
            f"{number:8} {one:6.1f} s {beside:6.1f} s {beside / one:6.2f} {gathered:6.2f} s {role:6.2f} s", flush=True
        )
    print(f"{'students':>8} {'role':>16} {'group':>16} {'part':>16}   browser: seconds, and seconds of processor time")
    with browsing.served() as address, browsing.chromium() as started, tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            page = started.new_page(viewport=browsing.WIDE)
            answers = browser(page, address, Path(folder), number)
            print(f"{number:8}", *(f"{passed:6.2f} s {spent:6.2f} s" for passed, spent in answers), flush=True)
            page.close()


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or NUMBERS)
