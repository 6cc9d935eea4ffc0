"""Navigation: the pages, redirects from old addresses, and links between pages."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import streamlit as st

from skillgap.ui import session

PAGES = Path(__file__).parent / "pages"
STUDENT = ("start", "resume", "gaps", "plan", "internship")
"""Pages for students, which have the rail above them."""
MOVED = {"skills": "resume", "feedback": "resume", "target": "gaps", "progress": "internship"}
"""Old address -> page with its content today."""


def open_page(sections: Mapping[str, Sequence[st.Page]]) -> tuple[st.Page, str]:
    """Set ``sections`` as the navigation, and return the page of the current address with its name."""
    pages = [page for pages in sections.values() for page in pages]
    session.state().places = {_name(page): page for page in pages}
    opened = st.navigation(sections, position="top")
    return opened, _name(opened)


def _name(page: st.Page) -> str:
    """Name of a page, as in its address; the address of the first page is empty."""
    return page.url_path or "start"


def old_addresses() -> list[st.Page]:
    """Hidden pages that redirect from old addresses."""
    return [_redirect(old, new) for old, new in MOVED.items()]


def _redirect(old: str, new: str) -> st.Page:
    def lead() -> NoReturn:
        st.switch_page(PAGES / f"{new}.py", query_params=st.query_params.to_dict())

    return st.Page(lead, title=old.capitalize(), url_path=old, visibility="hidden")


def link(page: str, label: str, *, icon: str | None = None) -> None:
    """Show a link to another page of the dashboard.

    Args:
        page: Name of the page's module in ``PAGES``.
        label: Words of the link.
        icon: Material icon before the words, if any.
    """
    st.page_link(session.state().places[page], label=label, icon=icon)


def next_page(page: str, label: str) -> None:
    """Show the link to the next page as the only primary button of a page.

    Args:
        page: Name of the page's module in ``PAGES``.
        label: Words of the link.
    """
    with st.container(key="next", width="content"):
        link(page, label, icon=":material/arrow_forward:")
