"""给领导报一份: how things stand, as the leader would be told himself, is sent to him after 是."""

import re
from collections.abc import Callable
from typing import Final

from handlers.context import Context
from handlers.leading.ranking import grades
from handlers.lookups import overview
from handlers.messages import Reply
from handlers.office.errands.messages.telling import told
from handlers.office.sending import broadcasting
from handlers.people.whom import MARK, Heard

_GIVES: Final = re.compile(
    rf"(?:给|跟|向|发给|报给|送给){MARK}.{{0,4}}(?:发|报|送|汇报|说|讲|看)|(?:发|报|送)(?:一份)?(?:给|到){MARK}|{MARK}要.{{0,6}}(?:看|知道|了解|要).*(?:给|发)(?:他|她|{MARK})"
)
_NOT: Final = re.compile(r"[给发](?:到)?我|表|excel|word|文件|打包|导|[吗?？]$", re.IGNORECASE)
_THINGS: Final[tuple[tuple[re.Pattern[str], Callable[[str, Context], Reply]], ...]] = (
    (re.compile("等次|等级|几级"), lambda _, context: grades.reach("", context)),
    (re.compile("没报|未报|欠报|没交|缺项"), overview.missing),
    (re.compile("排名|名次|排序"), overview.ranking),
    (re.compile("丢分|扣分|失分"), overview.losses),
    (re.compile("进展|进度|情况|得分|总分|分数|成绩|多少分|几分|汇总"), overview.overview),
)


def brief(heard: Heard, text: str, context: Context) -> Reply | None:
    """把目前进展给叶市长发一份; None where no leader is to have it, or it is no state of things."""
    found = _GIVES.search(heard.marked)
    if found is None or _NOT.search(text):
        return None
    to = heard.marked[: found.start()].count(MARK)
    roster = context.uow.roster.list(context.speaker.campaign.id)
    people = [row for row in roster if row.id in heard.whom[to].people]
    make = next((make for thing, make in _THINGS if thing.search(heard.marked)), None)
    if make is None or not people or any(row.role != "leader" for row in people):
        return None
    return told(heard.whom[to].people, heard.whom[to], _clipped(make("", context).text), context)


def _clipped(words: str) -> str:
    """As many whole lines as a notice holds, without what to answer the office."""
    lines: list[str] = []
    for line in words.splitlines():
        if len("\n".join([*lines, line])) > broadcasting.LONGEST - len(_MORE):
            return "\n".join([*lines, _MORE])
        lines.append(line)
    return "\n".join(lines)


_MORE: Final = "……全部回“没报”看。"
