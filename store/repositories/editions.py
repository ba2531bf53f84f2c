"""The texts of the rubrics' versions that campaigns have adopted."""

from datetime import datetime

from sqlalchemy import bindparam, select

from store.repository import Repository
from store.tables import EDITION
from store.upserting import insert_once

_KEEP = insert_once(EDITION, "rubric", "version", gives="version")
_CONTENT = select(EDITION.c.content).where(
    EDITION.c.rubric == bindparam("rubric"), EDITION.c.version == bindparam("version")
)


class Editions(Repository):
    """Versions are never changed: a second text under a known version is not kept."""

    def keep(self, rubric: str, version: str, content: str, at: datetime) -> None:
        """Keep the text of a version."""
        row = {"rubric": rubric, "version": version, "content": content, "kept_at": at}
        self._run(_KEEP[self._connection.dialect.name], row)

    def content(self, rubric: str, version: str) -> str | None:
        """The text of that version, or None where it was never adopted."""
        rows = self._rows(str, _CONTENT, {"rubric": rubric, "version": version})
        return rows[0] if rows else None
