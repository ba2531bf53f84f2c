"""都加0.5: what was reported, moved by a difference; old and new values are listed and done at one tap."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from handlers.mending import plans
from handlers.mending.naming import Reader
from handlers.mending.plans import Plan
from handlers.mending.reported import Reported, of_last_message
from handlers.reading import Certain, read_number
from handlers.reading.numbers import numeral
from handlers.reading.values import verdict
from handlers.wording import plain

_COUNTER: Final = "[个家件起次张项块]"
_NUMBER: Final = (
    rf"(?P<by>\d+(?:\.\d+)?|[一两二三四五六七八九十]+(?={_COUNTER}))\s*(?:个?百分点|个点|[%％]|{_COUNTER})?"
)
_DID: Final = "(?:(?:写|报|填|算|打|加|统计|记)了?|了?)"
_UP: Final = (
    f"(?:多|再|应该?|要|得|往上)*(?:加上?|增加?|涨|提高|上调|调高)(?:了|个)?|(?<![至最不没别])(?:少|漏){_DID}"
    "|还有|又(?:新|刚|补|追)?(?:有|多|增加?|添|来|拿|批|下来|申?报|评|获|推荐|通过|认证|发)(?:了|出|到|上|证|下来)*"
    "|再(?:补|追)?(?:申?报|添|推荐)(?:了|上)*(?=[一两二三四五六七八九十\\d]+[个家件项起])"
)
_COME: Final = re.compile("又(?!多|[补追新刚]?增)|再(?:补|追)?(?:申?报|添|推荐)")
"""What 又多了 counts is new for certain."""
_DOWN: Final = (
    f"(?:再|应该?|要|得|往下)*(?:减去?|减掉|扣掉?|降低?|下调|调低|去掉)(?:了|个)?|(?<![至最不没别])多{_DID}"
)
_BARE: Final = re.compile(r"[多少]\s*[\d一两二三四五六七八九十]")
"""多1家 may be what is more than was reported, or what was reported too much."""
_SHIFT: Final = re.compile(
    rf"(?P<whose>.{{0,16}}?)(?:(?P<up>{_UP})|(?:{_DOWN}))\s*{_NUMBER}(?P<tail>[^\d]{{0,12}})$"
)
_EACH: Final = re.compile("都|全|每|各|所有|统统|三个|两个|几个")
_EMPTY: Final = re.compile(
    "[那这][个项条块]|自评分?也?|刚[才刚报]*|上面|前面|报的|数|[的把将是在我们了吧啊呀，,。\\s]|都|全部?|每个?|各个?|所有|统统|[两三四几]个|[区县镇]"
)
_TOLD: Final = re.compile(
    r"(?:上周|上个?月|上次|上回|之前|前面|前几天|前天|昨天|刚才|已经?|先前|原来|是)*[报填](?:过|了|的|是)+\s*\d+\s*[个家件项起]?[，,。\s]*"
)
"""上周报了3: what stands already, said again before what has come since."""
_VALUED: Final = re.compile(
    r"\d\s*(?:[个家件起次张块]|[%％.]\d*)|[一二两三四五六七八九十][个家件起次张块][，,]"
)
"""南通名牌1个，江苏名牌又报了一家: one value more is reported beside it."""
_WHEN: Final = re.compile("今天|昨天|前天|刚刚|[这前][两几]天|[这本上]个?[周月]|最近|后来|我们?|咱们?")
_OFTEN: Final = re.compile(
    "(?:新|刚|才|今天|昨天)+(?:获?批|评|发|拿|认证|通过)?(?:下来|到|准|上)*|的?(?:证书?|牌子?|批文|企业|名单)|[往上][上下去]|调|改|一下|才对|吧|了|的|[，,。!！\\s]|更正|谢谢|麻烦|帮我|请"
)


def is_shift(text: str) -> bool:
    """Whether the text moves what was reported by a difference; what 又 adds may be named behind it."""
    found = _SHIFT.fullmatch(text)
    if found is None or _VALUED.search(_TOLD.sub("", found["whose"])):
        return False
    return not _OFTEN.sub("", found["tail"]) or (found["up"] or "").startswith("又")


def shifted(text: str, reader: Reader) -> tuple[Plan, ...]:
    """The plan that moves every value that is meant; nothing where that cannot be told.

    What 又拿了4家 counts is most likely new, but may be all there are now: that is a plan as well.
    """
    found = _SHIFT.fullmatch(text)
    if found is None or not reader.rows:
        return ()
    number = read_number(found["by"])
    by = number.value if number is not None and number.value is not None else numeral(found["by"])
    if by is None:
        return ()
    rows = _meant(_WHEN.sub("", _TOLD.sub("", found["whose"])) + _OFTEN.sub("", found["tail"]), reader)
    if "自评" in found["whose"]:
        rows = tuple(map(_rated, rows))
    moved = [plan for one in rows for plan in _moved(one, by if found["up"] else -by, reader)]
    if not moved or len(moved) != len(rows):
        return ()
    if _BARE.search(text):
        return plans.together(moved), *(
            _moved(rows[0], -by if found["up"] else by, reader) if len(rows) == 1 else ()
        )
    come = found["up"] is not None and _COME.match(found["up"]) and len(rows) == 1
    return (plans.together(moved), *(_moved(rows[0], by, reader, Decimal(0)) if come else ()))


def _meant(words: str, reader: Reader) -> tuple[Reported, ...]:
    """Those named; all of the last message for 都 and 每个; else the only one."""
    named = (
        [mention for mention in reader.names(words).mentions if mention.named]
        if _EMPTY.sub("", words)
        else []
    )
    if named:
        meant = [one for mention in named for one in reader.meant(mention, (), "")]
        return tuple({one.row.id: one for one in meant}.values())
    last = of_last_message(reader.rows)
    if _EACH.search(words):
        alike = tuple(one for one in reader.rows if one.line.code == last[0].line.code)
        return alike if len(last) == 1 else last
    return last if len(last) == 1 and not _EMPTY.sub("", words) else ()


def _rated(one: Reported) -> Reported:
    """Its points alone: 自评加0.1 moves no rate beside them."""
    given = one.row.given.items()
    points = {name: value for name, value in given if one.line.criterion.input(name).type == "points"}
    return replace(one, row=replace(one.row, given=points))


def _moved(one: Reported, by: Decimal, reader: Reader, old: Decimal | None = None) -> Iterator[Plan]:
    """What was reported, or `old` in its place, moved by that much."""
    for name, value in one.row.given.items():
        number = (
            read_number(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None
        )
        if number is None or number.value is None:
            continue
        moved = read_number(plain((number.value if old is None else old) + by))
        judged = verdict(one.line.criterion.input(name), moved) if moved is not None else None
        if isinstance(judged, Certain):
            yield plans.storing(reader.context, one.line, {name: judged.value})
