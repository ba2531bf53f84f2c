"""食品的, 例行监测的: a few words that point at the value stored just before, or say that it belongs elsewhere."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from handlers.board import BoardLine, board_of
from handlers.context import Context
from handlers.evidence import worded
from handlers.mending import plans
from handlers.mending.asking import ask
from handlers.mending.elsewhere import Misplaced, misplaced
from handlers.mending.lines import carried, lines_named
from handlers.mending.naming import Mention, Reader
from handlers.mending.plans import Plan
from handlers.mending.reported import Reported, of_last_message, reported
from handlers.messages import Reply
from handlers.reading import MOST_CHOICES
from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean
from handlers.reporting.about.meant import said_before
from handlers.reporting.remarks import is_remark
from handlers.talking.promises import is_promise, is_undone
from handlers.wording import local

_POINTS: Final = re.compile(
    "(?:是|我说的是|指的是|就是)?(?P<name>[^\\d,，。；;是]{2,14}?)(?:的|那个|那项|那条|那块)[吧啊呀呢哈]*"
)
_STORED: Final = re.compile("已收")


def point(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """That the value just stored stands under that name, or the question to move it; None for other words."""
    if before is not None or context.speaker.role != "contact":
        return None
    said = clean(text).strip().rstrip("。.!！")
    if len(said) > _SIGH and _only_remarks(said, context) and (stands := _remarked(context)) is not None:
        return stands
    elsewhere = misplaced(said)
    found = _POINTS.fullmatch(said) if elsewhere is None and not is_question(said) else None
    if elsewhere is None and found is None:
        return None
    board = board_of(context, said)
    reader = Reader(context, board, reported(context, board))
    if elsewhere is not None:
        return _elsewhere(said, elsewhere, reader)
    last = said_before(context)
    if found is None or last is None or not _STORED.search(last[1]):
        return None
    rows = of_last_message(reader.rows)
    named = [
        mention for mention in reader.names(found["name"]).mentions if mention.named and mention.new is None
    ]
    stands = _stands(rows[0], named[0], reader) if len(rows) == len(named) == 1 else None
    moved = said.startswith("是") and len(rows) == 1 and stands is None
    return _elsewhere(said, Misplaced(found["name"]), reader) if moved else stands


_SIGH: Final = 6


def _only_remarks(said: str, context: Context) -> bool:
    """Whether the first of it remarks on the figure, and the rest does or tells of others still to come."""
    first, *rest = _PARTS.split(said)
    today = local(context.now).date()
    return is_remark(first) and all(
        is_remark(part) or is_promise(part, today) or is_undone(part) for part in rest
    )


_PARTS: Final = re.compile("[，,。；;\\s]+")


def _remarked(context: Context) -> Reply | None:
    """那个是截止11月底的数: what is stored stands until another figure is sent."""
    last = said_before(context)
    if last is None or not _STORED.search(last[1]):
        return None
    rows = of_last_message(reported(context, board_of(context)))
    told = "；".join(plans.told(context, one.row) for one in rows)
    return Reply(f"知道了。刚报的已经入库：{told}；数变了截止前随时直接发新数。") if rows else None


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


def _elsewhere(said: str, meant: Misplaced, reader: Reader) -> Reply | None:
    """The report taken from where it was put to the line that is named."""
    one = _put_at(meant.at, reader)
    if one is None:
        return None
    lines = lines_named(meant.to, reader, one.line.code)
    if any(line.subject == one.line.subject for line in lines):
        lines = tuple(line for line in lines if line.subject == one.line.subject)
    if any((line.code, line.subject) == (one.line.code, one.line.subject) for line in lines):
        return None
    found = tuple(_moved(one, lines, reader))
    return ask(reader.context, said, found) if found else None


def _put_at(name: str, reader: Reader) -> Reported | None:
    """The only report of the last message, or the one where it is said not to belong."""
    last = of_last_message(reader.rows)
    if len(last) == 1 or not name:
        return last[0] if len(last) == 1 else None
    named = (
        {(line.code, line.subject) for line in lines_named(name, reader, last[0].line.code)} if last else ()
    )
    rows = [one for one in reader.rows if (one.line.code, one.line.subject) in named]
    return rows[0] if len(rows) == 1 else None


def _moved(one: Reported, lines: Sequence[BoardLine], reader: Reader) -> Sequence[Plan]:
    """What would move it, with the words that came with it; one for each level where it does not say which."""
    context = reader.context
    words = worded.kept_with(one.row, context)
    taken = plans.withdrawing(context, one.row)
    ways = [(line, given) for line in lines for given in _given(one, line)]
    return [
        plans.together([taken, plans.storing(context, line, given, words=words)]) for line, given in ways
    ][:MOST_CHOICES]


def _given(one: Reported, line: BoardLine) -> Sequence[dict[str, object]]:
    if given := carried(one, line):
        return [given]
    level = next((item for item in line.duty.inputs if item.type == "choice"), None)
    of_level = any(one.line.criterion.input(name).type == "choice" for name in one.row.given)
    return [{level.name: choice.value} for choice in level.choices] if level and of_level else []
