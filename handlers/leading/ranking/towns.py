"""各镇完成情况, 各区报了几项: every assessed unit beside the others, by its tasks, its reports or an item."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from handlers.access import Act
from handlers.campaign.standing import Standing, standing_now
from handlers.campaign.units import mentions_of
from handlers.command import Command, command, shy, words
from handlers.context import Context
from handlers.leading.one_unit import subject_view
from handlers.leading.one_unit.unit_view import viewed
from handlers.leading.topics import leaves_about, likest, topic_of
from handlers.lookups.overview import ranking
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.receipts import values_text
from handlers.review.decisions import STATUS_NAMES
from handlers.wording import clip, clock, leaf_name, listed
from scoring.model import Criterion
from scoring.sheet import ScoreSheet

_GENERAL: Final = re.compile(
    "各个?|每个|乡镇|镇|街道|乡|完成|情况|任务|进度|达标|数|几个|多少|哪[个些]|目标|指标"
)
_MOSTLY: Final = 0.6
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
    rf"{_ALL}|是不是|那个|[嗯哎把呀啊]|申报(?=[到了得多几])|到(?:什么|啥|何种)程度|到哪一?步|[从由]?[高低多少快慢][到至][高低多少快慢]|排一?下|排[个成]?[序队名]|进度|进展|情况|分别|各自|现在|目前|到底|怎么样|合格率的|汇总|整理|列|一下|出来|看看?|给我|我|说|报|交|填|完成|上来|的|了|都|吗|没有?|(?:多少|几)[项个家]?|是|什么|数据?|给|[?？,，。\s]"
)
_VALUES: Final = re.compile(
    r"\d+(?:\.\d+)?[%％]?[^\d月日号点年]{1,8}\d+(?:\.\d+)?[%％]?(?![月日号点年天项家])"
)
"""各区的满意度 鄂城88 华容86.5: values are told, none are asked for."""
_MOST: Final = 8


def towns(text: str, context: Context) -> Reply:
    """One line an assessed unit where the document sets targets for each; else the ranking."""
    standing = standing_now(context)
    if not standing.rubric.has_targets:
        return ranking(text, context)
    leaf = _leaf(text, standing.rubric.criteria)
    if leaf is not None:
        return Reply.of(*_each_of(leaf, standing))
    rows = sorted(standing.sheets.items(), key=lambda pair: (-_missed(pair[1]), -len(pair[1].missing)))
    leaves = len(standing.rubric.criteria)
    lines = [f"{len(rows)}家×{leaves}项（截至{clock(context.now)}）："]
    lines += [_row(subject, sheet) for subject, sheet in rows]
    lines.append("没有任务的空格不算未达。图片现在还做不了；回镇名看明细。")
    return Reply.of(*lines)


def _leaf(text: str, criteria: Sequence[Criterion]) -> Criterion | None:
    """各镇 江苏名牌申报 完成了几个: the one item that the words are about."""
    called = likest(topic_of(_GENERAL.sub(" ", text)), criteria, _MOSTLY)
    return called[0] if len(called) == 1 else None


def _each_of(leaf: Criterion, standing: Standing) -> list[str]:
    """What each has reported of that item, and whether it is met."""
    lines = [f"{leaf.code} {leaf_name(leaf, 30)}，{len(standing.sheets)}家："]
    for subject, sheet in standing.sheets.items():
        line, given = sheet.lines.get(leaf.code), standing.reported(leaf.code, subject)
        said = values_text(leaf, given) if given else ""
        state = (
            {True: "达到", False: "未达"}.get(line.met) if line is not None and line.met is not None else None
        )
        none = line is not None and line.state == "no_task"
        lines.append(
            f"{subject} {'无任务' if none else f'{said}（{state}）' if said and state else said or '未报'}"
        )
    return lines


def of_one(text: str, context: Context) -> Reply | None:
    """各镇体系认证完成多少，排一下: the one item that is named, whoever has most first; None where none is."""
    standing = standing_now(context)
    leaves = leaves_about(_NOISE.sub("", text), standing.rubric.criteria)
    if len(leaves) != 1 or len(standing.sheets) == 1:
        return None
    head, *rows = _each_of(leaves[0], standing)
    return Reply.of(head, *sorted(rows, key=_figure, reverse=True))


def _figure(row: str) -> Decimal:
    """The value in a row; who has reported none comes behind those with 0."""
    found = re.search(r"\d+(?:\.\d+)?", row.partition(" ")[2])
    return Decimal(found[0]) if found is not None else Decimal(-1)


def _missed(sheet: ScoreSheet) -> int:
    return sum(line.met is False for line in sheet.lines.values())


def _row(subject: str, sheet: ScoreSheet) -> str:
    none = sum(line.state == "no_task" for line in sheet.lines.values())
    text = f"{subject} 达到{sheet.met or 0}/{sheet.assigned or 0}，未达{_missed(sheet)}，未报{len(sheet.missing)}"
    missed = [leaf_name(line.criterion, 10) for line in sheet.lines.values() if line.met is False]
    return text + (f"，无任务{none}" if none else "") + (f"（未达：{listed(missed, 2)}）" if missed else "")


def towns_done(text: str, context: Context) -> Reply | None:
    """完成任务的有几个镇: the same; None where the document sets no targets."""
    return viewed(text, context) or (towns(text, context) if context.rubric.has_targets else None)


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
    if mentions_of(text, context.rubric, ()).units:
        return None
    known = standing.rubric.criteria
    people = "|".join(re.escape(row.name) for row in enrolled(context)) or "$"
    said = re.sub(people, "", _UNDONE.sub("", text))
    leaves = leaves_about(_NOISE.sub("", said), known)[:_MOST]
    if leaves:
        row = _undone_of if _UNDONE.search(text) else _values_of
        return Reply.of(*(row(leaf, standing) for leaf in leaves))
    if standing.rubric.has_targets:
        return towns("", context)
    rows = [subject_view.in_short(standing, subject) for subject in subjects]
    return Reply.of(*rows, "未报的按0分计，均为暂得。回区名看明细，回“没报”看各单位缺什么。")


_UNDONE: Final = re.compile(
    r"里[面头边]|(?:还|都)?(?:没有?|未)(?:完成|达标|达到|报)(?:任务|目标)?的?(?:是|都|还)?(?:有)?(?:哪些|哪几[个家]|几[个家]|谁)?(?:镇|家)?"
)
"""体系认证没完成的有哪些: who has not got there."""


def _undone_of(leaf: Criterion, standing: Standing) -> str:
    """Who has reported nothing of it, and who too little."""
    lines = {subject: sheet.lines.get(leaf.code) for subject, sheet in standing.sheets.items()}
    owing = {subject: line for subject, line in lines.items() if line is not None and line.state != "no_task"}
    short = [
        f"{subject}{clip(values_text(leaf, standing.reported(leaf.code, subject)), 12)}"
        for subject, line in owing.items()
        if line.met is False and standing.reported(leaf.code, subject)
    ]
    missing = [subject for subject in owing if not standing.reported(leaf.code, subject)]
    done = len(owing) - len(short) - len(missing)
    told = [f"未达{len(short)}家（{listed(short, 8, '家')}）"] if short else []
    told += [f"未报{len(missing)}家（{listed(missing, 8, '家')}）"] if missing else []
    return f"{leaf.code} {leaf_name(leaf, 24)}：达到{done}/{len(owing)}家；{'；'.join(told) or '都完成了'}。"


def _values_of(leaf: Criterion, standing: Standing) -> str:
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
        "各镇完成情况",
        words("各镇完成情况 各镇情况 各区完成情况 各县完成情况 各镇进度 热力图 矩阵图 各街道完成情况"),
        towns,
    ),
    shy(
        Act.RANKING,
        "完成任务的有几个镇",
        towns_done,
        r"(?P<rest>.{0,6}(?:完成|达标|达到).{0,6}(?:几|哪些|哪几|多少|谁).{0,6})|.{0,4}(?:几|哪些|哪几|多少)个?(?:镇|区|县|街道|家).{0,4}(?:完成|达标|达到).{0,6}",
    ),
)


EACH = (
    command(
        Act.RANKING,
        "各区报了几项",
        "各区进度 各县进度 各县区进度 各区报了几项",
        each,
        r"(?P<rest>(?=.*[各每个分].{0,4}[区县镇]).{3,40})",
        shy=True,
    ),
)
