"""办结: the office decides about a registered matter, and who registered it is told."""

import re
from collections.abc import Mapping
from typing import Any, Final

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.matters import bonus, substitutes
from handlers.matters.listing import find, seen
from handlers.matters.register import KIND_NAMES, tell
from handlers.matters.substitutes import AGREED
from handlers.messages import Reply
from handlers.wording import clip, in_one_line

_NUMBERED = re.compile(r"第?\s*(?P<number>\d{1,5})\s*号?[\s:：，,]*(?P<outcome>.*)", re.DOTALL)


_ENDED = re.compile(
    r"^(?:那?个?(?:事项?|申请|申诉|异议)?)?(?:可以|能|就|给|先)*(?:办结|结了|结掉|了结|销号|销了)(?:了|吧)?[\s,，:：]*"
)


def settle(text: str, context: Context) -> Reply:
    """办结 3 结果: close the matter with what was decided; points and values are changed elsewhere, never here."""
    found = _NUMBERED.fullmatch(text)
    row = find(found["number"], seen(context)) if found else None
    outcome = _ENDED.sub("", found["outcome"]).strip() if found else ""
    if row is not None and not outcome:
        return Reply(
            f"第{row.number}号怎么办的？请带上结果，如“办结 {row.number} 核实后维持原分”。没有办结。"
        )
    if row is None:
        return Reply("请这样发：“办结 3 核实后维持原分”，号后面写结果；回“待办事项”看号。没有办结。")
    agreed = AGREED.match(outcome) is not None
    if row.kind == "bonus" and agreed:
        return bonus.ask_to_grant(row, context)
    context.uow.matters.close(
        row,
        outcome=outcome,
        contact_id=context.speaker.contact.id,
        inbox_id=context.inbox_id,
        at=context.now,
    )
    name = f"matter:{row.campaign_id}:{row.number}"
    context.uow.audit.record(context.now, context.actor, "matter.close", name, {"kind": row.kind})
    person = context.uow.roster.get(row.contact_id) if row.contact_id is not None else None
    told = 0
    if person is not None and person.active:
        words_said = f"【事项办结】您登记的{KIND_NAMES[row.kind]}（第{row.number}号）：{clip(in_one_line(outcome), 200)}"
        told = tell(context, row.number, [person], words_said)
    said = "已告知登记人。" if told else "登记人没有绑定或就是您本人，没有另发。"
    effect = substitutes.effect(row, context) if row.kind == "substitute" and agreed else ""
    return Reply(f"第{row.number}号{KIND_NAMES[row.kind]}已办结：{clip(outcome, 100)}。{said}{effect}")


def settle_by_words(text: str, context: Context) -> Reply | None:
    """那个热搜的事核实了 不属实, 同意 after the list: the one open matter that may be meant, after a yes."""
    ruled_out = {"veto"} if _RULED_OUT.search(text) else set()
    rows = [row for row in seen(context) if row.kind in _SETTLED_SO | ruled_out]
    named = [row for row in rows if (row.unit and row.unit in text) or (row.contact_name or "\0") in text]
    about = named or (
        [row for row in rows if row.kind in ("incident", "veto")] if _FACT.search(text) else rows
    )
    if len(about) != 1:
        return None
    row = about[0]
    lines = [
        f"将办结第{row.number}号{KIND_NAMES[row.kind]}：{clip(text.strip(), 60)}。",
        f"登记的是：{clip(row.text, 60)}。登记人会收到结果；分数和时限另办，不在这里改。",
    ]
    return confirming.ask(context, QUESTION, {"text": f"{row.number} {text.strip()}"}, lines)


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Close it."""
    return settle(str(state["text"]), context)


QUESTION: Final = "settle"
_SETTLED_SO: Final = frozenset({"incident", "appeal", "duty"})
_RULED_OUT: Final = re.compile("不属于|不是|不算|查无|不成立|不属实|没有这")
"""What was only suspected is closed so; what is confirmed goes the document's way."""
_FACT: Final = re.compile("属实|核实|查清|查无|事故|事件|投诉|那个事|那件事|热搜")
CONFIRMATIONS: Final = {QUESTION: Confirmation(Act.SETTLE, apply)}
COMMAND = Command(
    Act.SETTLE,
    "办结 3 核实后维持原分",
    words("办结"),
    settle,
    re.compile(
        r"(?:办结[\s:：]*)?(?P<rest>(?<=.).{1,400}|(?=.{0,16}(?:办结|结了|结掉|了结|销号|销了))第?\s*\d{1,5}\s*号.{1,200})",
        re.DOTALL,
    ),
)
