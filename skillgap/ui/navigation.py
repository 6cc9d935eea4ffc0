"""The folder of the pages, and the links from one page to another."""

from pathlib import Path

import streamlit as st

PAGES = Path(__file__).parent / "pages"


def link(page: str, label: str) -> None:
    """Show a link to another page of the dashboard.

    Args:
        page: Name of the page's module in ``PAGES``.
        label: Words of the link.
    """
    st.page_link(PAGES / f"{page}.py", label=label)
