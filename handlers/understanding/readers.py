"""What was typed, held against each reader in turn; the first that knows it answers.

Nearly every reader is asked of nearly every message in vain, so each turns it down as cheaply as it can, in this order:
by the role (`may`), by the length or a character that must be there, by one search; then by what is found only once for
all readers of a message (`board_of`, `named`, `surely`, `Context.once`); and only then by what is dear.
"""

import re
from collections.abc import Mapping
from typing import Any

from handlers import dialogs
from handlers.access import Act, may
from handlers.commands import KNOWN
from handlers.context import Context
from handlers.drafts import calling_off
from handlers.evidence import announced, receiving
from handlers.matters import appeals, forwarding, outcomes, own_events, replying, taking_back
from handlers.mending import asking as mending
from handlers.mending import likewise, pointing, renewing, retelling, supplying, waiting
from handlers.messages import Reply
from handlers.office import by_kind, correcting, entering
from handlers.office.errands import errand
from handlers.office.people import pasting
from handlers.papers import handing
from handlers.people.enrolled import mobile_in_figures
from handlers.people.spelled import names_spelled, nicknames_spelled
from handlers.reading import is_plain
from handlers.reading.tokens.asides import is_question
from handlers.reporting import answering, arrived, compared, promises, report, returned, which_campaign
from handlers.reporting.about import rules
from handlers.reporting.about.asked import ROLES, asked, otherwise
from handlers.reporting.about.taken_in import named_again
from handlers.reporting.no_event import nothing_happened
from handlers.reporting.situations import told as situations
from handlers.review.spoken.asked import first
from handlers.suggesting import offering
from handlers.talking import talking
from handlers.talking.fringe import Fringed, asks_if_right, without_courtesies, without_fringe
from handlers.talking.usual import as_usual, once
from handlers.understanding import (
    carrying_on,
    referring,
    several,
    unsure,
    withheld,
)
from handlers.understanding.asking_how import asks_how, asks_list
from handlers.understanding.by_role import (
    decided,
    followed,
    inquired,
    judged,
    leader_asked,
    ruled,
)
from handlers.understanding.commanding import SHORT, commanded, likely
from handlers.understanding.contacts import by_kind as of_contacts
from handlers.understanding.open_questions import answered, corrected
from handlers.understanding.supervising import supervised
from handlers.wording import clip

LONGEST_TEXT = 4000
_FLOOD, _FEW_SIGNS = 300, 12
"""So many characters without a figure, of no more different ones, are no words: some readers would take long over them."""
_FIGURES = re.compile(r"\d+")


def understand(text: str, context: Context) -> Reply:
    """Do what the words ask of whoever is on the roster, and say what came of it."""
    text = mobile_in_figures(text.strip())
    if not text:
        return Reply("没有收到文字。回“帮助”看用法。")
    if len(text) > LONGEST_TEXT:
        return Reply("这条太长了，没有记录任何数据。请分几次发，每次不超过4000字。")
    if _is_flood(text):
        return Reply("这条里有一大串重复的字，没看懂，没有记录任何数据。请换个说法再发。")
    before = dialogs.open_question(context.speaker.account, context.now)
    plain = _plainly_reported(text, before, context)
    if plain is not None:
        return _heard(plain, before, context)
    core = _core(text, context)
    context.reads(core.rest, text)
    readers = (lambda said: _read(said, before, context), lambda said: unsure.unclear(said, before, context))
    reply = withheld.heeding(*readers, core.rest, text, before, context)
    return talking.promised(reply, core.promise, context)


def _core(text: str, context: Context) -> Fringed:
    """What the readers are to see of the line; what is handed on keeps the speaker's own words."""
    if unsure.HANDED.match(text) or (context.speaker.role in ROLES and forwarding.to_office(text, context)):
        return Fringed(text)
    if context.speaker.role not in ROLES:
        said = nicknames_spelled(names_spelled(without_courtesies(text), context), context)
        said = first.spelled_out(said, context)
        return Fringed(referring.with_unit(as_usual(once(said)), context))
    return without_fringe(text, context)


def _read(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """The answer of the first reader that knows the words, None where none does."""
    if before is not None and before["kind"] == offering.QUESTION:
        return offering.answer(before, text, context, understand)
    reply = _known(text, before, context)
    return None if reply is None else _heard(reply, before, context)


def _known(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    return (
        _taken_back_at_once(text, context)
        or supervised(text, context)
        or taking_back.answer(text, context)
        or _in_own_words(text, context)
        or returned.of_assessment(text, context)
        or returned.told(text, context)
        or of_contacts.known(text, context)
        or (nothing_happened(text, context) if before is None else None)
        or outcomes.became(text, context)
        or own_events.added(text, context)
        or arrived.answer(text, context)
        or (named_again(text, context) if before is None else None)
        or carrying_on.how_to_mend(text, context)
        or carrying_on.of_shown(text, before, context)
        or retelling.whole(text, context)
        or waiting.redraft(text, before, context)
        or handing.again(text, context)
        or replying.explained(text, context)
        or supplying.supply(text, before, context)
        or likewise.likewise(text, context)
        or retelling.retell(text, context, understand)
        or renewing.renew(text, context)
        or pointing.point(text, before, context)
        or answering.choose_beside(before, text, context)
        or talking.talk(text, before, context, understand)
        or corrected(text, before, context)
        or answered(text, before, context, _behind)
        or pasting.pasted(text, context)
        or receiving.linked(text, context)
        or situations.papers(text, context)
        or inquired(text, context)
        or (None if KNOWN.knows(text) else rules.asked(text, context))
        or decided(text, context)
        or followed(text, context)
        or by_kind.told(text, context)
        or several.each(text, context, understand)
        or errand.run(text, context)
        or _questioned(text, context)
        or unsure.talked(text, before, context)
        or unsure.handed_on(text, before, context)
        or mending.mend(text, context)
        or commanded(text, context)
        or ruled(text, context)
        or correcting.corrected(text, context)
        or entering.enter(text, context)
        or unsure.injected(text, context)
        or compared.told(text, context)
        or _reported(text, context)
        or judged(text, context)
        or receiving.numbered(text, context)
        or promises.answer(text, context)
        or unsure.beyond_orders(text, before, context)
        or leader_asked(text, context)
        or (None if is_question(text) else announced.wants_place(before, text, context))
        or announced.announced(text, context)
        or otherwise(text, context)
        or (likely(text, before, context) if len(text) > SHORT else None)
        or unsure.paraphrased(text, context)
        or likely(text, before, context)
    )


def _behind(text: str, context: Context) -> Reply | None:
    """What is said behind 取消，……, as a message of its own."""
    core = _core(text, context)
    context.reads(core.rest, text)
    return _known(core.rest, None, context)


def _heard(reply: Reply, before: Mapping[str, Any] | None, context: Context) -> Reply:
    """What was understood, with the question that is still open behind it."""
    _understood(context)
    again = dialogs.still_asked(before, context, reply.text)
    return Reply(f"{reply.text}\n{again}") if again else reply


def _is_flood(text: str) -> bool:
    """Whether a long stretch of it repeats a few signs over and over."""
    if len(text) <= _FLOOD:
        return False
    return any(len(part) > _FLOOD and len(set(part)) <= _FEW_SIGNS for part in _FIGURES.split(text))


def _in_own_words(text: str, context: Context) -> Reply | None:
    """What is handed on by its command: whatever its words ask or tell, they are for somebody else."""
    if context.speaker.role not in ROLES:
        return None
    text = appeals.in_order(text)
    return commanded(text, context) if unsure.HANDED.match(text) else forwarding.relayed(text, context)


def _plainly_reported(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """A place or code and one figure, as nearly every message is: no other reader needs to be asked first."""
    if before is not None or context.speaker.role != "contact" or not is_plain(text):
        return None
    return _reported(text, context)


def _taken_back_at_once(text: str, context: Context) -> Reply | None:
    """发布吧……等等，先不发: an order that the same message calls off is none."""
    order = calling_off.retracted(text) if context.speaker.role not in ("contact", "supervisor") else ""
    if not order:
        return None
    return Reply(f"好的，没有办，什么也没改（您先说、又收回的是：{clip(order, 60)}）。要办请把整句再发一次。")


def _understood(context: Context) -> None:
    if context.speaker.account.misunderstandings:
        context.uow.accounts.set_misunderstandings(context.speaker.account, 0)


def _questioned(text: str, context: Context) -> Reply | None:
    """What somebody who reports asks about his own items; the very words of a command are that command."""
    carried, text = carrying_on.meant(text, context), carrying_on.asked_plainly(text, context)
    if carried:
        return commanded(carried, context)
    if KNOWN.knows(text):
        return None
    order = "帮助" if asks_how(text) else "我的任务" if asks_list(text) else ""
    return commanded(order, context) if order else asked(text, context)


_NOT_KEPT = re.compile(
    "(?:原话|这[句话个条]+)?(?:不[用要需必]|别|甭)(?:再)?(?:记|存|留|归)(?:作|成|到|为)?(?:文字)?(?:材料|原话|证明)[了吧啊里]*[，,。；;\\s]*"
)
"""不用记材料，就是开展了: the words beside what is reported are not to be kept."""


def _reported(text: str, context: Context) -> Reply | None:
    if not may(context.speaker.role, Act.REPORT) or asks_if_right(text):
        return None
    several = len(context.speaker.account.contacts) > 1
    which = which_campaign.asked(text, context) if several else None
    text = report.on_lines(text, context)
    bare = _NOT_KEPT.sub("", text)
    if bare != text and bare:
        return which or report.report(bare, context, keep=False)
    return which or situations.told(text, context) or report.report(text, context)
