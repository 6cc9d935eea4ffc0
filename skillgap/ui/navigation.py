"""The pages of the dashboard: their places in the navigation, the old addresses, and links between them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import streamlit as st

from skillgap.ui import session

PAGES = Path(__file__).parent / "pages"
STUDENT = ("start", "resume", "gaps", "plan", "internship")
"""The pages of the student's own way; each stands under the rail."""
MOVED = {"skills": "resume", "feedback": "resume", "target": "gaps", "progress": "internship"}
"""Old address -> the page that took over what stood there."""


def open_page(sections: Mapping[str, Sequence[st.Page]]) -> tuple[st.Page, str]:
    """The page of the address and its name, with ``sections`` as the navigation; links lead to them from then on."""
    pages = [page for pages in sections.values() for page in pages]
    session.state().places = {_name(page): page for page in pages}
    opened = st.navigation(sections, position="top")
    return opened, _name(opened)


def _name(page: st.Page) -> str:
    """What a page is called in its address; that of the first one is empty."""
    return page.url_path or "start"


def old_addresses() -> list[st.Page]:
    """Pages without a place in the navigation: each leads on to where its content stands now."""
    return [_leading(old, new) for old, new in MOVED.items()]


def _leading(old: str, new: str) -> st.Page:
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
    """Show the way on as the one filled button of a page.

    Args:
        page: Name of the page's module in ``PAGES``.
        label: Words of the link.
    """
    with st.container(key="next", width="content"):
        link(page, label, icon=":material/arrow_forward:")
