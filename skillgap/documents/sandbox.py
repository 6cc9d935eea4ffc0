"""Reads files in a process of its own: a file that makes a parser crash, hang or eat memory takes only this with it.

A worker answers one request after another over its pipes. A request is a header line of JSON (kind, name, size of the
file) and the file's bytes; an answer is one line of JSON, either a Document or a sentence that refuses the file.
"""

import contextlib
import importlib.util
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from queue import Empty, LifoQueue
from typing import Any

from skillgap.documents import docx, pdf, xlsx
from skillgap.errors import DocumentError
from skillgap.model.resume import Document, Notice

READERS: dict[str, Callable[[bytes, str], Document]] = {"pdf": pdf.read, "docx": docx.read, "xlsx": xlsx.read}
MAX_SECONDS = 15.0
"""Wall time for one file; honest ones take well under a second."""
MAX_MEMORY = 1_500_000_000
"""Bytes of address space of a worker (where the system can limit it); libraries alone take a third of it."""
MAX_FILES = 200
"""Files after which a worker is replaced, so that no leak adds up."""
AT_ONCE = 2
"""Workers at a time: reading is work for the processor, and more would only share it."""
SYSTEM: Any = importlib.import_module("resource") if importlib.util.find_spec("resource") else None
"""The module that limits a process; Windows has none."""
ROOT = str(Path(__file__).resolve().parents[2])
START = f"import sys; sys.path.insert(0, {ROOT!r}); from skillgap.documents.sandbox import serve; serve()"


class Worker:
    """One reading process, started when it is made."""

    def __init__(self) -> None:
        self.files = 0
        self.process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
            [sys.executable, "-I", "-c", START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def ask(self, kind: str, data: bytes, name: str) -> dict[str, Any] | None:
        """The answer for one file; ``None`` when the process died over it or had to be stopped."""
        source, target = self.process.stdout, self.process.stdin
        if source is None or target is None:
            return None
        self.files += 1
        watch = threading.Timer(MAX_SECONDS, self.process.kill)
        watch.start()
        try:
            header = json.dumps({"kind": kind, "name": name, "size": len(data)}).encode("ascii")
            target.write(header + b"\n" + data)
            target.flush()
            line = source.readline()
        except OSError:
            return None
        finally:
            watch.cancel()
        answer: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
        return answer

    def stop(self) -> None:
        """End the process."""
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()
        self.process.kill()
        self.process.wait()

    @property
    def usable(self) -> bool:
        """Whether it lives and has files left."""
        return self.process.poll() is None and self.files < MAX_FILES


_IDLE: LifoQueue[Worker] = LifoQueue()
_PLACES = threading.BoundedSemaphore(AT_ONCE)


def read(kind: str, data: bytes, name: str) -> Document:
    """A PDF or Word file, read by a worker.

    Raises:
        DocumentError: The file cannot be read, or the worker died over it or took too long.
    """
    with _PLACES:
        worker = _worker()
        answer = worker.ask(kind, data, name)
        if answer is not None and worker.usable:
            _IDLE.put(worker)
        else:
            worker.stop()
    if answer is None:
        raise DocumentError(
            f"{name} could not be read: it is damaged, or too complicated to read in {MAX_SECONDS:.0f} seconds. "
            "Export it again from the program it was written in, or save it as DOCX or text.",
            kind="too-complicated",
        )
    if "refusal" in answer:
        raise DocumentError(answer["refusal"])
    notices = tuple(Notice(**notice) for notice in answer["notices"])
    return Document(answer["name"], answer["text"], tuple(answer["page_starts"]), notices)


def _worker() -> Worker:
    """An idle worker that lives, or a new one."""
    while True:
        try:
            worker = _IDLE.get_nowait()
        except Empty:
            return Worker()
        if worker.usable:
            return worker
        worker.stop()


def serve() -> None:
    """Answer requests on standard input until it is closed."""
    _limit()
    source, target = sys.stdin.buffer, sys.stdout.buffer
    while header := source.readline():
        request = json.loads(header)
        data = source.read(request["size"])
        target.write(json.dumps(_answer(request["kind"], data, request["name"])).encode("ascii") + b"\n")
        target.flush()


def _answer(kind: str, data: bytes, name: str) -> dict[str, Any]:
    try:
        return asdict(READERS[kind](data, name))
    except DocumentError as error:
        return {"refusal": str(error)}
    except (MemoryError, RecursionError):
        return {"refusal": f"{name} needs too much memory to read. Export it again, or save it as DOCX or text."}


def _limit() -> None:
    """Bound this process's memory, and let it write no file and leave no core; Windows has no such limits."""
    if SYSTEM is None:
        return
    limits = ((SYSTEM.RLIMIT_AS, MAX_MEMORY), (SYSTEM.RLIMIT_FSIZE, 0), (SYSTEM.RLIMIT_CORE, 0))
    for what, most in limits:
        with contextlib.suppress(ValueError, OSError):
            SYSTEM.setrlimit(what, (most, most))
