"""更正和撤回: what a person says against his own reports is said back with old and new value, and done at one tap."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act, may
from handlers.board import board_of
from handlers.context import Context
from handlers.mending import doubting, plans, shifting
from handlers.mending.against import against
from handlers.mending.cues import Cue, asks_how, cue_of, keeps
from handlers.mending.excuses import without_excuse
from handlers.mending.lines import lines_named
from handlers.mending.meaning import Planner
from handlers.mending.naming import Reader
from handlers.mending.plans import Plan
from handlers.mending.reported import of_last_message, reported
from handlers.messages import Reply
from handlers.reading import read_ordinals
from handlers.reading.certainty.questions import asks
from handlers.reading.numbers import numeral
from handlers.reading.values import is_incident
from handlers.reading.widths import clean
from handlers.reporting import questions, withdraw
from handlers.reporting.batches import line_of
from handlers.wording import clip, plain

QUESTION: Final = "mending"
_HOW: Final = (
    "审核通过和归档之前都能改：直接说“覆盖率改成99%”，撤回请回“撤回”，撤错了回“恢复”；原来的记录都留着。"
    "已经审核通过或归档的，请联系质强办解锁。现在没有改动。"
)
_NOTHING: Final = {
    "withdraw": "没有可以撤回的上报。",
    "wrong": "您还没有报过数，没有可以改的。要报直接发“序号 数值”；材料发错了回“我的材料”。",
    "restore": "没有刚撤回的上报可以恢复，没有改动；直接发“指标名 数值”就行。",
}
_ALL_BUT: Final = re.compile(
    r"(?:除了?(?P<one>[^，,\s\d]{1,16}?)(?:以外|之外|外|那个|的)?[，,\s]*(?:其他|其它|其余|别的|剩下)?的?(?:[两二三四五]个)?(?:都|全)(?:是)?(?:对|没错|没问题|没毛病|正确)的?"
    r"|(?:就|只有?|就是)(?P<only>[^，,\s\d]{1,16}?)(?:的|那个)?(?:不对|错了?|有问题|有误|报错了?|写错了?)(?:[，,\s]*(?:其他|其它|其余|别的)的?都(?:对|没错|没问题)的?)?)[了吧啊]?"
)
_ONLY_KEPT: Final = re.compile(
    r"(?:就|只|先)+(?:保?留|要|报|算)(?:下|着)?(?P<one>[^，,\s\d]{1,16}?)(?:的|那个|那条)?[，,\s]*(?:其他|其它|其余|别的|剩下|另外)的?(?:[两二三四五]个)?(?:都|全|先)*(?:撤|不要|作废|删|不算|取消|去)(?:回|了|掉|销)?[了吧啊]?"
)
_PAPER: Final = re.compile(r"(?:撤回|撤销|取消|收回).{1,24}(?:已交|交了)")
"""撤回4月信息已交 is about a paper, not about a value."""
_NUMBERED: Final = re.compile(r"(?P<number>[一二三四五六七八九十]|\d{1,2})号(?:[那这]一?)?(?=[项条])")
"""一号那项 as 第一项."""
_NOT_WANTED: Final = re.compile(
    r"^(?P<place>[①-⑳]|第\s?(?:\d|[一二三四五六七八九十])\s?[个条])(?:那个|的|先|就)*(?:不要|不用|不报)了?[吧啊]?$"
)
"""第一个不要 of several that came together."""
_SPELLED: Final = re.compile(
    r"(?<=改[成为到])(?P<figure>[一二两三四五六七八九十百]{1,5})(?=[个家项件份名次人]?[了吧啊呢。]*(?:$|[，,。]))"
)
"""改成四个: what a value becomes, in words."""
_WIDTH: Final = 40
_AGAIN: Final = 60


def mend(text: str, context: Context) -> Reply | None:
    """Ask whether what the text says against an own report is meant so; None for any other text."""
    if context.speaker.role != "contact" or not may(context.speaker.role, Act.WITHDRAW):
        return None
    said = _in_figures(_NUMBERED.sub(r"第\g<number>", clean(text).strip()))
    said = _by_place(_NOT_WANTED.sub(r"\g<place>撤掉", said), context)
    if _PAPER.fullmatch(said):
        return None
    if asks_how(said):
        return Reply(_HOW)
    if shifting.is_shift(said) and (moved := shifting.shifted(said, reader_of(said, context))):
        return ask(context, said, moved)
    together = _and_shifted(said, context)
    return together or _all_but(said, context) or _only_kept(said, context) or _told(said, context)


_LAST: Final = re.compile("(?P<head>.+)[，,；;](?P<tail>[^，,；;]+)")


def _and_shifted(said: str, context: Context) -> Reply | None:
    """标兵不是2个是1个，先进方法再加1家: new values, and behind them another moved by a difference."""
    parted = _LAST.fullmatch(said)
    if parted is None or not shifting.is_shift(parted["tail"]):
        return None
    reader, cue = reader_of(said, context), cue_of(parted["head"])
    moved = shifting.shifted(parted["tail"], reader)
    found = Planner(reader, parted["head"], cue).plans() if cue is not None and moved else ()
    if len(moved) != 1 or len(found) != 1:
        return None
    steps = (*found[0].steps, *moved[0].steps)
    values = [(line_of(step), name) for step in steps for name in step.get("inputs", ())]
    apart = all(step["act"] == "store" for step in steps) and len(set(values)) == len(values)
    return ask(context, said, (plans.together([*found, *moved]),)) if apart else None


def _in_figures(said: str) -> str:
    """改成四个 with its number in figures; 四个，我写成三个 with both."""
    return (_COUNTED if _TAKEN_FOR.search(said) else _SPELLED).sub(_figure, said)


_TAKEN_FOR: Final = re.compile("[报写填弄发打]成[一二两三四五六七八九十百]")
_COUNTED: Final = re.compile(
    r"(?P<figure>[一二两三四五六七八九十百]{1,4})(?=[个家件起项](?:[，,。\s了吧]|$))"
)


def _figure(found: re.Match[str]) -> str:
    figure = numeral(found["figure"])
    return found[0] if figure is None else plain(figure)


_MARKED: Final = re.compile("^(?P<mark>[①-⑳])(?=.?(?:不|错|有误|撤|去掉|删))")


def _by_place(said: str, context: Context) -> str:
    """The second of several that came together, for ②不对, where no ② of the list is reported or asked about."""
    marked = _MARKED.match(said)
    if marked is None:
        return said
    reader, (number,) = reader_of(said, context), read_ordinals(marked["mark"])
    told = {one.line.duty.ordinal for one in reader.rows}
    told |= {line.duty.ordinal for line in reader.board.lines if line.code in reader.asked}
    together = of_last_message(reader.rows)
    by_place = number not in told and number <= len(together) and len(together) > 1
    return f"第{number}个{said[1:]}" if by_place else said


def _only_kept(said: str, context: Context) -> Reply | None:
    """只留鄂城的，其他撤回: all of the last message but that is to be taken back."""
    found = _ONLY_KEPT.fullmatch(said)
    if found is None:
        return None
    reader = reader_of(said, context)
    last = of_last_message(reader.rows)
    named = lines_named(found["one"], reader, last[-1].line.code) if last else ()
    rest = [plans.withdrawing(context, one.row) for one in last if one.line not in named]
    return ask(context, said, (plans.together(rest),)) if rest and len(rest) < len(last) else None


def _told(said: str, context: Context) -> Reply | None:
    cue = cue_of(said)
    if cue is None and (plain := without_excuse(said)):
        said = f"应该是{plain}"
        cue = cue_of(said)
    if cue is None:
        return _kept(reader_of(said, context)) if keeps(said) else None
    return _cued(cue, said, context)


def _all_but(said: str, context: Context) -> Reply | None:
    """除了华容都对: the right value of the one that is wrong is asked for."""
    but = _ALL_BUT.fullmatch(said)
    if but is None:
        return None
    reader = reader_of(said, context)
    last = of_last_message(reader.rows)
    named = lines_named(but["one"] or but["only"], reader, last[-1].line.code) if last else ()
    rows = [one for one in reader.rows if one.line in named]
    if len(rows) != 1:
        return None
    task = next(one for one in reader.board.tasks() if one.criterion.code == rows[0].line.code)
    subject = rows[0].line.subject if len(task.subjects) > 1 else ""
    question = f"{plans.told(context, rows[0].row)}不对，应该是多少？请直接发准的数。其余的没有改动。"
    return Reply("\n".join(questions.ask(context, reader.board, [asks(subject, (), question, task)])))


def _cued(cue: Cue, said: str, context: Context) -> Reply | None:
    planner = Planner(reader_of(said, context), said, cue)
    if cue.act == "withdraw" and withdraw.is_plain(said, context):
        return None
    if keeps(said) and not planner.gives_value:
        return _kept(planner.reader)
    found = planner.plans()
    if found and _NOT_MAJOR.search(said) and all(map(partial(_counts_events, context), found)):
        told = "；".join(plan.label.split("：", 1)[0] for plan in found)
        return Reply(f"{told}只报够得上的；不算的不用报，没有改动。拿不准够不够得上，请先问质强办。")
    if found:
        sound = doubting.fair(said, found, planner.reader)
        return (
            ask(context, said, sound)
            if sound
            else Reply("\n".join(doubting.instead(said, found, planner.reader)))
        )
    return _nothing(planner)


_NOT_MAJOR: Final = re.compile(
    "(?:不算|算不上|够不上|没到|不是|不属于|达不到)(?:什么|特别)?(?:重大|较大|大事|事故|事件)"
)


def _counts_events(context: Context, plan: Plan) -> bool:
    """Whether all that the plan would store counts accidents or events."""
    return all(
        is_incident(context.rubric.criterion(step["code"]).input(name))
        for step in plan.steps
        for name in step.get("inputs", ())
    )


def _nothing(planner: Planner) -> Reply | None:
    """There is nothing to take back or to restore; None where the words may mean something else."""
    act, told = planner.cue.act, against(planner.text)
    if act not in _NOTHING or not planner.is_short or (act != "restore" and planner.reader.rows):
        return None
    if act != "restore" and told is not None and told.act != "value" and not planner.reader.asked:
        return Reply(plans.of_others(planner.reader.board) or _NOTHING[act])
    if act == "wrong":
        return None
    return Reply(_NOTHING[act])


def reader_of(said: str, context: Context) -> Reader:
    """The speaker's reports and what is asked about, to be named by words."""
    board = board_of(context, said)
    state = dialogs.open_question(context.speaker.account, context.now)
    asks = state if state is not None and state["kind"] == questions.QUESTION else None
    rows = reported(context, board)
    if asks is None:
        return Reader(context, board, rows)
    units = frozenset(choice["subject"] for choice in asks["choices"])
    return Reader(context, board, rows, questions.codes_of(asks), units)


def ask(context: Context, said: str, found: tuple[Plan, ...]) -> Reply:
    """Say the plans back with old and new value, to be done at one tap."""
    open_to_it = tuple(plan for plan in found if not plans.hindered(context, plan.steps))
    if not open_to_it:
        return Reply(
            "\n".join(dict.fromkeys(one for plan in found for one in plans.hindered(context, plan.steps)))
        )
    found, alone = open_to_it, len(open_to_it) == 1
    choices: list[dict[str, Any]] = [
        {"label": f"是，{plan.label}" if alone else plan.label, "steps": list(plan.steps)} for plan in found
    ]
    given = {line_of(step): step["inputs"] for plan in found for step in plan.steps if "inputs" in step}
    state = dialogs.open_question(context.speaker.account, context.now)
    if questions.settled_by(state, given):
        dialogs.close(context)
    head = found[0].question if alone else f"“{clip(said, _WIDTH)}”是要改哪个？请回序号，都不是请回“取消”。"
    return choose(context, head, choices)


def choose(context: Context, head: str, choices: Sequence[Mapping[str, Any]]) -> Reply:
    """Ask which of these is to be done, each a label and its steps."""
    dialogs.ask(context, QUESTION, {"choices": list(choices)}, again=clip(head, _AGAIN))
    return Reply("\n".join([head, *numbered([choice["label"] for choice in choices])]))


def numbered(labels: list[str]) -> list[str]:
    """The choices behind their numbers."""
    return [f"{place} {label}" for place, label in enumerate(labels, start=1)]


def _kept(reader: Reader) -> Reply | None:
    """没报错，不用改: what stands is said once more."""
    rows = of_last_message(reader.rows)
    if not rows:
        return None
    told = "；".join(plans.told(reader.context, one.row) for one in rows)
    return Reply(f"好的，没有改动。现在报的是：{told}。")
