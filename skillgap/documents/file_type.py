"""Detects the type of a file by its first bytes. A type that is not read raises a sentence with the way out."""

import zipfile
from typing import Literal

from skillgap.documents import zip_directory
from skillgap.errors import DocumentError

HEAD = 1024
"""Bytes within which a PDF begins; some programs write a few other bytes first."""
SOURCE = 65_536
"""Bytes within which the source of a damaged PDF shows."""
AS_PDF = "Save it as PDF or DOCX and upload that."
FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file", "Open it, save it as DOCX or PDF, and upload that."),
    (b"{\\rtf", "a rich text (RTF) file", AS_PDF),
    (b"\x89PNG", "a picture (PNG)", "Upload the document it was made from: pictures of text are not read."),
    (b"\xff\xd8\xff", "a picture (JPEG)", "Upload the document it was made from: pictures of text are not read."),
    (b"GIF8", "a picture (GIF)", "Upload the document it was made from: pictures of text are not read."),
    (b"BM", "a picture (BMP)", "Upload the document it was made from: pictures of text are not read."),
    (b"II*\x00", "a picture (TIFF)", "Upload the document it was made from: pictures of text are not read."),
    (b"MM\x00*", "a picture (TIFF)", "Upload the document it was made from: pictures of text are not read."),
    (b"RIFF", "a picture or a recording", "Upload a PDF, DOCX or text file."),
    (b"MZ", "a program", "Upload a PDF, DOCX or text file."),
    (b"\x7fELF", "a program", "Upload a PDF, DOCX or text file."),
    (b"\x1f\x8b", "a compressed archive", "Take the resume out of it and upload that."),
    (b"7z\xbc\xaf", "a compressed archive", "Take the resume out of it and upload that."),
    (b"Rar!", "a compressed archive", "Take the resume out of it and upload that."),
    (b"%!PS", "a PostScript file", AS_PDF),
)
MIMETYPES = {
    "application/vnd.oasis.opendocument.text": ("an OpenDocument (ODT) text", AS_PDF),
    "application/epub+zip": ("an e-book", AS_PDF),
}


def detect(data: bytes, name: str) -> Literal["pdf", "zipped", "text"]:
    """The type as which a file is read; the reader of ZIPs looks at what they hold.

    Raises:
        DocumentError: The file is of a kind that is not read.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):  # before PDF: a ZIP may hold one as it is
        return "zipped"
    if b"%PDF-" in data[:HEAD]:
        return "pdf"
    for magic, what, advice in FOREIGN:
        # "BMW dealer, 2019" and "MZ" begin a text as well as a picture or a program
        if data.startswith(magic) and not (magic in {b"BM", b"MZ"} and _readable(data)):
            raise DocumentError(f"{name} is {what}, which is not read. {advice}")
    if data[4:12] in {b"ftypheic", b"ftypmif1", b"ftypavif"}:
        raise DocumentError(f"{name} is a photo, which is not read. Upload the document it shows.")
    if data.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        raise DocumentError(f"{name} is a web page, which is not read. Print it to PDF and upload that.")
    # other bytes stand before the PDF, or the file holds the form data of one: nobody reads such source
    if b"endobj" in data[:SOURCE] and (b"%PDF-" in data[:SOURCE] or data.startswith(b"%FDF-")):
        raise DocumentError(f"{name} is damaged and cannot be read as PDF. Export it again and upload that.")
    return "text"


def _readable(data: bytes) -> bool:
    """Whether bytes that begin like a picture or program are text."""
    return b"\x00" not in data[:HEAD]


def check_word_file(data: bytes, name: str) -> None:
    """Refuse a ZIP that is no Word file, and name what it is.

    Raises:
        DocumentError: It is damaged or of another kind.
    """
    try:
        with zip_directory.opened(data) as archive:
            parts = set(archive.namelist())
            mimetype = archive.read("mimetype")[:100].decode("ascii", "replace") if _small(archive, "mimetype") else ""
    except Exception as error:
        raise DocumentError(
            f"{name} is damaged and cannot be opened. Save it again as PDF or DOCX and upload that."
        ) from error
    if "word/document.xml" in parts:
        return
    if mimetype in MIMETYPES:
        what, advice = MIMETYPES[mimetype]
        raise DocumentError(f"{name} is {what}, which is not read. {advice}")
    if "[Content_Types].xml" in parts:
        raise DocumentError(f"{name} is an Office file without text pages (a table or slides). {AS_PDF}")
    raise DocumentError(
        f"{name} is a ZIP archive, and one resume is read here. Take the resume out of it and upload that, "
        "or read the whole archive as a cohort.",
        kind="archive",
    )


def _small(archive: zipfile.ZipFile, part: str) -> bool:
    if part not in archive.namelist():
        return False
    info = archive.getinfo(part)
    return info.file_size < HEAD and info.compress_type == zipfile.ZIP_STORED
