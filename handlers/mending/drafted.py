"""What is said to a correction that waits for its 是: chosen, another figure, kept as it is, for another district."""

import re
from collections.abc import Mapping
from typing import Any, Final

from handlers import dialogs
from handlers.context import Context
from handlers.drafts import choosing
from handlers.mending import plans
from handlers.mending.against import Against
from handlers.mending.asking import ask, choose, numbered, reader_of
from handlers.mending.cues import keeps
from handlers.mending.elsewhere import misplaced
from handlers.mending.lines import lines_named
from handlers.mending.naming import Mention
from handlers.mending.reported import Reported
from handlers.messages import Reply
from handlers.reading import read_number, read_state
from handlers.reading.tokens.asides import bare
from handlers.reading.widths import clean
from handlers.reporting import withdraw

_STAYS: Final = re.compile(
    r"(?:算了|不改了?|别改了?|不用改了?|不对|[哦啊噢]?不)?[吧啊]*[，,\s]*(?:还是|就|仍|照旧|保持|按)+(?:是|按|用|报)?(?:原来的?|之前的?|原先的?|(?P<value>\d[\d.]*%?))(?:吧|不变|不改|就行)?[。!]*"
)


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
        return Reply("\n".join(["请回序号选择：", *numbered(labels)]))
    return _other_value(state, text, context)


def _other_value(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Nothing but a value instead of an answer: it is for what was to be changed, and asked for in turn."""
    said = read_number(text.strip().rstrip("。.!！")) or read_state(text)
    if said is None:
        return None
    reader = reader_of(" ".join(step.get("code", "") for step in _steps(state)), context)
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
    reader = reader_of(" ".join(step["code"] for step in _steps(state)), context)
    figure = read_number(found["value"] or "")
    standing = [value for one in reader.rows for value in one.row.given.values()]
    known = [read_number(str(value)) for value in standing if not isinstance(value, bool)]
    return figure is None or figure.value in [one.value for one in known if one is not None]


def _steps(state: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [step for choice in state["choices"] for step in choice["steps"]]


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
            _carried_out(state, context) if surely else Reply("\n".join([state["again"], *numbered(labels)]))
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
    reader = reader_of(step["code"], context)
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
    reader = reader_of(" ".join(step.get("code", "") for step in _steps(state)), context)
    keys = {(step["code"], step["subject"]) for step in _steps(state)}
    return [one for one in reader.rows if (one.line.code, one.line.subject) in keys]
