"""Reads untrusted bytes, each file in a process of its own: what it does to a parser, it does to nobody else.

A file has ``SLICE`` seconds in a place among the quick ones; nearly every file needs a twentieth of that. One that
needs longer leaves its place to others and goes on among the slow ones, so that nobody waits for a file that hangs.
"""

import threading
from typing import Any

from skillgap.bounded.process import Reader, start
from skillgap.errors import DocumentError

QUICK = 4
"""Files read at a time in their first moments."""
SLOW = 2
"""Files read at a time after that."""
WAITING = 4
"""Files that wait to be read further, each in a process that is halted."""
SLICE = 0.5
"""Seconds of a file among the quick ones."""
MAX_SECONDS = 10.0
"""Seconds of a file among the slow ones."""
MAX_WAIT = 20.0
"""Seconds that a halted file waits for its turn among the slow ones."""
_QUICK, _SLOW, _KEPT = (threading.BoundedSemaphore(places) for places in (QUICK, SLOW, SLOW + WAITING))


def read(task: str, data: bytes, name: str) -> Any:
    """What a function makes of untrusted bytes, in a process with limits.

    Args:
        task: Module and function, as in ``skillgap.documents.readers:pdf_file``. The function takes the bytes and the
            name, gives what JSON can hold, and refuses with a ``SkillgapError``.
        data: The bytes.
        name: Name of the file, for sentences.

    Raises:
        DocumentError: The function refused them, or its process died or reached a limit.
    """
    answer = _answer(task, data, name)
    if answer is None:
        raise DocumentError(
            f"{name} could not be read: it is damaged, or too complicated to read in {MAX_SECONDS:.0f} seconds. "
            "Export it again from the program it was written in, or save it as DOCX or text.",
            kind="too-complicated",
        )
    if "refusal" in answer:
        raise DocumentError(answer["refusal"], kind=answer["kind"])
    return answer["value"]


def _answer(task: str, data: bytes, name: str) -> dict[str, Any] | None:
    """The answer of a task; ``None`` where its process died or had to be ended."""
    reader: Reader | None = None
    try:
        with _QUICK:
            reader = start()
            try:
                reader.send(task, data, name)
                return reader.answer(SLICE)
            except TimeoutError:
                pass
        return _read_on(reader, name)
    finally:
        if reader is not None:
            reader.stop()


def _read_on(reader: Reader, name: str) -> dict[str, Any] | None:
    """The answer of a file that needs longer than a slice."""
    if not _KEPT.acquire(blocking=False):
        raise _busy(name)
    try:
        reader.halt()
        if not _SLOW.acquire(timeout=MAX_WAIT):
            raise _busy(name)
        try:
            reader.go_on()
            return reader.answer(MAX_SECONDS)
        except TimeoutError:
            return None
        finally:
            _SLOW.release()
    finally:
        _KEPT.release()


def _busy(name: str) -> DocumentError:
    return DocumentError(
        f"{name} is complicated to read, and other such files are being read now. Try it again in a minute.",
        kind="too-complicated",
    )
