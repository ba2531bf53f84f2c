"""食品的, 例行监测的: a few words that point at the value stored just before, or say that it belongs elsewhere."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from handlers.board import board_of
from handlers.context import Context
from handlers.mending import plans
from handlers.mending.asking import ask
from handlers.mending.naming import Mention, Reader
from handlers.mending.plans import Plan
from handlers.mending.reported import Reported, of_last_message, reported
from handlers.messages import Reply
from handlers.reading import Certain, read_number
from handlers.reading.asides import is_question
from handlers.reading.values import verdict
from handlers.reading.widths import clean
from handlers.reporting.about.meant import said_before

_POINTS: Final = re.compile(
    "(?P<wrong>(?:不对|不是|说错了|报错了|写错了|搞错了|错了)[,，\\s]*)?(?:是|应该是|我说的是|指的是|就是)?"
    "(?P<name>[^\\d,，。；;是]{2,14}?)(?:的|那个|那项|那条|那块)[吧啊呀呢哈]*"
)
_STORED: Final = re.compile("已收")


def point(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """That the value just stored stands under that name, or the question to move it; None for other words."""
    said = clean(text).strip().rstrip("。.!！")
    found = _POINTS.fullmatch(said) if before is None and context.speaker.role == "contact" else None
    if found is None or is_question(said):
        return None
    last = said_before(context)
    if last is None or not _STORED.search(last[1]):
        return None
    board = board_of(context, said)
    reader = Reader(context, board, reported(context, board))
    rows = of_last_message(reader.rows)
    named = [
        mention for mention in reader.names(found["name"]).mentions if mention.named and mention.new is None
    ]
    if len(rows) != 1 or len(named) != 1:
        return None
    return _stands(rows[0], named[0], reader) or _elsewhere(said, rows[0], named[0], reader)


def _stands(one: Reported, mention: Mention, reader: Reader) -> Reply | None:
    """The value is stored where the words point, as far as they tell."""
    lines = {(line.code, line.subject) for line in reader.lines(mention)}
    inputs = {name for _, names in mention.inputs for name in names}
    if (one.line.code, one.line.subject) not in lines or (inputs and not inputs & set(one.row.given)):
        return None
    only = "这一项只报这一个数，" if len(one.line.duty.inputs) == 1 else ""
    return Reply(
        f"对，刚才入库的就是这一项：{plans.told(reader.context, one.row)}，{only}不用再报。"
        f"这个数不对请直接发准的数，不是这一项请回“撤回”。"
    )


def _elsewhere(said: str, one: Reported, mention: Mention, reader: Reader) -> Reply | None:
    found = tuple(_moved(one, mention, reader))
    return ask(reader.context, said, found) if found else None


def _moved(one: Reported, mention: Mention, reader: Reader) -> Sequence[Plan]:
    """The value taken from where it was put to where the words say."""
    values = list(one.row.given.values())
    number = read_number(str(values[0])) if len(values) == 1 and not isinstance(values[0], bool) else None
    if number is None:
        return ()
    taken = plans.withdrawing(reader.context, one.row)
    inputs = {name for _, names in mention.inputs for name in names}
    return [
        plans.together([taken, plans.storing(reader.context, line, {item.name: judged.value})])
        for line in reader.lines(mention)
        for item in line.duty.inputs
        if (not inputs or item.name in inputs) and isinstance(judged := verdict(item, number), Certain)
        if (line.code, line.subject) != (one.line.code, one.line.subject)
    ][:3]
