"""还会变: a reported figure of which somebody says that it will change, or asks whether it may be renewed later."""

import re
from collections.abc import Sequence
from typing import Final

from handlers import dialogs
from handlers.board import BoardLine, board_of
from handlers.context import Context
from handlers.mending.asking import mend
from handlers.messages import Reply
from handlers.receipts import values_text
from handlers.reporting import questions
from handlers.reporting.about import timing
from handlers.reporting.about.question import Question
from handlers.reporting.arrived import own_reports
from handlers.talking.said import Asked, Said
from handlers.talking.topic import topic_of
from handlers.wording import clip, clock

_LISTED: Final = 3
_LATER: Final = (
    "(?:到时候?|到时|[年月]底|年终|年末|以后|之后|后面|后期|后续|回头|下个?月|下半年|最后|定了|出来)"
)
_ANEW: Final = "(?:改|变|更新|调整|修正|更正|重新?报|报新|覆盖|替换|补报)"
_REVISED: Final = re.compile(
    rf"{_LATER}[^，,\d]{{0,6}}?(?:再|还|要|会|能|可以|可能)[^，,\d]{{0,4}}?{_ANEW}(?!成|为)"
    rf"|{_LATER}[^，,\d]{{0,4}}{_ANEW}(?:一下)?(?:行不|可以|成不|中不|行吗|成吗|来得及)"
    "|(?:还|可能|也许|估计)(?:会|要|得|能)?(?:再|有)?(?:变|变化|变动|调整|更新|浮动)(?!成|为)"
)
_NO_FIGURE: Final = re.compile(
    "方案|文件|材料|报告|名单|总结|台账|规划|制度|[人员]|单位|电话|时间|截止|期限|要求|目标|分值|细则|标准|清单"
)
_AS_OF: Final = re.compile(
    "(?:这|那|以上|上面|刚才?报的)?(?:个|条|些|几个|里)?(?:数字?|数据)?(?:只|都|就|还)?(?:是|算|到|截[止至])[^，,]{0,8}?"
    "(?:年|月|季度|日|号|目前|现在|初步|暂时)[底初末份止]?的?(?:数据?|数字|口径|情况|的)?[啊吧呢哈]?"
)


def is_revised(said: str) -> bool:
    """Whether the part says or asks that a figure be renewed later: 年底还会变, 到时候再改行不行."""
    return _REVISED.search(said) is not None and not _NO_FIGURE.search(said)


def is_as_of(said: str) -> bool:
    """Whether the part only says of which day the figure is: 这是11月底的数."""
    return _AS_OF.fullmatch(said) is not None


def revised(asked: Asked) -> Said:
    """What is stored now, and that a newer figure may be sent until the deadline; the question that waits, if any."""
    context = asked.context
    waiting = dialogs.open_question(context.speaker.account, context.now)
    if waiting is not None and waiting["kind"] == questions.QUESTION:
        return Said(f"{asked.head}可以，以后有新数再发就按新的算；那一条现在还没有入库，还等您回答。")
    lines = _spoken_of(asked)
    if not lines:
        due = f"{clock(asked.topic.due)}前" if asked.topic.due is not None else "之后"
        return Said(
            f"{asked.head}可以：现在的数可以先报，{due}有了新数直接重发，按新的算。您还没有入库的数。"
        )
    settled = next((line for line in lines if _is_settled(line, context)), None)
    if settled is not None:
        return Said(f"{asked.head}{timing.change(Question('', context), settled.criterion)}")
    rows = "；".join(_kept(line) for line in lines[:_LISTED])
    more = f"等{len(lines)}条" if len(lines) > _LISTED else ""
    return Said(f"{asked.head}可以，先按现在的记着：{rows}{more}。{_until(lines[0], context)}")


def _spoken_of(asked: Asked) -> Sequence[BoardLine]:
    """The stored lines that the words name, else those of the last message that stored any."""
    named = [line for line in asked.topic.lines if line.known]
    own = own_reports(asked.context)
    if named or not own:
        return named
    board = board_of(asked.context)
    last = [row for row in own if row.inbox_id == own[-1].inbox_id]
    found = [board.line(row.code, row.subject) for row in last]
    return [line for line in found if line is not None and line.known]


def _is_settled(line: BoardLine, context: Context) -> bool:
    return line.record.status == "accepted" or context.arranged.is_locked(line.criterion)


def _kept(line: BoardLine) -> str:
    where = f"（{line.subject}）" if len(line.duty.subjects) > 1 else ""
    return f"{line.title}{where}已入库{clip(values_text(line.criterion, line.known), 60)}"


def _until(line: BoardLine, context: Context) -> str:
    """Until when a newer figure may be sent, and how: “1 鄂城区 新数”."""
    due = context.deadlines.of(line.criterion, *context.seat.names)
    over = due is not None and due < context.now
    until = "现在已过截止，" if over else f"{clock(due)}前" if due is not None else "之后"
    place = f"{line.duty.ordinal or line.code}{f' {line.subject}' if len(line.duty.subjects) > 1 else ''}"
    late = "（记为逾期）" if over else ""
    return f"{until}有新数直接重发“{place} 新数”{late}，以新的为准，旧的留作历史。"


_UNREADY: Final = re.compile(
    "报的[^，,]{0,8}(?:总结|材料|台账|记录|照片|文件)[^，,]{0,4}(?:还没|没有?|未|不全|不齐)"
    "|(?:总结|材料|台账|记录|照片|文件)[^，,]{0,4}(?:还没|没有?|未)[^，,]{1,5}[，,]\\s*(?:先|暂时|就)?(?:不算|别算|不作数)"
)


def less_than_told(text: str, context: Context) -> Reply | None:
    """Whether the item spoken of is to be changed to one whose evidence is not complete; None where none is reported."""
    if _UNREADY.search(text) is None:
        return None
    reported = [line for line in topic_of(text, context).lines if line.known]
    place = f"第{reported[0].duty.ordinal}项" if len(reported) == 1 else ""
    return mend(f"{place}材料其实还不全", context) if reported else None
