"""Resource limits of a reading process. On Windows only time and size of the answer are limited."""

import contextlib
import ctypes
import importlib
import importlib.util
import os
import signal
import sys
import threading
import time
from typing import Any

MAX_MEMORY = 512 * 1024 * 1024
"""Bytes of address space; the loaded libraries take an eighth of it."""
MAX_PROCESSOR = 8
"""Seconds of processor time for one file; an ordinary file takes a tenth of a second."""
MAX_HANDLES = 64
"""Open file descriptors."""
MAX_ANSWER = 16_000_000
"""Bytes of an answer: seven times the longest text that we accept."""
SYSTEM: Any = importlib.import_module("resource") if importlib.util.find_spec("resource") else None
"""The module ``resource``; ``None`` on Windows."""
PLATFORM: str = sys.platform
DIE_WITH_PARENT = 1
"""Value of PR_SET_PDEATHSIG in <sys/prctl.h>."""


def missing() -> str:
    """One sentence about the limits that this system does not enforce; empty on Linux, which enforces all."""
    if PLATFORM == "linux":
        return ""
    what = "neither memory nor processor time" if SYSTEM is None else "no memory"
    return (
        f"On this system, {what} of a file's reading is limited, only its time. "
        "Open files of strangers on Linux, or in a container."
    )


def limit_process() -> None:
    """Limit the memory, processor time and files of this process; the system kills it at the time limit."""
    if SYSTEM is None:
        return
    limits = (
        (SYSTEM.RLIMIT_AS, MAX_MEMORY, MAX_MEMORY),
        (SYSTEM.RLIMIT_CPU, MAX_PROCESSOR, MAX_PROCESSOR + 1),
        (SYSTEM.RLIMIT_FSIZE, 0, 0),  # a parser has no reason to write a file
        (SYSTEM.RLIMIT_CORE, 0, 0),
        (SYSTEM.RLIMIT_NOFILE, MAX_HANDLES, MAX_HANDLES),
    )
    for what, soft, hard in limits:
        with contextlib.suppress(ValueError, OSError):
            SYSTEM.setrlimit(what, (soft, hard))


def end_with_parent() -> None:
    """End this process when its parent ends, even if the parent is killed.

    Linux does this itself. On other systems a thread checks every second. A parser that never releases the interpreter
    blocks that thread, but reaches the limit of processor time.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    else:
        threading.Thread(target=_watch, args=(os.getppid(),), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
