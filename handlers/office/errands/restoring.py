"""恢复原来的: what the office arranged a moment ago is taken back, however that is said."""

import re
from datetime import datetime
from typing import Final

from handlers.calendar.deadlines import Deadlines
from handlers.campaign.arrangements import Arranged
from handlers.context import Context
from handlers.messages import Reply
from handlers.office import just_arranged
from handlers.office.days import extending, moving
from handlers.people.whom import Heard
from handlers.wording import local
from store.records import Arrangement

_CUE: Final = re.compile("取消|撤|收回|作废|不要|不算|恢复|还原|回|还是|按原")
_LONGEST: Final = 30
_THING: Final = (
    "(?:截止(?:时间|日期|日)?|时限|期限|时间|日期|节点|延期|宽限|改期|提醒|别名|叫法|安排|日历|非工作日"
    "|目标值?|公示期?|改派|办公时间|休息日?)"
)
_BACK: Final = "(?:改|调|恢复|还原|换|退)(?:回|到|成|为)*(?:去|来|原来|之前|以前|原先|原样|老)(?:的)?"
_UNDONE: Final = re.compile(
    r"(?:算了|不对|哎呀?|把|我|[\s,，])*(?:刚才|刚刚|刚|上午|下午|昨天|前面|上一?次|上一?个)(?:给)?(?:的)?"
    rf"(?:延长?|宽限|改|推迟?|挪|顺延|调|设|定|加|办|弄|教|安排)?(?:期)?(?:了)?(?:的)?(?:那|这)?(?:一?[个次条项])?的?{_THING}?(?:[改弄设定办写搞加延]错了?)?(?:给|就|还是|先|都|也|帮我|[\s,，])*"
    rf"(?:取消|撤销|撤回|撤|收回|作废|不要|不算|去掉|删|{_BACK})(?>一下|掉|了|吧|数|啊|{_THING})*"
)
_RESTORED: Final = re.compile(
    rf"(?:算了|不对|把|那|[\s,，])*(?:{_THING}(?:都|就|还是|给我|帮我|也|先)*{_BACK}{_THING}?"
    rf"|{_THING}?(?:还是|仍|就)+按?(?:照)?(?:原来|以前|之前|原先|原定)的?{_THING}?(?:来|算|走)?|{_THING}?按原(?:来|定)?的?{_THING}(?:来|算|走)?)(?:吧|了|啊)*"
)
_AS_BEFORE: Final = re.compile(
    rf"(?:算了|不对|那|[\s,，])*{_THING}?(?:还是|仍)(?:按|到|定|定在|改回|是)*(?P<day>(?:20\d\d年)?\d{{1,2}}(?:月\d{{1,2}})?[日号])(?:截止)?(?:不变|吧|了|来)*"
)


def take_back(_heard: Heard, text: str, context: Context) -> Reply | None:
    """刚才延的那个取消吧, 截止改回原来的, 还是按6月30号; None where nothing was arranged that it may mean."""
    said = text.strip().rstrip("。.!！~～ ")
    if len(said) > _LONGEST or not _CUE.search(said):
        return None
    dated = _AS_BEFORE.fullmatch(said)
    if dated is not None:
        row = _last(("deadline",), context)
        before = _before(row, context) if row is not None else None
        day = local(before).day if before is not None else None
        named = [int(number) for number in re.findall(r"\d{1,2}(?=[日号])", dated["day"])]
        return _moved_back(row, before, context) if row and before and named == [day] else None
    if _RESTORED.fullmatch(said):
        return _undo(_last(("deadline", "extension"), context), context)
    if not _UNDONE.fullmatch(said):
        return None
    of_time = re.search("延|宽限|推|截止|时限|期限|改期|顺延|挪", said) is not None
    return _undo(_last(("deadline", "extension"), context) if of_time else _last((), context), context)


def _last(kinds: tuple[str, ...], context: Context) -> Arrangement | None:
    """What the speaker arranged last (of those kinds); None where that is taken back already."""
    own = [row for row in context.arranged.rows if row.contact_id == context.speaker.contact.id]
    rows = [row for row in own if not kinds or row.kind in kinds]
    return rows[-1] if rows and rows[-1].value else None


def _undo(row: Arrangement | None, context: Context) -> Reply | None:
    if row is None:
        return None
    if row.kind == "extension":
        return extending.drop("刚才的", context)
    if row.kind == "deadline":
        before = _before(row, context)
        return _moved_back(row, before, context) if before is not None else None
    return just_arranged.take_back(context)


def _before(row: Arrangement, context: Context) -> datetime | None:
    """When it was due before that row."""
    rows = tuple(one for one in context.arranged.rows if one.id < row.id)
    earlier = Deadlines(context.speaker.campaign, context.rubric, Arranged(rows))
    return earlier.milestones.get(row.milestone) or earlier.current(None) if not row.code else None


def _moved_back(row: Arrangement, before: datetime, context: Context) -> Reply:
    del row
    return moving.ask("", local(before).date(), "恢复原来的时限", context)
