"""“进度怎么样，有什么风险”“还有几天，来得及吗”: each half of what is asked of all, and who is in time."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final

from handlers.calendar.schedule import when_due
from handlers.campaign.standing import Standing, UnitStanding, standing_now
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.at_once import BOTH_ENDS, both_ends
from handlers.leading.briefs import risks
from handlers.leading.leaf_rows import about, running
from handlers.leading.provisions import bonus_so_far, consequence
from handlers.leading.topics import leaves_called, topic_of
from handlers.lookups.overview import losses, missing, overview, ranking
from handlers.messages import Reply
from handlers.people.whom import Heard, with_units
from handlers.wording import clock

_CUT: Final = re.compile(r"[,，。;；?？!！、]+|\s+|(?=(?:还有|以及|另外)[^,，。\s]{2})")
_ORDERS: Final = re.compile(r"催|让|叫|通知|告诉|转[告达]|跟.{1,8}说|导出|打包|发我|发给|以后|每[天周月]")
_RISK: Final = re.compile(
    "风险|隐患|薄弱|短板|有没有|有无|存在|什么|啥|问题|危险|够呛|吃紧|悬|(?:容易)?[丢扣失]分|最|比较|哪[些几里]?|[项个家]|月底前?|年底前?|眼下|现在|目前"
)
_AT_MOST: Final = 60
_NEWS: Final = re.compile(
    r"拿满|得满|满分|风险|隐患|问题|悬|危险|够呛|吃紧|吃力|没把握|没底|不住|要黄|拖不起|可能|容易|要丢分|会丢分|会扣分|薄弱|短板|硬骨头|难啃|老大难|来得及|赶得上|来不及|赶不上|按时|按期|如期|不[齐完]的|完不成的|[,，。;；?？\s]"
)
"""What is asked nowhere else, or that there are two halves."""
_OWN_WORDS: Final = frozenset({"after", "ends"})
"""What has to hear its part; everything else is told of all."""
_BY_THEMSELVES: Final = frozenset({"risks", "in_time", "full"})
ASKS: Final = (
    r"(?:能|可以|会)(?>按时|按期|准时|如期|全部|都)*(?:不能)?(?:报|交|收|完成|弄|搞|做)(?:得)?(?:完|齐|好|上来|上)?(?:了)?(?:不|吗|么|没)"
    r"|(?:能不能|能否|会不会|可不可以)(?>按时|按期|准时|如期|全部|都|给|把)*(?:报|交|收|完成|弄|搞|做|拖后腿|拖|掉链子|误事)(?:得)?(?:完|齐|好|上来|上|了)?|来得及|来不来得及|赶得?[上及](?:不|吗|么)|(?:完|报|交|做|弄|搞|办|赶|收)得(?:成|完|齐|了|上)(?:不|吗|么)"
)
_ASKS: Final = re.compile(ASKS)
_DAYS: Final = re.compile(r"还?(?:有|剩)(?:下)?(?:几|多少)(?:天|个?工作日)")
_LONGEST: Final = 30
_DAY: Final = r"(?:\d{1,2}月)?\d{1,2}[号日]之?以?前?|下班前|[这下]?周[一二三四五]之?前?|月底之?前?|年底之?前?"
_ALONE: Final = re.compile(
    rf"(?:那|现在|目前|这样|半年|年底|全年|这次|考核|大家|各单位|我们|截止日?前|按时|到时候?|{_DAY}|[,，\s])*(?:都|全部?)?(?:{ASKS})(?:吗|呢|啊|得及|[?？])*"
)
_MOST: Final = 4


def _lost_and_missing(_text: str, context: Context) -> Reply:
    return Reply.of(losses("", context).text, missing("", context).text)


def asked(text: str, context: Context) -> Reply | None:
    """All that is asked, each once; None where it is one question that others answer, or about one unit."""
    if len(text) > _AT_MOST or _ORDERS.search(text) or _NEWS.search(text) is None:
        return None
    found: dict[str, str] = {}
    for part in _CUT.split(text):
        for facet, (telling, _) in _FACETS.items():
            if telling.search(part):
                found.setdefault(facet, part if facet in _OWN_WORDS else "")
                break
    if not found or (len(found) == 1 and not set(found) & _BY_THEMSELVES) or mentions(text, context).units:
        return None
    if [*found] == ["risks"] and (told := _of_topic(text, context)):
        return told
    return Reply.of(*(_FACETS[facet][1](said, context).text for facet, said in found.items()))


def _of_topic(text: str, context: Context) -> Reply | None:
    """食品药品那块有没有啥风险: how the items stand that it is about; None where none is named."""
    topic = topic_of(_RISK.sub(" ", text))
    standing = standing_now(context)
    leaves = leaves_called(topic, running(standing))
    if not leaves:
        return None
    rows = about(topic, leaves, standing, context)
    return Reply.of(*rows, "没报的、被退回的就是眼下的风险；单位自己没说的困难，这里没有记录。")


def in_time(heard: Heard, text: str, context: Context) -> Reply | None:
    """市场监管局截止前能完成不, 来得及吗; None where one person or group is named, or something else is asked."""
    asks = _ASKS.search(heard.marked)
    if (
        len(text) > _LONGEST
        or len(heard.whom) > 1
        or not (asks or (heard.whom and _DAYS.search(heard.marked)))
    ):
        return None
    units = with_units(heard.whom[0], context).units if heard.whom and not heard.whom[0].everybody else ()
    if not heard.whom:
        return of_all("", context) if _ALONE.fullmatch(text.strip()) else None
    standing = standing_now(context)
    rows = [row for row in standing.units if row.unit in units]
    lines = [_row(row, standing, context) for row in rows]
    if asks and any(row.missing for row in rows):
        asking = "跟{}说一声" if context.speaker.role == "leader" else "问一下{}"
        lines.append(f"能不能按时报完，单位没有说过；要问发“{asking.format(rows[0].unit)} 什么时候能报完”。")
    return Reply.of(*lines) if lines else None


def _row(row: UnitStanding, standing: Standing, context: Context) -> str:
    if not row.missing:
        return f"{row.unit}：{row.leaves}项都报齐了。"
    due = standing.deadlines.earliest(row.missing, row.unit)
    done = row.leaves - len(row.missing)
    return f"{row.unit}：已报{done}/{row.leaves}项，还差{len(row.missing)}项{_until(due, context)}。"


def _until(due: datetime | None, context: Context) -> str:
    return f"，{clock(due)}截止（{context.deadlines.left(context.now, due)}）" if due is not None else ""


def of_all(_text: str, context: Context) -> Reply:
    """来得及吗: how much is missing of all, and how long there is; whether that will do nobody can tell."""
    standing = standing_now(context)
    owing = standing.owing
    if not owing:
        return Reply("各单位都报齐了。")
    leaves = sum(row.leaves for row in standing.units)
    due = standing.deadlines.current(standing.milestone)
    most = "、".join(f"{row.unit}{len(row.missing)}项" for row in owing[:_MOST])
    most += f"等{len(owing)}家" if len(owing) > _MOST else ""
    return Reply(
        f"已报{leaves - standing.missing}/{leaves}项，还差{standing.missing}项{_until(due, context)}；缺得最多：{most}。\n"
        "来不来得及要看各单位，没有人说过；要催回“催办”，先给您看名单再发。"
    )


_FACETS: Final[dict[str, tuple[re.Pattern[str], Callable[[str, Context], Reply]]]] = {
    "after": (
        re.compile(
            r"(?i)(?<![a-z0-9.])[a-d]级?(?![a-z0-9.]).{0,6}(?:后果|处理|处分|下场|影响|怎么办|会怎|咋办)"
        ),
        consequence,
    ),
    "bonus": (re.compile("加分(?!.*(?:最|怎么|如何|标准|条件|上限))"), bonus_so_far),
    "ends": (BOTH_ENDS, lambda part, context: both_ends(part, context) or ranking("", context)),
    "risks": (
        re.compile(
            r"风险|隐患|薄弱|短板|硬骨头|难啃|老大难|(?:哪|什么|啥|有没有|最|比较|有点).{0,10}(?:悬|危险|够呛|吃紧|吃力|没把握|没底|(?:保|拿)不住|要黄|拖不起|可能(?:完不成|报不上|丢分|扣分)|(?:容易|要|会)(?:丢|扣|失)分|容易出问题)|(?:哪里|哪些(?!单位|[家局])|哪方面|什么|啥|有没有|有无|存在).{0,6}(?:问题|要注意|要当心|不放心|悬)|问题(?:在哪|是什么|有哪些|多不多)"
        ),
        risks,
    ),
    "in_time": (
        re.compile(
            r"来得及|赶得上|来不及|赶不上|(?:能|可以)(?:不能)?(?:按时|按期|如期)|能(?:不能)?(?:报|交|收|弄|搞|做)(?:完|齐|好)|(?:[报交弄]不[齐完上]|完不成)的.{0,4}(?:列|有|是|给|谁|哪)"
        ),
        of_all,
    ),
    "when": (
        re.compile(
            r"截止|到期|还[有剩]几天|几天了|哪天(?:交|报|到)|几号(?:交|报|到|截)|什么时候(?:交|截|到)"
        ),
        when_due,
    ),
    "full": (
        re.compile(r"(?:怎么|怎样|咋|如何|要|还差)[^,，。;；]{0,8}(?:拿|得|到)(?:到)?满"),
        _lost_and_missing,
    ),
    "missing": (
        re.compile(
            r"(?:谁|哪[些几个]?(?:家|个)?(?:单位|局|部门)?).{0,3}(?:没|未)(?:有)?(?:报|交|动)|(?:差|缺|欠)(?:多少|几|哪|谁)|没报的?(?:有|是|还)"
        ),
        missing,
    ),
    "losses": (
        re.compile(r"(?:丢|扣|失)了?(?:多少|几|哪|什么|分)"),
        losses,
    ),
    "progress": (
        re.compile(
            r"进度|进展|情况|怎么样|咋样|如何|到哪|报了(?:多少|几)|多少分|几分|总分|(?:完成|推进)(?:得|了|到)?(?:多少|怎|百分之|几成)"
        ),
        overview,
    ),
}
