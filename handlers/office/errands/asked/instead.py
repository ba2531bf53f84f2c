"""换个人催, 简报停一停: what the office may do instead of what it asks for."""

import re
from typing import Final

from handlers.access import ROLE_NAMES
from handlers.command import saying
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.days.granting import people_of
from handlers.office.days.items_named import leaf_named
from handlers.people.whom import hear, with_units
from handlers.suggesting.offering import choose
from handlers.wording import leaf_name, plain

digests = saying(
    "没有改动：简报（摘要）只推给订了的领导，由领导自己回“先别发了”停、“恢复推送”再发。\n"
    "您能停的：群里的回“关闭群通报”；某天全部不发说“7月6日别发”；某家不催说“某单位今天别催了”。"
)


ANOTHER: Final = re.compile(
    r"换(?:个|一个)?人(?:再)?(?:去|来)?(?:催|联系|通知|问|说)|找(?:他们|她们|他|她)?(?:单位)?的?(?:别的?人|其他人|另一个|局长|领导|分管|上级)"
)


def another_person(said: str, context: Context) -> Reply | None:
    """宋莉一直没回，换个人催吧: who else of the unit is on the roster; None where neither a unit nor a person is named."""
    heard = hear(said, context)
    whom = with_units(heard.whom[0], context) if heard.whom else None
    if whom is None or whom.everybody or len(whom.units) != 1:
        return None
    unit, named = whom.units[0], heard.names[0]
    others = [row for row in people_of(unit, context) if row.name not in named and row.account is not None]
    if not others:
        return Reply(
            f"{unit}在名册里没有别的人能催，没有发。换人说“{named.strip()}换成姓名 手机”，"
            f"加分管领导发“新增分管领导 {unit} 姓名”。"
        )
    orders = [
        (
            f"通知{row.name}：本单位还有没报的项，请督促尽快上报",
            f"{row.name}（{ROLE_NAMES[row.role]}）：先给您看要发的话",
        )
        for row in others[:5]
    ]
    return choose(f"{unit}的{named.strip()}没有回。改催哪一位？还没有发。", orders, context)


_ASKED: Final = re.compile(r"[?？吗么呢]\s*$|怎么|多少|几分|什么|为什么|谁|哪")
_CUT: Final = re.compile(r"[,，;；。、]|(?<=分)\s+")
_FIGURE: Final = re.compile(r"(?P<marks>\d+(?:\.\d+)?|[一二三四五六七八九十]{1,3})\s*分?(?:吧|了)*$")
_WORDS: Final = re.compile(
    r"的?(?:权重|分值|满分|占比)|(?:把|将|请|帮我)|(?:[改调设定换提降增减加]+|给)(?:成|为|到|在|高|低)*|也|都|各|分别"
)


def told(text: str, context: Context) -> Reply | None:
    """工业品抽查合格率权重改成7分，农产品改9分: nothing is changed; None for a question."""
    if _ASKED.search(text) or not re.search("权重|分值", text):
        return None
    rows = []
    for part in filter(None, map(str.strip, _CUT.split(text))):
        figure = _FIGURE.search(part)
        words = _WORDS.sub("", part[: figure.start()] if figure is not None else part).strip()
        leaf = context.rubric.by_code.get(words) or (
            leaf_named(words, context.running) if len(words) > 1 else None
        )
        wanted = f"，要改{figure['marks']}分" if figure is not None else ""
        if leaf is not None:
            now = f"{plain(leaf.full_marks)}分" if leaf.full_marks is not None else "没有分值"
            rows.append(f"{leaf.code} {leaf_name(leaf, 20)}：现在{now}{wanted}")
        elif words:
            rows.append(f"“{words}”：没认出是哪一项{wanted}")
    overlay = context.speaker.campaign.overlay
    where = f"补充方案“{overlay.get('id')}”里定的" if overlay else "细则印的"
    head = f"权重、分值在聊天里改不了，没有改动：它是{where}，改了全部得分要重算。"
    how = (
        "要改：由质强办签发新的补充方案（各项合计要对得上），交装系统的信息人员换上，"
        "会先列出得分差别再采用。目标值可以在这里改，如“编号 目标 95”。"
    )
    return Reply("\n".join([head, *rows, how]))
