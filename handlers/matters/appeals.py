"""异议: a unit contests what is scored; registered with what the system has, nothing is changed by it."""

import re
from typing import Final

from handlers.access import Act
from handlers.board import BoardLine, board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters.register import register
from handlers.messages import Reply
from handlers.reading import ReportItem, read_report
from handlers.receipts import line_of, points_text, values_text
from handlers.wording import leaf_name

_CONTESTED: Final = re.compile(
    r"^.{0,12}(?:公示|分数|得分|评分|打分|扣分|结果|通报|排名|核定)的?(?:分|数|结果)?.{0,6}"
    r"(?:不对|有误|错了?|算错|不服|不认|有问题|有异议)了?[\s，,。:：;；]*"
)
_BY_OTHERS: Final = (
    r"^.{0,24}(?:局|委|办|部门|科|站|他们|人家|上面)[^，,。]{0,3}(?:报|给|算|填|写)的?(?:我们|我[区县市镇]|咱们?|本[区县镇]|[^，,。]{0,4}[区县镇])"
    r".{0,16}?(?:不对|不准|不实|有误|错了?|[偏太][低高]|[低高]了|对不上|不认可?|不服|有出入|有问题)了?[\s，,。:：;；]*"
    r"|^.{0,24}(?:[跟和与同]我们(?:自己)?(?:掌握|统计|测|算|手[里上])?的?(?:数|数据)?(?:对不上|不一样|不一致|不符|有出入)|我们(?:都)?(?:不认可?|不服|不同意))(?:这个|那个)?数?[\s，,。:：;；]*"
)
"""What another unit gave for one's own."""
_APPEAL: Final = re.compile(r"^.{0,6}(?:提|有|登记|要)?(?:申诉|异议|申请复核|要求复核)[\s，,。:：;；]*")


def contest(text: str, context: Context) -> Reply:
    """Register what the unit says is wrong, beside what is stored and what the other value would give."""
    rest = _APPEAL.sub("", _CONTESTED.sub("", text)).strip()
    others = re.match(_BY_OTHERS, text) is not None
    line, item = (None, None) if others else _meant(rest, context)
    code, subject = (line.criterion.code, line.subject) if line else _given_by_others(text, context)
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
        "由质强办处理，结果会告诉您；异议的程序和期限原文未规定，以质强办通知为准。"
    )


def _given_by_others(text: str, context: Context) -> tuple[str, str]:
    """The leaf of the speaker's own assessed unit that holds a figure of the text; ("", "") where none surely does."""
    own = context.seat.own
    rows = context.uow.submissions.current(context.speaker.campaign.id, own) if own else ()
    figures = set(re.findall(r"\d+(?:\.\d+)?", text))
    holding = {row.code for row in rows if figures & {str(value) for value in (row.inputs or {}).values()}}
    return (holding.pop(), own) if len(holding) == 1 else ("", "")


def _meant(text: str, context: Context) -> tuple[BoardLine | None, ReportItem | None]:
    """The one line that the words are about, and the value that they claim."""
    board = board_of(context, text)
    subjects = context.speaker.campaign.subjects
    rows = read_report(text, board.tasks(), others=context.rubric.criteria, subjects=subjects)
    items = [row.item for row in rows if row.item] + [choice.item for row in rows for choice in row.choices]
    if len({(item.criterion.code, item.subject) for item in items}) == 1 and items:
        item = items[0]
        return board.line(item.criterion.code, item.subject), item if len(items) == 1 else None
    tasks = {row.task.criterion.code for row in rows if row.task}
    return (board.line(tasks.pop()), None) if len(tasks) == 1 else (None, None)


def _compared(context: Context, line: BoardLine, item: ReportItem | None) -> str:
    criterion, record = line.criterion, line.record
    name = f"{criterion.code} {leaf_name(criterion, 30)}"
    stored = "未报"
    if record.reported:
        points = points_text(line_of(context, criterion, line.subject, line.known))
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
        rf"(?!.{{0,8}}(?:有没有人|有人|谁|几个|多少|哪些)|有(?:申诉|异议)[吗么没]|.{{0,12}}(?:异议|申诉)(?:都|现在|的)?(?:处理|办理|办|进展|到哪|结果|怎么样|几[起个件条]|收到)).{{0}}(?:{_CONTESTED.pattern}|{_APPEAL.pattern}|{_BY_OTHERS}).{{0,200}}",
        re.DOTALL,
    ),
    shy=True,
)
