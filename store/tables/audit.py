"""The tables of the audit chain."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Text
from sqlmodel import Field, SQLModel

from store.tables.conventions import table
from store.types import Utc


class AuditTable(SQLModel, table=True):
    """The log of acts as a hash chain. Append-only by trigger; `detail` is canonical JSON text."""

    __tablename__ = "audit"

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=Utc)
    actor: str
    act: str
    object: str
    detail: str = Field(sa_type=Text)
    prev_hash: str
    hash: str


class AuditHeadTable(SQLModel, table=True):
    """The end of the chain in one row, moved by trigger; locking it puts writers in line."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    seq: int
    hash: str


AUDIT = table("audit")
AUDIT_HEAD = table("audit_head")
