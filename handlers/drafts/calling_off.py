"""不办了: words that call off the draft which waits for its 是, whatever else they say."""

import re
from collections.abc import Mapping
from typing import Any, Final

from handlers.reading.tokens.asides import is_question

LONGEST: Final = 60
_LONGEST_ORDER: Final = 200
_FIRST: Final = (
    "算了|慢|等|稍|且|别|点错|按错|发错|弄错|搞错|手滑|不|先|还是|暂|缓|甭|停|取消|作废|撤|免|放|搁|压"
)
_CUE: Final = re.compile(_FIRST)
_HEAD: Final = re.compile(
    r"(?>嗯+|不好意思|对不起|那就?|哎呀?|抱歉|刚才|刚刚|哦|噢|我|是|[\s,，。！!])*(?:还是|先)?"
    r"(?:算了|慢着|且慢|稍等|等等|等一?下|等会儿?|别急|(?:点|按|发|弄|搞|说|打|看)错了?|手滑了?|手误|不用了|不必了|不要了|取消|作废|撤了|停)"
)
_NOT: Final = re.compile(
    r"(?:别|不要?|甭|不用|不必|暂不|先不|不再|不急着)(?:再|急着|着急|忙着|给[他她]们?|给|去|现在|现|都|这么|先)*"
    r"(?P<verb>办|弄|动|改|发|公布|锁|归档|封|冻|延|推|宽限|换|停|催|通知|群发|提醒|导|加|设|登|认定|结束|关|开|解|重发|删|抹|撤|做|搞|处理|执行|操作|提交|存|定|报|转|交)(?!的|齐|全|上来)"
)
_WAITS: Final = re.compile(
    r"(?:缓一?缓|缓缓|放一?放|放着|搁一?搁|搁着|压一?压|等一?等|不着急|不急|再说|再议|再考虑|考虑考虑|再想想|商量商量|再商量|加分[^,，]{0,6}不算[了数]|^不算[了数])"
)
_ORDER: Final = re.compile(
    r"(?:^|[\s,，。；;])(?>帮我|那就?|直接|还是|请|就|先|也)*(?:[把给跟].{1,24}?)?"
    r"(?:催|通知|群发|导出?|换成|改成|改到|改为|改在|延到|推到|发给|定在|定到|登记|只发|只催|加上)"
)
_TELLING: Final = "催通知群发提醒"


_WITHDRAWN: Final = re.compile(
    r"(?:那就?|算了)?把?(?:刚才|刚刚|上面|前面)的?(?:[那这]个|[那这]条)?(?:草稿|催办|提醒)?(?:给)?(?:取消|撤|作废|停)(?:了|掉|回)(?:吧|[,，\s]|$)"
)
"""把刚才那个撤了 不催了."""


_NOTHING_ELSE: Final = re.compile(
    rf"(?:还是|先|那就?|算了|今天|暂时|再|[\s,，])*(?:{_NOT.pattern})(?:了|吧|啦|啊|先|再说|他们|她们|大家|[\s,，])*"
)


_BREAK: Final = re.compile(r"…+|\.{2,}|[,，。；;！!\s—-]")
_TURN: Final = re.compile(
    r"(?:哎呀?|哦|噢|嗯|那|我看|还是|等等|等一?下|慢着|不对|不行|算了吧?|当我没说|[,，。…！!\s])*"
)
_TURNS: Final = re.compile("算了|等等|等一?下|慢着|还是|不对|不行|当我没说")
_ENDS_IT: Final = re.compile("算了|当我没说")
_REFUSED: Final = re.compile(
    rf"(?:还是|那|我)?(?:今天|现在|暂时)?(?:先|都)?{_NOT.pattern}.{{0,6}}|(?:先)?(?:放着|放一?放|缓缓|缓一?缓|搁着)"
    r"|.{0,14}(?:再说|再定|再办|再改|再讲)"
)
_CHANGES: Final = re.compile(
    "延|改|换|锁|封|归档|发布|公布|公示|停用?|加|删|设|定|登记|派|撤|结束|关|录|填|报|催|发|通知|提醒|导|调|退|通过|解"
)
_TO_SAY: Final = re.compile("(?:说|告诉|转告|通知|提醒|回复|回他|回她).{0,10}$")
"""跟王敏说，算了不用报了: what stands behind it is for her."""


def retracted(text: str) -> str:
    """The order that the same message calls off again (把…改派给科技局……算了先不改), "" for none."""
    said = text.strip()
    if not _CUE.search(said) or len(said) > _LONGEST_ORDER or is_question(said):
        return ""
    for found in _BREAK.finditer(said):
        order, rest = said[: found.start()], said[found.end() :]
        turn = _TURN.match(rest)
        turned = turn[0] if turn is not None else ""
        off = rest[len(turned) :].rstrip("吧了啊。！!… ")
        hard = _TURNS.search(turned) is not None or found[0].startswith(("…", ".."))
        off_only = not off and _ENDS_IT.search(turned) is not None
        if (
            (off_only or (hard and _REFUSED.fullmatch(off)))
            and _CHANGES.search(order)
            and not _TO_SAY.search(order)
        ):
            return order.strip(" ,，。…")
    return ""


def refuses(text: str) -> bool:
    """不催了吧, where nothing waits to be called off: the opposite of it is not what is meant."""
    return _NOTHING_ELSE.fullmatch(text.strip().rstrip("。.!！~～ ")) is not None


def calls_off(text: str, state: Mapping[str, Any]) -> bool:
    """Whether the words call the draft off: 算了先别锁; 慢着，领导还没签字; 先不发了，我再改改."""
    said = text.strip().rstrip("。.!！~～ ")
    if len(said) > LONGEST or not state.get("again") or not _CUE.search(said) or is_question(said):
        return False
    if _WITHDRAWN.match(said):
        return True
    if _ORDER.search(said):
        return False
    if _HEAD.match(said) or _WAITS.search(said):
        return True
    refused = _NOT.search(said)
    return refused is not None and (refused["verb"] not in _TELLING or "people" in state)


_BEHIND: Final = re.compile(
    r"(?:那就?|还是)?(?:取消|算了|不要了|不用了|作废|撤了)[吧了]*[\s,，。；;!！…]+(?P<rest>\S.{4,})",
    re.DOTALL,
)
_WHY: Final = re.compile(
    r"(?:还是|先|我|这[个份条]?|刚才|前面|是|等|领导|[点按发弄搞打写说看]错|不|别|没|名册)(?!想|要?[看查]|给我|帮我|就是)|.{0,12}(?:再说|再看|考虑|错了?|不对)[吧了]*$"
)


def said_behind(text: str) -> str:
    """What is said behind a word that calls the draft off, where it is no reason for that: a message of its own."""
    found = _BEHIND.fullmatch(text.strip())
    if found is None or refuses(found["rest"]):
        return ""
    parts = re.split("(?<=[。；;])", found["rest"])
    return next(
        ("".join(parts[at:]).strip() for at, one in enumerate(parts) if not _WHY.match(one.strip())), ""
    )
