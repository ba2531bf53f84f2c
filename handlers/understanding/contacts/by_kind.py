"""“能传多大的文件”“不是我们局制定的”: what a contact says, known by the kinds of words in it, in whatever order."""

import re
from typing import Final

from handlers.commands import KNOWN
from handlers.context import Context
from handlers.kinds_of_words import first_answer
from handlers.messages import Reply
from handlers.understanding.contacts import of_persons, of_pieces, of_points

LONGEST: Final = 120
"""What is longer is no one thing."""


def known(text: str, context: Context) -> Reply | None:
    """The answer to a line of one of the kinds; None for anything else, and for the very words of a command."""
    if context.speaker.role != "contact" or len(text) > LONGEST or not _ANY.search(text):
        return None
    if _COMMAND.match(text) or "://" in text or KNOWN.knows(text):
        return None
    return first_answer(text, context, (*of_pieces.KINDS, *of_points.KINDS, *of_persons.KINDS))


_ANY: Final = re.compile(
    rf"{of_pieces.PIECE}|图|相片|传[了过]|[顺次排]序|\.[a-z]{{2,4}}|[\[【号]|案例|自[评己打个估]|[佐印]证|证明|东西|资料|[上前][次回年半季个期]|[去往]年|原来|[以之]前|[变那动]|没区|1[3-9]\d[\dxX*]|@|公|异议|申诉|复核|[算计]|[几少多评打得的有拿]分|[如假]|[报交填弄][齐完全]|[分主]管|工作人员|联[系络]|要是|万一|的话|分数|通报|结果|成绩|考核|核定|[不分派找划归职错活事]|头上|那边|凭|应|该|别算|[多少]算"
    "|多少|[有没]意见|逾期|超期|过期|[迟晚][报交]|[报交]晚|有误|值几|先问|补|行不|台账",
    re.IGNORECASE,
)
"""No line without one of these is of any kind here."""
_COMMAND: Final = re.compile(
    r"(?:转质强办|交接|责任异议|申请延期|申诉|材料|证明材料|撤回|更正|登记|提醒|详情|原文|导出|日期|类别|改归)[\s:：]"
)
