"""Processes that read one file each, as the process that started them sees them.

Where the system can fork, a server that has loaded the parsers forks one for each file in a few milliseconds. It ends
when its socket is closed, so with this process, and what it forked ends with it. Elsewhere each is started anew.
"""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, Protocol

from skillgap.bounded.limits import MAX_ANSWER

ROOT = str(Path(__file__).resolve().parents[2])
START = "import sys; sys.path.insert(0, {root!r}); from skillgap.bounded import serve; serve.{serve}()"
PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "LANG", "LC_ALL")
"""What of the environment a reader is given; secrets in it are none of its business."""
ONE_ARENA = {"MALLOC_ARENA_MAX": "1"}
"""Each further arena of glibc would take 64 MB of the address space that is allowed."""
CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")
CHUNK = 1 << 20
NUMBER = 8
"""Bytes in which the number of a process is told."""


class Reader(Protocol):
    """A process that reads one file."""

    def send(self, task: str, data: bytes, name: str) -> None:
        """Give it the file."""

    def answer(self, seconds: float) -> dict[str, Any] | None:
        """Its answer; ``None`` where it died.

        Raises:
            TimeoutError: There is none yet.
        """

    def halt(self) -> None:
        """Let it wait, where the system can."""

    def go_on(self) -> None:
        """Let it go on, behind everything else that the processor has to do."""

    def stop(self) -> None:
        """End it and leave nothing of it."""


def start() -> Reader:
    """A process that waits for its file."""
    return _forked() if CAN_FORK else _Started()


def _command(serve: str) -> list[str]:
    return [sys.executable, "-I", "-c", START.format(root=ROOT, serve=serve)]


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in PASSED_ON if name in os.environ} | ONE_ARENA


def _request(task: str, data: bytes, name: str) -> bytes:
    return json.dumps({"task": task, "name": name, "size": len(data)}).encode("ascii") + b"\n"


class _Forked:
    """A process that the server forked, and the socket to talk to it."""

    def __init__(self, number: int, line: socket.socket) -> None:
        self.number, self.line = number, line
        self.received = bytearray()
        self.is_gone = False

    def send(self, task: str, data: bytes, name: str) -> None:
        with contextlib.suppress(OSError):  # it is gone, which its answer tells
            self.line.sendall(_request(task, data, name))
            self.line.sendall(data)

    def answer(self, seconds: float) -> dict[str, Any] | None:
        until = time.monotonic() + seconds
        while not self.received.endswith(b"\n"):
            # A timeout of 0 would mean none at all.
            self.line.settimeout(max(0.001, until - time.monotonic()))
            try:
                part = self.line.recv(CHUNK)
            except ConnectionError:
                part = b""
            self.received += part
            if not part or len(self.received) > MAX_ANSWER:
                self.is_gone = not part
                return None
        found: dict[str, Any] = json.loads(self.received)
        return found

    def halt(self) -> None:
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.number, 10)
        self._signal(signal.SIGCONT)

    def stop(self) -> None:
        if not self.is_gone:
            self._signal(signal.SIGKILL)
        self.line.close()

    def _signal(self, which: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.number, which)


class _Server:
    """The process that has loaded the parsers and forks the readers."""

    def __init__(self) -> None:
        self.line, other = socket.socketpair()
        with other:
            self.process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
                _command("serve_forks"),
                stdin=other.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )

    def fork(self) -> _Forked:
        """A new reader.

        Raises:
            OSError: The server is gone.
        """
        ours, other = socket.socketpair()
        with other:
            socket.send_fds(self.line, [b"1"], [other.fileno()])
        told = self.line.recv(NUMBER)
        if len(told) < NUMBER:
            ours.close()
            raise ConnectionResetError
        return _Forked(int.from_bytes(told), ours)

    def stop(self) -> None:
        """End the server."""
        self.line.close()
        self.process.kill()
        self.process.wait()


_servers: list[_Server] = []
"""The one server, once a file was read."""
_lock = threading.Lock()


def _forked() -> _Forked:
    with _lock:
        if not _servers:
            _servers.append(_Server())
        try:
            return _servers[0].fork()
        except OSError:  # somebody ended it; a second one is no more likely to fail than the first
            _servers.pop().stop()
            _servers.append(_Server())
            return _servers[0].fork()


def _begin_anew() -> None:
    """A forked process has a server of its own: two that talk to one would get each other's readers."""
    global _lock
    _lock = threading.Lock()
    while _servers:
        _servers.pop().line.close()


if CAN_FORK:
    os.register_at_fork(after_in_child=_begin_anew)


class _Started:
    """A process started for one file; of Windows and others that cannot fork."""

    def __init__(self) -> None:
        self.given: bytes | None = None
        self.process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
            _command("serve_one"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )

    def send(self, task: str, data: bytes, name: str) -> None:
        self.given = _request(task, data, name) + data

    def answer(self, seconds: float) -> dict[str, Any] | None:
        try:
            given, self.given = self.given, None
            line, _ = self.process.communicate(given, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise TimeoutError from error
        found: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
        return found

    def halt(self) -> None:
        pass

    def go_on(self) -> None:
        pass

    def stop(self) -> None:
        self.process.kill()
        self.process.communicate()
