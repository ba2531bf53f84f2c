"""一家单位: how one or several units stand and all that one of them owes, for whoever may see them all."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from handlers import dialogs
from handlers.access import ROLE_NAMES, Act
from handlers.calendar.deadlines import milestone_name
from handlers.campaign.standing import Standing, UnitStanding, standing_now
from handlers.campaign.units import Mentions, mentions
from handlers.command import command
from handlers.context import Context
from handlers.leading.leaf_rows import running, value_text
from handlers.leading.one_unit import subject_view
from handlers.leading.topics import topic_of
from handlers.messages import Reply
from handlers.people.enrolled import enrolled, is_of
from handlers.reading.naming.syllables import sound
from handlers.wording import clip, leaf_name, listed, plain, shown
from scoring.decimals import round_half_up

LAST_UNIT = "unit"
"""The open talk that remembers which unit was looked at last."""
LISTED = 8
_ALL: Final = 16
_SCREEN: Final = 5
"""So many of what is not reported stand on a telephone's screen beside the rest, unless it is asked which they are."""
_WHICH = re.compile("哪|列|都是|(?:什么|啥)(?!情况|样|程度)")
_LIKE_A_UNIT = re.compile(r"[局委办厅院部队镇乡村]$|..[市县区]$|(?:委员|联合|协)会$|街道$|公司$|中心$")
_HIS_REPORTS = re.compile("报|交|怎么样|咋样|情况|进[度展]|[差缺欠]|多少|完成")
_COMPARED = 5
"""So many units are held against each other; of more 排名 tells."""
AT_A_TIME = 20
"""So many of the items stand in one message."""
ELSE: Final = "其余："
_NAMED: Final = 3


def unit(text: str, context: Context) -> Reply | None:
    """The units that the words name; a question where they are like a unit's name, but of none or of several."""
    told = viewed(text, context)
    if told is not None:
        return told
    told = of_person(text, context)
    if told is not None:
        return told
    person = next((row for row in enrolled(context) if row.name in text), None)
    if person is not None:
        return Reply(
            f"{person.name}：{person.unit} {person.title or ROLE_NAMES[person.role]}。回单位名看这家的情况。"
        )
    if not _LIKE_A_UNIT.search(topic_of(text)) or topic_of(text).startswith("没"):
        return None
    standing = standing_now(context)
    called = sound(topic_of(text))
    likest = sorted((row.unit for row in standing.units), key=lambda one: -len(set(called) & set(sound(one))))
    names = listed(likest, 12, "家")
    return Reply(f"“{clip(text.strip(), 12)}”是哪一家？本次考核里没有叫这个的单位。请回全称：{names}。")


def of_person(text: str, context: Context) -> Reply | None:
    """高军报了没: the unit of the contact who is named; None where nobody is, or nothing of his reports is asked."""
    units = units_of_people(text, context) if _HIS_REPORTS.search(text) else []
    return viewed(units[0], context) if units else None


def viewed(text: str, context: Context, least: int = 1) -> Reply | None:
    """农业局和质监局谁报得全: the units that are named; None where fewer than `least` are."""
    found = mentions(text, context)
    return Reply.of(*view(found, context)) if len(found.units) >= least else None


def several_viewed(text: str, context: Context) -> Reply | None:
    """The same of two at the least."""
    return viewed(text, context, least=2)


def units_of_people(text: str, context: Context) -> list[str]:
    """宋莉和万鹏: the units of the contacts whom the text names."""
    return [row.subject or row.unit for row in enrolled(context, "contact") if row.name in text]


def view(found: Mentions, context: Context) -> list[str]:
    """One unit in full, several a line each; the last one looked at is remembered."""
    standing = standing_now(context)
    rows = {row.unit: row for row in standing.units}
    lines = []
    if found.heard:
        lines.append(f"按“{'”“'.join(found.heard)}”理解，不是请回全称。")
    remember(found.units[-1], context)
    if len(found.units) == 1:
        if subject_view.is_assessed_by_others(standing, found.units[0]):
            told = subject_view.in_full(standing, found.units[0])
            return [*lines, *told, people_of(context, found.units[0])]
        row = rows.get(found.units[0])
        return lines + (
            _in_full(context, standing, row, _ALL if _WHICH.search(found.rest) else _SCREEN)
            if row
            else _beside_others(found.units[0], standing, context)
        )
    for name in found.units:
        row = rows.get(name)
        if subject_view.is_assessed_by_others(standing, name):
            owed = sum(subject_view.owed(standing, name).values())
            lines.append(
                f"{subject_view.head(standing, name)}，" + (f"缺{owed}项。" if owed else "都报齐了。")
            )
            continue
        lines.append(_in_short(standing, row) if row else f"{name}没有牵头填报的项。")
    total = _total([rows[unit] for unit in found.units if unit in rows and unit not in standing.sheets])
    return [*lines, *_ahead(found.units, standing), f"{total}回单位名看一家的明细，回“催 单位名”催办。"]


def _total(rows: Sequence[UnitStanding]) -> str:
    """“合计暂得8/20分，缺3项。” of those that report."""
    owed, full = sum(len(row.missing) for row in rows), sum((row.full for row in rows), Decimal(0))
    points = sum((row.points for row in rows), Decimal(0))
    marks = [f"暂得{plain(points)}/{plain(full)}分"] if full else []
    told = [*marks, *([f"缺{owed}项"] if owed else [])]
    return f"合计{'，'.join(told)}。" if told and len(rows) > 1 else ""


def _ahead(units: Sequence[str], standing: Standing) -> list[str]:
    """“按得分率：县旅游局50%、县城建局33.3%，县旅游局靠前。”; "" where they cannot be held against each other."""
    shares = _shares(units, standing)
    if len(shares) != len(units) or len(units) > _COMPARED:
        return []
    best = max(shares.values())
    first = [unit for unit in units if shares[unit] == best]
    rows = "、".join(
        f"{unit}{plain(round_half_up(shares[unit] * 100, 1))}%"
        for unit in sorted(units, key=lambda unit: -shares[unit])
    )
    by = "得分率" if standing.has_points else "完成率"
    told = "现在并列" if len(first) == len(units) else f"{'、'.join(first)}靠前"
    return [f"按{by}：{rows}，{told}。"]


def _shares(units: Sequence[str], standing: Standing) -> dict[str, Decimal]:
    """Of assessed units by their sheets, of those that report by their own leaves."""
    rows = {row.unit: row.share for row in standing.units}
    if all(unit in standing.sheets for unit in units) and len(standing.sheets) > 1 and standing.has_points:
        sheets = {unit: standing.sheets[unit] for unit in units}
        return {
            unit: (sheet.points or Decimal(0)) / sheet.full for unit, sheet in sheets.items() if sheet.full
        }
    return {unit: rows[unit] for unit in units if unit in rows}


def remember(unit: str, context: Context) -> None:
    """Keep which unit was looked at, "" for none any more, where no question waits for an answer."""
    state = dialogs.open_question(context.speaker.account, context.now)
    if unit and (state is None or state["kind"] == LAST_UNIT):
        dialogs.ask(context, LAST_UNIT, {"unit": unit})
    elif state is not None and state["kind"] == LAST_UNIT:
        dialogs.close(context)


def people_of(context: Context, unit: str) -> str:
    """“联络员：王敏；分管领导：赵亮。”, without telephones."""
    people = [person for person in enrolled(context) if is_of(unit, person, context)]
    parts = []
    for role, title in (("contact", "联络员"), ("supervisor", "分管领导")):
        names = [person.name for person in people if person.role == role]
        parts.append(f"{title}：{'、'.join(names) or '名册里没有'}")
    return "；".join(parts) + "。"


def looked_after(unit: str, context: Context) -> Reply:
    """城建局谁在管: its people, and how to reach them."""
    standing = standing_now(context)
    if all(row.unit != unit for row in standing.units) and unit not in standing.sheets:
        return Reply.of(*view(mentions(unit, context), context))
    remember(unit, context)
    return Reply(f"{unit} {people_of(context, unit)}电话等不在聊天里发；要催请回“催 {unit}”。")


def _in_full(context: Context, standing: Standing, row: UnitStanding, most: int) -> list[str]:
    lost = [
        f"丢{plain(points)}分：{line.code} {leaf_name(line.criterion, 24)}{row.place(subject)}"
        for line, subject, points in standing.losses
        if standing.unit_of(line.criterion, subject) == row.unit
    ]
    lines = [f"{_head(standing, row)}，共{row.leaves}项，还差{len(row.missing)}项没报齐。"]
    lines += shown(_reported(standing, row), LISTED, "……另有{}项已报")
    owed = [f"未报：{item.code} {leaf_name(item, 28)}{row.place(of)}" for item, of in row.missing]
    more = f"……另有{{}}项未报，全部回“没报 {row.unit}”"
    lines += shown(owed, most, more)
    lines += shown(lost, LISTED, "……另有{}项")
    lines.append(people_of(context, row.unit))
    if row.missing:
        lines.append(f"要催请回“催 {row.unit}”。")
    return lines


def _in_short(standing: Standing, row: UnitStanding) -> str:
    missing = listed(row.owed(14), 2)
    return f"{_head(standing, row)}，" + (f"缺{len(row.missing)}项：{missing}。" if missing else "都报齐了。")


def _head(standing: Standing, row: UnitStanding) -> str:
    node = milestone_name(standing.rubric, standing.milestone)
    if row.full:
        marks = f"暂得{plain(row.points)}/{plain(row.full)}分"
    else:
        marks = f"已报{row.leaves - len(row.missing)}/{row.leaves}项"
    return f"{row.unit}{'·' + node if node else ''}：{marks}"


def _reported(standing: Standing, row: UnitStanding) -> list[str]:
    rows = []
    for subject, sheet in standing.sheets.items():
        for line in sheet.lines.values():
            record = standing.records.get((line.code, subject))
            if standing.unit_of(line.criterion, subject) != row.unit or record is None or not record.reported:
                continue
            rows.append(subject_view.reported_row(line, record, row.place(subject)))
    return rows


def _beside_others(unit: str, standing: Standing, context: Context) -> list[str]:
    """县政府: what it takes part in, who reports that, and how it stands."""
    shared = [leaf for leaf in running(standing) if unit in leaf.named_units]
    if not shared:
        return [f"{unit}没有牵头填报的项。"]
    subject = next(iter(standing.sheets))
    told = (standing.records.get((leaf.code, subject)) for leaf in shared)
    states = (
        value_text(leaf, subject, one, standing, context) for leaf, one in zip(shared, told, strict=True)
    )
    rows = [f"{leaf.code} {leaf_name(leaf, 24)}：{state}" for leaf, state in zip(shared, states, strict=True)]
    return [f"{unit}没有牵头填报的项，现在列名参与{len(rows)}项：", *shown(rows, LISTED, "……另有{}项")]


def in_short(owing: Sequence[UnitStanding]) -> list[str]:
    """What each owes, whoever owes most first: on a telephone's screen the others stand in one line."""
    told = owing if len(owing) <= _NAMED + 1 else owing[:_NAMED]
    rows = [f"{unit.unit} {len(unit.missing)}项：{listed(unit.owed(14), 2)}" for unit in told]
    rest = [f"{unit.unit}{len(unit.missing)}项" for unit in owing[len(told) :]]
    return [*rows, f"{ELSE}{'、'.join(rest)}。"] if rest else rows


def owed_in_full(unit: UnitStanding, context: Context, start: int = 0) -> list[str]:
    """The lines from that place on; how many are left is said, and where the list goes on is kept."""
    rows = [
        f"{criterion.code} {leaf_name(criterion, 30)}{unit.place(subject)}"
        for criterion, subject in unit.missing
    ]
    end = start + AT_A_TIME
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is None or state["kind"] == LAST_UNIT:
        dialogs.ask(context, LAST_UNIT, {"unit": unit.unit, "start": end})
    head = f"{unit.unit}还差的第{start + 1}项起：" if start else f"{unit.unit}还差{len(rows)}项："
    left = [f"……另有{len(rows) - end}项，回“还有呢”接着看。"] if len(rows) > end else []
    return [head, *rows[start:end], *left]


def goes_on(context: Context) -> Reply | None:
    """还有呢 after such a list; None where there was none."""
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is None or state["kind"] != LAST_UNIT or "start" not in state:
        return None
    standing = standing_now(context)
    unit = next((unit for unit in standing.units if unit.unit == state["unit"]), None)
    start = int(state["start"])
    if unit is None or len(unit.missing) <= start:
        return Reply(f"没有了，{state['unit']}没报的都列过了。要催回“催 {state['unit']}”。")
    return Reply.of(*owed_in_full(unit, context, start))


COMMANDS = (
    command(
        Act.UNIT,
        "城建局得了多少",
        "",
        unit,
        r"(?!.*(?:满分|这一?项|那一?项|每项|加几分|[算给得扣]几分|我们|咱|俺|我[局镇区委办]|本[局镇区委办单]))(?P<rest>[^\d\s]{2,14}?)(?:得了多少|得多少|多少分|几分|怎么样|情况|的情况)[?？]?",
    ),
)
