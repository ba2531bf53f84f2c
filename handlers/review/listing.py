"""待审清单: what waits, numbered; narrowed to a unit, a code or the days on which it came in."""

from datetime import date
from typing import Final

from handlers import dialogs
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.messages import Reply
from handlers.receipts import line_of, points_text, values_text
from handlers.review import arrivals
from handlers.review.assessed_only import still_to_assess
from handlers.review.spoken.asked import materials
from handlers.review.waiting import LIFETIME, QUEUE, QueueItem, due_of, place_of, waiting
from handlers.wording import clip, leaf_name, local, shown

LISTED: Final = 20


def queue(text: str, context: Context) -> Reply:
    """List what waits; with units' names, a code or the days on which it came in only that."""
    every = waiting(context)
    items, only = _filtered(every, text.strip(), context)
    if not items:
        rest = f"全部待审的有{len(every)}件，回“待审”看。" if every else ""
        none = f"“{only}”没有待审的件。" if only else "没有待审的件。"
        return Reply("\n".join(filter(None, [none, rest, still_to_assess(context)])))
    return _listed(items, only, context)


def shown_only(items: list[QueueItem], only: str, context: Context) -> Reply:
    """Those of the list alone, as they are called; how many there are besides where there are none of these."""
    if not items:
        return Reply(f"没有{only}待审件。全部待审的有{len(waiting(context))}件，回“待审”看。")
    return _listed(items, only, context)


def _listed(items: list[QueueItem], only: str, context: Context) -> Reply:
    dialogs.ask(context, QUEUE, {"items": [item.key for item in items]}, lifetime=LIFETIME)
    rows = [_row(context, place, item) for place, item in enumerate(items, start=1)]
    foot = "回“看 1”看依据，“1通过”“1退回 原因”“评 1 分数 理由”；没有⚠的可回“全部通过”。"
    return Reply("\n".join([_head(items, only, context), *shown(rows, LISTED, "……另有{}件"), foot]))


def arrived(words: str, context: Context) -> Reply | None:
    """上午谁交东西了: what came in then; None for words that ask for anything else."""
    narrowed = arrivals.narrowing(words, context)
    if not narrowed:
        return None
    papers, reports = materials.came_in(narrowed, context), queue(narrowed, context)
    none = reports.text.partition("\n")[0] if reports.text.startswith("“") else reports.text
    if not papers and "材料" in words:
        return Reply(f"{none}\n没有交来材料。")
    return Reply(f"{none}\n{papers}") if papers else reports


def of_unit(text: str, context: Context) -> Reply | None:
    """城建局的, 只看旅游局: what waits of that unit; None where the words name none, or the office asks of it."""
    if context.speaker.role != "reviewer":
        return None
    units = mentions(text, context).units
    return queue(units[0], context) if len(units) == 1 else None


def _head(items: list[QueueItem], only: str, context: Context) -> str:
    today = local(context.now).date()
    due = sum(_is_due(item, today, context) for item in items)
    risky = sum(bool(item.risks) for item in items)
    told = [f"{due}件今天到期" if due else "", f"{risky}件要留意（⚠）" if risky else ""]
    which = "，".join(filter(None, told))
    return f"{only}待审{len(items)}件" + (f"，其中{which}" if which else "") + "："


def _is_due(item: QueueItem, today: date, context: Context) -> bool:
    due = due_of(item, context)
    return due is not None and local(due).date() == today


def _filtered(items: list[QueueItem], words: str, context: Context) -> tuple[list[QueueItem], str]:
    """What the words behind 待审 leave, and how it is called; 待审的有几个 asks for all."""
    span = arrivals.span_in("今天" if words in ("新来的", "新的") else words, context.now)
    units = mentions(words, context).units
    if span is not None:
        items = [item for item in items if span.holds(item.reported_at)]
    if units:
        items = [item for item in items if any(unit in item.unit or unit in item.subject for unit in units)]
    if words in context.rubric.by_code:
        items = [item for item in items if words == item.criterion.code]
    came = f"{span.called}新来的" if span is not None else ""
    return items, f"{came}{'、'.join(units) or (words if words in context.rubric.by_code else '')}"


def _row(context: Context, place: int, item: QueueItem) -> str:
    scored = line_of(context, item.criterion, item.subject, item.record.inputs)
    points = points_text(scored)
    values = clip(values_text(item.criterion, item.record.inputs), 30)
    risk = f" ⚠{'、'.join(item.risks)}" if item.risks else ""
    name = leaf_name(item.criterion, 18)
    return (
        f"{place} {item.unit}·{place_of(context, item)}{name} {values}{'，' + points if points else ''}{risk}"
    )
