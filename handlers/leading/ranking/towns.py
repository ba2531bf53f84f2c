"""各镇完成情况: each assessed unit's tasks: met, missed, not reported; a unit without a task owes none."""

import re

from handlers.access import Act
from handlers.campaign.standing import standing_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.leading.one_unit.unit_view import named, view
from handlers.lookups.overview import ranking
from handlers.messages import Reply
from handlers.wording import clock, leaf_name, listed
from scoring.sheet import ScoreSheet


def towns(text: str, context: Context) -> Reply:
    """One line an assessed unit where the document sets targets for each; else the ranking."""
    standing = standing_of(context.uow, context.speaker.campaign, context.library, context.now)
    if not standing.rubric.has_targets:
        return ranking(text, context)
    rows = sorted(standing.sheets.items(), key=lambda pair: (-_missed(pair[1]), -len(pair[1].missing)))
    leaves = len(standing.rubric.criteria)
    lines = [f"{len(rows)}家×{leaves}项（截至{clock(context.now)}）："]
    lines += [_row(subject, sheet) for subject, sheet in rows]
    lines.append("没有任务的空格不算未达。图片现在还做不了；回镇名看明细。")
    return Reply("\n".join(lines))


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
        return Reply("\n".join(view(asked, context)))
    standing = standing_of(context.uow, context.speaker.campaign, context.library, context.now)
    return towns(text, context) if standing.rubric.has_targets else None


COMMANDS = (
    Command(
        Act.RANKING,
        "各镇完成情况",
        words("各镇完成情况 各镇情况 各区完成情况 各县完成情况 各镇进度 热力图 矩阵图 各街道完成情况"),
        towns,
    ),
    Command(
        Act.RANKING,
        "完成任务的有几个镇",
        words(""),
        towns_done,
        re.compile(
            r"(?P<rest>.{0,6}(?:完成|达标|达到).{0,6}(?:几|哪些|哪几|多少|谁).{0,6})|.{0,4}(?:几|哪些|哪几|多少)个?(?:镇|区|县|街道|家).{0,4}(?:完成|达标|达到).{0,6}"
        ),
        shy=True,
    ),
)
