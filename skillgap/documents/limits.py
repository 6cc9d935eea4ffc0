"""Limits on what is read of a file; any resume stays far below them."""

MAX_FILE = 20_000_000
"""Bytes of a PDF or Word file."""
MAX_TEXT = 2_000_000
"""Bytes of a text file."""
MAX_PAGES = 30
MAX_CHARACTERS = 200_000
MAX_NOTICES = 100
"""Notices about how a file was read."""
MAX_PARTS = 2_000
"""Files inside a Word file."""
MAX_UNPACKED = 40 * 1024 * 1024
"""Bytes of a Word file's text parts after unpacking."""
CHUNK = 65_536
MAX_SHEET = 2_000_000
"""Bytes of a filled-in table (CSV or XLSX); one of our own has a hundredth of that."""
MAX_SHEET_UNPACKED = 20_000_000
"""Bytes of a workbook's sheets and strings after unpacking."""
MAX_ZIP_DIRECTORY = 2_000_000
"""Bytes of the list of files in a ZIP; two thousand files with long names need half of that."""
MAX_ROWS = 2_000
MAX_CELLS = 40_000
MAX_COLUMNS = 50
"""Columns of a filled-in table that are read; people fill in a handful."""


def megabytes(size: int) -> int:
    """Size in whole megabytes, rounded up."""
    return -(-size // 1_000_000)
