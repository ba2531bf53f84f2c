"""异议: a unit contests what is scored; registered with what the system has, nothing is changed by it."""

import re
from typing import Final

from handlers.access import Act
from handlers.board import BoardLine
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters.contested import (
    APPEAL,
    CONTESTED,
    PLAINLY,
    given_by_others,
    meant,
    reported_by_others,
)
from handlers.matters.listing import listing
from handlers.matters.register import office_of, register
from handlers.messages import Reply
from handlers.office.results import publicity
from handlers.reading import ReportItem
from handlers.receipts import line_of, points_now, points_text, values_text
from handlers.suggesting import offering
from handlers.wording import clip, leaf_name

_WANTED: Final = (
    r".{2,90}[，,。\s](?:我们?)?(?>要求|提出|申请|请求|想|要|请|提)+(?:申诉|异议|复[核查])(?:一下)?[。!！\s]*"
)
_BY_OTHERS: Final = (
    r"^.{0,24}(?:局|委|办|部门|科|站|他们|人家|上面)[^，,。]{0,3}(?:报|给|算|填|写)的?(?:我们|我[区县市镇]|咱们?|本[区县镇]|[^，,。]{0,4}[区县镇])"
    r".{0,16}?(?:不对|不准|不实|有误|错了?|[偏太][低高]|[低高]了|对不上|不认可?|不服|有出入|有问题)了?[\s，,。:：;；]*"
    r"|^.{0,24}(?:[跟和与同]我们(?:自己)?(?:掌握|统计|测|算|手[里上])?的?(?:数|数据)?(?:对不上|不一样|不一致|不符|有出入)|我们(?:都)?(?:不认可?|不服|不同意))(?:这个|那个)?数?[\s，,。:：;；]*"
)
"""What another unit gave for one's own."""
_ITEM_FIRST: Final = re.compile(
    r"(?P<item>[^,，。?？]{2,16}?)(?:[这那]一?项|[这那]个|的分|的?退回)?[,，]?(?:我[们局区县市]|本局|我单位)"
    r"(?:要|想|提出?|有)?(?:申诉|异议)(?:一下)?[,，。\s]\s*(?P<rest>[^?？\s][^?？]{3,})"
)


def in_order(text: str) -> str:
    """覆盖率这项我们申诉，台账已报送 as the command is typed: the item behind it."""
    found = _ITEM_FIRST.fullmatch(text) if "申诉" in text or "异议" in text else None
    return f"申诉 {found['item']} {found['rest']}" if found is not None else text


_INQUIRY: Final = re.compile(
    r"[?？吗呢]\s*$|(?:要|得|需要?|准备|[交附带写])[^，,。]{0,4}(?:什么|啥|哪些)|(?:申诉|异议)(?:了|过|的|些)*(?:是)?(?:什么|啥)|(?:为什么|为啥|为何|谁)[^，,。]{0,6}(?:申诉|异议)|(?:申诉|异议)(?:都|已经)?(?:提|交)?过了?|(?:提|交)过(?:申诉|异议)|(?:没有?|[好完]没|了没)[。\s]*$|怎么(?:申诉|提|办|弄|处理|样)|如何|进[展度]|到哪|咋样|处理(?:完|得|情况|结果)|办得|收到|[几多][个起件条家少]|有没有|能不能|可不可以|没(?:有|人)?(?:回[复音信应]|答复|动静|下文|处理|办)"
)
"""What is asked about appeals is none."""


_NONE: Final = re.compile(
    "(?:没有?|无|不(?!服|对|准|实|认可?|合理|公平|同意)|别|未)(?:什么|啥|任何|是|想|要|再|用|打算|准备|说|提出?|有|过|会|能|必|叫|算)*(?:异议|申诉|复[核查])"
    r"|(?:异议|申诉)[^，,。\d]{0,4}(?:[不别没未]|先不)(?:再|提|办|撤|取消|申|交|登)|^(?:听说|据说|好像|有人|别人|人家|他们|[那哪]家)"
)
"""没有异议, 我没提异议, 听说有异议: nothing is contested."""
_BUT: Final = re.compile(r"但|不过|只是|就是|除了|可是|[，,。].*\d")


_BARE: Final = re.compile(
    r"(?:请|麻烦|帮我|帮忙|我们?|[要想先那就给我去])*(?:提出?|登记|申请)?(?:责任(?:认领)?)?(?:申诉|异议|复核)?(?:一?下|吧|[。!！])*|"
)
"""我要提异议: of what, is not said."""


def contest(text: str, context: Context) -> Reply | None:
    """Register what the unit says is wrong, beside what is stored and what the other value would give."""
    if _INQUIRY.search(text):
        return listing("异议", context) if context.speaker.role == "office" else None
    if _BARE.fullmatch(text.strip()) and context.speaker.role != "office":
        return how(text, context)
    if _NONE.search(text) and not _BUT.search(text):
        return Reply("好的，没有登记异议，数据没有改动。您单位要提，请发“申诉 哪一项 为什么”。")
    others = re.match(_BY_OTHERS, text) is not None
    code, subject = given_by_others(text, context) if others else reported_by_others(text, context)
    line, item = (None, None) if code else meant(text, context)
    if context.speaker.role == "office" and line is None and not code:
        return None if text.strip() else listing("异议", context)
    if line is None and not code and not PLAINLY.search(text):
        return None
    if line is not None:
        code, subject = line.criterion.code, line.subject
    said = dict(item.inputs) if item else {}
    number = register(
        context,
        "appeal",
        text,
        unit=context.seat.unit,
        code=code,
        subject=subject,
        detail={"said": said} if said else {},
    )
    name = leaf_name(context.rubric.criterion(code), 30) if code else ""
    unnamed = f"{code} {name}（{subject}）。" if code else "没认出是哪一项，请补序号或指标名。"
    about = _compared(context, line, item) if line else unnamed
    return Reply(
        f"已登记异议（第{number}号）：{about}数据没有改动。\n"
        "请附证明材料（如统计公报、批文、证书），图片直接发，文号回“材料 序号 内容”。\n"
        f"由质强办处理，结果会告诉您；{_until(context)}"
    )


def _until(context: Context) -> str:
    """Until when results may be contested, as far as that is set."""
    if publicity.of(context) is None:
        return "异议的程序和期限原文未规定，以质强办通知为准。"
    return publicity.known(context)


_OWN_FAULT: Final = re.compile(
    "我们?(?:这边|自己|局|单位)?(?:报|填|写|算|弄|打|发)错|自己(?:报|填|写|弄)错|报错了"
)


def offered(text: str, context: Context) -> Reply:
    """Whether that is an appeal, with the line and the value read; where the unit itself was wrong, to amend it."""
    line, item = meant(text, context)
    said = " ".join(context.as_said(text).split())
    about_it = f"：{_claimed(line, item, context)}" if line is not None else ""
    appeal = (f"申诉 {said}", f"登记异议{about_it}（照您的原话转质强办，数据先不改）")
    choices = [appeal, (f"转质强办 {said}", "把这句话转给质强办")]
    if line is not None and item is not None and line.record.reported:
        value = values_text(line.criterion, item.inputs)
        of = line.subject if len(context.speaker.campaign.subjects) > 1 else ""
        own = (f"{of}第{line.duty.ordinal}项改成{value}", f"是自己报错了：{of}{line.title}改成{value}")
        choices.insert(0 if _OWN_FAULT.search(text) else 1, own)
    return offering.choose(f"“{clip(said, 30)}”还没有办理。是要：", choices, context)


def _claimed(line: BoardLine, item: ReportItem | None, context: Context) -> str:
    of = line.subject if len(context.speaker.campaign.subjects) > 1 else ""
    claim = f"，您称{values_text(line.criterion, item.inputs)}" if item is not None else ""
    return f"{of}{clip(line.title, 24)}{claim}"


def when(_: str, context: Context) -> Reply:
    """When results are shown, and how long they may be contested: the document says nothing of either."""
    names = [person.name for person in office_of(context)]
    whom = f"质强办的{names[0]}" if names else "质强办"
    unset = f"公示在哪天、公示几天、异议提到哪天：原文未规定，以{whom}通知的为准"
    said = publicity.known(context).rstrip("。") if publicity.of(context) is not None else unset
    return Reply(
        f"{said}；结果发布了会发给您。\n"
        "要提异议现在就可以发“申诉 哪一项 应该是多少”，登记编号转质强办，数据先不动；证明材料可以一起传。"
    )


def how(text: str, context: Context) -> Reply:
    """How to contest something, with the item that the words name."""
    line, _ = meant(text, context)
    place = f"{line.duty.ordinal}" if line is not None else "1"
    about_it = f"“{clip(line.title, 24)}”" if line is not None else "哪一项"
    return Reply(
        f"提异议：对{about_it}有异议，请发“申诉 {place} 应该是多少、为什么”，我登记编号转质强办，数据先不动；"
        f"证明材料（统计公报、批文、证书）直接发图片或文件。\n{_until(context)}"
    )


def agreed(_: str, __: Context) -> Reply:
    """公示没意见: nothing is registered."""
    return Reply("好的，知道了：您对结果没有意见。没有登记异议，数据没有改动。")


def _compared(context: Context, line: BoardLine, item: ReportItem | None) -> str:
    criterion, record = line.criterion, line.record
    name = f"{criterion.code} {leaf_name(criterion, 30)}"
    stored = "未报"
    if record.reported:
        points = points_now(context, criterion, line.subject, record)
        stored = f"{values_text(criterion, record.reported)}{f'（{points}）' if points else ''}"
    if item is None:
        return f"{name}，系统{stored}。"
    tried = points_text(line_of(context, criterion, line.subject, {**line.known, **item.inputs}))
    trial = f"（试算{tried.removeprefix('暂得')}）" if tried else ""
    claimed = f"{values_text(criterion, item.inputs)}{trial}"
    hint = "如果只是报错了，直接重发正确的数就能更正。" if record.status in ("waiting", "returned") else ""
    return f"{name}，系统{stored}→您称{claimed}。{hint}"


COMMAND = Command(
    Act.CONTEST,
    "公示的分不对 我们专利是12件不是8件",
    words("申诉 异议 有异议 我要申诉 提异议"),
    contest,
    re.compile(
        rf"(?!.{{0,8}}(?:有没有人|有人|谁|几个|多少|哪些)|有(?:申诉|异议)[吗么没]).{{0}}(?:{CONTESTED.pattern}|{APPEAL.pattern}|{_BY_OTHERS}).{{0,200}}|{_WANTED}",
        re.DOTALL,
    ),
    shy=True,
)
