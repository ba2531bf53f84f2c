"""等着回答的问题: who answers each kind of open question, and what is no answer to it."""

import re
from collections.abc import Mapping
from typing import Any, Final

from handlers import dialogs
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.drafts import calling_off, choosing
from handlers.evidence import asking_place, correcting
from handlers.evidence import waiting as evidence_waiting
from handlers.leading.answers import ANSWERS as LEADING
from handlers.matters import bonus, contact_info, duties, incidents, settling, substitutes
from handlers.mending import asking as mending
from handlers.mending import drafted
from handlers.messages import Reply
from handlers.office.answers import ANSWERS as OFFICE
from handlers.office.days import extending, moving
from handlers.office.just_arranged import take_back
from handlers.reminding import urging
from handlers.reporting import answering, questions, which_campaign
from handlers.review import direct, listed, unlocking
from handlers.review.spoken import ruling
from handlers.understanding import supervising

ANSWERS = {
    questions.QUESTION: answering.answer,
    mending.QUESTION: drafted.answer,
    which_campaign.QUESTION: which_campaign.answer,
    asking_place.QUESTION: evidence_waiting.answer,
    correcting.QUESTION: correcting.answer,
    duties.QUESTION: duties.answer,
    incidents.QUESTION: incidents.answer,
    contact_info.QUESTION: contact_info.answer,
    urging.QUESTION: urging.answer,
    listed.REASON: listed.answer_reason,
    listed.ALL: listed.answer_all,
    ruling.QUESTION: ruling.answer,
    supervising.PASSED: supervising.CONFIRMATION.answer,
    substitutes.UNTIL: substitutes.answer_until,
    **direct.ANSWERS,
    **unlocking.ANSWERS,
    **{
        kind: asked.answer
        for part in (bonus, substitutes, settling)
        for kind, asked in part.CONFIRMATIONS.items()
    },
    **LEADING,
    **OFFICE,
}
"""What may be said to each kind of open question; a numbered list (待审) is no question."""
FREE = frozenset(
    {listed.REASON, direct.REASON, unlocking.REASON, extending.REASON}
    | {questions.QUESTION, mending.QUESTION, asking_place.QUESTION}
)
"""Questions that words answer, but for those of a command."""
_REPORTING = frozenset({"contact", "supervisor"})
"""Whose drafts are reports: what is said to them is read elsewhere."""


def answered(text: str, state: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """The reply where the text answers the open question."""
    if dialogs.cancels(text, state):
        return _cancelled(state, context)
    if state is None or (state["kind"] in FREE and KNOWN.knows(text) and not _points(text, state)):
        return None
    if state["kind"] in _DAYS_MOVED and _OTHERS_STAY.fullmatch(text.strip()):
        return Reply("好的，其他的都不动。")
    instead = _INSTEAD.match(text.strip()) if state["kind"] in _MOVED else None
    text = f"还是延到{instead['day']}吧" if instead is not None else text
    off = context.speaker.role not in _REPORTING and calling_off.calls_off(text, state)
    if off and state["kind"] in FREE:
        return _called_off(state, context)
    answer_to = ANSWERS.get(state["kind"])
    reply = answer_to(state, text, context) if answer_to else None
    return _called_off(state, context) if reply is None and off else reply


_MOVED: Final = frozenset({extending.ITEM, extending.REASON, *extending.CONFIRMATIONS})
_DAYS_MOVED: Final = _MOVED | {moving.QUESTION}
_OTHERS_STAY: Final = re.compile(
    "(?:别|其他|其它|其余|剩下)的?(?:单位|家|局)?的?(?:都|就)?(?:不变|不动|不改|照旧)(?:了|吧|啊)*[。!！]?"
)
_INSTEAD: Final = re.compile(
    r"(?:算了|不对|等等)[,，\s]*(?:还是|那就?|就|改)(?:延)?(?:到|成)?(?P<day>(?:\d{1,2}月)?\d{1,2}[日号])"
)
"""算了还是7月6号: another day, nothing is called off."""


def _points(text: str, state: Mapping[str, Any]) -> bool:
    """Whether the words point at one of the choices by its place, whatever command they are besides: 上面那个."""
    choices = state.get("choices", ()) if state["kind"] == questions.QUESTION else ()
    return len(choices) > 1 and choosing.picks_a_place(text, len(choices))


def corrected(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """A piece that was wrong, said beside a question about where it goes or beside none."""
    waiting = before is None or before["kind"] == asking_place.QUESTION
    return correcting.correct(text, context) if waiting and not KNOWN.knows(text) else None


def _called_off(state: Mapping[str, Any], context: Context) -> Reply:
    """It is not done, and the words say what was not."""
    dialogs.close(context, cancelled=True)
    return Reply(f"好的，不办了，没有改动（没办的是：{str(state['again']).rstrip('。：')}）。")


def _cancelled(state: Mapping[str, Any] | None, context: Context) -> Reply:
    if state is None:
        return take_back(context) or Reply("现在没有等您回答的问题。要撤回已报的数请回“撤回”。")
    dialogs.close(context, cancelled=True)
    if state["kind"] == asking_place.QUESTION:
        return evidence_waiting.cancel(state, context)
    return Reply("好的，已取消，没有记录任何数据。")
