"""答追问: what a person answers to a question that a report of his left open."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from handlers import choosing, dialogs
from handlers.board import board_of
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading import read_number
from handlers.reading.ordinals import PATTERN, place_of
from handlers.reporting import questions, report
from handlers.reporting.about.meant import said_before
from handlers.reporting.situations import levels

_NEXT = re.compile(r"[，,。；;\s]+(?:另外|还有|然后|剩下的?)*")
_PUZZLED = re.compile(
    "(?:啥|什么|甚么)意思|[看听搞弄]不(?:懂|明白)|没[看听]懂|不(?:知道|明白)你?说|你说的?(?:是)?[啥什哪]|怎么选|咋选|选哪个|哪个是哪个"
)
_TWICE = re.compile(
    "(?:上面|刚[才刚]|前面|上一?条|[那这]一?条|那个|这个|的|是|我)*(?:发|报|写)?(?:重复|重了|多发|多余|误发|发错|点错)了?[的吧啊]*[，,\\s]*"
    "(?:[请帮]我?|麻烦)?(?:删[了掉除]?|去掉|作废|不要了?|不算|取消|撤[了掉回]?)?[了吧啊]*"
)
"""上面那条重复了，删掉吧: what was asked about is not to be stored."""
_NUMBERED = re.compile(r"[\d一二三四五六七八九十①-⑳]")


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The answer to a question that `report` asked; None where the text is something else."""
    items = questions.chosen(context, state, text)
    later = state.get("later", [])
    if items:
        return report.take(context, items, later)
    if items is not None:
        return _none_of_them(context, later)
    further = _elsewhere(state, text, context) or _chosen_and_more(state, text, context)
    if (further := further or _chosen_nothing(state, text)) is not None:
        return further
    if state.get("subject") and read_number(text.strip().rstrip("。.!！")) is not None:
        return report.report(f"{state['subject']} {text}", context)
    said = dialogs.yes_or_no(text)
    if not state["choices"] and (said is not None or questions.is_asked_for(context, state, text)):
        return _unnumbered(state, text, context)
    return _none_of_them(context, later) if said is False else _asked_again(state, text, context)


def _elsewhere(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """不是这个，是④: what the one draft that is offered would keep or store belongs to that line."""
    found = _OF_ANOTHER.fullmatch(text.strip().rstrip("。.!！"))
    words = _only_draft(state, context)
    board = board_of(context, text)
    place = place_of(found["mark"]) if found and found["mark"] else int(found["number"]) if found else 0
    task = next((task for task in board.tasks() if task.ordinal == place > 0), None)
    if task is None or not words:
        return None
    rows = [levels.of_line(task, words)]
    if levels.takes_figures(task) or not levels.is_told(task):
        rows = list(report.read(f"第{place}项 {words}", context)[1])
    items = [row.item for row in rows if row.item is not None]
    later = [
        *questions.states(context, board, [row for row in rows if not row.item]),
        *state.get("later", []),
    ]
    return (
        report.take(context, items, later) if items else Reply("\n".join(questions.ask_next(context, later)))
    )


def _only_draft(state: Mapping[str, Any], context: Context) -> str:
    """The words of the one draft that is offered, as they were typed."""
    if len(state["choices"]) != 1:
        return ""
    said, before = _SAID.match(state["question"]), said_before(context)
    quoted = said[1] if said is not None and before is not None and said[1] in before[0] else ""
    return str(state["choices"][0].get("words") or quoted)


_SAID = re.compile("“([^”]+)”")
_OF_ANOTHER = re.compile(
    rf"(?:不是(?:这个|这项|这一项|它)?[的啊吧]?|不对|错了)?[，,、\s]*(?:应该|我说的)?(?:就?是|记[到在]|归[到在]|算[到在]?|放[到在]|报[到在])"
    rf"\s*(?:(?P<mark>{PATTERN})|第?(?P<number>\d{{1,2}})项)(?:项|那项|这项)?的?[吧啊呀]?"
)


def _chosen_nothing(state: Mapping[str, Any], text: str) -> Reply | None:
    """A lone 1 where a figure was refused and nothing was offered: it is meant for a tap, and no value."""
    refused = not state["choices"] and "没有入库" in state["question"]
    if not refused or text.strip().rstrip("。.") != "1":
        return None
    return Reply(f"“1”没有入库：前面没有可选的序号。要报的就是1，请带上序号或指标名。{state['question']}")


def waits_for_choice(state: Mapping[str, Any] | None, text: str) -> bool:
    """Whether a few words stand where one of numbered answers was wanted: no other numbers may be offered then."""
    asked = state is not None and state["kind"] == questions.QUESTION and bool(state["choices"])
    return asked and len(text) <= choosing.LONGEST


def _chosen_and_more(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """鄂城的，另外华容96: the words choose, and what follows them is a report of its own."""
    head, *rest = _NEXT.split(text.strip(), maxsplit=1)
    if not rest or not any(map(str.isdigit, rest[0])) or _NUMBERED.search(head):
        return None
    items = questions.chosen(context, state, head)
    if not items:
        return None
    taken = report.take(context, items, state.get("later", []))
    further = report.report(rest[0], context)
    return Reply(f"{taken.text}\n{further.text}") if further is not None else taken


def _asked_again(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The question once more, where the text was meant to answer it and does not; None for other texts."""
    if (aside := _beside_the_matter(state, text, context)) is not None:
        return aside
    fewer = questions.fewer(state, text)
    if fewer is not None:
        return Reply("\n".join(questions.ask_next(context, [fewer, *state.get("later", [])])))
    if dialogs.yes_or_no(text) is True:
        return Reply("\n".join(["请回序号选择：", *questions.numbered(state)]))
    if questions.is_no_choice(state, text):
        head = f"没有“{text.strip()}”这个序号，没有入库；要报的就是这个数，请带上指标名。{state['again']}"
        return Reply("\n".join([head, *questions.numbered(state)]))
    return None


def _beside_the_matter(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The line was sent twice, time is asked for, or what is meant by the question."""
    if _TWICE.fullmatch(text.strip().rstrip("。.!！")):
        asked = questions.ask_next(context, state.get("later", []))
        return Reply("\n".join([f"那一条还在等您确认，没有入库，已经去掉。（{state['again']}）", *asked]))
    if choosing.waits(text):
        return Reply(f"好的，不急，还没有入库，想好了再回答。（还等您回答：{state['again']}）")
    if state["choices"] and len(text) <= choosing.LONGEST and _PUZZLED.search(text):
        return Reply(
            "\n".join(
                [
                    f"请在下面选一个，回序号就行，都不是请回“取消”。{state['question']}",
                    *questions.numbered(state),
                ]
            )
        )
    return None


def _unnumbered(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """是 and 否 answer a question that asks for just that; any other yes or no leaves it open or drops it."""
    if questions.is_asked_for(context, state, text) and (reply := report.report(text, context)) is not None:
        return reply
    said = dialogs.yes_or_no(text)
    if said is True:
        return Reply(state["question"])
    return _none_of_them(context, state.get("later", [])) if said is False else None


def _none_of_them(context: Context, later: Sequence[Mapping[str, Any]]) -> Reply:
    asked = questions.ask_next(context, later)
    return Reply("\n".join(["好的，没有入库。请直接重发，如“指标名 数值”。", *asked]))
