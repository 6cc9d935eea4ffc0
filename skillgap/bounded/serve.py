"""The code that runs inside reading processes.

A request is a header line of JSON (task, name, size of the file) followed by the file's bytes. The answer is one line
of JSON: the value of the task, or the sentence that refuses the file.
"""

import importlib
import json
import os
import signal
import socket
import sys
from typing import Any, BinaryIO

from skillgap.bounded import limits
from skillgap.errors import DocumentError, SkillgapError

USUAL = "skillgap.documents.readers"
"""Module of most tasks; the server loads it before the first file."""


def serve_forks() -> None:
    """Fork a reader for each socket received on standard input, until standard input is closed."""
    importlib.import_module(USUAL)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # ended readers leave no zombie processes
    with socket.socket(fileno=0) as channel:
        while sockets := socket.recv_fds(channel, 1, 1)[1]:
            pid = os.fork()
            if not pid:
                _serve_forked(channel, sockets[0])
            os.close(sockets[0])
            channel.sendall(pid.to_bytes(8))


def _serve_forked(channel: socket.socket, handle: int) -> None:
    """Read one file in the forked process, then end the process."""
    try:
        channel.close()
        limits.end_with_parent()
        with socket.socket(fileno=handle) as mine, mine.makefile("rb") as source, mine.makefile("wb") as target:
            _read_one(source, target)
    finally:
        os._exit(0)


def serve_one() -> None:
    """Read one file from standard input."""
    _read_one(sys.stdin.buffer, sys.stdout.buffer)


def _read_one(source: BinaryIO, target: BinaryIO) -> None:
    limits.limit_process()
    if header := source.readline():
        request = json.loads(header)
        target.write(_answer(request["task"], source.read(request["size"]), request["name"]) + b"\n")
        target.flush()


def _answer(task: str, data: bytes, name: str) -> bytes:
    """The answer as JSON in ASCII, on one line."""
    try:
        module, function = task.split(":")
        answer = _json({"value": getattr(importlib.import_module(module), function)(data, name)})
        return answer if len(answer) < limits.MAX_ANSWER else _refusal(f"{name} contains too much text. Shorten it.")
    except DocumentError as error:
        return _refusal(str(error), error.kind)
    except SkillgapError as error:
        return _refusal(str(error))
    except (MemoryError, RecursionError):
        sentence = f"{name} needs too much memory to read. Export it again, or save it as DOCX or text."
        return _refusal(sentence, "too-complicated")


def _json(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer).encode("ascii")


def _refusal(sentence: str, kind: str = "unreadable") -> bytes:
    return _json({"refusal": sentence, "kind": kind})
