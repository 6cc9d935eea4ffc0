"""Slots of files that are being read, counted per user, so that one user never takes all of them."""

import threading
from collections.abc import Hashable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar

OWNER: ContextVar[Hashable | None] = ContextVar("owner", default=None)
"""The user for whom the current thread reads; ``None`` on the command line, which has one user."""


class Places:
    """Slots of one user.

    Attributes:
        quick, slow: Free slots of each kind.
        paused: Free slots of files in or waiting for a slow slot.
        readings: Number of files that the user reads now.
    """

    def __init__(self, quick: int, slow: int, paused: int) -> None:
        self.quick, self.slow, self.paused = (threading.BoundedSemaphore(count) for count in (quick, slow, paused))
        self.readings = 0


_lock = threading.Lock()
_owned: dict[Hashable, Places] = {}
"""Owner -> slots; only of owners that read now."""


@contextmanager
def of_owner(limits: tuple[int, int, int], without_owner: tuple[int, int, int]) -> Iterator[Places]:
    """The slots of the current thread's owner.

    Args:
        limits: Quick, slow and paused slots of one owner.
        without_owner: The same for a thread without an owner.
    """
    owner = OWNER.get()
    with _lock:
        own = _owned.setdefault(owner, Places(*(without_owner if owner is None else limits)))
        own.readings += 1
    try:
        yield own
    finally:
        with _lock:
            own.readings -= 1
            if not own.readings:
                _owned.pop(owner, None)


@contextmanager
def taken(*slots: threading.BoundedSemaphore, seconds: float | None = None) -> Iterator[None]:
    """Hold one slot of each semaphore, taken in the given order.

    Raises:
        TimeoutError: A slot was not free within ``seconds``.
    """
    with ExitStack() as held:
        for slot in slots:
            if not slot.acquire(timeout=seconds):
                raise TimeoutError
            held.callback(slot.release)
        yield
