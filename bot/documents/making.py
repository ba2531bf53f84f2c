"""Makes the file of what an order was filled with: papers, books and archives; imported when the first is made."""

import mimetypes
from functools import partial
from typing import Final

from bot.documents.catalogue_paper import catalogue_paper
from bot.documents.evidence_zip import checked, evidence_zip
from bot.documents.made import Made
from bot.documents.report_paper import report_paper
from bot.documents.sheet_book import sheet_book
from handlers.exports.names import safe_name
from handlers.exports.orders import Content
from handlers.exports.self_report import SelfReport
from handlers.exports.sheet import FiledSheet
from store.files import EvidenceFiles
from store.records import Evidence

_MIME: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


def make(what: str, content: Content, files: EvidenceFiles) -> Made:
    """Make the file; blocks. Raises OSError where the store of files fails."""
    if isinstance(content, Evidence):
        return _item(content, files)
    if isinstance(content, SelfReport):
        return _bytes(f"{content.author}自评报告", "docx", report_paper(content))
    if isinstance(content, FiledSheet):
        whose = content.scope.unit or content.scope.subject
        return _bytes(f"{content.campaign.name}{whose}计分表", "xlsx", sheet_book(content))
    if what == "catalogue":
        return _bytes(f"{content.name}目录", "docx", catalogue_paper(checked(content, files)))
    zipped = evidence_zip(content, files)
    return Made(zipped.name, _MIME["zip"], zipped.size, zipped.parts)


def _bytes(name: str, ending: str, content: bytes) -> Made:
    return Made(f"{safe_name(name, 60)}.{ending}", _MIME[ending], len(content), lambda: iter([content]))


def _item(row: Evidence, files: EvidenceFiles) -> Made:
    sha256 = row.sha256 or ""
    if files.size(sha256) is None:
        raise FileNotFoundError(sha256)
    name = row.file_name or row.original_name or f"{row.id}{mimetypes.guess_extension(row.mime) or ''}"
    return Made(name, row.mime or "application/octet-stream", row.size or 0, partial(files.parts, sha256))
