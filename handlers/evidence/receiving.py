"""佐证材料: pictures, recordings, links, files and texts that a contact sends as proof for a leaf."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from handlers import dialogs
from handlers.access import Act
from handlers.board import Board, BoardLine, board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.evidence.describing import describe
from handlers.evidence.filing import Filing, read_filing
from handlers.evidence.kinds import KIND_NAMES, kind_of
from handlers.evidence.naming import document_number
from handlers.messages import Reply
from handlers.reading import read_number
from handlers.wording import clip, leaf_name, month_day, shown
from store.records import Evidence, EvidenceKind, EvidenceWay

QUESTION = "evidence"
_KINDS: dict[str, EvidenceKind] = {kind: kind for kind in KIND_NAMES}
WAYS: dict[str, EvidenceWay] = {"aibot": "robot"}
"""The way that evidence comes by channel, where it is not the chat of the app."""
LISTED = 8
NO_CAPTION = "没有文字说明的图片不能算完整材料"


def receive(context: Context) -> Reply:
    """Take in what the person just sent and ask which leaf it proves."""
    incoming = context.incoming
    kind = _KINDS[incoming.kind]
    name = incoming.media.name if incoming.media else ""
    saved = "正在保存" if incoming.media else "已记下"
    evidence = _add(context, kind, incoming.title or incoming.text)
    title = f"“{clip(name, 40)}”" if name else "1张" if kind == "image" else "1件"
    looks = _looks(context, kind, f"{name} {incoming.title} {incoming.text}")
    return ask_place(context, [evidence], f"收到{KIND_NAMES[kind]}{title}，{saved}{looks}")


def ask_place(context: Context, evidence: Sequence[int], received: str) -> Reply:
    """Ask to which leaf these pieces and those that wait already belong; `received` is the first line."""
    state = dialogs.open_question(context.speaker.account, context.now)
    earlier = list(state["ids"]) if state is not None and state["kind"] == QUESTION else []
    waiting = [*earlier, *evidence]
    dialogs.ask(context, QUESTION, {"ids": waiting}, again=f"{len(waiting)}件材料归到哪一项")
    if len(waiting) > 1:
        apart = _apart(context, waiting)
        return Reply(
            f"{received}（共{len(waiting)}件待归类）。分别归哪项？回{apart}或“都归1”；序号见“我的任务”。"
        )
    lines = [f"{received}。归到哪一项？请回序号："]
    lines += _choices(board_of(context))
    lines.append(f"序号后面请加一句说明（时间、地点、内容），如“1 6月10日工地检查”；{NO_CAPTION}。")
    return Reply("\n".join(lines))


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """File what waits under the leaves that the text names; None where the text is something else."""
    rows = [row for row in map(context.uow.evidence.get, state["ids"]) if row is not None]
    filings = read_filing(text, [row.original_name or row.text for row in rows])
    if isinstance(filings, str):
        return Reply(f"“{filings}”对不上待归类的{len(rows)}件材料，还没有归类。请用文号或“第1个归3”这样写。")
    board = board_of(context)
    lines = {filing: board.of_ordinal(filing.place) for filing in filings}
    if not filings or not all(lines.values()) or read_number(filings[0].caption) is not None:
        return None
    dialogs.close(context)
    said = [_filed(context, rows, filing, lines[filing][0]) for filing in filings]
    filed = {row.id for filing in filings for row in _pieces(rows, filing)}
    left = [row.id for row in rows if row.id not in filed]
    if left:
        dialogs.ask(context, QUESTION, {"ids": left}, again=f"{len(left)}件材料归到哪一项")
        said.append(f"还有{len(left)}件没有归类，请回序号。")
    return Reply("\n".join(said))


def wants_place(state: Mapping[str, Any] | None, text: str) -> Reply | None:
    """What to say to words that may be a caption, while pieces wait to be filed."""
    if state is None or state["kind"] != QUESTION or len(text) < len("检查"):
        return None
    return Reply(
        f"还没有归类：如果这是{len(state['ids'])}件材料的说明，请带上序号再发，如“1 {clip(text, 30)}”。"
    )


def cancel(state: Mapping[str, Any], context: Context) -> Reply:
    """The person does not want to file what was sent: it is marked withdrawn, the record stays."""
    for evidence in state["ids"]:
        context.uow.evidence.withdraw(evidence, context.now, context.actor)
    return Reply(f"已取消，{len(state['ids'])}件材料没有归入任何指标。")


def attach_text(text: str, context: Context) -> Reply:
    """证明材料 ② 文号…: keep words as evidence of the leaf that they name."""
    filings = read_filing(text, ())
    lines = board_of(context).of_ordinal(filings[0].place) if filings and not isinstance(filings, str) else ()
    said = filings[0].caption if lines and isinstance(filings, tuple) else ""
    if not lines or not said:
        return Reply(
            "请这样发：“材料 1 平农〔2021〕45号”，序号见“我的任务”；图片、视频、链接直接发给我就行。"
        )
    line = lines[0]
    rows = _of_leaf(context, line)
    if any(row.kind == "text" and row.text == said and row.unit == context.seat.unit for row in rows):
        return Reply(f"{line.title}已有这条文字材料“{clip(said, 30)}”，没有重复记录。")
    added = _get(context, [_add(context, "text", said)])
    return Reply(_filed(context, added, Filing(None, line.duty.ordinal), line))


def add_words(context: Context, names: Sequence[str]) -> list[int]:
    """Keep several names of documents as text evidence that waits to be filed."""
    return [_add(context, "text", name) for name in names]


def _looks(context: Context, kind: EvidenceKind, words: str) -> str:
    found = kind_of(context.rubric.materials, kind, words)
    by = "按文号" if document_number(words) else "按名称" if kind != "image" else ""
    return f"，{by}看是“{found}”类" if found else ""


def _apart(context: Context, waiting: Sequence[int]) -> str:
    """“45号→1，46号→2”, with the numbers of the documents that wait where they have some."""
    names = [row.original_name or row.text for row in _get(context, waiting)[:2]]
    # Of 平农〔2021〕45号 people say 45号.
    numbers = [re.split("[〕第]", number)[-1] for name in names if (number := document_number(name))]
    of = numbers if len(set(numbers)) == len(names) else ["第1个", "第2个"]
    return f"“{of[0]}→1，{of[1]}→2”"


def _get(context: Context, ids: Sequence[int]) -> list[Evidence]:
    return [row for row in map(context.uow.evidence.get, ids) if row is not None]


def _add(context: Context, kind: EvidenceKind, text: str) -> int:
    incoming = context.incoming
    media = incoming.media
    added = context.uow.evidence.add(
        campaign_id=context.speaker.campaign.id,
        subject=context.speaker.contact.subject or context.speaker.campaign.subjects[0],
        unit=context.seat.unit,
        contact_id=context.speaker.contact.id,
        inbox_id=context.inbox_id,
        code=None,
        kind=kind,
        text=text,
        url=incoming.url,
        media_id=media.media_id if media else "",
        original_name=media.name if media else "",
        at=context.now,
        fetch_deadline=incoming.sent_at + timedelta(seconds=media.held_seconds) if media else None,
        way=WAYS.get(incoming.channel, "chat"),
    )
    _describe(context, added)
    return added


def _describe(context: Context, evidence_id: int) -> None:
    row = context.uow.evidence.get(evidence_id)
    if row is not None:
        describe(context.uow, row, context.rubric.materials, context.now)


def _pieces(rows: Sequence[Evidence], filing: Filing) -> Sequence[Evidence]:
    return rows if filing.at is None else [rows[filing.at]]


def _filed(context: Context, rows: Sequence[Evidence], filing: Filing, line: BoardLine) -> str:
    """Put the pieces to the line; what is said of it."""
    pieces = _pieces(rows, filing)
    for row in pieces:
        context.uow.evidence.file_to(row.id, line.criterion.code, line.subject)
        if filing.caption:
            context.uow.evidence.caption(row.id, filing.caption)
        _describe(context, row.id)
        detail = {"code": line.criterion.code}
        context.uow.audit.record(context.now, context.actor, "file", f"evidence:{row.id}", detail)
    said = f"，说明：{clip(filing.caption, 40)}" if filing.caption else ""
    lines = [f"已归到{line.title}：{len(pieces)}件{said}"]
    lines += _asked_for_days(context, pieces, line)
    bare = [row for row in _of_leaf(context, line) if row.kind == "image" and not row.caption]
    if bare:
        how = f"回“说明 {line.duty.ordinal} 时间地点内容”补上"
        lines.append(f"这一项有{len(bare)}张图片还没有文字说明，{NO_CAPTION}；{how}。")
    if line.missing and line.missing[0].type == "choice":
        labels = "、".join(clip(choice.label, 14) for choice in line.missing[0].choices)
        lines.append(f"这项还要报情况：回“{line.duty.ordinal} ”加 {labels} 之一。")
    return "\n".join(lines)


def _asked_for_days(context: Context, pieces: Sequence[Evidence], line: BoardLine) -> list[str]:
    """The days that were read, for the sender to see; where there is none, how to say it."""
    rows = _get(context, [row.id for row in pieces])
    days = [f"{row.dated.year}年{month_day(row.dated)}" for row in rows if row.dated is not None]
    lines = [f"日期按{'、'.join(dict.fromkeys(days))}记。"] if days else []
    missing = len(rows) - len(days)
    if missing:
        how = f"“日期 {line.duty.ordinal} 2021-06-10”".replace("2021", str(context.speaker.campaign.year))
        lines.append(f"{missing}件不知道是哪天的，请回{how}（写明年份）。")
    return lines


def _of_leaf(context: Context, line: BoardLine) -> list[Evidence]:
    rows = context.uow.evidence.list(context.speaker.campaign.id, code=line.criterion.code)
    return [row for row in rows if row.subject == line.subject and row.state in ("stored", "pending")]


def _choices(board: Board) -> list[str]:
    lines = {line.duty.ordinal: line for line in board.lines}.values()
    rows = [f"{line.duty.ordinal} {leaf_name(line.criterion, 26)}" for line in lines]
    return shown(rows, LISTED, "……另有{}项，全部序号见“我的任务”")


COMMAND = Command(
    Act.EVIDENCE,
    "材料 1 平农〔2021〕45号",
    words(""),
    attach_text,
    re.compile(r"(?:证明|佐证|印证)?材料[\s:：]+(?P<rest>\S.*)", re.DOTALL),
)
