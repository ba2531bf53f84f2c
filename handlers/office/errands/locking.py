"""先锁一下: nobody is to report or change any more, said without the word for it; and what is locked is opened again."""

import re
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.office import archiving
from handlers.reading.asides import is_question
from handlers.whom import Heard

LONGEST: Final = 60
_LOCK: Final = re.compile(
    r"(?<![解开门])锁(?:一?下|上|住|了|掉|死|好|起来|定|(?=[吧,，。]|$))|封(?:一下|上|了|掉|账|存|死|住)|冻结"
    r"|(?:关|停)(?:掉|了|上|闭|一下)?(?:报数|填报|上报|报送)的?(?:通道|入口|系统|口子)?|(?:报数|填报|上报|报送|系统)?(?:通道|入口|口子|系统)(?:就|先|都|给)*(?:关|停|封|锁)(?:了|掉|上|闭|住|一下)*"
)
_OPENS: Final = re.compile(
    r"(?:锁|封|归档|冻结)(?:了|上|定|着|住)*的?.{0,6}?(?:放开|打开|解开|开开|重新开|再开)|(?:解锁|解封|解冻)(?:吧|一下)?$"
)
_NOT: Final = re.compile(
    r"解锁|解除|解封|目标|锁定在|没锁|怎么|什么"
    r"|谁锁|锁了?(?:没|吗)|封面|信封|密封|别锁|不锁|先不|以后|之后"
)
_UNTIL: Final = re.compile(r"[^,，。\s]{0,14}(?:之?前|为止|期间)|先|暂时|临时")
_WHY: Final = re.compile(r"[,，。;；\s]+(?P<why>.*)", re.DOTALL)


def lock(heard: Heard, text: str, context: Context) -> Reply | None:
    """先锁一下，考核组进场前谁都别改: the draft of 归档, named as what it is; None for other words."""
    said = text.strip()
    if len(said) > LONGEST or is_question(said):
        return None
    if _OPENS.search(said):
        return _open(said, context)
    if not _LOCK.search(said) or _NOT.search(said):
        return None
    if any(whom.units and not whom.everybody for whom in heard.whom):
        return Reply(
            "没有改动：锁只能整个节点一起锁（归档），不能单锁一家或一项；审核通过的项联络员本来就改不了。"
            f"要整个锁，发“{archiving.scope_name(context.milestone or '', context)}归档”，先检查再确认。"
        )
    draft = archiving.lock(said, context).text
    timed = "没有到时候自己打开的锁，" if _UNTIL.search(said) else ""
    return Reply(f"“锁”就是归档（{timed}要改须“解除归档”并写原因）。\n{draft}")


def _open(said: str, context: Context) -> Reply:
    """锁了的再放开，鄂城区要补一个数: with the reason, where anything is locked."""
    locked = sorted(context.arranged.locked)
    if not locked:
        return Reply(
            "没有归档（没有锁着的），还能报、能改。审核通过的单项要打开，发“解锁 编号 原因”。没有改动。"
        )
    name = archiving.scope_name(locked[-1], context)
    why = _WHY.search(said)
    return archiving.unlock(f"{name} {why['why'] if why is not None else ''}", context)
