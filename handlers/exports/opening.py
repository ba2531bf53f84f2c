"""打开链接: a link to a file or a page opens for the person it was made for, in one browser."""

from datetime import datetime
from typing import Final

from handlers.messages import Push
from handlers.pushing.pushes import push
from store.records import LinkPass
from store.unit_of_work import UnitOfWork

TAKEN: Final = (
    "这个链接已经在另一台设备或浏览器上打开，只能由那里使用。如果是您本人换了设备，请回到聊天里重新要一次。"
)
FOREIGN: Final = "这个链接是发给别人的，您打不开。您能看的，请自己在聊天里要。"
_TOLD_OWNER: Final = (
    "有人在另一台设备或浏览器上打开了发给您的材料链接，没有让看。"
    "如果是您本人换了设备，请在聊天里重新要一次；如果不是，请不要把链接转给别人。"
)


def claim(uow: UnitOfWork, found: LinkPass, now: datetime) -> bool:
    """Let that browser have the link where it is the first or has it already, else tell the owner."""
    if uow.link_passes.claim(found, now):
        return True
    holder = uow.link_passes.of(found.link)
    if holder is not None and holder.session_hash == found.session_hash:
        return True
    tell_owner(uow, found.link, found.contact_id, now)
    return False


def take_over(uow: UnitOfWork, found: LinkPass, account: str, now: datetime) -> bool:
    """Let the browser have the link if the platform says that its owner uses it, else tell the owner."""
    person = uow.roster.get(found.contact_id)
    if person is None or person.account != account:
        tell_owner(uow, found.link, found.contact_id, now)
        return False
    return uow.link_passes.claim(found, now) or uow.link_passes.hand_over(found.link, found.session_hash)


def tell_owner(uow: UnitOfWork, link: str, contact_id: int, now: datetime) -> None:
    """Tell, once a link, that somebody else has tried it."""
    person = uow.roster.get(contact_id)
    if person is not None and person.active and person.channel is not None and person.account is not None:
        key = f"link:second:{link}"
        push(uow, Push(key, person.channel, person.account, _TOLD_OWNER, now, urgent=True), person, now)


def is_on(uow: UnitOfWork, contact_id: int, channel: str) -> bool:
    """Whether the person of a link is bound to an account of that channel."""
    person = uow.roster.get(contact_id)
    return person is not None and person.account is not None and person.channel == channel
