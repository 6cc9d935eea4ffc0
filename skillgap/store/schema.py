"""The table of records, and the migration of a database to the current schema."""

import os
import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from skillgap.errors import StoreError

METADATA = sa.MetaData()
RECORDS = sa.Table(
    "skillgap_records",
    METADATA,
    sa.Column("kind", sa.String(40), primary_key=True),
    sa.Column("name", sa.String(200), primary_key=True),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("saved_on", sa.Date, nullable=False),
    sa.Column("keep_until", sa.Date, nullable=True),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
VERSIONS = "skillgap_version"
"""Table in which Alembic stores the version of the schema."""
OWNER_ONLY = 0o600
"""Permissions of the local file: it contains students' data."""
CONNECT_SECONDS = 10
"""Seconds to wait for a database server."""


def options(address: sa.URL, wait_seconds: int) -> dict[str, Any]:
    """Options of ``create_engine`` for SQLite or for a server."""
    if address.get_backend_name() == "sqlite":
        return {"connect_args": {"timeout": wait_seconds}}
    return {"connect_args": {"connect_timeout": CONNECT_SECONDS}, "pool_pre_ping": True}


def prepare_file(file: Path, engine: sa.Engine) -> None:
    """Create the file with permissions for its owner alone, and make SQLite overwrite deleted data."""
    if file.name:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, OWNER_ONLY))
    sa.event.listen(engine, "connect", _overwrite_deleted)


def _overwrite_deleted(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA secure_delete = ON")


def migrate(engine: sa.Engine) -> None:
    """Migrate a database to the current schema.

    Raises:
        StoreError: It belongs to another program or to a newer version; it is not changed.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSIONS})
        current = context.get_current_revision()
        if current == scripts.get_current_head():
            return
        if current is not None and current not in {one.revision for one in scripts.walk_revisions()}:
            raise StoreError("The database was made by a newer version of skillgap. Update skillgap to open it.")
        if current is None and engine.dialect.name == "sqlite" and sa.inspect(connection).get_table_names():
            raise StoreError("The file is a database of another program. It was not changed. Choose another file.")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
