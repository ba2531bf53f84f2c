"""审核: decide about items of a list: accept, return with a reason, assess within the printed bounds, undo."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from handlers import dialogs
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.numbers import numeral
from handlers.receipts import line_of, points_text
from handlers.review import direct, points_said
from handlers.review.deciding import accept_items, decide, given_for, record_decision
from handlers.review.decisions import effective
from handlers.review.listing import queue
from handlers.review.no_reason import is_no_reason, takes_back
from handlers.review.results import tell_decided, tell_undone
from handlers.review.rulings import Ruling
from handlers.review.waiting import LIFETIME, QUEUE, QueueItem, item_name, listed_items, resolve, waiting
from handlers.suggesting import offering
from handlers.wording import circled, clip, leaf_name, listed, plain
from store.records import Review

REASON = "return_reason"
ALL = "accept_all"
UNDO_WITHIN = timedelta(minutes=5)
USUAL_REASONS = ("缺红头文件", "图片没有说明", "与本项无关", "数据存疑，请核实")
NO_LIST = "请先发“待审”看清单，再按序号处理；登记的事项回“办结 号 结果”。"
NOTHING_WAITS = "现在没有待审的件，没有处理。要改刚审的，5分钟内回“撤销”；登记的事项回“办结 号 结果”。"
_MARKS = r"(?P<points>\d{1,3}(?:\.\d{1,2})?)\s*分?[吧了啊呗]*[\s,，:：]*(?P<reason>.{0,80})"
_ASSESS = re.compile(
    rf"(?:(?:评|给|打)\s*(?P<place>\d{{1,2}})\s+|第?(?P<first>\d{{1,2}})\s*[号项件个]?\s*(?:评|给|打)\s*){_MARKS}"
)
_DEDUCT = re.compile(rf"第?(?P<place>\d{{1,2}})\s*[号项件个]?\s*扣\s*{_MARKS}")


_FULL = re.compile(
    r"(?:(?:给|评|打)\s*个?满分\s*第?(?P<place>\d{1,2})[号项件个]?|第?(?P<first>\d{1,2})\s*[号项件个]?\s*(?:给|评|打)?\s*个?满分)[\s,，]*(?P<reason>.{0,80})"
)


def rule_listed(rulings: Sequence[Ruling], context: Context) -> Reply:
    """Decide about items of the list that the reviewer saw last."""
    items = listed_items(context)
    return which(context) if items is None else rule(rulings, items, context)


def which(context: Context) -> Reply:
    """The list, for a decision that was made without one; nothing is decided."""
    return (
        Reply(f"还没有处理，请看清单再定：\n{queue('', context).text}")
        if waiting(context)
        else Reply(NOTHING_WAITS)
    )


def rule(rulings: Sequence[Ruling], items: Sequence[QueueItem | None], context: Context) -> Reply:
    """Decide about those items; what cannot be decided is named with the reason."""
    bare = next((ruling for ruling in rulings if not ruling.accept and not ruling.reason), None)
    if bare is not None and not any(isinstance(_at(items, place), str) for place in bare.places):
        return _ask_reason(context, rulings, bare, items)
    done: list[tuple[int, QueueItem, Ruling]] = []
    refused: list[str] = []
    ways = {
        place: {one.accept for one in rulings if place in one.places} for r in rulings for place in r.places
    }
    pairs = {place: ruling for ruling in rulings for place in ruling.places}
    for place, ruling in pairs.items():
        item = _at(items, place) if len(ways[place]) == 1 else "又通过又退回，没有处理，请再说一遍"
        if isinstance(item, str):
            refused.append(f"{circled(place)}{item}")
        else:
            decide(context, item, "accept" if ruling.accept else "return", reason=ruling.reason)
            done.append((place, item, ruling))
    tell_decided(context, [(item, ruling) for _, item, ruling in done])
    return Reply("\n".join(_ruled_text(done, refused)))


def answer_reason(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The reason for a return: the number of a usual one, or the reviewer's own words."""
    if is_no_reason(text):
        return None
    place = dialogs.chosen(text, len(USUAL_REASONS))
    reason = USUAL_REASONS[place] if place is not None else text.strip()
    if takes_back(text):
        dialogs.close(context)
        return Reply("好的，没有退回，还在待审里。")
    if dialogs.yes_or_no(text) is not None or (text.strip().isdecimal() and place is None):
        return Reply("退回要写原因，联络员会看到。请回上面的数字或直接写；回“取消”不退。")
    dialogs.close(context)
    dialogs.ask(context, QUEUE, {"items": state["items"]}, lifetime=LIFETIME)
    rulings = [Ruling(tuple(row["places"]), row["accept"], row["reason"]) for row in state["rulings"]]
    filled = [row if row.accept or row.reason else replace(row, reason=reason) for row in rulings]
    return rule(filled, resolve(state["items"], context), context)


_COUNTED = re.compile(
    r"这?(?P<count>\d{1,2}|[二两三四五六七八九])[个件项条](?:就|给|全部?|都|一起|统统)+(?:给)?(?:通过|过)\D*"
)
_BY_NUMBER = "清单里有{}件，没有处理。请按序号发，如“1、2通过”。"
_NAMED = 6
"""So many can be said back by name where no list was seen."""


def accept_all(text: str, context: Context) -> Reply:
    """全部通过: everything of the list that carries no risk, after 是; 两个都过 means the two that are listed."""
    items = listed_items(context)
    if items is None and len(waiting(context)) not in range(1, _NAMED + 1):
        return which(context)
    items = items if items is not None else [*waiting(context)]
    safe = [item for item in items if item is not None and not item.risks]
    counted = _COUNTED.fullmatch(text.strip())
    open_ones = [item for item in items if item is not None]
    if counted is not None and numeral(counted["count"]) == len(open_ones):
        return asked_to_pass(items, open_ones, "", context)
    if counted is not None and open_ones and numeral(counted["count"]) != len(safe):
        return Reply(_BY_NUMBER.format(len(open_ones)))
    if not open_ones:
        return Reply("清单里的都处理过了，回“待审”看还有没有。")
    if not safe:
        return asked_to_pass(items, open_ones, "每件都有要留意的（⚠），看过了再定。", context)
    state = {"items": [item.key for item in open_ones], "safe": [item.key for item in safe]}
    dialogs.ask(context, ALL, state, again="全部通过要回“是”才办理")
    names = listed([item_name(item, context, 12) for item in safe], 6)
    left = len(items) - len(safe)
    return Reply(
        f"将通过{len(safe)}件：{names}。"
        + (f"\n另有{left}件要留意或不能由您审，不在其内。" if left else "")
        + "\n回“是”通过，回“取消”不处理。"
    )


def accept_but(text: str, context: Context) -> Reply:
    """除了2都过: everything of the list but those places, after 是; what is to be noted is said beside it."""
    items = listed_items(context)
    if items is None:
        return Reply(NO_LIST)
    spared = [int(place) for place in re.findall(r"\d+", unicodedata.normalize("NFKC", text))]
    strange = [place for place in spared if not 1 <= place <= len(items)]
    kept = [item for place, item in enumerate(items, start=1) if item is not None and place not in spared]
    if not spared or strange or not kept:
        return Reply(_BY_NUMBER.format(len(items)))
    return asked_to_pass(items, kept, "".join(circled(place) for place in spared) + "不动。", context)


def asked_to_pass(
    items: Sequence[QueueItem | None], kept: Sequence[QueueItem], rest: str, context: Context
) -> Reply:
    """Say which would pass, with what is to be noted of each, and ask."""
    state = {"items": keys_of(items), "safe": [item.key for item in kept]}
    dialogs.ask(context, ALL, state, again="一起通过要回“是”才办理")
    names = [
        f"{item_name(item, context, 12)}{'⚠' + '、'.join(item.risks) if item.risks else ''}" for item in kept
    ]
    return Reply(f"将通过{len(kept)}件：{listed(names, 6)}。\n{rest}回“是”通过，回“取消”不处理。")


def keys_of(items: Sequence[QueueItem | None]) -> list[list[Any]]:
    """How the list is remembered, each place kept."""
    return [item.key if item is not None else ["", "", 0] for item in items]


def answer_all(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Accept what was listed for it and has not changed since, after 是."""
    said = dialogs.yes_or_no(text)
    if said is None:
        return None
    dialogs.close(context)
    dialogs.ask(context, QUEUE, {"items": state["items"]}, lifetime=LIFETIME)
    if not said:
        return Reply("好的，没有处理。")
    now = {tuple(item.key): item for item in waiting(context)}
    kept = [now[tuple(key)] for key in state["safe"] if tuple(key) in now]
    accept_items(context, kept)
    changed = len(state["safe"]) - len(kept)
    return Reply(
        f"已通过{len(kept)}件。" + (f"{changed}件刚被更改，没有处理，请重新发“待审”。" if changed else "")
    )


def assess(text: str, context: Context) -> Reply | None:
    """评 n 分数 理由, n扣7分 理由: points or a deduction by the assessor, within what is printed."""
    words = text.strip()
    found = _ASSESS.fullmatch(words) or _DEDUCT.fullmatch(words) or _FULL.fullmatch(words)
    if found is None:
        return None
    if direct.OTHER_ITEM.match(found["reason"].strip()):
        return _one_by_one(words, found["reason"], context)
    items, place = listed_items(context), int(found["place"] or found["first"])
    if items is None:
        named = str(place) in context.rubric.by_code
        return None if named else Reply(NO_LIST if waiting(context) else NOTHING_WAITS)
    if found.re is _FULL:
        return _full_marks(place, items, found["reason"].strip(), context)
    item = _at(items, place)
    if isinstance(item, str):
        return Reply(f"{circled(place)}{item}")
    said = points_said.Said(item.subject, Decimal(found["points"]), found.re is _DEDUCT)
    return _given(place, item, said, found["reason"].strip(), context)


def _one_by_one(words: str, behind: str, context: Context) -> Reply:
    """1号给4分，2号给0分: neither is the reason of the other, and each may need one of its own."""
    first = words.removesuffix(behind).strip(" ,，。;；")
    each = [first, behind.strip()]
    head = "评分一次办一件（与上报不一致的要写理由），还没有记录。先办哪件？"
    return offering.choose(head, [(one, clip(one, 40)) for one in each], context)


def _given(place: int, item: QueueItem, said: points_said.Said, reason: str, context: Context) -> Reply:
    """Assess it and accept it with that; said back first where a reason is wanting, or points are to be reckoned."""
    given = given_for(item, said.points, deduct=said.deduct)
    if not reason or (said.deduct and isinstance(given, str)):
        return direct.offered(item.criterion, [said], reason, context)
    if isinstance(given, str):
        return Reply(f"{circled(place)}{given}")
    decide(context, item, "assess", given=given, reason=reason)
    decide(context, item, "accept")
    tell_decided(context, [(item, Ruling((), accept=True, reason=reason))])
    line = line_of(context, item.criterion, item.subject, {**item.record.inputs, **given})
    marks = points_text(line).replace("暂得", "核定")
    return Reply(f"{circled(place)}{item.unit}·{leaf_name(item.criterion, 20)}：{marks}，理由：{reason}")


def _full_marks(place: int, items: Sequence[QueueItem | None], reason: str, context: Context) -> Reply | None:
    """给满分 1: what earns them is accepted, anything else needs the reason that an assessment needs."""
    item = _at(items, place)
    if isinstance(item, str) or item.criterion.full_marks is None:
        return Reply(f"{circled(place)}{item if isinstance(item, str) else '这项没有印分值，没有记录。'}")
    line = line_of(context, item.criterion, item.subject, {**item.record.inputs, **item.record.assessed})
    if line.points == item.criterion.full_marks and not line.gap and not line.provisional:
        return rule([Ruling((place,), accept=True, reason="")], items, context)
    return assess(f"评 {place} {plain(item.criterion.full_marks)} {reason}", context)


def undo(_text: str, context: Context) -> Reply:
    """撤销: take back one's own last decision, within five minutes."""
    own = effective(context.uow.reviews.of_contact(context.speaker.campaign.id, context.speaker.contact.id))
    if not own or context.now - own[-1].at > UNDO_WITHIN:
        return Reply("5分钟内没有可以撤销的审核。更早的请质强办“解锁”。")
    last = own[-1]
    return undo_rows(
        [row for row in own if row.inbox_id == last.inbox_id] if last.inbox_id else [last], context
    )


def undo_rows(rows: Sequence[Review], context: Context) -> Reply:
    """Take these decisions back, and say what waits again."""
    if any(context.arranged.is_locked(context.rubric.criterion(row.code)) for row in rows):
        return Reply("没有撤销：这项已归档，得分已定；确需更正请质强办解除归档。")
    for row in rows:
        record_decision(context, row.code, row.subject, row.revision, "undo", undoes=row.id)
    tell_undone(context, rows)
    decided = [context.rubric.criterion(row.code) for row in rows if row.act != "assess"]
    if not decided:
        codes = dict.fromkeys(row.code for row in rows)
        return Reply(
            f"已撤销刚才的评分：{listed([leaf_name(context.rubric.criterion(code), 14) for code in codes], 4)}。"
        )
    several = len(context.speaker.campaign.subjects) > 1
    of = [f"{row.subject}·" if several else "" for row in rows if row.act != "assess"]
    names = listed([f"{one}{leaf_name(leaf, 14)}" for one, leaf in zip(of, decided, strict=True)], 4)
    return Reply(f"已撤销：{names}回到待审。")


def _at(items: Sequence[QueueItem | None], place: int) -> QueueItem | str:
    """The item at that place of the list, or why it cannot be decided."""
    if not 1 <= place <= len(items):
        return f"不在清单里（共{len(items)}件），没有处理。"
    return items[place - 1] or "已处理过或刚被更改，没有处理，请重新发“待审”。"


def _ask_reason(
    context: Context, rulings: Sequence[Ruling], bare: Ruling, items: Sequence[QueueItem | None]
) -> Reply:
    rows = [{"places": list(row.places), "accept": row.accept, "reason": row.reason} for row in rulings]
    dialogs.ask(context, REASON, {"items": keys_of(items), "rulings": rows}, again="退回的原因还没有写")
    marks = "".join(circled(place) for place in bare.places)
    usual = "\n".join(f"{place} {reason}" for place, reason in enumerate(USUAL_REASONS, start=1))
    return Reply(f"退回{marks}要写原因，联络员会看到：\n{usual}\n回数字，或直接写原因；回“取消”不退。")


def _ruled_text(done: Sequence[tuple[int, QueueItem, Ruling]], refused: Sequence[str]) -> list[str]:
    lines = []
    if done:
        accepted = "".join(circled(place) for place, _, ruling in done if ruling.accept)
        returned = [
            f"{circled(place)}退回“{clip(row.reason, 30)}”" for place, _, row in done if not row.accept
        ]
        parts = ([f"{accepted}通过"] if accepted else []) + returned
        lines.append(f"已处理{len(done)}件：{'，'.join(parts)}。5分钟内可回“撤销”。")
    return lines + list(refused)
