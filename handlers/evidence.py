"""佐证材料: pictures, recordings, links and texts that a contact sends as proof for a leaf."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from handlers import dialogs
from handlers.board import Board, BoardLine, board_of
from handlers.context import Context
from handlers.messages import Push, Reply
from handlers.pushes import push
from handlers.reading import read_number, read_ordinals
from handlers.reading.ordinals import PATTERN
from handlers.wording import clip, leaf_name, shown
from store.files import StoredFile
from store.records import Evidence, EvidenceKind
from store.unit_of_work import UnitOfWork

QUESTION = "evidence"
MEDIA_LIFETIME = timedelta(days=3)
"""The platform keeps what was sent for three days."""
KIND_NAMES: dict[EvidenceKind, str] = {
    "image": "图片",
    "voice": "语音",
    "video": "视频",
    "file": "文件",
    "link": "链接",
    "text": "文字材料",
    "location": "位置",
}
_KINDS: dict[str, EvidenceKind] = {kind: kind for kind in KIND_NAMES}
LISTED = 8
_LEADING_PLACE = re.compile(
    rf"\s*(?:归到?)?\s*(?P<place>{PATTERN}|\d{{1,2}}(?![\d.]|\s*[年月日号点时个]))[\s:：、.，,]*(?P<rest>.*)",
    re.DOTALL,
)
"""“1 …” but not “6月10日 …”."""


def receive(context: Context) -> Reply:
    """Take in what the person just sent and ask which leaf it proves."""
    incoming = context.incoming
    kind = _KINDS[incoming.kind]
    evidence = _add(context, kind, incoming.title or incoming.text)
    state = dialogs.open_question(context.speaker.account, context.now)
    waiting = list(state["ids"]) if state is not None and state["kind"] == QUESTION else []
    waiting.append(evidence)
    dialogs.ask(context, QUESTION, {"ids": waiting}, again=f"{len(waiting)}件材料归到哪一项")
    saved = "正在保存" if incoming.media else "已记下"
    count = f"（共{len(waiting)}件待归类）" if len(waiting) > 1 else ""
    lines = [f"收到{KIND_NAMES[kind]}1件，{saved}{count}。归到哪一项？请回序号："]
    lines += _choices(board_of(context))
    lines.append("序号后面请加一句说明（时间、地点、内容），如“1 6月10日工地检查”。回“取消”放弃归类。")
    return Reply("\n".join(lines))


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """File what waits under the leaf that the text names; None where the text is something else."""
    board = board_of(context)
    lines, caption = _named(board, text)
    if not lines or read_number(caption) is not None:
        return None
    dialogs.close(context)
    return _file(context, state["ids"], lines[0], caption)


def cancel(state: Mapping[str, Any], context: Context) -> Reply:
    """The person does not want to file what was sent: it is marked withdrawn, the record stays."""
    for evidence in state["ids"]:
        context.uow.evidence.withdraw(evidence, context.now, context.actor)
    return Reply(f"已取消，{len(state['ids'])}件材料没有归入任何指标。")


def attach_text(text: str, context: Context) -> Reply:
    """证明材料 ② 文号…: keep words as evidence of the leaf that they name."""
    lines, words = _named(board_of(context), text)
    if not lines or not words:
        return Reply(
            "请这样发：“材料 1 平农〔2021〕45号”，序号见“我的任务”；图片、视频、链接直接发给我就行。"
        )
    evidence = _add(context, "text", words)
    return _file(context, [evidence], lines[0], "")


def mine(_text: str, context: Context) -> Reply:
    """我的材料: what the speaker's unit has handed in, in the order of the rubric."""
    rows = context.uow.evidence.list(context.speaker.campaign.id, unit=context.seat.unit)
    kept = [row for row in rows if row.state in ("stored", "pending")]
    if not kept:
        return Reply("还没有交过证明材料。图片、视频、链接直接发给我，文字请发“材料 序号 内容”。")
    order = {criterion.code: place for place, criterion in enumerate(context.rubric.criteria)}
    kept.sort(key=lambda row: (order.get(row.code or "", len(order)), row.id))
    lines = [f"{context.seat.unit}已交材料{len(kept)}件："]
    for code in dict.fromkeys(row.code for row in kept):
        items = [row for row in kept if row.code == code]
        title = leaf_name(context.rubric.criterion(code), 24) if code else "未归类"
        lines.append(f"{title}：{_counted(items)}")
    return Reply("\n".join(lines))


def keep(uow: UnitOfWork, evidence_id: int, file: StoredFile, mime: str, name: str, now: datetime) -> None:
    """The bytes are safely stored."""
    uow.evidence.fetched(evidence_id, file, mime, name, now)


def give_up(uow: UnitOfWork, evidence_id: int, reason: str, now: datetime) -> None:
    """The bytes could not be had: the row says so and the sender is told, so that nobody counts on it."""
    uow.evidence.fetch_failed(evidence_id, reason, None)
    row = uow.evidence.get(evidence_id)
    if row is None or row.contact_id is None:
        return
    contact = uow.roster.get(row.contact_id)
    if contact is None or contact.account is None or contact.channel is None:
        return
    text = f"您{row.at:%m月%d日}发的{KIND_NAMES[row.kind]}没存成功（{reason}），请重新发一次。"
    push(
        uow, Push(f"evidence:failed:{evidence_id}", contact.channel, contact.account, text, now), contact, now
    )


def _add(context: Context, kind: EvidenceKind, text: str) -> int:
    incoming = context.incoming
    media = incoming.media
    return context.uow.evidence.add(
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
        fetch_deadline=incoming.sent_at + MEDIA_LIFETIME if media else None,
    )


def _named(board: Board, text: str) -> tuple[tuple[BoardLine, ...], str]:
    """The lines that the text begins with (“1 工地检查”, “归到②”), and the words behind."""
    found = _LEADING_PLACE.fullmatch(text)
    places = read_ordinals(found["place"]) if found else ()
    if found is None or not places:
        return (), text.strip()
    return board.of_ordinal(places[0]), found["rest"].strip()


def _file(context: Context, ids: Sequence[int], line: BoardLine, caption: str) -> Reply:
    for evidence in ids:
        context.uow.evidence.file_to(evidence, line.criterion.code, line.subject)
        if caption:
            context.uow.evidence.caption(evidence, caption)
        context.uow.audit.record(
            context.now, context.actor, "file", f"evidence:{evidence}", {"code": line.criterion.code}
        )
    said = f"，说明：{clip(caption, 40)}" if caption else ""
    lines = [f"已归到{line.title}：{len(ids)}件{said}"]
    rows = context.uow.evidence.list(context.speaker.campaign.id, code=line.criterion.code)
    bare = [row for row in rows if row.kind == "image" and not row.caption and row.state != "withdrawn"]
    if bare:
        lines.append(f"其中{len(bare)}张图片还没有文字说明，没有说明的图片可能不算完整材料。")
    if line.missing and line.missing[0].type == "choice":
        labels = "、".join(clip(choice.label, 14) for choice in line.missing[0].choices)
        lines.append(f"这项还要报情况：回“{line.duty.ordinal} ”加 {labels} 之一。")
    return Reply("\n".join(lines))


def _choices(board: Board) -> list[str]:
    lines = {line.duty.ordinal: line for line in board.lines}.values()
    rows = [f"{line.duty.ordinal} {leaf_name(line.criterion, 26)}" for line in lines]
    return shown(rows, LISTED, "……另有{}项，全部序号见“我的任务”")


def _counted(items: Sequence[Evidence]) -> str:
    kinds = dict.fromkeys(row.kind for row in items)
    parts = [f"{KIND_NAMES[kind]}{sum(row.kind == kind for row in items)}" for kind in kinds]
    waiting = sum(row.state == "pending" for row in items)
    return "、".join(parts) + (f"（{waiting}件保存中）" if waiting else "")
