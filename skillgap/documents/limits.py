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
SHEET_MOST = 2_000_000
"""Bytes of a filled-in table (CSV or XLSX); one of ours has a hundredth of it."""
SHEET_UNPACKED_MOST = 20_000_000
"""Bytes of a workbook's sheets and strings, really read."""
ROWS_MOST = 2_000
CELLS_MOST = 40_000


def megabytes(size: int) -> int:
    """Size in whole megabytes, rounded up."""
    return -(-size // 1_000_000)
