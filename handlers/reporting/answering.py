"""答追问: what a person answers to a question that a report of his left open."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from handlers import dialogs
from handlers.board import board_of
from handlers.context import Context
from handlers.drafts import choosing
from handlers.mending.elsewhere import misplaced
from handlers.mending.excuses import without_excuse
from handlers.mending.likewise import is_likewise, likewise
from handlers.messages import Reply
from handlers.people.speaking import afresh
from handlers.reading import ReportItem, read_number, read_ordinals
from handlers.reporting import dropping, questions, report
from handlers.reporting.about.meant import said_before
from handlers.reporting.remarks import is_remark
from handlers.reporting.situations import levels, signs

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
    text = without_excuse(text) or text
    changed = dropping.leave_out(state, text, context) or _of_another_line(state, text, context)
    if changed is not None:
        return changed
    items = questions.chosen(context, state, text)
    items = _rather(state, text, context) if items is None else items
    later = state.get("later", [])
    if items is not None:
        return report.take(context, items, later) if items else _none_of_them(context, later)
    further = (
        _none_but(state, text, context) or _chosen_and_more(state, text, context) or _remarked(state, text)
    )
    further = further or _chosen_nothing(state, text) or _tapped_twice(state, text, context)
    if further is not None:
        return further
    if state.get("subject") and read_number(text.strip().rstrip("。.!！")) is not None:
        return report.report(f"{state['subject']} {text}", context)
    said = dialogs.yes_or_no(text)
    if not state["choices"] and (said is not None or questions.is_asked_for(context, state, text)):
        return _unnumbered(state, text, context)
    return _none_of_them(context, later) if said is False else _asked_again(state, text, context)


def _of_another_line(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """第一项, where words are to be kept with another line than that: they are asked about with the named one."""
    choices = state["choices"]
    if len(choices) != 1 or choices[0]["inputs"] or not choices[0].get("words") or "项" not in text:
        return None
    places = read_ordinals(_THAT_ONE.sub("", text.strip()))
    board = board_of(context)
    lines = board.of_ordinal(places[0]) if len(places) == 1 else ()
    if not lines or lines[0].code == choices[0]["code"]:
        return None
    dialogs.close(context)
    task = next(task for task in board.tasks() if task.criterion.code == lines[0].code)
    return report.answered(afresh(context), board, [levels.of_line(task, choices[0]["words"])])


_THAT_ONE = re.compile("^(?:应该|这|我说的|那|就)*是|的[吧啊。]?$")


def _remarked(state: Mapping[str, Any], text: str) -> Reply | None:
    """这是11月底的数，年底还要变: what remarks on the value asked about leaves the question as it is."""
    remarks = len(text) > _SIGH and is_remark(text)
    return Reply(f"知道了，截止前随时可以重报。{state['again']}") if remarks else None


_SIGH = 6


def _rather(state: Mapping[str, Any], text: str, context: Context) -> tuple[ReportItem, ...] | None:
    """不是鄂城，华容的: the choice that is meant beside one that is not."""
    meant = misplaced(text)
    return questions.chosen(context, state, meant.to) if meant is not None and meant.at else None


def _none_but(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """都不是，是体系认证的: the figure that was asked about, read again under that name."""
    found = _NONE_BUT.fullmatch(text.strip().rstrip("。.!！"))
    figures = {str(value) for choice in state["choices"] for value in choice["inputs"].values()}
    if found is None or len(figures) != 1:
        return None
    dialogs.close(context)
    words = f"{found['name'] or found['meant']} {figures.pop()}"
    anew = report.report(words, afresh(context))
    return Reply(f"好的，上面的都没有入库。按“{words}”看：\n{anew.text}") if anew is not None else None


_NONE_BUT = re.compile(
    r"(?:(?:报|发|说|写|弄|搞)?错了?|不对|不是)的?[，,\s]*我(?:说|报|要报|指)的(?:应该)?就?是(?P<meant>[^\d，,。]{2,16}?)(?:的|那个|那项)*[吧啊]?"
    r"|(?:以上|这[些几]个?|上面的?)?(?:都|全)不[是对][的啊]?(?:[，,\s]+|(?=应该|我[说报]|就?是))(?:应该|我说的|我报的|要报的)?(?:就?是|报)?(?P<name>[^\d，,。]{2,16}?)(?:的|那个|那项)*[吧啊]?"
)


def chooses(state: Mapping[str, Any], text: str, context: Context) -> bool:
    """Whether the words choose of what is asked."""
    found = questions.chosen(context, state, text)
    return found is not None or _rather(state, text, context) is not None


def _chosen_nothing(state: Mapping[str, Any], text: str) -> Reply | None:
    """A lone 1 where a figure was refused and nothing was offered: it is meant for a tap, and no value."""
    refused = not state["choices"] and "没有入库" in state["question"]
    if not refused or text.strip().rstrip("。.") != "1":
        return None
    return Reply(f"“1”没有入库：前面没有可选的序号。要报的就是1，请带上序号或指标名。{state['question']}")


def _tapped_twice(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """1 picked the line and is said once more: as likely the same tap again as the value that was then asked for."""
    before = said_before(context) if not state["choices"] and state["code"] else None
    said = text.strip()
    if before is None or before[0].strip() != said or state["question"] not in before[1]:
        return None
    if read_number(said.rstrip("。.!！")) is None:
        return None
    return Reply(
        f"“{said}”与上一条一样，当作重复的，没有入库。要报的就是{said}，请把序号和数一起发，如“{said} {said}”。"
    )


def waits_for_choice(state: Mapping[str, Any] | None, text: str) -> bool:
    """Whether a few words stand where one of numbered answers was wanted: no other numbers may be offered then."""
    asked = state is not None and state["kind"] == questions.QUESTION and bool(state["choices"])
    return asked and len(text) <= choosing.LONGEST


def _chosen_and_more(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """鄂城的，另外华容96: the words choose, and what follows them is a report, or told of the same, of its own."""
    head, *rest = _NEXT.split(text.strip(), maxsplit=1)
    items = questions.chosen(context, state, head) if rest else None
    if not items:
        return None
    if signs.has_number(rest[0]) or _MATERIAL.match(rest[0]):
        told = [replace(item, words=f"{item.words}\n{rest[0]}".strip()) for item in items]
        return report.take(context, told, state.get("later", []))
    numbered = _NUMBERED.search(head) is not None
    if not any(map(str.isdigit, rest[0])) or (numbered and not is_likewise(rest[0])):
        return None
    taken = report.take(context, items, state.get("later", []))
    now = afresh(context)
    further = likewise(rest[0], now) if numbered else report.report(rest[0], now)
    beside = further.text if further is not None else f"“{rest[0]}”这句没有记录，要报请单独再发。"
    return Reply(f"{taken.text}\n{beside}")


def choose_beside(state: Mapping[str, Any] | None, text: str, context: Context) -> Reply | None:
    """国抽那个吧 省抽还没出: the words choose, and of what another choice is for they say that it is still to come."""
    if state is None or state["kind"] != questions.QUESTION or len(state["choices"]) < _SEVERAL:
        return None
    head, *rest = _NEXT.split(text.strip(), maxsplit=1)
    lacking = _LACKING.match(rest[0]) if rest else None
    items = questions.chosen(context, state, head) if lacking is not None else None
    if lacking is None or not items:
        return None
    labels = [choice["label"] for choice in state["choices"]]
    chosen, other = choosing.picked(head, labels), choosing.picked(lacking["what"], labels)
    if not _OTHERS.fullmatch(lacking["what"]) and (not other or not set(other).isdisjoint(chosen or other)):
        return None
    taken = report.take(context, items, state.get("later", []))
    return Reply(f"{taken.text}\n“{rest[0]}”：知道了，这句没有记录任何数据，有了直接发。")


_LACKING = re.compile(
    r"(?P<what>[^\d，,？?]{2,12}?)(?:的|那个|那边|结果|数据?)*(?:我|我们|都|要|得)*(?:还没|还在|还要|还未|没|未|等|明天|后天|回头|下周|下午|晚点|过几天|稍后|以后|再)[^\d？?吗]{1,12}"
)
_OTHERS = re.compile("(?:其[他余它]|另外|剩下|别的)的?(?:[两二三四五几]?[个项县区家])?")
_SEVERAL = 2
_MATERIAL = re.compile(
    r"文号|依据|来源|文件是|(?:是)?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}[日号]"
)


def _asked_again(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The question once more, where the text was meant to answer it and does not; None for other texts."""
    if (aside := _beside_the_matter(state, text, context)) is not None:
        return aside
    fewer = questions.fewer(state, text)
    if fewer is not None:
        return Reply("\n".join(questions.ask_next(context, [fewer, *state.get("later", [])])))
    if dialogs.yes_or_no(text) is True:
        return Reply("\n".join([f"请回序号选择。{state['again']}", *questions.numbered(state)]))
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
