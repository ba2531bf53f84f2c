"""链接凭据: which browser has opened a signed link first; the link opens in no other."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select, update

from store.records import LinkPass
from store.repository import Repository, columns
from store.tables import LINK_PASS
from store.types import Utc
from store.upserting import insert_once

_OF = select(*columns(LINK_PASS, LinkPass)).where(LINK_PASS.c.link == bindparam("link"))
_ADD = insert_once(LINK_PASS, "link")
_HAND_OVER = (
    update(LINK_PASS)
    .where(LINK_PASS.c.link == bindparam("this_link"))
    .values(session_hash=bindparam("session"))
    .returning(LINK_PASS.c.id)
)
_FORGET = delete(LINK_PASS).where(LINK_PASS.c.until <= bindparam("now", type_=Utc)).returning(LINK_PASS.c.id)


class LinkPasses(Repository):
    """The signed links that were opened and have not expired."""

    def claim(self, found: LinkPass, now: datetime) -> bool:
        """Let that browser, and no other, have the link; False where another one has it.

        Links that have expired meanwhile are forgotten.
        """
        self._run(_FORGET, {"now": now})
        values = {
            "link": found.link,
            "contact_id": found.contact_id,
            "session_hash": found.session_hash,
            "until": found.until,
        }
        return self._hit(_ADD[self._connection.dialect.name], values)

    def hand_over(self, link: str, session_hash: str) -> bool:
        """Let that browser have the link in place of the one that has it; False where none has."""
        return self._hit(_HAND_OVER, {"this_link": link, "session": session_hash})

    def of(self, link: str) -> LinkPass | None:
        """Return who has opened the link."""
        return self._row(LinkPass, _OF, {"link": link})
