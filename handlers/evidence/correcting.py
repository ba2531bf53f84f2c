"""发错的材料: a picture or file that was wrong, one too many, or put to the wrong line; asked, then done at one tap."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from handlers import dialogs
from handlers.board import Board, BoardLine, board_of
from handlers.context import Context
from handlers.drafts import choosing
from handlers.evidence import which
from handlers.evidence.announced import keep_caption
from handlers.evidence.items import kept_as_judged, label, record
from handlers.evidence.placing import named_in
from handlers.evidence.putting import copied, move_to
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.suggesting import offering
from handlers.wording import clip
from store.records import Evidence

QUESTION: Final = "evidence correction"
LONGEST: Final = 60
MOST: Final = 8
_PIECE: Final = re.compile(
    r"[照相]片|[图截]|扫描件?|文件|附件|视频|录像|录音|链接|材料|[\d两三几]个文(?!件)|(?:这|那|刚[才发]?的?|上面|上|前)一?[张份件]|一件|第?[\d一二两三四五六七八九十]{1,2}[张份]|[张份件](?=.{0,4}(?:重|多余|错))"
)
_GONE: Final = re.compile(
    r"(?:发|传|交|报|放|拍|弄|搞|选|拿|贴)(?:错|重|多|岔)了?|不要了|不用了|不算|删[掉了除]?|撤[回掉下销了]?|作废|多余|重复|拿掉|去掉|换[一掉成下]|重新?[拍传发]|看不清|模糊|没用"
)
_MOVED: Final = re.compile(
    r"(?:归|放|挂|交|传|发)(?:错|岔|到)|应该?(?:是|归|放|算|在)|(?:[张份件片图]|材料)[也都]?是第?[\d一二三四五六七八九十①-⑳]{1,2}项?的|不是.{1,12}是|改[归放挂]?[到成]?第?[\d一二三四五六七八九十]|[移挪换调转弄]到"
)
_ALSO: Final = re.compile("同时|也(?:算|用|归|是|给|放|能|可)|还(?:算|能|可以)|两边|都(?:可以|能|得|要)?用")
_NOT_THIS: Final = re.compile(
    r"^(?:哦|啊|不对)?[，,\s]*不是(?:这|那|第?\d+|第?[一二三四五六七八九十]+)一?[项个条的][，,\s]*"
)
_MISFILED: Final = re.compile("(?:哦|啊|哎呀?|不对|刚才|刚刚|我|好像|是|[，,\\s])*(?:归|放|挂)(?:错|岔)")
"""归错了，应该是第3项的, with no word for the piece: of the one that has just been filed."""
_NEW: Final = re.compile("换|重新?[拍传发]|看不清|模糊")
_BETTER: Final = re.compile("(?:再|补|另)(?:发|传|拍|交|补)?[一几两](?:张|份|件|个)|清楚[点些的]|更清[楚晰]")
_SEND_NEW: Final = "好的，新的直接发来就行；旧的不要了就说“刚才那张不要了”。"
_NAMED_WRONG: Final = re.compile("(?:文件名|名字|标题|名称)[^，,。]{0,4}(?:写|起|打|取|弄|搞)?错")
_RENAMED: Final = (
    "文件名我不改，没有改动，也不影响归到哪一项；要改就把改好名的重新发来，旧的说“刚才那个文件不要了”撤掉。"
)
_ASKED: Final = re.compile(
    "(?:能不能|可不可以|能否|可以|能|麻烦您?|请|帮忙|帮我?|给我)+(?=[^，,。]{0,14}(?:改[归放到成]|[移挪换]到|归到|放到|撤|删|去掉))|(?<=[了掉下到项])(?:吗|么|行吗|行不行?|可以吗|好吗)[?？]?$|是不是(?=[^，,。]{0,4}(?:发|传|放|归|交)错)"
)
"""能不能帮我删掉: asked for, as an order is."""
_SENT: Final = re.compile(
    "(?:刚[才刚]?|那|这|上面|前面|之前).{0,6}(?:[张份]|[照相]片|[图截]|文件|附件|扫描件)"
)
"""A piece that is spoken of as there: 刚才那张归到第2项."""
_STAYS: Final = re.compile(
    r"(?:^|[，,。\s]+)[^，,。\s]{1,10}(?:不动|别动|不用动|不变|留着|保留)(?=[，,。\s]|$)"
)
"""46号不动: what is to stay as it is."""
_USED: Final = re.compile("都(?:可以|能|得|要)?用")
"""1和3都能用: all of the places, not all of the pieces."""
_NEXT: Final = re.compile("(?:下面|接下来|等下|待会儿?|下)(?:发|传)?的?(?:这|那|一)*[张份件个]")
"""下面这张是3的: of a piece that has not come yet."""
_ALL: Final = re.compile("都|全部|全|所有|(?<!第)[两二三四五六几]张")
_REPORTED: Final = re.compile(
    r"\d\s*[-－—–]\s*\d|材料(?:其实|还|都|也)?(?:不|没|齐|全|有|缺)|(?:有|无|没有?)材料|\d+(?:\.\d+)?%"
)


def correct(text: str, context: Context) -> Reply | None:
    """Ask whether the piece that is meant is to be taken back or put elsewhere; None for any other text."""
    if context.speaker.role != "contact" or len(text) > LONGEST:
        return None
    text = _STAYS.sub("", _ASKED.sub("", text))
    if is_question(text):
        return None
    if (renumbered := _RENUMBERED.search(text)) is not None:
        return _numbered_anew(renumbered, context)
    if _NOT_THIS.match(text) and _just_filed(context):
        return _moved_to(_NOT_THIS.sub("", text), context)
    if _MISFILED.match(text) and _just_filed(context):
        return _moved_to(text, context)
    told = not _REPORTED.search(text) and (_PIECE.search(text) or _names_one(text, context))
    return _told(text, context) if told else None


def _told(text: str, context: Context) -> Reply | None:
    if _ALSO.search(text) or _MOVED.search(text):
        moved = _moved_to(text, context)
        if moved is not None or not _GONE.search(text):
            return moved
    if _NAMED_WRONG.search(text):
        return Reply(_RENAMED)
    if _GONE.search(text):
        return _taken_back(text, board_of(context, text), context)
    return Reply(_SEND_NEW) if _BETTER.search(text) else None


_RENUMBERED: Final = re.compile(
    r"(?:应该|实际|其实)?是(?P<new>\d{1,4})号[^，,。\d]{0,4}[，,\s]*不是(?P<old>\d{1,4})号|不是(?P<was>\d{1,4})号[^，,。\d]{0,4}[，,\s]*(?:应该|实际|其实|而)?是(?P<then>\d{1,4})号"
)


def _numbered_anew(found: re.Match[str], context: Context) -> Reply | None:
    """是54号不是45号, of a document that was handed in by its number: the right one is noted, the wrong one taken back."""
    old, new = found["old"] or found["was"], found["new"] or found["then"]
    rows = [row for row in _own(context) if re.search(rf"(?<!\d){old}号", row.text) and row.code]
    line = board_of(context).line(rows[-1].code or "", rows[-1].subject) if rows else None
    if line is None:
        return None
    right = re.sub(rf"(?<!\d){old}号", f"{new}号", rows[-1].text)
    order = (f"材料 {line.duty.ordinal} {right}", f"先记上“{clip(right, 40)}”（{clip(line.title, 20)}）")
    return offering.choose(f"文号写错的要另记一件，记好再撤回“{clip(rows[-1].text, 30)}”：", [order], context)


def _just_filed(context: Context) -> bool:
    """Whether the last thing that the speaker did was to put a piece to a line."""
    rows = _own(context)
    last = context.uow.submissions.last_of(context.speaker.campaign.id, context.speaker.contact.id)
    if not rows or rows[-1].code is None or context.now - rows[-1].at > dialogs.LIFETIME:
        return False
    return last is None or last.at < rows[-1].at


def _names_one(text: str, context: Context) -> bool:
    """Whether something is said against a piece that the words name by its number or title."""
    told = _GONE.search(text) or _MOVED.search(text) or _ALSO.search(text)
    return told is not None and which.names_one(text, _own(context))


def _moved_to(text: str, context: Context) -> Reply | None:
    board, way = board_of(context, text), which.way(text)
    said = which.named_target(text) or text.rsplit("不是", maxsplit=1)[-1]
    target = named_in("".join(f"第{place}项" for place in way.to) or said, board, context)
    following = _NEXT.match(text) is not None
    if target.certain and (following or (_SENT.search(text) and not _own(context))):
        titles = "、".join(line.title for line in target.lines)
        head = "" if following or text.startswith("这") else "没有收到过您的图片或文件，没有可归的。"
        places = "、".join(f"第{line.duty.ordinal}项" for line in target.lines)
        return keep_caption(places, context, head, f"发来就归到{titles}。")
    if not target.certain or len(target.lines) != (len(way.to) if _ALSO.search(text) and way.to else 1):
        return None
    codes = frozenset(line.code for line in board.of_ordinal(way.at)) if way.at else frozenset()
    return _moved(text, target.lines, codes, context)


def _taken_back(text: str, board: Board, context: Context) -> Reply | None:
    named = named_in(text, board, context)
    codes = frozenset({line.code for line in named.lines} if named.certain and len(board.lines) > 1 else ())
    meant = list(which.meant(text, _own(context), codes).rows)
    if not meant:
        return Reply("没有您发过的材料可以撤回，没有改动。")
    if refused := _refused(meant[-1], board, context):
        return Reply(refused)
    new = _new_one(text, meant[-1], board)
    if _ALL.search(text):
        return _ask(context, [_gone(meant)], new)
    several = len(meant) > 1
    choices = [_gone([row], place if several else 0) for place, row in enumerate(meant, start=1)]
    return _ask(context, choices[::-1][:MOST], new)


def _new_one(text: str, row: Evidence, board: Board) -> str:
    """How the one that takes its place is handed in; "" where none is spoken of."""
    if not _NEW.search(text):
        return ""
    line = board.line(row.code, row.subject) if row.code else None
    if line is None or not which.numbers_in(text):
        return "撤回后把新的直接发来就行。"
    return f"撤回后把新的直接发来，或发文号：“材料 {line.duty.ordinal} 新的文号”。"


def _moved(text: str, lines: Sequence[BoardLine], codes: frozenset[str], context: Context) -> Reply | None:
    """The piece that is meant, else the last one, put elsewhere, or to all of these as well."""
    rows = [row for row in _own(context) if row.code is not None]
    found = which.meant(text, rows, codes)
    there = {(line.code, line.subject) for line in lines}
    also = _ALSO.search(text) is not None
    elsewhere = [
        row for row in found.rows if (row.code, row.subject) not in there or (also and len(there) > 1)
    ]
    if not elsewhere:
        return None
    meant = elsewhere if found.pointed else elsewhere[-1:]
    if not also and (refused := _refused(meant[-1], board_of(context, meant[-1].code or ""), context)):
        return Reply(refused)
    groups = [meant] if _ALL.search(_USED.sub("", text)) else [[row] for row in meant[::-1][:MOST]]
    return _ask(context, [_put(group, lines, also=also) for group in groups], "")


def _put(rows: Sequence[Evidence], lines: Sequence[BoardLine], *, also: bool) -> dict[str, Any]:
    names = "、".join(f"“{clip(label(row), 30)}”" for row in rows[:MOST])
    if also and len(rows) == 1:
        lines = [line for line in lines if (line.code, line.subject) != (rows[0].code, rows[0].subject)]
    told = f"{names}{'也' if also else ''}归到{'、'.join(line.title for line in lines)}"
    places = [[line.code, line.subject] for line in lines]
    return {"label": told, "ids": [row.id for row in rows], "to": places, "also": also}


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Do what was chosen; None where the text is something else."""
    choices: Sequence[Mapping[str, Any]] = state["choices"]
    labels = [choice["label"] for choice in choices]
    agreed = len(choices) == 1 and choosing.agrees(text)
    places = (0,) if agreed else choosing.picked(text, labels)
    if places == () or dialogs.yes_or_no(text) is False:
        dialogs.close(context)
        return Reply("好的，材料没有改动。")
    if places is None:
        return None
    dialogs.close(context)
    return Reply("\n".join(_done(context, choices[place]) for place in places))


def _done(context: Context, choice: Mapping[str, Any]) -> str:
    rows = [row for row in map(context.uow.evidence.get, choice["ids"]) if row is not None]
    board = board_of(context, " ".join(row.code or "" for row in rows))
    refused = next((said for row in rows if (said := _refused(row, board, context))), "")
    if refused and not choice.get("also"):
        return refused
    if choice.get("to"):
        return "\n".join(_put_there(context, rows, code, subject, choice) for code, subject in choice["to"])
    for row in rows:
        context.uow.evidence.withdraw(row.id, context.now, context.actor)
        record(context, "evidence.withdraw", row, row.code or "")
    _forget(context, choice["ids"])
    return f"已撤回{len(rows)}件：“{clip(label(rows[0]), 40)}”，记录保留，不再算已交。"


def _put_there(
    context: Context, rows: Sequence[Evidence], code: str, subject: str, choice: Mapping[str, Any]
) -> str:
    line = board_of(context, code).line(code, subject)
    rows = [copied(context, row) for row in rows] if choice.get("also") else rows
    return move_to(context, rows, line) if line is not None else "这一项不在您的任务里，材料没有改动。"


def _forget(context: Context, ids: Sequence[int]) -> None:
    """What is taken back waits for no place any more."""
    state = dialogs.present(context)
    if state is not None and set(state.get("ids", ())) and set(state["ids"]) <= set(ids):
        dialogs.close(context)


def _gone(rows: Sequence[Evidence], place: int = 0) -> dict[str, Any]:
    where = f"（{rows[0].code}）" if rows[0].code else "（还没归类）"
    count = f"{len(rows)}件：" if len(rows) > 1 else f"您发的第{place}件" if place else ""
    names = "、".join(f"“{clip(label(row), 20)}”" for row in rows[:MOST])
    return {"label": f"撤回{count}{names}{where}", "ids": [row.id for row in rows]}


def _ask(context: Context, choices: Sequence[Mapping[str, Any]], more: str) -> Reply:
    alone = len(choices) == 1
    head = (
        f"{choices[0]['label']}吗？是就回1，不是请回“取消”。{more}"
        if alone
        else f"要{'改归' if choices[0].get('to') else '撤回'}哪一件？请回序号。{more}"
    )
    dialogs.ask(context, QUESTION, {"choices": list(choices)}, again=head)
    return Reply(
        "\n".join([head, *(f"{place} {choice['label']}" for place, choice in enumerate(choices, start=1))])
    )


def _refused(row: Evidence, board: Board, context: Context) -> str:
    line = board.line(row.code, row.subject) if row.code else None
    return kept_as_judged(context, line) if line is not None else ""


def _own(context: Context) -> list[Evidence]:
    """What the speaker himself has sent and not taken back, the oldest first."""
    rows = context.uow.evidence.list(context.speaker.campaign.id, contact_id=context.speaker.contact.id)
    return [row for row in rows if row.state != "withdrawn"]
