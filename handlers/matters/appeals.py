"""异议: a unit contests what is scored; registered with what the system has, nothing is changed by it."""

import re
from typing import Final

from handlers.access import Act
from handlers.board import Board, BoardLine, board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.leading.topics import leaves_about, topic_of
from handlers.matters.listing import listing
from handlers.matters.register import office_of, register
from handlers.messages import Reply
from handlers.office.results import publicity
from handlers.reading import ReportItem, Task, read_report
from handlers.receipts import line_of, points_now, points_text, values_text
from handlers.reporting.about.meant import about
from handlers.suggesting import offering
from handlers.wording import clip, leaf_name

_CONTESTED: Final = re.compile(
    r"^.{0,12}(?:公示|分数|得分|评分|[打扣给评]的?分|[那这]个分|的分|结果|通报|排名|核定)的?(?:分|数|结果)?.{0,6}"
    r"(?:不对|有误|错(?!误)了?|算错|不服|不认可?|有问题|有异议|有意见|不公平?|不合理|没道理|不同意|不接受)了?[\s，,。:：;；]*"
    r"|^.{0,24}公示(?!的?(?:时间|日期|期))[^，,。]{0,10}(?:要|得|该|应)(?:改|更正|纠正)(?!成|为|到)"
)
_WANTED: Final = (
    r".{2,90}[，,。\s](?:我们?)?(?>要求|提出|申请|请求|想|要|请|提)+(?:申诉|异议|复[核查])(?:一下)?[。!！\s]*"
)
_BY_OTHERS: Final = (
    r"^.{0,24}(?:局|委|办|部门|科|站|他们|人家|上面)[^，,。]{0,3}(?:报|给|算|填|写)的?(?:我们|我[区县市镇]|咱们?|本[区县镇]|[^，,。]{0,4}[区县镇])"
    r".{0,16}?(?:不对|不准|不实|有误|错了?|[偏太][低高]|[低高]了|对不上|不认可?|不服|有出入|有问题)了?[\s，,。:：;；]*"
    r"|^.{0,24}(?:[跟和与同]我们(?:自己)?(?:掌握|统计|测|算|手[里上])?的?(?:数|数据)?(?:对不上|不一样|不一致|不符|有出入)|我们(?:都)?(?:不认可?|不服|不同意))(?:这个|那个)?数?[\s，,。:：;；]*"
)
"""What another unit gave for one's own."""
_APPEAL: Final = re.compile(
    r"^(?!.{0,6}(?:投诉[、和及与]?申诉|申诉(?:案|网|平台|投诉|率|处理机制))).{0,6}(?:提|有|登记|要)?(?:申诉|异议|申请复核|要求复核)[\s，,。:：;；]*"
)


_PLACE: Final = re.compile(r"第?(?P<place>\d{1,2})(?:项|[\s,，:：])\s*(?=[^\d\s])")
"""申诉 2 监督台账已报送: the number of the speaker's own list."""
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


_PLAINLY: Final = re.compile("申诉|异议|复[核查]|公示|通报|不对|错|不服|不认")
"""Who says one of these contests something, even where he names no leaf; 不公平啊 alone complains."""


def contest(text: str, context: Context) -> Reply | None:
    """Register what the unit says is wrong, beside what is stored and what the other value would give."""
    if _INQUIRY.search(text):
        return listing("异议", context) if context.speaker.role == "office" else None
    others = re.match(_BY_OTHERS, text) is not None
    code, subject = _given_by_others(text, context) if others else _reported_by_others(text, context)
    line, item = (None, None) if code else _meant(text, context)
    if context.speaker.role == "office" and line is None and not code:
        return None if text.strip() else listing("异议", context)
    if line is None and not code and not _PLAINLY.search(text):
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
    line, item = _meant(text, context)
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
    line, _ = _meant(text, context)
    place = f"{line.duty.ordinal}" if line is not None else "1"
    about_it = f"“{clip(line.title, 24)}”" if line is not None else "哪一项"
    return Reply(
        f"提异议：对{about_it}有异议，请发“申诉 {place} 应该是多少、为什么”，我登记编号转质强办，数据先不动；"
        f"证明材料（统计公报、批文、证书）直接发图片或文件。\n{_until(context)}"
    )


def agreed(_: str, __: Context) -> Reply:
    """公示没意见: nothing is registered."""
    return Reply("好的，知道了：您对结果没有意见。没有登记异议，数据没有改动。")


def _given_by_others(text: str, context: Context) -> tuple[str, str]:
    """The leaf of the speaker's own assessed unit that holds a figure of the text; ("", "") where none surely does."""
    own = context.seat.own
    rows = context.uow.submissions.current(context.speaker.campaign.id, own) if own else ()
    figures = set(re.findall(r"\d+(?:\.\d+)?", text))
    holding = {row.code for row in rows if figures & {str(value) for value in (row.inputs or {}).values()}}
    return (holding.pop(), own) if len(holding) == 1 else ("", "")


_CODED: Final = re.compile(
    r"(?:^|对|就|关于|异议|申诉|复[核查])[\s:：]*(?P<code>[A-Za-z]\d\d-[A-Za-z]\d?|\d{1,2}(?:\.\d{1,2}){1,2})(?![\d.%％分件个-])"
)
"""申诉 1.1 is no value."""


def _code_in(text: str, context: Context) -> str:
    """The code behind the words that contest, whatever assessed unit is named before it; "" for none."""
    for name in context.speaker.campaign.subjects:
        text = text.replace(f"{name}的", "").replace(name, "")
    found = _CODED.search(text)
    return found["code"] if found is not None else ""


def _of_another(text: str, context: Context) -> bool:
    """Whether an assessed unit is named that is not the speaker's own."""
    own = context.seat.own
    return bool(own) and any(one in text for one in context.speaker.campaign.subjects if one != own)


def _reported_by_others(text: str, context: Context) -> tuple[str, str]:
    """The leaf of the speaker's own assessed unit that another one reports, by its code or its name; ("", "") for none."""
    own, listed = context.seat.own, {line.criterion.code for line in board_of(context, text).lines}
    code = _code_in(text, context)
    if code or _of_another(text, context):
        known = code in context.rubric.by_code and code not in listed and not _of_another(text, context)
        return (code, own) if own and known else ("", "")
    first = re.split(r"[\s，,。：:]+", _APPEAL.sub("", text).strip())[0] if _APPEAL.match(text) else ""
    topic = topic_of(first) if own else ""
    found = [*leaves_about(topic, context.running)] if len(topic) > 1 else []
    return (found[0].code, own) if len(found) == 1 and found[0].code not in listed else ("", "")


_DENIED: Final = re.compile(
    r"(?:[而并]?不[是该]|(?:咋|怎么|为[啥何]|为什么|凭[啥什]么?)(?:会|就|才|还|只)*(?:是|成|写|有|变)[成了]?|(?:上面|公示|你们|系统|表)[^，,。\d]{0,8}(?:写|公示|登|打|记|报)?成?的?是?|[写登打记报算填显][成示]了?)\s*(?P<old>\d+(?:\.\d+)?)\s*[%％件个分起项家]?"
)
"""不是93.2, 上面写的8件: what stands there, and is said to be wrong."""
_FIGURE: Final = re.compile(r"\d+(?:\.\d+)?\s*[%％件个分起项家]?")
_BY_HOW_MUCH: Final = re.compile(
    r"[少多漏错](?:给|算|计|扣|了|我们|咱们?)+\s*\d+(?:\.\d+)?|\d+(?:\.\d+)?分|[打给算扣][得的]?[低少错高多]了?(?:我们|咱们?)?的?分?"
)
"""少给我们算了4件, 得1.5分: no value of the item."""
_REALLY: Final = re.compile(
    r"(?:实际|实为|应为|统计|公报|明明|应该|其实|应当|真实|本来|应)(?:上|的)?(?:数|值)?(?:就?是|为|有)?|(?<=[\u4e00-\u9fff])是(?=\s*\d)"
)


def _meant(text: str, context: Context) -> tuple[BoardLine | None, ReportItem | None]:
    """The one line that the words are about, and the value that they claim."""
    claim = _REALLY.sub(" ", _BY_HOW_MUCH.sub(" ", _DENIED.sub(" ", text)))
    rest = _APPEAL.sub("", _CONTESTED.sub("", claim)).strip()
    board = board_of(context, text)
    code = _code_in(text, context)
    if code and _of_another(text, context):
        return None, None
    if code:
        own = [line for line in board.lines if line.criterion.code == code]
        if not own or not rest:
            return (own[0] if len(own) == 1 else None), None
    place = _PLACE.match(rest)
    if place is not None:
        lines = [line for line in board.lines if line.duty.ordinal == int(place["place"])]
        return (lines[0] if len(lines) == 1 else None), None
    found = _read(rest, board, context)
    if found[1] is not None:
        return found
    line = found[0] or _named(text, context)
    figures = re.findall(r"\d+(?:\.\d+)?", claim)
    if line is None or len(figures) != 1:
        return line, None
    task = Task(1, line.criterion, line.duty.inputs, (line.subject,))
    rows = read_report(figures[0], [task], pending=task, subjects=(line.subject,))
    return line, rows[0].item if len(rows) == 1 else None


def _read(text: str, board: Board, context: Context) -> tuple[BoardLine | None, ReportItem | None]:
    """The same of words that tell it as a report does."""
    subjects = context.speaker.campaign.subjects
    rows = read_report(text, board.tasks(), others=context.rubric.criteria, subjects=subjects)
    items = [row.item for row in rows if row.item] + [choice.item for row in rows for choice in row.choices]
    if len({(item.criterion.code, item.subject) for item in items}) == 1 and items:
        item = items[0]
        return board.line(item.criterion.code, item.subject), item if len(items) == 1 else None
    tasks = {row.task.criterion.code for row in rows if row.task}
    only = [line for line in board.lines if line.criterion.code in tasks] if len(tasks) == 1 else []
    return (only[0], None) if len(only) == 1 else (None, None)


def _named(text: str, context: Context) -> BoardLine | None:
    """The one own line whose name stands there, of those the one that holds the figure said to be wrong."""
    question = about(text, text, _FIGURE.sub(" ", _DENIED.sub(" ", text)), "", context)
    own = tuple(line for leaf in question.leaves for line in question.lines_of(leaf))
    only = question.board.lines if _PLAINLY.search(text) else ()
    lines = own or question.of_subjects() or only
    old = {one["old"] for one in _DENIED.finditer(text)}
    lines = (
        tuple(line for line in lines if old & {str(value) for value in line.record.reported.values()})
        or lines
    )
    return lines[0] if len(lines) == 1 else None


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
        rf"(?!.{{0,8}}(?:有没有人|有人|谁|几个|多少|哪些)|有(?:申诉|异议)[吗么没]).{{0}}(?:{_CONTESTED.pattern}|{_APPEAL.pattern}|{_BY_OTHERS}).{{0,200}}|{_WANTED}",
        re.DOTALL,
    ),
    shy=True,
)
