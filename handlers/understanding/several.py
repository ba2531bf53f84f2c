"""几件事一句话: two orders or questions in one sentence of the office's, each understood by itself."""

import re
from typing import Final

from handlers.access import Act, may
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.leading import prospects
from handlers.messages import Reply
from handlers.people.whom import hear
from handlers.understanding.in_turn import Understand, ask_in_turn

LONGEST: Final = 120
_AND: Final = "顺便|另外|还有|同时|然后|接着|并且?|再|也|请|麻烦|帮我|最后"
_CUT: Final = re.compile(
    rf"[,，。；;?？]+\s*(?:(?:{_AND})+[,，\s]*)?|\s+(?:顺便|另外|还有|同时|然后|接着|没有的话|没的话|没报的话|再)+[,，\s]*"
    r"|(?<=[报交]了)(?=谁还?没)|(?<=[\u4e00-\u9fff\d])(?:另外|顺便|顺带|然后)(?:再|也)?(?=[把给让催导发提看帮])|(?<=[\u4e00-\u9fff])再(?=发布|公布|导出)"
)
_JOINS: Final = re.compile("[,，。；;?？]|[报交]了谁|顺便|顺带|另外|还有|然后|再|\\s")
_KINDS: Final = {
    "notice": r"(?:通知|告诉|告知|转告|转达)(?!我)|群发|发(?:个|条)?(?:消息|通知)|提醒(?:一?下)?(?:大家|各|所有|全体)"
    r"|[说讲]一[声下]|[@＠]|(?:跟|给|和|对|向)[^,，]{1,8}?[说讲](?!明)|(?<![请疑访])问(?:一?[问下声])(?!.{0,6}电话)"
    r"|(?:让|叫|请)(?:[他她]们?|[^,，我你]{2,10}?)(?:再|尽快|抓紧|重新?)*(?:核|说明|解释|补|改|重报|再报)",
    "urge": r"催(?!生)|提醒(?:一?下|他|她|大家|$)",
    "extend": r"(?:延|推迟?|顺延|宽限|缓)(?:到|至|[一两二三四五六七八九十\d])|截止.{0,6}改|改到",
    "replace": r"换成|换了人|换人|接替|调走|接手|改由",
    "code": r"绑定码|发(?:个|一个)?码",
    "unbound": r"(?:谁|哪些人).{0,3}没绑|绑定情况|没绑(?:定)?的",
    "phone": r"(?:电话|手机号?|联系方式|号码)(?:是)?(?:多少|几号|给我|发我|呢)|问.{0,6}(?:电话|手机)",
    "number": r"(?<!\d)1\d{10}(?!\d)",
    "export": r"导(?:出|成|一?[份张个]|给我)|打包|(?:计分|汇总|得分)表.{0,8}(?:发|导|给|做)",
    "lock": r"^(?:就|都|把|那)*(?:锁定|归档|封账|锁了|锁上|封了)",
    "publish": r"^(?:就|那)*(?:发布|公布)",
    "owing": r"一项(?:都|也)?没报|报了?(?:(?:几|多少)(?!\d)|百分之|几成)"
    r"|还?(?:差|缺)(?:什么|啥|几(?!天)|哪|多少)|还有(?:什么|啥|几(?!天)|哪|多少).{0,4}"
    r"|(?:报|交)(?:齐|完|了)+(?:没|吗)|(?:没报|没齐|没交)的|(?:谁|哪).{0,4}没报|没报(?:清单|名单)",
    "till": prospects.ASKS,
    "when": r"截止|还(?:有|剩)几天|几号(?:之?前|到期)",
    "goal": r"(?:目标值?|指标值)[^,，?？几多少]{0,12}\d",
    "weight": r"(?:权重|分值)[^,，?？几多少]{0,8}\d",
    "before": r"^(?:那|再|顺便)?(?:跟|和|与|比|同)(?:去年|上年|上个?[周月]|上次)(?:同期)?的?"
    r"(?:相比|对?比)?(?:呢|怎么样|咋样|如何|起来|一下|有没有(?:动静|变化|进展)|[?？])*$",
    "total": r"总分(?!管)",
    "ranks": r"排名|排第几|名次|(?<!总)(?:多少分|几分|得分)|拖后腿|垫底|(?:谁|哪.{1,3})最(?:差|低|慢)",
    "came": r"(?:谁|哪[些几]?[家个]?(?:单位)?)(?:都|又|新)?(?:报|交)(?:了|上来)+(?!没|吗)",
    "paper": r"(?:名单|报告|材料).{0,4}(?:交了|收到)",
}
_ASKED: Final = frozenset({"owing", "total", "ranks", "came", "when", "phone", "till", "before"})
"""What a leader asks; what he orders beside it is for another reader."""
_KIND: Final = {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}
_WHY: Final = re.compile("原因|因为|由于|理由|附一?句|就说")
_TOLD_TOO: Final = re.compile(
    r"(?:也|都|再|并)*(?:通知|告诉|告知)(?:一?下|一声)?(?:大家|各单位|他们|各家|所有人|联络员|一下|一声)*[吧了]?"
)
_CODE_TOO: Final = re.compile(
    r"(?:[也再并]|顺便)*(?:给|发)?(?:[他她]|本人)?(?:发|生成|来|弄)?(?:给[他她])?(?:一?个)?(?:新的?)?绑?定?码(?:给[他她]|发[他她])?[吧了哈]?"
)
"""给她发个码 behind who comes: whoever is put on the roster gets one."""
_OWING_ONLY: Final = re.compile(
    "(?:还|光|只|就|是|那些|所有|全部)*[没未]有?(?:[报交填]|动静|反应)(?:齐|全|上来)?的?(?:单位|人)?[吧啊]?"
)
"""都催一下，没交的: whom the reminder is for."""
_IT: Final = re.compile("[他她它]们?")
_UNREAD: Final = re.compile("没看懂|这个我不会")
_IF: Final = re.compile(
    r"^(?:要是|如果)?(?:还)?没(?:(?:报|交)?齐|有?(?:报|交)?(?=的话|就|(?:帮我?|麻烦你?|请|给我)*(?:催|提醒)))(?:的)?(?:话)?(?:就)?|^(?:没|差|缺)的(?=催|提醒)"
)
_REASON: Final = re.compile("[^谁哪几吗么?？]{0,12}一项(?:都|也)?(?:还)?没有?报[呢啊]?")
"""白蒲一项没报: why what follows is asked."""
_STATEMENT: Final = re.compile(r"[?？]|谁|哪|几|怎么|多少|先不|先别|不要|别|暂")


_TIGHT: Final = re.compile(
    r"(?P<why>[^,，。;；?？]{2,20}(?:太紧|太赶|太短|太早|太近|来不及|赶不上|不够)[了啊张]*)[,，。;；\s]+(?:那就?|就|都|统一|全部|整体|再)?(?:截止)?(?P<day>(?:改|延|推迟|顺延)(?:到|至)[^,，。;；?？谁哪吗]{2,14})[吧。]?"
)
"""元旦前一天截止太紧，改到1月8号: one order, with its reason before it."""


def each(text: str, context: Context, understand: Understand) -> Reply | None:
    """先催一下安监局，再给农发局延到7月5号: what each of them comes to; None for one thing only."""
    if len(text) > LONGEST or not may(context.speaker.role, Act.UNIT) or not _JOINS.search(text):
        return None
    tight = _TIGHT.fullmatch(text.strip())
    if tight is not None and not hear(text, context).names:
        return understand(f"全部截止{tight['day']} 原因{tight['why']}", context)
    last = _ordered_last(text)
    if last is not None:
        return understand(last, context)
    parts = _parts(text, context)
    if not may(context.speaker.role, Act.BROADCAST) and not all(_kinds_of(part) <= _ASKED for part in parts):
        return None
    if len(parts) < 2:  # noqa: PLR2004 -- two things are several
        return understand(parts[0], context) if parts and _is_all_but_code(parts[0], text) else None
    return _all(_with_names(parts, context), context, understand)


def _is_all_but_code(part: str, text: str) -> bool:
    """Whether 给她发个码 alone was left away behind who comes."""
    left = _CODE_TOO.search(text) is not None and _CODE_TOO.search(part) is None
    return left and _KIND["replace"].search(part) is not None


def _ordered_last(text: str) -> str | None:
    """锁定吧 of 材料先不收了，锁定吧: the very words of a command behind a reason for it."""
    parts = [part for part in re.split("[,，。；;\\s]+", text.strip()) if part]
    last = parts[-1].rstrip("吧了啊。！!") if len(parts) > 1 else ""
    before = "".join(parts[:-1])
    alone = _kinds_of(before) <= {"paper"} and not _STATEMENT.search(re.sub("先不收|不收", "", before))
    orders = last and (_KIND["lock"].fullmatch(last) or _KIND["publish"].match(last)) and KNOWN.knows(last)
    return last if orders and alone else None


def _parts(text: str, context: Context) -> list[str]:
    """The orders, each with what is said beside it; a reason holds all behind it, a notice all but another order."""
    rest = text.strip().removeprefix("先")
    parts: list[str] = []
    known: list[set[str]] = []
    said: list[str] = []
    last = 0
    for start, end in _pieces(rest):
        piece, joint, last = _IF.sub("", rest[start:end]), rest[last:start], end
        kinds = _kinds_of(piece) if _REASON.fullmatch(piece) is None else set()
        if parts and "urge" in known[-1] and _OWING_ONLY.fullmatch(piece):
            parts[-1] += f"，{piece}"
            continue
        if parts and known[-1] & {"number", "replace"} and _CODE_TOO.fullmatch(piece):
            continue
        if parts and (_WHY.match(piece) or _TOLD_TOO.fullmatch(piece)):
            parts[-1] += f"，{rest[start:]}"
            return parts
        noticed = bool(known) and "notice" in known[-1]
        if noticed and not _orders_too(piece, joint, kinds, context):
            parts[-1] += f"{joint}{rest[start:end]}"
        elif noticed or (kinds and _opens(piece, kinds, known, context)):
            parts.append("，".join([*said, piece]))
            known.append(kinds)
            said = []
        elif parts:
            parts[-1] += f"，{piece}"
        else:
            said.append(piece)
    return parts


def _orders_too(piece: str, joint: str, kinds: set[str], context: Context) -> bool:
    """通知城建局……，再通知旅游局……: another order behind a notice, no more of its words."""
    if re.search(_AND, joint) is not None and (_TO_BOT.search(piece) or kinds & _ALONE):
        return True
    begins = re.search(_AND, joint) is not None or _BEGINS.match(piece) is not None
    return begins and bool(kinds) and bool(hear(piece, context).names)


_ALONE: Final = frozenset({"export", "code", "publish", "lock"})
_BEGINS: Final = re.compile("通知|告诉|告知|转告|催")
_TO_BOT: Final = re.compile(
    "催(?:一[下遍催])|提醒一[下遍]|延到|停用|绑定码|导出|看看|查一?下|发我|发给我|给我(?:看|列|导|报)"
)


def _opens(piece: str, kinds: set[str], known: list[set[str]], context: Context) -> bool:
    """Whether it is another order than the one before it: of another kind, or of another unit with a day of its own."""
    before = known[-1] if known else set()
    if kinds == {"number"} and "replace" in before:
        return False
    both = kinds & before
    return not both or (
        both == {"extend"} and re.search(r"\d", piece) is not None and bool(hear(piece, context).names)
    )


def _pieces(text: str) -> list[tuple[int, int]]:
    """From where to where each piece between the cuts stands."""
    cuts = list(_CUT.finditer(text))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]


def _kinds_of(piece: str) -> set[str]:
    return {kind for kind, pattern in _KIND.items() if pattern.search(piece)}


def _with_names(parts: list[str], context: Context) -> list[str]:
    """Each part with whom it is about: 她 is who was named before; a part without anybody is about the same."""
    named: list[str] = []
    last = ""
    for part in parts:
        heard = hear(part, context)
        last = heard.names[0] if heard.names else last or ("没报的" if _WHO_OWES.search(part) else "")
        named.append(part if heard.names or not last else _about(last, part))
    return named


_WHO_OWES: Final = re.compile(r"(?:谁|哪[些几]?家?(?:单位)?)(?:还|都)?没有?(?:报|交)")
_EVERY: Final = re.compile("谁|哪|各|全部|所有|没报|没交")


def _about(last: str, part: str) -> str:
    """她 is who was named before; 催一下 behind 农业局报齐了没 is 催农业局, 还剩几天 is his days too."""
    if _IT.search(part):
        return _IT.sub(last, part)
    if re.fullmatch(
        r"(?:没[报交动](?:的话)?)?(?:就|再|赶紧|都|帮我?|麻烦你?|请|给我|打个?电话)*催.{0,3}", part
    ):
        return f"催{last}"
    asks = _kinds_of(part) & _ASKED and not _EVERY.search(part) and last != "没报的"
    return f"{last}{part}" if asks else part


def _all(parts: list[str], context: Context, understand: Understand) -> Reply | None:
    """Each with what it comes to; those that ask are asked one after the other."""
    told = ask_in_turn(parts, context, understand)
    if all(_UNREAD.search(reply) for reply in told):
        return None
    asks = sum(_WAITS.search(reply) is not None for reply in told)
    head = f"{len(parts)}件事，" + ("逐件确认，先是第一件要确认的：" if asks else "分别办：")
    rows = [f"【{place}】{reply}" for place, reply in enumerate(told, start=1)]
    return Reply("\n".join([head, *rows]))


_WAITS: Final = re.compile("（前一件回过再问您这一件。）$")
