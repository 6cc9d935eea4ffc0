"""Taxonomy and extractor of a session: shared by all sessions, or made with the user's data files."""

import gc
import logging
import os
from dataclasses import replace
from pathlib import Path

import streamlit as st

from skillgap import locations, pipeline, taxonomy
from skillgap.bounded import limits
from skillgap.model.resume import Document, LayoutCorrection, ResumeReading
from skillgap.nlp.extractor import Extractor
from skillgap.taxonomy import Taxonomy
from skillgap.taxonomy.overlay import DataFile
from skillgap.ui import session


@st.cache_resource(show_spinner="Loading the skills catalogue")
def _shared() -> tuple[Taxonomy, Extractor]:
    if missing := limits.missing():
        logging.getLogger(__name__).warning(missing)
    loaded_taxonomy = taxonomy.load(*_origins())
    extractor = Extractor(loaded_taxonomy)
    gc.collect()
    # Streamlit collects garbage after every run. Frozen objects are skipped, which saves 90 ms a run with spaCy.
    gc.freeze()
    return loaded_taxonomy, extractor


def _origins() -> tuple[Path, ...]:
    """Our data, and the data files named by the environment variable SKILLGAP_DATA."""
    own = os.environ.get("SKILLGAP_DATA")
    return (locations.DATA, Path(own)) if own else (locations.DATA,)


def loaded() -> tuple[Taxonomy, Extractor]:
    """Taxonomy and extractor of this session: its own if the user added data, else the shared ones."""
    return session.state().own_knowledge or _shared()


def loaded_taxonomy() -> Taxonomy:
    """Taxonomy of this session; read-only."""
    return loaded()[0]


def interpreted(document: Document, layout: tuple[LayoutCorrection, ...] = ()) -> ResumeReading:
    """Read the skills of a document; ``layout`` has the user's corrections of its structure."""
    known, extractor = loaded()
    return pipeline.interpret(document, extractor, known, today=session.today(), layout=layout)


def add_data(files: tuple[DataFile, ...]) -> list[str]:
    """Add the user's data files to ours for this session. With faults nothing changes, and they are returned."""
    now = session.state()
    if now.data_files == files:
        return list(now.data_faults)
    known, faults = taxonomy.load_with_faults(*_origins(), files)
    now.data_files, now.data_faults = files, tuple(faults)
    if not faults:
        now.own_knowledge = (known, Extractor(known))
        _read_again()
    return faults


def has_own_data() -> bool:
    """Whether this session has data files of the user."""
    return session.state().own_knowledge is not None


def remove_data() -> None:
    """Remove the user's data files."""
    session.state().own_knowledge = None
    _read_again()


def _read_again() -> None:
    """Read every version again with the current data."""
    now = session.state()
    now.versions = tuple(replace(one, reading=interpreted(one.reading.document, one.layout)) for one in now.versions)
