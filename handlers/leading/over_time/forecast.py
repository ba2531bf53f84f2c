"""年底能到90吗: an interval with its assumptions, never a single figure."""

import re
from dataclasses import replace
from decimal import Decimal

from handlers.access import Act
from handlers.calendar.deadlines import milestone_name
from handlers.campaign.standing import Standing, standing_now
from handlers.campaign.units import mentions
from handlers.command import command
from handlers.context import Context
from handlers.lookups.overview import UNPRICED
from handlers.messages import Reply
from handlers.reading.numbers import numeral
from handlers.wording import leaf_name, plain, shown
from scoring.annual import ANNUAL
from scoring.decimals import ZERO
from scoring.outlook import best_total, open_lines
from scoring.sheet import Line, ScoreSheet

FORECAST = "推算区间"
NAMED = 3
POLICIES = {
    "latest": "“取各项最后一个节点”",
    "item_mean": "“各节点平均”",
    "min": "“各项最低的节点”",
    "sum": "“各节点相加”",
    "year_end_only": "“只算年终节点”",
}
"""How an annual figure may be made of the milestones'."""
SUBJECTS_LISTED = 8
_WHOLE_YEAR = re.compile("年底|年终|全年|今年|最后|最终|到时候|(?:12|十二)月")
_PART_YEAR = re.compile("半年|季度|节点")
_RATE = re.compile("[\u4e00-\u9fff](?:率|满意度|指数)(?!.*(?:总分|得分|考核))")
_GOAL = re.compile(
    r"(?<![\d.])(?P<goal>\d{1,3}(?:\.\d{1,2})?)(?![\d.]|\s*[年月日号项个家件条点])|(?P<said>[六七八九]十[一二三四五六七八九]?)(?!\s*[年月日号项个家件条点来几多])"
)


def asked(text: str, context: Context) -> Reply | None:
    """The same; None where a rate is to reach so much, and no total."""
    return None if _RATE.search(text) else forecast(text, context)


def forecast(text: str, context: Context) -> Reply:
    """The least (nothing more comes) and the most (all that is open in full), and what a goal still needs."""
    standing = standing_now(context)
    if standing.rubric.has_targets:
        return Reply.of(*_tasks(standing))
    if standing.rubric.unpriced:
        return Reply(UNPRICED)
    running = standing
    goal = _goal(text)
    if standing.rubric.milestones and (
        _WHOLE_YEAR.search(text) or (_is_beyond(goal, standing) and not _PART_YEAR.search(text))
    ):
        standing = replace(standing, milestone=ANNUAL)
    wanted = standing.assessed(mentions(text, context).units)
    if len(wanted) == 1:
        return Reply.of(*_one(standing, wanted[0], goal), *_running(running, standing, wanted[0]))
    rows = [
        f"{subject}：{_interval(standing.sheets[subject])}{_short_of(goal, standing.sheets[subject])}"
        for subject in wanted
    ]
    head = f"{FORECAST}（下限：以后什么都不再报；上限：未报的全得）{_goal_text(goal)}："
    return Reply.of(head, *shown(rows, SUBJECTS_LISTED, "……另有{}家"), "回“单位名＋能到多少”看一家。")


def _goal(text: str) -> Decimal | None:
    """90 of 能到90吗, and of 能上九十吗."""
    found = _GOAL.search(text)
    return None if found is None else Decimal(found["goal"]) if found["goal"] else numeral(found["said"])


def _is_beyond(goal: Decimal | None, standing: Standing) -> bool:
    """Whether so many points cannot be had at the running milestone: the whole year is meant."""
    full = max((sheet.full or ZERO for sheet in standing.sheets.values()), default=ZERO)
    return goal is not None and goal > full


def interval(sheet: ScoreSheet) -> tuple[Decimal, Decimal]:
    """The least and the most that the sheet can come to with what is reported now unchanged."""
    low = sheet.points or ZERO
    return low, best_total(sheet) or low


def _one(standing: Standing, subject: str, goal: Decimal | None) -> list[str]:
    sheet = standing.sheets[subject]
    low, high = interval(sheet)
    verified = standing.verified[subject].points or ZERO
    whole = standing.milestone == ANNUAL
    node = "全年" if whole else milestone_name(standing.rubric, standing.milestone)
    lines = [
        f"{node}{FORECAST}{plain(low)}—{plain(high)}分（满分{plain(sheet.full or ZERO)}）{_goal_text(goal)}。"
    ]
    still = open_lines(sheet)
    lines.append(
        f"下限：未报的{len(still)}项都不得分，只算已报的暂得{plain(low)}分（其中已核定{plain(verified)}分）；"
        f"上限：这{len(still)}项全得满分{plain(sum((line.full_marks or ZERO for line in still), ZERO))}分。"
    )
    if goal is not None:
        lines.append(_needed(goal, low, high, sheet))
    lines += _dearest(still)
    policy = (
        f"；年度怎样由各节点合成原文未规定，按{POLICIES.get(sheet.policy or '', sheet.policy)}算"
        if whole
        else ""
    )
    lines.append(f"假设：已报的不再变动，未报的加分不计{policy}。以核定为准。")
    return lines


def _running(running: Standing, asked: Standing, subject: str) -> list[str]:
    """Where the running milestone's own sheet stands, beside a whole year's forecast."""
    if running is asked:
        return []
    sheet, node = running.sheets[subject], milestone_name(running.rubric, running.milestone)
    return [f"（{node}节点现暂得{plain(sheet.points or ZERO)}/{plain(sheet.full or ZERO)}分。）"]


def _short_of(goal: Decimal | None, sheet: ScoreSheet) -> str:
    """How far it is from the goal, and whether what is open is enough."""
    if goal is None:
        return ""
    low, high = interval(sheet)
    if low >= goal:
        return "，按已报的已到"
    return f"，还差{plain(goal - low)}分" + ("" if high >= goal else "，未报的全得也够不着")


def _goal_text(goal: Decimal | None) -> str:
    return f"，目标{plain(goal)}分" if goal is not None else ""


def _needed(goal: Decimal, low: Decimal, high: Decimal, sheet: ScoreSheet) -> str:
    if low >= goal:
        return f"按已报的就有{plain(low)}分，已到{plain(goal)}分，前提是核定时不减。"
    if high < goal:
        lost = sum(
            (
                line.full_marks - line.points
                for line in sheet.lines.values()
                if line.state == "scored" and line.points is not None and line.full_marks is not None
            ),
            ZERO,
        )
        return (
            f"未报的全得也只有{plain(high)}分，到{plain(goal)}分还差{plain(goal - high)}分，"
            f"只能从已丢的{plain(lost)}分里更正、补材料。"
        )
    spare = high - goal
    return f"到{plain(goal)}分还要再得{plain(goal - low)}分；未报的项最多还能丢{plain(spare)}分。"


def _dearest(still: tuple[Line, ...]) -> list[str]:
    if not still:
        return []
    rows = [
        f"{line.code} {leaf_name(line.criterion, 16)}{plain(line.full_marks or ZERO)}分（{line.criterion.reporter}）"
        for line in still[:NAMED]
    ]
    return [f"分值最大的未报项：{'；'.join(rows)}。"]


def _interval(sheet: ScoreSheet) -> str:
    low, high = interval(sheet)
    return f"{plain(low)}—{plain(high)}分"


def _tasks(standing: Standing) -> list[str]:
    met = sum(sheet.met or 0 for sheet in standing.sheets.values())
    assigned = sum(sheet.assigned or 0 for sheet in standing.sheets.values())
    missed = sum(line.met is False for sheet in standing.sheets.values() for line in sheet.lines.values())
    return [
        f"分解表没有分值，只能按任务数推算：{assigned}项任务中完成{met}—{assigned - missed}项。",
        f"下限：未报的都完不成；上限：未报的全完成，已报未达到的{missed}项不变。",
    ]


COMMANDS = (
    command(
        Act.FORECAST,
        "年底能到90吗",
        "预测 能得多少分 最后能得多少 最终能得多少 年底能得多少 年底能得多少分 能到多少分 推算",
        asked,
        r".{0,30}?(?:能|可以|有没有可能|有希望|保得住|够不够)(?:不能)?(?:到|达到?|上|保住?|冲到?|够|过|拿|得|超过)"
        r"\s*(?:\d{1,3}(?:\.\d{1,2})?|多少|几|满)\s*分?(?:以上)?(?:[吗不么嘛?？]|没有)*"
        r"|(?=.*(?:多少|几|到|成绩|结果|分)).{0,8}(?:照|按)(?:这样|这么|现在|目前|这个?(?:速度|进度|势头|样子)|当前).{2,20}"
        r"|.{0,6}(?:年底|年终|全年|到头来?|最后|最终)(?:大概|估计|预计|大约|可能|会|能|是|有|得|拿|考)*(?:多少|几)分?.{0,3}",
    ),
)
