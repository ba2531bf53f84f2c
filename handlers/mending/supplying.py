"""补一句: what is told afterwards of what was just reported: the day and the number of its material, where it comes from."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from handlers.board import board_of
from handlers.context import Context
from handlers.evidence import which, worded
from handlers.evidence.dating import day_of
from handlers.evidence.items import of_lines, record
from handlers.mending.reported import of_last_message, reported
from handlers.messages import Reply
from handlers.reading import Task
from handlers.reading.certainty.questions import asks
from handlers.reading.labels import title
from handlers.reading.tasks import Answer, ReportItem, RowReading
from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean
from handlers.reporting import questions, report, words_kept
from handlers.reporting.about.meant import said_before
from handlers.reporting.situations import levels, signs
from handlers.talking.promises import is_promise
from handlers.wording import clip, local, month_day
from store.records import Evidence

LONGEST: Final = 220
_GATE: Final = re.compile("[日号月年]|20\\d\\d[-./]|补|[加说]一?句|来源|出处|出自|来自|依据|根据|文号")
_DAY: Final = re.compile(
    r"(?:哦|对了|不对|错了|记错了|应该|嗯|补充一下|另外|那个|这个|[这那][份张]|\d{1,4}号(?=文|那|这|通知|是)|[，,\s])*(?:那[份个]|这[份个]|文件|方案|通[知报告]|公[告报]|简报|批复|报告|材料|规划|制度|办法|文|措施|标准|会议?|是|它|时间|日期|我们|都|就|大概|在)*"
    r"(?:20\d\d[-./]\d{1,2}[-./]\d{1,2}|(?:(?:20)?\d\d年|[去前今]年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|(?:去年|前年|今年)?\d{1,2}月(?:份|底|初|中旬)?|去年(?:底|初)?|今年年初|年初|上半年|上个?月)(?:那一?[次场个回]的?(?:会议?|活动|检查|培训)?|那天|当天|就|才|正式|以|在|局务会|会上|[，,\s])*"
    r"(?:(?:印发|下发|发布|公布|制定|出台|印|发|定|开|办|签|通过|成立|建|盖章|做|搞|报|召开|施行|实施|上线|下|建立|建好|建成)(?:出来|下去|下来)?)?(?:的|了)?[啊呢吧]*"
)
_SHORT_YEAR: Final = re.compile(r"(?<!\d)(?=\d\d年\d{1,2}月)")
"""21年3月2号."""
_YEAR: Final = re.compile(r"[前去今]年(?=\d)")
_MORE: Final = re.compile(
    r"(?:哦|对了|[，,\s])*(?:[^，,。\d]{0,12}(?:漏|忘|少)[了报写说]{0,3}[，,\s]+)?(?:再|还)?(?:补充|补一?句|加一?句|补一?条|多说一?句)(?:一?下|一?点|说明|一?条|一?句)?[，,:：\s]+(?P<of>.{3,200})",
    re.DOTALL,
)
_SOURCE: Final = re.compile(
    r"(?:哦|对了|补充一下|另外|[，,\s])*(?:这个|刚才|那个|上面)?的?(?:数据?|数字|结果|情况|材料)?(?:的)?(?:来源|出处|依据|出自|来自|根据)(?:是|为|于|的是)?[:：]?(?P<of>.{3,50})"
)
_NUMBER: Final = re.compile(
    r"(?:不对|错了|[，,\s])*(?:文号|号码|文件号)(?:我)?(?:写|打|报|发|弄|搞)?(?:错|岔|不对)了?[，,\s]*(?:应该|应)?(?:是|为)?第?(?P<count>\d{1,4})号?(?:才对|吧)?"
)
_VALUED: Final = re.compile(r"^\s*(?:[①-⑳㉑-㉟]|\d{1,2}(?:\.\d+)?[\s、:：])|率\s*[是为]?\s*\d")
_HAN: Final = re.compile("[\u4e00-\u9fff]{3}")
_SENDS: Final = re.compile("(?:截图|拍照?|扫描件?|照片|文件|原件|材料).{0,6}(?:发|传|给|补)")
_COUNT: Final = re.compile(r"\d+(?=号$)")


def supply(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """What the words add to the material of the last report, kept or asked; None for other words."""
    said = clean(text).strip().rstrip("。.!！")
    if context.speaker.role != "contact" or len(said) > LONGEST or not _GATE.search(said):
        return None
    if (
        is_question(said)
        or signs.has_number(said)
        or (before is not None and before["kind"] != questions.QUESTION)
    ):
        return None
    number = _NUMBER.fullmatch(said)
    if number is not None:
        return _renumbered(number["count"], context) if before is None else None
    if _DAY.fullmatch(said) is None:
        return _told(said, before, context)
    if before is not None:
        return _beside(said, before, context)
    return _of_day(said, context)


def _of_day(said: str, context: Context) -> Reply | None:
    """The day is that of the material; what names none is kept in words."""
    day, rows = _day(said, context), _spoken_of(said, context)
    if day is None and rows and which.numbers_in(said):
        return Reply("没有改动：材料的日期要写到哪一天，如“45号是2021年3月2日印发的”。")
    return _dated(rows, day, context) if day is not None and rows else _kept(said, context)


def _told(said: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """Where it comes from, or more of the same; what is promised behind it is acknowledged."""
    more = _MORE.fullmatch(said)
    found = more or _SOURCE.fullmatch(said)
    if found is None or (more is not None and (_VALUED.search(more["of"]) or not _HAN.search(more["of"]))):
        return None
    words, _, behind = said.partition("，") if more is None else (more["of"], "", "")
    promised = _SENDS.search(behind) is not None or is_promise(behind, local(context.now).date())
    words = words if promised else said if more is None else words
    reply = (
        (_beside(words, before, context) or _joined(words, before, context))
        if before
        else _kept(words, context)
    )
    if reply is None or not promised:
        return reply
    return Reply(f"{reply.text}\n“{clip(behind, 24)}”：好的，图片、文件直接发到这里就行，会问归到哪一项。")


def _spoken_of(said: str, context: Context) -> Sequence[Evidence]:
    """The piece whose number the words say, else the material of the last message."""
    if not which.numbers_in(said):
        return worded.of_last_message(context) or _asked_of(context) or _only_undated(said, context)
    rows = context.uow.evidence.list(context.speaker.campaign.id, contact_id=context.speaker.contact.id)
    found = which.meant(said, [row for row in rows if row.code and row.state != "withdrawn"])
    return found.rows if found.pointed else ()


def _only_undated(said: str, context: Context) -> Sequence[Evidence]:
    """日期就是11月18号: the pieces of the one own line of which no day is known."""
    rows = context.uow.evidence.list(context.speaker.campaign.id, contact_id=context.speaker.contact.id)
    open_ = [row for row in rows if row.code and row.state != "withdrawn" and row.dated is None]
    return open_ if "日期" in said and len({(row.code, row.subject) for row in open_}) == 1 else ()


_WHEN: Final = re.compile(r"请回“日期 (\d{1,2}) ")
_NOTED: Final = re.compile(r"日期(?:记为|按)(?P<day>20\d\d年\d{1,2}月\d{1,2}日)")


def _asked_of(context: Context) -> Sequence[Evidence]:
    """The pieces that the last answer asked the day of, or noted as of a day that is wrong."""
    before = said_before(context)
    answer = before[1] if before is not None else ""
    places, noted = set(map(int, _WHEN.findall(answer))), _NOTED.search(answer)
    lines = [
        line
        for line in board_of(context).lines
        if line.duty.ordinal in places or (noted is not None and line.title in answer)
    ]
    day = None if places or noted is None else _day(noted["day"], context)
    return [row for row in of_lines(context, lines) if row.dated == day] if lines else ()


def _day(said: str, context: Context) -> date | None:
    year = local(context.now).year
    said = _SHORT_YEAR.sub("20", said)
    said = _YEAR.sub(lambda found: f"{year - len('前去今') + 1 + '前去今'.index(found[0][0])}年", said)
    return day_of([said], date(context.speaker.campaign.year, 1, 1), local(context.now).date())


def _dated(rows: Sequence[Evidence], day: date, context: Context) -> Reply:
    """The material that came with the last message is of that day."""
    lines = board_of(context).lines
    told = []
    for row in rows:
        _describe(row, context, dated=day)
        record(context, "evidence.date", row, day.isoformat())
        line = next((line for line in lines if (line.code, line.subject) == (row.code, row.subject)), None)
        told += [line.title] if line is not None else []
    names = "、".join(dict.fromkeys(told))
    return Reply(
        f"好的，{names}的材料（{len(rows)}件）日期记为{day.year}年{month_day(day)}。记错了请直接说准的日期。"
    )


def _renumbered(count: str, context: Context) -> Reply | None:
    """The only number of a document among that material, with another count."""
    rows = [row for row in worded.of_last_message(context) if row.document_number]
    if len(rows) != 1 or not _COUNT.search(rows[0].document_number):
        return None
    new = _COUNT.sub(count, rows[0].document_number)
    _describe(rows[0], context, document_number=new)
    record(context, "evidence.number", rows[0], new)
    return Reply(
        f"好的，这件材料的文号由{rows[0].document_number}改记为{new}，原话照留：“{clip(rows[0].text, 40)}”。"
    )


def _describe(row: Evidence, context: Context, dated: date | None = None, document_number: str = "") -> None:
    context.uow.evidence.describe(
        row.id,
        document_number=document_number or row.document_number,
        title=row.title,
        dated=dated or row.dated,
        category=row.category,
    )


def _beside(said: str, before: Mapping[str, Any], context: Context) -> Reply | None:
    """It belongs to the words that wait for an answer already: these are asked about with it."""
    waiting = words_kept.words_in(before)
    board = board_of(context, " ".join(waiting))
    tasks = [task for task in board.tasks() if task.criterion.code in waiting]
    if len(tasks) != 1 or not waiting[tasks[0].criterion.code]:
        return None
    words = f"{waiting[tasks[0].criterion.code]}\n{said}"
    return report.answered(context, board, [levels.of_line(tasks[0], words, before["choices"][0]["subject"])])


def _joined(said: str, before: Mapping[str, Any], context: Context) -> Reply | None:
    """Nothing else is kept with what is asked: the words are, whichever answer is chosen."""
    choices = before["choices"]
    if not choices or words_kept.with_words(before) or any(choice.get("more") for choice in choices):
        return None
    head, _, rest = before["question"].partition("\n")
    note = f"原话一并记作它的文字材料：“{levels.quoted(said)}”"
    state = {
        **before,
        "question": "\n".join(filter(None, [head, rest, note])),
        "choices": [{**choice, "words": said} for choice in choices],
    }
    return Reply("\n".join(questions.ask_next(context, [state, *before.get("later", [])])))


def _kept(said: str, context: Context) -> Reply | None:
    """The words, offered as evidence of what the last message reported."""
    board = board_of(context, said)
    last = of_last_message(reported(context, board))
    places = list(dict.fromkeys((one.line.code, one.line.subject) for one in last))
    tasks = {task.criterion.code: task for task in board.tasks()}
    if not places or not all(code in tasks for code, _ in places):
        return None
    if len(places) == 1:
        row = levels.words_alone(tasks[places[0][0]], said, [places[0][1]])
    else:
        row = _of_several(said, [(tasks[code], subject) for code, subject in places])
    return report.answered(context, board, [row])


def _of_several(said: str, places: Sequence[tuple[Task, str]]) -> RowReading:
    head = f"把“{levels.quoted(said)}”记作刚报的哪一项的文字材料？请回序号，都不是请回“取消”。"
    items = [ReportItem(task.criterion, subject, {}, words=said) for task, subject in places]
    labels = [
        f"{clip(title(task), 24)}{f'（{subject}）' if len(task.subjects) > 1 else ''}"
        for task, subject in places
    ]
    each = [Answer(label, item) for label, item in zip(labels, items, strict=True)][: questions.MOST_WAITING]
    return asks(said, (*each, Answer("以上都是", items[0], tuple(items[1:]))), head)
