"""错了, 是98.9, 撤回: what is said against a question that waits; it is amended or dropped, nothing of it stored."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act, may
from handlers.board import Board, BoardLine, board_of
from handlers.context import Context
from handlers.drafts import choosing
from handlers.mending import asking, drafted, plans
from handlers.mending.against import Against, against
from handlers.mending.cues import slipped
from handlers.mending.reported import stored_beside
from handlers.messages import Reply
from handlers.people.speaking import afresh
from handlers.reading import ReportItem, read_number, read_ordinals
from handlers.reading.certainty.guarding import objection_to
from handlers.reading.certainty.verdicts import meanings
from handlers.reading.naming.book import book_of
from handlers.reading.naming.locating import Locator
from handlers.reading.tokens.asides import bare
from handlers.reading.values import verdict
from handlers.reading.widths import clean
from handlers.receipts import where_text
from handlers.reporting import answering, dropping, meant_elsewhere, questions, report, withdraw
from handlers.wording import clip, value_text
from store.records import Submission

State = Mapping[str, Any]
_OTHER_ITEM: Final = re.compile(r"\s*(?:不对|不是|错了?)[^\d]{0,8}[①-⑳]")
"""不对，是①: the item of the list, no place among the choices."""
_WIDTH: Final = 40
_MOST: Final = 5


def redraft(text: str, before: State | None, context: Context) -> Reply | None:
    """What becomes of the open question; None where the text says nothing against it."""
    if before is None or not may(context.speaker.role, Act.REPORT):
        return None
    kind = before["kind"]
    if kind not in (questions.QUESTION, asking.QUESTION):
        return None
    said = against(text)
    if said is not None and (_answers(before, text) or (said.new and slipped(clean(text)))):
        return None
    if kind == asking.QUESTION:
        moved = drafted.moved(before, text, context)
        return moved or (drafted.against_draft(before, said, text, context) if said is not None else None)
    taken_back = said is not None and said.act == "off"
    if not taken_back and not _OTHER_ITEM.match(text) and answering.chooses(before, text, context):
        return None
    moved = meant_elsewhere.elsewhere(before, text, context)
    return moved or (_Waiting(before, said, text, context).answer() if said is not None else None)


def _answers(state: State, text: str) -> bool:
    """Whether it is the place of a choice, offered or not."""
    labels = [choice["label"] for choice in state["choices"]]
    lone = bool(labels) and text.strip().strip("。.!！ ").isdecimal() and len(text.strip()) == 1
    return lone or choosing.picks_a_place(text, len(labels))


class _Waiting:
    """The open question of a report and those behind it, and what was said."""

    def __init__(self, state: State, said: Against, text: str, context: Context) -> None:
        self.said, self.text, self.context = said, text, context
        self.states: list[State] = [state, *state.get("later", [])]
        self.board: Board = board_of(context, text)

    def answer(self) -> Reply | None:
        fewer = dropping.leave_out(self.states[0], self.text, self.context)
        return fewer or self._again() or self._everything() or self._of_one()

    def _again(self) -> Reply | None:
        """少了个点 of a figure that the bot doubted itself: its question holds the value that is meant."""
        state = self.states[0]
        if not slipped(clean(self.text)) or self.said.new or not state["choices"]:
            return None
        return Reply("\n".join([state["question"], *questions.numbered(state)]))

    def _everything(self) -> Reply | None:
        if self.said.everything:
            return self._dropped(list(range(len(self.states))), together=True)
        if not dialogs.cancels(self.text, self.states[0]):
            return None
        more = "其余的也不报请回“全部取消”。" if len(self.states) > 1 else ""
        return self._dropped([0], f"好的，已取消，没有记录任何数据。{more}")

    def _of_one(self) -> Reply | None:
        target = self._target()
        if target is None:
            return None
        at, places = target
        if self.said.act == "value":
            return self._valued(at, places)
        stored = [] if self.said.act == "wrong" or self.said.named else stored_beside(self.context)
        several = self.said.act == "off" and not self.said.named and len(self.states) > 1
        return self._which(stored) if stored or several else self._dropped([at])

    def _target(self) -> tuple[int, Sequence[int]] | None:
        """Which question is meant, and which of its choices."""
        if not self.said.named:
            return self._asked_for() if self.said.act == "value" else (0, self._all(0))
        if self.said.item and (found := self._of_item()) is not None:
            return found
        if place := self.said.nth or self.said.item:
            return self._of_place((read_ordinals(f"第{place}项") or (0,))[0] - 1)
        return next(
            ((at, places) for at in range(len(self.states)) if (places := self._of_name(at)) is not None),
            None,
        )

    def _asked_for(self) -> tuple[int, Sequence[int]] | None:
        """The question asked, or the only one that waits for a figure."""
        fitting = [at for at in range(len(self.states)) if self._lines(at, self._all(at))]
        at = 0 if 0 in fitting else fitting[0] if len(fitting) == 1 else None
        return (at, self._all(at)) if at is not None else None

    def _all(self, at: int) -> Sequence[int]:
        return range(len(self.states[at]["choices"]))

    def _of_item(self) -> tuple[int, Sequence[int]] | None:
        (number,) = read_ordinals(f"第{self.said.item}项") or read_ordinals(self.said.item) or (0,)
        codes = {line.code for line in self.board.of_ordinal(number)}
        found = [at for at, state in enumerate(self.states) if codes & questions.codes_of(state)]
        if len(found) != 1:
            return None
        choices = self.states[found[0]]["choices"]
        return found[0], [place for place, choice in enumerate(choices) if choice["code"] in codes]

    def _of_place(self, place: int) -> tuple[int, Sequence[int]] | None:
        if self.said.act == "value" or len(self.states) == 1:
            fits = self.said.act == "value" and 0 <= place < len(self.states[0]["choices"])
            return (0, [place]) if fits else None
        return (place, self._all(place)) if 0 <= place < len(self.states) else None

    def _of_name(self, at: int) -> Sequence[int] | None:
        state, name = self.states[at], bare(self.said.name)
        labels = [choice["label"] for choice in state["choices"]]
        if len(labels) > 1:
            return choosing.picked(self.said.name, labels) or None
        told = labels or [state.get("subject") or ""]
        return self._all(at) if name and any(name in bare(clean(one)) for one in told) else None

    def _lines(self, at: int, places: Sequence[int]) -> set[tuple[str, str, str]]:
        """The lines and inputs that ask for nothing but one figure; none where words or several values are asked about."""
        state = self.states[at]
        chosen = [state["choices"][place] for place in places]
        if any(choice.get("more") or choice["words"] or len(choice["inputs"]) != 1 for choice in chosen):
            return set()
        found = {(one["code"], one["subject"], name) for one in chosen for name in one["inputs"]}
        if (
            not state["choices"]
            and state["code"]
            and (line := self.board.line(state["code"], state.get("subject")))
        ):
            sole = len(line.duty.inputs) == 1 and (state.get("subject") or len(line.duty.subjects) == 1)
            found = {(line.code, line.subject, line.duty.inputs[0].name)} if sole else set()
        of_figures = all(
            self.context.rubric.criterion(code).input(name).type not in ("bool", "choice", "text")
            for code, _, name in found
        )
        return found if of_figures else set()

    def _valued(self, at: int, places: Sequence[int]) -> Reply | None:
        lines = self._lines(at, places)
        if not lines or (self.said.old and self.said.old not in self.states[at]["question"]):
            return None
        if len(lines) > 1:
            return self._asked_anew(at, places)
        ((code, subject, name),) = lines
        line = self.board.line(code, subject)
        bare_answer = not self.states[at]["choices"] and read_number(self.text) is not None
        if line is None or bare_answer or self._objected(line, name):
            return None
        if (
            self.said.name
            and len(line.duty.inputs) > 1
            and not self._is_called(line.criterion.input(name).label)
        ):
            wanted = "、".join(item.label for item in line.duty.inputs)
            unsure = f"没有入库：{line.title}要报的是{wanted}，“{self.said.name}”是其中哪一个？请带上它的名称再发。"
            return Reply("\n".join([unsure, *self._left([at])]))
        where = line.subject if len(line.duty.subjects) > 1 else ""
        label = line.criterion.input(name).label if len(line.duty.inputs) > 1 else ""
        asked = self._left([at])
        told = report.report(f"第{line.duty.ordinal}项 {where} {label} {self.said.new}", afresh(self.context))
        if told is None:
            return None
        again = [one for one in asked if one not in told.text]
        return Reply("\n".join([told.text, *(again if again and again[0] == asked[0] else [])]))

    def _is_called(self, label: str) -> bool:
        """Whether the name is that of the input, or of the assessed unit, rather than of the whole line."""
        name = bare(self.said.name)
        return name in bare(clean(label)) or any(
            name in unit for unit in self.context.speaker.campaign.subjects
        )

    def _objected(self, line: BoardLine, name: str) -> bool:
        """Whether the name that was said is not this line's: 药品 is no rate of food and drugs together."""
        tasks = self.board.tasks()
        book = book_of(tasks, self.context.rubric.criteria, self.context.speaker.campaign.subjects)
        item = ReportItem(line.criterion, line.subject, {name: self.said.new})
        return bool(self.said.name) and objection_to(self.text, item, Locator(tasks, book)) is not None

    def _asked_anew(self, at: int, places: Sequence[int]) -> Reply | None:
        """The same choices with the other figure."""
        number = read_number(self.said.new)
        choices = []
        for choice in (self.states[at]["choices"][place] for place in places):
            ((name, old),) = choice["inputs"].items()
            item = self.context.rubric.criterion(choice["code"]).input(name)
            found = meanings(verdict(item, number)) if number is not None else ()
            label = choice["label"].removesuffix(value_text(item, old))
            if len(found) != 1 or label == choice["label"]:
                continue
            choices.append(
                {**choice, "inputs": {name: found[0]}, "label": f"{label}{value_text(item, found[0])}"}
            )
        if not choices:
            return None
        question = f"好的，按{self.said.new}，是哪一个？请回序号，都不是请回“取消”。"
        anew = {**self.states[at], "question": question, "again": question, "choices": choices}
        rest = [state for other, state in enumerate(self.states) if other != at]
        return Reply("\n".join(questions.ask_next(self.context, [anew, *rest])))

    def _left(self, out: Sequence[int]) -> list[str]:
        """Those questions are dropped; the lines that ask the next of the others."""
        rest = [state for at, state in enumerate(self.states) if at not in out]
        return questions.ask_next(self.context, rest)

    def _dropped(self, out: Sequence[int], head: str = "", *, together: bool = False) -> Reply:
        told = "；".join(_what(self.states[at]) for at in out)
        stored = stored_beside(self.context)
        lines = [head or f"那一条还在等您确认，没有入库，已经取消。要报请直接发“指标名 数值”。（{told}）"]
        anew = self._wanted(out[0]) if self.said.act == "wrong" and len(out) == 1 else []
        rest = [state for at, state in enumerate(self.states) if at not in out]
        asked = questions.ask_next(self.context, [*anew, *rest])
        if together and stored:
            lines += ["同一条里已经入库的也撤回：", *withdraw.take_back_all(stored, self.context)]
        elif stored:
            kept = "；".join(plans.told(self.context, row) for row in stored)
            lines = [line.replace("没有记录任何数据", "这一条没有入库") for line in lines]
            lines.append(f"同一条里已经入库的没有动：{kept}。要撤请带上名称，如“撤回 序号”。")
        return Reply("\n".join([*lines, *asked]))

    def _wanted(self, at: int) -> list[State]:
        """The right figure, where only one line can be meant."""
        lines = {(code, subject) for code, subject, _ in self._lines(at, self._all(at))}
        line = self.board.line(*lines.pop()) if len(lines) == 1 else None
        if line is None:
            return []
        question = (
            f"{line.title}{where_text(self.context, line.criterion, line.subject)}准的数是多少？请直接发。"
        )
        return [
            {
                "question": question,
                "again": question,
                "choices": [],
                "code": line.code,
                "subject": line.subject,
            }
        ]

    def _which(self, stored: Sequence[Submission]) -> Reply:
        """撤回 beside several: what each of them is, to be taken one by one or together."""
        drop = [
            {
                "label": f"去掉还没入库的{_what(state)}",
                "steps": [{"act": "drop", "question": state["question"]}],
            }
            for state in self.states[:_MOST]
        ]
        back = [
            {"label": plan.label, "steps": list(plan.steps)}
            for plan in (plans.withdrawing(self.context, row) for row in stored[:_MOST])
        ]
        every = {
            "label": f"以上{len(drop) + len(back)}条都不要",
            "steps": [step for choice in (*drop, *back) for step in choice["steps"]],
        }
        return asking.choose(
            self.context, "要撤的是哪一条？请回序号，都不是请回“取消”。", [*drop, *back, every]
        )


def _what(state: State) -> str:
    """What a question is about, without the asking."""
    return clip(_ASKING.split(str(state["again"]), maxsplit=1)[0], _WIDTH)


_ASKING: Final = re.compile("是哪|是不是|没有入库|还在办|准的数|要报|吗？")
