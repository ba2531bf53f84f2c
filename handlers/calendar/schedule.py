"""工作安排: when, in what form and to whom something is due, as the document prints it."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.access import Act, may
from handlers.board import board_of
from handlers.calendar.deadlines import milestone_name
from handlers.command import Command, words
from handlers.context import Context
from handlers.lookups.progress import head
from handlers.messages import Reply
from handlers.papers.naming import as_printed, name_of, shared
from handlers.reading import match_criterion
from handlers.wording import clip, clock, leaf_name, local, month_day
from scoring.model import Criterion, Duty

_WHEN: Final = (
    "啥时候|什么时候|什么时间|何时|几号|哪天|多会儿|多久之前|截止|截至什么|期限|时限|最晚|最迟"
    "|(?:半年|季度|年终|年底|节点)(?:考核)?(?:到|过|截止)了"
    "|(?:还剩?有?|剩下?)(?:几|多少)(?:个)?(?:天|日|工作日)(?!没)|(?:离|距离?).{2,10}还?[有剩]多[久长]"
)
_MOVED: Final = "提醒.{0,6}发|发提醒|往后|往前|挪|推迟|提前|延后|延到|改到|改成|加一?次"
"""Said of a time that is to be another one, or of reminders: no question when something is due."""
_RESULTS: Final = re.compile(
    "^(?:那|大概|到底)*(?:什么时候|啥时候?|几号|哪天|何时)(?:能|才|会)?(?:发布|公布|公示)|(?:结果|成绩|得分|分数|名次|排名).{0,8}(?:发布|公布|公示|公开|出来|出炉|下来)|(?:发布|公布|公示|公开|出).{0,3}(?:结果|成绩)"
)


_OF_OTHERS: Final = re.compile("谁|催|提醒|放假|补班|调休|[打评审]的|平均|目标|报齐|报完|通过|退回|绑定|登录")


def asked_when(text: str, context: Context) -> Reply | None:
    """The same; what the office asks of others, with a day beside it, is no question of its own deadlines."""
    own = context.speaker.contact
    others = context.speaker.role == "office" and (
        _OF_OTHERS.search(text)
        or any(row.name in text for row in context.uow.roster.list(own.campaign_id) if row.id != own.id)
    )
    others = others or (context.speaker.role == "leader" and _SAID_ON.match(text) is not None)
    return None if others else when_due(text, context)


_SAID_ON: Final = re.compile("(?>你|帮我|替我|请|麻烦|再|去)*(?:通知|告诉|转告|转达|让|叫|跟|给)(?!我|咱|俺)")
"""通知一下王局长，明天是最后期限 is for him."""


_TODAY: Final = re.compile(
    r"(?:请问|那)?今[天日](?:是|几月)?(?:(?:几|多少)[号日]|(?:星期|周|礼拜)几|什么日子)[了啊呀呢来着]*[?？]?"
)


def _today(context: Context) -> Reply:
    """今天几号: the day, and how long there is."""
    now = local(context.now)
    head = f"今天{month_day(context.now)}，星期{'一二三四五六日'[now.weekday()]}。"
    return Reply("\n".join([head, *_all(context)]))


def when_due(text: str, context: Context) -> Reply:
    """The printed duty that the words are about, else the leaf's, else the speaker's own deadlines."""
    if _TODAY.fullmatch(text.strip()):
        return _today(context)
    duty = duty_meant(text, context.rubric.schedule)
    if duty is not None:
        return Reply("\n".join(_told(duty, context)))
    if (reply := unprinted(text, context)) is not None:
        return reply
    if _RESULTS.search(text):
        how = "，要发布回“发布结果”" if may(context.speaker.role, Act.PUBLISH) else ""
        return Reply(f"结果什么时候发布原文未规定：各项核定后由质强办发布，到时通知各单位{how}。")
    line = _leaf(text, context)
    if line is not None:
        due = context.deadlines.of(line, *context.seat.names)
        printed = line.deadline or "原文未规定"
        until = f"{clock(due)}，{context.deadlines.left(context.now, due)}" if due else "未定"
        until += context.deadlines.longer(line, *context.seat.names)
        return Reply(f"{line.code} {leaf_name(line)}：{until}（原文：{printed}）。")
    return Reply("\n".join(_all(context)))


def unprinted(text: str, context: Context) -> Reply | None:
    """自评报告什么时候交, where the document prints no such paper: else the deadline of the items would seem to be its."""
    paper = PAPERS.search(text)
    if paper is None or any(paper[0][:2] in duty.what for duty in context.rubric.schedule):
        return None
    title = clip(context.rubric.title, 40)
    return Reply(f"{paper[0]}的时限，《{title}》原文未规定，以质强办通知为准。")


def asks_when(text: str) -> bool:
    """Whether the words ask until when one of these papers is due."""
    return PAPERS.search(text) is not None and re.search(_WHEN, text) is not None


PAPERS: Final = re.compile("(?:自评|整改)报告")


def duty_meant(text: str, schedule: Sequence[Duty]) -> Duty | None:
    """The duty whose name shares most with the text; None where none shares anything or two share as much."""
    text = as_printed(text)
    scored = sorted(((_shared(text, duty), duty.id) for duty in schedule), reverse=True)
    if not scored or not scored[0][0][0] or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return next(duty for duty in schedule if duty.id == scored[0][1])


def _shared(text: str, duty: Duty) -> tuple[int, int]:
    """How many pairs of characters of its name the text holds; of two names the shorter is meant."""
    name = name_of(duty)
    return shared(text, name), -len(name)


def _told(duty: Duty, context: Context) -> list[str]:
    form = (
        f"{'和'.join(duty.form)}{'都要' if len(duty.form) > 1 else ''}" if duty.form else "报送形式原文未规定"
    )
    to = f"，报{duty.to}" if duty.to else ""
    lines = [f"{duty.what}：{duty.printed}，{form}{to}（报送单位：{duty.by}）。"]
    due = context.deadlines.of_duty(duty)
    if due is None:
        return [*lines, "具体日期原文未规定，以质强办通知为准。"]
    hour = "" if re.search(r"\d\s*[时点:：]", duty.printed) else f"；原文没有印钟点，按{local(due):%H:%M}算"
    today = month_day(context.now)
    if duty.id in context.arranged.paper_days:
        printed = "原文没有印日期" if duty.due is None else "上级另有通知"
        return [
            *lines,
            f"{printed}，质强办定在{clock(due)}，{context.deadlines.left(context.now, due)}。",
        ]
    until = f"即{month_day(due)}，" if month_day(due) not in duty.printed else ""
    return [*lines, f"今天{today}，{until}{context.deadlines.left(context.now, due)}{hour}。"]


def _leaf(text: str, context: Context) -> Criterion | None:
    """The own leaf that the words name beside the question."""
    bare = re.sub(rf"{_WHEN}|之?前|交|报|是|到|要|[?？，,。\s]", "", text)
    matches = match_criterion(bare, board_of(context).tasks()) if bare else ()
    return matches[0].task.criterion if len(matches) == 1 and matches[0].sure else None


def _all(context: Context) -> list[str]:
    own = head(context) if may(context.speaker.role, Act.TASKS) else ""
    if own:
        return [own, "单看一项回“详情 序号”。"]
    dues = context.deadlines.milestones.items()
    lines = [
        f"{milestone_name(context.rubric, node)}：{clock(due)}，{context.deadlines.left(context.now, due)}"
        for node, due in dues
    ]
    whole = context.deadlines.whole
    if whole is not None and not lines:
        lines = [f"{clock(whole)}，{context.deadlines.left(context.now, whole)}"]
    return [f"《{clip(context.speaker.campaign.name, 40)}》的时限：", *(lines or ["原文未规定。"])]


COMMAND = Command(
    Act.DETAIL,
    "自评报告什么时候交",
    words("截止时间 什么时候截止 啥时候截止 截止日期 几号截止 时限"),
    asked_when,
    re.compile(
        rf"(?!.*(?:整改|{_MOVED})).{{0,24}}(?:{_WHEN}).{{0,24}}",
        re.DOTALL,
    ),
    shy=True,
)
