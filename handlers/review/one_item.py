"""审“这一件”: 通过, 退回, 给4分 without a number mean the item that was looked at last."""

import re
from decimal import Decimal
from typing import Final

from handlers import dialogs
from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.exports.looking import send_of_leaf
from handlers.messages import Reply
from handlers.receipts import line_of
from handlers.review.listed import assess, rule_listed, which
from handlers.review.points_said import in_digits
from handlers.review.rulings import Ruling, reason_in
from handlers.review.waiting import current, item_name, listed_items, waiting
from handlers.suggesting import offering
from handlers.wording import circled, plain

WHICH: Final = "是哪一件？请先发“待审”看清单，再发“看 序号”，或直接写“1退回 原因”“评 1 分数 理由”。"
_FEW: Final = 6
_SPECIAL: Final = re.compile(r"特批\s*(?P<points>\d{1,3}(?:\.\d{1,2})?)?\s*分?.{0,100}", re.DOTALL)


def send_back(text: str, context: Context) -> Reply:
    """退回: the reason is asked for where the words give none."""
    found = current(context)
    return (
        _which(f"退回 {reason_in(text)}", context)
        if found is None
        else rule_listed([Ruling((found[0],), accept=False, reason=reason_in(text))], context)
    )


def accept(_text: str, context: Context) -> Reply:
    """通过."""
    found = current(context)
    return (
        _which("通过", context)
        if found is None
        else rule_listed([Ruling((found[0],), accept=True, reason="")], context)
    )


def _which(act: str, context: Context) -> Reply:
    """Which of the list it is said of; the reason stays with it."""
    items = listed_items(context)
    waits = [(at, item) for at, item in enumerate(items or (), start=1) if item is not None]
    if not waits or len(waits) > _FEW:
        return Reply(WHICH) if items is not None and waiting(context) else which(context)
    choices = [(f"{at}{act}", f"{item_name(item, context, 14)} {act}") for at, item in waits]
    return offering.choose("是哪一件？还没有处理。", choices, context)


def give(text: str, context: Context) -> Reply | None:
    """给4分: the points that the report already earns accept it, others are an assessment with a reason."""
    parsed = re.match(
        r"(?P<points>\d{1,3}(?:\.\d{1,2})?)\s*分?[吧了啊呗]*[\s,，:：]*(?P<reason>.{0,80})",
        in_digits(text),
        re.DOTALL,
    )
    found = current(context)
    if found is None or parsed is None:
        return Reply(WHICH) if waiting(context) else which(context)
    place, item = found
    points, reason = Decimal(parsed["points"]), parsed["reason"].strip()
    line = line_of(context, item.criterion, item.subject, {**item.record.inputs, **item.record.assessed})
    if line.points == points and not reason and not line.gap and not line.provisional:
        told = rule_listed([Ruling((place,), accept=True, reason="")], context)
        return Reply(
            f"{plain(points)}/{plain(item.criterion.full_marks or points)}分，与上报一致。{told.text}"
        )
    return assess(f"评 {place} {plain(points)} {reason}", context)


def beyond_list(text: str, context: Context) -> Reply | None:
    """4, where the list has two: no place of it; points of the item looked at are asked back."""
    said, items, found = text.strip(), listed_items(context), current(context)
    if items is None or not re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", said):
        return None
    head = f"清单里有{len(items)}件，没有“{said}”，没有处理。"
    if found is None:
        return Reply(f"{head}看哪件请发“看 1”。")
    label = f"给{circled(found[0])}{said}分"
    return offering.choose(f"{head}您是要：", [(f"给{said}分", label)], context)


def take(text: str, context: Context) -> Reply | None:
    """扣2分, 给满分: of the item looked at last; None where none was."""
    found = current(context)
    if found is None:
        return None
    said = re.sub(r"^这[个件项]", "", text.strip())
    return assess(f"{found[0]}{said}" if said else f"给满分{found[0]}", context)


def special(_text: str, _context: Context) -> Reply:
    """特批: no document provides for points outside its levels."""
    return Reply(
        "没有记录：细则没有“特批”的规定（原文未规定），只能按印出的档次或幅度给分。确有特殊情况请质强办研究后定。"
    )


COMMANDS = (
    Command(
        Act.REVIEW,
        "退回",
        words("退回 退 打回 退回去 驳回 不通过"),
        send_back,
        re.compile(
            r"(?:退回?去?|打回|驳回|不行|不过|不通过)(?:[\s:：，,]+|(?=[缺没未不数]))(?P<rest>\D.{0,79})",
            re.DOTALL,
        ),
    ),
    Command(
        Act.REVIEW,
        "通过",
        words("通过 过 这个过 同意 审核通过"),
        accept,
        re.compile(
            r"(?>(?:这[个件项]|那就|就|给他?|可以|行|好的?|嗯+|(?i:ok)|没毛病|没啥?问题|看过了|准予?)[\s,，、。]*)*(?:审核)?(?:通过|过|同意)(?:吧|了|啊)*"
        ),
    ),
    Command(
        Act.REVIEW,
        "给4分",
        words(""),
        give,
        re.compile(
            r"(?:这[个件项])?(?:(?:给|打|评)|(?:那|就|先|算)*(?=[\d一二三四五六七八九十][\d.]{0,3}\s*分(?:吧|算了|得了|好了|$)))\s*"
            r"(?P<rest>(?:\d{1,3}(?:\.\d{1,2})?|[一二三四五六七八九十])\s*分.{0,80})",
            re.DOTALL,
        ),
        shy=True,
    ),
    Command(
        Act.REVIEW,
        "扣2分 原因",
        words("给满分 给个满分 满分"),
        take,
        re.compile(r"(?P<rest>(?:这[个件项])?扣\s*\d{1,2}(?:\.\d{1,2})?\s*分.{0,80})", re.DOTALL),
        shy=True,
    ),
    Command(Act.REVIEW, "特批3分 原因", words(""), special, _SPECIAL, shy=True),
)


_WHICH_PICTURE = "是哪一件？请先发“待审”看清单，再发“看图 序号”。"


def show(text: str, context: Context) -> Reply:
    """Send them."""
    items = listed_items(context)
    if items is None:
        return Reply(_WHICH_PICTURE)
    if text.strip():
        place = dialogs.chosen(text, len(items))
        if place is None:
            return Reply(f"清单里有{len(items)}件，请发“看图 1”这样的序号。")
        item = items[place]
        if item is None:
            return Reply(f"{circled(place + 1)}已经处理过或刚被更改，请重新发“待审”。")
        return send_of_leaf(context, item.criterion, item.subject)
    found = current(context)
    return (
        Reply(_WHICH_PICTURE)
        if found is None
        else send_of_leaf(context, found[1].criterion, found[1].subject)
    )
