"""材料目录: the evidence of a campaign or of one unit, numbered in the order of the document, as it is handed over."""

import mimetypes
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from handlers.campaign.library import Library
from handlers.evidence.completeness import judged
from handlers.evidence.kinds import KIND_NAMES, kind_of
from handlers.evidence.naming import document_number
from handlers.exports.names import safe_name, split_suffix
from handlers.exports.scope import Scope, Task, tasks_of
from handlers.wording import SHANGHAI, leaf_name
from scoring.model import Criterion, Rubric
from store.records import Campaign, Completeness, Evidence, EvidenceWay
from store.unit_of_work import UnitOfWork

UNFILED: Final = "未归类"
LONGEST_FOLDER: Final = 32
LONGEST_FILE: Final = 50
"""UTF-16 units of a name without its number and ending: a whole path stays far below the 260 of Windows."""
TITLE_WIDTH: Final = 60
_Leaf = tuple[str, str]
_WORDS: Final = ("link", "text", "location")
_CHANNELS: Final[Mapping[str, str]] = {"wecom": "企业微信应用", "aibot": "智能机器人", "wechat": "公众号"}
_WAYS: Final[Mapping[EvidenceWay, str]] = {
    "chat": "聊天",
    "robot": "智能机器人",
    "upload": "上传页",
    "import": "后台导入",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of evidence at its place.

    `number` is that of its folder and its own (“03-01”), `path` where it lies in the archive, "" where it does
    not; `words` are what stands in its file where there are no bytes of the sender's; `missing` says why a file
    that was sent is not here.
    """

    number: str
    row: Evidence
    kind: str
    title: str
    document_number: str
    source: str
    path: str = ""
    words: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """What was handed in by one unit for one leaf of one assessed unit; `criterion` None is what is not filed.

    `completeness` is what the reviewer has said of the leaf's evidence (全, 不全, 无), else what is proposed.
    """

    number: str
    unit: str
    subject: str
    criterion: Criterion | None
    items: tuple[Item, ...]
    completeness: str = ""

    @property
    def title(self) -> str:
        """“1.3 农产品质量”."""
        return title_of(self.criterion)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """目录 in its order: folders with their items, what was withdrawn, and the tasks without any evidence.

    `name` is that of the one folder in which everything lies; `as_of` when the last piece came, None for none.
    """

    campaign: Campaign
    rubric: Rubric
    scope: Scope
    name: str
    folders: tuple[Folder, ...]
    withdrawn: tuple[Item, ...]
    lacking: tuple[Task, ...]
    as_of: datetime | None

    @property
    def items(self) -> tuple[Item, ...]:
        """All that is not withdrawn, in order."""
        return tuple(item for folder in self.folders for item in folder.items)

    @property
    def several_subjects(self) -> bool:
        """Whether an assessed unit has to be named."""
        return len(self.campaign.subjects) > 1


def catalogue_of(uow: UnitOfWork, campaign: Campaign, library: Library, scope: Scope) -> Catalogue:
    """Read the evidence of that part and put it in order."""
    rubric = library.rubric_of(uow, campaign)
    rows = [row for row in uow.evidence.list(campaign.id) if scope.holds(rubric, row)]
    kept = [row for row in rows if row.state != "withdrawn"]
    name = safe_name(
        f"{scope.unit or campaign.name}{scope.subject if scope.unit != scope.subject else ''}材料",
        LONGEST_FOLDER,
    )
    said = uow.completeness.of_campaign(campaign.id)
    sections = _Sections(rubric, campaign, scope, name, said)
    filed = {(row.code, row.subject) for row in kept}
    return Catalogue(
        campaign=campaign,
        rubric=rubric,
        scope=scope,
        name=name,
        folders=tuple(sections.folders(kept)),
        withdrawn=tuple(_item(row, "", "", rubric) for row in rows if row.state == "withdrawn"),
        lacking=tuple(
            task
            for task in tasks_of(rubric, campaign, scope)
            if (task.criterion.code, task.subject) not in filed
        ),
        as_of=max((row.stored_at or row.at for row in kept), default=None),
    )


def title_of(criterion: Criterion | None) -> str:
    """“1.3 农产品质量”; 未归类 for no leaf."""
    return UNFILED if criterion is None else f"{criterion.code} {leaf_name(criterion, TITLE_WIDTH)}"


class _Sections:
    """Numbers and names of the folders: assessed unit, responsible unit, leaf, each where there are several."""

    def __init__(
        self, rubric: Rubric, campaign: Campaign, scope: Scope, root: str, said: Mapping[_Leaf, Completeness]
    ) -> None:
        self._rubric = rubric
        self._subjects = campaign.subjects
        self._scope = scope
        self._root = root
        self._said = said
        self._of_leaf: dict[_Leaf, list[Evidence]] = {}
        self._places = {criterion.code: place for place, criterion in enumerate(rubric.criteria, start=1)}
        units = [
            unit for criterion in rubric.criteria for unit in (criterion.reporter, *criterion.named_units)
        ]
        self._units = {unit: place for place, unit in enumerate(dict.fromkeys(filter(None, units)), start=1)}

    def folders(self, rows: Sequence[Evidence]) -> Iterator[Folder]:
        """The folders that hold something, in order."""
        found: dict[tuple[str, str, int], list[Evidence]] = {}
        for row in rows:
            unit = self._rubric.unit_aliases.get(row.unit, row.unit)
            self._of_leaf.setdefault((row.code or "", row.subject), []).append(row)
            found.setdefault((row.subject, unit, self._place(row.code)), []).append(row)
        for subject, unit, place in sorted(found, key=self._order):
            yield self._folder(subject, unit, place, found[subject, unit, place])

    def _folder(self, subject: str, unit: str, place: int, rows: Sequence[Evidence]) -> Folder:
        criterion = self._rubric.criteria[place - 1] if place <= len(self._places) else None
        number = f"{place:0{len(str(len(self._places) + 1))}d}"
        parts = [
            self._root,
            *self._above(subject, unit),
            f"{number} {safe_name(title_of(criterion), LONGEST_FOLDER)}",
        ]
        width = max(2, len(str(len(rows))))
        items = tuple(
            _item(row, f"{number}-{at:0{width}d}", "/".join(parts), self._rubric)
            for at, row in enumerate(rows, start=1)
        )
        return Folder(number, unit, subject, criterion, items, self._completeness(criterion, subject))

    def _completeness(self, criterion: Criterion | None, subject: str) -> str:
        """Of all that is there for the leaf, whichever unit has brought it."""
        if criterion is None:
            return ""
        leaf = (criterion.code, subject)
        return judged(criterion, self._of_leaf[leaf], self._said.get(leaf))

    def _above(self, subject: str, unit: str) -> Iterator[str]:
        if len(self._subjects) > 1 and not self._scope.subject:
            yield f"{self._subject_place(subject):02d} {safe_name(subject, LONGEST_FOLDER)}"
        if not self._scope.unit and unit != subject:
            yield f"{self._unit_place(unit):02d} {safe_name(unit, LONGEST_FOLDER) or UNFILED}"

    def _order(self, key: tuple[str, str, int]) -> tuple[int, str, int, str, int]:
        subject, unit, place = key
        return self._subject_place(subject), subject, self._unit_place(unit), unit, place

    def _place(self, code: str | None) -> int:
        return self._places.get(code or "", len(self._places) + 1)

    def _subject_place(self, subject: str) -> int:
        return self._subjects.index(subject) + 1 if subject in self._subjects else len(self._subjects) + 1

    def _unit_place(self, unit: str) -> int:
        return self._units.get(unit, len(self._units) + 1)


def number_of(row: Evidence) -> str:
    """文号 of a piece, "" for none."""
    return row.document_number or document_number(_said(row))


def _item(row: Evidence, number: str, folder: str, rubric: Rubric) -> Item:
    stem, suffix = split_suffix(row.file_name or row.original_name)
    named = row.caption if row.kind == "image" and row.caption else stem
    title = named or row.title or row.caption or row.text or row.url
    words = _words(row) if row.kind in _WORDS else ""
    missing = "" if words else _why_missing(row)
    ending = ".txt" if words else suffix or mimetypes.guess_extension(row.mime) or ""
    name = f"{number} {safe_name(title, LONGEST_FILE) or KIND_NAMES[row.kind]}{ending}"
    return Item(
        number=number,
        row=row,
        kind=row.category or kind_of(rubric.materials, row.kind, _said(row)) or KIND_NAMES[row.kind],
        title=title,
        document_number=number_of(row),
        source=_CHANNELS.get(row.channel or "", _WAYS["chat"]) if row.way == "chat" else _WAYS[row.way],
        path=f"{folder}/{name}" if folder and not missing else "",
        words=words,
        missing=missing,
    )


def _said(row: Evidence) -> str:
    return f"{row.original_name} {row.text} {row.caption}"


def _why_missing(row: Evidence) -> str:
    """Why the bytes that somebody sent are not kept; "" where they are."""
    if row.state == "failed":
        return f"没存成功：{row.error}" if row.error else "没存成功"
    return "还在保存" if row.sha256 is None else ""


def _words(row: Evidence) -> str:
    """What a link or a text said, as a small file."""
    at = row.at.astimezone(SHANGHAI)
    lines = [row.text, row.url, row.caption and f"说明：{row.caption}", f"报送时间：{at:%Y-%m-%d %H:%M}"]
    return "\r\n".join([line for line in lines if line]) + "\r\n"
