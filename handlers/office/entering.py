"""代填: the office enters values for a unit, after saying back which leaf gets which."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from handlers import dialogs
from handlers.access import Act, may
from handlers.board import board_of
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.evidence import worded
from handlers.messages import Reply
from handlers.office.days.granting import people_of
from handlers.office.draft_before import before_this
from handlers.office.entered import as_kept, item_of, item_said, noted, row_said, stands
from handlers.office.for_unit import (
    as_unit,
    known_of,
    of_only_leaf,
    parted,
    parts,
    read_as,
    unheard,
    with_documents,
    without_documents,
)
from handlers.office.targets_told import as_targets
from handlers.pushing.pushes import tell
from handlers.reading import ReportItem, RowReading, read_ordinals
from handlers.reading.tokens.asides import is_question
from handlers.receipts import change_text
from handlers.reporting import report
from handlers.suggesting import offering
from handlers.wording import circled, clip, leaf_name, listed, notified

QUESTION = "enter"
CHOICE = "enter_which"
_FOR = re.compile(r"^\s*(?:(?:代|替|帮)(?:填报?|报|改|更正)?|把|将)[\s:：]*")
_VALUE = re.compile(r"[\d①-⑳%％]|[一二两三四五六七八九十][个家件起]|百分之|齐全|不全|完成|没有发生|是$|否$")
_TARGET = re.compile("目标|任务数|指标数|指标值")
_SETS = re.compile(r"(?:帮我|给我|麻烦|先|请)*(?:设|定|下达|下发|分配|分解|安排|派)(?:一?下|定|个|给)?")
"""设一下九华 江苏名牌 2: a target, and nothing that was reached."""
_REACHED = re.compile(
    r"[报填录登代替帮算]|完成|达到|做到|实际|已|(?<!辛苦)(?<!谢)(?<!麻烦)[了过]|错|更正|改|有|不是\s*\d|打电话|来电"
)
"""九华江苏名牌完成2个: something was reached, or is to be put in; without such a word the office sets targets."""
_PLACE = re.compile(r"第[\d一二三四五六七八九十]{1,3}项|[①-⑳]")
_COUNT = re.compile(r"(?:\d|[一二两三四五六七八九十])[个家件]")
_MANY, _SHORT = 12, 16


def enter(text: str, context: Context) -> Reply | None:
    """Read what follows a unit's name as that unit's report, and ask; None where it is none."""
    if not may(context.speaker.role, Act.ENTER) or not _VALUE.search(text):
        return None
    said = _FOR.sub("", text)
    unit, rest = parted(said, context)
    if unit is None or not rest:
        return _of_several(said, context)
    rest, numbers = without_documents(rest)
    rows = read_as(unit, rest, context)
    items, unread = parts(rows)
    alone = {row.piece: row.choices[0].items for row in rows if row.piece in unread and len(row.choices) == 1}
    items = [*items, *chain.from_iterable(alone.values())]
    unread = [piece for piece in unread if piece not in alone]
    if not items and len(rest) <= _SHORT and not is_question(text) and _COUNT.search(rest):
        open_ = [[as_kept(unit, choice.item, context) for choice in row.choices] for row in rows]
        return _which(unit, open_, context) if all(len(row) > 1 for row in open_) and open_ else None
    if items and context.rubric.has_targets and (_TARGET.search(rest) or _SETS.match(said)):
        return Reply("\n".join(as_targets(unit, items)))
    draft = _asked(unit, items[:_MANY], [*unread, *unheard(rest, rows)], context) if items else None
    return with_documents(draft, numbers, (QUESTION, CHOICE), context) if draft is not None else None


def _of_several(said: str, context: Context) -> Reply | None:
    """丁堰 新增标准1 九华 先进方法1: which is to be entered first, where each is a report of its own."""
    heads = [found for found in _WORDS.finditer(said) if mentions(found[0], context).units]
    if len(heads) < len("两家") or heads[0].start() or is_question(said):
        return None
    ends = [*(head.start() for head in heads[1:]), len(said)]
    pieces = [said[head.start() : end].strip(" ,，、;；。") for head, end in zip(heads, ends, strict=True)]
    read = [parted(piece, context) for piece in pieces]
    whole = all(unit is not None and rest and parts(read_as(unit, rest, context))[0] for unit, rest in read)
    head = f"{len(pieces)}家的要分开办，先办哪一家？没有入库。"
    return offering.choose(head, [(piece, piece) for piece in pieces], context) if whole else None


_WORDS = re.compile(r"[\u4e00-\u9fff]+(?=\s)")


def enter_for(unit: str, rest: str, context: Context) -> Reply:
    """Read the words as the report of that unit, which is certain; ask which item or level where they leave it open."""
    rest, numbers = without_documents(rest)
    reply = _read_for(unit, rest, context)
    return with_documents(reply, numbers, (QUESTION, CHOICE), context)


def _read_for(unit: str, rest: str, context: Context) -> Reply:
    rows = read_as(unit, rest, context) if rest else ()
    items, unread = parts(rows)
    if not items and not any(row.choices for row in rows):
        items, unread = parts(of_only_leaf(unit, rest, context))
    if items:
        return _asked(unit, items[:_MANY], [*unread, *unheard(rest, rows)], context)
    choices = [row for row in rows if row.choices and not _unsaid(row)]
    open_ = [[as_kept(unit, choice.item, context) for choice in row.choices[:_MANY]] for row in choices]
    if open_:
        left = "、".join(row.piece for row in rows if row not in choices)
        rest_said = f"\n没看懂、不会入库的：{clip(left, 60)}。" if left else ""
        return Reply(f"{_which(unit, open_, context).text}{rest_said}")
    refused = next((row.reason for row in rows if row.outcome == "refused"), "")
    board = board_of(as_unit(unit, context), "")
    names = [f"{circled(line.duty.ordinal)}{leaf_name(line.criterion, 14)}" for line in board.missing]
    owed = listed(list(dict.fromkeys(names)), 6)
    found = _PLACE.search(rest)
    place = next(iter(read_ordinals(found[0])), 0) if found is not None else 0
    if place and not board.of_ordinal(place):
        refused = f"{unit}没有第{place}项，没有入库。"
    head = refused or f"没读出要代{unit}报哪一项、什么数，没有入库。"
    return Reply(f"{head}{unit}还没报的：{owed or '没有'}。\n请发“{unit} 指标 数值”。")


def _unsaid(row: RowReading) -> bool:
    """Whether all it could be is that there are papers, of which the words say nothing."""
    values = [value for choice in row.choices for value in choice.item.inputs.values()]
    return all(value is True for value in values) and _PAPERS.search(row.piece) is None


_PAPERS = re.compile("材料|印证|佐证|证明|文件|照片|台账|记录|有|齐")


def corrected_for(unit: str, value: str, context: Context) -> Reply:
    """Put the figure in for what the unit has reported; ask which where that is several items."""
    board = board_of(as_unit(unit, context), "")
    reported = [line for line in board.lines if line.known]
    words = [
        f"{line.subject if len(line.duty.subjects) > 1 else ''} {line.code} {value}" for line in reported
    ]
    rows = [row for said in words for row in read_as(unit, said.strip(), context)]
    found, _ = parts(rows)
    items = [item for item in found if change_text(item.criterion, known_of(item, board), item.inputs)]
    if len(items) == 1:
        return _asked(unit, items, [], context)
    return (
        _which(unit, [[as_kept(unit, item, context) for item in items[:_MANY]]], context)
        if items
        else enter_for(unit, value, context)
    )


def enter_certain(unit: str, text: str, context: Context) -> Reply | None:
    """The draft of that unit's report where every word of the text is certainly read; None otherwise."""
    rows = read_as(unit, text, context)
    items, unread = parts(rows)
    return _asked(unit, items[:_MANY], (), context) if items and not unread else None


def _which(unit: str, choices: Sequence[Sequence[Mapping[str, object]]], context: Context) -> Reply:
    """The choices of the first piece that the words leave open, each said as it would be stored; then the next."""
    first, *later = choices
    dialogs.ask(
        context, CHOICE, {"unit": unit, "choices": first, "later": later}, again=f"代{unit}填报哪一项、哪一种"
    )
    lines = [f"代{unit}填报，是哪一个？"]
    lines += [
        f"{place} {row_said(item_of(row, context), unit, context)}"
        for place, row in enumerate(first, start=1)
    ]
    more = f"（另有{len(later)}条，答完接着问。）" if later else ""
    return Reply("\n".join([*lines, f"回序号入库（{noted(unit, context)}），回“取消”不入库。{more}"]))


def answer_which(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The number of what is to be stored; then what else was left open."""
    rows, unit = state["choices"], str(state["unit"])
    place = 0 if len(rows) == 1 and dialogs.yes_or_no(text) else dialogs.chosen(text, len(rows))
    if place is None or not may(context.speaker.role, Act.ENTER):
        return None
    dialogs.close(context)
    done = _entered(unit, [item_of(rows[place], context)], context, state.get("documents", ()))
    later = state.get("later", [])
    return Reply(f"{done.text}\n{_which(unit, later, context).text}") if later else done


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """是, or its number: enter the values; the other: they were meant as targets, which is answered and changes nothing."""
    place = 0 if dialogs.yes_or_no(text) else dialogs.chosen(text, 2)
    if dialogs.yes_or_no(text) is False:
        dialogs.close(context)
        return Reply("好的，没有入库。")
    if place is None and (changed := _corrected(state, text, context)) is not None:
        return changed
    if place is None or not may(context.speaker.role, Act.ENTER):
        return None
    dialogs.close(context)
    unit = str(state["unit"])
    items = [item_of(row, context) for row in state["items"]]
    if place == (not state.get("goals_first")):
        return Reply("\n".join(as_targets(unit, items)))
    return _entered(unit, items, context, state.get("documents", ()))


_WRONG = re.compile(
    r"(?P<which>.{1,16}?)的?(?:那个)?(?:写|说|报|填|打|弄)?(?:错了?|不对|不是\s*[\d.]+\s*[%％]?)[\s,，。]*(?:应该?)?(?:是|改成)?\s*(?P<value>\d+(?:\.\d+)?)\s*[%％]?(?:才对|吧|了)?"
)


def _corrected(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """华容的写错了，是98.6: the draft with that district's other value; None where not one row is meant."""
    found = _WRONG.fullmatch(text.strip().rstrip("。.!！"))
    if found is None:
        return None
    units = mentions(found["which"], context).units
    rows = [row for row in state["items"] if row["subject"] in units and len(row["inputs"]) == 1]
    if len(rows) != 1:
        return None
    unit, changed = str(state["unit"]), rows[0]
    rest = f"{changed['code']} {changed['subject']} {found['value']}"
    new, _ = parts(read_as(unit, rest, context))
    if len(new) != 1:
        return None
    kept = [new[0] if row is changed else item_of(row, context) for row in state["items"]]
    return _asked(unit, kept, (), context)


def _asked(unit: str, items: Sequence[ReportItem], unread: Sequence[str], context: Context) -> Reply:
    kept, gone = before_this(QUESTION, unit, {item.criterion.code for item in items}, context)
    items = [*(item_of(row, context) for row in kept), *items]
    rows = [row_said(item, unit, context) for item in items]
    if all(stands(item, unit, context) for item in items):
        return Reply("\n".join([f"{unit}报的就是这个数，没有改动：", *rows]))
    lines = [f"代{unit}填报{len(items)}项？", *rows]
    if unread:
        lines.append(f"没看懂、不会入库的：{clip('、'.join(unread), 60)}。")
    state: dict[str, Any] = {"unit": unit, "items": [as_kept(unit, item, context) for item in items]}
    if context.rubric.has_targets:
        lines[0] = (
            lines[0]
            if _REACHED.search(context.incoming.text)
            else f"{unit}{len(items)}项，是目标还是完成数？"
        )
        state["goals_first"] = _REACHED.search(context.incoming.text) is None
        ways = ["我是要设目标", "代填完成数（入库，注明由您代填）"]
        first, second = ways if state["goals_first"] else reversed(ways)
        lines += [f"1 {first}", f"2 {second}", "回1或2，回“取消”不入库。"]
    else:
        lines.append(f"回“是”入库（{noted(unit, context)}），回“取消”不入库。")
    dialogs.ask(context, QUESTION, state, again=lines[0])
    return Reply("\n".join(filter(None, [*lines, gone])))


def _entered(
    unit: str, items: Sequence[ReportItem], context: Context, documents: Sequence[str] = ()
) -> Reply:
    stand_in = as_unit(unit, context)
    lines, stored = list[str](), list[ReportItem]()
    for item in items:
        known = _count(context)
        lines.append(report.take(stand_in, [item]).text.splitlines()[0])
        stored += [item] * (_count(context) > known)
    if not stored:
        return Reply("\n".join([*lines, f"没有代{unit}填报，也没有通知。"]))
    for said in documents:
        lines += worded.keep(stand_in, items[0].criterion.code, items[0].subject or "", said).splitlines()[:1]
    detail = {"unit": unit, "codes": [item.criterion.code for item in stored], "stored": len(stored)}
    name = f"campaign:{context.speaker.campaign.id}"
    context.uow.audit.record(context.now, context.actor, "enter", name, detail)
    names = clip("、".join(item_said(item, stand_in) for item in stored), 200)
    text = f"【代填】质强办{context.speaker.contact.name}代{unit}填报：{names}。有误请直接重发更正。"
    told = tell(context, f"enter:{context.incoming.message_id}", people_of(unit, context), text)
    return Reply(
        "\n".join([*lines, f"由您代{unit}填报{len(stored)}项，{notified(told)}；您代填的由别人审核。"])
    )


def _count(context: Context) -> int:
    return len(context.uow.submissions.of_contact(context.speaker.campaign.id, context.speaker.contact.id))


ANSWERS = {QUESTION: answer, CHOICE: answer_which}
