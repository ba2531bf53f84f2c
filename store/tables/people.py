"""The tables of campaigns, their people and the accounts these chat from."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from store.tables.conventions import one_of, table
from store.types import Json, Names, Utc


class CampaignTable(SQLModel, table=True):
    """考核任务: a rubric put to work for one year."""

    __tablename__ = "campaign"
    __table_args__ = (one_of("state", "open", "closed"),)

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    rubric: str
    rubric_version: str
    year: int
    subjects: tuple[str, ...] = Field(sa_type=Names)
    deadline: datetime | None = Field(sa_type=Utc)
    overlay: dict[str, Any] | None = Field(sa_type=Json)
    state: str
    opened_at: datetime = Field(sa_type=Utc)


class ContactTable(SQLModel, table=True):
    """花名册: one person of one campaign, with the account that the person chats from once it is bound."""

    __tablename__ = "contact"
    __table_args__ = (
        one_of("role", "contact", "supervisor", "leader", "reviewer", "office"),
        UniqueConstraint("campaign_id", "channel", "account"),
        Index(None, "channel", "account"),
        Index(None, "campaign_id", "unit"),
    )

    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id")
    name: str
    gender: str
    unit: str
    title: str
    telephone: str
    mobile: str
    email: str
    role: str
    subject: str
    channel: str | None
    account: str | None
    bound_at: datetime | None = Field(sa_type=Utc)
    active: bool
    code_hash: str | None = Field(unique=True)
    code_expires_at: datetime | None = Field(sa_type=Utc)


class AccountTable(SQLModel, table=True):
    """Who has ever written to the bot on a channel, and where the conversation with that account stands."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("channel", "userid"),)

    id: int | None = Field(default=None, primary_key=True)
    channel: str
    userid: str
    dialog: dict[str, Any] | None = Field(sa_type=Json)
    dialog_expires_at: datetime | None = Field(sa_type=Utc)
    binding_failures: int
    locked_until: datetime | None = Field(sa_type=Utc)
    misunderstandings: int
    current_campaign_id: int | None = Field(foreign_key="campaign.id")


class CodeTryTable(SQLModel, table=True):
    """绑定码试错: a fixed number of places, each taken by a wrong code for as long as a code lives."""

    __tablename__ = "code_try"

    place: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=Utc)


class SubscriptionTable(SQLModel, table=True):
    """推送订阅: how often a person wants summaries; who is not in it gets the usual ones."""

    __tablename__ = "subscription"
    __table_args__ = (one_of("rhythm", "week", "day", "paused", "eve"),)

    contact_id: int = Field(
        foreign_key="contact.id", primary_key=True, sa_column_kwargs={"autoincrement": False}
    )
    rhythm: str
    weekday: int
    changed_at: datetime = Field(sa_type=Utc)
    hour: str
    snoozed_until: datetime | None = Field(sa_type=Utc)
    plain: bool


CAMPAIGN = table("campaign")
CONTACT = table("contact")
ACCOUNT = table("account")
CODE_TRY = table("code_try")
SUBSCRIPTION = table("subscription")
