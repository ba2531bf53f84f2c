"""“清单是覆盖率那项的，不是执法检查”“清单不用他们补了”: a request that was sent is put to another item, or called off."""

import re
from datetime import timedelta
from typing import Final

from handlers import dialogs
from handlers.board import duties_of_unit
from handlers.calendar.dates import day_in
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.topics import leaves_about, likest, topic_of
from handlers.matters import requests
from handlers.matters.register import standing, tell_contacts
from handlers.matters.taking_back import WITHIN, close
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean
from handlers.wording import clip, leaf_name, local, month_day
from store.records import Matter

_LONGEST: Final = 40
_JUST: Final = timedelta(minutes=30)
_OFF: Final = re.compile(
    r"[^\s,，。;；不别没]{0,16}?(?:不用|不要|不必|不需要|无需|甭|别)(?:再|让|叫|要|[他她]们?|单位|[\u4e00-\u9fff]{2,6}[局委办])*(?:补充?|交|要)(?:材料|上来)?了[吧啊]*"
    r"|(?:刚才)?(?:那个)?(?:补充?(?:材料)?)的?(?:请求|要求|通知)(?:撤[销回]?|取消|作废|收回)[掉了吧]*"
    r"|(?:把|将)?(?:撤回|撤销|撤|取消|收回|作废)掉?(?!错)[^\s,，。;；]{0,16}?补充?材料的?(?:请求|要求|通知)?[了吧]*"
)
_OTHER_DAY: Final = re.compile(
    r"(?!.*(?:截止|时限|全部|所有|各))(?:.*(?:日期|时间|期限|日子).{0,4}(?:不对|错|不是).*|(?:那|就|还是)?(?:改|换|放)(?:到|成|为).{2,12}前?吧?)"
)
_DAY_SAID: Final = re.compile(r"[，,][^，,]{1,12}前$")
_WRONG: Final = re.compile(r"(?:弄|搞|说|发|记|登|写)错|^错了|不是|(?:改|换|放|归)(?:到|成|为)")
_NOT: Final = re.compile(r"不(?:是|在)[^\s,，。;；]{1,16}?(?:那[项个件]的?|的)?(?=$|[\s,，。;；])")
_THING: Final = re.compile(
    r"^.*?(?:错了?|(?=[^\s,，]{2,8}是))[\s,，]*(?:[^\s,，是]{2,10}(?:是|在))?|那[项个件]|[的是在]"
)
"""弄错了 清单是覆盖率那项的: what was asked for is not what tells the item."""
_BREATH: Final = re.compile(r"[\s,，。;；]+")


def called_off(text: str, context: Context) -> tuple[Reply | None, str]:
    """What came of 清单不用他们补了, and the rest of the words; None where no request of the speaker's is meant."""
    words = clean(text).strip()
    pieces = [piece for piece in _BREATH.split(words) if piece]
    off = next((piece for piece in pieces if _OFF.fullmatch(piece)), "")
    row = _meant(off, context) if off and not is_question(words) else None
    if row is None:
        return None, text
    reached = _close(row, words, context)
    told = f"第{row.number}号补充材料请求已取消（{clip(row.text, 30)}），{reached}；已报的数没有动。"
    return Reply(told), "，".join(piece for piece in pieces if piece is not off)


def redated(text: str, context: Context) -> Reply | None:
    """日期不对，是周五12月9号: the request just sent, by that day instead; None for anything else."""
    words, row = clean(text).strip(), _last(context)
    if row is None or context.now - row.at > _JUST or not _OTHER_DAY.fullmatch(words) or is_question(words):
        return None
    today = local(context.now).date()
    day = day_in(words, today)
    if day is None or day < today or mentions(words, context).units:
        return None
    _close(row, words, context)
    what = f"{_DAY_SAID.sub('', row.text)}，{month_day(day)}前"
    told = requests.sent(row.unit, what, context, row.code, row.subject)
    return Reply(f"第{row.number}号已取消，改发：\n{told.text}")


def undone(context: Context) -> Reply | None:
    """撤销 right behind a request: it is called off; None where something else was done since."""
    row, state = _last(context), dialogs.open_question(context.speaker.account, context.now)
    asks = state is not None and bool(state.get("again"))
    if row is None or asks or context.now - row.at > WITHIN:
        return None
    return Reply(
        f"已撤销第{row.number}号补充材料请求（{clip(row.text, 30)}），{_close(row, '撤销', context)}。"
    )


def moved(text: str, context: Context) -> Reply | None:
    """弄错了，清单是覆盖率那项的: the request just sent, put to that item or unit instead; None for anything else."""
    words = clean(text).strip()
    if len(words) > _LONGEST or not _WRONG.search(words) or is_question(words):
        return None
    row = _last(context)
    said = mentions(_NOT.sub(" ", words), context)
    if row is None or context.now - row.at > _JUST or (said.units and len(set(said.units)) > 1):
        return None
    unit = said.units[0] if said.units else row.unit
    own = [duty.criterion for duty in duties_of_unit(unit, context)]
    topic = topic_of(_THING.sub("", said.rest))
    leaves = leaves_about(topic, own) or likest(topic, own)
    code = leaves[0].code if len(leaves) == 1 else ""
    if unit == row.unit and code in ("", row.code):
        return (
            Reply(f"第{row.number}号要的就是{code} {leaf_name(leaves[0], 20)}的，没有改。") if code else None
        )
    _close(row, words, context)
    told = requests.sent(unit, row.text, context, code, row.subject if unit == row.unit else "")
    return Reply(f"第{row.number}号已取消，改发：\n{told.text}")


def _meant(off: str, context: Context) -> Matter | None:
    """The open request whose unit or thing is named, else the last one."""
    rows = _open(context)
    units = mentions(off, context).units
    rows = [row for row in rows if row.unit in units] if units else rows
    said = [row for row in rows if row.text[-2:] in off]
    return next(reversed(said or rows), None)


def _last(context: Context) -> Matter | None:
    """The open request that the speaker sent last, where he has decided nothing since."""
    rows = _open(context)
    me = context.speaker.contact
    decided = context.uow.reviews.of_contact(me.campaign_id, me.id)
    since = max((act.inbox_id or 0 for act in decided), default=0)
    return rows[-1] if rows and (rows[-1].inbox_id or 0) > since else None


def _open(context: Context) -> list[Matter]:
    return [row for row in standing(context, "material") if row.contact_id == context.speaker.contact.id]


def _close(row: Matter, said: str, context: Context) -> str:
    """Close it, and tell those who were asked; who that was."""
    close(row, said, context)
    about = f"（{row.code} {leaf_name(context.rubric.criterion(row.code), 20)}）" if row.code else ""
    words = f"【补充材料取消】第{row.number}号“{clip(row.text, 60)}”{about}不用补了，已报的数不变。"
    told = tell_contacts(context, f"material-off:{row.number}", row.unit, words)
    return f"已告知{row.unit}联络员{told}人" if told else f"{row.unit}没有已绑定的联络员，通知不到"
