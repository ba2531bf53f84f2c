"""Campaigns, their people and the accounts these chat from."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from store.types import JsonObject

Role = Literal["contact", "supervisor", "leader", "reviewer", "office"]
Rhythm = Literal["week", "day", "paused", "eve"]


@dataclass(frozen=True, slots=True)
class Campaign:
    """考核任务."""

    id: int
    name: str
    rubric: str
    rubric_version: str
    year: int
    subjects: tuple[str, ...]
    deadline: datetime | None
    overlay: JsonObject | None
    state: Literal["open", "closed"]
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """One person on the roster of one campaign; `channel` and `account` are set while it is bound."""

    id: int
    campaign_id: int
    name: str
    gender: str
    unit: str
    title: str
    telephone: str
    mobile: str
    email: str
    role: Role
    subject: str
    channel: str | None
    account: str | None
    bound_at: datetime | None
    active: bool


@dataclass(frozen=True, slots=True)
class Account:
    """Who writes on a channel: where the conversation stands, and the active roster entries bound to it."""

    id: int
    channel: str
    userid: str
    dialog: JsonObject | None
    dialog_expires_at: datetime | None
    binding_failures: int
    locked_until: datetime | None
    misunderstandings: int
    current_campaign_id: int | None
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Subscription:
    """推送订阅: `weekday` counts from 0 (Monday) where the `rhythm` is week.

    A contact's `eve` asks for no reminder before the last working day ahead of a deadline. `hour` is when on
    the office's clock routine messages should come ("15:00", "" for the usual morning); none comes before
    `snoozed_until`. `plain` are words alone, for who sees no cards.
    """

    contact_id: int
    rhythm: Rhythm
    weekday: int
    changed_at: datetime
    hour: str = ""
    snoozed_until: datetime | None = None
    plain: bool = False
