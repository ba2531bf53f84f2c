"""Evidence in a folder of this machine, or of a disk that several machines share."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from store.files import PART, Draft, EvidenceFiles, KeptFile, checked

_OF_HASHES: Final = "[0-9a-f][0-9a-f]"


class FolderFiles(EvidenceFiles):
    """The content-addressed folder under `root`, which is made where it is missing."""

    def __init__(self, root: Path) -> None:
        super().__init__(root / "incoming")
        self._root = root

    def path(self, sha256: str) -> Path:
        """Where the bytes with this SHA-256 lie, if kept."""
        return self._root / checked(sha256)[:2] / sha256

    def check(self) -> None:
        """Return where the folder is there or can be made, and takes a file."""
        draft = Draft(self._incoming)
        draft.discard()

    def size(self, sha256: str) -> int | None:
        """How many bytes lie there."""
        try:
            return self.path(sha256).stat().st_size
        except FileNotFoundError:
            return None

    def kept(self) -> Iterator[KeptFile]:
        """All files, in the order of their hashes."""
        for folder in sorted(self._root.glob(_OF_HASHES)):
            for path in sorted(folder.iterdir()):
                found = path.stat()
                yield KeptFile(path.name, found.st_size, datetime.fromtimestamp(found.st_mtime, UTC))

    def remove(self, sha256: str) -> None:
        """Drop the bytes first: a thumbnail of nothing does no harm."""
        self.path(sha256).unlink(missing_ok=True)
        self._thumbnail(sha256).unlink(missing_ok=True)

    def put_thumbnail(self, sha256: str, content: bytes) -> None:
        """Write it whole, under its name only when it is."""
        target = self._thumbnail(sha256)
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = Draft(self._incoming)
        try:
            draft.write(content, len(content))
            draft.path.replace(target)
        finally:
            draft.discard()

    def thumbnail(self, sha256: str) -> bytes | None:
        """Read it."""
        try:
            return self._thumbnail(sha256).read_bytes()
        except FileNotFoundError:
            return None

    def _thumbnail(self, sha256: str) -> Path:
        return self._root / "thumbnails" / checked(sha256)[:2] / f"{sha256}.jpg"

    def _keep(self, draft: Draft) -> None:
        target = self.path(draft.stored.sha256)
        if not target.parent.is_dir():
            target.parent.mkdir(parents=True, exist_ok=True)
            _sync_folder(target.parent.parent)
        draft.path.replace(target)
        _sync_folder(target.parent)

    def _read(self, sha256: str) -> Iterator[bytes]:
        with self.path(sha256).open("rb", buffering=0) as file:
            while part := file.read(PART):
                yield part


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
