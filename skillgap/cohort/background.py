"""Reading many files beside everything else: threads that outlive a click, each content read once.

The slow half of reading, PDF and Word files into text, runs in worker processes (``skillgap.bounded``). Measured for
300 files, threads over these are faster than whole readings in processes of their own, which each load the catalogue.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable

from skillgap.cohort.files import Content
from skillgap.model.cohort import Entry

THREADS = 3
"""Two that wait for a worker process, and one that extracts skills meanwhile: what keeps two processors busy."""


class Readings:
    """What was read, by content; files can be added at any time, and nothing is read twice."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[tuple[Content, Callable[[Content], Entry]]] = deque()
        self._entries: dict[str, Entry] = {}
        self._known: set[str] = set()
        self._running = 0
        self._begun, self._done = 0.0, 0

    def add(self, contents: Iterable[Content], read: Callable[[Content], Entry]) -> None:
        """Begin to read what was not given before; this returns at once."""
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
                threading.Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._running -= 1
                    return
                content, read = self._waiting.popleft()
            entry = _refused(content, read)
            with self._lock:
                if content.digest in self._known:
                    self._entries[content.digest] = entry
                    self._done += 1

    def cancel(self) -> tuple[Content, ...]:
        """Stop reading and keep what is done; the others are given back, and can be added again."""
        with self._lock:
            left = tuple(content for content, _ in self._waiting)
            self._known -= {content.digest for content in left}
            self._waiting.clear()
            return left

    def forget(self) -> None:
        """Stop reading and keep nothing."""
        with self._lock:
            self._waiting.clear()
            self._entries, self._known = {}, set()

    @property
    def entries(self) -> dict[str, Entry]:
        """Digest -> entry, of all that is done."""
        with self._lock:
            return dict(self._entries)

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        with self._lock:
            return bool(self._running)

    @property
    def progress(self) -> tuple[int, int, float]:
        """How many are done of how many since the reading began, and about how many seconds are left."""
        with self._lock:
            left = len(self._waiting) + self._running
            passed = time.monotonic() - self._begun
            return self._done, self._done + left, passed / self._done * left if self._done else 0.0

    def wait(self) -> None:
        """Return when all is read."""
        while self.busy:
            time.sleep(0.02)


def _refused(content: Content, read: Callable[[Content], Entry]) -> Entry:
    """The entry; a fault of ours costs one file and not the cohort."""
    try:
        return read(content)
    except Exception:
        name = content.path.rpartition("/")[2]
        return Entry(content.digest, refusal=f"{name} could not be read. Save it again as PDF or DOCX and add that.")
