"""“合格率都达标了吧”“哪个区没到95”: reported values held against a goal that is said or the target set."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from handlers.campaign.standing import Standing, standing_now
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.leaf_rows import figure_of, goal_of, measured_by, running
from handlers.leading.one_unit.spoken_of import last_unit
from handlers.leading.one_unit.unit_view import viewed
from handlers.leading.topics import leaves_about, leaves_called, likest, topic_of
from handlers.lookups.explain import reckoned
from handlers.messages import Reply
from handlers.reading.widths import clean
from handlers.receipts import values_text
from handlers.wording import leaf_name, listed, plain, shown
from scoring.model import Criterion

_LONGEST: Final = 40
_REACHED: Final = re.compile(
    r"(?:没|未|不|都|全|有没有|是否|是不是|算不算)?(?:达到?标|过线|合格了|达到?了?目标|到目标|(?<=[没未])(?:有)?达到(?![\d目标])|够标准|完成(?:任务|目标|指标)(?!数|率|情况))(?:了)?(?:没有?|吗|吧|不|么)?|(?:离|跟|和|与|比)?目标(?:值)?(?:还|还有)?(?:差|低|高)(?:了)?(?:多少|多远|几个?点)?|差目标多少"
    r"|(?:没有?|未|不|超过?|达|过)?(?:达?到|够|过|低于|高于|不足|超过?|满)(?:了)?\s*(?P<goal>\d{1,3}(?:\.\d{1,2})?)(?![\d.分月日号点])\s*[%％]?(?:以上|以下)?的?"
)
_LACKING: Final = re.compile(
    "(?:还|离)?[差低](?:了|着)?(?:多少|几个?(?:百分)?点|多远)(?!分|项|家|材料|件材料)"
)
_SUPPOSED: Final = re.compile("要是|如果|假如|想|冲|年底|[a-dA-D]级|第[一1]|比|跟|和")
_FULFILLED: Final = re.compile(
    "^(?=.*(?:没|未|都|全|是不是|哪[些几个])).*?(?P<done>(?:没有?|未|都|全)?(?:能|被)?完成(?:了)?(?:没有?|吗|吧|的|不|么)?(?:[镇县区]|单位)*(?:有|是)?(?:哪[些几]?个?[家镇县区]?)?[?？]?)$"
)
"""哪几个镇体系认证没完成: of targets that each unit has for itself."""
_WHICH: Final = re.compile(
    r"哪[些几]?个?(?:县区|区县|单位|区|县|镇|街道|家|局|市)?|各?个?(?:县区|区县|区|县|镇)|[三两几四五六七八九\d]个(?:县区|区县|区|县|镇|街道)|都|全部?|谁|为什么|为啥|怎么|咋|原因|还|有|率达|的|里|呢|啊"
)
_WHICH_LACK: Final = re.compile(
    "(?:哪[些几]?|几|什么)(?:项|个?(?:任务|指标)|(?=还|没|未))[^,，。]{0,4}[没未不]"
)
"""九华哪几项没完成任务: what it has not reported is not done either."""
_LISTED: Final = 6
_MANY: Final = 8
_WHY: Final = re.compile("为什么|为啥|怎么|咋|原因")
_VALUE: Final = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,2})?(?![\d.分月日])")


@dataclass(frozen=True, slots=True)
class _Held:
    """What one assessed unit has reported of a leaf, and whether that reaches the goal; None where nothing tells."""

    subject: str
    value: str
    reaches: bool | None


def asked(text: str, context: Context) -> Reply | None:
    """Who reaches it, who does not, who has not reported; None for anything else."""
    words = clean(text).strip()
    told = _REACHED.search(words) or (_FULFILLED.search(words) if context.rubric.has_targets else None)
    if told is None or len(words) > _LONGEST:
        return None
    if _WHICH_LACK.search(words) and (of_unit := viewed(words, context)) is not None:
        return of_unit
    standing = standing_now(context)
    found = mentions(words, context)
    fulfilled = _FULFILLED.match(found.rest)
    rest = found.rest[: fulfilled.start("done")] if fulfilled is not None else found.rest
    rest = _REACHED.sub(" ", rest)
    leaves = _with_value(words, standing) or _meant(rest, found.units, standing)
    if not leaves:
        return None
    said, it = told.groupdict().get("goal"), last_unit(context) if _WHY.search(words) else None
    units = found.units or ((it,) if it in standing.sheets else ())
    return _held_against(Decimal(said) if said else None, leaves, units, words, context)


def lacking(text: str, context: Context) -> Reply | None:
    """九华省抽才91 差多少: how far the one value or item that is named is from its target; None for anything else."""
    words = clean(text).strip()
    if len(words) > _LONGEST or not _LACKING.search(words) or _SUPPOSED.search(words):
        return None
    standing, found = standing_now(context), mentions(words, context)
    topic = topic_of(_WHICH.sub(" ", _VALUE.sub(" ", _LACKING.sub(" ", found.rest))))
    measured = [leaf for leaf in running(standing) if measured_by(leaf) is not None]
    leaves = _with_value(words, standing) or (leaves_called(topic, measured) if len(topic) > 1 else ())
    return _held_against(None, leaves, found.units, words, context) if len(leaves) == 1 else None


def lacks(leaf: Criterion, shown_before: str, context: Context) -> Reply:
    """还差多少 behind one item: of the assessed units that were shown with it."""
    units = [one for one in standing_now(context).sheets if one in shown_before]
    return _held_against(None, [leaf], units, "", context)


def _held_against(
    goal: Decimal | None, leaves: Sequence[Criterion], units: Sequence[str], words: str, context: Context
) -> Reply:
    standing = standing_now(context)
    subjects = standing.assessed(units)
    if _WHY.search(words) and len(leaves) == 1 and len(subjects) == 1:
        return _why(leaves[0], subjects[0], context)
    rows = [row for leaf in leaves for row in _told(leaf, subjects, goal, standing, context)]
    return Reply.of(
        *shown(rows, _MANY, "……另有{}项"), f"均为上报值，以核定为准。回“为什么 {leaves[0].code}”看依据。"
    )


def _why(leaf: Criterion, subject: str, context: Context) -> Reply:
    """The value with its clause and points; nobody has to report a reason."""
    told = reckoned(leaf, subject, context)
    return Reply(f"{told.text}\n报数时没有写原因；要问可以回“告诉{leaf.reporter or subject} 说明原因”。")


def _with_value(words: str, standing: Standing) -> Sequence[Criterion]:
    """98.6达标没: the one leaf that has been reported so."""
    figures = set(_VALUE.findall(words))
    codes = {
        code
        for (code, _), record in standing.records.items()
        if figures & {str(value) for value in record.reported.values()}
    }
    return [standing.rubric.criterion(code) for code in codes] if len(codes) == 1 else []


def _meant(rest: str, units: Sequence[str], standing: Standing) -> Sequence[Criterion]:
    """The measured leaves that the words are about: those of the units, all where they name none of either."""
    measured = [leaf for leaf in running(standing) if measured_by(leaf) is not None]
    of_units = [leaf for leaf in measured if {leaf.reporter, *leaf.named_units} & set(units)]
    pool = of_units if units and not set(units) & set(standing.sheets) else measured
    topic = topic_of(_WHICH.sub(" ", rest))
    if len(topic) > 1:
        found = leaves_about(topic, pool) or likest(topic, pool)
        if found or not units:
            return found
    reported = {code for (code, _), record in standing.records.items() if record.reported}
    of = set(units) & set(standing.sheets)
    if of:
        reported = {code for (code, one), record in standing.records.items() if record.reported and one in of}
    return [leaf for leaf in pool if leaf.code in reported]


def _told(
    leaf: Criterion, subjects: Sequence[str], goal: Decimal | None, standing: Standing, context: Context
) -> Iterator[str]:
    held = [one for subject in subjects if (one := _held(leaf, subject, goal, standing, context)) is not None]
    silent = [one for one in subjects if one not in {row.subject for row in held}]
    several = len(standing.sheets) > 1
    groups = {"达到": True, "没达到": False, "没有目标可比": None}
    parts = []
    for name, reaches in groups.items():
        rows = [f"{one.subject if several else ''}{one.value}" for one in held if one.reaches is reaches]
        if rows:
            parts.append(f"{name}{f'{len(rows)}家' if several else ''}：{listed(rows, _LISTED, '家')}")
    if silent:
        parts.append(f"未报{len(silent)}家：{listed(silent, _LISTED, '家')}" if several else "未报")
    yield f"{leaf.code} {leaf_name(leaf, 30)}{_goal_text(leaf, goal, subjects, standing, context)}：{'；'.join(parts)}。"


def _held(
    leaf: Criterion, subject: str, goal: Decimal | None, standing: Standing, context: Context
) -> _Held | None:
    record = standing.records.get((leaf.code, subject))
    name = measured_by(leaf)
    if record is None or not record.reported or name is None or name not in record.reported:
        return None
    figure = figure_of(record.reported[name])
    value = values_text(leaf, {name: record.reported[name]}).rpartition("：")[2]
    wanted = goal if goal is not None else goal_of(leaf, subject, record, context)
    line = standing.sheets[subject].lines.get(leaf.code)
    if goal is None and line is not None and line.met is not None:
        printed = leaf.targets.get(subject)
        lacks = printed - figure if not line.met and printed is not None and figure is not None else None
        return _Held(subject, f"{value}（差{plain(lacks)}）" if lacks and lacks > 0 else value, line.met)
    if wanted is not None and figure is not None:
        gap = f"（差{plain(wanted - figure)}）" if figure < wanted else ""
        return _Held(subject, value + gap, figure >= wanted)
    full = leaf.full_marks
    earned = line.points if line is not None and line.state == "scored" else None
    if full is None or earned is None:
        return _Held(subject, value, None)
    return _Held(subject, f"{value}，暂得{plain(earned)}分", earned >= full)


def _goal_text(
    leaf: Criterion, goal: Decimal | None, subjects: Sequence[str], standing: Standing, context: Context
) -> str:
    full = f"满分{plain(leaf.full_marks)}分，" if leaf.full_marks is not None else ""
    if goal is not None:
        return f"（{full}按{plain(goal)}比）"
    goals = {
        plain(one)
        for subject in subjects
        if (one := goal_of(leaf, subject, standing.records.get((leaf.code, subject)), context)) is not None
    }
    goals |= {plain(one) for subject in subjects if (one := leaf.targets.get(subject)) is not None}
    if len(goals) == 1:
        return f"（{full}目标{goals.pop()}）"
    return f"（{full}各家目标不同）" if goals else f"（{full}没有设目标，得满分算达到）"
