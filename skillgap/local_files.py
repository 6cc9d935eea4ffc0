"""Reads and writes files by their paths. It reads only regular files, and writes a file as a whole or not at all."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from skillgap.errors import RequestError

_read: set[tuple[int, int]] = set()
"""Device and inode of each file read so far; ``write`` refuses to replace one of them."""


def shown_name(path: Path) -> str:
    """The file's name for display, with question marks for bytes that are not UTF-8."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def read(path: Path, most: int) -> bytes:
    """The bytes of a file, at most one more than ``most``; its reader then refuses it as too large.

    Raises:
        RequestError: It cannot be opened, or is a folder, a pipe or a device.
    """
    name = shown_name(path)
    try:
        # without O_NONBLOCK, opening a pipe without a writer would wait forever
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no valid path"
        raise RequestError(f"{name} cannot be opened ({reason}). Check the path and try again.") from error
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        os.close(handle)
        raise RequestError(f"{name} is a folder, a pipe or a device. Give a file.")
    with os.fdopen(handle, "rb") as source:
        _read.add((found.st_dev, found.st_ino))
        return source.read(most + 1)


def write(path: Path, content: bytes) -> None:
    """Write a file as a whole; an existing file stays until the new one is complete.

    Raises:
        RequestError: The file was read before, so that the result comes from it.
        OSError: It cannot be written.
    """
    target = path.resolve()
    mode = None
    with contextlib.suppress(FileNotFoundError):
        found = target.stat()
        if (found.st_dev, found.st_ino) in _read:
            raise RequestError(
                f"The result would replace {shown_name(path)}, from which it was made. Name another file."
            )
        # "/dev/stdout" cannot be replaced, only written to
        if not stat.S_ISREG(found.st_mode):
            with target.open("wb") as stream:
                stream.write(content)
            return
        mode = stat.S_IMODE(found.st_mode)
    try:
        handle, made = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(made).chmod(_usual_mode() if mode is None else mode)
        Path(made).replace(target)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise


def _usual_mode() -> int:
    """Permissions of a new file."""
    mask = os.umask(0)  # the only way to read the mask is to set it
    os.umask(mask)
    return 0o666 & ~mask
