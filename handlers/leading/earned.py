"""“旅游局那4分怎么来的”“为啥旅游局是4分不是8分”: which items gave a unit its points, by which clause, and what gave none."""

import re
from typing import Final

from handlers.campaign.standing import ZERO, Standing, standing_now
from handlers.context import Context
from handlers.leading.one_unit.unit_view import named, remember
from handlers.lookups.explain import reckoned
from handlers.messages import Reply
from handlers.wording import leaf_name, month_day, plain, shown

_ASKED: Final = re.compile(
    r"(?:分|得分|分数).{0,4}(?:怎么|咋|如何|哪里?|哪儿|从哪)(?:来|得|算|打|评|挣|出)|(?:怎么|咋|如何)(?:得|算|打|评|拿|挣)(?:的|出来的?|来的|到的?)?(?:这|那)?\d*(?:\.\d+)?分"
    r"|(?:分|得分).{0,3}(?:凭什么|凭啥|依据|根据)|(?:凭什么|凭啥|依据|根据)(?:是)?(?:什么|啥)?.{0,4}(?:得|给|有|拿).{0,4}分"
    r"|(?:为什么|为啥|怎么|咋)(?:只|才|会|就)?(?:是|给|得|有)?(?:了)?\d+(?:\.\d+)?分?(?:[,，]?不是|[,，]?没到|[,，]?而不是)"
    r"|(?:为什么|为啥)(?:能|会|就)?(?:得|有|给|拿|是)(?:了|到)?\d+(?:\.\d+)?分[的呢啊]*[?？]?$"
    r"|(?:为什么|为啥|怎么|咋)(?:会|就|能)?(?:是|得|拿|给)?(?:了|到)?满分[的呢啊]*[?？]?$"
    r"|(?:为什么|为啥|怎么|咋)[^\d]{2,10}(?:是|得|给|有)(?:了)?\d+(?:\.\d+)?分.{0,2}(?:不是|没到|而不是)"
)
_NOT: Final = re.compile(r"[扣丢失掉]|要是|如果|假如|怎么(?:才能|样才)|还能")
_FEW: Final = 3


def asked(text: str, context: Context) -> Reply | None:
    """What the one unit's points are made of; None for anything else."""
    if _ASKED.search(text) is None or _NOT.search(text):
        return None
    units = named(text, context).units
    standing = standing_now(context)
    lines = _of_unit(units[0], standing, context) if len(units) == 1 and standing.has_points else []
    return Reply.of(*lines) if lines else None


def _of_unit(unit: str, standing: Standing, context: Context) -> list[str]:
    own = [
        (line, subject)
        for subject, sheet in standing.sheets.items()
        for line in sheet.lines.values()
        if unit in (subject, standing.unit_of(line.criterion, subject)) and line.state != "no_task"
    ]
    given = [
        (line, subject, record)
        for line, subject in own
        if (record := standing.records.get((line.code, subject))) is not None and record.reported
    ]
    if not own:
        return []
    remember(unit, context)
    sheet = standing.sheets.get(unit)
    points = sheet.points if sheet is not None else sum((line.points or ZERO for line, _ in own), ZERO)
    full = sheet.full if sheet is not None else sum((line.full_marks or ZERO for line, _ in own), ZERO)
    lines = [f"{unit}暂得{plain(points or ZERO)}/{plain(full or ZERO)}分，{len(given)}项有上报："]
    for line, subject, record in given[:_FEW]:
        submission = record.submission
        who = f"（{submission.unit}{month_day(submission.at)}报）" if submission is not None else ""
        lines.append(f"{line.code}{who}{reckoned(line.criterion, subject, context).text}")
    lines += [f"……另有{len(given) - _FEW}项，回单位名看"] if len(given) > _FEW else []
    reported = {(line.code, subject) for line, subject, _ in given}
    open_ = [
        f"没报、还没有分：{line.code} {leaf_name(line.criterion, 24)}（满分{plain(line.full_marks or ZERO)}分）"
        for line, subject in own
        if (line.code, subject) not in reported
    ]
    return [*lines, *shown(open_, _FEW, "……另有{}项没报")]
