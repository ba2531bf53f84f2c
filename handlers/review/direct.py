"""直接评分: points for a leaf that is named by itself, whether it was reported or only the assessor judges it."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act, assesses, may, who_may
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.widths import clean
from handlers.receipts import line_of
from handlers.review.assessed_only import figure_of
from handlers.review.deciding import DEDUCTIONS, decide, given_for, within_bounds
from handlers.review.decisions import LeafRecord, records_of
from handlers.review.no_reason import is_no_reason, takes_back
from handlers.review.points_said import Said, in_digits, leaf_in, other_leaf, points_in, points_of
from handlers.review.results import tell_decided
from handlers.review.rulings import Ruling
from handlers.review.waiting import QueueItem, recused
from handlers.suggesting.suggestion import goes_on
from handlers.wording import clip, leaf_name, listed, plain, value_text
from scoring.model import Criterion

QUESTION: Final = "assess"
REASON: Final = "assess_reason"
ALL: Final = "assess_all"
OTHER_ITEM: Final = re.compile(
    r"第?\s*\d{1,2}\s*[号项件个、]?\s*(?:给|评|打|扣|通过|过|退|不)|(?:评|给|打|扣)\s*\d"
)
"""Words about an item of the list are no reason for another one."""
_MISSING: Final = re.compile(
    r"哪[些几]个?|为什么|为啥|凭什么|怎么回事|[怎咋]么?(?:就|会|还|又)*[扣丢]|(?:怎么|为什么|为啥|咋|还)(?:都|还|一直|全)*没(?:有)?(?:报|交|动|来)|[?？]$|哪[里儿]?$"
)
_ALL_MARKS: Final = re.compile(r"(?<=[给打评])个?满分|(?<=[区县镇市\d\s])满分(?=$|[\s,，])")
_NO_MARKS: Final = re.compile(r"(?<![\d.])0分")


def assess_named(text: str, context: Context) -> Reply | None:
    """“5.2 安岳县 2.5 有台账”, “5.2 鄂城2 华容1.5”: say back what would be given; None for anything else."""
    if _MISSING.search(text):
        return None
    words = in_digits(text)
    leaf, rest = leaf_in(_ALL_MARKS.sub("0分", words), context)
    if leaf is None:
        return None
    if _ALL_MARKS.search(words):
        if leaf.full_marks is None:
            return Reply(f"{leaf.code} {leaf_name(leaf, 30)}没有印分值，给不了满分，没有记录。")
        rest = _NO_MARKS.sub(f"{plain(leaf.full_marks)}分", rest)
    said = points_in(rest, context)
    return offered(leaf, *said, context) if said is not None else None


def offered(leaf: Criterion, said: Sequence[Said | None], reason: str, context: Context) -> Reply:
    """Say back what would be given to each; ask for the reason where there is none, or say why it cannot be."""
    state = drafted(leaf, said, reason, context)
    if isinstance(state, str) and [*said] == [None]:
        goes_on(f"{{unit}} {context.incoming.text}", context)
    return Reply(state) if isinstance(state, str) else ask(state, context)


def drafted(
    leaf: Criterion, said: Sequence[Said | None], reason: str, context: Context
) -> Mapping[str, Any] | str:
    """What would be given to each, or why it cannot be."""
    problem = _problem(leaf, said, context)
    if problem:
        return problem
    rows = [one for one in said if one is not None]
    checked = [_given(leaf, one, context) for one in rows]
    refused = next((given for given in checked if isinstance(given, str)), None)
    if refused is not None:
        return f"{leaf.code} {leaf_name(leaf, 30)}：{refused}"
    return {
        "code": leaf.code,
        "rows": [
            [one.subject, dict(given), _seen(_item(leaf, one.subject, context))]
            for one, given in zip(rows, checked, strict=True)
            if not isinstance(given, str)
        ],
        "reason": reason,
    }


def ask_all(states: Sequence[Mapping[str, Any]], context: Context) -> Reply:
    """Say back the points of several leaves, each with its reason."""
    rows = [
        _said_of(state, context) + (f"（{clip(state['reason'], 40)}）" if state["reason"] else "")
        for state in states
    ]
    dialogs.ask(context, ALL, {"states": [*states]}, again=f"将评{len(rows)}项")
    return Reply("\n".join([f"将评{len(rows)}项：", *rows, "回“是”评分，回“取消”不评。"]))


def answer_all(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Give them all after 是."""
    said = dialogs.yes_or_no(text)
    if said is None:
        return None
    told = [answer(one, text, context) for one in state["states"][: None if said else 1]]
    lines = [line for one in told if one is not None for line in one.text.splitlines()]
    return Reply("\n".join(line for at, line in enumerate(lines) if line not in lines[at + 1 :]))


def answer_reason(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The reason for the points, in the assessor's own words."""
    if (other := _other_points(state, text, context)) is not None:
        return other
    asks = is_no_reason(text) or OTHER_ITEM.match(text.strip()) is not None
    if asks or leaf_in(clean(text).strip(), context)[0] is not None:
        return None
    if takes_back(text):
        dialogs.close(context)
        return Reply("好的，没有评分，没有记录。")
    if dialogs.yes_or_no(text) is not None or text.strip().isdecimal():
        return Reply("评分要写理由，请直接写；回“取消”不评。没有记录。")
    dialogs.close(context)
    return ask({**{key: state[key] for key in ("code", "rows")}, "reason": text.strip()}, context)


def _other_points(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """刚才那个打错了 改成0.6: the points of the draft put right; never its reason."""
    leaf = other_leaf(text, context)
    same = points_of(state["rows"]) if leaf is not None else []
    if leaf is not None and same:
        dialogs.close(context)
        return offered(leaf, same, str(state.get("reason", "")), context)
    found, subjects = _PUT_RIGHT.fullmatch(text.strip()), {str(row[0]) for row in state["rows"]}
    named = mentions(text, context).units if found is not None else ()
    if found is None or len(subjects) != 1 or not subjects.issuperset(named):
        return None
    dialogs.close(context)
    meant = Said(subjects.pop(), Decimal(found["points"]), deduct=found["deduct"] is not None)
    reason = without_deduction(str(state.get("reason", "")))
    return offered(context.rubric.criterion(str(state["code"])), [meant], reason, context)


def without_deduction(reason: str) -> str:
    """检测量比去年少，扣0.2 once other points are given: these tell how much is taken off."""
    return _DEDUCTED.sub("", reason)


_DEDUCTED: Final = re.compile(r"[,，;；\s]*扣了?\s*\d(?:\.\d+)?分?$")


_PUT_RIGHT: Final = re.compile(
    r"(?:[^\d,，。]{0,14}(?:错|不对|有误)[了的]?[\s,，。]*|(?:刚才|刚刚|还是|那就?)[^\d,，。]{0,10}?)?"
    r"(?:应该?(?:是|给|打)?|改(?:成|为)|换成|是|给|打|(?:改成|改为|应该?)?(?P<deduct>扣))\s*"
    r"(?P<points>\d{1,2}(?:\.\d{1,2})?)\s*分?[吧了才对就行可以]*[。.]?"
)


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Keep the points; what was reported and waits is accepted with them."""
    leaf, reason = context.rubric.criterion(str(state["code"])), str(state["reason"])
    told, lines, done = [], [], False
    if context.arranged.is_locked(leaf):
        return Reply(f"{leaf.code} {leaf_name(leaf, 30)}刚刚归档，没有记录；确需改分请质强办先解除归档。")
    for subject, given, seen in state["rows"]:
        item = _item(leaf, subject, context)
        if _seen(item) != seen:
            lines.append(
                f"{_where(context, subject)}{leaf.code}在您确认之前有变动，没有记录；请看过再评一次。"
            )
            continue
        if not _may_assess(item, context):
            lines.append(f"{subject}不能由您评，没有记录。")
            continue
        decide(context, item, "assess", given=given, reason=reason)
        done = True
        if item.record.status == "waiting":
            decide(context, item, "accept")
            told.append((item, Ruling((), accept=True, reason=reason)))
        lines.append(
            f"{_where(context, subject)}{leaf.code} {leaf_name(leaf, 20)}：{_marks(item, given, context)}"
        )
    tell_decided(context, told)
    if not done:
        return Reply("\n".join(lines))
    return Reply("\n".join([*lines, f"{_reason_said(state)}5分钟内可回“撤销”。"]))


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Do it after 是."""
    said = dialogs.yes_or_no(text)
    if said is None:
        return _other_points(state, text, context)
    dialogs.close(context)
    if not said:
        return Reply("好的，没有评分。")
    if not may(context.speaker.role, Act.REVIEW):
        return Reply(f"您不能{Act.REVIEW.value}，可以的是：{who_may(Act.REVIEW)}。没有记录。")
    return apply(state, context)


ANSWERS: Final = {QUESTION: answer, REASON: answer_reason, ALL: answer_all}


def ask(state: Mapping[str, Any], context: Context) -> Reply:
    """Say back what would be given, and ask for the reason where points have none."""
    leaf = context.rubric.criterion(str(state["code"]))
    head = f"将评{_said_of(state, context)}"
    if not state["reason"] and figure_of(leaf) is None:
        dialogs.ask(context, REASON, state, again=f"{leaf.code}评分的理由还没有写")
        return Reply(f"{head}。\n评分要写理由，请直接写（如“缺过程记录”）；回“取消”不评。")
    dialogs.ask(context, QUESTION, state, again=clip(head, 60))
    return Reply(f"{head}。\n{_reason_said(state)}回“是”评分，回“取消”不评。")


def _reason_said(state: Mapping[str, Any]) -> str:
    return f"理由：{clip(state['reason'], 60)}。" if state["reason"] else ""


def _said_of(state: Mapping[str, Any], context: Context) -> str:
    leaf = context.rubric.criterion(str(state["code"]))
    rows = [_row(leaf, subject, given, context) for subject, given, _ in state["rows"]]
    return f"{leaf.code} {leaf_name(leaf, 30)}：{'；'.join(rows)}"


def _row(leaf: Criterion, subject: str, given: Mapping[str, object], context: Context) -> str:
    marks = marks_said(leaf, subject, given, context)
    return f"{_where(context, subject)}{marks}{_unreported(leaf, subject, context)}"


def _problem(leaf: Criterion, said: Sequence[Said | None], context: Context) -> str:
    """Why these points cannot be given at all; "" where they can."""
    name = f"{leaf.code} {leaf_name(leaf, 30)}"
    if not assesses(context.seat, context.rubric, leaf):
        return f"{name}不由您单位考核（{listed(leaf.named_units, 3, '家') or '质强办'}），没有记录。"
    if context.arranged.is_locked(leaf):
        return f"{name}已归档，没有记录；确需改分请质强办先解除归档。"
    if any(one is None for one in said):
        return f"{name}给的是哪个单位？请带上名称（{listed(context.speaker.campaign.subjects, 4, '家')}）。没有记录。"
    if len({one.subject for one in said if one is not None}) < len(said):
        return f"{name}同一个单位说了两个分，请重发。没有记录。"
    return ""


def _given(leaf: Criterion, said: Said, context: Context) -> Mapping[str, object] | str:
    """The assessor's inputs, or why they are refused; what is taken off is taken off the full marks."""
    item = _item(leaf, said.subject, context)
    if not _may_assess(item, context):
        return f"{said.subject}的这项不能由您评（本人填报或已回避），没有记录。"
    if (figure := figure_of(leaf)) is not None:
        return within_bounds(item, {figure.name: plain(said.points)})
    deducted = said.deduct and not any(name in leaf.input_by_name for name in DEDUCTIONS)
    if deducted and leaf.full_marks is not None:
        if said.points > leaf.full_marks:
            return f"满分{plain(leaf.full_marks)}分，扣不了{plain(said.points)}分，没有记录。"
        return given_for(item, leaf.full_marks - said.points, deduct=False)
    return given_for(item, said.points, deduct=said.deduct)


def _may_assess(item: QueueItem, context: Context) -> bool:
    """Nobody judges what he reported himself, or from which he has stepped back."""
    if not assesses(context.seat, context.rubric, item.criterion):
        return False
    submission = item.record.submission
    own = submission is not None and submission.contact_id == context.speaker.contact.id
    return not own and not recused(context, item.unit or item.subject, item.criterion.code, item.subject)


def _seen(item: QueueItem) -> list[int]:
    """The report and the decision that the points are said back about: given only while both are the last ones."""
    decisions = item.record.decisions
    return [item.key[2], decisions[-1].id if decisions else 0]


def _item(leaf: Criterion, subject: str, context: Context) -> QueueItem:
    found = records_of(context.uow, context.speaker.campaign.id, [leaf.code], subject)
    return QueueItem(leaf, subject, found.get((leaf.code, subject), LeafRecord(None)), 0, ())


def marks_said(leaf: Criterion, subject: str, given: Mapping[str, object], context: Context) -> str:
    """What was given to that unit, and what the leaf comes to by it."""
    return _marks(_item(leaf, subject, context), given, context)


def _marks(item: QueueItem, given: Mapping[str, object], context: Context) -> str:
    full, figure = item.criterion.full_marks, figure_of(item.criterion)
    line = line_of(context, item.criterion, item.subject, {**item.record.inputs, **given})
    if figure is not None:
        points = "" if line.points is None or full is None else f"，得{plain(line.points)}/{plain(full)}分"
        return f"{value_text(figure, given[figure.name])}{points}"
    if line.points is None:
        said = "、".join(plain(str(value)) for value in given.values())
        return f"评{said}{f'/{plain(full)}' if full is not None else ''}分"
    return f"核定{plain(line.points)}{f'/{plain(full)}' if full is not None else ''}分"


def _unreported(leaf: Criterion, subject: str, context: Context) -> str:
    return "（还没有上报）" if leaf.reported and not _item(leaf, subject, context).record.reported else ""


def _where(context: Context, subject: str) -> str:
    return f"{subject}·" if len(context.speaker.campaign.subjects) > 1 else ""
