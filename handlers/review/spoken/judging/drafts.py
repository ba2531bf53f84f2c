"""What a reviewer's words would do, item by item, to be confirmed by 是, or by a number where they leave a choice."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act, may, who_may
from handlers.context import Context
from handlers.matters import requests
from handlers.messages import Reply
from handlers.review.listed import keys_of, rule
from handlers.review.rulings import Ruling
from handlers.review.spoken import marks
from handlers.review.spoken.said import Said
from handlers.review.spoken.verdicts import Verdict
from handlers.review.waiting import LIFETIME, QUEUE, QueueItem, item_name, resolve, view, waiting
from handlers.wording import circled, clip

QUESTION: Final = "spoken_ruling"
Items = Sequence[QueueItem | None]
_REASON: Final = 200
_LACKING: Final = re.compile(
    "(?:没有?|未|缺|无|不)(?>传|交|附|见|看到|提供|上)*(?:任何|证明|佐证|印证)?(?:材料|附件|文件|证据)"
)
"""A reason that what is on file may refute."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands around a draft: how it begins, what was not read, what is known of it, the points that follow.

    `look` is the place that may be looked at first, where nothing was plainly ordered.
    """

    head: str = ""
    unread: Sequence[str] = ()
    known: Sequence[str] = ()
    then: str = ""
    look: int = 0


def said_back(said: Sequence[Said], items: Items, context: Context, beside: Beside) -> Reply:
    """The whole of it, item by item, and what was not read; nothing is done yet."""
    rows = _rows(said, items, context)
    again = f"{'、'.join(_rows(said, items, context, held=False))[:40]}要回“是”才办理"
    state = {"items": keys_of(items), "drafts": [_draft(said, beside.then)]}
    dialogs.ask(context, QUESTION, state, again=again)
    later = [f"办完接着评：“{clip(beside.then, 60)}”。"] if beside.then else []
    unread = [f"没读进去的：“{clip('，'.join(dict.fromkeys(beside.unread)), 60)}”。"] if beside.unread else []
    end = "回“是”办理（5分钟内可回“撤销”），回“取消”不处理。"
    return Reply("\n".join([f"{beside.head}是不是这样处理：", *rows, *beside.known, *unread, *later, end]))


def sent_back_anew(
    reason: Callable[[str], str], context: Context, verdict: Verdict = Verdict.RETURN
) -> Reply | None:
    """The draft that waits for 是 with another reason for what would go back, or (ASK) with that wanted of it instead.

    None where no draft waits, or nothing would go back.
    """
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is None or state["kind"] != QUESTION or len(state["drafts"]) != 1:
        return None
    (draft,) = state["drafts"]
    if draft["wanted"] or all(row["accept"] for row in draft["rulings"]):
        return None
    said = [
        Said(tuple(row["places"]), Verdict.ACCEPT, sure=True, named=True)
        if row["accept"]
        else Said(tuple(row["places"]), verdict, sure=True, named=True, reason=reason(row["reason"]))
        for row in draft["rulings"]
    ]
    dialogs.close(context)
    return said_back(said, resolve(state["items"], context), context, Beside(then=str(draft["then"])))


def drafted_places(context: Context) -> frozenset[int]:
    """The places that the draft that waits for 是 rules already."""
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is None or state["kind"] != QUESTION or len(state["drafts"]) != 1:
        return frozenset()
    return frozenset(place for row in state["drafts"][0]["rulings"] for place in row["places"])


def added(said: Sequence[Said], context: Context) -> Reply | None:
    """The draft that waits for 是 with this besides; None where none waits, or it is of the same items.

    What is only to stay (乐至的我还没看) is left out of it.
    """
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is None or state["kind"] != QUESTION or len(state["drafts"]) != 1:
        return None
    (draft,) = state["drafts"]
    new = {place for one in said for place in one.places}
    kept = [tuple(place for place in row["places"] if place not in new) for row in draft["rulings"]]
    held = all(one.verdict is Verdict.HOLD for one in said)
    same = any(len(left) < len(row["places"]) for left, row in zip(kept, draft["rulings"], strict=True))
    if draft["wanted"] or draft["then"] or (same and not held) or not any(kept):
        return None
    before = [
        Said(left, _verdict(row), sure=True, named=True, reason=str(row["reason"]))
        for left, row in zip(kept, draft["rulings"], strict=True)
        if left
    ]
    dialogs.close(context)
    return said_back([*before, *said], resolve(state["items"], context), context, Beside())


def _verdict(row: Mapping[str, Any]) -> Verdict:
    return Verdict.ACCEPT if row["accept"] else Verdict.RETURN


def on_file(said: Sequence[Said], items: Items) -> list[QueueItem]:
    """What would go back for lack of material, of which there is material."""
    back = [one for one in said if one.verdict is Verdict.RETURN and _LACKING.search(one.ruling.reason)]
    named = (items[place - 1] for one in back for place in one.places if 1 <= place <= len(items))
    return [item for item in named if item is not None and item.evidence]


def choices(
    ways: Sequence[Sequence[Said]], items: Items, context: Context, beside: Beside, which: str
) -> Reply:
    """What is certain, and below it, numbered, what may be done about the rest; nothing is done yet."""
    certain = [one for one in ways[0] if all(one in way for way in ways) and not beside.look]
    others = [[one for one in way if one not in certain] for way in ways]
    looks = [{"look": beside.look}] if beside.look else []
    state = {"items": keys_of(items), "drafts": [*looks, *(_draft(way, beside.then) for way in ways)]}
    doubted = dict.fromkeys(place for one in others[0] for place in one.places)
    names = "、".join(
        f"{circled(place)}{item_name(item, context, 14)}"
        for place in doubted
        if 1 <= place <= len(items) and (item := items[place - 1]) is not None
    )
    asked = f"{names}：{which}"
    dialogs.ask(context, QUESTION, state, again=clip(asked, 60))
    several = len(doubted) > 1
    written = [
        *("看条文、得分和材料" for _ in looks),
        *(_written(way, items, several=several) for way in others),
    ]
    lines = [f"{at} {one}" for at, one in enumerate(written, start=1)]
    along = [f"同时{row}" for row in _rows(certain, items, context)]
    end = "回序号，都不是请回“取消”。"
    return Reply("\n".join([f"{asked}还没有处理。", *beside.known, *lines, *along, end]))


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Do it after 是, or the one that the number chooses."""
    drafts = state["drafts"]
    place = dialogs.chosen(text, len(drafts)) if len(drafts) > 1 else None
    yes = place is not None or dialogs.yes_or_no(text)
    if yes is None or (yes and place is None and len(drafts) > 1):
        return None
    dialogs.close(context)
    dialogs.ask(context, QUEUE, {"items": state["items"]}, lifetime=LIFETIME)
    if not yes:
        return Reply("好的，没有处理。")
    if "look" in drafts[place or 0]:
        return view(str(drafts[place or 0]["look"]), context)
    if not may(context.speaker.role, Act.REVIEW):
        return Reply(f"您不能{Act.REVIEW.value}，可以的是：{who_may(Act.REVIEW)}。没有处理。")
    return _done(drafts[place or 0], resolve(state["items"], context), context)


def _done(draft: Mapping[str, Any], items: Items, context: Context) -> Reply:
    rulings = [Ruling(tuple(row["places"]), row["accept"], row["reason"]) for row in draft["rulings"]]
    lines = [rule(rulings, items, context).text] if rulings else []
    lines += _asked_for(draft["wanted"], items, context)
    after = marks.mark_spoken(str(draft["then"]), context) if draft["then"] else None
    return Reply("\n".join([*lines, *([after.text] if after is not None else [])]))


def _asked_for(wanted: Sequence[tuple[int, str]], items: Items, context: Context) -> list[str]:
    """Each piece that is wanted; of all that waits of a unit and leaf in one message."""
    of: dict[tuple[str, str, str], list[QueueItem]] = {}
    for place, what in wanted:
        item = items[place - 1] if 1 <= place <= len(items) else None
        if item is not None:
            of.setdefault((item.unit, item.criterion.code, what), []).append(item)
    lines = []
    for (unit, code, what), rows in of.items():
        every = [one for one in waiting(context) if (one.unit, one.criterion.code) == (unit, code)]
        if len(rows) == len(every) > 1:
            lines.append(requests.sent(unit, what, context, code).text)
        else:
            lines += [requests.sent(unit, what, context, code, item.subject).text for item in rows]
    return lines


def _draft(said: Sequence[Said], then: str) -> Mapping[str, Any]:
    ruled = [one for one in said if one.verdict in (Verdict.ACCEPT, Verdict.RETURN)]
    rulings = [one.ruling for one in ruled]
    return {
        "rulings": [
            {"places": list(row.places), "accept": row.accept, "reason": row.reason} for row in rulings
        ],
        "wanted": [[place, one.wants] for one in said if one.verdict is Verdict.ASK for place in one.places],
        "then": then,
    }


def _rows(said: Sequence[Said], items: Items, context: Context, *, held: bool = True) -> list[str]:
    kept = [one for one in said if held or one.verdict is not Verdict.HOLD]
    return [_row(place, one, items, context) for one in kept for place in one.places]


def _row(place: int, one: Said, items: Items, context: Context) -> str:
    item = items[place - 1] if 1 <= place <= len(items) else None
    if item is None:
        return f"{circled(place)}不在清单里或已处理过，不处理"
    return f"{circled(place)}{item_name(item, context, 14)}：{_act(one, item)}"


def _act(one: Said, item: QueueItem | None) -> str:
    """What becomes of it, in the words that are stored or sent."""
    if one.verdict is Verdict.ASK:
        return f"请补“{clip(one.wants, _REASON)}”（不退回，转“待补充”）"
    if one.verdict is Verdict.ACCEPT:
        return str(one.verdict.value) + (
            f"⚠{'、'.join(item.risks)}" if item is not None and item.risks else ""
        )
    why = one.ruling.reason if one.verdict is Verdict.RETURN else ""
    filed = (
        f"⚠已有材料{item.evidence}件" if item is not None and item.evidence and _LACKING.search(why) else ""
    )
    bare = "（原因接着问）" if one.verdict is Verdict.RETURN else ""
    return f"{one.verdict.value}{f'“{clip(why, _REASON)}”' if why else bare}{filed}"


def _written(said: Sequence[Said], items: Items, *, several: bool) -> str:
    """②退回“没有章”; without the place where there is but one."""
    parts = []
    for one in said:
        item = items[one.places[0] - 1] if len(one.places) == 1 <= one.places[0] <= len(items) else None
        parts.append(f"{''.join(map(circled, one.places)) if several else ''}{_act(one, item)}")
    return "，".join(parts)
