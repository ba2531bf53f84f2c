"""What all tables have in common: the names of their constraints, and columns of a few fixed words."""

from sqlalchemy import CheckConstraint, Index, Table
from sqlmodel import SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def one_of(column: str, *values: str) -> CheckConstraint:
    """A column takes these words only."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def table(name: str) -> Table:
    """The declared table of that name."""
    return SQLModel.metadata.tables[name]


def partial_index(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index of the rows that meet a condition.

    The migrations make it, in the words of each database. Here the condition is only told: a dialect's own
    option would load that dialect, 2 MB for PostgreSQL's, in installations that never use it.
    """
    return Index(name, *columns, unique=unique, info={"where": where})
