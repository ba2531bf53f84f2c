"""`kaohe evidence verify` finds every way in which rows and bytes can disagree."""

import asyncio
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.database import Store
from store.files import StoredFile
from store.folder_files import FolderFiles
from store.unit_of_work import UnitOfWork
from tests.console import Kaohe
from tests.store import given


@pytest.fixture
def files(tmp_path: Path) -> FolderFiles:
    return FolderFiles(tmp_path / "data" / "evidence")


async def _keep(url: str, files: FolderFiles, *contents: bytes) -> list[StoredFile]:
    """Files with their rows."""
    store = await Store.open(url)
    kept = [await files.put(content, 100) for content in contents]

    def add(uow: UnitOfWork) -> None:
        campaign = given.campaign(uow)
        for number, file in enumerate(kept):
            uow.evidence.add(
                campaign_id=campaign.id,
                code="3.1",
                subject="甲县",
                unit="城建局",
                contact_id=None,
                kind="file",
                original_name=f"报告{number}.pdf",
                inbox_id=None,
                at=given.NOW,
                file=file,
            )

    await store.run(add)
    await store.close()
    return kept


def test_what_agrees_is_said_to(kaohe: Kaohe, files: FolderFiles, sqlite_url: str) -> None:
    asyncio.run(_keep(sqlite_url, files, b"one", b"two", b"two"))
    told = kaohe("evidence", "verify")
    assert (told.code, told.out) == (0, "材料完好：记录3条，文件2个，多出0个\n")


def test_rows_without_bytes_and_wrong_bytes_are_named(
    kaohe: Kaohe, files: FolderFiles, sqlite_url: str
) -> None:
    lost, wrong, _ = asyncio.run(_keep(sqlite_url, files, b"one", b"two", b"three"))
    files.path(lost.sha256).unlink()
    files.path(wrong.sha256).write_bytes(b"tow")
    told = kaohe("evidence", "verify")
    assert (told.code, told.err) == (1, "2处对不上\n")
    assert f"有记录没字节：第1件（城建局 报告0.pdf） {lost.sha256}" in told.out
    assert f"字节与校验值不符：第2件（城建局 报告1.pdf） {wrong.sha256}" in told.out


def test_bytes_without_a_row_are_named_and_only_old_ones_are_swept(
    kaohe: Kaohe, files: FolderFiles, sqlite_url: str
) -> None:
    (kept,) = asyncio.run(_keep(sqlite_url, files, b"one"))
    old, new = asyncio.run(files.put(b"old", 9)), asyncio.run(files.put(b"new", 9))
    then = (datetime.now(UTC) - timedelta(days=8)).timestamp()
    for file in (kept, old):
        os.utime(files.path(file.sha256), (then, then))
    told = kaohe("evidence", "verify")
    assert (told.code, told.out.count("多出的文件：")) == (0, 2)
    told = kaohe("evidence", "verify", "--sweep")
    assert f"已删去：{old.sha256}" in told.out
    assert f"多出的文件：{new.sha256}" in told.out
    assert {file.sha256 for file in files.kept()} == {kept.sha256, new.sha256}
