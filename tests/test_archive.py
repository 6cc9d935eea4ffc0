"""ZIPs of resumes: what comes out, and what is refused by name or as a whole."""

import io
import stat
import struct
import time
import tracemalloc
import zipfile

import pytest

from skillgap.documents import zip_archive
from skillgap.errors import DocumentError
from skillgap.model.assessment import Refusal


def packed(*entries, method=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made:
        for name, content in entries:
            made.writestr(name, content)
    return buffer.getvalue()


def test_files_come_out_by_path_and_clutter_is_passed_over():
    data = packed(("class/ann.txt", b"A"), ("__MACOSX/._ann.txt", b"x"), ("~$ann.docx", b"x"), ("bob.txt", b"B"))

    assert list(zip_archive.files(data, "class.zip")) == [("class/ann.txt", b"A"), ("bob.txt", b"B")]


def test_names_that_would_climb_out_or_clash_are_made_plain_and_different():
    data = packed(("../../etc/cv.txt", b"1"), ("C:\\etc\\CV.txt", b"2"), ("/etc/cv.txt", b"3"), ("..", b"4"))

    assert [name for name, _ in zip_archive.files(data, "z.zip")] == [
        "etc/cv.txt",
        "etc/CV (2).txt",
        "etc/cv (3).txt",
        "unnamed",
    ]


def test_links_and_other_methods_are_refused_by_name_and_stop_nothing():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, kind in (("pipe.txt", stat.S_IFIFO), ("link.txt", stat.S_IFLNK)):
            odd = zipfile.ZipInfo(name)
            odd.external_attr = (kind | 0o777) << 16
            made.writestr(odd, "/etc/passwd")
        made.writestr("odd.txt", b"x", compress_type=zipfile.ZIP_BZIP2)
        made.writestr("good.txt", b"G")

    found = list(zip_archive.files(buffer.getvalue(), "z.zip"))

    assert [one.name for one in found if isinstance(one, Refusal)] == ["pipe.txt", "link.txt", "odd.txt"]
    assert found[-1] == ("good.txt", b"G")


def test_an_entry_larger_than_allowed_is_refused_without_being_kept(monkeypatch):
    monkeypatch.setattr(zip_archive, "MAX_ENTRY", 1000)

    (found,) = zip_archive.files(packed(("big.txt", b"x" * 5000)), "z.zip")

    assert found == Refusal("big.txt", "big.txt is larger than 0 MB. Save a smaller copy.")


@pytest.mark.parametrize("data", [b"PK\x03\x04 nonsense", b""])
def test_a_damaged_zip_is_one_sentence(data):
    with pytest.raises(DocumentError, match=r"^z\.zip is not a ZIP file that can be opened\."):
        list(zip_archive.files(data, "z.zip"))


def test_a_list_of_two_million_files_is_refused_without_being_read():
    entry = bytearray(zipfile.sizeCentralDir)
    entry[:4] = zipfile.stringCentralDir
    count = 1_900_000
    end = struct.pack(
        zipfile.structEndArchive64, zipfile.stringEndArchive64, 44, 45, 45, 0, 0, *[count] * 2, 46 * count, 0
    )
    locator = struct.pack(zipfile.structEndArchive64Locator, zipfile.stringEndArchive64Locator, 0, 46 * count, 1)
    last = struct.pack(zipfile.structEndArchive, zipfile.stringEndArchive, 0, 0, 0xFFFF, 0xFFFF, *[0xFFFFFFFF] * 2, 0)
    data = b"PK\x03\x04" + bytes(entry) * count + end + locator + last
    begun = time.monotonic()

    with pytest.raises(DocumentError, match=r"^z\.zip holds too many files\."):
        list(zip_archive.files(data, "z.zip"))

    assert time.monotonic() - begun < 10


def test_an_empty_name_is_shown_as_a_file_without_one():
    assert list(zip_archive.files(renamed(packed(("a", b"A"))), "z.zip")) == [("unnamed", b"A")]


def renamed(data):
    """A ZIP of one file, its name taken away; one character long before."""
    start, central = data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02")
    local = data[start : start + 26] + b"\0\0" + data[start + 28 : start + 30] + data[start + 31 : central]
    listed = data[central : central + 28] + b"\0\0" + data[central + 30 : central + 46]
    end = bytearray(data[data.index(b"PK\x05\x06") :])
    end[12:20] = struct.pack("<2L", len(listed), len(local))
    return local + listed + bytes(end)


def test_two_thousand_equal_names_are_told_apart_at_once():
    data = packed(*[("cv.txt", b"x")] * 2000)
    begun = time.monotonic()

    names = [name for name, _ in zip_archive.files(data, "z.zip")]

    assert names[:2] + names[-1:] == ["cv.txt", "cv (2).txt", "cv (2000).txt"]
    assert len(set(names)) == 2000
    assert time.monotonic() - begun < 5


def test_a_name_that_a_number_made_is_not_given_twice():
    data = packed(("cv.txt", b"1"), ("cv (2).txt", b"2"), ("cv.txt", b"3"))

    assert [name for name, _ in zip_archive.files(data, "z.zip")] == ["cv.txt", "cv (2).txt", "cv (3).txt"]


def test_the_limits_hold_for_all_zips_of_an_upload_together(monkeypatch):
    monkeypatch.setattr(zip_archive, "MAX_ENTRY", 1000)
    budget = zip_archive.Budget(files=3, size=10)

    first = list(zip_archive.files(packed(("a.txt", b"x" * 20)), "1.zip", budget))
    second = list(zip_archive.files(packed(("b.txt", b"x")), "2.zip", budget))

    assert first == [("a.txt", b"x" * 20)]
    assert second[0].message.startswith("b.txt was not read: the upload holds more than 500 MB.")
    with pytest.raises(DocumentError, match=r"^3\.zip was not read: at most 2,000 files are read at once\."):
        zip_archive.files(packed(("c", b""), ("d", b"")), "3.zip", budget)


def test_files_are_unpacked_one_at_a_time():
    data = packed(*[(f"{number}.txt", bytes(5_000_000)) for number in range(20)])
    tracemalloc.start()

    sizes = [len(content) for _, content in zip_archive.files(data, "z.zip")]
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert sizes == [5_000_000] * 20
    assert most < 20_000_000


@pytest.mark.parametrize("damage", [slice(0, 4), slice(36, 38)])
def test_a_file_that_is_damaged_in_the_zip_is_refused_by_name(damage):
    data = bytearray(packed(("a.txt", b"x" * 500), ("b.txt", b"B")))
    data[damage] = b"????"

    found = list(zip_archive.files(bytes(data), "z.zip"))

    assert found[0].message == "a.txt is damaged inside the ZIP. Add it again from the original."
    assert found[1] == ("b.txt", b"B")


def test_a_word_document_is_not_taken_for_a_zip_of_files():
    assert not zip_archive.is_archive(packed(("[Content_Types].xml", b""), ("word/document.xml", b"")))
    assert zip_archive.is_archive(packed(("ann.txt", b"")))
