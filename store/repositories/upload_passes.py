"""上传凭据: who may open the upload page. A person has one link at a time, and one browser opens it."""

from datetime import datetime

from sqlalchemy import bindparam, select, update

from store.records import UploadPass
from store.repository import Repository, columns
from store.tables import UPLOAD_PASS
from store.upserting import insert_once

_FIELDS = columns(UPLOAD_PASS, UploadPass)
_ADD = insert_once(UPLOAD_PASS, "contact_id")
_OF = select(*_FIELDS).where(UPLOAD_PASS.c.contact_id == bindparam("contact"))
_OF_SESSION = select(*_FIELDS).where(UPLOAD_PASS.c.session_hash == bindparam("session"))
_THIS = (
    update(UPLOAD_PASS)
    .where(UPLOAD_PASS.c.contact_id == bindparam("contact"))
    .returning(UPLOAD_PASS.c.contact_id)
)
_REPLACE = _THIS.values(
    link=bindparam("new_link"), bound_at=bindparam("new_bound_at"), session_hash=None, session_until=None
)
_CLAIM = _THIS.where(
    UPLOAD_PASS.c.link == bindparam("this_link"), UPLOAD_PASS.c.session_hash.is_(None)
).values(session_hash=bindparam("session"), session_until=bindparam("until"))


class UploadPasses(Repository):
    """The links to the upload page that are in force."""

    def issue(self, contact_id: int, link: str, bound_at: datetime | None) -> None:
        """Let the person's newest link be this one; an earlier one, and who opened it, are out."""
        replaced = {"contact": contact_id, "new_link": link, "new_bound_at": bound_at}
        if self._hit(_REPLACE, replaced):
            return
        row = {"contact_id": contact_id, "link": link, "bound_at": bound_at}
        added = self._hit(
            _ADD[self._connection.dialect.name], {**row, "session_hash": None, "session_until": None}
        )
        if not added:
            self._hit(_REPLACE, replaced)

    def claim(self, contact_id: int, link: str, session_hash: str, until: datetime) -> bool:
        """Let this browser, and no other, have the link until then; False where it is another's or void."""
        return self._hit(
            _CLAIM, {"contact": contact_id, "this_link": link, "session": session_hash, "until": until}
        )

    def of(self, contact_id: int) -> UploadPass | None:
        """Return the person's link."""
        return self._row(UploadPass, _OF, {"contact": contact_id})

    def of_session(self, session_hash: str) -> UploadPass | None:
        """Return the link that this browser has opened."""
        return self._row(UploadPass, _OF_SESSION, {"session": session_hash})
