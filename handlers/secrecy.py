"""涉密: marks of state secrets, before anything of the message is kept; a net that warns, no proof."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters import register
from handlers.messages import Incoming, Push, Reply
from handlers.pushing.pushes import push
from store.records import Evidence
from store.unit_of_work import UnitOfWork

ANSWER: Final = (
    "这条消息疑似带有密级标志，没有保存内容，也没有办理。\n"
    "涉密内容不得通过微信发送：请马上撤回这条消息，并联系本单位保密员，按保密规定报送。\n"
    "只记下了时间、发送人和所触发的规则，已告知质强办。"
)
ANSWER_TO_STRANGERS: Final = ANSWER.replace("，已告知质强办", "")
_LEVEL: Final = r"(?<![业国家作人术])(?:绝密|机密|秘密)"
_STARS: Final = "★☆\u2729\u272a\u272b\u272c\u272d\u272e\u272f\u2730\u2b50\U0001f31f\u22c6"
_GAP: Final = r"[*·•・.…\-—–_~|]"
_SPELT: Final = rf"(?<![业国家作人术])(?:绝{_GAP}*密|机{_GAP}*密|秘{_GAP}*密)"
"""The level as it is written apart so that nobody should find it: 机*密."""
_TERM: Final = r"(?:\d{1,3}(?:年|个?月|天|日)|长期|永久|解密)"
RULES: Final[Mapping[str, re.Pattern[str]]] = {
    "密级★期限": re.compile(rf"{_SPELT}(?:级)?{_GAP}*[{_STARS}]"),
    "密级*期限": re.compile(rf"{_SPELT}(?:级)?{_GAP}+{_TERM}"),
    "密级栏": re.compile(r"(?:密级|保密等级|涉密等级)[:：]?(?:绝密|机密|秘密)"),
    "密级标注": re.compile(rf"^[【\[(〔<《「]{_SPELT}(?:级|件|级?文件)?[】\])〕>》」]"),
    "份号密级": re.compile(rf"份号[:：]?\d{{1,8}}.{{0,12}}?{_LEVEL}"),
}
"""By the name that is kept: how a mark looks once widths, spaces and invisible characters are gone."""
_INVISIBLE: Final = re.compile(r"[\s\u00ad\u034f\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufe00-\ufe0f\ufeff]+")


ASKED: Final = (
    "不能发到这里。涉密（绝密、机密、秘密）的文件和内容不得通过微信发送、上传或转述：请联系本单位保密员，按保密规定报送；"
    "这里只报不涉密的数，材料在线下交质强办。没有保存任何内容。"
)


def asked(_text: str, _context: Context) -> Reply:
    """涉密的能传吗: no, and what to do instead."""
    return Reply(ASKED)


COMMAND: Final = Command(
    Act.HELP,
    "涉密文件能传吗",
    words("涉密 涉密文件 涉密文件能传吗 涉密的怎么报"),
    asked,
    re.compile(
        r"(?=.*(?:涉密|秘密|机密|绝密|密级|带密|保密))(?=.*(?:传|发|交|报|拍|上传|提交|存|写|放|附))(?=.*(?:能|可以|怎么|咋|如何|行不行|要不要|要紧|吗|么|[?？])).{4,60}",
        re.DOTALL,
    ),
    shy=True,
)


def rule_of(text: str) -> str:
    """The name of the rule that the text triggers; "" for ordinary words."""
    if "密" not in text:
        return ""
    squeezed = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return next((name for name, pattern in RULES.items() if pattern.search(squeezed)), "")


def without_secrets(incoming: Incoming) -> Incoming:
    """The message itself or, where any part of it is marked, nothing of it but who, when and which rule."""
    names = (incoming.media.name,) if incoming.media else ()
    parts = (incoming.text, incoming.title, incoming.url, *names)
    rule = incoming.secret or next((found for part in parts if (found := rule_of(part))), "")
    return replace(incoming, text="", title="", url="", media=None, secret=rule) if rule else incoming


def note(incoming: Incoming, uow: UnitOfWork, now: datetime, inbox_id: int | None) -> None:
    """Log that a marked message came: time, sender, rule."""
    actor = f"{incoming.channel}:{incoming.sender}"
    uow.audit.record(now, actor, "secrecy", f"inbox:{inbox_id or 0}", {"rule": incoming.secret})


def note_file(uow: UnitOfWork, row: Evidence, rule: str, now: datetime) -> str:
    """Log that a file which came later than its message is marked, tell the office; what the sender reads."""
    uow.audit.record(now, f"contact:{row.contact_id}", "secrecy", f"evidence:{row.id}", {"rule": rule})
    told = f"疑似涉密文件，内容未保存（规则：{rule}），请按保密规定联系本人处理。"
    number = uow.matters.open(
        campaign_id=row.campaign_id,
        kind="secrecy",
        text=told,
        unit=row.unit,
        contact_id=row.contact_id,
        inbox_id=row.inbox_id,
        at=now,
    )
    for person in uow.roster.list(row.campaign_id, role="office"):
        if person.active and person.account is not None and person.channel is not None:
            said = f"【涉密提示】第{number}号，{row.unit}：{told}\n回“办结 {number} 结果”办结。"
            key = f"secrecy:evidence:{row.id}:{person.id}"
            push(uow, Push(key, person.channel, person.account, said, now, urgent=True), person, now)
    return ANSWER


def answer(context: Context) -> Reply:
    """The fixed answer; the office is told who and when, never what."""
    said = f"疑似涉密消息，内容未保存（规则：{context.incoming.secret}），请按保密规定联系本人处理。"
    register.register(context, "secrecy", said, unit=context.seat.unit)
    return Reply(ANSWER)
