"""开启群通报, 关闭群通报: whether the group robot posts how far the units are."""

import re
from collections.abc import Mapping
from typing import Any, Final

from handlers.access import Act
from handlers.calendar.hours import slot
from handlers.campaign.standing import standing_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.pushing import group_summary
from handlers.wording import local

QUESTION: Final = "group_posting"
_WHEN: Final = "每周第一个工作日和截止当天上午发一次，只列各单位应报、已报、还差几项，不含数值、得分和姓名"


def turn_on(_text: str, context: Context) -> Reply:
    """开启群通报, said back: whoever chose it from a list may have meant to post once."""
    if context.arranged.group_summaries:
        return Reply(f"群通报已经开着：{_WHEN}。回“关闭群通报”停发。")
    lines = ["将开启群通报：", f"{_WHEN}；不是现在发一次。"]
    return confirming.ask(context, QUESTION, {}, lines)


def apply(_state: Mapping[str, Any], context: Context) -> Reply:
    """From now on it is posted."""
    arrange(context, "group", {"wanted": True})
    return Reply(
        f"已开启群通报：{_WHEN}。要先由信息人员在群里加消息推送机器人并设置KAOHE_WEBHOOK_URL；没设置就不会发。"
        "看样子回“群通报样子”。"
    )


def turn_off(_text: str, context: Context) -> Reply:
    """关闭群通报."""
    if not context.arranged.group_summaries:
        return Reply("群通报没有开启，不会发。")
    arrange(context, "group", {"wanted": False})
    return Reply("已关闭群通报，不再往群里发。")


def sample(_text: str, context: Context) -> Reply:
    """What would be posted now; nothing is posted by it."""
    campaign = context.speaker.campaign
    standing = standing_of(context.uow, campaign, context.library, context.now)
    on = "已开启" if context.arranged.group_summaries else "没有开启，要开回“开启群通报”"
    table = group_summary.table(campaign, standing, context.now)
    return Reply(f"{table}\n（只是样子，没有发到群里。群通报{on}：{_WHEN}；现在就要发，请复制上面的字。）")


def when(_text: str, context: Context) -> Reply:
    """汇总每天几点发群里: on which days and at about what hour; neither can be chosen."""
    on = "已开启" if context.arranged.group_summaries else "没有开启，现在不发；要开回“开启群通报”"
    day = local(context.now).replace(hour=0, minute=0)
    hour = local(slot(day, context.speaker.campaign.id, context.arranged.hours))
    return Reply(f"不是每天：{_WHEN}。钟点是上午{hour:%H:%M}，不能另定。群通报{on}；看样子回“群通报样子”。")


COMMANDS = (
    Command(
        Act.PUBLISH,
        "群通报几点发",
        words("群里几点发"),
        when,
        re.compile(
            "(?=.*群)(?=.*(?:汇总|通报|摘要|进度|进展|情况|战报|发))(?=.*(?:几点|(?:什么|啥)时候|何时|哪[天几]|多久|几天|时间))(?!.*(?:通知|会|截止)).{4,24}"
        ),
        shy=True,
    ),
    Command(Act.PUBLISH, "开启群通报", words("开启群通报 打开群通报 群里通报 开群通报"), turn_on),
    Command(Act.PUBLISH, "关闭群通报", words("关闭群通报 停止群通报 不要群通报 关群通报"), turn_off),
    Command(Act.PUBLISH, "群通报样子", words("群通报样子 看群通报 群通报"), sample),
)
CONFIRMATIONS: Final = {QUESTION: Confirmation(Act.PUBLISH, apply)}
