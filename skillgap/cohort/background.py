"""Read many files in background threads that continue between page runs; each content is read once.

The slow half of reading, PDF and Word files into text, runs in worker processes (``skillgap.bounded``). With 300 files,
threads over these processes were faster than a process pool for whole readings, in which each process loads the
catalogue.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from contextvars import copy_context

from skillgap.cohort.files import Content
from skillgap.model.cohort import Entry

THREADS = 3
"""Two threads wait for worker processes while a third extracts skills; this keeps two processors busy."""


class Readings:
    """Readings by content. Files can be added at any time, and no content is read twice."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[tuple[Content, Callable[[Content], Entry]]] = deque()
        self._entries: dict[str, Entry] = {}
        self._known: set[str] = set()
        self._running = 0
        self._begun, self._done = 0.0, 0

    def add(self, contents: Iterable[Content], read: Callable[[Content], Entry]) -> None:
        """Start to read the contents that are new, and return at once."""
        with self._lock:
            if not self._running:
                self._begun, self._done = time.monotonic(), 0
            for content in contents:
                if content.digest not in self._known:
                    self._known.add(content.digest)
                    self._waiting.append((content, read))
            wanted = min(THREADS, len(self._waiting)) - self._running
            for _ in range(wanted):
                self._running += 1
                threading.Thread(target=copy_context().run, args=(self._work,), daemon=True).start()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._running -= 1
                    return
                content, read = self._waiting.popleft()
            entry = _refused(content, read)
            with self._lock:
                if content.digest in self._known:  # else the advisor deleted the cohort meanwhile
                    self._entries[content.digest] = entry
                    self._done += 1

    def cancel(self) -> tuple[Content, ...]:
        """Stop reading, keep finished entries, and return the unread contents, which can be added again."""
        with self._lock:
            left = tuple(content for content, _ in self._waiting)
            self._known -= {content.digest for content in left}
            self._waiting.clear()
            return left

    def forget(self) -> None:
        """Stop reading and delete all entries."""
        with self._lock:
            self._waiting.clear()
            self._entries, self._known = {}, set()

    @property
    def entries(self) -> dict[str, Entry]:
        """Digest -> finished entry."""
        with self._lock:
            return dict(self._entries)

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        with self._lock:
            return bool(self._running)

    @property
    def progress(self) -> tuple[int, int, float]:
        """Number of finished files, number of all files, and estimated seconds left, since the reading began."""
        with self._lock:
            left = len(self._waiting) + self._running
            passed = time.monotonic() - self._begun
            return self._done, self._done + left, passed / self._done * left if self._done else 0.0

    def wait(self) -> None:
        """Return when all files are read."""
        while self.busy:
            time.sleep(0.02)


def _refused(content: Content, read: Callable[[Content], Entry]) -> Entry:
    """Read one content. An unexpected exception is turned into a refusal of this file, so that the others continue."""
    try:
        return read(content)
    except Exception:
        name = content.path.rpartition("/")[2]
        return Entry(content.digest, refusal=f"{name} could not be read. Save it again as PDF or DOCX and add that.")
