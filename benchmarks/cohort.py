"""How long a cohort takes: reading with one and with three threads, and each answer of the page in server and browser.

    python -m benchmarks.cohort [NUMBER ...]

Students are invented (``tests/fixtures/make_cohort.py``); 20, 100, 300 and 1,000 without a number. "one" reads file
after file, "beside" is how the page and the command line read; "gather" makes students of what was read, and "role"
holds all of them against another role. "browser" is the time from the click in Chromium until the page has settled.
"""

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
    """What a function gives, and the seconds it took."""
    start = time.perf_counter()
    found = make()
    return found, time.perf_counter() - start


def read_beside(contents, reader):
    readings = Readings()
    readings.add(contents, partial(reading.read, reader=reader))
    readings.wait()
    return readings.entries


def server(number, reader):
    """Seconds of reading one after another, of reading beside, of gathering, and of one role for all."""
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
    """Seconds until the page has settled: a role for all, a group, one part; the median of three each."""
    packed, listed = folder / "term.zip", folder / "class.csv"
    packed.write_bytes(make_cohort.zipped(make_cohort.files(number)))
    listed.write_bytes(make_cohort.roster(number))
    page.goto(f"{address}/cohort")
    browsing.settled(page)
    page.locator("input[type=file]").nth(2).set_input_files(str(listed))
    browsing.settled(page)
    page.locator("input[type=file]").nth(0).set_input_files(str(packed))
    page.get_by_test_id("stMetric").first.wait_for(timeout=600_000)
    page.wait_for_timeout(2000)
    page.get_by_text("Reading file").wait_for(state="detached", timeout=600_000)
    browsing.settled(page)
    role = statistics.median(timed(partial(choose, page, "Hold against", f"All: {name}"))[1] for name in ROLES)
    group = statistics.median(
        timed(partial(choose, page, "Group", name))[1] for name in ("Year 1", "Year 2", "All groups")
    )
    parts = [timed(partial(part, page, name))[1] for name in ("Groups", "One student", "Who first")]
    return role, group, statistics.median(parts)


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
    print(f"{'students':>8} {'role':>8} {'group':>8} {'part':>8}   browser")
    with browsing.served() as address, browsing.chromium() as started, tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            page = started.new_page(viewport=browsing.WIDE)
            role, group, shown = browser(page, address, Path(folder), number)
            print(f"{number:8} {role:6.2f} s {group:6.2f} s {shown:6.2f} s", flush=True)
            page.close()


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or NUMBERS)
