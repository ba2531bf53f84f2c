"""“…，可以，4分”: points said of one waiting report, as it has them, as its clause has them, or neither."""

from dataclasses import dataclass
from decimal import Decimal

from handlers import dialogs
from handlers.context import Context
from handlers.messages import Reply
from handlers.receipts import line_of
from handlers.review import direct, points_said
from handlers.review.assessed_only import takes_points
from handlers.review.deciding import given_for
from handlers.review.spoken.judging import drafts
from handlers.review.spoken.judging.weighing import Part, reason_of
from handlers.review.spoken.mark import Mark
from handlers.review.spoken.places import Sheet
from handlers.review.spoken.said import Said
from handlers.review.spoken.verdicts import Verdict
from handlers.review.waiting import QueueItem
from handlers.suggesting import offering
from handlers.suggesting.suggestion import Way
from handlers.wording import leaf_name, plain
from scoring.sheet import Line


@dataclass(frozen=True, slots=True)
class Pointed:
    """So many points for the report at that place of the list."""

    place: int
    item: QueueItem
    points: Decimal
    deduct: bool
    reason: str

    def earned(self, context: Context) -> bool:
        """Whether it comes to just that as it was reported."""
        line = _line(self.item, context)
        return line.points == self.points and not (self.deduct or line.gap or line.provisional)

    def words(self, points: str, context: Context) -> str:
        """The same as it is typed by code."""
        where = f" {self.item.subject}" if len(context.speaker.campaign.subjects) > 1 else ""
        return f"{self.item.criterion.code}{where} {'扣' if self.deduct else '给'}{points}分 {self.reason}".strip()


def points_in(part: Part, sheet: Sheet) -> Pointed | None:
    """The points that the part gives; None where it is about several, or no marks are printed."""
    clause, items = part.marked, [(place, sheet.items[place - 1]) for place in part.places]
    ((place, item), *others) = items
    if clause is None or item is None or others:
        return None
    mark = Mark("", clause.marks.removesuffix("分").strip(), clause.deducts, "")
    points = mark.points(item.criterion)
    return Pointed(place, item, points, clause.deducts, reason_of(part)) if points is not None else None


def offered(given: Pointed, sheet: Sheet, context: Context) -> Reply:
    """The points said back; those that the clause has where it has not these, 通过 or 退回 where it takes none."""
    leaf = given.item.criterion
    name = f"{leaf.code} {leaf_name(leaf, 24)}"
    if not takes_points(leaf):
        back = Said((given.place,), Verdict.RETURN, sure=False, named=True, reason=given.reason)
        passes = Said((given.place,), Verdict.ACCEPT, sure=False, named=True)
        points = _line(given.item, context).points
        earned = f"按上报算出来是{plain(points)}分" if points is not None else "还算不出来"
        known = [f"{name}按公式计分，{earned}，不能直接给{plain(given.points)}分。"]
        return drafts.choices(
            [[passes], [back]], sheet.items, context, drafts.Beside(known=known), "怎么办？"
        )
    refusal = given_for(given.item, given.points, deduct=given.deduct)
    levels = _levels(given.item) if isinstance(refusal, str) and not given.deduct else []
    if not levels:
        said = points_said.Said(given.item.subject, given.points, given.deduct)
        return direct.offered(leaf, [said], given.reason, context)
    choices = [[given.words(one, context), Way.DOES.name] for one in levels]
    dialogs.ask(context, offering.QUESTION, {"choices": choices})
    rows = [f"{at} 给{one}分" for at, one in enumerate(levels, start=1)]
    return Reply("\n".join([f"{name}：{refusal}给几分？", *rows, "回序号，都不是请回“取消”。"]))


def _levels(item: QueueItem) -> list[str]:
    choices = [choice for one in item.criterion.inputs for choice in one.choices]
    return list(dict.fromkeys(plain(choice.points) for choice in choices if choice.points is not None))


def _line(item: QueueItem, context: Context) -> Line:
    return line_of(context, item.criterion, item.subject, {**item.record.inputs, **item.record.assessed})
