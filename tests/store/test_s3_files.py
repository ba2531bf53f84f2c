"""S3-compatible storage: written once, and every trouble with it is an OSError in few words."""

from pathlib import Path

import obstore
import pytest
from obstore.store import S3Store

from store.s3_files import S3Files


def _left(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_what_is_there_whole_is_not_written_again_and_what_is_not_is_mended(
    bucket: str, tmp_path: Path
) -> None:
    files = S3Files(bucket, tmp_path)
    stored = await files.put(b"one", 10)
    (before,) = files.kept()
    await files.put(b"one", 10)
    assert list(files.kept()) == [before]
    name = bucket.removeprefix("s3://").partition("/")[0]
    elsewhere = S3Store(name, prefix="kaohe/2021", client_options={"allow_http": True})
    obstore.put(elsewhere, f"{stored.sha256[:2]}/{stored.sha256}", b"half of it")
    assert files.size(stored.sha256) == 10
    await files.put(b"one", 10)
    assert b"".join(files.parts(stored.sha256)) == b"one"


async def test_a_bucket_that_is_not_there_keeps_nothing_and_says_so(bucket: str, tmp_path: Path) -> None:
    files = S3Files("s3://no-such-bucket", tmp_path)
    with pytest.raises(OSError, match=r"^s3://no-such-bucket: not there$"):
        await files.put(b"one", 10)
    with pytest.raises(OSError, match="no-such-bucket"):
        files.check()
    assert _left(tmp_path) == []


async def test_a_server_that_is_down_keeps_nothing_and_says_so_without_its_keys(
    bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    files = S3Files(bucket, tmp_path)
    with pytest.raises(OSError, match="s3://") as told:
        await files.put(b"one", 10)
    assert "127.0.0.1" not in str(told.value)
    assert _left(tmp_path) == []
