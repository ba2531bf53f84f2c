"""报错地方了: words by which somebody says that what he has just sent belongs to another line or district."""

import re
from dataclasses import dataclass
from typing import Final

from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean

LONGEST: Final = 40
_GATE: Final = re.compile(
    "[报写填打][到成进]|应该[报填写放记归算]|[改换][成为给]|错|串|岔|混|不是|不对|其实|改[到归]|[挪移归放换算]到|[那这]个?\\d|[那这刚]"
)
_DID: Final = "报写填发弄搞打输记放选点传说看"
_PARTS: Final = re.compile(r"[，,。；;！!\s]+|(?=(?<!是)不是)|(?<=了)(?=应|其实|是|那|这)")
_COURTESY: Final = re.compile("哎呀?|哦|噢|啊|呃|不好意思|抱歉|对不起|麻烦|更正一?下?|等一?下")
_LAST: Final = (
    "刚才|刚刚|上一[条个]|上面那[个条]|前面那个|那个数据?|那[条个项]|这个数据?|这[条个项]|[那这]份|[那这刚]"
)
_THAT: Final = re.compile(rf"(?:我|把|将)?(?:{_LAST})?(?:我)?(?:[{_DID}](?:上去)?的)?(?:{_LAST})?")
_WRONG: Final = re.compile(
    rf"(?:(?:[{_DID}]|都)?(?:错|串|岔|混)[项行区县]?(?:地方|位置|单位|别处)?|不对|不是)[了啦啊吧]*"
)
_PUT: Final = re.compile(rf"[{_DID}]?(?:错)?[到成进给](?P<at>[^到成进给]{{1,16}}?)(?:里|上|那边)?(?:去)?了")
_IS: Final = re.compile(
    "(?:应该|应|其实|实际|我说的|我报的|本来|才)?(?:就是|是|属于|归到|归|算到|算|放到|放|报到|报在|填到|填在|放在|报给|记到|记在|写到|写在|为|改到|改归|改成|移到|挪到|换到)"
)
_FROM_TO: Final = re.compile(
    r"(?P<at>[^，,改挪移换是]{2,12}?)(?:的|那个|那条)?(?:应该)?(?:改|挪|移|换)(?:到|成|为|给)(?P<to>[^，,\d]{2,12}?)(?:的|那边|上|里|去)?(?:吧|了)?"
)
_PLACED: Final = re.compile("(?:应该|应)(?:报|填|写|放|记|归|算)(?:到|在|给)")
_TAIL: Final = re.compile(
    "(?:的|那个|那一?栏|那项|那一项|那条|这项|里|那边|名下|才对|数|数据|项目)?[吧啊呀了哈]?$"
)
_FIGURE: Final = re.compile(r"\d+\.\d|%|\d{3}|\d[个家起件次条]$|[年月]")
_AMOUNT: Final = re.compile(r"^[那这]?个?\d+(?:\.\d+)?[%个家件起]?(?=是|应该|属于|归)")


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Where it belongs, and where it does not ("" where that is not said)."""

    to: str
    at: str = ""


def misplaced(text: str, *, asked: bool = False) -> Misplaced | None:
    """What the whole text says of that; None for any other words.

    Where the bot has just `asked` about it, 是华容的 alone says so.
    """
    said = clean(text).strip().rstrip("。.!！~～ ")
    if len(said) > LONGEST or not (asked or _GATE.search(said)) or is_question(said):
        return None
    wrong, at, to = False, "", []
    for part in filter(None, (_COURTESY.sub("", one).strip() for one in _PARTS.split(said))):
        rest = part[_that(part) :]
        put = _PUT.fullmatch(rest)
        if (turned := _FROM_TO.fullmatch(rest)) is not None:
            wrong, at = True, _named(turned["at"])
            to.append(f"是{turned['to']}")
        elif not rest or _WRONG.fullmatch(rest):
            wrong = wrong or bool(rest)
        elif put is not None and (rest.endswith("了") or not _IS.match(rest)):
            wrong, at = True, put["at"]
        elif rest.startswith("不是"):
            at, _, then = rest.removeprefix("不是").partition("是")
            at = _named(at)
            to += [f"是{then}"] if then else []
        else:
            to.append(rest if wrong or at or part != rest else part)
    if len(to) != 1:
        return None
    return _meant(to[0], at, wrong=wrong, pointed=_that(said) > 0 or asked)


def _that(part: str) -> int:
    """How much of the part only points at what was sent: 刚发的那个, 这个1."""
    head = _THAT.match(part)
    end = head.end() if head is not None else 0
    amount = _AMOUNT.match(part[end:])
    return end + (amount.end() if amount is not None else 0)


def _meant(said: str, at: str, *, wrong: bool, pointed: bool) -> Misplaced | None:
    leads = _IS.match(said)
    name = _named(said[leads.end() :] if leads is not None else said)
    telling = leads is not None or said.rstrip("吧啊呀了哈").endswith(("的", "那个", "那项", "那条"))
    if not name or _FIGURE.search(name) or not telling or (name.isdecimal() and f"{name}的" not in said):
        return None  # 不是3是2 gives another value, 这个是2的 another line.
    surely = wrong or at or _PLACED.match(said)
    return Misplaced(name, at) if surely or (pointed and leads is not None) else None


def _named(words: str) -> str:
    return _TAIL.sub("", words.strip(), count=1).strip(" 的")
