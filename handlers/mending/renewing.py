"""重新核了一下是95.1: the figure reported before is told again, and beside it the one that holds now."""

import re
from typing import Final

from handlers import dialogs
from handlers.board import board_of
from handlers.context import Context
from handlers.mending import asking
from handlers.mending.reported import Reported, reported
from handlers.messages import Reply
from handlers.reading import read_number
from handlers.reading.widths import clean
from handlers.reporting.about.meant import said_before

_LONGEST: Final = 60
_NUMBER: Final = r"(?<![\d.])\d+(?:\.\d+)?(?![\d.])"
_UNIT: Final = "\\s*(?:个百分点|百分点|[%％个件起家次条批项])?"
_TWO: Final = re.compile(
    rf"(?P<name>(?:[^\d]{{0,12}}第\d{{1,2}}[个项条]|[①-⑳㉑-㉟])?[^\d]{{0,24}})(?P<old>{_NUMBER}){_UNIT}(?P<between>[^\d]{{1,24}})(?P<new>{_NUMBER}){_UNIT}(?P<tail>[^\d]{{0,8}})"
)
_BEFORE: Final = re.compile(
    "刚[才刚]?|之前|先前|原[来先]?|前面|前头|早上|上午|中午|昨[天日]|前天|上[次回]|开始|那[个条]|第一次"
)
_NOW: Final = re.compile("最后|定|核|复|重|[又再]|现在|后来|查|更|最新|准|误差|出入|最终|正式")
_FILLING: Final = re.compile(
    "刚[才刚]?|之前|先前|原[来先]?|前面|前头|早上|上午|中午|下午|晚上|昨[天日]|前天|今[天日]|上[次回]|一?开始|第一次|[这那][个条]|不对|不准|误差|出入|现在|后来|最[新终后]|正[式确]|准确|实际|其实"
    "|复[核查算检测]|核[对实查算定准]?|重[新算核查报]|统计|汇总|计算|更[新正]|调整|改[成为]?|变[成为]?|发现|结果|应该?|一[下遍次]|数[据字]?|[之以]?后|出来|初步|暂[定估]|定(?:下来)?|[拿获领得]到?了?证书?|以|好像|有点?|[报说写填发算查过了的是为成到有才又再对我们个把将给按下来吧啊呀，,。；;：:\\s]"
)


def renew(text: str, context: Context) -> Reply | None:
    """The question to put the later figure in place of the earlier; None where the earlier does not stand."""
    if context.speaker.role != "contact" or len(text) > _LONGEST:
        return None
    if _RATHER.match(text) and dialogs.open_question(context.speaker.account, context.now) is None:
        return _just_stored(text, context)
    if (place := _called_from(text, context)) is not None:
        return asking.mend(place, context)
    found = _TWO.fullmatch(clean(text).strip().rstrip("。.!！"))
    if found is None or not (_BEFORE.search(found["name"]) or _NOW.search(found["between"])):
        return None
    filled = not _FILLING.sub("", found["between"]) and not _FILLING.sub("", found["tail"])
    if not filled or not any(_holds(one, found["old"]) for one in reported(context, board_of(context, text))):
        return None
    return asking.mend(f"{_named(found['name'])}{found['old']}改成{found['new']}", context)


_RATHER: Final = re.compile(
    r"\s*(?:(?:不好意思|对不起|抱歉|哎呀?|哦不?|啊|更正)[，,\s]*)*(?:应该)?是\s*(?P<new>\d[^，,。；;\s]{0,8})(?:[，,。；;\s][^\d①-⑳]{0,24})?$"
)
"""是6家，刚又下来一个证: a figure in the place of the one just stored, and why."""


def _just_stored(text: str, context: Context) -> Reply | None:
    """The only figure of the message before, which was stored, is put right."""
    last, found = said_before(context), _RATHER.match(text)
    if found is None or last is None or "已收" not in last[1] or read_number(found["new"]) is None:
        return None
    return asking.mend(f"应该是{found['new']}", context)


_FROM: Final = re.compile(
    r"(?P<whose>[^\d]{2,20}?)(?:那边|那里|那儿)?[^\d]{0,12}[，,\s]+(?:[他她它]们)?(?:应该?|说|其实|实际|准)的?是\s*(?P<new>\d[\d.]*[%％]?)(?:[，,。；;\s][^\d①-⑳]{0,24})?"
)


def _called_from(text: str, context: Context) -> str | None:
    """乐至县那边刚来电话，应该是95.6: the place, reported before, and what its figure should be."""
    found = _FROM.fullmatch(text.strip().rstrip("。.!！"))
    if found is None:
        return None
    lines = [line for line in board_of(context, text).lines if line.subject and line.known]
    places = {line.subject for line in lines if line.subject in text[: found.start("new")]}
    return f"{places.pop()}应该是{found['new']}" if len(places) == 1 else None


def _named(words: str) -> str:
    """What stands before the figure without the words that only speak of time; a name is left as it is."""
    return _ORDINAL.sub(r"\g<place>项", _LEADING.sub("", words)).strip(" ，,的")


_ORDINAL: Final = re.compile(r"(?P<place>第\d{1,2})[个条]")
_LEADING: Final = re.compile(
    "刚[才刚]?|之前|先前|原[来先](?!料)|前面|前头|早上|上午|中午|昨[天日]|前天|上[次回]|一?开始|第一次|[这那][个条]|[报说写填发](?:成了?|的?是|的|了)|(?:是|为)$|我们?"
)


def _holds(one: Reported, figure: str) -> bool:
    number = read_number(figure)
    given = (read_number(str(value)) for value in one.row.given.values() if not isinstance(value, bool))
    return number is not None and any(value is not None and value.value == number.value for value in given)
