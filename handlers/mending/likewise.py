"""同上: the value that was just given, meant for other lines too: 华容也是这个数, 其他两个一样, ⑦⑧同上, 华容跟鄂城一样."""

import re
from collections.abc import Sequence
from typing import Final

from handlers import dialogs
from handlers.board import BoardLine, board_of
from handlers.context import Context
from handlers.mending.lines import carried, lines_named, open_lines
from handlers.mending.naming import Reader
from handlers.mending.reported import Reported, of_last_message, reported
from handlers.messages import Reply
from handlers.reading import ReportItem, RowReading
from handlers.reading.certainty.questions import asks
from handlers.reading.labels import answers, by_code
from handlers.reading.numbers import whole_number
from handlers.reading.tasks import Answer
from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean
from handlers.reporting import questions, report
from handlers.wording import clip

LONGEST: Final = 40
_CUE: Final = re.compile("同|一样|一致|也[是都有]|[这一]个数")
_NOT_NOW: Final = re.compile("去年|上[次年月回]|往年|前年|上季|以前|模板|格式|怎|为啥|吗|谁|多少|不一样")
_SAME: Final = re.compile(
    r"(?:数据?|数字|情况|结果|值)?(?:也|都|均|全|完全)*(?:是|报|按|填)?(?:这个数字?|这么多|同一个数)"
    r"|(?:也|都|均|全|完全|情况|数据?)*(?:同上|同前)(?:面|边|一[条项个])?"
    r"|(?:也|都|均|全)*(?:跟|和|与|同)(?P<like>[^，,\s]{1,8}?)(?:的|那个|区|县|镇)?(?:也|是|数据?|都)*(?:一样|同样|相同|一致|同一?个?数?|一个数)(?:也是(?P<same>\d[\d.]*)%?)?"
    r"|(?:同|跟|和|与)(?P<alike>[^，,\s上前一样意]{2,6}?)$"
    r"|(?:也|都|均|全|完全|数据?|是)*(?:一样|同样|相同|一致)|(?:也|都)+是?$|也(?:都|全)?是?(?:有)?(?P<value>\d[\d.]*)[%个家件]?"
)
_LEFT: Final = re.compile(
    r"(?:其他|其它|其余|另外|剩下|剩余|余下|别)的?(?P<count>[一两二三四五六\d])?[个家]?(?:区县|县区|[区县镇市])?的?"
)
_NEXT: Final = re.compile("下[一面边]?[个项条]?|后[一面边][个项条]?")
_FILLING: Final = re.compile(
    "[吧了的呢啊哈哦噢。!！]+$|^(?:那个?|还有|然后|另外(?=[^一两二三的])|哦|嗯|对了)[，,\\s]*"
)
_PARTS: Final = re.compile(r"[，,；;。\n]+")


def is_likewise(text: str) -> bool:
    """Whether the words say that something else is the same: 5也是."""
    found = _SAME.search(_FILLING.sub("", clean(text).strip()))
    return found is not None and found.end() == len(_FILLING.sub("", clean(text).strip()))


def likewise(text: str, context: Context) -> Reply | None:
    """The draft that gives the last value to the lines that are named; None for other words."""
    said = clean(text).strip()
    if context.speaker.role != "contact" or len(said) > LONGEST or not _CUE.search(said):
        return None
    if is_question(said) or _NOT_NOW.search(said):
        return None
    asked = dialogs.open_question(context.speaker.account, context.now)
    board = board_of(context, said)
    reader = Reader(context, board, reported(context, board))
    if not reader.rows or (asked is not None and asked["kind"] == questions.QUESTION):
        return None
    parts = [_FILLING.sub("", _FILLING.sub("", part)) for part in _PARTS.split(said) if part.strip()]
    drafts = [_draft(part, reader) for part in parts]
    if any(drafts[at] is None and drafts[at + 1] is not None for at in range(len(drafts) - 1)):
        return None  # What stands before it in the message is what it is like.
    rest = "，".join(part for part, draft in zip(parts, drafts, strict=True) if draft is None)
    rows = [draft for draft in drafts if draft is not None]
    further = list(report.read(rest, context)[1]) if rest and rows else []
    if not rows or (rest and not further):
        return None
    return report.answered(context, board, [*further, *rows])


def _draft(part: str, reader: Reader) -> RowReading | None:
    found = _SAME.search(part)
    if found is None or found.end() != len(part):
        return None
    one = _like(found["like"] or found["alike"], reader)
    value = found["value"] or found["same"]
    if one is None or (value and value not in map(str, one.row.given.values())):
        return None
    lines = _meant(part[: found.start()].strip(" ，,的"), one, reader)
    items = [(line, carried(one, line)) for line in lines]
    if not items or not all(given for _, given in items):
        return None
    kept = [
        ReportItem(line.criterion, line.subject, given, amend=bool(line.known))
        for line, given in items
        if any(line.known.get(name) != value for name, value in given.items())
    ]
    named = part[: found.start()].strip()
    return _asked(part, kept, reader, together=bool(named) or len(kept) == 1) if kept else None


def _asked(part: str, items: Sequence[ReportItem], reader: Reader, *, together: bool) -> RowReading:
    """All of them at one tap; where nobody said which, each of them and all."""
    tasks = reader.board.tasks()
    each = list(answers(items, by_code(tasks)))
    task = next(task for task in tasks if task.criterion.code == items[0].criterion.code)
    whole = Answer("；".join(one.label for one in each), items[0], tuple(items[1:]))
    if together:
        return asks(part, (whole,), f"“{clip(part, 30)}”是不是下面这个意思？是就回1，不是请重发。", task)
    every = Answer("以上都是", items[0], tuple(items[1:]))
    return asks(part, (*each, every), f"“{clip(part, 30)}”是哪一个也报这个数？请回序号。", task)


def _like(name: str | None, reader: Reader) -> Reported | None:
    """The report that is meant: the one named, else the one value of the last message."""
    last = of_last_message(reader.rows)
    if name and name not in ("刚才", "上面", "前面", "它", "这个", "上一个", "刚报", "第一个"):
        code = last[-1].line.code
        named = {(line.code, line.subject) for line in lines_named(name, reader, code)}
        rows = [one for one in reader.rows if (one.line.code, one.line.subject) in named]
        return rows[0] if len(rows) == 1 else None
    given = [list(one.row.given.values()) for one in last]
    return last[-1] if all(one == given[0] for one in given) else None


def _meant(words: str, one: Reported, reader: Reader) -> Sequence[BoardLine]:
    words = _FILLING.sub("", words)
    if not words:
        return list(open_lines(one, reader))
    left = _LEFT.fullmatch(words)
    if left is not None:
        lines = list(open_lines(one, reader))
        number = whole_number(left["count"]) if left["count"] else len(lines)
        return lines if number == len(lines) else ()
    if _NEXT.fullmatch(words):
        places = [at for at, line in enumerate(reader.board.lines) if line.code == one.line.code]
        at = next(at for at in places if reader.board.lines[at].subject == one.line.subject)
        return reader.board.lines[at + 1 : at + 2]
    return lines_named(words, reader, one.line.code)
