"""各区报了几项、各区的合格率: every assessed unit beside the others, by what is in or by the values of an item."""

import re
from typing import Final

from handlers.access import Act
from handlers.campaign.standing import Standing, standing_now
from handlers.command import Command, words
from handlers.context import Context
from handlers.leading.one_unit import subject_view
from handlers.leading.one_unit.units import mentions
from handlers.leading.ranking import towns
from handlers.leading.topics import leaves_about
from handlers.messages import Reply
from handlers.receipts import values_text
from handlers.review.decisions import STATUS_NAMES
from handlers.wording import clip, leaf_name
from scoring.model import Criterion

_ALL: Final = (
    "(?:所有|全部|各个?|每个?|这?[两三四五六七八九]个)的?"
    "(?:县市区|县区|区县|市县区?|乡镇|镇街|镇|街道|区|县)(?:都|的)?"
)
_HOW: Final = (
    "(?:合格|达标|覆盖|满意)[率度]|进度|进展|(?:报|交|填)(?:了|上来|齐|完|到|的|得)*(?:多少|几|什么|啥|哪|数|情况|没|吗)"
    "|差(?:多少|几|什么|啥|哪)|情况|怎么样|咋样|如何|完成|(?:什么|啥|何种)程度|哪一?步|列(?:一?下|出|个)|数(?:据|值)|(?:各|都|分别)?(?:是)?多少(?!分)"
)
_ASKED: Final = re.compile(
    rf"{_ALL}.{{0,10}}(?:{_HOW})|(?:进度|进展|情况).{{0,4}}{_ALL}|分(?:各)?(?:区县?|县区?)(?:来)?(?:看|列|说|统计)"
)
_NOT: Final = re.compile(
    "[催发]|通知|提醒|告诉|转告|目标|平均|领导|联络员|联系人|谁|材料|名单|报告|排名|排一?下|排[个成]?[序队列]|[高低多少]到[高低多少]|最|延|截止|导|为什么|加分"
)
_NOISE: Final = re.compile(
    rf"{_ALL}|申报(?=[到了得多几])|到(?:什么|啥|何种)程度|到哪一?步|进度|进展|情况|分别|各自|现在|目前|到底|怎么样|合格率的|汇总|整理|列|一下|出来|看看?|给我|我|说|报|交|填|上来|的|了|都|(?:多少|几)[项个家]?|是|什么|数据?|给|[?？,，。\s]"
)


_VALUES: Final = re.compile(
    r"\d+(?:\.\d+)?[%％]?[^\d月日号点年]{1,8}\d+(?:\.\d+)?[%％]?(?![月日号点年天项家])"
)
"""各区的满意度 鄂城88 华容86.5: values are told, none are asked for."""
_MOST: Final = 8


def each(text: str, context: Context) -> Reply | None:
    """One line for each assessed unit; None where there is one alone, or something else is asked."""
    subjects = context.speaker.campaign.subjects
    if (
        _VALUES.search(text)
        or len(subjects) == 1
        or (text and (not _ASKED.search(text) or _NOT.search(text)))
    ):
        return None
    standing = standing_now(context)
    if mentions(text, context.rubric, ()).units:
        return None
    known = standing.rubric.criteria
    leaves = leaves_about(_NOISE.sub("", text), known)[:_MOST]
    if leaves:
        return Reply.of(*(_values(leaf, standing) for leaf in leaves))
    if standing.rubric.has_targets:
        return towns.towns("", context)
    rows = [subject_view.in_short(standing, subject) for subject in subjects]
    return Reply.of(*rows, "未报的按0分计，均为暂得。回区名看明细，回“没报”看各单位缺什么。")


def _values(leaf: Criterion, standing: Standing) -> str:
    rows = []
    for subject in leaf.targets or standing.campaign.subjects:
        record = standing.records.get((leaf.code, subject))
        known = record.reported if record is not None else {}
        state = f"（{STATUS_NAMES[record.status]}）" if record is not None and known else ""
        rows.append(f"{subject}{clip(values_text(leaf, known), 24) if known else '未报'}{state}")
    return f"{leaf.code} {leaf_name(leaf, 24)}：{'、'.join(rows)}"


COMMANDS = (
    Command(
        Act.RANKING,
        "各区报了几项",
        words("各区进度 各县进度 各县区进度 各区报了几项"),
        each,
        re.compile(r"(?P<rest>(?=.*[各每个分].{0,4}[区县镇]).{3,40})"),
        shy=True,
    ),
)
