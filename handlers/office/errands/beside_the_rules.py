"""我直接改行不行、给谁加分: what the office wants of somebody else's item, and how it is rightly done."""

import re
from typing import Final

from handlers.board import board_of
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading import provisions
from handlers.leading.topics import leaves_about, likest, topic_of
from handlers.matters import bonus
from handlers.messages import Reply
from handlers.office.entering import enter_for
from handlers.office.for_unit import as_unit
from handlers.people.enrolled import unit_of
from handlers.people.whom import Heard
from handlers.wording import clip, leaf_name, plain
from scoring.model import Criterion

_CUE: Final = re.compile("改|更正|加")
_MAY_I: Final = re.compile(
    r"(?:我|我们|质强办|这边)(?:能不能|可不可以|可以|能|直接|自己|来|先|给他们?|帮他们?|就|把它|在后台)*(?:改|更正)(?:一下|过来|掉|了|成|为)*[^,，。]{0,12}?(?:行不行|行吗|可以吗|可不可以|好吗|行吧|能行吗|成吗|吗|[?？])"
    r"|我(?:们)?(?:这边)?(?:能不能|可不可以|能否|是不是(?:能|可以))(?:直接|自己|来|先|就|帮[他她]们?)*(?:改|更正)"
)
_OWN: Final = re.compile(
    "截止|时限|期限|时间|日期|手机|电话|号码|名册|名单|目标|权重|分值|自己的|名称|叫法|通知|得分|打分"
)
"""What is the office's own to change."""
_RIGHT: Final = re.compile(
    r"(?:应该?是|应为|是|为|写的|改成|改为)\s*(?P<value>\d+(?:\.\d+)?\s*[%％个件家项]?)\s*[,，、]?\s*(?:不是|而不是|不|[,，。\s]|$)"
)
_AWARDED: Final = re.compile(
    r"^(?P<name>[^\s,，。\d]{2,20}?)(?:今年|刚|已经?|都)*(?:认定|评|批|拿|获得?|创建|公布)(?:下来|上|到|成|了)+(?P<count>\d{1,2}|[一二两三四五六七八九十])[家个项]"
)
_MARKS: Final = re.compile(r"(?:给|帮|替).{2,20}?(?:加|记|算)(?:上|个|点)?分")
_ALIKE: Final = 0.5


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """What is the way; None where none of these is wanted."""
    said = text.strip()
    if len(said) > _LONGEST or not _CUE.search(said):
        return None
    if _MAY_I.search(said) and not _OWN.search(said):
        return _corrected(said, context)
    return _awarded(said, context) if _MARKS.search(said) and not re.search(r"\d分|[?？吗]$", said) else None


_LONGEST: Final = 60


def _leaf(words: str, context: Context, units: tuple[str, ...] = ()) -> Criterion | None:
    """The one leaf by code or by what the words say of it, of those units where any are named."""
    running = context.running
    code = next(
        (leaf for leaf in running if re.search(rf"(?<![\d.]){re.escape(leaf.code)}(?![\d.])", words)), None
    )
    own = [leaf for leaf in running if set(units) & {leaf.reporter, *leaf.named_units}] or running
    parts = [part for part in re.split(r"[,，。\s]|那[项个块]|这[项个块]", words) if part]
    for part in parts if code is None else ():
        topic = topic_of(mentions(part, context).rest)
        found = leaves_about(topic, own) or likest(topic, own, _ALIKE)
        if len(found) == 1:
            return found[0]
    return code


def _corrected(said: str, context: Context) -> Reply:
    """Not the report itself; what is right is drafted as put in for the unit, where it is told."""
    head = "单位报上来的那一笔您不能直接改（留痕不动）。"
    ways = "请单位自己重报，或审核时退回；也可以由您代填更正（注明代填、会通知本单位），发“单位 指标 数值”。没有改动。"
    value, mentioned = _RIGHT.search(said), mentions(said, context)
    subjects = [unit for unit in mentioned.units if unit in context.speaker.campaign.subjects]
    units = tuple(unit for unit in mentioned.units if unit not in subjects) or _of_person(said, context)
    words = (
        re.sub(r"我(?:们)?(?:这边)?(?:能|可|直接|来).*", "", said[: value.start()])
        if value is not None
        else ""
    )
    leaf = _leaf(words, context, units) if value is not None else None
    unit = (leaf.reporter or next(iter(subjects), "")) if leaf is not None else ""
    if value is None or leaf is None or not unit or len(subjects) > 1:
        return Reply(head + ways)
    board = board_of(as_unit(unit, context), "")
    lines = [
        line for line in board.lines if line.code == leaf.code and (not subjects or line.subject in subjects)
    ]
    if len(lines) != 1 or not lines[0].known:
        return Reply(head + ways)
    where = f"{lines[0].subject} " if len(lines[0].duty.subjects) > 1 else ""
    draft = enter_for(unit, f"{where}{leaf.code} {value['value']}", context)
    return Reply(f"{head}请他们重报，或由您代填更正：\n{draft.text}")


def _of_person(said: str, context: Context) -> tuple[str, ...]:
    """许娜那个专利数: the unit of who is named."""
    people = context.uow.roster.list(context.speaker.campaign.id, role="contact")
    return tuple(unit_of(row, context) for row in people if row.name in said)


def _awarded(said: str, context: Context) -> Reply | None:
    """江苏精品认定下来一家，给市场监管局加分: only what the document gives a bonus for is drafted."""
    found = _AWARDED.search(said)
    if found is None:
        return None
    drafted = bonus.told_of(f"加分里{found['name']}{found['count']}个", context)
    if drafted is not None:
        return drafted
    leaves = leaves_about(topic_of(found["name"]), list(context.rubric.criteria))
    where = "；".join(
        f"{leaf.code} {leaf_name(leaf, 24)}{f'（{plain(leaf.full_marks)}分）' if leaf.full_marks is not None else ''}"
        for leaf in leaves[:3]
    )
    known = f"原文里提到它的是：{where}，由负责单位报。" if leaves else ""
    return Reply(
        f"没有加分，没有记录：加分条文里没有认出“{clip(found['name'], 16)}”。{known}\n{provisions.bonus('', context).text}"
    )
