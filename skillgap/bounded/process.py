"""Start reading processes and communicate with them; ``serve`` is the code that runs inside.

If the system can fork, a server process loads the parsers once and forks a reader for each file within milliseconds.
The server ends when its socket is closed, hence with this process, and its readers end with it. Without fork (Windows)
a new interpreter is started for each file.
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
"""Environment variables passed to a reader; the others may contain secrets."""
ONE_ARENA = {"MALLOC_ARENA_MAX": "1"}
"""Each further arena of glibc would reserve 64 MB of the limited address space."""
CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")
CHUNK = 1 << 20
"""Bytes of one read from a socket."""
PID_BYTES = 8
"""Bytes of a process id on the server's socket."""


class Reader(Protocol):
    """A process that reads one file."""

    def send(self, task: str, data: bytes, name: str) -> None:
        """Send the file to it."""

    def answer(self, seconds: float) -> dict[str, Any] | None:
        """Wait for its answer; ``None`` if it died.

        Raises:
            TimeoutError: No answer came within ``seconds``.
        """

    def pause(self) -> None:
        """Stop it until ``unpause``, if the system can."""

    def unpause(self) -> None:
        """Let it continue, at a lower priority."""

    def stop(self) -> None:
        """Kill it and release its resources."""


def start() -> Reader:
    """Start a reader that waits for its file."""
    return _forked() if CAN_FORK else _Started()


def _command(serve: str) -> list[str]:
    return [sys.executable, "-I", "-c", START.format(root=ROOT, serve=serve)]


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in PASSED_ON if name in os.environ} | ONE_ARENA


def _request(task: str, data: bytes, name: str) -> bytes:
    return json.dumps({"task": task, "name": name, "size": len(data)}).encode("ascii") + b"\n"


class _Forked:
    """A reader forked by the server.

    Attributes:
        pid: Its process id.
        channel: Socket for the file and the answer.
        received: Bytes of the answer so far; they survive a timeout.
        is_gone: Whether it closed its socket. Its process id may belong to another process by now.
    """

    def __init__(self, pid: int, channel: socket.socket) -> None:
        self.pid, self.channel = pid, channel
        self.received = bytearray()
        self.is_gone = False

    def send(self, task: str, data: bytes, name: str) -> None:
        with contextlib.suppress(OSError):  # it died; ``answer`` reports that
            self.channel.sendall(_request(task, data, name))
            self.channel.sendall(data)

    def answer(self, seconds: float) -> dict[str, Any] | None:
        until = time.monotonic() + seconds
        while not self.received.endswith(b"\n"):
            # A timeout of 0 would make the socket non-blocking.
            self.channel.settimeout(max(0.001, until - time.monotonic()))
            try:
                part = self.channel.recv(CHUNK)
            except ConnectionError:
                part = b""
            self.received += part
            if not part or len(self.received) > MAX_ANSWER:
                self.is_gone = not part
                return None
        found: dict[str, Any] = json.loads(self.received)
        return found

    def pause(self) -> None:
        self._signal(signal.SIGSTOP)

    def unpause(self) -> None:
        # 10 of 19: it gets the time that quick files and the pages leave.
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, 10)
        self._signal(signal.SIGCONT)

    def stop(self) -> None:
        if not self.is_gone:
            self._signal(signal.SIGKILL)
        self.channel.close()

    def _signal(self, which: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, which)


class _Server:
    """The process that loads the parsers and forks the readers."""

    def __init__(self) -> None:
        self.channel, other = socket.socketpair()
        with other:
            self.process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
                _command("serve_forks"),
                stdin=other.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )

    def fork(self) -> _Forked:
        """Fork a new reader.

        Raises:
            OSError: The server has ended.
        """
        ours, other = socket.socketpair()
        with other:
            socket.send_fds(self.channel, [b"1"], [other.fileno()])
        pid = self.channel.recv(PID_BYTES)
        if len(pid) < PID_BYTES:
            ours.close()
            raise ConnectionResetError
        return _Forked(int.from_bytes(pid), ours)

    def stop(self) -> None:
        """End the server."""
        self.channel.close()
        self.process.kill()
        self.process.wait()


_servers: list[_Server] = []
"""At most one server; it is started for the first file."""
_lock = threading.Lock()


def _forked() -> _Forked:
    with _lock:
        if not _servers:
            _servers.append(_Server())
        try:
            return _servers[0].fork()
        except OSError:  # the server was killed, for example when memory ran out; start another one once
            _servers.pop().stop()
            _servers.append(_Server())
            return _servers[0].fork()


def _reset_after_fork() -> None:
    """Drop the server in a forked child. Two processes on one server would receive each other's readers.

    The lock is replaced too: another thread of the parent may have held it during the fork.
    """
    global _lock
    _lock = threading.Lock()
    while _servers:
        _servers.pop().channel.close()


if CAN_FORK:
    os.register_at_fork(after_in_child=_reset_after_fork)


class _Started:
    """A new interpreter for one file, on systems that cannot fork (Windows)."""

    def __init__(self) -> None:
        self.request: bytes | None = None
        self.process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
            _command("serve_one"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )

    def send(self, task: str, data: bytes, name: str) -> None:
        self.request = _request(task, data, name) + data

    def answer(self, seconds: float) -> dict[str, Any] | None:
        try:
            # After a timeout ``communicate`` is called again without input; it then only waits for the answer.
            request, self.request = self.request, None
            line, _ = self.process.communicate(request, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise TimeoutError from error
        found: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
        return found

    def pause(self) -> None:
        pass

    def unpause(self) -> None:
        pass

    def stop(self) -> None:
        self.process.kill()
        self.process.communicate()
