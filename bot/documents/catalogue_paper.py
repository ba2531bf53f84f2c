"""材料目录 as a Word document: what is missing first, then every piece in order, then what was withdrawn."""

from collections.abc import Sequence
from typing import Final

from bot.documents.paper import Paper
from bot.documents.paper_table import PaperTable
from handlers.exports.catalogue import Catalogue, Folder, Item, title_of
from handlers.wording import local, month_day

NAME: Final = "00 材料目录.docx"
_HEADINGS: Final = ("序号", "名称和说明", "类别", "文号", "材料日期", "收到", "报送人", "来源", "指纹")
_WIDTHS: Final = (1.5, 7.9, 1.4, 3.4, 2.4, 2.4, 2.0, 2.2, 2.1)
_FINGERPRINT: Final = 8


def catalogue_paper(catalogue: Catalogue) -> bytes:
    """The document's bytes; the same catalogue makes the same bytes."""
    paper = Paper(catalogue.name, landscape=True)
    _head(paper, catalogue)
    _lacking(paper, catalogue)
    _missing(paper, catalogue)
    paper.heading("材料目录")
    if catalogue.items:
        _folders(paper.table(_HEADINGS, _WIDTHS), catalogue)
    else:
        paper.text("还没有材料。")
    _withdrawn(paper, catalogue)
    return paper.saved(catalogue.as_of)


def _head(paper: Paper, catalogue: Catalogue) -> None:
    campaign, items = catalogue.campaign, catalogue.items
    whose = catalogue.scope.unit or "全部单位"
    at = f"，截至{local(catalogue.as_of):%Y年%m月%d日%H:%M}" if catalogue.as_of else ""
    paper.title(f"{campaign.name}材料目录", f"{whose}{at}（按细则顺序编号）")
    kept = sum(not item.missing for item in items)
    leaves = len(
        {(folder.subject, folder.unit, folder.number) for folder in catalogue.folders if folder.criterion}
    )
    paper.text(
        f"共{len(items)}件，归到{leaves}项，随附文件{kept}件；没有取到的{len(items) - kept}件，"
        f"已撤回的{len(catalogue.withdrawn)}件；还没有材料（无）的{len(catalogue.lacking)}项。"
        "各项材料全、不全由审核员定，没定的是按名称和说明提议的。",
        indent=False,
    )


def _lacking(paper: Paper, catalogue: Catalogue) -> None:
    if not catalogue.lacking:
        return
    units = list(dict.fromkeys(task.unit for task in catalogue.lacking))
    paper.heading(f"缺项（{len(catalogue.lacking)}项还没有材料）")
    several = catalogue.several_subjects
    table = paper.table(("单位", "考核要点"), (6.3, 19.0))
    for task in sorted(catalogue.lacking, key=lambda task: units.index(task.unit)):
        where = f"{task.subject}·" if several and task.subject != task.unit else ""
        table.row((task.unit, where + title_of(task.criterion)))
    paper.gap()


def _missing(paper: Paper, catalogue: Catalogue) -> None:
    missing = [item for item in catalogue.items if item.missing]
    if missing:
        paper.heading(f"缺失（{len(missing)}件发过而不在内，请补）")
        _plain(paper, missing, [item.missing for item in missing])


def _withdrawn(paper: Paper, catalogue: Catalogue) -> None:
    if catalogue.withdrawn:
        paper.gap()
        paper.heading(f"已撤回（{len(catalogue.withdrawn)}件，不在内）")
        _plain(paper, catalogue.withdrawn, [_when_withdrawn(item) for item in catalogue.withdrawn])


def _plain(paper: Paper, items: Sequence[Item], remarks: Sequence[str]) -> None:
    table = paper.table(("序号", "名称和说明", "单位", "收到", "情况"), (1.7, 11.0, 4.2, 2.3, 6.1))
    for item, remark in zip(items, remarks, strict=True):
        table.row((item.number, _name(item), item.row.unit, month_day(item.row.at), remark))
    paper.gap()


def _folders(table: PaperTable, catalogue: Catalogue) -> None:
    whose = ""
    for folder in catalogue.folders:
        owner = _owner(folder, catalogue)
        if owner != whose:
            table.band(owner)
            whose = owner
        level = f"　材料：{folder.completeness}" if folder.completeness else ""
        table.band(f"{folder.number}　{folder.title}（{len(folder.items)}件）{level}")
        for item in folder.items:
            table.row(_row(item))


def _owner(folder: Folder, catalogue: Catalogue) -> str:
    """“鄂城区 市质监局”, as far as it is not the same all over."""
    names = [folder.subject] if catalogue.several_subjects and not catalogue.scope.subject else []
    names += [folder.unit] if not catalogue.scope.unit and folder.unit not in names else []
    return "　".join(names)


def _row(item: Item) -> Sequence[str]:
    row = item.row
    fingerprint = (row.sha256 or "")[:_FINGERPRINT]
    received = f"{local(row.at):%Y-%m-%d}"
    return (
        item.number,
        _name(item),
        item.kind,
        item.document_number,
        "" if row.dated is None else row.dated.isoformat(),
        received,
        row.contact_name or "",
        item.source,
        "缺失" if item.missing else fingerprint,
    )


def _name(item: Item) -> str:
    """The title, and the sender's words where they say something else."""
    said = [item.title, item.row.caption, item.row.url]
    if item.row.kind == "image" and not item.row.caption:
        said.append("（没有文字说明）")
    if item.row.remark:
        said.append(f"（{item.row.remark}）")
    return "\n".join(dict.fromkeys(part for part in said if part)) or "（没有名称）"


def _when_withdrawn(item: Item) -> str:
    at = item.row.withdrawn_at
    return f"{month_day(at)}撤回" if at else "已撤回"
