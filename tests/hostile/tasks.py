"""What a file may make its reader do: each is run in a reading process by the tests."""

import os
import re
import time
from pathlib import Path


def echo(data, name):
    return data.decode()


def die(data, name):
    os._exit(1)


def work(data, name):
    """Take most of a second, as a long resume on a busy machine."""
    until = time.monotonic() + 0.8
    while time.monotonic() < until:
        pass
    return "done"


def spin(data, name):
    while True:
        pass


def spin_and_let_nobody_else_run(data, name):
    return bool(re.match("(a+)+$", "a" * 60 + "b"))


def eat(data, name):
    return len(b"x" * 600_000_000)


def shout(data, name):
    return "x" * 20_000_000


def print_and_answer(data, name):
    os.write(1, b"not an answer\n")
    return "answer"


def write(data, name):
    with Path(data.decode()).open("wb", buffering=0) as target:
        try:
            target.write(b"x")
        except OSError as error:
            return str(error.strerror)
    return "written"


def open_many(data, name):
    opened = []
    try:
        for _ in range(1000):
            opened.append(os.open(os.devnull, os.O_RDONLY))
    except OSError as error:
        return error.strerror
    return "opened"


def environment(data, name):
    return dict(os.environ)
