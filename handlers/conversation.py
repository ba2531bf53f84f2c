"""One message in, one answer out: who speaks, what is meant, whether it is allowed, and who does it."""

from dataclasses import replace
from datetime import datetime

from handlers import group_chat, secrecy
from handlers.access import Act, may
from handlers.campaign.library import Library
from handlers.context import Context
from handlers.evidence import receiving
from handlers.help import help_text
from handlers.links import LinkMaker, untagged
from handlers.lookups import progress
from handlers.messages import Incoming, Reply
from handlers.office import machinery
from handlers.people import binding
from handlers.people.speaking import speaker_of
from handlers.pushing import cards
from handlers.understanding import in_turn
from handlers.understanding.commanding import refused
from handlers.understanding.readers import understand
from handlers.wording import clip
from store.records import Account
from store.unit_of_work import UnitOfWork

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
        return _heard(incoming.text, context)
    if incoming.kind in _MEDIA:
        return _media(context)
    return Reply("这类消息我收不了，没有保存。可以发文字、图片、语音、视频或链接。")


def _heard(text: str, context: Context) -> Reply:
    return in_turn.hear(text, context, understand)


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
        return cards.pressed(context, _heard)
    if context.incoming.event == "click" and context.incoming.event_key:
        return _heard(context.incoming.event_key, context)
    return Reply()


def _media(context: Context) -> Reply:
    if context.incoming.kind == "voice" and context.incoming.text:
        heard = _heard(context.incoming.text, context)
        return Reply(f"听到：“{clip(context.incoming.text, 60)}”\n{heard.text}")
    if not may(context.speaker.role, Act.EVIDENCE):
        return refused(Act.EVIDENCE, context)
    name = context.incoming.media.name if context.incoming.media else ""
    administered = machinery.handed_in(name, context) if may(context.speaker.role, Act.ADMINISTER) else None
    return administered or receiving.receive(context)
