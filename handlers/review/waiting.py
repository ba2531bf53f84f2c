"""待审: what a reviewer has to look at, and what of it the open list holds."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from handlers import dialogs
from handlers.access import assesses
from handlers.calendar.deadlines import milestone_name
from handlers.context import Context
from handlers.evidence import judging
from handlers.exports import looking
from handlers.matters.register import covers, recusals_of, standing
from handlers.matters.substitutes import seats
from handlers.messages import Reply
from handlers.receipts import line_of, points_text, values_text
from handlers.review.decisions import ACT_NAMES, LeafKey, LeafRecord, effective, records_of
from handlers.review.patterns import unusual
from handlers.wording import circled, clip, leaf_name, local, month_day
from scoring.model import Criterion

QUEUE = "queue"
LIFETIME = timedelta(hours=12)
_JUST = timedelta(minutes=30)


@dataclass(frozen=True)
class QueueItem:
    """A reported leaf that waits for a decision of this reviewer."""

    criterion: Criterion
    subject: str
    record: LeafRecord
    evidence: int
    risks: tuple[str, ...]

    @property
    def unit(self) -> str:
        """Who reported it."""
        return self.record.submission.unit if self.record.submission else ""

    @property
    def reported_at(self) -> datetime | None:
        """When it was reported."""
        return self.record.submission.at if self.record.submission else None

    @property
    def key(self) -> list[Any]:
        """How the list remembers it: code, subject and the revision that was shown."""
        revision = self.record.submission.revision if self.record.submission else 0
        return [self.criterion.code, self.subject, revision]


def waiting(context: Context) -> list[QueueItem]:
    """What waits for this reviewer: what has no risk first, then by deadline and time of report."""
    evidence = _evidence_counts(context)
    items = []
    records = records_of(context.uow, context.speaker.campaign.id)
    for (code, subject), record in records.items():
        criterion = context.rubric.by_code.get(code)
        if criterion is None or not _is_for(context, criterion, record):
            continue
        count = evidence.get((code, subject), 0)
        found = unusual(context, criterion, subject, records)
        risks = (*_risks(context, criterion, subject, record, count), *([found] if found else []))
        items.append(QueueItem(criterion, subject, record, count, risks))
    return sorted(items, key=lambda item: _order(context, item))


def listed_items(context: Context) -> list[QueueItem | None] | None:
    """The items of the list that the reviewer saw last; None for one that has changed since or is decided.

    None instead of a list where no list is open.
    """
    state = dialogs.open_question(context.speaker.account, context.now)
    for found in (state, (state or {}).get("below")):
        if found and "items" in found:
            return resolve(found["items"], context)
    return None


def current(context: Context) -> tuple[int, QueueItem] | None:
    """The item that “this one” means, and its place: the one looked at last, else the only one listed."""
    state = dialogs.open_question(context.speaker.account, context.now)
    found = next((part for part in (state, (state or {}).get("below")) if part and "items" in part), None)
    if found is None:
        return None
    items = resolve(found["items"], context)
    place = found.get("at", 1 if len(items) == 1 else 0)
    item = items[place - 1] if 1 <= place <= len(items) else None
    return (place, item) if item is not None else None


def just_decided(context: Context) -> LeafKey | None:
    """What “this one” means once it is decided: the only item that the speaker's last message decided."""
    own = effective(context.uow.reviews.of_contact(context.speaker.campaign.id, context.speaker.contact.id))
    last = [row for row in own if row.inbox_id == own[-1].inbox_id and context.now - row.at <= _JUST]
    keys = {(row.code, row.subject) for row in last}
    return keys.pop() if len(keys) == 1 else None


def resolve(keys: Sequence[Sequence[Any]], context: Context) -> list[QueueItem | None]:
    """The items behind the keys of a list; None for one that has changed since or is decided."""
    now = {tuple(item.key): item for item in waiting(context)}
    return [now.get(tuple(key)) for key in keys]


def view(text: str, context: Context) -> Reply:
    """看 n: value, clause, provisional points, evidence and history of one item."""
    items = listed_items(context) or _opened(context)
    if not items:
        return Reply("没有待审的件。")
    place = dialogs.chosen(text, len(items))
    if place is None:
        return Reply(f"清单里有{len(items)}件，请发“看 1”这样的序号。")
    item = items[place]
    if item is None:
        return Reply(f"{circled(place + 1)}已经处理过或刚被更改，请重新发“待审”。")
    keys = [listed.key if listed is not None else ["", "", 0] for listed in items]
    dialogs.ask(context, QUEUE, {"items": keys, "at": place + 1}, lifetime=LIFETIME)
    return Reply("\n".join(_view(context, place, item)))


def _opened(context: Context) -> list[QueueItem | None]:
    """A list of all that waits, opened for somebody who wants to see one of it and has no list yet."""
    items: list[QueueItem | None] = [*waiting(context)]
    if items:
        keys = [item.key for item in items if item is not None]
        dialogs.ask(context, QUEUE, {"items": keys}, lifetime=LIFETIME)
    return items


def view_next(_text: str, context: Context) -> Reply:
    """下一个: the item after the one looked at last that still waits."""
    items = listed_items(context) or _opened(context)
    found = current(context)
    after = found[0] if found is not None else 0
    waits = [at for at, item in enumerate(items, start=1) if item is not None and at != after]
    place = next((at for at in waits if at > after), None)
    if place is None and waits:
        return Reply(f"后面没有了，前面还有没审的：\n{view(str(waits[0]), context).text}")
    return view(str(place), context) if place is not None else Reply("后面没有待审的件了，回“待审”看清单。")


def view_previous(_text: str, context: Context) -> Reply:
    """上一个: the item before the one looked at last that still waits."""
    items = listed_items(context) or _opened(context)
    found = current(context)
    before = found[0] if found is not None else 0
    places = [at for at, item in enumerate(items, start=1) if at < before and item is not None]
    return view(str(places[-1]), context) if places else Reply("前面没有待审的件了，回“待审”看清单。")


def place_said(text: str, context: Context) -> int | None:
    """The place of the open list that a bare number names (1, 第一个); None where no list is open."""
    items = listed_items(context)
    return dialogs.chosen(_LOOK.sub("", text), len(items)) if items is not None else None


_LOOK = re.compile(r"(?:我?(?:要|想)?看一?看|看一?下|看看|看)\s*")


def _is_for(context: Context, criterion: Criterion, record: LeafRecord) -> bool:
    """Whether this reviewer has to decide: nobody decides about what he reported himself."""
    own = record.submission is not None and record.submission.contact_id == context.speaker.contact.id
    judges = any(assesses(seat, context.rubric, criterion) for seat in seats(context))
    if record.status != "waiting" or own or not judges or context.arranged.is_locked(criterion):
        return False
    return record.submission is None or not recused(
        context, record.submission.unit, criterion.code, record.submission.subject
    )


def recused(context: Context, unit: str, code: str, subject: str) -> bool:
    """Whether the speaker has said that this leaf, or all of that unit, is not for him to judge; for good."""
    return covers(recusals_of(context.uow, context.speaker.contact), unit, code, subject)


def _view(context: Context, place: int, item: QueueItem) -> list[str]:
    criterion, record = item.criterion, item.record
    scored = line_of(context, criterion, item.subject, {**record.inputs, **record.assessed})
    who = record.submission.contact_name if record.submission else ""
    when = f"{month_day(item.reported_at)}{local(item.reported_at):%H:%M}" if item.reported_at else ""
    lines = [
        f"{circled(place + 1)}{item.unit}·{place_of(context, item)}{criterion.code} {leaf_name(criterion)}",
        f"上报：{clip(values_text(criterion, record.inputs), 160)}（{who} {when}）",
        f"{points_text(scored) or '数据不齐，暂不计分'}：{clip(criterion.clause, 160)}",
        f"证明材料{item.evidence}件" + (f"；留意：{'、'.join(item.risks)}" if item.risks else ""),
    ]
    lines += judging.proposed(context, criterion, item.subject)
    lines += looking.lines(context, criterion, item.subject)
    history = context.uow.submissions.history(context.speaker.campaign.id, criterion.code, item.subject)
    if len(history) > 1:
        steps = [f"{month_day(row.at)}{ACT_NAMES[row.act]}" for row in history[-4:]]
        lines.append(f"经过：{'→'.join(steps)}（共{len(history)}次）")
    return lines


def item_name(item: QueueItem, context: Context, width: int) -> str:
    """Whose and which: the district too where one unit reports for several."""
    several = len(context.speaker.campaign.subjects) > 1 and item.subject != item.unit
    return f"{item.unit}·{f'{item.subject}·' if several else ''}{leaf_name(item.criterion, width)}"


def place_of(context: Context, item: QueueItem) -> str:
    """“鄂城区·半年·”: the district and the milestone, where there are several."""
    several = len(context.speaker.campaign.subjects) > 1 and item.subject != item.unit
    parts = [item.subject] if several else []
    if item.criterion.milestone:
        parts.append(milestone_name(context.rubric, item.criterion.milestone))
    return "".join(f"{part}·" for part in parts)


def _risks(
    context: Context, criterion: Criterion, subject: str, record: LeafRecord, evidence: int
) -> tuple[str, ...]:
    line = line_of(context, criterion, subject, record.inputs)
    unit = record.submission.unit if record.submission is not None else ""
    wanted = [
        row
        for row in standing(context, "material")
        if row.unit == unit and row.code in ("", criterion.code) and row.subject in ("", subject)
    ]
    risks = {
        "待补充": bool(wanted),
        "退回后重报": record.resubmitted,
        "解锁后更正": record.reopened,
        "逾期": record.submission is not None and record.submission.late,
        "没有证明材料": evidence == 0,
        "数据不齐": line.state == "missing",
        "原文未规定": line.gap,
    }
    return tuple(name for name, there in risks.items() if there)


def _evidence_counts(context: Context) -> Mapping[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for row in context.uow.evidence.list(context.speaker.campaign.id):
        if row.code is not None and row.state in ("stored", "pending"):
            counts[row.code, row.subject] = counts.get((row.code, row.subject), 0) + 1
    return counts


def due_of(item: QueueItem, context: Context) -> datetime | None:
    """When it had to be reported."""
    return context.deadlines.of(item.criterion, item.unit, item.subject, subject=item.subject)


def _order(context: Context, item: QueueItem) -> tuple[bool, float, float]:
    due = due_of(item, context)
    return (
        bool(item.risks),
        due.timestamp() if due else float("inf"),
        item.reported_at.timestamp() if item.reported_at else 0.0,
    )
