"""问的旁边说了做了什么: what was done, told in the message of a question, is asked or stored before the answer."""

import re
from collections.abc import Callable
from typing import Final

from handlers import dialogs
from handlers.access import Act, may
from handlers.context import Context
from handlers.messages import Reply
from handlers.reporting import report
from handlers.reporting.about.outright import APART
from handlers.reporting.about.parting import ASKING, PART, is_question
from handlers.reporting.about.question import Question
from handlers.reporting.about.unsaid import HANDING_ON, NO_ANSWER
from handlers.reporting.situations import signs
from handlers.reporting.situations import told as situations
from handlers.wording import clip

Ask = Callable[[str, Context], Reply | None]
_OF_IT: Final = re.compile(
    "算|区别|不同|不一样|一样|重复|够不|够[吗么]|行不|[行成]吗|可以[吗不么]|对不|对[吗么]|合格|达标|分|哪一?[档项种级]|扣|完成|这样|这个|这种|怎么[报填写选]|咋[报填写选]"
)
"""Such a question may be about the very thing that was done: nothing is stored before it is answered."""
_DONE: Final = re.compile("已|了|[发印定建办开弄搞][好完过]|\\d+[起次家件批场期]")
_LONGEST: Final = 40


def with_deed(text: str, context: Context, ask: Ask) -> Reply | None:
    """规划印发了，协调机制那个要不要会议纪要: what comes of both; None where the line does not hold both."""
    if not signs.tells_deed(text) or not may(context.speaker.role, Act.REPORT):
        return None
    asking, deed = _apart(text)
    if not asking or not is_question(asking) or _OF_IT.search(asking) or not signs.may_tell(deed):
        return None
    if not _DONE.search(deed) or APART.telling.search(asking) or dialogs.present(context) is not None:
        return None
    answer = _answer(asking, context, ask)
    taken = _taken(deed, context)
    told = (
        taken.text
        if taken is not None
        else f"“{clip(deed, _LONGEST)}”没有入库：没看出是您名下哪一项，要报请带上序号发，如“1 {clip(deed, _LONGEST)}”。"
    )
    return Reply(f"“{clip(asking, _LONGEST)}”：{answer}\n{told}")


def _answer(asking: str, context: Context, ask: Ask) -> str:
    """The answer without a question of its own: a number is to choose what is asked of the deed."""
    said = ask(asking, context)
    opened = dialogs.present(context)
    office = f"要问就回“转质强办 您的问题”，我把原话转给{Question(asking, context).office}。"
    if opened is not None:
        dialogs.close(context)
    if said is None or (opened is not None and HANDING_ON not in said.text):
        return f"{NO_ANSWER}问某一项请带上序号再问，{office}"
    return "\n".join(office if HANDING_ON in row else row for row in said.text.split("\n"))


def _apart(text: str) -> tuple[str, str]:
    """The parts that ask, and what is left of the line without them."""
    left, asking = list(text), []
    for part in PART.finditer(text):
        if ASKING.search(part[0]):
            asking.append(part[0])
            left[part.start() : part.end()] = " " * len(part[0])
    return "，".join(asking), "".join(left).strip(" ，,。；;！!")


def _taken(deed: str, context: Context) -> Reply | None:
    """What comes of the deed by itself; None where no item is found in it."""
    asked = situations.told(deed, context)
    if asked is not None:
        return asked
    rows = report.read(deed, context)[1]
    return report.report(deed, context) if any(row.item or row.choices for row in rows) else None
