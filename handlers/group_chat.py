"""群聊: what is said before others is nothing of anybody's work, and nothing is taken from there."""

from datetime import datetime

from handlers import secrecy
from handlers.campaign.library import Library
from handlers.context import Context
from handlers.messages import Incoming, Reply
from handlers.people.speaking import speaker_of
from store.unit_of_work import UnitOfWork

ANSWER = (
    "群里不填报、不查分、不收材料，这条没有记录。\n"
    "请点我的头像，在单独聊天里发：报数、交文件、看进度、看得分都在那里，回“帮助”看用法。"
)


def answer(
    incoming: Incoming, uow: UnitOfWork, now: datetime, library: Library, inbox_id: int | None
) -> Reply:
    """Send everybody to the talk of two; only a mark of secrecy is dealt with at once."""
    if not incoming.secret:
        return Reply() if incoming.kind == "event" else Reply(ANSWER)
    secrecy.note(incoming, uow, now, inbox_id)
    account = uow.accounts.find(incoming.channel, incoming.sender)
    speaker = speaker_of(account, uow) if account is not None else None
    if speaker is None:
        return Reply(secrecy.ANSWER_TO_STRANGERS)
    return secrecy.answer(Context(incoming, uow, now, speaker, library, inbox_id))
