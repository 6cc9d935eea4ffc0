"""Read untrusted bytes, each file in its own process with limits, so that a parser's crash harms no other file.

A file first gets ``SLICE`` seconds in one of the ``QUICK`` slots; most files need a twentieth of that. A file that
needs longer is paused and continues in one of the ``SLOW`` slots, so that a hanging file does not block the others.
One user takes only some of the slots (``OF_ONE``): further files of theirs wait for their own.
"""

import threading
from typing import Any

from skillgap.bounded import places
from skillgap.bounded.places import Places
from skillgap.bounded.process import Reader, start
from skillgap.errors import DocumentError

QUICK = 4
"""Slots for files in their first ``SLICE`` seconds."""
SLOW = 2
"""Slots for files that need longer."""
WAITING = 4
"""Upper limit for paused files that wait for a slow slot; each keeps a process in memory."""
OF_ONE = (2, 1, 3)
"""Upper limits for one user: quick slots, slow slots, and files in or waiting for a slow slot."""
SLICE = 0.5
"""Seconds of a file in a quick slot."""
MAX_SECONDS = 10.0
"""Seconds of a file in a slow slot."""
MAX_WAIT = 25.0
"""Seconds that a paused file waits for a slow slot: more than the time of two files before it."""
_QUICK, _SLOW, _PAUSED = (threading.BoundedSemaphore(count) for count in (QUICK, SLOW, SLOW + WAITING))


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
    with places.of_owner(OF_ONE, (QUICK, SLOW, SLOW + WAITING)) as own:
        try:
            with places.taken(own.quick, _QUICK):
                reader = start()
                try:
                    reader.send(task, data, name)
                    return reader.answer(SLICE)
                except TimeoutError:
                    pass
            return _answer_slowly(reader, name, own)
        finally:
            if reader is not None:
                reader.stop()


def _answer_slowly(reader: Reader, name: str, own: Places) -> dict[str, Any] | None:
    """The answer of a file that needs longer than ``SLICE``; ``own`` are the slots of its user."""
    try:
        with places.taken(own.paused, _PAUSED, seconds=0):
            reader.pause()
            with places.taken(own.slow, _SLOW, seconds=MAX_WAIT):
                reader.unpause()
                try:
                    return reader.answer(MAX_SECONDS)
                except TimeoutError:
                    return None
    except TimeoutError as error:
        raise _busy(name) from error


def _busy(name: str) -> DocumentError:
    return DocumentError(
        f"{name} takes long to read, and other such files are being read now. Try again in a minute.",
        kind="too-complicated",
    )
