"""审核结果: what the contacts read after a reviewer decided about their reports, or took it back."""

from collections.abc import Sequence

from handlers.access import reports
from handlers.context import Context
from handlers.messages import Push
from handlers.people.speaker import Seat
from handlers.pushing.pushes import push
from handlers.review.decisions import LeafRecord, records_of
from handlers.review.rulings import Ruling
from handlers.review.waiting import QueueItem
from handlers.wording import in_one_line, leaf_name, listed, wanted_word
from store.records import Contact, Review, Submission


def tell_decided(context: Context, ruled: Sequence[tuple[QueueItem, Ruling]]) -> None:
    """One message to each contact whose reports were decided about."""
    by_contact: dict[int, list[str]] = {}
    for item, ruling in ruled:
        for contact_id in _concerned(context, item.record.submission):
            by_contact.setdefault(contact_id, []).append(_result_text(item, ruling))
    for contact_id, rows in by_contact.items():
        _tell(context, contact_id, rows)


def tell_undone(context: Context, undone: Sequence[Review]) -> None:
    """Who was told of the decisions is told that they no longer stand."""
    codes_of: dict[int, list[str]] = {}
    leaves = dict.fromkeys((row.code, row.subject) for row in undone)
    records = records_of(context.uow, context.speaker.campaign.id)
    for leaf in leaves:
        for contact_id in _concerned(context, records[leaf].submission):
            codes_of.setdefault(contact_id, []).append(leaf[0])
    for contact_id, codes in codes_of.items():
        names = listed([f"{code} {leaf_name(context.rubric.criterion(code), 20)}" for code in codes], 5)
        _tell(context, contact_id, [f"刚才的审核已撤销，以下项回到待审：{names}。"])


def tell_unlocked(context: Context, records: Sequence[LeafRecord], reason: str) -> None:
    """Who reported what is unlocked hears that it may be changed now, and why."""
    rows_of: dict[int, list[str]] = {}
    for record in records:
        submission = record.submission
        for contact_id in _concerned(context, submission):
            code = submission.code if submission is not None else ""
            name = leaf_name(context.rubric.criterion(code), 24)
            row = f"{code} {name}：已解锁，可以更正，更正后重新待审。原因：{in_one_line(reason)}"
            rows_of.setdefault(contact_id, []).append(row)
    for contact_id, rows in rows_of.items():
        _tell(context, contact_id, rows)


def _concerned(context: Context, submission: Submission | None) -> list[int]:
    """Who reported it; where he is gone, or the item is another unit's now, whoever reports it now."""
    if submission is None or submission.contact_id is None:
        return []
    person = context.uow.roster.get(submission.contact_id)
    if person is not None and _reports(context, person, submission):
        return [submission.contact_id]
    people = context.uow.roster.list(context.speaker.campaign.id, role="contact")
    return [row.id for row in people if _reports(context, row, submission)] or [submission.contact_id]


def _reports(context: Context, person: Contact, submission: Submission) -> bool:
    criterion = context.rubric.criterion(submission.code)
    seat = Seat.of(person, context.speaker.campaign, context.rubric)
    return person.active and reports(seat, context.rubric, criterion, submission.subject)


def _tell(context: Context, contact_id: int, rows: Sequence[str]) -> None:
    contact = context.uow.roster.get(contact_id)
    if contact is None or contact.account is None or contact.channel is None:
        return
    key = f"review:{context.incoming.message_id}:{contact_id}"
    text = "\n".join(["【审核结果】", *rows])
    message = Push(key, contact.channel, contact.account, text, context.now, urgent=True)
    push(context.uow, message, contact, context.now)


def _result_text(item: QueueItem, ruling: Ruling) -> str:
    name = f"{item.criterion.code} {leaf_name(item.criterion, 24)}"
    if ruling.accept:
        return f"{name}：已通过。" + (f"核定说明：{in_one_line(ruling.reason)}" if ruling.reason else "")
    again = f"{item.criterion.code} {wanted_word(item.criterion.before_review)}"
    same = f"重交 {item.criterion.code}"
    return f"{name}：退回，原因：{in_one_line(ruling.reason)}。请改好后重发，如“{again}”；只补材料的，补完回“{same}”。"
