"""推送订阅: how often each person wants summaries."""

from datetime import datetime

from sqlalchemy import bindparam, select

from store.records import Rhythm, Subscription
from store.repository import Repository, columns
from store.tables import CONTACT, SUBSCRIPTION
from store.upserting import replace_columns

_KEY = ("contact_id",)
_SET_RHYTHM = replace_columns(SUBSCRIPTION, "rhythm", "weekday", "changed_at", of=_KEY)
_SET_HOUR = replace_columns(SUBSCRIPTION, "hour", "changed_at", of=_KEY)
_SNOOZE = replace_columns(SUBSCRIPTION, "snoozed_until", "changed_at", of=_KEY)
_SET_PLAIN = replace_columns(SUBSCRIPTION, "plain", "changed_at", of=_KEY)
_USUAL = {"rhythm": "week", "weekday": 0, "hour": "", "snoozed_until": None, "plain": False}
_FIELDS = columns(SUBSCRIPTION, Subscription)
_GET = select(*_FIELDS).where(SUBSCRIPTION.c.contact_id == bindparam("contact_id"))
_BETWEEN = (
    select(*_FIELDS)
    .select_from(SUBSCRIPTION)
    .join(CONTACT, CONTACT.c.id == SUBSCRIPTION.c.contact_id)
    .where(
        CONTACT.c.campaign_id == bindparam("campaign_id"),
        SUBSCRIPTION.c.contact_id.between(bindparam("first"), bindparam("last")),
    )
)


class Subscriptions(Repository):
    """Who has said how often; the others get the usual summaries."""

    def set(self, contact_id: int, rhythm: Rhythm, weekday: int, at: datetime) -> None:
        """Keep what the person wants from now on."""
        row = {**_USUAL, "contact_id": contact_id, "rhythm": rhythm, "weekday": weekday, "changed_at": at}
        self._run(_SET_RHYTHM[self._connection.dialect.name], row)

    def set_hour(self, contact_id: int, hour: str, at: datetime) -> None:
        """Keep at which hour ("15:00", "" for the usual one) the person wants routine messages."""
        row = {**_USUAL, "contact_id": contact_id, "hour": hour, "changed_at": at}
        self._run(_SET_HOUR[self._connection.dialect.name], row)

    def snooze(self, contact_id: int, until: datetime | None, at: datetime) -> None:
        """Keep until when the person wants no routine message."""
        row = {**_USUAL, "contact_id": contact_id, "snoozed_until": until, "changed_at": at}
        self._run(_SNOOZE[self._connection.dialect.name], row)

    def set_plain(self, contact_id: int, at: datetime, *, plain: bool) -> None:
        """Keep whether the person wants words alone."""
        row = {**_USUAL, "contact_id": contact_id, "plain": plain, "changed_at": at}
        self._run(_SET_PLAIN[self._connection.dialect.name], row)

    def of(self, contact_id: int) -> Subscription | None:
        """Return what the person wants, None where it has said nothing."""
        return self._row(Subscription, _GET, {"contact_id": contact_id})

    def between(self, campaign_id: int, first: int, last: int) -> tuple[Subscription, ...]:
        """Return what those people of the campaign want whose ids lie from `first` to `last`."""
        values = {"campaign_id": campaign_id, "first": first, "last": last}
        return self._rows(Subscription, _BETWEEN, values)
