"""What an objection is about: the own line that its words name, and the value that they claim for it."""

import re
from typing import Final

from handlers.board import Board, BoardLine, board_of
from handlers.context import Context
from handlers.leading.topics import leaves_about, topic_of
from handlers.reading import ReportItem, Task, read_report
from handlers.reading.tokens.asides import APPEALED
from handlers.reporting.about.meant import about

CONTESTED: Final = re.compile(
    r"^.{0,12}(?:公示|分数|得分|评分|[打扣给评]的?分|[那这]个分|的分|结果|通报|排名|核定)的?(?:分|数|结果)?.{0,6}"
    r"(?:不对|有误|错(?!误)了?|算错|不服|不认可?|有问题|有异议|有意见|不公平?|不合理|没道理|不同意|不接受)了?[\s，,。:：;；]*"
    r"|^.{0,24}公示(?!的?(?:时间|日期|期))[^，,。]{0,10}(?:要|得|该|应)(?:改|更正|纠正)(?!成|为|到)"
)
APPEAL: Final = re.compile(
    rf"^.{{0,6}}(?:提|有|登记|要)?(?:{APPEALED}|异议|申请复核|要求复核)[\s，,。:：;；]*"
)


_PLACE: Final = re.compile(r"第?(?P<place>\d{1,2})(?:项|[\s,，:：])\s*(?=[^\d\s])")
"""申诉 2 监督台账已报送: the number of the speaker's own list."""
_ORDINAL: Final = re.compile(r"第\s*(?P<place>\d{1,2})\s*(?:项|条|个(?!百))|(?<=对)(?P<alone>\d{1,2})项")
"""我对第2项得分有异议: an ordinal, and no figure."""
_NO_VALUE: Final = re.compile(
    r"第\s*\d+\s*[号页次名条款]|20\d\d年度?|\d{1,2}月\d{1,2}[日号]?|[〔\[(]20\d\d[〕\])]\d*号?|\d+号文?|[扣得]了?\d"
)
PLAINLY: Final = re.compile("申诉|异议|复[核查]|公示|通报|不对|错|不服|不认")
"""Who says one of these contests something, even where he names no leaf; 不公平啊 alone complains."""


def given_by_others(text: str, context: Context) -> tuple[str, str]:
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


def reported_by_others(text: str, context: Context) -> tuple[str, str]:
    """The leaf of the speaker's own assessed unit that another one reports, by its code or its name; ("", "") for none."""
    own, listed = context.seat.own, {line.criterion.code for line in board_of(context, text).lines}
    code = _code_in(text, context)
    if code or _of_another(text, context):
        known = code in context.rubric.by_code and code not in listed and not _of_another(text, context)
        return (code, own) if own and known else ("", "")
    first = re.split(r"[\s，,。：:]+", APPEAL.sub("", text).strip())[0] if APPEAL.match(text) else ""
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


def meant(text: str, context: Context) -> tuple[BoardLine | None, ReportItem | None]:
    """The one line that the words are about, and the value that they claim."""
    claim = _REALLY.sub(" ", _BY_HOW_MUCH.sub(" ", _DENIED.sub(" ", text)))
    ordinal, claim = _ORDINAL.search(claim), _NO_VALUE.sub(" ", _ORDINAL.sub(" ", claim))
    rest = APPEAL.sub("", CONTESTED.sub("", claim)).strip()
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
    if ordinal is not None:
        lines = [line for line in board.lines if str(line.duty.ordinal) in ordinal.groups()]
        lines = [line for line in lines if line.subject in text] or lines
        return _valued(lines[0] if len(lines) == 1 else None, claim)
    found = _read(rest, board, context)
    return found if found[1] is not None else _valued(found[0] or _named(text, context), claim)


def _valued(line: BoardLine | None, claim: str) -> tuple[BoardLine | None, ReportItem | None]:
    """The line with the only figure of the words, read as its value."""
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
    only = question.board.lines if PLAINLY.search(text) else ()
    lines = own or question.of_subjects() or only
    old = {one["old"] for one in _DENIED.finditer(text)}
    lines = (
        tuple(line for line in lines if old & {str(value) for value in line.record.reported.values()})
        or lines
    )
    return lines[0] if len(lines) == 1 else None
