"""看材料: what a reviewer sees of one leaf's evidence, in the list, on its page and as pictures in chat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from handlers.access import Act, may, sees_evidence
from handlers.campaign.library import Library
from handlers.context import Context
from handlers.evidence.kinds import KIND_NAMES
from handlers.exports.asking import IN_A_GROUP, send
from handlers.exports.orders import Order, OrderError, client_of
from handlers.links import written
from handlers.matters.register import covers, recusals_of
from handlers.messages import Reply
from handlers.wording import clip, in_one_line, leaf_name, month_day, shown
from scoring.model import Criterion
from store.records import Evidence
from store.unit_of_work import UnitOfWork

LOOK: Final = "look"
"""The kind of the links that `bot.downloads` opens as a page."""
LIFETIME: Final = timedelta(minutes=30)
LISTED: Final = 5
MOST_PICTURES: Final = 9
NAME_WIDTH: Final = 30


@dataclass(frozen=True, slots=True)
class Leaf:
    """The evidence of one leaf of one assessed unit, oldest first."""

    criterion: Criterion
    subject: str
    campaign: str
    rows: tuple[Evidence, ...]

    @property
    def title(self) -> str:
        """“1.3 农产品质量”."""
        return f"{self.criterion.code} {leaf_name(self.criterion, 60)}"


def target_of(criterion: Criterion, subject: str) -> str:
    """How a link names the leaf."""
    return f"{criterion.code}/{subject}"


def leaf_for(uow: UnitOfWork, contact_id: int, target: str, library: Library) -> Leaf:
    """The leaf that a link names, for a person who may still review it; raises OrderError otherwise."""
    client = client_of(uow, contact_id, library)
    rubric = library.rubric_of(uow, client.campaign)
    code, _, subject = target.partition("/")
    criterion = rubric.by_code.get(code)
    if criterion is None or not may(client.contact.role, Act.REVIEW):
        raise OrderError("您现在不能看这一项的材料。")
    rows = _kept(uow, client.campaign.id, criterion, subject)
    if not all(sees_evidence(client.seat, rubric, row) for row in rows):
        raise OrderError("您现在不能看这一项的材料。")
    recusals, aliases = recusals_of(uow, client.contact), rubric.unit_aliases
    left = tuple(row for row in rows if not covers(recusals, aliases.get(row.unit, row.unit), code, subject))
    if covers(recusals, "", code, subject) or (rows and not left):
        raise OrderError("您已申请回避，不能再看这一项的材料。")
    return Leaf(criterion, subject, client.campaign.name, left)


def lines(context: Context, criterion: Criterion, subject: str) -> list[str]:
    """The pieces of a leaf that is looked at, and where they can be opened."""
    rows = _kept(context.uow, context.speaker.campaign.id, criterion, subject)
    if not rows:
        return []
    said = shown(
        [f"  {place} {_row(row)}" for place, row in enumerate(rows, start=1)], LISTED, "  ……另有{}件"
    )
    pictures = sum(_is_picture(row) for row in rows)
    ways = [f"回“看图”把{min(pictures, MOST_PICTURES)}张图片发到这里"] if pictures else []
    if context.links is not None and not context.incoming.group:
        target = target_of(criterion, subject)
        url = context.links(LOOK, context.speaker.contact.id, target, context.now + LIFETIME)
        ways.append(written(url, "打开材料（30分钟内，只限本人）", context.incoming.channel))
    return [*said, "；".join(ways)] if ways else said


def send_of_leaf(context: Context, criterion: Criterion, subject: str) -> Reply:
    """看图: the leaf's pictures come into the chat."""
    rows = _kept(context.uow, context.speaker.campaign.id, criterion, subject)
    return send_pictures(context, rows, f"{criterion.code} {leaf_name(criterion, 20)}")


def send_pictures(context: Context, rows: Sequence[Evidence], of: str) -> Reply:
    """The pictures among them come into the chat."""
    if context.incoming.group:
        return Reply(IN_A_GROUP)
    pictures = [row for row in rows if _is_picture(row)]
    if not pictures:
        saving = sum(row.kind == "image" for row in rows)
        return Reply(f"{of}有{saving}张图片还在保存，稍后再看。" if saving else f"{of}没有存好的图片。")
    for row in pictures[:MOST_PICTURES]:
        order = Order("item", context.speaker.contact.id, evidence_id=row.id)
        send(context, order, f"picture:{context.inbox_id}:{row.id}")
    names = [f"{place} {_row(row)}" for place, row in enumerate(pictures[:MOST_PICTURES], start=1)]
    more = f"（共{len(pictures)}张，先发{MOST_PICTURES}张）" if len(pictures) > MOST_PICTURES else ""
    return Reply("\n".join([f"马上发来{len(names)}张图片{more}：", *names]))


def _kept(uow: UnitOfWork, campaign_id: int, criterion: Criterion, subject: str) -> list[Evidence]:
    rows = uow.evidence.list(campaign_id, code=criterion.code, subject=subject)
    return [row for row in rows if row.state in ("stored", "pending")]


def _is_picture(row: Evidence) -> bool:
    return row.kind == "image" and row.state == "stored" and row.sha256 is not None


def _row(row: Evidence) -> str:
    name = in_one_line(row.caption or row.original_name or row.title or row.text or row.url or "没有说明")
    saving = "（保存中）" if row.state == "pending" else ""
    return f"{KIND_NAMES[row.kind]} {clip(name, NAME_WIDTH)}（{row.contact_name or row.unit} {month_day(row.at)}）{saving}"
