"""归到一项: evidence put to a leaf of an assessed unit, copied for a further one, and what is said of it."""

from collections.abc import Sequence

from handlers.board import BoardLine
from handlers.context import Context
from handlers.evidence import sent_back
from handlers.evidence.describing import describe
from handlers.evidence.filing import Filing
from handlers.wording import clip, month_day
from store.files import StoredFile
from store.records import Evidence

NO_CAPTION = "没有文字说明的图片不能算完整材料"


def filed_to_all(context: Context, rows: Sequence[Evidence], caption: str, lines: Sequence[BoardLine]) -> str:
    """Put the pieces to each of these lines; to further ones as copies of their own."""
    first, *further = lines
    said = [filed(context, rows, Filing(None, first.duty.ordinal, caption), first)]
    for line in further:
        copies = [copied(context, row) for row in rows]
        said.append(filed(context, copies, Filing(None, line.duty.ordinal, caption), line))
    said += [row for line in lines for row in sent_back.told(line, context)]
    return "\n".join(said)


def copied(context: Context, row: Evidence) -> Evidence:
    """The same piece once more, its bytes fetched again where they are still on their way."""
    file = StoredFile(row.sha256, row.size) if row.sha256 is not None and row.size is not None else None
    added = context.uow.evidence.add(
        campaign_id=row.campaign_id,
        subject=row.subject,
        unit=row.unit,
        contact_id=row.contact_id,
        inbox_id=row.inbox_id,
        code=None,
        kind=row.kind,
        text=row.text,
        caption=row.caption,
        url=row.url,
        media_id=row.media_id,
        original_name=row.original_name,
        at=context.now,
        fetch_deadline=row.fetch_deadline,
        way=row.way,
        file=file,
        mime=row.mime,
        file_name=row.file_name,
        remark=row.remark,
        picture_hash=row.picture_hash,
    )
    return pieces(context, [added])[0]


def move_to(context: Context, rows: Sequence[Evidence], line: BoardLine) -> str:
    """Put pieces that may be filed already to that line; what is said of it."""
    return filed(context, rows, Filing(None, line.duty.ordinal), line)


def filed(context: Context, rows: Sequence[Evidence], filing: Filing, line: BoardLine) -> str:
    """Put the pieces to the line; what is said of it."""
    meant = pieces_of(rows, filing)
    for row in meant:
        context.uow.evidence.file_to(row.id, line.criterion.code, line.subject)
        if filing.caption:
            context.uow.evidence.caption(row.id, filing.caption)
        describe_anew(context, row.id)
        detail = {"code": line.criterion.code}
        context.uow.audit.record(context.now, context.actor, "file", f"evidence:{row.id}", detail)
    said = f"，说明：{clip(filing.caption, 40)}" if filing.caption else ""
    where = f"（{line.subject}）" if len(line.duty.subjects) > 1 else ""
    lines = [f"已归到{line.title}{where}：{len(meant)}件{said}"]
    lines += _asked_for_days(context, meant, line)
    bare = [row for row in of_leaf(context, line) if row.kind == "image" and not row.caption]
    if bare:
        how = f"回“说明 {line.duty.ordinal} 时间地点内容”补上"
        lines.append(f"这一项有{len(bare)}张图片还没有文字说明，{NO_CAPTION}；{how}。")
    if line.missing and line.missing[0].type == "choice":
        labels = [clip(choice.label.partition("（")[0], 14) for choice in line.missing[0].choices]
        lines.append(
            f"这项还要报情况：{'、'.join(dict.fromkeys(labels))}；如“{line.duty.ordinal} {labels[0]}”。"
        )
    return "\n".join(lines)


def _asked_for_days(context: Context, meant: Sequence[Evidence], line: BoardLine) -> list[str]:
    """The days that were read, for the sender to see; where there is none, how to say it."""
    rows = pieces(context, [row.id for row in meant])
    days = [f"{row.dated.year}年{month_day(row.dated)}" for row in rows if row.dated is not None]
    lines = [f"日期按{'、'.join(dict.fromkeys(days))}记。"] if days else []
    missing = len(rows) - len(days)
    if missing:
        how = f"“日期 {line.duty.ordinal} 2021-06-10”".replace("2021", str(context.speaker.campaign.year))
        lines.append(f"{missing}件不知道是哪天的，请回{how}（写明年份）。")
    return lines


def of_leaf(context: Context, line: BoardLine) -> list[Evidence]:
    """What is there for the line, whoever handed it in."""
    rows = context.uow.evidence.list(context.speaker.campaign.id, code=line.criterion.code)
    return [row for row in rows if row.subject == line.subject and row.state in ("stored", "pending")]


def pieces_of(rows: Sequence[Evidence], filing: Filing) -> Sequence[Evidence]:
    """Those of the waiting pieces that the filing means."""
    return rows if filing.at is None else [rows[filing.at]]


def pieces(context: Context, ids: Sequence[int]) -> list[Evidence]:
    """The pieces with these ids."""
    return [row for row in map(context.uow.evidence.get, ids) if row is not None]


def describe_anew(context: Context, evidence_id: int) -> None:
    """Read from its words what is not known of it yet."""
    row = context.uow.evidence.get(evidence_id)
    if row is not None:
        describe(context.uow, row, context.rubric.materials, context.now)
