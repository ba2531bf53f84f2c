"""“审核到哪了”“李强审得怎么样了”“审核员是谁”: how far those are who review, and what still waits."""

import re
from typing import Final

from handlers.access import Act
from handlers.campaign.standing import standing_now
from handlers.campaign.units import mentions
from handlers.command import command
from handlers.context import Context
from handlers.leading.topics import topic_of
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.receipts import values_text
from handlers.review.decisions import effective, records_of
from handlers.wording import clip, leaf_name, listed, month_day, shown

_OF_REVIEW: Final = re.compile(
    r"审[^,，。]{0,6}(?:积压|压着|堆)|(?:积压|压着|堆)[^,，。]{0,4}审|审(?:核)?(?:得|到|了|完|过|没|多少|几|进度|情况|怎)|(?:没|未|待|在)(?:有)?人?审|审核员|谁(?:在|来|负责)?审|都审"
)
_NOT: Final = re.compile(r"审计|审定|评审|年审|会审|审批制|多少分|几分")
_LISTED: Final = 8
_OF_ITEMS: Final = re.compile("^(?!.*(?:审核员|谁)).*(?:哪|有没有|什么|啥|待审|[的没未]审|审的)")
_RETURNED: Final = re.compile(
    r"(?:有没有|有无|哪[些几]?|谁|几[项件个家]|多少|都有).{0,6}(?:被)?(?:退回?|打回|驳回|没(?:有)?(?:审)?通过|没过审)|(?:被)?(?:退回|打回|驳回)(?:来)?(?:了)?(?:的)?(?:有|是|哪|几|多少|谁|没改)"
)
_OF_ALL: Final = re.compile(
    r"(?:报|交)上来的?(?:都|全)?审(?:核)?(?:过|完)?了?(?:没有?|吗)|审[^,，。]{0,6}(?:积压|压着|堆)|(?:积压|压着|堆)[^,，。]{0,4}审|审核员(?:是)?(?:谁|都有谁|有哪些|有几|几个|怎么样|审)|谁(?:在|来|负责)?审|^(?:现在|目前|都|报上来的)*审(?:核)?(?:到哪|得怎么样|了(?:多少|几)|完了?(?:吗|没))|审核(?:进度|情况)|(?:哪些|哪几|多少|几|什么|啥)[件个项条]?(?:是|东西)?(?:还|都|报上来)*(?:没|未|待|在)(?:有)?审|(?:报|交)(?:上来)?(?:了)?(?:的|但|但是|还|却|可|就|一直|,|，)*(?:没|未)(?:有)?(?:人)?审|待审的?(?:有|是|还|都|呢|几|多少|哪|$)|(?:还有|有)(?:没有?)?[^,，。]{0,6}(?:没|未|待)审(?:的|完)"
)


def audited(text: str, context: Context) -> Reply | None:
    """The running reports by their state, of the units that are named alone; None for an item's."""
    standing = standing_now(context)
    found = mentions(text, context)
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
    names = [person.name for person in enrolled(context, "reviewer")]
    who = listed(names, 5, "人") or "名册里没有审核员，由质强办审"
    total = sum(counts.values())
    return Reply(
        f"{'、'.join(units)}{'：' if units else ''}报上来{total}项，已通过{counts['accepted']}项，"
        f"待审{counts['waiting']}项，退回还没重报{counts['returned']}项。\n审核员：{who}。审核时限原文未规定，没审的分都是暂得。"
    )


def asked(text: str, context: Context) -> Reply | None:
    """The answer; None for anything else, and where a unit or an item is asked about."""
    if _RETURNED.search(text) and not mentions(text, context).units:
        return Reply.of(*_returned(context))
    if _OF_REVIEW.search(text) is None or _NOT.search(text):
        return None
    campaign = context.speaker.campaign.id
    people = enrolled(context, "reviewer")
    named = [row for row in people if row.name in text]
    if not named and not _OF_ALL.search(text):
        return None
    rows = []
    for person in named or people:
        own = effective(context.uow.reviews.of_contact(campaign, person.id))
        accepted, returned = (sum(row.act == act for row in own) for act in ("accept", "return"))
        rows.append(
            f"{person.name}（{person.unit}）已审{accepted + returned}件：通过{accepted}，退回{returned}"
        )
    states = [record.status for record in records_of(context.uow, campaign).values()]
    left = f"报上来{len(states) - states.count('unreported')}件，还没审的{states.count('waiting')}件。"
    people_rows = shown(rows, _LISTED, "……另有{}人") if rows else ["名册里没有审核员。"]
    items = shown(waiting_rows(context), _LISTED, "……另有{}件")
    first = [left, *items, *people_rows] if _OF_ITEMS.search(text) else [*people_rows, left, *items]
    return Reply.of(*first)


def _returned(context: Context) -> list[str]:
    """What was sent back and has not come again, with the reason."""
    named = {code: leaf_name(leaf, 24) for code, leaf in context.rubric.by_code.items()}
    rows = [
        f"{code} {named.get(code, '')}（{record.submission.unit}）：“{clip(record.last.reason, 40)}”"
        for (code, _), record in records_of(context.uow, context.speaker.campaign.id).items()
        if record.status == "returned" and record.submission is not None and record.last is not None
    ]
    if not rows:
        return ["没有被退回、还没重报的项。审核进度回“审核到哪了”。"]
    return [f"退回还没重报的{len(rows)}项：", *shown(rows, _LISTED, "……另有{}项")]


def waiting_rows(context: Context) -> list[str]:
    """“待审：T17-H1 新开工…覆盖率 100%（县城建局6月24日报）”, whatever was reported and not decided about."""
    rows = []
    for (code, subject), record in records_of(context.uow, context.speaker.campaign.id).items():
        if record.status != "waiting" or record.submission is None or code not in context.rubric.by_code:
            continue
        leaf, given = context.rubric.criterion(code), record.submission
        where = f"（{subject}）" if len(context.speaker.campaign.subjects) > 1 else ""
        values = clip(values_text(leaf, record.reported), 24)
        rows.append(
            f"待审：{code} {leaf_name(leaf, 20)}{where} {values}（{given.unit}{month_day(given.at)}报）"
        )
    return rows


COMMAND = command(
    Act.OVERVIEW,
    "审核到哪了",
    "审核到哪了 审到哪了 审了没有 审了吗 审完了吗 审核完了吗 审核进度 审核情况 谁审的 谁在审 审了多少 核定了多少",
    audited,
    r"(?P<rest>.{0,14}?)(?:报的|交的|的)?(?:都)?(?:审核?|核定)(?:完|过|得)?(?:了)?(?:没有?|吗|多少[个项件]?|几[个项件]|到哪了?|怎么样了?|咋样了?)了?[?？]?"
    r"|(?:是)?谁(?:在|来)?(?:审|核)(?:核|定)?的?[?？]?",
    shy=True,
)
