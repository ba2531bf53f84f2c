"""What Alembic runs for every command: on the connection that `store.migrate` hands over."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

import store.tables  # noqa: F401 (fills the metadata)


def _plain_type(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write our own types into a migration as what they are in the database, so that it never changes."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
    transactional_ddl=True,
    render_item=_plain_type,
)
with context.begin_transaction():
    context.run_migrations()
