"""Where this installation keeps its evidence: a folder, or S3-compatible storage."""

from importlib import import_module

from bot.settings import Settings, SettingsError
from store.files import EvidenceFiles
from store.folder_files import FolderFiles


def evidence_files(settings: Settings) -> EvidenceFiles:
    """What the settings ask for; raises SettingsError where the extra for S3 is not installed.

    Nothing is asked of the server yet: a bot whose evidence is out of reach still takes messages in.
    """
    folder = settings.data_dir / "evidence"
    if settings.evidence_url is None:
        return FolderFiles(folder)
    try:
        s3 = import_module("store.s3_files")
    except ImportError:
        raise SettingsError(
            "设置有误：KAOHE_EVIDENCE_URL（要用S3存材料，请先装obstore：pip install -r requirements-s3.txt）"
        ) from None
    files: EvidenceFiles = s3.S3Files(settings.evidence_url, folder / "incoming")
    return files
