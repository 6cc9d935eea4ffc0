"""Files that somebody names: only plain ones are read, and results are written whole or not at all."""

import os
import sys

import pytest

from skillgap import local_files
from skillgap.errors import RequestError

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@posix
@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_what_is_no_file_is_refused_at_once(tmp_path, kind):
    path = tmp_path / "odd"
    if kind == "folder":
        path.mkdir()
    if kind == "pipe":
        os.mkfifo(path)
    place = "/dev/zero" if kind == "device" else path

    with pytest.raises(RequestError, match=r"(is a folder, a pipe or a device|cannot be opened)"):
        local_files.read(type(path)(place), 10)


def test_no_more_is_read_than_one_byte_too_many(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"x" * 1000)

    assert local_files.read(path, 10) == b"x" * 11


def test_a_path_that_is_none_is_one_sentence(tmp_path):
    with pytest.raises(RequestError, match=r"cannot be opened \(no valid path\)"):
        local_files.read(tmp_path / "a\0b", 10)


def test_a_result_never_replaces_what_it_was_made_from(tmp_path):
    path = tmp_path / "cv.txt"
    path.write_bytes(b"mine")
    other = tmp_path / "same.txt"
    os.link(path, other)
    local_files.read(path, 10)

    for name in (path, other):
        with pytest.raises(RequestError, match=r"^The result would replace .+, from which it was made\."):
            local_files.write(name, b"result")
    assert path.read_bytes() == b"mine"


def test_a_new_file_has_the_usual_rights_and_an_old_one_keeps_its_own(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"1")
    old.chmod(0o600)

    local_files.write(old, b"2")
    local_files.write(new, b"3")

    assert (old.read_bytes(), new.read_bytes()) == (b"2", b"3")
    if sys.platform != "win32":
        mask = os.umask(0)
        os.umask(mask)
        assert (old.stat().st_mode & 0o777, new.stat().st_mode & 0o777) == (0o600, 0o666 & ~mask)


def test_where_writing_fails_the_old_file_stays_and_nothing_else_is_left(tmp_path, monkeypatch):
    path = tmp_path / "plan.csv"
    path.write_bytes(b"old")

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        local_files.write(path, b"new")

    assert [one.name for one in tmp_path.iterdir()] == ["plan.csv"]
    assert path.read_bytes() == b"old"


@posix
def test_a_result_may_go_to_a_device(tmp_path):
    local_files.write(tmp_path.__class__("/dev/null"), b"x")
    assert not (tmp_path.__class__("/dev/null")).is_file()


@posix
def test_a_link_is_written_through(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")

    local_files.write(tmp_path / "link", b"new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"
