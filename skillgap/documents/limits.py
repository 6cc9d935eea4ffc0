"""How much of a file is read; a resume stays far below all of it."""

FILE_MOST = 20_000_000
"""Bytes of a PDF or Word file."""
TEXT_MOST = 2_000_000
"""Bytes of a text file."""
PAGES_MOST = 30
CHARACTERS_MOST = 200_000
PARTS_MOST = 2_000
"""Files inside a Word file."""
UNPACKED_MOST = 40 * 1024 * 1024
"""Bytes of a Word file's text parts, really read."""
CHUNK = 65_536


def megabytes(size: int) -> int:
    """Size in whole megabytes, rounded up."""
    return -(-size // 1_000_000)
