"""Evidence in S3-compatible storage, for several processes on several machines."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError
from obstore.store import S3Store

from store.files import PART, Draft, EvidenceFiles, KeptFile, checked

_SECONDS: Final = "30s"
_LONGEST: Final = timedelta(seconds=60)
_FRESH: Final = timedelta(hours=1)
"""A file written so lately is in nobody's way; an older one may be about to be swept as an orphan."""


class S3Files(EvidenceFiles):
    """The bucket of `s3://bucket/prefix`; address, region and keys come from the usual AWS_* variables."""

    def __init__(self, url: str, incoming: Path) -> None:
        super().__init__(incoming)
        parts = urlsplit(url)
        plain = os.environ.get("AWS_ENDPOINT_URL", "").startswith("http://")
        self._bucket = parts.netloc
        self._store = S3Store(
            parts.netloc,
            prefix=parts.path.strip("/") or None,
            # The server holds what it was sent against this sum before it takes it.
            config={"checksum_algorithm": "SHA256"},
            client_options={"timeout": _SECONDS, "allow_http": plain},
            retry_config={"max_retries": 3, "retry_timeout": _LONGEST},
        )

    def check(self) -> None:
        """Return where the bucket answers; raises OSError, also where it is not there."""
        with self._failing():
            next(iter(obstore.list(self._store, chunk_size=1)), None)

    def size(self, sha256: str) -> int | None:
        """How many bytes lie there."""
        found = self._head(sha256)
        return None if found is None else found.size

    def kept(self) -> Iterator[KeptFile]:
        """All files."""
        with self._failing():
            for page in obstore.list(self._store):
                for item in page:
                    folder, _, name = item["path"].partition("/")
                    if folder == name[:2]:
                        yield KeptFile(name, item["size"], item["last_modified"])

    def remove(self, sha256: str) -> None:
        """Drop the bytes and the thumbnail."""
        for key in (_key(sha256), _thumbnail(sha256)):
            with self._failing():
                obstore.delete(self._store, key)

    def put_thumbnail(self, sha256: str, content: bytes) -> None:
        """Put it."""
        with self._failing():
            obstore.put(self._store, _thumbnail(sha256), content)

    def thumbnail(self, sha256: str) -> bytes | None:
        """Get it."""
        try:
            with self._failing():
                return obstore.get(self._store, _thumbnail(sha256)).bytes().to_bytes()
        except FileNotFoundError:
            return None

    def _keep(self, draft: Draft) -> None:
        """Write once; what is there already is left alone, unless it is not what it should be."""
        try:
            self._put(draft, "create")
        except AlreadyExistsError:
            there = self._head(draft.stored.sha256)
            fresh = there is not None and datetime.now(UTC) - there.kept_at < _FRESH
            if there is None or there.size != draft.size or not fresh:
                self._put(draft, "overwrite")

    def _put(self, draft: Draft, mode: Literal["create", "overwrite"]) -> None:
        with self._failing():
            obstore.put(self._store, _key(draft.stored.sha256), draft.path, mode=mode, use_multipart=False)

    def _head(self, sha256: str) -> KeptFile | None:
        try:
            with self._failing():
                found = obstore.head(self._store, _key(sha256))
        except FileNotFoundError:
            return None
        return KeptFile(sha256, found["size"], found["last_modified"])

    def _read(self, sha256: str) -> Iterator[bytes]:
        with self._failing():
            for part in obstore.get(self._store, _key(sha256)).stream(min_chunk_size=PART):
                yield bytes(part)

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Every failure is an OSError that names the bucket and what went wrong, never the whole answer."""
        try:
            yield
        except AlreadyExistsError:
            raise
        except FileNotFoundError:
            raise FileNotFoundError(f"s3://{self._bucket}: not there") from None
        except BaseError as error:
            raise OSError(f"s3://{self._bucket}: {type(error).__name__}") from None


def _key(sha256: str) -> str:
    return f"{checked(sha256)[:2]}/{sha256}"


def _thumbnail(sha256: str) -> str:
    return f"thumbnails/{checked(sha256)}.jpg"
