"""没看懂时: what clearly is meant and only tells is done; else a few commands are offered to choose from."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from handlers import dialogs
from handlers.calendar.dates import days_in
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.lookups.progress import owed
from handlers.matters.register import office_of
from handlers.messages import Reply
from handlers.no_order import acts
from handlers.people.speaking import afresh
from handlers.reading.tokens.asides import is_question
from handlers.suggesting import filling
from handlers.suggesting.guessing import Guess, Meant, fill_order
from handlers.suggesting.named import named_in
from handlers.suggesting.suggestion import OFFERED, Way
from handlers.understanding import smalltalk
from handlers.wording import clip
from store.errors import WithheldError

QUESTION: Final = OFFERED
_WHOLE: Final = frozenset({Way.TELLS, Way.ASKS, Way.DOES})
"""What needs nothing besides: it may be named as it is typed."""
_OWN: Final = "我的任务、还差什么、我的得分、什么时候截止，或直接报数"
_COURTESY: Final = 4
"""What is no longer only returns thanks."""
Say = Callable[[str, Context], Reply]
"""Answers a text as if it had just been typed."""


def offer(text: str, found: Guess, context: Context, *, asked: bool = False) -> Reply:
    """Ask which of the commands is meant; that counts as not understood until one is chosen.

    A question that has no ready answer is told so.
    """
    head = smalltalk.head(text, context)
    if asked:
        head = f"“{clip(text, 30)}”这一点我没有现成答案，没有办理。可以转给质强办，或者您是要看："
        return _below(head, found, context)
    return _below(f"{head}您是要：", found, context)


def refused(refusal: Reply, found: Guess, context: Context) -> Reply:
    """A refusal of what likely is meant, above what may be meant besides."""
    return _below(f"{refusal.text}\n如果是要办下面的：", found, context) if found.meant else refusal


def told(reply: Reply, found: Guess) -> Reply:
    """What was done because it only tells, under what it was taken for, and what else may have been meant.

    The others are named as they are typed, without numbers: the answer may have a numbered list of its own.
    """
    first, *others = found.meant
    lines = [f"按“{first.words}”理解：", reply.text]
    typed = [f"“{one.words}”" for one in others if one.way in _WHOLE and not one.form]
    if typed and first.way is not Way.ASKS:
        lines.append(f"不是这个意思，请发：{'，或'.join(typed)}。")
    return Reply("\n".join(lines))


def about(words: str, reply: Reply) -> Reply:
    """How what the text names stands, for words that otherwise mean nothing."""
    return Reply(f"没有办理，先给您看说到的这个（{words}）：\n{reply.text}")


def talk(found: Guess, context: Context) -> Reply:
    """A short word for what asks for nothing, above what may help; a leader is not answered to mere courtesy."""
    words = found.talk or ""
    if context.speaker.role == "leader" and len(words) <= _COURTESY:
        return Reply()
    return _below(_worded(words, context), found, context) if found.meant else Reply(_worded(words, context))


def answer(state: Mapping[str, Any], text: str, context: Context, say: Say) -> Reply:
    """Do what was chosen as if it had been typed.

    An offer stands for one message only: what is no choice is heard as if nothing had been offered.
    """
    dialogs.close(context, cancelled=text in dialogs.CANCEL)
    context = afresh(context)
    if text in dialogs.CANCEL:
        return Reply("好的，没有办理。请换个说法再发，或回“帮助”。")
    if "order" in state:
        says_more = state.get("half") and _BESIDE.sub("", mentions(text, context).rest)
        return say(text, context) if says_more else _with_slot(state["order"], text, context, say)
    place = 0 if _passes_on(state, text) else dialogs.chosen(text, len(state["choices"]))
    if place is None:
        return _of_draft(text, context) or say(text, context)
    words, way, *form = state["choices"][place]
    if filling.missing(words):
        return ask_slot(words, context)
    if way == Way.SHOWN.name:
        return Reply(f"请照这个样子发：“{''.join(form) or words}”。")
    return say(words, context)


_BESIDE: Final = re.compile("[是看的那个要说呢吧啊了家,，。.\\s]")
"""What may stand beside a name that is all the answer."""


def _of_draft(text: str, context: Context) -> Reply | None:
    """是 behind a list: what waited below it is shown once more, and is not done unseen; None for anything else."""
    waits = dialogs.present(context)
    if dialogs.yes_or_no(text) is not True or not dialogs.is_draft(waits):
        return None
    again = str((waits or {})["again"]).rstrip("。：？")
    return Reply(f"还没有办。刚才列的要回序号；前面还等您回答：{again}。\n要办再回一次“是”，不办回“取消”。")


def choose(head: str, choices: Sequence[tuple[str, str]], context: Context) -> Reply:
    """Ask which of these is meant: (what is done as if it had been typed, how it is shown); nothing that acts unordered."""
    if context.uow.withholds(QUESTION):
        order, choices = choices[0][0], [choice for choice in choices if not acts(choice[0])]
        if not choices:
            return Reply(f"{_WANTED.sub('', head).rstrip('。')}。要办请直接说“{order.split()[0]}”。")
    dialogs.ask(context, QUESTION, {"choices": [[words, Way.DOES.name, label] for words, label in choices]})
    lines = [f"{place} {label}" for place, (_, label) in enumerate(choices, start=1)]
    return Reply("\n".join([head, *lines, "回序号，都不是请回“取消”。"]))


_WANTED: Final = re.compile("[，。；：][^，。；：]{0,12}[?？：]$")
"""，要申请吗？: no question where no answer is offered."""
_UNSAID: Final = re.compile(r"(?: \{\w+\})+$")
"""The end of 新增审核员 {unit} {new}, which the question names anyway."""


def ask_slot(order: str, context: Context) -> Reply:
    """Ask for the first slot that is missing; what was said is kept."""
    dialogs.ask(context, QUESTION, {"choices": [], "order": order})
    said = filling.shown(_UNSAID.sub("", filling.whole(order)))
    return Reply(f"{said}：{filling.SLOTS[filling.missing(order)].asked}回“取消”不办。")


def _with_slot(order: str, text: str, context: Context, say: Say) -> Reply:
    """Put the answer into the order, and do it once it is whole; what is no answer is heard afresh."""
    slot = filling.missing(order)
    days = days_in(text) if slot == "day" else None
    if days and "延到{day}" in order:
        return say(filling.whole(order.replace("延到{day}", f"延{days}天")), context)
    named = named_in(text, context)
    filled = fill_order(filling.SLOTS[slot].before + text, named, context, order)
    if filling.missing(filled) == slot or is_question(text):
        return say(text, context)
    return ask_slot(filled, context) if filling.missing(filled) else say(filling.whole(filled), context)


def _passes_on(state: Mapping[str, Any], text: str) -> bool:
    """那你帮我问问, where the only thing offered is to hand the words on."""
    choices = state["choices"]
    return (
        len(choices) == 1
        and choices[0][0].startswith(("转质强办", "申请延期"))
        and _HAND_ON.fullmatch(text.strip()) is not None
    )


_HAND_ON: Final = re.compile(
    r"(?:那|好|行|嗯|就|你|您|麻烦|请|要|[，,\s]){0,5}(?:帮我|帮忙|替我|给我)?(?:转|问|说)(?:一?下|转|问|过去|达|告|给(?:他们|质强办))?(?:他们|质强办)?[吧呗了啊。]?"
)


def may_ask(before: Mapping[str, Any] | None) -> bool:
    """Whether an offer would push no question out: one may wait below another, no more."""
    return before is None or "below" not in before


def _below(head: str, found: Guess, context: Context) -> Reply:
    """The numbered commands under a line; none that acts where nothing was ordered."""
    if context.uow.withholds(QUESTION) and any(one.way is Way.DOES for one in found.meant):
        raise WithheldError(QUESTION)
    choices = [[one.words, one.way.name, one.form] for one in found.meant]
    dialogs.ask(context, QUESTION, {"choices": choices})
    lines = [f"{place} {_label(one)}" for place, one in enumerate(found.meant, start=1)]
    return Reply("\n".join([head, *lines, "回序号，都不是请回“取消”。"]))


def _label(one: Meant) -> str:
    if filling.missing(one.words):
        return f"{one.act.value}：{one.form}（接着问您）"
    return f"{one.act.value}：发“{one.form or one.words}”" if one.way is Way.SHOWN else one.form or one.words


def _worded(words: str, context: Context) -> str:
    """The words of talk with what this person may ask, who of the office is there, and what he still owes."""
    for slot, fill in _FILLS.items():
        if slot in words:
            words = words.replace(slot, fill(context))
    return words


def _asks(context: Context) -> str:
    return smalltalk.CAN_ASK.get(context.speaker.role, _OWN)


def _office(context: Context) -> str:
    names = [one.name for one in office_of(context) if one.id != context.speaker.contact.id]
    return f"质强办的{names[0]}" if names else "质强办"


_FILLS: Final[Mapping[str, Callable[[Context], str]]] = {
    "{asks}": _asks,
    "{office}": _office,
    "{due}": owed,
}
