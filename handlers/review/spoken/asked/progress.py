"""审得怎样了: how far a colleague is, what became of what was sent back, what a unit has handed in."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.access import Act, may
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.messages import Reply
from handlers.receipts import values_text
from handlers.review.assessed_only import still_to_assess, takes_points
from handlers.review.counts import tally
from handlers.review.decisions import STATUS_NAMES, effective, records_of
from handlers.review.sight import judges, sees
from handlers.review.spoken.asked import decided, materials
from handlers.review.spoken.asked.of_one import sent_back_of
from handlers.review.spoken.elsewhere import units_named
from handlers.wording import clip, leaf_name, listed, shown
from scoring.model import Criterion

_LISTED: Final = 12
_REVIEWS: Final = re.compile(r"审到|审了|审完|审得|审多少|进度|到哪|还有几|还剩|多少了|几个了|几件")
_BIDDEN: Final = re.compile("(?:那|就|你|帮我|请)*[让叫催]")
"""让李强今天审完 asks nothing of him."""
_SENT_BACK: Final = re.compile(
    r"^(?:他们?|她们?|对方|单位|人家|[\u4e00-\u9fff]{1,5}局)?(?:那边)?(?:都|已经)?(?:改|重新?[报交])(?:[好完过]|上来)*了?(?:没有?|吗|么|没改)$|(?:退回?|打回)(?:去|了|过)?(?:的|[那这]些?[个件项条]?).{0,4}(?:有?(?:几|多少)|哪[些几个]|改|补|动|重?[报交]|回来|咋样|怎么样)|(?:退回?|打回)(?:了|过)哪"
)
_CONTACTS: Final = re.compile(r"联系人|联络员|电话|手机|找谁|谁在(?:管|报)")
_REPORTED: Final = re.compile(
    r"几[项个件]没有?(?:报|交)|还(?:差|缺)(?:几|多少|哪|什么)|(?:报|交)了几|(?:报|交)(?:上来)?(?:了|齐)?(?:没有?|吗)|报没报|交没交|(?:有没有|是不是|是否)(?:已经|都|也)?(?:有)?[报交]|还没[报交]|(?:报|交)了?(?:些|的)?(?:都)?(?:是|有)?(?:哪些|哪几[项个]|什么|啥)"
)
_TO_ASSESS: Final = re.compile(
    r"(?:几|多少|哪[几些]?)[项个件]?.{0,4}(?:要|归|由|等|让)?我(?:来)?(?:打|评|审|给)"
)

_DIRECTLY: Final = re.compile(
    r"(?:多少|几|哪[几些]?).{0,6}(?:直接|要|归我|由我)(?:直接)?(?:打分|评分|打|评)的?|(?:哪[些几]|还有|多少|几[项个件]).{0,6}(?:没|未)(?:打|评|给)(?:过|完)?分?(?:的|$)|分?(?:都|全)*(?:打|评)(?:完|齐|好)了?(?:没有?|吗|么|没)"
)


def colleague(words: str, context: Context) -> Reply | None:
    """李强审到哪了: another reviewer's decisions so far; None where none is named."""
    if _REVIEWS.search(words) is None or _BIDDEN.match(words):
        return None
    campaign, own = context.speaker.campaign.id, context.speaker.contact.id
    people = context.uow.roster.list(campaign, role="reviewer")
    named = [row for row in people if row.active and row.id != own and row.name in words]
    if len(named) != 1:
        return None
    rows = effective(context.uow.reviews.of_contact(campaign, named[0].id))
    return Reply(f"{named[0].name}{tally(rows)}。现在全部待审的还有{_waiting(context)}件，您的回“待审”看。")


def contacts(words: str, context: Context) -> Reply | None:
    """城建局联系人谁啊: who has reported for the unit; the roster is not a reviewer's to read."""
    if _CONTACTS.search(words) is None or may(context.speaker.role, Act.ROSTER):
        return None
    units = mentions(words, context).units
    if len(units) != 1:
        return None
    rows = context.uow.submissions.current(context.speaker.campaign.id)
    names = dict.fromkeys(
        row.contact_name
        for row in rows
        if units[0] in (row.unit, row.subject)
        and row.contact_name
        and judges(context, context.rubric.criterion(row.code))
    )
    who = f"给您报过件的是{'、'.join(names)}" if names else "这家还没有给您报过件"
    return Reply(
        f"名册由领导和质强办看；{units[0]}{who}。电话不在聊天里发；要他们补材料发“让{units[0]}补 什么材料”。"
    )


def _waiting(context: Context) -> int:
    records = records_of(context.uow, context.speaker.campaign.id)
    return sum(record.status == "waiting" for record in records.values())


def sent_back(words: str, context: Context) -> Reply | None:
    """退回的有几个, 上次退的改了没有, 他们改了没: what the speaker returned and how it stands now."""
    found = _SENT_BACK.search(words) is not None
    units = units_named(words, context)[0] if found else []
    if len(set(units)) == 1 and (of := sent_back_of(units[0], context)) is not None:
        return of
    told = decided.returned(words, context) if found else None
    return told or (Reply("您还没有退回过。") if found and _SAYS_BACK.search(words) else None)


_SAYS_BACK: Final = re.compile("(?:退回?|打回)(?:去|了|过)?(?:的|[那这]|哪)")


def of_unit(words: str, context: Context) -> Reply | None:
    """农业局的报了吗: how the leaves of each unit stand that the speaker assesses; None where no unit is named."""
    return of_any_unit(words, context) if _REPORTED.search(words) is not None else None


def of_any_unit(words: str, context: Context) -> Reply | None:
    """城建局怎么样: the same, of whatever is asked of it; None for who reviews nothing of it."""
    if context.speaker.role != "reviewer":
        return None
    units = dict.fromkeys(units_named(words, context)[0])
    told = [_standing(unit, found, context) for unit in units if (found := _assessed(unit, context))]
    papers = materials.handed_in(next(iter(units)), context) if told and _ANYTHING.search(words) else ""
    return Reply("\n".join(filter(None, [*told, papers]))) if told else None


_ANYTHING: Final = re.compile("[交传]了?(?:上来)?(?:些|的|都|是|有)*(?:什么|啥|哪些)")
"""都交了啥: papers as well as figures."""


def _standing(unit: str, found: Sequence[Criterion], context: Context) -> str:
    records = records_of(context.uow, context.speaker.campaign.id)
    several = len(context.speaker.campaign.subjects) > 1
    rows = []
    for leaf in found:
        for subject in context.speaker.campaign.subjects:
            if unit == subject or (
                unit in leaf.named_units and unit not in context.speaker.campaign.subjects
            ):
                record = records.get((leaf.code, subject))
                state = STATUS_NAMES[record.status] if record is not None else "未报"
                if record is not None and record.reported and sees(context, leaf, subject):
                    state = f"{clip(values_text(leaf, record.reported), 40)}，{state}"
                rows.append(
                    f"{leaf.code} {leaf_name(leaf, 16)}{f'·{subject}' if several and subject != unit else ''}：{state}"
                )
    rows.sort(key=lambda row: row.endswith("未报"))
    told = sum(not row.endswith("未报") for row in rows)
    if not told:
        names = listed([row.removesuffix("：未报") for row in rows], 4)
        return f"{unit}由您审的{len(rows)}项，报了0项：{names}，未报。"
    return "\n".join([f"{unit}由您审的{len(rows)}项，报了{told}项：", *shown(rows, _LISTED, "……另有{}项")])


def to_assess(words: str, context: Context) -> Reply | None:
    """公安局有几项要我打: the unit's leaves that take the speaker's points."""
    if _DIRECTLY.search(words) is not None:
        named = [one for one in units_named(words, context)[0] if one in context.speaker.campaign.subjects]
        only = named[0] if len(named) == 1 and len(context.speaker.campaign.subjects) > 1 else ""
        return Reply(still_to_assess(context, only) or f"{only}没有要您直接打分、还没评的项。")
    leaves = _leaves_of(words, context) if _TO_ASSESS.search(words) is not None else None
    if leaves is None:
        return None
    unit, found = leaves
    points = [leaf for leaf in found if takes_points(leaf)]
    rows = [f"{leaf.code} {leaf_name(leaf, 24)}" for leaf in points]
    how = f"评分发“{points[0].code} 分数 理由”。" if points else ""
    return Reply(
        "\n".join(
            filter(None, [f"{unit}由您评的{len(points)}项：", *shown(rows, _LISTED, "……另有{}项"), how])
        )
    )


def _leaves_of(words: str, context: Context) -> tuple[str, list[Criterion]] | None:
    """The only unit that the words name, and its leaves now that the speaker assesses."""
    units = mentions(words, context).units
    found = _assessed(units[0], context) if len(units) == 1 else []
    return (units[0], found) if found else None


def _assessed(unit: str, context: Context) -> list[Criterion]:
    return [
        leaf
        for leaf in context.running
        if (unit in leaf.named_units or unit in context.speaker.campaign.subjects) and judges(context, leaf)
    ]
