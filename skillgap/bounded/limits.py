"""What a reading process may use; Windows knows none of it but the time and the size of the answer."""

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
"""Bytes of address space; the libraries alone take an eighth of it."""
MAX_PROCESSOR = 8
"""Seconds of the processor for one file; honest ones take a tenth of one."""
MAX_HANDLES = 64
"""Open files and pipes."""
MAX_ANSWER = 16_000_000
"""Bytes of an answer: the longest text that is used has a seventh of it."""
SYSTEM: Any = importlib.import_module("resource") if importlib.util.find_spec("resource") else None
"""The module that limits a process; Windows has none."""
DIE_WITH_PARENT = 1
"""The number of PR_SET_PDEATHSIG."""


def limit_process() -> None:
    """Bound what this process may use; the system ends it when the processor has worked on its file for too long."""
    if SYSTEM is None:
        return
    limits = (
        (SYSTEM.RLIMIT_AS, MAX_MEMORY, MAX_MEMORY),
        (SYSTEM.RLIMIT_CPU, MAX_PROCESSOR, MAX_PROCESSOR + 1),
        (SYSTEM.RLIMIT_FSIZE, 0, 0),
        (SYSTEM.RLIMIT_CORE, 0, 0),
        (SYSTEM.RLIMIT_NOFILE, MAX_HANDLES, MAX_HANDLES),
    )
    for what, soft, hard in limits:
        with contextlib.suppress(ValueError, OSError):
            SYSTEM.setrlimit(what, (soft, hard))


def end_with_parent() -> None:
    """End this process when the one that started it ends, however that happens.

    Linux does it by itself. Elsewhere a thread looks every second; only a parser that never lets another thread run
    could hinder it, and that one meets its limit of processor time.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    else:
        threading.Thread(target=_watch, args=(os.getppid(),), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
