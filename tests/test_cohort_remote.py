"""Reading a cohort with any executor, and with a real Dask cluster that loses a worker."""

import contextlib
import subprocess
import sys
import time
from concurrent.futures import Executor, Future

import browsing
import pytest
from conftest import FIXTURES

from skillgap.cohort import files, reading, remote
from skillgap.cohort.files import Content
from skillgap.cohort.reading import Extracted
from skillgap.errors import RequestError
from skillgap.locations import DATA

RESUMES = [path for path in sorted((FIXTURES / "resumes").glob("*.*")) if path.suffix != ".py"]


@pytest.fixture(scope="module")
def contents():
    found = list(files.opened((path.name, path.read_bytes()) for path in RESUMES))
    return [one for one in found if isinstance(one, Content)]


class Counting(Executor):
    """Does each task at once, and counts how many are under way."""

    def __init__(self):
        self.under_way, self.most = 0, 0

    def submit(self, call, /, *args, **named):
        future = Future()
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        future.set_result(call(*args, **named))
        return future


def test_any_executor_gives_what_reading_here_gives(contents, extractor):
    here = {one.digest: reading.extract(one, extractor) for one in contents}

    there = {one.digest: found for one, found in remote.extract_all(contents, Counting(), (DATA,))}

    assert there == here


def test_only_so_many_files_are_under_way():
    class Holding(Counting):
        def submit(self, call, /, *args, **named):
            return super().submit(lambda: Extracted(refusal="held"))

    many = [Content(f"{number}.txt", b"", str(number)) for number in range(10)]
    executor = Holding()

    got = []
    for content, _ in remote.extract_all(many, executor, (), under_way=4):
        executor.under_way -= 1
        got.append(content.digest)

    assert sorted(got) == sorted(one.digest for one in many)
    assert executor.most == 4


def test_a_file_whose_worker_stops_is_refused_and_read_again_next_time(contents):
    class Failing(Executor):
        def submit(self, call, /, *args, **named):
            future = Future()
            future.set_exception(RuntimeError("the worker is gone"))
            return future

    (found,) = [found for _, found in remote.extract_all(contents[:1], Failing(), (DATA,))]

    assert contents[0].path in found.refusal
    assert found.temporary


@contextlib.contextmanager
def cluster(workers):
    """Address of a scheduler, and its workers as processes."""
    port = browsing.free_port()
    address = f"tcp://127.0.0.1:{port}"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": browsing.ROOT}
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    work = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard"]
    started = [subprocess.Popen([*dask, "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"], **quiet)]
    started += [subprocess.Popen([*work, "--no-nanny", "--host", "127.0.0.1"], **quiet) for _ in range(workers)]
    try:
        yield address, started[1:]
    finally:
        for one in started:
            one.kill()
        for one in started:
            one.wait()


def command(folder, out, *more):
    return [sys.executable, "-m", "skillgap", "--today", "2026-11-24", "cohort", folder, "--out", out, *more]


def results(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".csv", ".json"}}


def test_a_cluster_that_loses_a_worker_gives_the_same_files(tmp_path):
    given = tmp_path / "given"
    given.mkdir()
    for path in RESUMES:
        (given / path.name).write_bytes(path.read_bytes())
    text = (FIXTURES / "resumes" / "web.txt").read_bytes()
    for number in range(24):
        (given / f"{number}.txt").write_bytes(text + f"\nNote {number}\n".encode())
    run = {"check": True, "capture_output": True, "cwd": browsing.ROOT, "timeout": 300}
    subprocess.run(command(given, tmp_path / "here"), **run)

    with cluster(workers=2) as (address, workers):
        asked = command(given, tmp_path / "there", "--scheduler", address)
        with subprocess.Popen(asked, cwd=browsing.ROOT, stderr=subprocess.PIPE, text=True) as reading_there:
            store = tmp_path / "there" / "readings"
            until = time.monotonic() + 120
            while time.monotonic() < until and len(list(store.glob("*.json"))) < 2:
                time.sleep(0.05)
            workers[0].kill()
            _, told = reading_there.communicate(timeout=240)

    assert reading_there.returncode == 0, told
    assert results(tmp_path / "there") == results(tmp_path / "here")


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch):
    monkeypatch.setattr(remote, "CONNECT_SECONDS", 0.5)
    address = f"tcp://127.0.0.1:{browsing.free_port()}"

    with pytest.raises(RequestError, match="No Dask scheduler answers"), remote.connect(address):
        pass
