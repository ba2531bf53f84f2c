"""到那天再办: what takes effect at once is not done for a later day; it is said how to do it then."""

import re
from typing import Final

from handlers.calendar.dates import day_in
from handlers.context import Context
from handlers.messages import Reply
from handlers.people.whom import Heard
from handlers.reading.tokens.asides import is_question
from handlers.wording import local, month_day

_LOCKS: Final = re.compile(
    r"(?<!解)锁(?!\s*\d|屏|号)|归档|封账|封存|冻结|(?:数据?|系统|口子|通道|填报|上报)(?:就|都|给)*(?:封|关|停)|(?:停止|不再|不)接?收?(?:填报|上报|报数|修改|更正|撤回)"
    r"|(?:不[许准让能]|禁止|(?<!分)别)(?:任何人)?(?:再|都|谁)*(?:改|撤|报|动)"
)
_PUBLISHES: Final = re.compile(
    r"(?:结果|成绩|得分|排名|总分).{0,8}(?:公布|发布|公示)|(?:公布|发布|公示).{0,6}(?:结果|成绩|得分|排名|总分)"
)
_AFTER: Final = re.compile(
    r"截止(?:了|日|时间)?(?:之?后|过了|一过)|(?:过了?|等)?(?:元旦|春节|国庆|五一|端午|中秋|清明|节|年)(?:过?之?后|过完|以后)|到点|(?:点|号|时间)一到|到时候"
)
_TELLS: Final = re.compile(
    "通知|提醒|告诉|转告|发给|说一声|[@＠]|会不会|材料|解锁|解除|没有?(?:锁|归档)|延|算"
)
_NOBODY: Final = re.compile("谁(?:也|都)|任何人")
_LONGEST: Final = 50


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """等29号截止以后再发布结果, 元旦过后把数据封了; None where it is to be now, is asked, or is to be told somebody."""
    said = text.strip()
    if len(said) > _LONGEST or is_question(_NOBODY.sub("", said)) or _TELLS.search(said):
        return None
    publishes = _PUBLISHES.search(said) is not None
    if not (publishes or _LOCKS.search(said)):
        return None
    today = local(context.now).date()
    day = day_in(said, today)
    later = day is not None and day > today
    if not later and not _AFTER.search(said):
        return None
    when = "截止以后" if "截止" in said else month_day(day) if day is not None and later else "那时候"
    if publishes:
        return Reply(
            f"没有发布：发布是当场生效的，不能约到{when}。到时候发“发布结果”，先给您看要发的内容再确认；"
            "现在齐不齐，问“可以发布了吗”。"
        )
    until = f"，要改截止回“截止改到{when}”" if later and "截止" not in said else ""
    return Reply(
        f"没有锁：归档是当场生效的，不能约到{when}。到时候发“归档”就办；现在就锁请回“归档”{until}。"
        "没归档以前，过了截止也还能报、能改，标逾期。"
    )
