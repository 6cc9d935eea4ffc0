"""Uploaded bytes into a Document. Only this package knows PDFium, pdfplumber and the XML of Word files.

The bytes of a file decide its type. A file that cannot be read raises one sentence for a student.
"""

from dataclasses import replace

from skillgap.documents import json_resume, language, plain, sandbox, text
from skillgap.documents.file_type import detect
from skillgap.documents.limits import MAX_CHARACTERS, MAX_FILE, MAX_TEXT, megabytes
from skillgap.errors import DocumentError
from skillgap.model.facsimile import Facsimile
from skillgap.model.resume import Document, Notice

MIN_WORDS = 5
"""Words from which a text file that is named ``.pdf`` or ``.docx`` is read as text."""


def read(data: bytes, name: str) -> Document:
    """The text of a PDF, Word, text or JSON Resume file, in reading order.

    Args:
        data: The file.
        name: Its name, for display only.

    Raises:
        DocumentError: The file is empty, too large, locked, scanned, damaged or of another kind.
    """
    check_size(len(data), name)
    if not data.strip(b"\x00 \t\r\n"):
        raise DocumentError(f"{name} is empty. Choose the file that holds your resume.")
    kind = detect(data, name)
    if kind == "text":
        check_size(len(data), name, MAX_TEXT)
    # parsers run in a process of their own: a hostile PDF or ZIP must not take the server with it
    if kind != "text":
        return _bounded(_with_words(sandbox.read(kind, data, name)))
    document = text.read(data, name)
    if json_resume.is_json(document.text, name):
        return _bounded(json_resume.read(document.text, name))
    document = plain.cleaned(document)
    # "resume.pdf" that holds three words of an error page is no resume
    if name.lower().endswith((".pdf", ".docx")) and len(document.text.split()) < MIN_WORDS:
        raise DocumentError(
            f"{name} is not a PDF or Word file, and has hardly any text. "
            "Export the resume again from the program it was written in."
        )
    return _bounded(_with_words(document))


def draw(data: bytes, name: str) -> Facsimile | None:
    """The first pages of a PDF as pictures, with the place of each character of its text; ``None`` for other files.

    Args:
        data: The file, as ``read`` took it.
        name: Its name, for display only.

    Raises:
        DocumentError: The pages cannot be drawn; the sentence says that the text is shown instead.
    """
    return sandbox.draw(data, name) if detect(data, name) == "pdf" else None


def check_size(size: int, name: str, most: int = MAX_FILE) -> None:
    """Refuse a file of so many bytes where that is too much.

    Raises:
        DocumentError: It is too large.
    """
    if size > most:
        raise DocumentError(
            f"{name} has {megabytes(size)} MB, and at most {megabytes(most)} MB are read. Save a smaller copy."
        )


def paste(words: str) -> Document:
    """Pasted text as a Document.

    Raises:
        DocumentError: There is no text, or too much of it.
    """
    if not words.strip():
        raise DocumentError("The pasted text is empty. Copy the text of your resume and paste it again.")
    if len(words) > MAX_TEXT:
        raise DocumentError(f"The pasted text has more than {MAX_TEXT:,} characters. Paste the resume alone.")
    return _bounded(_with_words(plain.cleaned(Document("Pasted text", words))))


def _with_words(document: Document) -> Document:
    """The document, if its text holds a letter or a digit.

    Raises:
        DocumentError: It holds only blanks, joiners or signs.
    """
    if not any(map(str.isalnum, document.text)):
        raise DocumentError(
            f"{document.name} holds no words, only blanks or signs. Choose the file that holds your resume."
        )
    return document


def _bounded(document: Document) -> Document:
    """The document, cut to ``MAX_CHARACTERS``, with a notice if it was longer or is not in English.

    Half characters, which JSON ("\\ud800") and maps of fonts can name and no page can show, are question marks.
    """
    document = replace(document, text=document.text.encode("utf-8", "replace").decode("utf-8"))
    if sentence := language.non_english_warning(document.text):
        document = replace(document, notices=(*document.notices, Notice("language", sentence)))
    if len(document.text) <= MAX_CHARACTERS:
        return document
    cut = Notice("cut", f"Only the first {MAX_CHARACTERS:,} characters of {document.name} were read.")
    starts = tuple(start for start in document.page_starts if start < MAX_CHARACTERS)
    return replace(document, text=document.text[:MAX_CHARACTERS], page_starts=starts, notices=(*document.notices, cut))
