"""How much of a file is read; a resume stays far below all of it."""

MAX_FILE = 20_000_000
"""Bytes of a PDF or Word file."""
MAX_TEXT = 2_000_000
"""Bytes of a text file."""
MAX_PAGES = 30
MAX_CHARACTERS = 200_000
MAX_NOTICES = 100
"""Remarks about how a file was read."""
MAX_PARTS = 2_000
"""Files inside a Word file."""
MAX_UNPACKED = 40 * 1024 * 1024
"""Bytes of a Word file's text parts, really read."""
CHUNK = 65_536
MAX_SHEET = 2_000_000
"""Bytes of a filled-in table (CSV or XLSX); one of ours has a hundredth of it."""
MAX_SHEET_UNPACKED = 20_000_000
"""Bytes of a workbook's sheets and strings, really read."""
MAX_ZIP_DIRECTORY = 2_000_000
"""Bytes of the list of files in a ZIP: two thousand of them with long names have half of it."""
MAX_ROWS = 2_000
MAX_CELLS = 40_000


def megabytes(size: int) -> int:
    """Size in whole megabytes, rounded up."""
    return -(-size // 1_000_000)
