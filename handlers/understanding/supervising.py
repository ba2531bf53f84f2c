"""分管领导: what somebody who sees his unit's reports and does not make them asks, orders or tries to report."""

import re
from collections import Counter
from typing import Final

from handlers.access import Act
from handlers.board import Board, BoardLine, board_of
from handlers.campaign.units import mentions
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.drafts import confirming
from handlers.leading.orders.relaying import send_to_all
from handlers.leading.topics import likest, topic_of
from handlers.lookups.explain import reckoned
from handlers.lookups.progress import my_tasks, next_deadline_of
from handlers.messages import Reply
from handlers.people.own_place import who_reviews
from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean
from handlers.receipts import line_of, points_text, values_text
from handlers.reporting import report
from handlers.review.decisions import STATUS_NAMES
from handlers.understanding import beyond
from handlers.understanding.own_staff import contacts, is_called, of_staff, staff_names
from handlers.wording import clip, clock, leaf_name, listed, shown
from store.records import Contact

_LONGEST: Final = 60
_ORDERS: Final = re.compile(
    r"(?:^|[,，。;；\s])(?>帮我|麻烦|请你?|赶紧|你|再|快)*(?:催|提醒|督促|盯|通知|告诉|转告|让|叫|请|(?:给|跟|和)(?=.{1,8}(?:说|讲|打|发|提))|问一?[问下声]?(?=[他她小老联\u4e00-\u9fff]))"
)
_STAFF: Final = re.compile(
    r"联络员|下面|底下|手下|办公室|他们?|她们?|大家|具体(?:办|经办)|经办人?|小[\u4e00-\u9fff]|老[\u4e00-\u9fff]"
)
_REPORTS: Final = re.compile(
    r"我(?:自己|直接|先|就)?(?:来|替|帮|代).{0,8}(?:报|填)|我(?:先|自己|直接)(?:来)?(?:报|填)|替[\u4e00-\u9fff]{1,4}(?:报|填)|代(?:报|填)|帮我.{0,10}(?:报|填|改|交)|改(?:成|为|到)\s*\d|改(?:过来|回来|一下|掉|正)|更正(?:过来|一下|吧|$)|我(?:来)?(?:上报|填报)"
)
_REVIEWED: Final = re.compile(
    r"审核.{0,4}(?:卡|动静|消息|结果)|(?:审核?|核定)(?:了|过|完|通过|到哪|得|进度|怎么样|情况|没)|(?:通过|过审|审过|退回?|打回)(?:来)?(?:了)?(?:没|吗|几|哪)|(?:没|有没有)(?:审|通过|退)|谁(?:在|来)?审"
)
_ASKS: Final = re.compile(r"(?:[吗没呢不吧]|没有|了)[?？。]*$|[?？]")
_FAR: Final = re.compile(r"审(?:核)?(?:到哪了?|了没有?|了吗|完了吗|进度|情况|得怎么样了?)[?？]?")
_MATERIALS: Final = re.compile(
    r"(?:材料|佐证|证明|附件).{0,6}(?:补|交|齐|全|传|够|有|缺|差)|(?:补|缺|差|交|传|发|看).{0,4}(?:材料|佐证|证明|附件)"
)
_TELLS: Final = re.compile(
    "已经?(?:印发|下发|出台|开展|完成|报送|办|做|建)|(?:印发|下发|完成|做完|办完|弄好|开展)了|没有发生|未发生"
)
_FIGURE: Final = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,2})?(?![\d.分月日号点])")
_HOW: Final = re.compile(
    r"怎么样|咋样|如何|干得|干了|做得|做了|报得|报的(?:是)?(?:啥|什么|多少|几)|报了(?:啥|什么|多少|几|哪)|进度|进展|情况|忙啥|报了|报完|完成|动了"
)
_LISTED: Final = 8


def supervised(text: str, context: Context) -> Reply | None:
    """The answer to a supervisor about his own unit; None for anything else, and for everybody else."""
    if context.speaker.role != "supervisor" or len(text) > _LONGEST or _is_known(text):
        return None
    words, board = clean(text).strip(), board_of(context)
    if _of_others(words, context) or beyond.injected(text, context) is not None:
        return None
    staff = any(is_called(one, words) for one in contacts(context))
    staff_told = of_staff(words, context)
    if staff_told is not None:
        return staff_told
    if _ORDERS.search(words) and (staff or _STAFF.search(words)):
        return _urged(text, words, board, context)
    if _reports(words, context):
        return _no_report(text, context)
    asks = is_question(words) or _ASKS.search(words) is not None
    return _asked(words, board, context) if asks or staff else None


def _asked(words: str, board: Board, context: Context) -> Reply | None:
    """What is asked of the unit's reports: in review, their evidence, one value, or how somebody gets on."""
    if _REVIEWED.search(words):
        return _reviewed(words, board, context)
    if _MATERIALS.search(words):
        return _materials(board, context)
    meant = _meant(words, board) if _UNKNOWN.search(words) else None
    if meant is not None:
        return _passed(words, _state_of(meant, context), words, context)
    value = _own_value(words, board)
    detail = _DETAIL.search(words)
    if value is not None and detail is not None and "分" not in words:
        return _not_told(value, detail[0], context)
    if value is not None:
        return _reckoned(value, context)
    named = _STAFF.search(words) is not None or any(is_called(one, words) for one in contacts(context))
    return my_tasks("", context) if named and _HOW.search(words) else None


def _is_known(text: str) -> bool:
    """Whether they are a command's very words; how far the review is asks of one's own unit here."""
    return KNOWN.knows(text) and not _FAR.fullmatch(text.strip())


def _of_others(words: str, context: Context) -> bool:
    """Whether another unit is named: that is nobody's here."""
    units = mentions(words, context).units
    return bool(set(units) - {context.seat.unit, context.seat.subject})


def _urged(text: str, words: str, board: Board, context: Context) -> Reply:
    """Nobody is urged in a supervisor's name: how it stands, and his words as they would be passed on."""
    line = _own_value(words, board) or _meant(words, board)
    if line is not None:
        return _passed(text, _state_of(line, context), words, context)
    due = next_deadline_of(context.deadlines, board.missing, context.seat.unit)
    owed = "、".join(dict.fromkeys(line.mark for line in board.missing))
    left = f"还差{owed}，{clock(due)}截止" if owed and due is not None else "都报齐了"
    return _passed(
        text,
        f"您不能催办（能催的是领导、质强办），没有发送。本单位由{staff_names(context)}报，{left}。",
        words,
        context,
    )


def _state_of(line: BoardLine, context: Context) -> str:
    """What is reported of it, what that scores and by which clause."""
    title = f"{_title(line, context)}：{clip(' '.join(line.criterion.clause.split()), 80)}"
    if not line.record.reported:
        return f"{title}\n还没有上报。"
    scored = points_text(line_of(context, line.criterion, line.subject, line.record.inputs))
    return f"{title}\n报的是{_value(line)}，{scored or '暂不计分'}，{_state(line)}。"


def _meant(words: str, board: Board) -> BoardLine | None:
    """The only line that the words are about by name."""
    leaves = {line.criterion.code: line.criterion for line in board.lines}
    codes = {leaf.code for leaf in likest(topic_of(words), [*leaves.values()])}
    found = [line for line in board.lines if line.criterion.code in codes]
    return found[0] if len(found) == 1 else None


def _passed(text: str, head: str, words: str, context: Context) -> Reply:
    """The words to the contact who is named, else to all of the unit who can be reached, after 是."""
    all_of_them = contacts(context)
    meant = [one for one in all_of_them if is_called(one, words)] or all_of_them
    people = [one for one in meant if one.account is not None]
    if not people:
        called = listed([one.name for one in meant], 4, "人")
        return Reply(f"{head}\n联络员{called}还没有绑定，带不了话，请直接跟他们说。")
    names = "、".join(one.name for one in people)
    message = _own_words(text.strip(), people)
    again = f"要把您这句话带给联络员{names}吗"
    lines = [head, f"{again}（会留痕）：“{clip(message, 200)}”。"]
    state = {"people": [one.id for one in people], "message": message}
    return confirming.ask(context, PASSED, state, lines, again)


def _own_words(text: str, people: list[Contact]) -> str:
    """月底前一定报完 of 跟王敏说 月底前一定报完: what is for him, without whom it is for."""
    called = "|".join(re.escape(one.name) for one in people)
    said = re.match(
        rf"(?:你|帮我|再|去)*(?:(?:跟|给|和|对)(?:{called})(?:说|讲)(?:一声|一下|下)?|(?:告诉|通知|转告|提醒)(?:一下)?(?:{called})|(?:让|叫|请)(?:{called}))[,，:：\s]*(?=\S{{4}})",
        text,
    )
    return text[said.end() :] if said is not None else text


def noticed(text: str, context: Context) -> Reply | None:
    """Words that nothing reads: how the item or unit stands that they name, and the words as they would go."""
    words = clean(text).strip()
    if context.speaker.role != "supervisor" or len(text) > _LONGEST or _of_others(words, context):
        return None
    line = _meant(words, board_of(context))
    if line is None and not any(is_called(one, words) for one in contacts(context)):
        return None
    return _passed(text, _state_of(line, context) if line is not None else _NOT_KNOWN, words, context)


PASSED: Final = "passed_on"
CONFIRMATION: Final = confirming.Confirmation(Act.CARRY, send_to_all)
_UNKNOWN: Final = re.compile(
    r"有没有说|(?:什么时候|啥时候|几号|哪天|多久)(?:才)?能|(?:怎么|为[什啥]么?|咋)(?:还|到现在).{0,4}没"
)
"""What only whoever reports can tell."""
_NOT_KNOWN: Final = "这一点这里没有记录。"


def _reports(words: str, context: Context) -> bool:
    """Whether the words report or correct, or offer to."""
    if _REPORTS.search(words):
        return True
    if is_question(words):
        return False
    if _TELLS.search(words):
        return True
    if _FIGURE.search(words) is None:
        return False
    return any(row.outcome == "certain" for row in report.read(words, context)[1])


def _no_report(text: str, context: Context) -> Reply:
    return Reply(
        f"您不能上报指标（分管领导只看不报），“{clip(text.strip(), 24)}”没有存。"
        f"由{staff_names(context)}上报、更正，请转告他们直接发。回“我的任务”看还差什么。"
    )


def _materials(board: Board, context: Context) -> Reply:
    """How much evidence there is for each line."""
    counted = Counter(
        (row.code, row.subject)
        for row in context.uow.evidence.list(context.speaker.campaign.id)
        if row.state in ("stored", "pending")
    )
    rows = [f"{_title(line, context)}：{counted[line.code, line.subject]}件" for line in board.lines]
    return Reply(
        "\n".join(["各项的证明材料：", *shown(rows, _LISTED, "……另有{}项"), f"由{staff_names(context)}交。"])
    )


def _reviewed(words: str, board: Board, context: Context) -> Reply:
    """Where each report of the own unit stands in review, and by whom where that is asked."""
    told = [line for line in board.lines if line.record.reported]
    who = who_reviews("", context).text.split("\n", 1)[0] if "谁" in words else ""
    if not told:
        return Reply(f"{context.seat.unit}还没有报上来的项，没有可审的。{who}")
    rows = [f"{_title(line, context)} {_value(line)}：{_state(line)}" for line in told]
    missing = f"另有{len(board.missing)}项没报齐。" if board.missing else ""
    end = f"{missing}{who or '审核时限原文未规定，没审的分都是暂得。'}"
    return Reply("\n".join([f"报上来{len(told)}项：", *shown(rows, _LISTED, "……另有{}项"), end]))


def _state(line: BoardLine) -> str:
    last = line.record.last
    if last is None or line.record.status == "waiting":
        return STATUS_NAMES[line.record.status]
    why = f"“{clip(last.reason, 30)}”" if last.act == "return" else ""
    return f"{STATUS_NAMES[line.record.status]}{why}（{clock(last.at)}）"


def _own_value(words: str, board: Board) -> BoardLine | None:
    """The only line that has a value which is asked about."""
    figures = set(_FIGURE.findall(words))
    found = [
        line for line in board.lines if figures & {str(value) for value in line.record.reported.values()}
    ]
    return found[0] if len(found) == 1 else None


def _not_told(line: BoardLine, asked: str, context: Context) -> Reply:
    """98.6没监督到的是哪几个工程: the report holds a value and nothing else, and who knows more."""
    return Reply(
        f"{_title(line, context)} 报的是{_value(line)}。上报里只有这个数，没有“{clip(asked, 14)}”，机器人不知道；"
        f"请直接问{staff_names(context)}，或让他们把明细作为材料补上来。"
    )


_DETAIL: Final = re.compile(
    r"(?:是|有|都是|到底是)?(?:哪[几些][\u4e00-\u9fff]{1,8}|什么原因|啥原因|具体(?:是|有)?[\u4e00-\u9fff]{0,6})|(?:为什么|为啥|怎么|咋)(?:没|只|才|这么|不是)[^,，。?？]{0,10}"
)


def _reckoned(line: BoardLine, context: Context) -> Reply:
    submission = line.record.submission
    who = f"{submission.contact_name or ''}{clock(submission.at)}报，" if submission is not None else ""
    told = reckoned(line.criterion, line.subject, context)
    return Reply(
        f"{_title(line, context)} {_value(line)}（{who}{STATUS_NAMES[line.record.status]}）\n{told.text}"
    )


def _title(line: BoardLine, context: Context) -> str:
    where = f"{line.subject}·" if len(context.speaker.campaign.subjects) > 1 else ""
    return f"{line.mark}{where}{leaf_name(line.criterion, 24)}"


def _value(line: BoardLine) -> str:
    return clip(values_text(line.criterion, line.record.reported), 40)
