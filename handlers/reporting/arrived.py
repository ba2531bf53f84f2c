"""收到没有, asked of no line: what became of what was said last, why somebody is still asked, who reviews."""

import re
from typing import Final, NamedTuple

from handlers import dialogs
from handlers.context import Context
from handlers.lookups.progress import owed
from handlers.messages import Reply
from handlers.people.own_place import who_reviews
from handlers.receipts import values_text, where_text
from handlers.reporting import questions
from handlers.reporting.about.asked import LONGEST, ROLES
from handlers.reporting.about.meant import said_before
from handlers.reporting.about.words.people import SEEN
from handlers.reporting.withdraw import effective
from handlers.review.decisions import STATUS_NAMES, records_of
from handlers.wording import clip, clock, leaf_name
from store.records import Submission

_IN: Final = "收到|收着|看[到见]|进去|成功|存[上好下了]|[记录登]上|录进|[记录]下|入库|入进"
_ASKING: Final = r"[了上下来去]*(?:没有?|吗|么|吧|不|否)[啊呀呢哈嘛了]*(?:$|[，,。?？!！\s])"
_RECEIVED: Final = re.compile(
    rf"(?:(?:报|发|说|数|刚[才刚]|上面|上一?条|前面|[那这]条|消息|信息).{{0,8}}?|^[你您]?们?(?:到底)?|有没有)(?:{_IN}){_ASKING}"
    rf"|(?:报|发|数|刚[才刚]|上面|上一?条|[那这]条).{{0,6}}有没有(?:{_IN})"
)
_CLAIMED: Final = re.compile(
    r"不是(?>已经?|早就?|昨天|前天|上周|上次|刚[才刚]?|我|们|都)*(?:报|发|填|弄)过?了?[吗么嘛啊呀的]"
    r"|(?:已经?|早就?|都|昨天|前天|上周|刚[才刚]?|上次|明明)(?:就|都|已经)*(?:报|填)(?:过|了|过了|完了|上去了).{0,8}(?:怎么|咋|为[啥什]|还|又)"
    r".{0,4}(?:催|要|提醒|问|报|说|显示|没)"
)
_PAPERS: Final = re.compile(
    "材料|照片|图片|文件|链接|附件|扫描件|名单|报告|总结|邮箱|QQ|通知|短信|绑定|验证码"
)
_REVIEWED: Final = re.compile(
    "谁.{0,3}[审核批](?!过|完)|审核[员人]?是谁|[归由]谁[审核]|(?:审|核|评)(?:核|批)?(?:我们?|咱们?)(?:的|这边)?(?:数|材料)?的?[吗么不吧]"
)
_STORED: Final = re.compile("已收|已归到|已经是|已改|收到链接|已撤回|已恢复")
_TOLD: Final = 3


class Vain(NamedTuple):
    """A message of which nothing was stored, and what was said to it."""

    text: str
    answer: str


def answer(text: str, context: Context) -> Reply | None:
    """How what the speaker reported last stands, or who reviews it; None where neither is asked."""
    if context.speaker.role not in ROLES or len(text) > LONGEST:
        return None
    if not _PAPERS.search(text):
        if _CLAIMED.search(text):
            return _claimed(context)
        if _RECEIVED.search(text) and not SEEN.telling.search(text):
            return _received(context)
    return _reviewed(context) if _REVIEWED.search(text) else None


def _reviewed(context: Context) -> Reply:
    """Who reviews, and how the last reports stand."""
    told = [f"现在：{_told(context, row)}。" for row in own_reports(context)[-_TOLD:]]
    return Reply("\n".join([who_reviews("", context).text, *told]))


def said_in_vain(context: Context) -> Vain | None:
    """The message before this one, where nothing of it was stored."""
    before = said_before(context)
    if before is None or _STORED.search(before[1]):
        return None
    return Vain(*before)


def _received(context: Context) -> Reply:
    vain, own = said_in_vain(context), own_reports(context)
    if vain is not None and _is_report(vain):
        return Reply("\n".join(_not_stored(vain, context)))
    if not own:
        return Reply("还没有收到您报的数。直接发“序号 数值”就行。")
    last = [row for row in own if row.inbox_id == own[-1].inbox_id]
    told = "；".join(_told(context, row) for row in last[:_TOLD]) + ("等" if len(last) > _TOLD else "")
    return Reply(f"收到了，最近一次是{clock(own[-1].at)}报的：{told}。全部情况回“我的任务”。")


def _claimed(context: Context) -> Reply:
    """What is stored of what he says he has reported, and what is still wanted."""
    vain, own = said_in_vain(context), own_reports(context)
    told = "；".join(_told(context, row) for row in own[-_TOLD:])
    lines = [
        f"已入库的{'（最近几项）' if len(own) > _TOLD else ''}：{told}。"
        if own
        else "系统里还没有您单位入库的数据，别处交过的这里看不到。"
    ]
    lines.append(f"{owed(context) or '都报齐了。'}报齐就不再提醒。")
    if vain is not None and _is_report(vain):
        lines += _not_stored(vain, context)
    return Reply("\n".join(lines))


def _is_report(vain: Vain) -> bool:
    return any(word in vain.answer for word in ("没有入库", "请回序号", "是就回1", "请直接发", "没看懂"))


def _not_stored(vain: Vain, context: Context) -> list[str]:
    """That it came in and is not stored: the question that waits, once more with its answers, or why."""
    head = f"您上一句“{clip(vain.text, 30)}”收到了，还没有入库"
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is not None and state["kind"] == questions.QUESTION:
        return [f"{head}，还等您回答：{state['again']}", *questions.numbered(state)]
    return [f"{head}：{clip(vain.answer.split(chr(10), 1)[0], 120)}"]


def own_reports(context: Context) -> tuple[Submission, ...]:
    """What the speaker has reported and not taken back, the last of it last."""
    campaign, contact = context.speaker.campaign.id, context.speaker.contact.id
    return tuple(effective(context.uow.submissions.of_contact(campaign, contact)))


def _told(context: Context, row: Submission) -> str:
    criterion = context.rubric.criterion(row.code)
    records = records_of(context.uow, row.campaign_id, [row.code], row.subject)
    state = STATUS_NAMES[records[row.code, row.subject].status]
    values = clip(values_text(criterion, row.given), 80) + where_text(context, criterion, row.subject)
    return f"{leaf_name(criterion)} {values}，{state}"
