"""判定: decisions as they are written, and what points mean for the inputs of a leaf."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from handlers.context import Context
from handlers.review.results import tell_decided
from handlers.review.rulings import Ruling
from handlers.review.waiting import QueueItem
from handlers.wording import plain
from scoring.errors import ScoringError
from scoring.inputs import check_inputs
from store.records import Decision

DEDUCTIONS = ("assessed_deduction", "assessed_deduct")
ACCEPT = Ruling((), accept=True, reason="")


def accept_items(context: Context, items: Iterable[QueueItem]) -> None:
    """Accept these items and tell who reported them."""
    accepted = list(items)
    for item in accepted:
        decide(context, item, "accept")
    tell_decided(context, [(item, ACCEPT) for item in accepted])


def given_for(item: QueueItem, points: Decimal, *, deduct: bool) -> Mapping[str, object] | str:
    """The assessor's inputs that those points mean for the leaf, or why it takes none."""
    names = item.criterion.input_by_name
    if deduct:
        return _deducted(item, points)
    if "assessed_points" in names:
        return within_bounds(item, {"assessed_points": plain(points)})
    levels = [(field, choice) for field in item.criterion.inputs for choice in field.choices]
    priced = [(field, choice) for field, choice in levels if choice.points is not None]
    if not priced:
        left = _left_of(item, points)
        if left is not None:
            return left
        return "这项按公式计分，不能直接评分；数不对请退回更正。"
    for field, choice in priced:
        if choice.points == points:
            return {field.name: choice.value}
    marks = "/".join(plain(choice.points) for _, choice in priced if choice.points is not None)
    return (
        f"细则只有{marks}这几档，没有{plain(points)}分，没有记录。\n"
        "原文没有“特批”的规定；确有特殊情况请质强办研究，机器人不记档外的分。"
    )


def _left_of(item: QueueItem, points: Decimal) -> Mapping[str, object] | str | None:
    """给2.5 of 10 where 6—9 may be taken off: the deduction that leaves so many; None where none is printed."""
    name = next((name for name in DEDUCTIONS if name in item.criterion.input_by_name), None)
    full = item.criterion.full_marks
    if name is None or full is None or points > full:
        return None
    given = within_bounds(item, {name: plain(full - points)})
    said = f"给{plain(points)}分就是扣{plain(full - points)}分。"
    return f"{said}{given}" if isinstance(given, str) else given


def _deducted(item: QueueItem, points: Decimal) -> Mapping[str, object] | str:
    """The deduction that the document leaves to the assessor, or how points are given instead."""
    name = next((name for name in DEDUCTIONS if name in item.criterion.input_by_name), None)
    if name is not None:
        return within_bounds(item, {name: plain(points)})
    full = item.criterion.full_marks
    if full is None or points > full:
        return "这项没有由考核方裁量的扣分，没有记录。"
    left = plain(full - points)
    return f"没有记录：这项没有由考核方裁量的扣分；扣{plain(points)}分就是给{left}分，请回“评 序号 {left} 理由”。"


def within_bounds(item: QueueItem, given: Mapping[str, object]) -> Mapping[str, object] | str:
    """The inputs where the leaf takes them, or why it does not."""
    try:
        check_inputs(item.criterion, {**item.record.inputs, **given}, partial=True)
    except ScoringError as error:
        return f"没有记录：{error.message}"
    return given


def decide(
    context: Context,
    item: QueueItem,
    act: Decision,
    *,
    given: Mapping[str, object] | None = None,
    reason: str = "",
) -> None:
    """Decide about the revision of the item that was shown."""
    code, subject, revision = item.key
    record_decision(context, code, subject, revision, act, given=given, reason=reason)


def record_decision(  # noqa: PLR0913
    context: Context,
    code: str,
    subject: str,
    revision: int,
    act: Decision,
    *,
    given: Mapping[str, object] | None = None,
    reason: str = "",
    undoes: int | None = None,
) -> None:
    """Append one decision of the speaker and log it."""
    review = context.uow.reviews.add(
        campaign_id=context.speaker.campaign.id,
        code=code,
        subject=subject,
        revision=revision,
        act=act,
        given=dict(given or {}),
        reason=reason,
        undoes=undoes,
        unit=context.seat.unit,
        contact_id=context.speaker.contact.id,
        inbox_id=context.inbox_id,
        at=context.now,
    )
    detail = {"code": code, "subject": subject, "revision": revision, "given": dict(given or {})}
    context.uow.audit.record(context.now, context.actor, f"review.{act}", f"review:{review}", detail)
