"""The settings decide where evidence is kept."""

import sys
from pathlib import Path

import pytest

from bot.evidence_files import evidence_files
from bot.settings import Settings, SettingsError
from store.folder_files import FolderFiles
from store.s3_files import S3Files


def _settings(folder: Path, url: str | None = None) -> Settings:
    return Settings.model_construct(data_dir=folder, evidence_url=url)


def test_evidence_lies_in_the_data_folder_unless_a_bucket_is_named(tmp_path: Path, bucket: str) -> None:
    assert isinstance(evidence_files(_settings(tmp_path)), FolderFiles)
    files = evidence_files(_settings(tmp_path, bucket))
    assert isinstance(files, S3Files)
    files.check()


def test_without_the_extra_a_bucket_is_refused_in_one_line(
    tmp_path: Path, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "store.s3_files")
    monkeypatch.setitem(sys.modules, "obstore", None)
    with pytest.raises(SettingsError, match=r"KAOHE_EVIDENCE_URL.*obstore") as told:
        evidence_files(_settings(tmp_path, bucket))
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("url", ["evidence", "http://bucket/x", "s3:///x", "s3://a:b@bucket", "s3://b?x=1"])
def test_what_is_no_bucket_is_refused_at_start(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAOHE_EVIDENCE_URL", url)
    with pytest.raises(SettingsError, match="KAOHE_EVIDENCE_URL（要写成s3://桶名/前缀）"):
        Settings.load()
