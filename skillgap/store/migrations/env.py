"""Alembic runs this module to migrate a database on the connection that ``schema.migrate`` provides."""

from alembic import context

from skillgap.store.schema import METADATA, VERSIONS

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, version_table=VERSIONS)
with context.begin_transaction():
    context.run_migrations()
