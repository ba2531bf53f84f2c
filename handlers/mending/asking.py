"""更正和撤回: what a person says against his own reports is said back with old and new value, and done at one tap."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from handlers import choosing, dialogs
from handlers.access import Act, may
from handlers.board import board_of
from handlers.context import Context
from handlers.mending import doubting, plans, shifting
from handlers.mending.against import Against
from handlers.mending.cues import Cue, asks_how, cue_of, keeps
from handlers.mending.elsewhere import misplaced
from handlers.mending.excuses import without_excuse
from handlers.mending.lines import lines_named
from handlers.mending.meaning import Planner
from handlers.mending.naming import Mention, Reader
from handlers.mending.plans import Plan
from handlers.mending.reported import Reported, of_last_message, reported
from handlers.messages import Reply
from handlers.reading import read_number, read_ordinals, read_state
from handlers.reading.asides import bare
from handlers.reading.questions import asks
from handlers.reading.widths import clean
from handlers.reporting import questions, withdraw
from handlers.wording import clip

QUESTION: Final = "mending"
_HOW: Final = (
    "审核通过和归档之前都能改：直接说“覆盖率改成99%”，撤回请回“撤回”，撤错了回“恢复”；原来的记录都留着。"
    "已经审核通过或归档的，请联系质强办解锁。现在没有改动。"
)
_NOTHING: Final = {
    "withdraw": "没有可以撤回的上报。",
    "restore": "没有刚撤回的上报可以恢复，没有改动；直接发“指标名 数值”就行。",
}
_STAYS: Final = re.compile(
    r"(?:算了|不改了?|别改了?|不用改了?|不对|[哦啊噢]?不)?[吧啊]*[，,\s]*(?:还是|就|仍|照旧|保持|按)+(?:是|按|用|报)?(?:原来的?|之前的?|原先的?|(?P<value>\d[\d.]*%?))(?:吧|不变|不改|就行)?[。!]*"
)
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
_WIDTH: Final = 40
_AGAIN: Final = 60


def mend(text: str, context: Context) -> Reply | None:
    """Ask whether what the text says against an own report is meant so; None for any other text."""
    if context.speaker.role != "contact" or not may(context.speaker.role, Act.WITHDRAW):
        return None
    said = _NUMBERED.sub(r"第\g<number>", clean(text).strip())
    said = _by_place(_NOT_WANTED.sub(r"\g<place>撤掉", said), context)
    if _PAPER.fullmatch(said):
        return None
    if asks_how(said):
        return Reply(_HOW)
    if shifting.is_shift(said) and (moved := shifting.shifted(said, _reader(said, context))):
        return ask(context, said, moved)
    return _all_but(said, context) or _only_kept(said, context) or _told(said, context)


_MARKED: Final = re.compile("^(?P<mark>[①-⑳])(?=.?(?:不|错|有误|撤|去掉|删))")


def _by_place(said: str, context: Context) -> str:
    """The second of several that came together, for ②不对, where no ② of the list is reported or asked about."""
    marked = _MARKED.match(said)
    if marked is None:
        return said
    reader, (number,) = _reader(said, context), read_ordinals(marked["mark"])
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
    reader = _reader(said, context)
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
        return _kept(_reader(said, context)) if keeps(said) else None
    return _cued(cue, said, context)


def _all_but(said: str, context: Context) -> Reply | None:
    """除了华容都对: the right value of the one that is wrong is asked for."""
    but = _ALL_BUT.fullmatch(said)
    if but is None:
        return None
    reader = _reader(said, context)
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
    planner = Planner(_reader(said, context), said, cue)
    if cue.act == "withdraw" and withdraw.is_plain(said, context):
        return None
    if keeps(said) and not planner.gives_value:
        return _kept(planner.reader)
    found = planner.plans()
    if found:
        sound = doubting.fair(said, found, planner.reader)
        return (
            ask(context, said, sound)
            if sound
            else Reply("\n".join(doubting.instead(said, found, planner.reader)))
        )
    return _nothing(planner)


def _nothing(planner: Planner) -> Reply | None:
    """There is nothing to take back or to restore; None where the words may mean something else."""
    act, rows = planner.cue.act, planner.reader.rows
    if not planner.is_short or act not in _NOTHING or (act == "withdraw" and rows):
        return None
    return Reply(_NOTHING[act])


def _reader(said: str, context: Context) -> Reader:
    board = board_of(context, said)
    state = dialogs.open_question(context.speaker.account, context.now)
    asks = state if state is not None and state["kind"] == questions.QUESTION else None
    rows = reported(context, board)
    if asks is None:
        return Reader(context, board, rows)
    units = frozenset(choice["subject"] for choice in asks["choices"])
    return Reader(context, board, rows, questions.codes_of(asks), units)


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Do what the text chooses of what was asked; None where it is something else."""
    labels = [choice["label"] for choice in state["choices"]]
    places = (0,) if len(labels) == 1 and choosing.agrees(text) else choosing.picked(text, labels)
    if places is not None and len(places) == 1:
        dialogs.close(context)
        return plans.carry_out(context, state["choices"][places[0]]["steps"])
    if places == () or dialogs.yes_or_no(text) is False or keeps(clean(text)):
        dialogs.close(context)
        return Reply("好的，没有改动。")
    if _stays(state, clean(text), context):
        dialogs.close(context)
        return Reply("好的，没有改动，还是原来报的。")
    if choosing.waits(text):
        return Reply(f"好的，不急，没有改动，想好了再回答。（还等您回答：{state['again']}）")
    if dialogs.yes_or_no(text) is True:
        return Reply("\n".join(["请回序号选择：", *_numbered(labels)]))
    return _other_value(state, text, context)


def _other_value(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Nothing but a value instead of an answer: it is for what was to be changed, and asked for in turn."""
    said = read_number(text.strip().rstrip("。.!！")) or read_state(text)
    if said is None:
        return None
    reader = _reader(" ".join(step.get("code", "") for step in _steps(state)), context)
    found = [
        plans.storing(context, one.line, values)
        for one in _standing(state, context)
        for values in reader.values(one.line, Mention(new=said), (), tuple(one.row.given))
    ]
    if found:
        dialogs.close(context)
    return ask(context, text, tuple(found)) if found else None


def _stays(state: Mapping[str, Any], said: str, context: Context) -> bool:
    """算了，还是98: the value that stands already, instead of the new one."""
    found = _STAYS.fullmatch(said.strip())
    if found is None:
        return False
    reader = _reader(" ".join(step["code"] for step in _steps(state)), context)
    figure = read_number(found["value"] or "")
    standing = [value for one in reader.rows for value in one.row.given.values()]
    known = [read_number(str(value)) for value in standing if not isinstance(value, bool)]
    return figure is None or figure.value in [one.value for one in known if one is not None]


def _steps(state: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [step for choice in state["choices"] for step in choice["steps"]]


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
    given = {step["code"]: step["inputs"] for plan in found for step in plan.steps if "inputs" in step}
    state = dialogs.open_question(context.speaker.account, context.now)
    if questions.settled_by(state, given):
        dialogs.close(context)
    head = found[0].question if alone else f"“{clip(said, _WIDTH)}”是要改哪个？请回序号，都不是请回“取消”。"
    return choose(context, head, choices)


def choose(context: Context, head: str, choices: Sequence[Mapping[str, Any]]) -> Reply:
    """Ask which of these is to be done, each a label and its steps."""
    dialogs.ask(context, QUESTION, {"choices": list(choices)}, again=clip(head, _AGAIN))
    return Reply("\n".join([head, *_numbered([choice["label"] for choice in choices])]))


def against_draft(state: Mapping[str, Any], said: Against, text: str, context: Context) -> Reply | None:
    """What is said against a draft that waits: another figure in it, nothing of it, or all of it taken back."""
    steps = _steps(state)
    labels = [choice["label"] for choice in state["choices"]]
    named = said.name and not any(bare(said.name) in bare(clean(label)) for label in labels)
    if named or said.nth or said.item or (said.old and not any(said.old in label for label in labels)):
        return None
    if said.act == "value":
        return _other_value(state, said.new, context)
    taking = all(step["act"] == "withdraw" for step in steps)
    if said.act == "off" and taking and not dialogs.cancels(text, state):
        surely = len(labels) == 1 and withdraw.says(text)
        return (
            _carried_out(state, context) if surely else Reply("\n".join([state["again"], *_numbered(labels)]))
        )
    if dialogs.cancels(text, state) or not {step["act"] for step in steps} <= {"store", "withdraw"}:
        return None
    dialogs.close(context)
    standing = _standing(state, context)
    told = "；".join(plans.told(context, one.row) for one in standing)
    if said.act == "off" and standing:
        back = plans.together([plans.withdrawing(context, one.row) for one in standing])
        keep = {"label": f"不改了，还是{told}", "steps": []}
        return choose(
            context, "要撤的是哪个？请回序号。", [keep, {"label": back.label, "steps": list(back.steps)}]
        )
    stands = f"还是{told}，" if told else ""
    return Reply(f"好的，没有改动，{stands}准的数是多少？请带上名称或序号直接发。")


def moved(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """是华容的: the value of the draft, for another district than it would be stored for."""
    meant = misplaced(text, asked=True)
    steps = _steps(state)
    codes = {step["code"] for step in steps if step["act"] == "store"}
    if meant is None or len(codes) != 1 or len(steps) != 1:
        return None
    (step,) = steps
    reader = _reader(step["code"], context)
    lines = lines_named(meant.to, reader, step["code"])
    found = [line for line in lines if line.code == step["code"] and line.subject != step["subject"]]
    return (
        ask(context, text, tuple(plans.storing(context, line, step["inputs"]) for line in found))
        if found
        else None
    )


def _carried_out(state: Mapping[str, Any], context: Context) -> Reply:
    dialogs.close(context)
    return plans.carry_out(context, state["choices"][0]["steps"])


def _standing(state: Mapping[str, Any], context: Context) -> list[Reported]:
    """What stands of that which the draft would change."""
    reader = _reader(" ".join(step.get("code", "") for step in _steps(state)), context)
    keys = {(step["code"], step["subject"]) for step in _steps(state)}
    return [one for one in reader.rows if (one.line.code, one.line.subject) in keys]


def _numbered(labels: list[str]) -> list[str]:
    return [f"{place} {label}" for place, label in enumerate(labels, start=1)]


def _kept(reader: Reader) -> Reply | None:
    """没报错，不用改: what stands is said once more."""
    rows = of_last_message(reader.rows)
    if not rows:
        return None
    told = "；".join(plans.told(reader.context, one.row) for one in rows)
    return Reply(f"好的，没有改动。现在报的是：{told}。")
