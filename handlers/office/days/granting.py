"""准予延期: one or several items of one or several units get more time, after the whole of it was said back."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from handlers.access import Act
from handlers.board import duties_of_unit
from handlers.campaign.arrangements import Extended
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.messages import Reply
from handlers.office.arranging import Scope, arrange
from handlers.office.days.due_days import with_weekday
from handlers.office.days.items_named import duties_named
from handlers.office.days.redating import another_day, another_reason
from handlers.people.enrolled import is_of
from handlers.pushing.pushes import tell
from handlers.reading.tokens.asides import is_question
from handlers.wording import circled, clip, clock, in_one_line, leaf_name, listed, notified
from store.records import Contact

QUESTION: Final = "extension"
_THESE: Final = re.compile(r"(?:都|全部?|这[些项]|就这[些项]?)(?:延|给|要|是)?[吧了]*")


def people_of(unit: str, context: Context, subjects: Collection[str] = ("",)) -> list[Contact]:
    """The unit's contacts and supervisors on duty, but for those of other assessed units than these ("": all)."""
    return [
        person
        for person in context.uow.roster.list(context.speaker.campaign.id)
        if person.active
        and person.role in ("contact", "supervisor")
        and is_of(unit, person, context)
        and ("" in subjects or person.subject in ("", unit, *subjects))
    ]


def pairs_in(state: Mapping[str, Any]) -> list[Extended]:
    """What an open question is about, as its `pairs` were written."""
    return [Extended(*map(str, pair)) for pair in state["pairs"]]


def by_unit(pairs: Sequence[Extended]) -> Mapping[str, Sequence[Extended]]:
    """{unit: those of the unit}."""
    found: dict[str, list[Extended]] = {}
    for pair in pairs:
        found.setdefault(pair.unit, []).append(pair)
    return found


def scope_of(pair: Extended, reason: str) -> Scope:
    """The same as an arrangement keeps it."""
    return {"unit": pair.unit, "code": pair.code, "subject": pair.subject, "reason": reason}


def in_short(pairs: Sequence[Extended]) -> str:
    """“1.1（华容区）、1.2”."""
    return "、".join(f"{pair.code}{_about(pair)}" for pair in pairs)


def called(pair: Extended, context: Context, width: int) -> str:
    """“1.1 主要产品监督抽查（华容区）”."""
    return f"{pair.code} {leaf_name(context.rubric.criterion(pair.code), width)}{_about(pair)}"


def _about(pair: Extended) -> str:
    return f"（{pair.subject}）" if pair.subject else ""


def grant(pairs: Sequence[Extended], due: datetime, reason: str, context: Context) -> Reply:
    """Say back which items of whom get how much more time, and ask; what would get less is refused."""
    if (refused := too_early(pairs, due, context)) is not None:
        return refused
    rows = _rows(pairs, context)
    before = {_due(pair, context) for pair in pairs}
    old = next(iter(before)) if len(before) == 1 else None
    until = f"{clock(old) if old is not None else '现在的时限'}→{with_weekday(due, context.now)}"
    units = listed(dict.fromkeys(pair.unit for pair in pairs), 5, "家")
    if len(pairs) == 1:
        head = f"将单独给{rows[0]}延期：{until}。"
    else:
        head = f"将给{units}的{len(pairs)}项延期：{until}。\n{listed(rows, 6)}。"
    lines = [
        head,
        f"原因：{clip(reason, 60)}；其他单位和其他项不变，会通知这{'家' if len(by_unit(pairs)) == 1 else '些'}单位。",
    ]
    state = {"pairs": [list(pair) for pair in pairs], "due": due.isoformat(), "reason": reason}
    return confirming.ask(context, QUESTION, state, lines)


def too_early(pairs: Sequence[Extended], due: datetime, context: Context) -> Reply | None:
    """What is answered where one of the items would get less time than it has."""
    late = [pair for pair in pairs if (now := _due(pair, context)) is not None and due <= now]
    if not late:
        return None
    now = _due(late[0], context)
    items = f" {late[0].code}" if len(late) == 1 else f"的{len(late)}项"
    return Reply(f"{late[0].named}{items}现在的时限是{clock(now) if now else ''}，延期要晚于它。没有改动。")


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Give the units their time and tell their people, each once."""
    due, reason = datetime.fromisoformat(state["due"]), str(state["reason"])
    told = last = 0
    units = by_unit(pairs_in(state))
    for pair in pairs_in(state):
        last = arrange(context, "extension", {"due": due.isoformat()}, **scope_of(pair, reason))
    for unit, pairs in units.items():
        names = listed([called(pair, context, 24) for pair in pairs], 8)
        text = f"【延期】{unit} {names}：可以延到{clock(due)}报，原因：{in_one_line(reason)}。其他单位和其他项时限不变。"
        people = people_of(unit, context, {pair.subject for pair in pairs})
        told += tell(context, f"extension:{last}:{unit}", people, text)
    done = listed([f"{unit} {in_short(pairs)}" for unit, pairs in units.items()], 6)
    return Reply(f"已延期：{done}延到{clock(due)}，其他单位不变；{notified(told)}，提醒按新时限。")


def redraft(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """改7月5号, 多给一天, 原因改成……: the draft with another day or reason; None for other words."""
    due = datetime.fromisoformat(state["due"])
    pairs = pairs_in(state)
    if _THESE.fullmatch(text.strip().rstrip("。.!！")):
        return grant(pairs, due, str(state["reason"]), context)
    more = _with_another(pairs, text, context) or _narrowed(pairs, text, context)
    if more is not None:
        return grant(more, due, str(state["reason"]), context)
    other, reason = another_day(text, due, context), another_reason(text)
    if other is None and reason is None:
        return None
    return grant(pairs, other or due, reason or str(state["reason"]), context)


_MORE: Final = re.compile(
    r"(?:把|再|还|也|那就?)*(?:加上|带上|算上|连)(?P<new>.{2,14}?)(?:也|都|一起|一并|吧|的|[\s,，])*"
)


def _with_another(pairs: Sequence[Extended], text: str, context: Context) -> list[Extended] | None:
    """加上旅游局: everything that this unit reports as well; None for other words."""
    said = _MORE.fullmatch(text.strip().rstrip("。.!！"))
    new = mentions(said["new"], context) if said is not None else None
    if new is None or len(new.units) != 1 or new.rest.strip():
        return None
    own = duties_of_unit(new.units[0], context)
    added = [Extended(new.units[0], duty.criterion.code) for duty in own]
    return [*pairs, *(pair for pair in added if pair not in pairs)] if added else None


_ONLY: Final = re.compile(
    r"(?:就|只|光|单|先)+(?:给|延|要|留|保留|办)*(?P<what>.{1,20}?)(?:的?(?:就行|就可以|就好|延)|[吧了])*"
)
_NOT: Final = re.compile(
    r"(?:除了|去掉|不要|别延|不延)(?P<less>.{1,20}?)(?:除外|的?不[延动要]|[吧了])*"
    r"|(?P<what>.{1,20}?)的?(?:就|都|先|也|还是)*(?:不(?:用|要)?(?:延期?|动|变|给|改|要)|别[延动]|照旧|去掉|除外|按原来的?|按时)(?:时间|交|报|[吧了])*"
)


def _narrowed(pairs: Sequence[Extended], text: str, context: Context) -> list[Extended] | None:
    """只延第10项，第20项不动: what is left of them; None for other words, and where nothing or everything is left."""
    kept = list(pairs)
    for part in filter(None, re.split(r"[,，;；。\s]+", text.strip())):
        only, less = _ONLY.fullmatch(part), _NOT.fullmatch(part)
        found = less or only
        if found is None or is_question(text):
            return None
        meant = _among(pairs, next(filter(None, found.groups())), context)
        if not meant and not _OTHERS.search(part):
            return None
        kept = [pair for pair in kept if not meant or (pair in meant) is (less is None)]
    return kept if 0 < len(kept) < len(pairs) else None


_OTHERS: Final = re.compile("^(?:别|其他|其它|其余|剩下)的?")


def _among(pairs: Sequence[Extended], words: str, context: Context) -> list[Extended]:
    """Those that the words mean: by their unit, or by the item of the unit's list or of the document."""
    units = mentions(words, context).units
    rest = mentions(words, context).rest.strip(" 的,，")
    own = [pair for pair in pairs if not units or {pair.unit, pair.subject} & set(units)]
    if not rest:
        return own if units else []
    named = {
        (unit, duty.criterion.code)
        for unit in by_unit(own)
        for duty in duties_named(rest, duties_of_unit(unit, context))
    }
    return [pair for pair in own if (pair.unit, pair.code) in named]


def _due(pair: Extended, context: Context) -> datetime | None:
    return context.deadlines.of(context.rubric.criterion(pair.code), pair.unit, subject=pair.subject)


def _rows(pairs: Sequence[Extended], context: Context) -> list[str]:
    rows = []
    for pair in pairs:
        own = duties_of_unit(pair.unit, context)
        place = next(
            (circled(duty.ordinal) for duty in own if duty.criterion.code == pair.code), f"{pair.code} "
        )
        name = leaf_name(context.rubric.criterion(pair.code), 30 if len(pairs) == 1 else 12)
        rows.append(f"{pair.unit} {place}{name}{_about(pair)}")
    return rows


CONFIRMATIONS = {
    QUESTION: Confirmation(Act.DEADLINE, apply, redraft=redraft, changes=frozenset({"extension", "deadline"}))
}
