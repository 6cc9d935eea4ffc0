"""Where the data and the dashboard stand: in the package when it is installed, beside it in the repository."""

from importlib.resources import files
from pathlib import Path

PACKAGE = Path(str(files("skillgap")))


def _locate(in_package: str, in_repository: str) -> Path:
    """The installed copy if there is one, else the original in the repository."""
    installed = PACKAGE / in_package
    return installed if installed.exists() else PACKAGE.parent / in_repository


DATA = _locate("data", "data")
"""Folder of the data files and samples."""
APP = _locate("dashboard/app.py", "app.py")
"""Script that Streamlit runs; its settings are in the folder ``.streamlit`` beside it."""
