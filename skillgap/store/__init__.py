"""What an advisor chose to keep: records by name in a database, on this machine or on a server of the office.

Nothing is stored unless somebody saves it here. A record is one file of an advisor's (a cohort, contacts, a snapshot).
Each save counts its revision up, and a save that did not see the last one is refused, so that nobody overwrites what a
colleague saved. A deleted record is gone from the file as well.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

import platformdirs
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from skillgap.errors import StoreConflictError, StoreError
from skillgap.store import schema
from skillgap.store.schema import RECORDS

URL_SETTING = "SKILLGAP_DATABASE_URL"
"""Environment variable that names another database than the file of this machine."""
FILE_NAME = "advisor.sqlite"
WAIT_SECONDS = 5
"""How long a save waits for another program that holds the database."""
MAX_BODY = 100_000_000
"""Bytes of one record: a cohort of some thousands without quotes takes a tenth of it."""
MAX_NAME = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A record without its body.

    Attributes:
        kind: What it is: "cohort", "contacts", "snapshot".
        name: What the advisor calls it, unique within its kind.
        revision: How often it was saved, from 1.
        saved_on: Day of the last save.
        keep_until: Last day it is kept, ``None`` for no end.
        size: Bytes of its body.
    """

    kind: str
    name: str
    revision: int
    saved_on: date
    keep_until: date | None
    size: int


class Store:
    """A database of records; every method is one transaction. Used with ``with``, it is let go of at the end."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.dispose()

    def entries(self, kind: str = "") -> tuple[Entry, ...]:
        """What is kept, by kind and name."""
        wanted = sa.select(*_HEAD).order_by(RECORDS.c.kind, RECORDS.c.name)
        if kind:
            wanted = wanted.where(RECORDS.c.kind == kind)
        with self._transaction() as connection:
            return tuple(Entry(*row) for row in connection.execute(wanted))

    def load(self, kind: str, name: str) -> tuple[bytes, int]:
        """The body of a record and its revision.

        Raises:
            StoreError: There is no such record, or the database cannot be read.
        """
        with self._transaction() as connection:
            row = connection.execute(
                sa.select(RECORDS.c.body, RECORDS.c.revision).where(*_called(kind, name))
            ).one_or_none()
        if row is None:
            raise StoreError(f"Nothing called {name!r} is kept. Choose a name from the list.")
        return bytes(row.body), int(row.revision)

    def save(
        self, kind: str, name: str, body: bytes, *, seen: int, today: date, keep_until: date | None = None
    ) -> Entry:
        """Keep a record in place of the revision that was ``seen``, 0 for a new one.

        Raises:
            StoreConflictError: It was saved by somebody else in the meantime; nothing is changed.
            StoreError: It is too large, its name is empty or too long, or the database cannot be written.
        """
        if not name.strip() or len(name) > MAX_NAME:
            raise StoreError(f"Give it a name of 1 to {MAX_NAME} characters.")
        if len(body) > MAX_BODY:
            raise StoreError(
                f"{name} has {len(body):,} bytes; at most {MAX_BODY:,} can be kept. Save it without quotes."
            )
        values = {"revision": seen + 1, "saved_on": today, "keep_until": keep_until, "body": body}
        with self._transaction() as connection:
            if seen:
                change = sa.update(RECORDS).where(*_called(kind, name), RECORDS.c.revision == seen).values(values)
                if connection.execute(change).rowcount != 1:
                    raise _conflict(name)
            else:
                try:
                    connection.execute(sa.insert(RECORDS).values(kind=kind, name=name, **values))
                except IntegrityError as error:
                    raise _conflict(name) from error
        return Entry(kind, name, seen + 1, today, keep_until, len(body))

    def delete(self, kind: str, name: str) -> None:
        """Forget a record; its bytes leave the database."""
        self._remove(*_called(kind, name))

    def expire(self, today: date) -> tuple[Entry, ...]:
        """Forget every record whose last day is over; what was forgotten."""
        over = tuple(one for one in self.entries() if one.keep_until is not None and one.keep_until < today)
        if over:
            self._remove(RECORDS.c.keep_until < today)
        return over

    def wipe(self) -> None:
        """Forget every record."""
        self._remove(sa.true())

    def _remove(self, *conditions: sa.ColumnElement[bool]) -> None:
        with self._transaction() as connection:
            connection.execute(sa.delete(RECORDS).where(*conditions))
        with _told(), self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(sa.text("VACUUM"))

    @contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        with _told(), self._engine.begin() as connection:
            yield connection


_HEAD = (
    RECORDS.c.kind,
    RECORDS.c.name,
    RECORDS.c.revision,
    RECORDS.c.saved_on,
    RECORDS.c.keep_until,
    sa.func.length(RECORDS.c.body),
)


def open_store(url: str = "") -> Store:
    """The database of ``url``, of ``SKILLGAP_DATABASE_URL``, or the file of this machine, made when it is missing.

    Raises:
        StoreError: It cannot be opened, holds something else, or was made by a newer version; it is left as it is.
    """
    wanted = url or configured_url() or f"sqlite:///{default_file()}"
    with _told():
        try:
            address = sa.make_url(wanted)
        except sa.exc.ArgumentError as error:
            raise StoreError(f"{URL_SETTING} is no database address. Write postgresql+psycopg://host/name.") from error
        engine = sa.create_engine(address, **schema.options(address, WAIT_SECONDS))
        if address.get_backend_name() == "sqlite":
            schema.prepare_file(Path(address.database or ""), engine)
        schema.migrate(engine)
    return Store(engine)


def is_there() -> bool:
    """Whether a database is set, or the file of this machine was made before."""
    return bool(configured_url()) or default_file().exists()


def configured_url() -> str:
    """The database that the environment names, or nothing."""
    return os.environ.get(URL_SETTING, "")


def default_file() -> Path:
    """The file of this machine, in the user's own data folder."""
    return platformdirs.user_data_path("skillgap") / FILE_NAME


def _called(kind: str, name: str) -> tuple[sa.ColumnElement[bool], ...]:
    return (RECORDS.c.kind == kind, RECORDS.c.name == name)


def _conflict(name: str) -> StoreConflictError:
    return StoreConflictError(
        f"{name} was saved by somebody else in the meantime. Open theirs, or save yours under another name."
    )


@contextmanager
def _told() -> Iterator[None]:
    """A fault of the database as a sentence."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(_sentence(str(error.orig).casefold())) from error
    except (SQLAlchemyError, OSError) as error:
        raise StoreError(_sentence("")) from error


def _sentence(fault: str) -> str:
    found = next((sentence for words, sentence in FAULTS.items() if words in fault), "")
    return found or "The database cannot be reached. Check its address and your rights, then try again."


FAULTS = {
    "locked": "Another program holds the database. Nothing was changed; close it or try again.",
    "full": "The disk of the database is full. Nothing was changed; make room and try again.",
    "malformed": "The database is damaged and was left as it is. Restore it from a backup.",
    "not a database": "The file is not a database of skillgap and was left as it is. Name another file.",
    "readonly": "The database cannot be written to. Check your rights to its file, then try again.",
}
"""Words of a driver's message -> what to tell the advisor."""
