"""Forms and cards for notes of one kind: add, show, change and delete."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from skillgap.ui import components, internship_page, session

T = TypeVar("T")


@dataclass(frozen=True)
class NoteType(Generic[T]):
    """Forms and cards of one kind of note.

    Attributes:
        field: Field of ``Internship`` with the notes.
        one: Singular noun ("goal").
        blank: An empty note for the form.
        ask: Draws the form's widgets with keys that begin with the given one, and returns the note.
        lacks: Sentence about a missing field, or empty.
        lines: Text of a card; the first line is its title.
        below: Draws content below the buttons of a card, given the note and its index.
        finish: Label of the button that advances a note, and the advanced note; ``None`` if it is finished.
        order: Sort key of the cards.
    """

    field: str
    one: str
    blank: T
    ask: Callable[[T, str], T]
    lacks: Callable[[T], str]
    lines: Callable[[T], Sequence[str]]
    order: Callable[[T], tuple[object, ...]]
    finish: Callable[[T], tuple[str, T] | None] = lambda _: None
    below: Callable[[T, int], None] = lambda _, __: None


def add(kind: NoteType[T]) -> None:
    """Draw the form for a new note. It is emptied only after the note is accepted, so that no typed text is lost."""
    count = session.state().notes_added.get(kind.field, 0)
    with st.form(f"{kind.field}-new", border=False):
        new = kind.ask(kind.blank, f"{kind.field}-{count}-new")
        if st.form_submit_button(f"Add this {kind.one}"):
            if sentence := kind.lacks(new):
                components.refusal(sentence)
                return
            _put(kind, (*_all(kind), new))
            session.state().notes_added[kind.field] = count + 1
            st.rerun()


def draw_cards(kind: NoteType[T]) -> None:
    """Draw the notes as cards; a note being changed is a form."""
    items = _all(kind)
    for place in sorted(range(len(items)), key=lambda place: (*kind.order(items[place]), place)):
        with st.container(border=True, key=f"card-{kind.field}-{place}"):
            if session.state().notes_changing.get(kind.field) == place:
                _form(kind, place)
            else:
                _card(kind, place)


def _card(kind: NoteType[T], place: int) -> None:
    item = _all(kind)[place]
    title, *lines = kind.lines(item)
    st.markdown(f"**{components.escape_markdown(title)}**")
    if lines:
        st.text("\n".join(lines))
    with st.container(horizontal=True):
        if finished := kind.finish(item):
            label, done = finished
            st.button(label, key=f"{kind.field}-{place}-done", on_click=_replace, args=(kind, place, done))
        st.button("Change", key=f"{kind.field}-{place}-change", on_click=_open, args=(kind, place))
    kind.below(item, place)


def _open(kind: NoteType[T], place: int) -> None:
    """Open the form of a note."""
    session.state().notes_changing[kind.field] = place


def _form(kind: NoteType[T], place: int) -> None:
    with st.form(f"{kind.field}-{place}-form", border=False):
        new = kind.ask(_all(kind)[place], f"{kind.field}-{place}")
        with st.container(horizontal=True):
            saved = st.form_submit_button("Save")
            cancelled = st.form_submit_button("Cancel")
            deleted = st.form_submit_button(f"Delete this {kind.one}")
    if saved and (sentence := kind.lacks(new)):
        components.refusal(sentence)
    elif saved or cancelled or deleted:
        if not cancelled:
            _replace(kind, place, *([] if deleted else [new]))
        session.state().notes_changing.pop(kind.field, None)
        st.rerun()


def _all(kind: NoteType[T]) -> tuple[T, ...]:
    found: tuple[T, ...] = getattr(internship_page.record(), kind.field)
    return found


def _put(kind: NoteType[T], items: tuple[T, ...]) -> None:
    internship_page.change(**{kind.field: items})


def _replace(kind: NoteType[T], place: int, *new: T) -> None:
    """Replace a note by another one, or delete it."""
    items = _all(kind)
    _put(kind, (*items[:place], *new, *items[place + 1 :]))
