"""Paths of the data and the dashboard: inside the installed package, or beside it in the repository."""

from importlib.resources import files
from pathlib import Path

PACKAGE = Path(str(files("skillgap")))


def _locate(in_package: str, in_repository: str) -> Path:
    """The installed copy if it exists, else the original in the repository."""
    installed = PACKAGE / in_package
    return installed if installed.exists() else PACKAGE.parent / in_repository


DATA = _locate("data", "data")
"""Folder of the data files and samples."""
APP = _locate("dashboard/app.py", "app.py")
"""Script for Streamlit, with its settings in ``.streamlit`` beside it."""
