"""责任认领异议: a unit says that a line is not its own; not counted late until the office has decided."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act
from handlers.board import Board, BoardLine, board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.leading.one_unit.units import mentions
from handlers.matters.register import register, standing
from handlers.messages import Reply
from handlers.reading import read_ordinals
from handlers.reading.tokens.ordinals import PATTERN
from handlers.wording import circled, clip, leaf_name

QUESTION: Final = "duty"
_PLACE: Final = re.compile(rf"{PATTERN}|^\s*\d{{1,2}}(?=项)")
_PENDING = "明确前这项不计您逾期。"


def disown(text: str, context: Context) -> Reply:
    """Register that the line is said to be another unit's; ask for the line where it is not certain."""
    board = board_of(context)
    found = mentions(text, context.rubric, context.speaker.campaign.subjects).units
    others = [unit for unit in found if unit != context.seat.unit]
    line = _meant(text, board, others)
    number = _registered(context, text, line, others)
    said = f"您称属{'、'.join(others)}；" if others else ""
    if line is not None:
        return Reply(f"已登记“责任认领异议”（第{number}号）：{_printed(line)}{said}转质强办明确，{_PENDING}")
    marks = "".join(dict.fromkeys(circled(row.duty.ordinal) for row in board.lines[:12]))
    state = {"number": number, "text": text, "others": others}
    dialogs.ask(context, QUESTION, state, again=f"责任认领异议（第{number}号）说的是哪一项")
    return Reply(
        f"已登记“责任认领异议”（第{number}号），{said}转质强办明确。是哪一项？请回序号（{marks}）；"
        "登记到项之后，明确前那一项不计您逾期。"
    )


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The number of the line that the registered dispute is about."""
    board = board_of(context)
    place = dialogs.chosen(text, max((line.duty.ordinal for line in board.lines), default=0))
    lines = board.of_ordinal(place + 1) if place is not None else ()
    if not lines:
        return None
    dialogs.close(context)
    number = _registered(context, state["text"], lines[0], state["others"])
    earlier = next((row for row in standing(context, "duty") if row.number == state["number"]), None)
    if earlier is not None and earlier.number != number:
        context.uow.matters.close(
            earlier,
            outcome=f"已写明哪一项，并入第{number}号",
            contact_id=context.speaker.contact.id,
            inbox_id=context.inbox_id,
            at=context.now,
        )
    return Reply(f"已记到{_printed(lines[0])}（第{number}号），转质强办明确，{_PENDING}")


def _registered(context: Context, text: str, line: BoardLine | None, others: Sequence[str]) -> int:
    code, subject = (line.criterion.code, line.subject) if line is not None else ("", "")
    said = f"{text}（{code}）" if code else text
    return register(
        context,
        "duty",
        said,
        unit=context.seat.unit,
        code=code,
        subject=subject,
        detail={"others": list(others)},
    )


def _meant(text: str, board: Board, others: Sequence[str]) -> BoardLine | None:
    """The line named by its number, or the only one that names the other unit as well."""
    found = _PLACE.search(text)
    places = read_ordinals(found[0].strip()) if found else ()
    lines = board.of_ordinal(places[0]) if places else ()
    if not lines:
        shared = [line for line in board.lines if set(others) & set(line.criterion.named_units)]
        lines = tuple(shared) if len({line.criterion.code for line in shared}) == 1 else ()
    return lines[0] if lines else None


def _printed(line: BoardLine) -> str:
    criterion = line.criterion
    units = criterion.responsible_printed or "、".join(criterion.named_units)
    return f"{criterion.code} {clip(leaf_name(criterion), 30)}，负责单位原文“{units}”。"


COMMAND = Command(
    Act.CONTEST,
    "这个不归我们管 是旅游局的",
    words(""),
    disown,
    re.compile(
        r"(?!.{0,60}(?:[吗么?？]$|哪)).{0,20}(?:(?<![归该])不(?:归|属于|该归|该)我们|(?<!归)不归我[局单委办]|(?<!是)不是我们(?:局|单位|委|办)?(?:管|负责|的事|的活|该报)|跟我们没关系|与我们无关).{0,40}"
    ),
    shy=True,
)
NAMED = Command(
    Act.CONTEST,
    "责任异议 第3项是水利局的",
    words(""),
    disown,
    re.compile(r"责任(?:认领)?异议[\s:：]+(?P<rest>.{2,200})", re.DOTALL),
    shy=True,
)
