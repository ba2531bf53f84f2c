"""发布的事: whether the result may be published yet, and taking a publication back; neither publishes anything."""

import re
from typing import Final

from handlers import dialogs
from handlers.calendar.deadlines import milestone_name
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.days import moving
from handlers.office.results import publishing
from handlers.office.results.readiness_check import check
from handlers.wording import clock, local, month_day

_TOPIC: Final = re.compile(
    r"(?:结果|成绩|分数|得分|总分|排名|核定|考核).{0,12}(?:公[布示开]|发布)|(?:公[布示开]|发布)(?!会).{0,12}(?:结果|成绩|分数|得分|总分|排名)"
    r"|(?:结果|成绩|得分|排名)(?:就|都|先|现在|可以)?发(?:出去|下去|了)(?:吧|$)"
    r"|(?:能|可以|该|要).{0,4}(?:公[布示]|发布)|(?:公[布示]|发布)(?:了|的)?(?:没有?|吗|么)"
)
_ASKED: Final = re.compile(
    r"[?？吗么]\s*$|[了过齐]没有?[啊呀]?\s*$|能不能|可不可以|能否|可否|是否|是不是|什么时候|啥时候?|几时|何时|哪天|几号|多久|条件|差什么|差啥|卡在|够不够|要不要|该不该"
)
_ORDER: Final = re.compile(
    r"(?:结果|成绩|得分|排名)(?:就|都|先|现在|可以)?发(?:出去|下去|了)+吧?$|(?:请|帮我?|麻烦|那就|就|可以|没问题|把.{1,16}|结果|成绩|得分)(?:发布|公布|公示)(?:一下|了|出去)?(?:吧|,|，|行吗|好吗|可以吗)*\s*[?？]?$"
)
_WHEN: Final = re.compile(
    "[吗么][?？]?$|能不能|能否|可否|什么时候|啥时候|几时|何时|哪天|几号|多久|条件|别|不[要能]|先不|之前|以后|完了?再|再"
)
_BACK: Final = re.compile(
    r"(?:撤[回销下掉了]?|收回|取消|作废|别(?!.{0,2}[等拖忘]))(?:刚才|刚刚|已经?)?.{0,6}(?:发布|公布|公示)|(?:发布|公布|公示)(?:出去)?(?:了)?的?(?:结果|成绩|分数|得分|通知)?.{0,4}(?:撤[回销下掉了]|收回|取消|作废|不算|[发弄搞点]错)"
)


_BARE: Final = re.compile(
    r"(?:那|可以|没问题|没意见|都审完了|行|好|的话|,|，|\s)*就?(?:正式)?(?:发布|公布)(?:了|出去|一下)*吧?[。!！]?"
)
"""没问题就发布吧: of nothing else but the results."""


def told(text: str, context: Context) -> Reply | None:
    """考核结果可以公布了吗, 撤回发布: how it stands; None for other words."""
    if _BACK.search(text) and not re.search("提醒|催|谁|计划", text):
        return _back(context)
    if re.search("(?:公布|发布|公示)(?:了|完|出去)?(?:之?后|以后|还能|还可以)", text) and _ASKED.search(text):
        return Reply(
            "发布以后发出去的撤不回来，数还能更正：您发“某单位某项解锁 原因”，更正、审核后再发“发布结果”，"
            "按新数重发给各人。没有发布，也没有改动。"
        )
    topic = _TOPIC.search(text) is not None or _BARE.fullmatch(text.strip()) is not None
    if topic and _ORDER.search(text) and not _WHEN.search(text):
        return publishing.publish(text, context)
    if _TOPIC.search(text) and _ASKED.search(text):
        return _readiness(context)
    return None


def _readiness(context: Context) -> Reply:
    published = context.arranged.publication
    if published is not None:
        return Reply(
            f"已经发布过：{month_day(local(published.at).date())}，{published.contact_name or ''}发布。"
            "数改了要重发，发“发布结果”，先给您看再确认。"
        )
    found, due = check(context.milestone, context), moving.due_of(context.milestone or "", context)
    node = milestone_name(context.rubric, context.milestone)
    open_yet = due is not None and context.now < due
    until = f"，{clock(due)}才截止（{context.deadlines.left(context.now, due)}）" if open_yet and due else ""
    counts = f"待审{found.waiting}、退回未改{found.returned}、疑点待定{found.undecided}、异议{found.appeals}"
    if not found.passed:
        head = f"{node}还不能发布：{counts}，要先处理完；另有未报{found.unreported}项{until}。待审回“待审”。"
        return Reply(f"{head}没有发布。")
    if found.unreported:
        head = f"{node}还不齐：未报{found.unreported}项{until}；现在发布，这些都按不得分算。没有等着审的（{counts}）。"
    else:
        head = f"{node}可以发布：都报齐、审完了（{counts}）{until}。"
    return Reply(f"{head}\n只是回答您，没有发布。看谁没报回“没报”；要发布发“发布结果”，先给您看再确认。")


def _back(context: Context) -> Reply:
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is not None and state["kind"] == publishing.QUESTION:
        dialogs.close(context)
        return Reply("好的，没有发布。")
    published = context.arranged.publication
    if published is None:
        return Reply("还没有发布过结果，没有什么可撤的；您不发“发布结果”再确认，就不会公布。没有改动。")
    return Reply(
        f"撤不回来：{month_day(local(published.at).date())}的结果已经发到各人手里，没有改动。能做的：\n"
        "先告诉大家：发“通知全体：前面发的考核结果有误，以更正后的为准”，先给您看再确认；\n"
        "数有错的：发“某单位某项解锁 原因”，更正、审核后再发“发布结果”，会按新数重发。"
    )
