"""试算: what an event or another value would do to the points; nothing of it is stored."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import Any

from handlers import dialogs
from handlers.access import Act
from handlers.campaign.standing import Standing, standing_now
from handlers.campaign.units import mentions
from handlers.command import shy
from handlers.context import Context
from handlers.leading.asking import with_endings
from handlers.leading.one_unit.spoken_of import last_said
from handlers.leading.over_time.supposed import (
    FIGURE,
    by_number,
    chosen_by_name,
    leaves_meant,
    leaves_of,
    menu,
    spoken_of_before,
    to_choose,
    tried,
)
from handlers.leading.topics import topic_of, without_item
from handlers.messages import Reply
from handlers.reading import ReportItem, Task, read_report
from handlers.reading.numbers import in_figures
from handlers.receipts import values_text
from handlers.wording import clip, leaf_name, listed, plain
from scoring.decimals import ZERO
from scoring.engine import score_leaf, score_sheet
from scoring.model import Criterion, Input, Rubric
from scoring.sheet import Line

QUESTION = "try_out"
MOST_TRIED = 256
_SUPPOSED = re.compile(
    "要是|如果|假如|假设|假使|假定|万一|的话|倘若|若是|[到达]不[了到]\\d{1,3}(?:\\.\\d+)?|算上去?|算进[去来]?|算的话"
    "|[掉降跌涨提升](?:到|成)|(?:会|要|得|能)?[少丢减加增响拿扣掉](?:掉|了)?(?:多少分?|几分)|会怎么样|会怎样|怎么样|会扣|要扣"
    "|得多少分?|得几分|能得|会得|发生了?|出了(?!事)|出个(?!事)|只有|试算|有影响吗|什么影响|还?能?(?:得分|达标)吗?|算(?:完成|达标)吗?|够不够|影响多少|[?？]"
)
_STRANGER = re.compile(r"[\u4e00-\u9fff]{2,5}[局委](?=[那这的]|\s|\d|$)")
"""水利局那5分: a unit that the document does not know."""
_VETO = re.compile(
    "否决|区域性|系统性|认定[^，,。]{0,12}等[级次]|(?:等[级次]|评|定|判|直接|一律).{0,6}(?:最[低差末]|(?<![a-zA-Z])[dD](?![a-zA-Z]))"
)
_BELOW = re.compile(
    r"(?:不到|低于|不足|[没未](?:有)?达?到|达不到|到不了|小于)了?\s*(?P<limit>\d{1,5}(?:\.\d{1,2})?)"
)
"""覆盖率不到100扣多少 is tried with one less."""
_PARTLY = re.compile(
    "(?:一半|部分|不[全齐])的?[^，。]{0,4}材料|材料[^，。]{0,6}(?:不[全齐]|一半|部分|[没未](?:有)?[交报]齐)"
)
_INCOMPLETE = re.compile("材料不[全齐]")
_NUMBER = re.compile(r"\d+(?:\.\d+)?\s?[%％]?")
_UNPROVED = re.compile("(?:无|没有?|缺|未)[^，。]{0,4}(?:证明|材料)")


@dataclass(frozen=True, slots=True)
class Trial:
    """A leaf under other inputs than those that are stored."""

    line: Line
    subject: str
    inputs: Mapping[str, object]
    shown: Mapping[str, object]
    topic: str = ""
    others: tuple["Trial", ...] = ()
    """The same of the other assessed units, where the words name none of them."""


def try_out(text: str, context: Context) -> Reply:
    """Score what the words suppose and say the difference; it is never kept."""
    standing = standing_now(context)
    found = mentions(with_endings(in_figures(text), context), context)
    supposed = _SUPPOSED.sub(" ", found.rest)
    if told := _untried(text, supposed, found.units, standing):
        return Reply(told)
    placed = by_number(supposed, standing)
    trial = _of_value(supposed, found.units, standing) if not placed else None
    if trial is not None:
        return _tried(trial, standing)
    supposed = without_item(supposed) if placed else supposed
    rows = to_choose(placed or leaves_meant(supposed, found.units, standing), supposed)
    rows = spoken_of_before(rows, found.units, standing, last_said(context))
    if len(rows) > 1:
        kept = {"codes": [leaf.code for leaf in rows], "supposed": supposed, "units": [*found.units]}
        dialogs.ask(context, QUESTION, kept, again="试算哪一项")
        return Reply(menu(rows))
    return _tried(_of_leaf(rows[0], supposed, found.units, standing), standing)


def _untried(text: str, supposed: str, units: Sequence[str], standing: Standing) -> str:
    """What is said without a leaf being tried; "" where one is."""
    if not standing.has_points:
        return _against_target(_of_value(supposed, units, standing))
    if units and (told := tried(text, supposed, units, standing)):
        return told
    if _VETO.search(supposed):
        return "\n".join(_veto(standing.rubric))
    stranger = _STRANGER.search(supposed) if not units else None
    if stranger is None:
        return ""
    return f"这份细则里没有“{stranger[0]}”负责的项，没有试算。回“名册”看有哪些单位，或带上指标名再问。"


def _tried(trial: Trial | str, standing: Standing) -> Reply:
    return Reply(trial if isinstance(trial, str) else "\n".join(_told(trial, standing)))


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Try out the leaf that was chosen, with what was supposed before."""
    place = dialogs.chosen(text, len(state["codes"]))
    code = (
        text.strip() if text.strip() in state["codes"] else state["codes"][place] if place is not None else ""
    )
    named = chosen_by_name(text, [*map(context.rubric.criterion, state["codes"])]) if not code else (code, "")
    if named is None:
        return None
    dialogs.close(context)
    standing, code = standing_now(context), named[0]
    units, supposed = state["units"], named[1] or str(state["supposed"])
    return _tried(_of_leaf(context.rubric.criterion(code), supposed, units, standing), standing)


def _of_leaf(leaf: Criterion, supposed: str, units: Sequence[str], standing: Standing) -> Trial | str:
    """That leaf with the figure that is supposed, else at its worst."""
    below = _BELOW.search(supposed)
    figures = _NUMBER.findall(supposed)
    if below is not None and len(figures) == 1:
        supposed = figures[0] = plain(Decimal(below["limit"]) - 1)
    trial = _of_value(f"{leaf.code} {supposed.strip()}", units, standing)
    if trial is None and len(figures) == 1:
        trial = _of_value(f"{leaf.code} {figures[0]}", units, standing)
    if trial is not None and trial.line.points is not None:
        return trial
    return _at_worst(leaf, supposed, units, standing)


def _against_target(trial: Trial | None) -> str:
    """Whether the value would reach the task's target, where the document prints no points."""
    none = "这份文件没有可试算的分值（原文未规定）"
    if trial is None or trial.line.met is None:
        return f"{none}，没有试算。要看一个数达不达标，请带上镇名、指标名和数。"
    leaf = trial.line.criterion
    reached = "达到目标" if trial.line.met else "达不到目标"
    return (
        f"试算（不入库）：{trial.subject} {leaf.code} {leaf_name(leaf, 30)} 按{clip(values_text(leaf, trial.shown), 40)}"
        f"{reached}。\n原文：{clip(leaf.clause, 110)}\n{none}，不扣分，只看完成没有。"
    )


def _of_value(text: str, units: Sequence[str], standing: Standing) -> Trial | None:
    """The leaf with the value that the text gives it, where it is certain."""
    if not FIGURE.search(text):
        return None
    subjects = tuple(standing.assessed(units))
    tasks = [Task(0, leaf, leaf.before_review, subjects) for leaf in leaves_of(standing, units)]
    rows = read_report(text.strip(), tasks, subjects=subjects)
    if len(rows) != 1:
        return None
    row = rows[0]
    items = [row.item] if row.outcome == "certain" and row.item is not None else []
    items = items or [choice.item for choice in row.choices]
    items = [item for item in items if item.subject in units] or items
    if len({(item.criterion.code, *map(str, item.inputs.values())) for item in items}) != 1:
        return None
    of_subjects = {item.subject: item for item in reversed(items)}
    first, *others = (_trial(standing, item) for item in reversed(of_subjects.values()))
    return replace(first, others=tuple(others))


def _trial(standing: Standing, item: ReportItem) -> Trial:
    subject = item.subject or next(iter(standing.sheets))
    record = standing.records.get((item.criterion.code, subject))
    inputs = {**(record.inputs if record else {}), **item.inputs}
    return Trial(_scored(standing, item.criterion, subject, inputs), subject, inputs, item.inputs)


def _at_worst(leaf: Criterion, text: str, units: Sequence[str], standing: Standing) -> Trial | str:
    """The leaf at its worst: the event counts, the work is not done."""
    topic = topic_of(text)
    subject = standing.assessed(units)[0]
    trials = (
        Trial(_scored(standing, leaf, subject, inputs), subject, inputs, _meant(leaf, inputs, topic), topic)
        for inputs in _states(leaf)
    )
    priced = [trial for trial in trials if trial.line.points is not None]
    if not priced:
        return f"{leaf.code} {leaf_name(leaf, 20)}要有数才能试算，请带上数，如“要是{leaf_name(leaf, 10)}98 得几分”。"
    said = _UNPROVED if _UNPROVED.search(text) else _INCOMPLETE if _PARTLY.search(text) else None
    meant = [one for one in priced if said is not None and said.search(values_text(leaf, one.inputs))]
    return min(meant or priced, key=lambda trial: trial.line.points or ZERO)


def _meant(leaf: Criterion, inputs: Mapping[str, object], topic: str) -> Mapping[str, object]:
    """The inputs whose labels hold the topic, else all."""
    meant = {name: value for name, value in inputs.items() if topic in leaf.input(name).label}
    return meant or inputs


def _states(leaf: Criterion) -> Iterator[Mapping[str, object]]:
    """Every combination of choices, yes or no, and none or one."""
    inputs = [item for item in leaf.before_review if item.type in ("choice", "bool", "count")]
    values = [_values(item) for item in inputs]
    for place, combination in enumerate(product(*values)):
        if place == MOST_TRIED:
            return
        yield {item.name: value for item, value in zip(inputs, combination, strict=True) if value is not None}


def _values(item: Input) -> Sequence[object]:
    if item.type == "choice":
        return [choice.value for choice in item.choices]
    return [True, False] if item.type == "bool" else [1, 0]


def _scored(standing: Standing, leaf: Criterion, subject: str, inputs: Mapping[str, object]) -> Line:
    return score_leaf(standing.base, leaf.code, inputs, subject=subject, overlay=standing.overlay)


def _told(trial: Trial, standing: Standing) -> list[str]:
    leaf, line = trial.line.criterion, trial.line
    now = standing.sheets[trial.subject].lines[leaf.code]
    points = line.points or ZERO
    before = now.points if now.state == "scored" and now.points is not None else None
    full = leaf.full_marks or ZERO
    start = before if before is not None else full
    state = f"现{plain(start)}分" if before is not None else f"还没报，按满分{plain(full)}分比"
    where = f"{trial.subject}·" if len(standing.sheets) > 1 else ""
    lines = [
        f"试算（不入库）：{where}{leaf.reporter} {leaf.code} {leaf_name(leaf, 30)}",
        f"{state}→{plain(points)}分，{_change(points - start)}；{_sheet_change(trial, standing)}",
        f"按“{clip(values_text(leaf, trial.shown), 80)}”；原文：{clip(leaf.clause, 110)}",
    ]
    lines.append(f"计算：{clip('；'.join(step.rstrip('。') for step in line.why().steps), 160)}。")
    if trial.others:
        rows = [f"{one.subject} {plain(one.line.points or ZERO)}分" for one in trial.others]
        lines.append(f"别家同样的数：{listed(rows, 6, '家')}。")
    about = [doubt for doubt in leaf.ambiguities if trial.topic and trial.topic in doubt.open]
    lines += [
        f"存疑：{clip(doubt.open, 60)}按“{clip(doubt.default, 40)}”。"
        for doubt in about[:1] or leaf.ambiguities[:1]
    ]
    veto = standing.rubric.veto
    lines.append(
        f"够不够否决另看：认定为区域性、系统性事件的一律为“{veto.grade}”。" if veto else "本细则没有否决项。"
    )
    return lines


def _change(difference: Decimal) -> str:
    if not difference:
        return "分数不变"
    return f"{'增' if difference > 0 else '减'}{plain(abs(difference))}分"


def _sheet_change(trial: Trial, standing: Standing) -> str:
    """What becomes of the total as it stands."""
    facts = {
        code: record.inputs
        for (code, subject), record in standing.records.items()
        if subject == trial.subject and record.inputs
    }
    facts[trial.line.code] = trial.inputs
    sheet = score_sheet(
        standing.base,
        facts,
        milestone=standing.milestone,
        subject=trial.subject,
        overlay=standing.overlay,
    )
    now = standing.sheets[trial.subject].points or ZERO
    return f"合计{plain(now)}→{plain(sheet.points or ZERO)}分。"


def _veto(rubric: Rubric) -> list[str]:
    if rubric.veto is None:
        return ["试算（不入库）：本细则没有否决项，事件只按有关指标扣分。"]
    clause = rubric.criterion(rubric.veto.code).clause.splitlines()[0]
    return [
        f"试算（不入库）：认定后等次一律为“{rubric.veto.grade}”，分数不变；只是疑似、待认定时等次暂不定。",
        f"原文：{clip(clause, 160)}",
    ]


COMMANDS = (
    shy(
        Act.TRY,
        "要是旅游局那个事故算上 扣多少",
        try_out,
        r"(?:试算|要是|如果|假如|假设|假使|万一)(?P<rest>.{2,80})",
        re.DOTALL,
    ),
)
