"""Records that advisors save in a database, on this machine or on a server of the office.

Nothing is stored until an advisor saves it. A record is a cohort, contacts or a snapshot. Each save increases its
revision. A save based on an older revision is refused, so that nobody overwrites a colleague's work. Deleting a record
also removes its bytes from the database file.
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
"""Environment variable with the address of a database to use instead of the local file."""
FILE_NAME = "advisor.sqlite"
WAIT_SECONDS = 5
"""Seconds that a save waits while another program locks the database."""
MAX_BODY = 100_000_000
"""Bytes of one record: ten times a cohort of some thousand students without quotes."""
MAX_NAME = 200
"""Characters of a record's name, as in ``schema.RECORDS``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record without its body.

    Attributes:
        kind: "cohort", "contacts" or "snapshot".
        name: The advisor's name for it, unique within its kind.
        revision: Number of saves, from 1.
        saved_on: Date of the last save.
        keep_until: Last day before it is deleted; ``None`` for no limit.
        size: Bytes of its body.
    """

    kind: str
    name: str
    revision: int
    saved_on: date
    keep_until: date | None
    size: int


class Store:
    """A database of records. Every method is one transaction; ``with`` closes the connections at the end."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.dispose()

    def entries(self, kind: str = "") -> tuple[Entry, ...]:
        """All records, or those of one kind, sorted by kind and name.

        Raises:
            StoreError: The database cannot be read.
        """
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
            raise StoreError(f"There is no saved record {name!r}. Choose a name from the list.")
        return bytes(row.body), int(row.revision)

    def save(
        self, kind: str, name: str, body: bytes, *, seen: int, today: date, keep_until: date | None = None
    ) -> Entry:
        """Save a record.

        Args:
            kind: Kind of the record.
            name: Its name.
            body: Its content.
            seen: Revision that the caller has loaded; 0 for a new record.
            today: Date of the save.
            keep_until: Last day before it is deleted; ``None`` for no limit.

        Raises:
            StoreConflictError: Somebody else saved it since ``seen``; nothing is changed.
            StoreError: It is too large, its name is empty or too long, or the database cannot be written.
        """
        if not name.strip() or len(name) > MAX_NAME:
            raise StoreError(f"The name must have 1 to {MAX_NAME} characters.")
        if len(body) > MAX_BODY:
            raise StoreError(f"{name} has {len(body):,} bytes, but the limit is {MAX_BODY:,}. Save it without quotes.")
        values = {"revision": seen + 1, "saved_on": today, "keep_until": keep_until, "body": body}
        with self._transaction() as connection:
            if seen:
                # The condition on the revision makes check and update one statement: of two saves at once, one wins.
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
        """Delete a record and overwrite its bytes in the database."""
        self._remove(*_called(kind, name))

    def expire(self, today: date) -> tuple[Entry, ...]:
        """Delete every record whose ``keep_until`` is before ``today``, and return the deleted entries."""
        expired = tuple(one for one in self.entries() if one.keep_until is not None and one.keep_until < today)
        if expired:
            self._remove(RECORDS.c.keep_until < today)
        return expired

    def wipe(self) -> None:
        """Delete every record."""
        self._remove(sa.true())

    def _remove(self, *conditions: sa.ColumnElement[bool]) -> None:
        with self._transaction() as connection:
            connection.execute(sa.delete(RECORDS).where(*conditions))
        # Both databases keep deleted rows in their files until VACUUM, which cannot run inside a transaction.
        with _as_store_error(), self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(sa.text("VACUUM"))

    @contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        with _as_store_error(), self._engine.begin() as connection:
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
    """Open the database at ``url``, else at ``SKILLGAP_DATABASE_URL``, else the local file; create a missing file.

    Raises:
        StoreError: It cannot be opened, is not a database of skillgap, or has a newer version; it is not changed.
    """
    chosen = url or configured_url() or f"sqlite:///{default_file()}"
    with _as_store_error():
        try:
            address = sa.make_url(chosen)
        except sa.exc.ArgumentError as error:
            raise StoreError(
                f"{URL_SETTING} is not a database address. Write it as postgresql+psycopg://host/name."
            ) from error
        engine = sa.create_engine(address, **schema.options(address, WAIT_SECONDS))
        if address.get_backend_name() == "sqlite":
            schema.prepare_file(Path(address.database or ""), engine)
        schema.migrate(engine)
    return Store(engine)


def is_there() -> bool:
    """Whether a database is configured, or the local file exists."""
    return bool(configured_url()) or default_file().exists()


def configured_url() -> str:
    """Address of the database in the environment, or empty."""
    return os.environ.get(URL_SETTING, "")


def default_file() -> Path:
    """Path of the local file in the user's data folder."""
    return platformdirs.user_data_path("skillgap") / FILE_NAME


def _called(kind: str, name: str) -> tuple[sa.ColumnElement[bool], ...]:
    return (RECORDS.c.kind == kind, RECORDS.c.name == name)


def _conflict(name: str) -> StoreConflictError:
    return StoreConflictError(
        f"Somebody else has saved {name} since you opened it. Open their version, or save yours under another name."
    )


@contextmanager
def _as_store_error() -> Iterator[None]:
    """Convert a database error to a ``StoreError`` with a sentence for the advisor."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(_sentence(str(error.orig).casefold())) from error
    except (SQLAlchemyError, OSError) as error:
        raise StoreError(_sentence("")) from error


def _sentence(fault: str) -> str:
    found = next((sentence for words, sentence in FAULTS.items() if words in fault), "")
    return found or "The database cannot be reached. Check its address and your permissions, then try again."


FAULTS = {
    "locked": "Another program has locked the database. Nothing was changed. Close that program or try again.",
    "full": "The disk of the database is full. Nothing was changed. Free some space and try again.",
    "malformed": "The database is damaged and was left as it is. Restore it from a backup.",
    "not a database": "The file is not a database of skillgap and was left as it is. Name another file.",
    "readonly": "The database cannot be written to. Check your permissions for its file, then try again.",
}
"""Word in a driver's message -> sentence for the advisor."""
