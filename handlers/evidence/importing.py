"""导入材料: files of a folder become evidence; their folders and names say to which leaf they belong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from handlers.evidence.keeping import look_over
from handlers.wording import leaf_name
from scoring.model import Criterion, Rubric
from store.files import StoredFile
from store.records import Campaign, ReceivedFile
from store.unit_of_work import UnitOfWork

SHORTEST_NAME: Final = 4
"""So few characters of a leaf's name are not enough to be sure."""
_NUMBER: Final = re.compile(r"^\d{1,4}(?:-\d{1,4})?\s+")
"""The number that an exported folder or file has before its name."""
_APART: Final = re.compile(r"$|[\s、_：:-]")
_NO_MORE_CODE: Final = re.compile(r"(?![\d.．]*\d|[A-Za-z-])")
_LOOSE: Final = re.compile(r"[\s（）()《》“”\"'、，,。．._-]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Whose evidence a folder holds; `captioned` says that a picture's name is what it shows."""

    campaign: Campaign
    unit: str
    subject: str
    captioned: bool = False


def leaf_of(rubric: Rubric, folders: Sequence[str], name: str) -> Criterion | None:
    """The leaf that the file's name says, else its folders from the innermost; None where that is not certain.

    They name a leaf by its code (“1.3 检查”, “03 1.3 …”) or by its whole name. A plain whole number before a
    file's name is rather its own than a leaf's.
    """
    stem = name.rpartition(".")[0] or name
    for part, is_file in ((stem, True), *((folder, False) for folder in reversed(folders))):
        found = {one.code: one for one in _named(rubric, part) if not (is_file and one.code.isdecimal())}
        if len(found) == 1:
            return next(iter(found.values()))
    return None


def keep_imported(
    uow: UnitOfWork, place: Place, rubric: Rubric, received: ReceivedFile, code: str | None, now: datetime
) -> bool:
    """Make a kept file evidence of that leaf (None: to be filed later); False where it is that already."""
    same = [
        row
        for row in uow.evidence.list(place.campaign.id, unit=place.unit, subject=place.subject)
        if row.sha256 == received.sha256 and row.state != "withdrawn" and code in (None, row.code)
    ]
    if same:
        return False
    caption = received.file_name.rpartition(".")[0] if place.captioned and received.kind == "image" else ""
    added = uow.evidence.add(
        campaign_id=place.campaign.id,
        code=code,
        subject=place.subject,
        unit=place.unit,
        contact_id=None,
        inbox_id=None,
        kind=received.kind,
        caption=caption,
        original_name=received.original_name,
        at=now,
        file=StoredFile(received.sha256, received.size),
        mime=received.mime,
        file_name=received.file_name,
        remark=received.remark,
        picture_hash=received.picture_hash,
        way="import",
    )
    row = uow.evidence.get(added)
    if row is not None:
        look_over(uow, row, rubric.materials, now)
    uow.audit.record(now, "console", "import", f"evidence:{added}", {"code": code, "sha256": received.sha256})
    return True


def _named(rubric: Rubric, part: str) -> list[Criterion]:
    for words in dict.fromkeys((part, _NUMBER.sub("", part))):
        by_code = [criterion for criterion in rubric.criteria if _begins_with(words, criterion.code)]
        if by_code:
            return by_code
    bare = _LOOSE.sub("", _NUMBER.sub("", part))
    if len(bare) < SHORTEST_NAME:
        return []
    return [criterion for criterion in rubric.criteria if _LOOSE.sub("", leaf_name(criterion, 200)) == bare]


def _begins_with(words: str, code: str) -> bool:
    """“1.3”, “1.3 检查”, “1.3检查”, but not “1.30” nor “1.3.1”; a whole number stands apart: “3 检查”, not “3月”."""
    if not words.casefold().startswith(code.casefold()):
        return False
    after = words[len(code) :]
    return bool((_APART if code.isdecimal() else _NO_MORE_CODE).match(after))
