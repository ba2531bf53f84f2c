"""上传: the link to the upload page, who may open it, and that one browser alone does."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from handlers.access import Act, may
from handlers.campaign.library import Library
from handlers.command import Command, words
from handlers.context import Context
from handlers.links import written
from handlers.messages import Incoming, Push, Reply
from handlers.people.speaker import Speaker
from handlers.people.speaking import speaker_of
from handlers.pushing.pushes import push
from store.records import Contact, UploadPass
from store.unit_of_work import UnitOfWork

PAGE: Final = "upload"
LINK_LIFETIME: Final = timedelta(minutes=30)
"""Within this time the link has to be opened."""
SESSION_LIFETIME: Final = timedelta(hours=8)
"""For so long the browser that has opened it may upload."""
NO_PAGE: Final = (
    "还没有开通上传页（管理员没有设置对外网址）。图片、视频、链接可以直接发给我；"
    "文件可以发给智能机器人，或回“材料 序号 纸质报送 材料名”登记纸质、U盘报送。"
)
ASK_AGAIN: Final = "请回到聊天里发“上传”，取一个新的链接。"
VOID: Final = f"这个链接已经作废。{ASK_AGAIN}"
TAKEN: Final = f"这个链接已经在另一台设备或浏览器上打开，只能由那里使用。如果是您本人换了设备，{ASK_AGAIN}"
_TOLD_OWNER: Final = (
    "有人在另一台设备或浏览器上打开了您的上传链接，没有让进去。"
    "如果是您本人换了设备，请回“上传”取新链接，旧的随即作废；如果不是，请不要把链接转给别人。"
)


class NoEntryError(Exception):
    """The upload page is not for whoever asks; the message is Chinese, for the page."""


def offer(_text: str, context: Context) -> Reply:
    """上传: give the speaker a link of its own; an earlier one is void from now on."""
    if context.links is None:
        return Reply(NO_PAGE)
    person = context.speaker.contact
    link = secrets.token_urlsafe(12)
    context.uow.upload_passes.issue(person.id, link, person.bound_at)
    context.uow.audit.record(context.now, context.actor, "upload.link", f"contact:{person.id}", {})
    url = context.links(PAGE, person.id, link, context.now + LINK_LIFETIME)
    minutes = int(LINK_LIFETIME.total_seconds()) // 60
    return Reply(
        f"{written(url, '打开上传页', context.incoming.channel)}\n"
        f"{minutes}分钟内打开有效，只能由您在一台设备上用，请不要转发。可以一次传几个文件，断了能接着传。"
    )


def enter(uow: UnitOfWork, contact_id: int, link: str, session: str, now: datetime) -> str:
    """Let the browser in that opens the link first; "" or why it is kept out, which its owner is told."""
    person, found = uow.roster.get(contact_id), uow.upload_passes.of(contact_id)
    if person is None or found is None or found.link != link or not _is_in_force(found, person):
        return VOID
    if not uow.upload_passes.claim(contact_id, link, session, now + SESSION_LIFETIME):
        tell_owner(uow, found, person, now)
        return TAKEN
    uow.audit.record(now, f"contact:{contact_id}", "upload.open", f"contact:{contact_id}", {})
    return ""


def knock(uow: UnitOfWork, contact_id: int, link: str, now: datetime) -> str:
    """Whether the link can still be opened by a browser that is new to it: "" or why not."""
    person, found = uow.roster.get(contact_id), uow.upload_passes.of(contact_id)
    if person is None or found is None or found.link != link or not _is_in_force(found, person):
        return VOID
    if found.session_hash is None:
        return ""
    tell_owner(uow, found, person, now)
    return TAKEN


def tell_owner(uow: UnitOfWork, found: UploadPass, person: Contact, now: datetime) -> None:
    """Tell the owner, once a link, that another browser has tried it."""
    if person.channel is not None and person.account is not None:
        key = f"upload:second:{found.link}"
        push(uow, Push(key, person.channel, person.account, _TOLD_OWNER, now, urgent=True), person, now)


def enter_as(incoming: Incoming, uow: UnitOfWork, session: str, now: datetime, library: Library) -> None:
    """Let the sender in, whom the platform has identified. Raises NoEntryError."""
    speaker = speaker_of(uow.accounts.speaker(incoming.channel, incoming.sender), uow)
    if speaker is None:
        raise NoEntryError("您还没有绑定。请先在聊天里发“绑定 绑定码”，绑定码找质强办要。")
    person, link = speaker.contact, secrets.token_urlsafe(12)
    _context(uow, person, now, library)
    uow.upload_passes.issue(person.id, link, person.bound_at)
    uow.upload_passes.claim(person.id, link, session, now + SESSION_LIFETIME)
    uow.audit.record(now, f"contact:{person.id}", "upload.open", f"contact:{person.id}", {})


def visitor(uow: UnitOfWork, session: str, now: datetime, library: Library) -> Context:
    """Who uses the page in this browser. Raises NoEntryError."""
    found = uow.upload_passes.of_session(session)
    person = uow.roster.get(found.contact_id) if found else None
    if found is None or person is None or not _is_in_force(found, person):
        raise NoEntryError(VOID)
    if found.session_until is None or now >= found.session_until:
        raise NoEntryError(f"打开太久，已经失效。{ASK_AGAIN}没传完的选同一个文件会接着传。")
    return _context(uow, person, now, library)


def _context(uow: UnitOfWork, person: Contact, now: datetime, library: Library) -> Context:
    if person.channel is None or person.account is None:
        raise NoEntryError(VOID)
    account = uow.accounts.find(person.channel, person.account)
    campaign = uow.campaigns.get(person.campaign_id)
    if account is None or campaign is None:
        raise NoEntryError(VOID)
    if not may(person.role, Act.EVIDENCE):
        raise NoEntryError("您现在的角色不能交材料。")
    if campaign.state != "open":
        raise NoEntryError(f"《{campaign.name}》已经结束，不再收材料。")
    incoming = Incoming(person.channel, "", person.account, "file", now)
    mine = account.dialog is not None and account.dialog.get("asked") == person.id
    speaker = Speaker(account if mine else replace(account, dialog=None), person, campaign)
    return Context(incoming, uow, now, speaker, library)


def _is_in_force(found: UploadPass, person: Contact) -> bool:
    """Whoever left, or was parted from the account and bound anew, has to ask for a new link."""
    return person.active and person.account is not None and person.bound_at == found.bound_at


COMMAND = Command(
    Act.EVIDENCE,
    "上传",
    words(
        "上传 传文件 上传文件 上传材料 传材料 发文件 交文件 上传链接 上传页 怎么传文件 怎么上传 怎么发文件"
    ),
    offer,
)
