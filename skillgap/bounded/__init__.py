"""Read untrusted bytes, each file in its own process with limits, so that a parser's crash harms no other file.

A file first gets ``SLICE`` seconds in one of the ``QUICK`` slots; most files need a twentieth of that. A file that
needs longer is paused and continues in one of the ``SLOW`` slots, so that a hanging file does not block the others.
"""

import threading
from typing import Any

from skillgap.bounded.process import Reader, start
from skillgap.errors import DocumentError

QUICK = 4
"""Slots for files in their first ``SLICE`` seconds."""
SLOW = 2
"""Slots for files that need longer."""
WAITING = 4
"""Upper limit for paused files that wait for a slow slot; each keeps a process in memory."""
SLICE = 0.5
"""Seconds of a file in a quick slot."""
MAX_SECONDS = 10.0
"""Seconds of a file in a slow slot."""
MAX_WAIT = 20.0
"""Seconds that a paused file waits for a slow slot: the time of two files before it."""
_QUICK, _SLOW, _PAUSED = (threading.BoundedSemaphore(places) for places in (QUICK, SLOW, SLOW + WAITING))


def read(task: str, data: bytes, name: str) -> Any:
    """Call a function on untrusted bytes in a process with limits.

    Args:
        task: Module and function, as in ``skillgap.documents.readers:pdf_file``. The function takes the bytes and the
            name, and returns a value that JSON can represent, or raises a ``SkillgapError``.
        data: The bytes.
        name: Name of the file, for messages.

    Returns:
        The function's value after a round trip through JSON.

    Raises:
        DocumentError: The function refused the bytes, or its process died or reached a limit.
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
    """The answer of a task; ``None`` if its process died or was killed."""
    reader: Reader | None = None
    try:
        with _QUICK:
            reader = start()
            try:
                reader.send(task, data, name)
                return reader.answer(SLICE)
            except TimeoutError:
                pass
        return _answer_slowly(reader, name)
    finally:
        if reader is not None:
            reader.stop()


def _answer_slowly(reader: Reader, name: str) -> dict[str, Any] | None:
    """The answer of a file that needs longer than ``SLICE``."""
    if not _PAUSED.acquire(blocking=False):
        raise _busy(name)
    try:
        reader.pause()
        if not _SLOW.acquire(timeout=MAX_WAIT):
            raise _busy(name)
        try:
            reader.unpause()
            return reader.answer(MAX_SECONDS)
        except TimeoutError:
            return None
        finally:
            _SLOW.release()
    finally:
        _PAUSED.release()


def _busy(name: str) -> DocumentError:
    return DocumentError(
        f"{name} takes long to read, and other such files are being read now. Try again in a minute.",
        kind="too-complicated",
    )
