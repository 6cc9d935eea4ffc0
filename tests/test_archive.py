import io
import stat
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


def test_files_come_out_by_base_name_and_clutter_is_passed_over():
    data = packed(("class/ann.txt", b"A"), ("__MACOSX/._ann.txt", b"x"), ("~$ann.docx", b"x"), ("bob.txt", b"B"))

    assert list(zip_archive.files(data, "class.zip")) == [("ann.txt", b"A"), ("bob.txt", b"B")]


def test_names_that_would_climb_out_or_clash_are_made_plain_and_different():
    data = packed(("../../etc/cv.txt", b"1"), ("C:\\x\\CV.txt", b"2"), ("cv.txt", b"3"))

    assert [name for name, _ in zip_archive.files(data, "z.zip")] == ["cv.txt", "CV (2).txt", "cv (3).txt"]


def test_links_and_other_methods_are_refused_by_name_and_stop_nothing():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
        made.writestr("odd.txt", b"x", compress_type=zipfile.ZIP_BZIP2)
        made.writestr("good.txt", b"G")

    found = list(zip_archive.files(buffer.getvalue(), "z.zip"))

    assert [one.name for one in found if isinstance(one, Refusal)] == ["link.txt", "odd.txt"]
    assert found[-1] == ("good.txt", b"G")


def test_an_entry_larger_than_allowed_is_refused_without_being_kept(monkeypatch):
    monkeypatch.setattr(zip_archive, "MAX_ENTRY", 1000)

    (found,) = zip_archive.files(packed(("big.txt", b"x" * 5000)), "z.zip")

    assert found == Refusal("big.txt", "big.txt is larger than 0 MB. Save a smaller copy.")


@pytest.mark.parametrize("data", [b"PK\x03\x04 nonsense", b""])
def test_a_damaged_zip_is_one_sentence(data):
    with pytest.raises(DocumentError, match=r"^z\.zip is not a ZIP file that can be opened\."):
        list(zip_archive.files(data, "z.zip"))


def test_a_word_document_is_not_taken_for_a_zip_of_files():
    assert not zip_archive.is_archive(packed(("[Content_Types].xml", b""), ("word/document.xml", b"")))
    assert zip_archive.is_archive(packed(("ann.txt", b"")))
