"""绑定: a one-time code turns an account into a person of the roster."""

import re
from datetime import datetime, timedelta

from handlers.access import ROLE_NAMES
from handlers.messages import Incoming, Reply
from handlers.people.enrolled import HAN_FIGURES
from store.records import Account, Contact
from store.unit_of_work import UnitOfWork

CODE_LIFETIME = timedelta(minutes=10)
WRONG_CODES = 5
LOCK = timedelta(minutes=30)
_CODE = re.compile(r"(绑定|绑订|邦定)?\s*[:：]?\s*(\d{6})\s*[。.]?")
HOW_TO_BIND = "您还没有绑定。请发“绑定 6位绑定码”，绑定码由质强办发给您，10分钟内有效。"


def answer(incoming: Incoming, account: Account, uow: UnitOfWork, now: datetime) -> Reply:
    """What somebody who is on no roster hears: how to bind, and nothing else."""
    if incoming.kind == "event" and incoming.event not in ("subscribe", "enter_agent"):
        return Reply()
    said = _SPOKEN.sub(lambda run: run[0].translate(HAN_FIGURES), incoming.text.strip().translate(_WIDE))
    found = _CODE.fullmatch(said)
    code = found[2] if found else _only_code(said)
    return Reply(HOW_TO_BIND) if code is None else redeem(code, incoming, account, uow, now)


def _only_code(said: str) -> str | None:
    """The one number of a message, where it has six digits and counts nothing: 办公室发我839201，帮我弄一下."""
    numbers = re.findall(r"\d+(?:\.\d+|\s*[年万元%人家个件月])?", _PARTED.sub("", said))
    return numbers[0] if len(numbers) == 1 and re.fullmatch(r"\d{6}", numbers[0]) else None


_SPOKEN = re.compile("[零〇幺一二三四五六七八九]{6}")
"""八三九二零一: a code that is dictated."""
_PARTED = re.compile(r"(?<=\d)[\s-](?=\d)")


def code_in(text: str) -> str | None:
    """The code of “绑定 123456” from somebody who is bound already; a bare number is no code there."""
    found = _CODE.fullmatch(text.strip().translate(_WIDE))
    return found[2] if found and found[1] else None


def redeem(code: str, incoming: Incoming, account: Account, uow: UnitOfWork, now: datetime) -> Reply:
    """Bind the account to the person that the code was issued for.

    Five wrong codes in a row lock the account for half an hour, and all accounts together may try only so many
    within the life of a code, so that codes cannot be guessed.
    """
    if account.locked_until is not None and account.locked_until > now:
        return Reply("绑定码错误次数过多，已暂停绑定30分钟，请稍后再试或联系质强办。")
    place = uow.code_tries.take(now, now - CODE_LIFETIME)
    if place is None:
        return Reply("现在输错绑定码的人太多，绑定先停几分钟，这次没有核对。请稍后再试，急用请联系质强办。")
    own = _same_roster(uow.roster.holder(code, now), account)
    if own is not None:
        uow.code_tries.give_back(place)
        return Reply(
            f"您在这次考核里已经绑定为{own.unit} {own.name}（{ROLE_NAMES[own.role]}），一个账号只能是一个人；"
            "这个绑定码没有用掉，请交给本人发。"
        )
    contact = uow.roster.redeem(code, now)
    if contact is None or not uow.roster.bind(contact.id, incoming.channel, incoming.sender, now):
        return _wrong(account, uow, now)
    uow.code_tries.give_back(place)
    uow.accounts.clear_binding_failures(account)
    uow.accounts.set_current_campaign(account, contact.campaign_id)
    uow.audit.record(now, f"contact:{contact.id}", "bind", f"account:{account.id}", {})
    campaign = uow.campaigns.get(contact.campaign_id)
    name = campaign.name if campaign else ""
    return Reply(
        f"绑定成功：{contact.unit} {contact.name}（{ROLE_NAMES[contact.role]}）。\n"
        f"考核任务：《{name}》。\n回“我的任务”看清单，回“帮助”看用法。"
    )


def _same_roster(holder: Contact | None, account: Account) -> Contact | None:
    """Who the account already is on the roster of the person that holds the code; None where it is nobody."""
    campaign = holder.campaign_id if holder is not None else None
    return next((person for person in account.contacts if person.campaign_id == campaign), None)


def _wrong(account: Account, uow: UnitOfWork, now: datetime) -> Reply:
    failures = account.binding_failures + 1
    locked = failures % WRONG_CODES == 0
    uow.accounts.note_binding_failure(account, now + LOCK if locked else None)
    uow.audit.record(now, f"account:{account.id}", "bind.wrong", f"account:{account.id}", {})
    if locked:
        return Reply("绑定码连续5次错误，已暂停绑定30分钟。请向质强办要新的绑定码。")
    left = WRONG_CODES - failures % WRONG_CODES
    return Reply(f"绑定码不对或已过期，没有绑定。还可试{left}次；绑定码由质强办发放，10分钟内有效。")


_WIDE = {ord("０") + digit: str(digit) for digit in range(10)}
