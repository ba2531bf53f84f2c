"""还要不要发: whether a queued message still makes sense, asked again just before it is sent."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.campaign.library import Library
from handlers.reminding.averages import AVERAGE, still_so
from handlers.reminding.book import Book, Books
from handlers.reminding.digests import SUMMARY
from handlers.reminding.escalation import LATE
from handlers.reminding.reminders import REMIND
from handlers.reminding.told import Owed
from handlers.wording import local
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork

GROUP_SUMMARY = "group-summary"
URGE = "urge"
WHILE_OWING = "broadcast:owing"
_ROUTINE = (REMIND, LATE, SUMMARY, AVERAGE)
_MOVING = ("deadline", "extension", "day", "hours")
"""What the office arranges that changes the days of which a message speaks."""


def still_wanted(uow: UnitOfWork, row: OutboxRow, now: datetime, library: Library) -> bool:
    """Whether to send it: to who is still there, in office time of the day it was meant for, and still true.

    What is given up here counts as not said: if it is still of use, the next plan says it anew.
    """
    kind = row.key.split(":")[0]
    if row.key.startswith(f"{WHILE_OWING}:"):
        return _owes_still(row, Books(uow, library, now))
    if kind not in (*_ROUTINE, GROUP_SUMMARY, URGE) or row.campaign_id is None:
        return True
    books = Books(uow, library, now)
    if kind == URGE:  # Somebody wants it now: only what it names has to be missing still.
        return _is_owed(row, books)
    book = books.of(row.campaign_id)
    if book is None or not book.is_open:
        return False
    # A target is news on any day; whatever speaks of days speaks of that day's.
    if kind != AVERAGE and local(row.created_at).date() != book.today:
        return False
    return kind == GROUP_SUMMARY or _is_for_somebody(row, books, now)


def _is_for_somebody(row: OutboxRow, books: Books, now: datetime) -> bool:
    """Whether who is to read it is still there and wants it, and what it tells is so."""
    uow = books.uow
    contact = uow.roster.get(row.contact_id) if row.contact_id is not None else None
    if contact is None or not contact.active or contact.account != row.recipient:
        return False
    if row.key.startswith(f"{AVERAGE}:"):
        book = books.of(contact.campaign_id)
        return book is not None and still_so(uow, book, contact, row.key)
    if row.key.startswith(f"{SUMMARY}:"):
        wish = uow.subscriptions.of(contact.id)
        return wish is None or wish.rhythm != "paused"
    return not _is_put_off(row, uow, now) and _is_owed(row, books)


def _owes_still(row: OutboxRow, books: Books) -> bool:
    """Whether who is to read it is on duty and has anything left to report; who reports nothing was added by name."""
    contact = books.uow.roster.get(row.contact_id) if row.contact_id is not None else None
    book = books.of(contact.campaign_id) if contact is not None and contact.active else None
    if contact is None or book is None:
        return False
    return contact.role != "contact" or bool(book.owing(book.seat(contact)))


def off_the_hour(row: OutboxRow, now: datetime) -> datetime | None:
    """When to send a routine message whose time would be :00 or :30, as after an outage; None for at once."""
    routine = row.key.split(":")[0] in (*_ROUTINE, GROUP_SUMMARY)
    if row.urgent or not routine or local(now).minute % 30:
        return None
    return now.replace(second=0, microsecond=0) + timedelta(minutes=1)


def _is_put_off(row: OutboxRow, uow: UnitOfWork, now: datetime) -> bool:
    """Whether the person has said 稍后 since it was queued."""
    wish = uow.subscriptions.of(row.contact_id) if row.contact_id is not None else None
    until = wish.snoozed_until if wish is not None and row.key.startswith(f"{REMIND}:") else None
    return until is not None and until > now


def _is_owed(row: OutboxRow, books: Books) -> bool:
    """Whether every line that the message says is missing is missing still."""
    lines = Owed.read(row.content)
    for campaign_id in {line.campaign_id for line in lines}:
        book = books.of(campaign_id)
        if book is None or book.campaign.state != "open":
            return False
        of_it = [line for line in lines if line.campaign_id == campaign_id]
        if _is_moved(row, book, of_it) or not book.still_owed(of_it):
            return False
    return True


def _is_moved(row: OutboxRow, book: Book, lines: Sequence[Owed]) -> bool:
    """Whether the days of which the message speaks were moved since it was made."""
    subjects = {"", *(line.subject for line in lines)}
    units = {*subjects, *(name for line in lines for name in (line.unit, line.seat))}
    return any(
        one.kind in _MOVING and one.at > row.created_at and one.unit in units and one.subject in subjects
        for one in book.deadlines.arranged.rows
    )
