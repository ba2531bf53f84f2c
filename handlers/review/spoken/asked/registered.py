"""“代审那个批了没”“城建局回话没”“有没有人提异议”: how that stands which was registered and a reviewer may know."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from handlers.context import Context
from handlers.matters.register import KIND_NAMES
from handlers.messages import Reply
from handlers.people.enrolled import is_of
from handlers.review.sight import concerned, judges
from handlers.review.spoken.asked.of_one import sent_back_of
from handlers.review.spoken.elsewhere import named, units_named
from handlers.review.waiting import recused
from handlers.suggesting import offering
from handlers.wording import clip, clock, leaf_name, month_day, shown
from store.records import Evidence, Matter, MatterKind, Submission

_LONGEST: Final = 40
_LISTED: Final = 6
_STATE: Final = (
    "(?:批|准|同意|定|办|处理|生效|核实|查实|确认|认定|回|登记|转|通过|受理|上报|交|提|弄)(?:复|下来|上去|准|好|完|妥|了)*(?:了?没有?|吗|么)(?:[啊呀呢]|$)"
    "|有没有(?:批|准|同意|定|办|结果|下文|回音|消息|说法|结论)|结果|进展|进度|下文|动静|消息|结论|怎么样|咋样|怎么说|咋说|到哪|哪天|哪一天|几号|什么时候|啥时候?|办得|(?:申请|登记|提议)(?:呢|了几|有几|过哪|了哪)|算不算数|谁(?:来)?(?:批|定|核实)"
)
_ANY: Final = (
    "有没有|有[人谁]|有几|几[个件起条家]|多少|哪[些几个家]|谁|列|内容|说(?:的|了)?(?:什么|啥)"
    "|(?:提|有|来)(?:过|了)?.{0,4}(?:没有?|吗|么)$|看看|看一?下|[吗么没]$"
)
_KINDS: Final[tuple[tuple[re.Pattern[str], tuple[MatterKind, ...], re.Pattern[str]], ...]] = (
    (re.compile("异议|申诉|不服|复核|复查|喊冤|有意见|提意见"), ("appeal",), re.compile(f"{_STATE}|{_ANY}")),
    (re.compile("代审|代理|替我|替班|帮我审的|顶我的"), ("substitute",), re.compile(_STATE)),
    (re.compile("回避"), ("recusal",), re.compile(f"{_STATE}|哪[些几]|(?:登|申请)了?[吗没]$")),
    (re.compile("解锁|开锁|申请打开|打开的?申请|口子"), ("unlock",), re.compile(_STATE)),
    (re.compile("加分(?:提议|申请|那个)"), ("bonus",), re.compile(_STATE)),
    (
        re.compile("否决|事件|事故|央视|曝光|上新闻|媒体|塌|爆炸|中毒|谣"),
        ("veto", "incident"),
        re.compile(_STATE),
    ),
    (
        re.compile(
            "回[话复信音]|回(?:了|过)?(?:没|吗)|答复|解释|说法|说明|我问|问的|要求?补的?|让.{0,8}补|补充|我要的|(?:传|交|发|送)(?:上来|过来|齐)|叫.{0,8}补|补(?:上?来|齐|交)?了?(?:没|吗)|待补"
        ),
        ("material",),
        re.compile(
            "(?:回|复|答|交|补|来|给|发|传|说|解释|送|有|到)(?:话|信|复|上|过|来|齐|全|好|明|了)*(?:没有?|吗|么)(?:[啊呀呢]|$)|没[有人]?(?:回|答|动|补|交)|怎么[说样]|咋[说样]|下文|动静|消息|说(?:的|了)?(?:什么|啥)|回[复话](?:了|的)?(?:什么|啥|哪)|有没有(?:回|答|补|交)|哪[些几家]|(?:到)?(?:哪天|几号|什么时候)"
        ),
    ),
)
_ORDERS: Final = re.compile("让(?!.{1,10}补的)|退|通过|登记|替我审$|审吧|就说|转告|告诉")


def asked(words: str, context: Context) -> Reply | None:
    """How it stands; None for anything else."""
    kinds: tuple[MatterKind, ...] = next(
        (kinds for telling, kinds, asks in _KINDS if telling.search(words) and asks.search(words)), ()
    ) or _wanted(words, context)
    if not kinds or len(words) > _LONGEST or _ORDERS.search(words):
        return None
    rows = _of(kinds, words, context)
    if not rows and kinds == ("material",):
        return _never_asked(words, context)
    if not rows and kinds == ("veto", "incident"):
        return None
    if not rows:
        return Reply(_none(kinds))
    lines = [f"第{row.number}号 {KIND_NAMES[row.kind]}：{_told(row, context)}" for row in rows]
    return Reply("\n".join([*shown(lines, _LISTED, "……另有{}件"), *_foot(kinds, rows)]))


def _wanted(words: str, context: Context) -> tuple[MatterKind, ...]:
    """公报啥时候能来: of what was asked for, by the thing itself."""
    thing = _CAME.sub("", words)
    rows = [row for row in seen(context, ("material",)) if row.closed_at is None]
    asks = len(thing) > 1 and thing != words and any(thing in row.text for row in rows)
    return ("material",) if asks else ()


_CAME: Final = re.compile(
    r"^(?:那个|那|他们的?)+|(?:的|都|还)*(?:什么时候|啥时候?|哪天|几号|多久)(?:能|才|会|可以)*(?:来|到|交|发|给|补)?(?:上来|过来|来)?|(?:发|传|交|补|送|来|到)(?:上来|过来|来|到)?了?(?:没有?|吗|么)$"
)


def seen(context: Context, kinds: Sequence[MatterKind]) -> list[Matter]:
    """Those that a reviewer may know of: what he registered himself, and what contests a leaf that he assesses.

    What a unit contests or answers is nothing for who has stepped back from it.
    """
    me = context.speaker.contact.id
    rows = [row for row in context.uow.matters.of_campaign(context.speaker.campaign.id) if row.kind in kinds]
    return [
        row
        for row in rows
        if (row.contact_id == me or (row.kind == "appeal" and _is_his(row.code, context)))
        and not (
            row.kind in ("appeal", "material") and recused(context, row.unit, row.code, row.subject or "")
        )
    ]


def _is_his(code: str, context: Context) -> bool:
    leaf = context.rubric.by_code.get(code)
    return leaf is not None and judges(context, leaf)


def _of(kinds: Sequence[MatterKind], words: str, context: Context) -> list[Matter]:
    """Those of the unit or item that is named, else all; the newest first."""
    rows = seen(context, kinds)[::-1]
    units = units_named(words, context)[0]
    if units:
        rows = [row for row in rows if {row.unit, row.subject} & set(units)]
    codes = {code for code, _ in named(words, context)}
    return [row for row in rows if row.code in codes] or rows


def _told(row: Matter, context: Context) -> str:
    leaf = context.rubric.by_code.get(row.code)
    about = "·".join(
        filter(None, [row.unit or row.subject, f"{row.code} {leaf_name(leaf, 16)}" if leaf else ""])
    )
    said = f"{about}“{clip(row.text, 40)}”（{clock(row.at)}）"
    if row.kind == "recusal":
        return f"{said}，已生效，不再列入您的待审"
    if row.kind == "material":
        return f"{said}，{_supplied(row, context)}"
    days = _days(row)
    if row.closed_at is not None:
        return f"{said}{days}，{clock(row.closed_at)}已办结：{clip(row.outcome or '', 60)}"
    waits = (
        "还没有批，等质强办确认"
        if row.kind in ("substitute", "unlock")
        else "待核实"
        if row.kind in ("veto", "incident")
        else "质强办还没有办结"
    )
    return f"{said}{days}，{waits}"


def _days(row: Matter) -> str:
    if "from" not in row.detail:
        return ""
    first, last = (month_day(date.fromisoformat(row.detail[key])) for key in ("from", "until"))
    return f"，{first}–{last}" if first != last else f"，{first}"


def _is_since(one: Evidence | Submission, row: Matter) -> bool:
    """Whether it came after the request, by the message where both came in the same moment."""
    return (one.at, one.inbox_id or 0) > (row.at, row.inbox_id or 0)


def _supplied(row: Matter, context: Context) -> str:
    """What the unit has handed in, reported anew or written since it was asked."""
    since = [
        one
        for one in context.uow.evidence.list(context.speaker.campaign.id)
        if _is_since(one, row)
        and is_of(row.unit, one, context)
        and (not one.code or _is_his(one.code, context))
    ]
    anew = [
        one
        for one in context.uow.submissions.current(context.speaker.campaign.id)
        if _is_since(one, row)
        and row.unit in (one.unit, one.subject)
        and row.code in ("", one.code)
        and _is_his(one.code, context)
    ]
    until = f"，期限{month_day(date.fromisoformat(row.detail['until']))}" if "until" in row.detail else ""
    got = [
        f"{clock(one.at)}交来“{clip(one.caption or one.original_name or one.text or one.url or '没有说明的图片', 40)}”"
        + (f"（{one.code}）" if one.code else "（未归类）")
        for one in since
    ]
    got += [f"{clock(one.at)}重新报了{one.code}" for one in anew]
    if row.closed_at is not None:
        return f"已了结：{clip(row.outcome or '', 40)}"
    return "；".join(got[:3]) if got else f"还没有回话，也没有交来新材料{until}"


def _never_asked(words: str, context: Context) -> Reply | None:
    """城建局补了没, of whom nothing was asked."""
    units = units_named(words, context)[0]
    if len(set(units)) != 1 or _SUPPLIED.search(words) is None:
        return None
    if not concerned(context, units[0]):
        return Reply(f"{units[0]}的项不由您单位考核，您没有要它补过什么。")
    back = sent_back_of(units[0], context)
    return (
        back
        if back or "补" not in words
        else Reply(f"您还没有要{units[0]}补过什么，没有待补的。要他们补请发“让{units[0]}补 什么材料”。")
    )


_SUPPLIED: Final = re.compile(
    "(?:补|回话|回|回复|答复|传|交|发|送)(?:上来?|齐|交|来|好)?(?:过|了)?(?:没有?|吗|么)$"
)


def _none(kinds: Sequence[MatterKind]) -> str:
    if kinds == ("appeal",):
        return "由您审的各项还没有人提异议。异议的程序和期限原文未规定，以质强办通知为准。"
    return f"您没有登记过{KIND_NAMES[kinds[0]]}。"


def _foot(kinds: Sequence[MatterKind], rows: Sequence[Matter]) -> list[str]:
    if kinds == ("appeal",):
        return ["要说您的意见发“异议不成立 理由”或“异议成立 理由”，转质强办办结；系统里的数不动。"]
    if "veto" in kinds and any(row.closed_at is None for row in rows):
        return ["认定前不改等次和分数。"]
    if kinds == ("substitute",) and any(row.closed_at is None for row in rows):
        return ["批准前待审都在您名下；不用了发“代审取消”。"]
    return []


def opinion(words: str, context: Context) -> Reply | None:
    """城建局那个异议不成立 监督手续少两份: the reviewer's opinion of what is contested, for the office to settle."""
    found = _OPINION.search(words)
    if found is None or len(words) > _LONGEST_OPINION or words.endswith(("吗", "么", "?", "？")):
        return None
    rows = [row for row in _of(("appeal",), words, context) if row.closed_at is None]
    if not rows:
        return Reply("由您审的各项没有待办的异议，没有处理。")
    said = clip(context.as_said(words), 80)
    choices = [
        (
            f"转质强办 对第{row.number}号异议（{row.unit} {row.code}）的审核意见：{said}",
            f"第{row.number}号（{_told(row, context)}）：把您的意见转质强办办结",
        )
        for row in rows[:_LISTED]
    ]
    return offering.choose("异议由质强办办结，系统里的数不动；还没有转。", choices, context)


_LONGEST_OPINION: Final = 80
_OPINION: Final = re.compile(
    r"(?:异议|申诉|复核|不服)[^,，。]{0,8}?(?:不?成立|不?属实|有?没?有?道理|不?采纳|不?认可?|驳回|维持|不予?受理|站不住脚|不对|不行|不同意|同意|支持|有理|没理)|(?:维持原(?:分|判|来的分))|(?:驳回|采纳|认可|同意|支持|不同意|不认|不采纳)[^,，。]{0,10}(?:异议|申诉)"
)
