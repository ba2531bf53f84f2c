"""What a few words say against what waits for an answer: another figure, that it is wrong, or that it is not to be."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from handlers.reading.widths import clean

LONGEST: Final = 32
_DID: Final = "报写填发弄搞打记输点看说抄录"
_FIGURE: Final = (
    r"(?:百分之)?(?:(?<![\d.])\d+(?:\.\d+)?(?![\d.])|[零一二三四五六七八九十百]+点[零一二三四五六七八九]+)"
    "(?:%|个百分点|[个件起家次人名批条份户元吨亩](?![多少]))?"
)
_PLACE: Final = re.compile(
    r"(?:把|将|就)?(?:第\s?(?P<nth>\d{1,2}|[一二三四五六七八九十])\s?(?:个|条)"
    r"|(?P<mark>[①-⑳㉑-㉟])|第?(?P<item>\d{1,2}|[一二三四五六七八九十])项|(?P<bare>\d{1,2})(?=那|的|号|不对|错|有误|撤|[报写]错|不[要报]))"
)
_PAIRS: Final = (
    re.compile(rf"不是(?P<old>{_FIGURE})[，,\s]*(?:而|应该)?是?为?(?P<new>{_FIGURE})"),
    re.compile(rf"(?P<old>{_FIGURE})(?:应该?)?(?:改成|改为|改到|更正为|换成|改)(?P<new>{_FIGURE})"),
    re.compile(rf"(?P<new>{_FIGURE})[，,\s]*(?:而)?不是(?P<old>{_FIGURE})"),
)
_NUMBER: Final = re.compile(_FIGURE)
_OFF: Final = re.compile(
    "撤[回销掉了]?|不要了?|不报了?|先?不算数?|别算|去掉|删[掉除了]?|取消|作废|不作数|拿掉|误报|多报"
)
_WRONG: Final = re.compile(
    rf"[{_DID}]?(?:错|串|岔)了?(?:[一1]?[个位])?|不对|不准|有误|有问题|[多少漏][{_DID}]?了?[一1两]?[位个](?:数字?|字|0|零|点)?|手误|手滑"
)
_IS: Final = re.compile(
    "还是|应该?(?:是|为)?|改[成为到]?|更正为?|换成|其实|实际上?|才(?:对|是)|不过|但是?|[是为]|准的|正确的"
)
_FILLERS: Final = re.compile(
    r"单位(?=错|不对|有误)|[是，,]+[个件%％家]不是[个件%％家]|不好意思|抱歉|对不起|麻烦|请|帮我|哎呀?|哦|噢|啊|呃|嗯|吧|呀|呢|了|[报发填说]的|刚[才刚]?|上[次回]|重[来报发]|说的|上面|前面|之前|[那这]一?[个条项]|的|数据?|数字|数值|先|我|把|将|给|就|都|一下|而|也|条|还是|现在|等等|后来|又|重新|再|核[实对查]?了?(?:一下)?|查了?(?:一下)?|[，,。.!！:：\s]"
)
_EVERYTHING: Final = re.compile(
    "全部|所有|全都|都(?=撤|不|去|删|取消|作废|错)|全(?=撤|不|去|删|取消|作废|错)|统统"
)


@dataclass(frozen=True, slots=True)
class Against:
    """What is said: `new` is the figure that holds, `old` one that does not.

    `name` are the words that tell of what it is said, `nth` and `item` its place among what waits or on the list.
    """

    act: Literal["value", "off", "wrong"]
    name: str = ""
    nth: str = ""
    item: str = ""
    new: str = ""
    old: str = ""
    everything: bool = False

    @property
    def named(self) -> bool:
        """Whether it is said of which of the things that wait."""
        return bool(self.name or self.nth or self.item)


def against(text: str) -> Against | None:
    """What the whole text says of that; None where it is too long or says nothing of the kind."""
    said = clean(text).strip().rstrip("。.!！~～ ")
    if not said or len(said) > LONGEST or said.endswith(("?", "？", "吗", "呢")):
        return None
    place = _PLACE.match(said)
    rest = said[place.end() :] if place is not None else said
    rest, old, new = _figures(rest)
    off, wrong, told = _OFF.search(rest), _WRONG.search(rest), _IS.search(rest)
    everything = _EVERYTHING.search(rest) is not None
    name = rest
    for words in (_EVERYTHING, _OFF, _WRONG, _IS, _FILLERS):
        name = words.sub("", name)
    if any(map(str.isdigit, name)) or (new is None):
        return None
    nth, item = (
        (place["nth"] or "", place["mark"] or place["item"] or place["bare"] or "") if place else ("", "")
    )
    if new and (off is None or wrong or told):
        return Against("value", name, nth, item, new, old)
    if new or not (off or wrong):
        return None
    return Against("off" if off else "wrong", name, nth, item, everything=everything)


def _figures(said: str) -> tuple[str, str, str | None]:
    """The words without figures, the figure that does not hold and the one that does; None for it where they are several."""
    for pattern in _PAIRS:
        pair = pattern.search(said)
        if pair is not None:
            return f"{said[: pair.start()]}，是，{said[pair.end() :]}", pair["old"], pair["new"]
    found = list(_NUMBER.finditer(said))
    if len(found) > 1:
        return said, "", None
    if not found:
        return said, "", ""
    return f"{said[: found[0].start()]}，{said[found[0].end() :]}", "", found[0][0]
