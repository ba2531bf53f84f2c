"""审核到哪了: how much of what was reported has been decided about, and who decides."""

import re

from handlers.access import Act
from handlers.campaign.standing import standing_now
from handlers.command import Command, words
from handlers.context import Context
from handlers.leading.one_unit.unit_view import named
from handlers.leading.topics import topic_of
from handlers.messages import Reply
from handlers.wording import listed


def audited(text: str, context: Context) -> Reply | None:
    """The running reports by their state, of the units that are named alone; None for an item's."""
    standing = standing_now(context)
    found = named(text, context)
    units = found.units
    if not units and topic_of(found.rest).strip("都") not in ("", "现在", "材料"):
        return None
    counts = {"accepted": 0, "waiting": 0, "returned": 0}
    for subject, sheet in standing.sheets.items():
        for code, line in sheet.lines.items():
            record = standing.records.get((code, subject))
            unit = standing.unit_of(line.criterion, subject)
            if record is not None and record.status in counts and (not units or {unit, subject} & set(units)):
                counts[record.status] += 1
    people = context.uow.roster.list(context.speaker.campaign.id, role="reviewer")
    who = (
        listed([person.name for person in people if person.active], 5, "人") or "名册里没有审核员，由质强办审"
    )
    total = sum(counts.values())
    return Reply(
        f"{'、'.join(units)}{'：' if units else ''}报上来{total}项，已通过{counts['accepted']}项，"
        f"待审{counts['waiting']}项，退回还没重报{counts['returned']}项。\n审核员：{who}。审核时限原文未规定，没审的分都是暂得。"
    )


COMMAND = Command(
    Act.OVERVIEW,
    "审核到哪了",
    words(
        "审核到哪了 审到哪了 审了没有 审了吗 审完了吗 审核完了吗 审核进度 审核情况 谁审的 谁在审 审了多少 核定了多少"
    ),
    audited,
    re.compile(
        r"(?P<rest>.{0,14}?)(?:报的|交的|的)?(?:都)?(?:审核?|核定)(?:完|过|得)?(?:了)?(?:没有?|吗|多少[个项件]?|几[个项件]|到哪了?|怎么样了?|咋样了?)了?[?？]?"
        r"|(?:是)?谁(?:在|来)?(?:审|核)(?:核|定)?的?[?？]?"
    ),
    shy=True,
)
