"""What Alembic runs to bring a database to the newest form, on the connection it is given."""

from alembic import context

from skillgap.store.schema import METADATA, VERSIONS

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, version_table=VERSIONS)
with context.begin_transaction():
    context.run_migrations()
