"""等着回答的问题: who answers each kind of open question, and what is no answer to it."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from handlers import dialogs
from handlers.campaign.units import mentions
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.drafts import calling_off, choosing
from handlers.drafts.redrafting import reworded
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
from handlers.people.speaking import afresh
from handlers.reading.tokens.asides import is_question
from handlers.reminding import urging
from handlers.reporting import answering, questions, which_campaign
from handlers.review import direct, listed, unlocking
from handlers.review.spoken import answered as ruling_answered
from handlers.review.spoken import ruling
from handlers.understanding import supervising
from handlers.wording import clip
from store.errors import WithheldError

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
    ruling.QUESTION: ruling_answered.answer,
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
_REASONS: Final = frozenset({listed.REASON, direct.REASON, unlocking.REASON, extending.REASON})
FREE = _REASONS | {questions.QUESTION, mending.QUESTION, asking_place.QUESTION}
"""Questions that words answer, but for those of a command."""
_REPORTING = frozenset({"contact", "supervisor"})
"""Whose drafts are reports: what is said to them is read elsewhere."""


Read = Callable[[str, Context], Reply | None]


def answered(
    text: str, state: Mapping[str, Any] | None, context: Context, read: Read | None = None
) -> Reply | None:
    """The reply where the text answers the open question; `read` answers what is said behind 取消，……."""
    if dialogs.cancels(text, state):
        return _cancelled(state, context)
    if state is None or (state["kind"] in FREE and _orders(text) and not _points(text, state)):
        return None
    if state["kind"] in _REASONS and _NO_REASON.search(text.strip()):
        return None
    instead = _INSTEAD.match(text.strip()) if state["kind"] in _MOVED else None
    text = f"还是延到{instead['day']}吧" if instead is not None else text
    theirs = context.speaker.role not in _REPORTING
    stays = state["kind"] in _DAYS_MOVED and _OTHERS_STAY.fullmatch(text.strip()) is not None
    off = theirs and calling_off.calls_off(text, state)
    rest = calling_off.said_behind(text) if theirs and state.get("again") and read is not None else ""
    first = Reply("好的，其他的都不动。") if stays else None
    if read is not None and _SHOWN.match(rest):
        first = _instead_of(rest, context, read)
    answer_to = ANSWERS.get(state["kind"]) if not off or state["kind"] not in FREE else None
    anew = _put_otherwise(text, state, context, read) if theirs and read is not None else None
    reply: Reply | None = anew or first or (answer_to(state, text, context) if answer_to else None)
    if reply is not None and anew is None:
        dialogs.typed(context, "")
    if reply is not None:
        return reply
    then = _instead_of(rest, context, read) if rest and read is not None else None
    return then or (_called_off(state, context) if off else None)


def _orders(text: str) -> bool:
    """A command's very words, or its first word before what it is to be done with: no caption, no reason."""
    return KNOWN.knows(text) or _ORDER.match(text) is not None


_ORDER: Final = re.compile(r"导出(?:材料|目录|计分表|自评报告)|(?:回审核|转质强办)[\s:：]")
_TALK: Final = frozenset({"account", "misunderstood", "notice"})
"""What reading it anew may write, besides the draft of its kind."""


def _put_otherwise(text: str, state: Mapping[str, Any], context: Context, read: Read) -> Reply | None:
    """不是城建局，是安监局: the order with these words instead, read anew as a whole; None where that is no such draft."""
    order = str(state.get(dialogs.TYPED) or "")
    new = reworded(order, text, context) if order and not is_question(text) else None
    if new is None:
        return None
    alike = _MOVED if state["kind"] in _MOVED else {state["kind"]}
    before = dialogs.present(context)
    dialogs.close(context)
    try:
        with context.uow.withholding(_TALK | alike):
            reply = read(new, afresh(context))
    except WithheldError:
        reply = None
    now = dialogs.present(context)
    if reply is None or now is None or now["kind"] not in alike:
        _open_again(before, context)
        return None
    dialogs.typed(context, new)
    return reply


def _open_again(before: Mapping[str, Any] | None, context: Context) -> None:
    until = datetime.fromisoformat(before["until"]) if before else None
    context.uow.accounts.set_dialog(context.speaker.account, before, until)


_SHOWN: Final = re.compile("(?:先|我|就|只|想|要|再|帮我|给我|还是)*(?:看|查)")
"""算了 先给我看看公安局报的: nothing of the draft is put otherwise."""
_NO_REASON: Final = re.compile(
    r"1\d{10}|^(?:请问|还有|现在|那)*(?:哪[几些个]|谁|几家|多少|有没有)|(?:了|过)(?:吗|么|没有?)[?？]?$|^(?:那|再|请|先|帮我|给我)*"
    r"(?:(?:催|提醒|通知|转告|告诉|群发)(?:一?下|一声|给)?(?:各|全|所有|大家|没报|[\u4e00-\u9fff]{1,8}[局委办区县镇院](?!长))"
    r"|把.{2,16}(?:截止|时限|期限|联络员|目标)|(?:新增|加上?|换).{0,12}联络员|导出|发我|看一?[看下]|查一?[查下]|撤[销回]$)"
)
"""催一下公安局: an order or a question to the bot, no reason of what waits for one."""


def _instead_of(rest: str, context: Context, read: Read) -> Reply | None:
    """取消，粮食局：库存检查搞了: what waited is dropped, and the rest is a message of its own; None where it is none."""
    before = dialogs.present(context)
    dialogs.close(context, cancelled=True)
    now = afresh(context)
    reply = read(rest, now)
    if reply is None and not mentions(rest, context).units:
        _open_again(before, context)
        return None
    told = reply.text if reply is not None else f"后面的“{clip(rest, 40)}”没看懂，没有办，请换个说法再发。"
    return Reply(f"前面那份不办了。\n{told}")


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
