"""原话留着: what somebody tells of a line is kept with the level or the 是 that it is asked for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from handlers.reading import RowReading, labels
from handlers.reading.certainty.questions import whole_draft
from handlers.reading.tasks import Answer, ReportItem
from handlers.reading.tokens.asides import bare, split_times, without_asides
from handlers.reading.tokens.ordinals import PATTERN
from handlers.reading.tokens.states import split_state
from handlers.reading.widths import clean
from handlers.reporting.remarks import is_remark, only_names
from handlers.reporting.situations import levels, signs
from handlers.reporting.situations.affirmed import answers_in
from handlers.talking.parts import Part, parts_of
from handlers.wording import clip

_UNREAD: Final = re.compile("没读进去的：[^。]*。")
_NOT_OURS: Final = re.compile("不由您单位报的：[^。]*。")
_PIECE: Final = re.compile("^“[^”]*”")
_PLACE: Final = re.compile(
    rf"^(?>[\s，,、]|嗯|呃|额|那个|那|就是|(?:{PATTERN})|第?\d{{1,2}}项|\d{{1,2}}\.\d{{1,2}}|[两三四五]条|\d{{1,2}}(?![月日号年])(?=[\s、.．:：\u4e00-\u9fff]))+"
)
_UNDER_WAY: Final = "还在办"
_OF_COMPARING: Final = re.compile("目标|任务|去年|上年|同期")
_LEAST: Final = 2
_ALL: Final = "100"


def with_words(text: str, rows: Sequence[RowReading]) -> list[RowReading]:
    """The rows; a single one that asks how far something is keeps the words that tell it, and says so."""
    asked = [row for row in rows if row.outcome == "asks"]
    if len(asked) > 1 and len(asked) == len(rows) and (one := _of_one_line(text, asked)) is not None:
        return [one]
    if len(asked) != 1 or _UNDER_WAY in asked[0].question:
        return list(rows)
    alone = len(rows) == 1
    if alone and asked[0].choices and asked[0].choices[0].more:
        return [_without_remarks(asked[0])]
    if _is_told(asked[0]) and (words := _words(text, asked[0], alone=alone)):
        return [_keeping(row, words) if row is asked[0] else row for row in rows]
    return [_with_rest(text, asked[0])] if alone and _is_of_one(asked[0]) else list(rows)


def with_answers(text: str, rows: Sequence[RowReading]) -> Sequence[RowReading]:
    """The rows; those of one line, of points that are so or not, as one draft of all that the words answer."""
    task = rows[0].task
    if task is None or any(one.task != task for one in rows):
        return rows
    told = answers_in(task, text)
    if len(rows) > 1:
        apart = len(told) < len(rows) or any(one.outcome != "asks" for one in rows)
        item = None if apart else ReportItem(task.criterion, task.subjects[0], told)
    else:
        only = rows[0].choices[0].items if len(rows[0].choices) == 1 else ()
        before = rows[0].item or (only[0] if len(only) == 1 else None)
        item = _fuller(before, told) if before is not None else None
    return rows if item is None else [whole_draft(text, [item], (), labels.by_code([task]))]


def _fuller(item: ReportItem, told: Mapping[str, bool]) -> ReportItem | None:
    """The item with what else is told; None where nothing is, or it contradicts."""
    found = {**item.inputs, **told}
    more = len(found) > len(item.inputs) and item.inputs.items() <= found.items()
    return replace(item, inputs=found) if more and not item.amend else None


def with_waiting(rows: Sequence[RowReading], waiting: Mapping[str, str]) -> list[RowReading]:
    """The rows, with the words that `waiting` keeps for their line (by its code) until its level is said: 齐全的."""
    return [_of_waiting(row, waiting) for row in rows]


def _of_waiting(row: RowReading, waiting: Mapping[str, str]) -> RowReading:
    items = [row.item] if row.item is not None else [item for one in row.choices for item in one.items]
    codes = {item.criterion.code for item in items}
    before = waiting.get(next(iter(codes)), "") if len(codes) == 1 else ""
    if not before:
        return row
    if row.item is not None:
        return row if row.item.words else replace(row, item=replace(row.item, words=before))
    said = row.choices[0].item.words
    words = f"{before}\n{said}" if said else before
    note = f"原话一并记作它的文字材料：“{levels.quoted(words)}”"
    asked = "\n".join([*(line for line in row.question.split("\n") if not line.startswith("原话一并")), note])
    choices = tuple(replace(one, item=replace(one.item, words=words)) for one in row.choices)
    return replace(row, question=asked, choices=choices)


def _without_remarks(row: RowReading) -> RowReading:
    """A draft of several lines that does not call unread what only says of what they are: 三个区的合格率出来了."""
    rest = _UNREAD.search(row.question)
    if rest is None:
        return row
    named = "|".join(map(_called, row.choices[0].items))
    pieces = re.findall("“([^”]*)”", rest[0])
    left = [piece for piece in pieces if not (is_remark(piece) or only_names(piece, named))]
    told = f"没读进去的：{'、'.join(f'“{piece}”' for piece in left)}。" if left else ""
    return replace(row, question=row.question.replace(rest[0], told))


def _is_of_one(row: RowReading) -> bool:
    """Whether there is one answer, of one line and one assessed unit."""
    return len(row.choices) == 1 and not row.choices[0].more and not row.choices[0].item.words


def _with_rest(text: str, row: RowReading) -> RowReading:
    """A draft of one line; what its line does not ask for is kept in words at the same tap."""
    rest = _UNREAD.search(row.question)
    answer = row.choices[0]
    if rest is None or answer.item.amend or _OF_COMPARING.search(rest[0]):
        return row
    words = _PLACE.sub("", text).strip(" ，,。；;")
    named = _called(answer.item)
    left = [
        piece
        for piece in re.findall("“([^”]*)”", rest[0])
        if not (is_remark(piece) or only_names(piece, named) or _says_again(piece, answer.item))
    ]
    if not left:
        return replace(row, question=_UNREAD.sub("", row.question))
    named = "、".join(f"“{piece}”" for piece in left)
    kept = f"\n{named}这一项不收，原话一并记作它的文字材料：“{levels.quoted(words)}”"
    asked = _UNREAD.sub("", row.question) + kept
    return replace(row, question=asked, choices=(replace(answer, item=replace(answer.item, words=words)),))


def _says_again(piece: str, item: ReportItem) -> bool:
    """上半年的, 我们全都监督到了 beside 100%: the milestone of the line, or the very value, in other words."""
    words, times = split_times(bare(piece))
    if times.period is not None and times.period == item.criterion.milestone and only_names(words, ""):
        return True
    words, state = split_state(piece)
    if state is None or state.kind != "whole" or set(map(str, item.inputs.values())) != {_ALL}:
        return False
    return not (signs.tells_deed(words) or re.search(r"\d", words))


def _called(item: ReportItem) -> str:
    """What the line, its figures and the assessed unit of the item are called."""
    labels_of = (item.criterion.input(name).label for name in item.inputs)
    return "|".join(bare(words) for words in (item.criterion.name, *labels_of, item.subject or ""))


def _of_one_line(text: str, rows: Sequence[RowReading]) -> RowReading | None:
    """One question for several about the same line of which some is done and some is not: no point of it is certain."""
    task = next((row.task for row in rows if row.task is not None), None)
    codes = {item.criterion.code for row in rows for choice in row.choices for item in choice.items}
    if task is None or codes != {task.criterion.code} or not all(map(_is_told, rows)):
        return None
    words = _PLACE.sub("", text).strip(" ，,。；;")
    return levels.of_line(task, words) if signs.lacks(words) and signs.tells_deed(words) else None


def _is_told(row: RowReading) -> bool:
    """Whether each choice is a level or a 是 of one and the same line, and keeps no words yet."""
    items = [item for choice in row.choices for item in choice.items]
    told = all(
        not item.words
        and not item.amend
        and all(item.criterion.input(name).type in ("choice", "bool") for name in item.inputs)
        for item in items
    )
    return bool(items) and told and len({(item.criterion.code, item.subject) for item in items}) == 1


def _words(text: str, row: RowReading, *, alone: bool) -> str:
    """What of the text tells of the row, as it was typed; "" where it says no more than how far it is."""
    parts = parts_of(text)
    told = parts if alone else [part for part in parts if _is_of(part, row)]
    if not told:
        return ""
    words = _PLACE.sub("", text[told[0].start : told[-1].end]).strip(" ，,。；;")
    return words if any(signs.names_deed(one.said) for one in parts_of(words)) else ""


def _is_of(part: Part, row: RowReading) -> bool:
    said = bare(without_asides(clean(part.said)))
    return len(said) >= _LEAST and (said in bare(row.piece) or bare(row.piece) in said)


def _keeping(row: RowReading, words: str) -> RowReading:
    """The question with the words in each answer; no answer that all is done comes first where some is lacking."""
    choices = tuple(replace(one, item=replace(one.item, words=words)) for one in row.choices)
    question = _PIECE.sub(f"“{clip(words, labels.PIECE_WIDTH)}”", _UNREAD.sub("", row.question))
    if signs.lacks(_own_part(words, question)):
        choices, question = _of_a_part(choices, question, words)
    kept = f"原话一并记作它的文字材料：“{levels.quoted(words)}”"
    return replace(row, choices=choices, question=f"{question}\n{kept}")


def _own_part(words: str, question: str) -> str:
    """The words without what the question says is reported by others: 能耗的没做 is no lack of one's own."""
    theirs = _NOT_OURS.search(question)
    for piece in re.findall("“([^”]*)”", theirs[0]) if theirs is not None else ():
        words = words.replace(piece, "")
    return words


def _of_a_part(choices: tuple[Answer, ...], question: str, words: str) -> tuple[tuple[Answer, ...], str]:
    """The answers to what is done in part: the levels in between first, of 是 alone the words by themselves."""
    if len(choices) > 1:
        first = len(choices) == len(("全", "无")) and signs.begins_done(words)
        return tuple(sorted(choices, key=levels.is_whole, reverse=first)), question
    item = choices[0].item
    if not all(value is True for value in item.inputs.values()):
        return choices, question
    words_alone = Answer("只记原话，是不是另外再报", replace(item, inputs={}))
    asked = question.replace(
        "是不是下面这个意思？是就回1，不是请重发。", "说了做的、也说了没做的，怎么报？请回序号。"
    )
    return (words_alone, choices[0]), asked
