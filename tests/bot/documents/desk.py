"""A desk full of evidence: a campaign of 平顶山 with everything that people send, and its bytes on a disk."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

from handlers.exports.catalogue import Catalogue, catalogue_of
from handlers.exports.scope import Scope
from store.database import Store
from store.files import StoredFile
from store.folder_files import FolderFiles
from store.records import EvidenceKind
from store.unit_of_work import UnitOfWork
from tests.scene import Scene

AGRICULTURE = "农业农村局"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)
PAPER = b"%PDF-1.4 "


@dataclass
class Desk:
    """What was handed in, by whom and for what."""

    scene: Scene
    files: FolderFiles
    contact: int
    _sent: int = 0
    _stored: dict[bytes, StoredFile] = field(default_factory=dict)

    @classmethod
    async def open(cls, store: Store, folder: Path, rubric: str = "pingdingshan-2021") -> "Desk":
        scene = await Scene.open(store, rubric, "2022-01-12 10:00", deadline="2022-01-17 18:00")
        contact = await scene.person("song", AGRICULTURE, name="宋莉")
        return cls(scene, FolderFiles(folder), contact)

    async def hand_in(self, kind: EvidenceKind, code: str | None, **given: object) -> int:
        """Keep a piece; `content` are its bytes, the rest as the repository has it."""
        content = given.pop("content", None)
        file = None if content is None else await self._kept(cast("bytes", content))
        self._sent += 1
        row: dict[str, Any] = {
            "unit": AGRICULTURE,
            "subject": self.scene.campaign.subjects[0],
            "contact_id": self.contact,
            "inbox_id": None,
            "at": self.scene.now + timedelta(minutes=self._sent),
            "file": file,
            **given,
        }
        return await self.scene.store.run(
            lambda uow: uow.evidence.add(campaign_id=self.scene.campaign.id, code=code, kind=kind, **row)
        )

    async def _kept(self, content: bytes) -> StoredFile:
        if content not in self._stored:
            self._stored[content] = await self.files.put(content, 1 << 30)
        return self._stored[content]

    async def catalogue(self, scope: Scope | None = None) -> Catalogue:
        """The catalogue as it stands."""

        def work(uow: UnitOfWork) -> Catalogue:
            return catalogue_of(uow, self.scene.campaign, self.scene.library, scope or Scope())

        return await self.scene.store.read(work)
