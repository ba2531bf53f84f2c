"""要数、要文件: how a group, a unit or a person's unit stands, and files, asked in a sentence of one's own."""

import re
from typing import Final

from handlers.board import duties_at
from handlers.context import Context
from handlers.exports import asking
from handlers.leading import at_once
from handlers.leading.one_unit import unit_view
from handlers.leading.ranking import districts
from handlers.lookups import overview
from handlers.messages import Reply
from handlers.office.days.granting import seat_of
from handlers.people.whom import MARK, Heard, with_units
from handlers.wording import leaf_name, listed

_FETCHES: Final = re.compile(
    r"导(?:出来?|一?[个份下张]|给)|打印|要一[份个张]|打(?:一?个)?包|下载|生成|拉(?:一?[个份张]|出来)|[出做发给要来](?:我)?一?[份张个](?!通知|消息|通报)|发我|给我(?:一份|发|传)|出个(?=表)"
)
_FILES: Final = (
    (
        re.compile(
            r"得分明细|台账|(?:计分|打分|得分|评分|成绩|分数|进度|情况|进展|汇总)(?:[做列弄整汇]成?[个一张]{0,2})?表|excel|Excel|EXCEL|表.{0,8}几分|几分.{0,6}表"
        ),
        asking.sheet,
    ),
    (re.compile(r"(?<!按)目录"), asking.catalogue),
    (re.compile(r"自评报告"), asking.report),
    (re.compile(r"材料|原件|附件|佐证"), asking.evidence),
)
_ASKED: Final = re.compile(r"[?？吗]\s*$|了没有?\s*$|怎么|什么时候|谁|哪|没(?:交|报|传)|缺|差|不(?:要|用)|别")
_MARKS: Final = re.compile(r"几分|多少分|得分|分数|什么分|啥分|得了?多少|分(?:各|都)?是?多少|排[第名]|怎么样")
_ROUND: Final = re.compile(
    rf"{MARK}(?:现在|目前|今年|到今天|截至今天|各|都|分别|一共|到底|是|得了?|的|各自|每家|多少|，|\s)*"
)
_REPORTED: Final = re.compile(
    r"(?:今天|昨天|刚才|到底|都|已经)*(?:报|交|填)(?:了|的|上来)?(?:的)?(?:些)?(?:啥|什么|哪些|多少|几项|几个)"
)


_MATERIALS: Final = re.compile(
    r"(?:材料|佐证|附件|证明)(?:都|现在|到底)?(?:齐|全|够|交|传|到位|上传)(?:了|全|齐|完|上来)*(?:没有?|吗|不|了没)|(?:缺|差|少)(?:什么|啥|哪些|哪几[份项])?(?:材料|佐证)"
)


def fetch(heard: Heard, text: str, context: Context) -> Reply | None:
    """到今天的计分表给我导一个, 公安局材料打包发我: a file, of the unit that is named."""
    if not _FETCHES.search(heard.marked) or _ASKED.search(heard.marked):
        return None
    if (told := _told_together(heard.marked, context)) is not None:
        return told
    if re.search("(?i)word|文档", heard.marked) and re.search("汇总|总结|自查|情况", heard.marked):
        return Reply(
            "现成的汇总文档没有，没有生成。能做的：“自评报告”（Word，按细则逐项列出已报的数和材料）、“导出计分表”（Excel）、"
            "“一页纸”（几句话的情况，直接发给您）。回其中一个就做。"
        )
    wanted = next((make for pattern, make in _FILES if pattern.search(heard.marked)), None)
    whom = with_units(heard.whom[0], context) if heard.whom else None
    of_people = f"{'、'.join(whom.units)} " if whom is not None and not heard.whom[0].units else ""
    return wanted(f"{of_people}{text}", context) if wanted is not None else None


_SORTED_OUT: Final = re.compile("整理|汇总|归拢|列|理一?下|弄一?下")


def _told_together(marked: str, context: Context) -> Reply | None:
    """把得分和没报的单位整理一下发我: both as they stand, in words; None where a file or one thing alone is wanted."""
    if not _SORTED_OUT.search(marked) or re.search("(?i)表|excel|word|打包|下载|导", marked):
        return None
    ranks = re.search("得分|分数|排名|几分", marked) is not None
    owing = re.search(f"没报|未报|欠报|没交|{MARK}", marked) is not None
    if not (ranks and owing):
        return None
    return Reply(f"{overview.ranking('', context).text}\n{overview.missing('', context).text}")


_SORTED: Final = re.compile(
    r"(?:进度|进展|完成[率数情]|完成|得分|分数|合格率|报送|上报|填报).{0,6}(?:排[个成]?[序队名]|排一?下|排列|[从由]?[高低多少快慢][到至][高低多少快慢])(?!.{0,6}(?:发给|通知))"
)
"""各镇完成率排个序: the ranking."""


def tell(heard: Heard, text: str, context: Context) -> Reply | None:
    """各县区现在几分, 各区报了几项, 王敏今天报的啥."""
    if (ends := at_once.both_ends(text, context)) is not None:
        return ends
    if _SORTED.search(heard.marked) and (heard.one is None or heard.one.everybody):
        return overview.ranking("", context)
    if heard.one is not None and heard.one.everybody and (each := districts.each(text, context)) is not None:
        return each
    return _of_whom(heard, context) if len(heard.whom) == 1 else None


def _of_whom(heard: Heard, context: Context) -> Reply | None:
    whom = heard.whom[0]
    asked = _MARKS.search(heard.marked)
    if asked is not None and whom.everybody and not whom.owing:
        head = heard.marked[: asked.start()]
        return overview.ranking("", context) if _ROUND.fullmatch(head) else None
    if whom.everybody:
        return None
    if _MATERIALS.search(heard.marked) and len(whom.units) == 1:
        return _materials(whom.units[0], context)
    if not _REPORTED.search(heard.marked):
        return None
    people = [row for row in context.uow.roster.list(context.speaker.campaign.id) if row.id in whom.people]
    units = whom.units or tuple(dict.fromkeys(row.subject or row.unit for row in people))
    return unit_view.unit("、".join(units), context) if units else None


def _materials(unit: str, context: Context) -> Reply:
    """For which of the unit's items there is any evidence; whether it is complete only a reviewer says."""
    own = duties_at(context.rubric, seat_of(unit, context), context.milestone)
    if not own:
        return Reply(f"{unit}没有牵头填报的项，不用交材料。")
    rows = [
        row
        for row in context.uow.evidence.list(context.speaker.campaign.id)
        if row.state in ("stored", "pending")
    ]
    kept = {row.code for row in rows if context.rubric.unit_aliases.get(row.unit, row.unit) == unit}
    bare = [
        f"{duty.criterion.code} {leaf_name(duty.criterion, 16)}"
        for duty in own
        if duty.criterion.code not in kept
    ]
    lines = [f"{unit}{len(own)}项，有材料的{len(own) - len(bare)}项。"]
    lines += [f"一份材料也没有的{len(bare)}项：{listed(bare, 8)}。"] if bare else []
    return Reply("\n".join([*lines, f"齐不齐由审核员认定；要材料包发“打包 {unit}”。"]))
