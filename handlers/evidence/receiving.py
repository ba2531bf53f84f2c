"""佐证材料: pictures, recordings, links, files and texts that a contact sends as proof for a leaf."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from handlers import choosing, dialogs
from handlers.access import Act
from handlers.board import Board, BoardLine, board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.evidence.describing import describe
from handlers.evidence.filing import Filing, read_filing
from handlers.evidence.kinds import KIND_NAMES, kind_of
from handlers.evidence.naming import document_number
from handlers.evidence.placing import described, is_caption, named_in, of_unit
from handlers.messages import Reply
from handlers.reading import read_number
from handlers.reading.asides import without_asides
from handlers.reporting import report
from handlers.wording import clip, leaf_name, month_day, shown
from store.files import StoredFile
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


def ask_place(context: Context, evidence: Sequence[int], received: str, caption: str = "") -> Reply:
    """Ask to which leaf these pieces and those that wait already belong; `received` is the first line.

    What a `caption` said with them or before them names is where they go.
    """
    state = dialogs.open_question(context.speaker.account, context.now)
    asked = state if state is not None and state["kind"] == QUESTION else {}
    caption = caption or asked.get("caption", "")
    waiting = [*asked.get("ids", ()), *evidence]
    _wait(context, waiting, caption)
    if caption:
        placed = answer({"ids": waiting, "caption": caption}, caption, context)
        return (
            Reply(f"{received}。\n{placed.text}") if placed is not None else _which(context, waiting, caption)
        )
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
    rows = _get(context, state["ids"])
    if not rows:
        return None
    if state.get("code"):
        return _of_unit(state, rows, text, context)
    filings = read_filing(text, [row.original_name or row.text for row in rows])
    if isinstance(filings, str):
        return Reply(f"“{filings}”对不上待归类的{len(rows)}件材料，还没有归类。请用文号或“第1个归3”这样写。")
    board = board_of(context, text)
    lines = {filing: board.of_ordinal(filing.place) for filing in filings}
    if not filings or not all(lines.values()):
        return _captioned(rows, text, context)
    if any(_is_value(filing, text, context) for filing in filings):
        return None
    dialogs.close(context)
    said = [_settled(context, rows, filing, lines[filing], state.get("caption", "")) for filing in filings]
    filed = {row.id for filing in filings for row in _pieces(rows, filing)}
    left = [row.id for row in rows if row.id not in filed]
    if left:
        _wait(context, left, "")
        said.append(f"还有{len(left)}件没有归类，请回序号。")
    return Reply("\n".join(said))


def _is_value(filing: Filing, text: str, context: Context) -> bool:
    """Whether what stands behind the number is a value of that line rather than a caption: 2 98.5, 3 自评0.9分."""
    if read_number(filing.caption) is not None:
        return True
    figures = any(map(str.isdigit, without_asides(filing.caption)))
    return figures and any(row.outcome == "certain" for row in report.read(text, context)[1])


def _wait(context: Context, ids: Sequence[int], caption: str, code: str = "") -> None:
    state = {"ids": list(ids), "caption": caption, "code": code}
    dialogs.ask(context, QUESTION, state, again=f"{len(ids)}件材料归到哪一项")


def _settled(
    context: Context, rows: Sequence[Evidence], filing: Filing, lines: Sequence[BoardLine], caption: str
) -> str:
    """File the pieces to the leaf; where it has several assessed units and none is named, ask which."""
    filing = replace(filing, caption=filing.caption or caption)
    meant = of_unit(filing.caption, tuple(lines), board_of(context), context)
    if meant.certain:
        return _filed_to_all(context, _pieces(rows, filing), filing.caption, meant.lines)
    return _which_unit(context, _pieces(rows, filing), filing.caption, lines).text


def _captioned(rows: Sequence[Evidence], text: str, context: Context) -> Reply | None:
    """The pieces go where the words name a leaf for certain; otherwise the words stay their caption."""
    board = board_of(context, text)
    if not is_caption(text, board, context):
        return None
    meant = named_in(text, board, context)
    if not meant.certain:
        return _unsure(context, rows, text, meant.lines)
    dialogs.close(context)
    return Reply(_filed_to_all(context, rows, described(text), meant.lines))


def _unsure(context: Context, rows: Sequence[Evidence], text: str, likely: Sequence[BoardLine]) -> Reply:
    """Ask for the assessed unit where the leaf is known, else for the leaf, the likely ones first."""
    if len(likely) > 1 and len({line.code for line in likely}) == 1:
        return _which_unit(context, rows, described(text), likely)
    return _which(context, [row.id for row in rows], described(text), likely)


def _which(context: Context, ids: Sequence[int], caption: str, likely: Sequence[BoardLine] = ()) -> Reply:
    """Keep the words as the caption and ask for the leaf alone."""
    _wait(context, ids, caption)
    noted = f"说明记下了：“{clip(caption, 40)}”。" if caption else ""
    head = f"{noted}{len(ids)}件材料归到哪一项？请回序号："
    return Reply("\n".join([head, *_choices(board_of(context), likely)]))


def _which_unit(
    context: Context, rows: Sequence[Evidence], caption: str, lines: Sequence[BoardLine]
) -> Reply:
    """Ask of which assessed unit the pieces are."""
    _wait(context, [row.id for row in rows], caption, lines[0].code)
    units = [f"{place} {line.subject}" for place, line in enumerate(lines, start=1)]
    return Reply(
        "\n".join([f"{lines[0].title}：{len(rows)}件材料是哪个单位的？请回序号，几家共用回“都是”。", *units])
    )


def _of_unit(state: Mapping[str, Any], rows: Sequence[Evidence], text: str, context: Context) -> Reply | None:
    """The assessed units that the answer picks."""
    lines = [line for line in board_of(context, state["code"]).lines if line.code == state["code"]]
    places = choosing.picked(text, [line.subject for line in lines])
    if not places:
        return None
    dialogs.close(context)
    return Reply(_filed_to_all(context, rows, state["caption"], [lines[place] for place in places]))


def wants_place(state: Mapping[str, Any] | None, text: str, context: Context) -> Reply | None:
    """Words that nothing else explains are the caption of the pieces that wait to be filed."""
    if state is None or state["kind"] != QUESTION or len(text) < len("检查") or state.get("code"):
        return None
    return _which(context, state["ids"], described(text))


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


_ADDRESS = re.compile(r"https?://[^\s，。；、）)】”\"'<>]+", re.IGNORECASE)
_MARK = re.compile(r"[\[【](?:链接|网页|图文|网址)[\]】]")


def linked(text: str, context: Context) -> Reply | None:
    """An address with or without words is evidence: filed where the words name a leaf, else asked about."""
    found = _ADDRESS.findall(text)
    if not found or context.speaker.role != "contact" or _NAMED_TEXT.fullmatch(text):
        return None
    words = " ".join(_MARK.sub(" ", _ADDRESS.sub(" ", text)).split())
    items = [row.item for row in report.read(words, context)[1] if row.outcome == "certain" and row.item]
    told = report.report(words, context) if items else None
    added = [_add(context, "link", words, url) for url in dict.fromkeys(found)]
    if told is None:
        return _placed(context, added, words)
    board = board_of(context, words)
    lines = {
        (item.criterion.code, item.subject): board.line(item.criterion.code, item.subject) for item in items
    }
    (first, *others) = [line for line in lines.values() if line is not None]
    filed = _filed_to_all(context, _get(context, added), "", [first, *others])
    return Reply(f"{told.text}\n{filed}")


def _placed(context: Context, added: Sequence[int], words: str) -> Reply:
    return ask_place(context, added, f"收到链接{len(added)}个，已记下", words)


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


def _add(context: Context, kind: EvidenceKind, text: str, url: str = "") -> int:
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
        url=url or incoming.url,
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


def _filed_to_all(
    context: Context, rows: Sequence[Evidence], caption: str, lines: Sequence[BoardLine]
) -> str:
    """Put the pieces to each of these lines; to further ones as copies of their own."""
    first, *further = lines
    said = [_filed(context, rows, Filing(None, first.duty.ordinal, caption), first)]
    for line in further:
        copies = _get(context, [_copied(context, row) for row in rows])
        said.append(_filed(context, copies, Filing(None, line.duty.ordinal, caption), line))
    return "\n".join(said)


def _copied(context: Context, row: Evidence) -> int:
    """The same piece once more, its bytes fetched again where they are still on their way."""
    file = StoredFile(row.sha256, row.size) if row.sha256 is not None and row.size is not None else None
    return context.uow.evidence.add(
        campaign_id=row.campaign_id,
        subject=row.subject,
        unit=row.unit,
        contact_id=row.contact_id,
        inbox_id=row.inbox_id,
        code=None,
        kind=row.kind,
        text=row.text,
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


def move_to(context: Context, rows: Sequence[Evidence], line: BoardLine) -> str:
    """Put pieces that may be filed already to that line; what is said of it."""
    return _filed(context, rows, Filing(None, line.duty.ordinal), line)


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
    where = f"（{line.subject}）" if len(line.duty.subjects) > 1 else ""
    lines = [f"已归到{line.title}{where}：{len(pieces)}件{said}"]
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


def _choices(board: Board, likely: Sequence[BoardLine] = ()) -> list[str]:
    lines = {line.duty.ordinal: line for line in (*likely, *board.lines)}.values()
    rows = [f"{line.duty.ordinal} {leaf_name(line.criterion, 26)}" for line in lines]
    return shown(rows, LISTED, "……另有{}项，全部序号见“我的任务”")


_NAMED_TEXT = re.compile(r"(?:证明|佐证|印证)?材料[\s:：]+(?P<rest>\S.*)", re.DOTALL)
COMMAND = Command(Act.EVIDENCE, "材料 1 平农〔2021〕45号", words(""), attach_text, _NAMED_TEXT)
