"""各镇完成情况: each assessed unit's tasks: met, missed, not reported; a unit without a task owes none."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.access import Act
from handlers.campaign.standing import Standing, standing_now
from handlers.command import Command, shy, words
from handlers.context import Context
from handlers.leading.one_unit.unit_view import named, view
from handlers.leading.topics import likest, topic_of
from handlers.lookups.overview import ranking
from handlers.messages import Reply
from handlers.receipts import values_text
from handlers.wording import clock, leaf_name, listed
from scoring.model import Criterion
from scoring.sheet import ScoreSheet

_GENERAL: Final = re.compile(
    "各个?|每个|乡镇|镇|街道|乡|完成|情况|任务|进度|达标|数|几个|多少|哪[个些]|目标|指标"
)
_MOSTLY: Final = 0.6


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
        line, record = sheet.lines.get(leaf.code), standing.records.get((leaf.code, subject))
        said = values_text(leaf, record.reported) if record is not None and record.reported else ""
        state = (
            {True: "达到", False: "未达"}.get(line.met) if line is not None and line.met is not None else None
        )
        none = line is not None and line.state == "no_task"
        lines.append(
            f"{subject} {'无任务' if none else f'{said}（{state}）' if said and state else said or '未报'}"
        )
    return lines


def _missed(sheet: ScoreSheet) -> int:
    return sum(line.met is False for line in sheet.lines.values())


def _row(subject: str, sheet: ScoreSheet) -> str:
    none = sum(line.state == "no_task" for line in sheet.lines.values())
    text = f"{subject} 达到{sheet.met or 0}/{sheet.assigned or 0}，未达{_missed(sheet)}，未报{len(sheet.missing)}"
    missed = [leaf_name(line.criterion, 10) for line in sheet.lines.values() if line.met is False]
    return text + (f"，无任务{none}" if none else "") + (f"（未达：{listed(missed, 2)}）" if missed else "")


def towns_done(text: str, context: Context) -> Reply | None:
    """完成任务的有几个镇: the same; None where the document sets no targets."""
    asked = named(text, context)
    if asked.units:
        return Reply.of(*view(asked, context))
    standing = standing_now(context)
    return towns(text, context) if standing.rubric.has_targets else None


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
