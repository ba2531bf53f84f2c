"""退回的一项补了材料: nobody looks at it before the item is handed in again, which one tap does."""

from handlers import dialogs
from handlers.board import BoardLine
from handlers.context import Context
from handlers.receipts import values_text
from handlers.suggesting.suggestion import OFFERED, Way
from handlers.wording import clip, wanted_word


def told(line: BoardLine, context: Context) -> list[str]:
    """What is said behind evidence for an item that came back; [] for any other."""
    if not line.record.returned:
        return []
    state = dialogs.present(context)
    offered = state["choices"] if state is not None and state["kind"] == OFFERED else []
    choices = [*offered, [order(line), Way.DOES.name, line.title]]
    dialogs.ask(context, OFFERED, {"choices": choices})
    return [
        f"这一项已退回（{reason(line)}），重新交审后审核员才看得到补的材料：",
        f"回{len(choices)}按原来的“{reported(line)}”重新交审；数或情况要改，直接发“{anew(line)}”。",
    ]


def reason(line: BoardLine) -> str:
    """Why it came back, in the reviewer's words."""
    last = line.record.last
    return clip(last.reason, 40) if last is not None and last.reason else "没有写原因"


def own(line: BoardLine) -> dict[str, object]:
    """What the unit has reported on it."""
    given = line.record.reported
    return {item.name: given[item.name] for item in line.duty.inputs if item.name in given}


def reported(line: BoardLine) -> str:
    """The same in words."""
    return clip(values_text(line.criterion, own(line)), 40)


def order(line: BoardLine) -> str:
    """What is typed to hand it in again as it is."""
    return f"重交 {line.duty.ordinal}"


def anew(line: BoardLine) -> str:
    """What is typed to report it with another value."""
    where = f"{line.subject} " if len(line.duty.subjects) > 1 else ""
    return f"{line.duty.ordinal} {where}{wanted_word(line.duty.inputs)}"
