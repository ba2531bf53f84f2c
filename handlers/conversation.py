"""One message in, one answer out: who speaks, what is meant, whether it is allowed, and who does it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from handlers import (
    amending,
    beyond,
    binding,
    cards,
    dialogs,
    group_chat,
    paraphrases,
    progress,
    secrecy,
    smalltalk,
    urging,
)
from handlers.access import Act, instead, may, who_may
from handlers.command import CommandList
from handlers.commands import COMMANDS
from handlers.context import Context
from handlers.evidence import correcting, receiving
from handlers.evidence import waiting as evidence_waiting
from handlers.help import help_text
from handlers.leading import asking, following
from handlers.leading.answers import ANSWERS as LEADING
from handlers.leading.scoping import scoped
from handlers.library import Library
from handlers.links import LinkMaker, untagged
from handlers.matters import bonus, contact_info, duties, settling, substitutes
from handlers.meaning import command_words
from handlers.mending import asking as mending
from handlers.messages import Incoming, Reply
from handlers.office import entering, extending, machinery, pasting
from handlers.office.answers import ANSWERS as OFFICE
from handlers.office.errands import errand
from handlers.reading.asides import is_question
from handlers.reminding.wishes import acknowledged
from handlers.reporting import answering, arrived, promises, questions, report, which_campaign
from handlers.reporting.about.asked import asked, otherwise
from handlers.review import direct, listed, unlocking, waiting
from handlers.review.commands import of_the_whole_list
from handlers.review.listed import assess, rule_listed
from handlers.review.rulings import read_rulings
from handlers.review.spoken import asking as inquiries
from handlers.review.spoken import marks, ruling, undoing
from handlers.speaking import speaker_of
from handlers.suggesting import offering
from handlers.suggesting.guessing import guess, surely
from handlers.suggesting.suggestion import Way
from handlers.wording import clip
from store.records import Account
from store.unit_of_work import UnitOfWork

ANSWERS = {
    questions.QUESTION: answering.answer,
    mending.QUESTION: mending.answer,
    which_campaign.QUESTION: which_campaign.answer,
    evidence_waiting.QUESTION: evidence_waiting.answer,
    correcting.QUESTION: correcting.answer,
    duties.QUESTION: duties.answer,
    contact_info.QUESTION: contact_info.answer,
    urging.QUESTION: urging.answer,
    listed.REASON: listed.answer_reason,
    listed.ALL: listed.answer_all,
    ruling.QUESTION: ruling.answer,
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
_FREE = frozenset(
    {listed.REASON, direct.REASON, unlocking.REASON, extending.REASON}
    | {questions.QUESTION, mending.QUESTION, evidence_waiting.QUESTION}
)
"""Questions that words answer, but for those of a command."""
LONGEST_TEXT = 4000
SHORT = 4
"""What is no longer is held against the few telling words first: 缺多少 is too little to be like anything."""
_COMMANDS = CommandList(COMMANDS)
_DIGIT = re.compile(r"[\d①-⑳]")
_HANDED = re.compile(r"(?:转质强办|交接|责任异议|申请延期|申诉)[\s:：]")
"""What is handed on in the speaker's own words, whatever these are."""
_NOISE = re.compile(r"[\s。.，,!！~～、]+")
_MEDIA = ("image", "voice", "video", "file", "link", "location")


def answer(
    incoming: Incoming,
    uow: UnitOfWork,
    now: datetime,
    library: Library,
    inbox_id: int | None = None,
    links: LinkMaker | None = None,
) -> Reply:
    """Do what the message asks, inside the caller's transaction, and say what came of it."""
    incoming = _untagged(secrecy.without_secrets(incoming))
    if incoming.group:
        return group_chat.answer(incoming, uow, now, library, inbox_id)
    account = uow.accounts.speaker(incoming.channel, incoming.sender)
    speaker = speaker_of(account, uow)
    if incoming.secret:
        secrecy.note(incoming, uow, now, inbox_id)
    if speaker is None:
        return _stranger(incoming, account, uow, now, library)
    return _spoken(Context(incoming, uow, now, speaker, library, inbox_id, links))


def _untagged(incoming: Incoming) -> Incoming:
    """The message with none of its words left that a reader of an answer or a notice could press as a link."""
    media = incoming.media
    if "<" not in f"{incoming.text}{incoming.title}{media.name if media else ''}":
        return incoming
    media = replace(media, name=untagged(media.name)) if media else None
    return replace(incoming, text=untagged(incoming.text), title=untagged(incoming.title), media=media)


def _spoken(context: Context) -> Reply:
    """What somebody on the roster says, by the kind of the message."""
    incoming = context.incoming
    if incoming.secret:
        return secrecy.answer(context)
    if incoming.kind == "event":
        return _event(context)
    if incoming.kind == "text":
        return _text(incoming.text, context)
    if incoming.kind in _MEDIA:
        return _media(context)
    return Reply("这类消息我收不了，没有保存。可以发文字、图片、语音、视频或链接。")


def _stranger(
    incoming: Incoming, account: Account, uow: UnitOfWork, now: datetime, library: Library
) -> Reply:
    """Somebody on no roster can only bind; who has just done so hears how his tasks stand."""
    if incoming.secret:
        return Reply(secrecy.ANSWER_TO_STRANGERS)
    said = binding.answer(incoming, account, uow, now)
    speaker = speaker_of(uow.accounts.speaker(incoming.channel, incoming.sender), uow)
    if speaker is None or not may(speaker.role, Act.TASKS):
        return said
    head = progress.head(Context(incoming, uow, now, speaker, library))
    return Reply(f"{said.text}\n{head}") if head else said


def _event(context: Context) -> Reply:
    if context.incoming.event in ("subscribe", "enter_agent"):
        return help_text("", context) if context.incoming.event == "subscribe" else Reply()
    if context.incoming.event == cards.PRESSED:
        return cards.pressed(context, _text)
    if context.incoming.event == "click" and context.incoming.event_key:
        return _text(context.incoming.event_key, context)
    return Reply()


def _media(context: Context) -> Reply:
    if context.incoming.kind == "voice" and context.incoming.text:
        heard = _text(context.incoming.text, context)
        return Reply(f"听到：“{clip(context.incoming.text, 60)}”\n{heard.text}")
    if not may(context.speaker.role, Act.EVIDENCE):
        return _refused(Act.EVIDENCE, context)
    name = context.incoming.media.name if context.incoming.media else ""
    administered = machinery.handed_in(name, context) if may(context.speaker.role, Act.ADMINISTER) else None
    return administered or receiving.receive(context)


def _text(text: str, context: Context) -> Reply:
    text = text.strip()
    if not text:
        return Reply("没有收到文字。回“帮助”看用法。")
    if len(text) > LONGEST_TEXT:
        return Reply("这条太长了，没有记录任何数据。请分几次发，每次不超过4000字。")
    before = dialogs.open_question(context.speaker.account, context.now)
    if before is not None and before["kind"] == offering.QUESTION:
        return offering.answer(before, text, context, _text)
    reply = (
        _corrected(text, before, context)
        or _answered(text, before, context)
        or pasting.pasted(text, context)
        or receiving.linked(text, context)
        or _decided(text, context)
        or _followed(text, context)
        or errand.run(text, context)
        or _talked(text, before, context)
        or _questioned(text, context)
        or _handed_on(text, before, context)
        or mending.mend(text, context)
        or _command(text, context)
        or _ruled(text, context)
        or _named_unit(text, context)
        or entering.enter(text, context)
        or _injected(text, context)
        or _reported(text, context)
        or arrived.answer(text, context)
        or receiving.numbered(text, context)
        or promises.answer(text, context)
        or _beyond(text, before, context)
        or _asked(text, context)
        or (None if is_question(text) else evidence_waiting.wants_place(before, text, context))
        or evidence_waiting.announced(text, context)
        or otherwise(text, context)
        or (_likely(text, before, context) if len(text) > SHORT else None)
        or _paraphrased(text, context)
        or _likely(text, before, context)
    )
    if reply is None:
        return _unclear(text, before, context)
    _understood(context)
    again = dialogs.still_asked(before, context, reply.text)
    return Reply(f"{reply.text}\n{again}") if again else reply


def _unclear(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply:
    """Small talk, a 是 to nothing, or words that nothing here understands."""
    said = smalltalk.answer(text, context.speaker.role)
    if dialogs.yes_or_no(text) is not None and not said:
        return Reply("现在没有等您确认的事，没有记录任何数据。")
    if said:
        acknowledged(context)
    draft = amending.asked_again(before, text) if not said else None
    of_unit = asking.asked_of_unit(text, context) if may(context.speaker.role, Act.UNIT) else None
    return (
        said
        or draft
        or of_unit
        or _offered(text, before, context)
        or smalltalk.not_understood(text, context, before)
    )


def _talked(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """What surely is beside the matter: no report or command is read out of it."""
    if len(text) <= SHORT or _DIGIT.search(text) or _HANDED.match(text) or _COMMANDS.knows(_bare(text)):
        return None
    return _likely(text, before, context) if surely(Way.TALK, text, context.speaker.role) else None


def _handed_on(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """What surely is for the office, in words that no command knows: it is offered to be handed on."""
    if len(text) <= SHORT or not surely(Way.DOES, text, context.speaker.role):
        return None
    return None if _COMMANDS.meant(text, _bare(text)) else _offered(text, before, context)


def _likely(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """What the words are most like, done where it only tells or asks first."""
    if smalltalk.answer(text) is not None or dialogs.yes_or_no(text) is not None:
        return None
    if amending.may_be_about(before, text):
        return None
    found = guess(text, context)
    if not found.told:
        return None
    if found.beyond is not None:
        return _refused(found.beyond, context)
    if found.talk is not None:
        return offering.talk(found, context) if found.talk else None
    words = found.meant[0].words
    told = _answered(words, before, context) or _command(words, context)
    return offering.told(told, found) if told is not None else None


def _offered(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """What the words may mean, to choose from; what they name, where they are like no command."""
    found = guess(text, context)
    if found.beyond is not None:
        return offering.refused(_refused(found.beyond, context), found, context)
    if found.talk:
        return offering.talk(found, context)
    if found.meant:
        return offering.offer(text, found, context) if offering.may_ask(before) else None
    words = found.about
    told = _command(words, context) if words else None
    return offering.about(words, told) if told is not None else None


def _answered(text: str, state: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """The reply where the text answers the open question."""
    if dialogs.cancels(text, state):
        return _cancelled(state, context)
    if state is None or (state["kind"] in _FREE and _COMMANDS.knows(_bare(text))):
        return None
    answer_to = ANSWERS.get(state["kind"])
    return answer_to(state, text, context) if answer_to else None


def _corrected(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """A piece that was wrong, said beside a question about where it goes or beside none."""
    waiting = before is None or before["kind"] == evidence_waiting.QUESTION
    return correcting.correct(text, context) if waiting and not _COMMANDS.knows(_bare(text)) else None


def _cancelled(state: Mapping[str, Any] | None, context: Context) -> Reply:
    if state is None:
        return Reply("现在没有等您回答的问题。要撤回已报的数请回“撤回”。")
    dialogs.close(context)
    if state["kind"] == evidence_waiting.QUESTION:
        return evidence_waiting.cancel(state, context)
    return Reply("好的，已取消，没有记录任何数据。")


def _bare(text: str) -> str:
    return _NOISE.sub("", text).lower()


def _command(text: str, context: Context) -> Reply | None:
    read = _COMMANDS.meant(text, _bare(text))
    allowed = [(command, rest) for command, rest in read if may(context.speaker.role, command.act)]
    for command, rest in allowed:
        reply = command.run(rest, context)
        if reply is not None:
            return reply
    told = [command for command, _ in read if not command.shy] if not allowed else []
    if told:
        return _rather(text, context) or _refused(told[0].act, context)
    if (found := binding.code_in(text)) is not None:
        return binding.redeem(found, context.incoming, context.speaker.account, context.uow, context.now)
    return None


def _questioned(text: str, context: Context) -> Reply | None:
    """What somebody who reports asks about his own items; the very words of a command are that command."""
    return None if _COMMANDS.knows(_bare(text)) else asked(text, context)


def _rather(text: str, context: Context) -> Reply | None:
    """What a text that is no act's very words is likelier to mean than one that is not the speaker's to do."""
    plain = len(text) <= SHORT or _COMMANDS.knows(_bare(text)) or beyond.order(text, context) is not None
    return None if plain else _likely(text, None, context)


def _reported(text: str, context: Context) -> Reply | None:
    if not may(context.speaker.role, Act.REPORT):
        return None
    several = len(context.speaker.account.contacts) > 1
    return (which_campaign.asked(text, context) if several else None) or report.report(text, context)


def _decided(text: str, context: Context) -> Reply | None:
    """What a reviewer rules or asks in words of his own; the office only where it has a list before it."""
    if not may(context.speaker.role, Act.REVIEW) or _COMMANDS.knows(_bare(text)):
        return None
    own = context.speaker.role == "reviewer" or waiting.listed_items(context) is not None
    if not own:
        return None
    return (
        undoing.taken_back(text, context)
        or of_the_whole_list(text, context)
        or ruling.rule_spoken(text, context)
        or inquiries.asked(text, context)
    )


def _followed(text: str, context: Context) -> Reply | None:
    """What a leader asks on about what he has just been shown."""
    return following.followed(text, context) if may(context.speaker.role, Act.UNIT) else None


def _ruled(text: str, context: Context) -> Reply | None:
    """The reply to a reviewer's “1通过2退回没章” or “评 1 3 理由”."""
    if not may(context.speaker.role, Act.REVIEW):
        return None
    rulings = read_rulings(text)
    if rulings:
        return rule_listed(rulings, context)
    place = waiting.place_said(text, context)
    if place is not None:
        return waiting.view(str(place + 1), context)
    return assess(text, context) or marks.mark_spoken(text, context) or direct.assess_named(text, context)


def _named_unit(text: str, context: Context) -> Reply | None:
    """A leader who types nothing but names of units asks how they stand."""
    return asking.units_only(text, context) if may(context.speaker.role, Act.UNIT) else None


def _asked(text: str, context: Context) -> Reply | None:
    """What leaders ask in words that are no command, or in a command's words with others around them."""
    if not may(context.speaker.role, Act.UNIT):
        return None
    meant = command_words(text)
    return (_command(meant, context) if meant else None) or asking.answer(text, context)


def _injected(text: str, context: Context) -> Reply | None:
    """An order to the bot itself is no report, whatever stands beside it."""
    said = beyond.injected(text, context)
    return Reply(said) if said else None


def _beyond(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """What the speaker, or nobody, may order; another unit's name alone is no order where something else is likely."""
    found = beyond.order(text, context)
    if isinstance(found, str):
        return Reply(found)
    likely = _mentioned(text, before, context) if found is Act.UNIT else None
    return likely or (_refused(found, context) if found else None)


def _mentioned(text: str, before: Mapping[str, Any] | None, context: Context) -> Reply | None:
    """What is likely meant by who only mentions another unit: to wait for it or to dispute is no question about it."""
    found = guess(text, context)
    aside = found.talk or (found.beyond is None and found.meant and found.meant[0].act is Act.CONTEST)
    return _likely(text, before, context) or (_offered(text, before, context) if aside else None)


def _paraphrased(text: str, context: Context) -> Reply | None:
    """What is asked in other words than a command's."""
    if smalltalk.answer(text) is not None:
        return None
    words = paraphrases.meant(text, context.speaker.role) or command_words(text)
    if not words:
        return None
    alone = scoped(words, text, context) if may(context.speaker.role, Act.UNIT) else None
    return alone or _command(words, context)


def _refused(act: Act, context: Context) -> Reply:
    hint = instead(context.speaker.role, act) or "回“帮助”看您能用的。"
    return Reply(f"您不能{act.value}，可以{act.value}的是：{who_may(act)}。{hint}")


def _understood(context: Context) -> None:
    if context.speaker.account.misunderstandings:
        context.uow.accounts.set_misunderstandings(context.speaker.account, 0)
