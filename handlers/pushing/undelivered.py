"""没发出去的: what the office is told of messages that do not arrive, once, by itself."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from handlers.wording import clock, local
from store.records import Contact, OutboxRow
from store.unit_of_work import UnitOfWork

NOTICE = "undelivered"
_NOT_SEEN = "账号不在应用的可见范围，或已离开企业"
_UNLICENSED = "账号没有开通许可"
_REASONS = {
    "invaliduser": _NOT_SEEN,
    "unlicenseduser": _UNLICENSED,
    81013: _NOT_SEEN,
    60111: _NOT_SEEN,
    40003: _NOT_SEEN,
    46004: _NOT_SEEN,
    60011: _NOT_SEEN,
    60020: "服务器的出口地址不在企业可信IP里",
    40001: "应用的Secret不对",
    40013: "企业ID不对",
    40056: "AgentID不对",
    40091: "Secret是别的企业的",
    48002: "应用没有这个接口的权限",
    301002: "应用没有权限",
    45009: "超过平台的频率限制",
    45033: "平台忙",
    45015: "对方48小时内没有给公众号发过消息，公众号不能先开口",
    45047: "对方没有回话，公众号不能再连着发",
    -1: "平台忙",
    40007: "附件在平台上过期了",
}
STATES = {"refused": "平台拒收", "dead": "多次失败", "ambiguous": "不知是否送达"}


def tell(uow: UnitOfWork, row: OutboxRow, state: str, answer: str, now: datetime) -> None:
    """Tell the office of a message given up: once a month of a person, once a day of everything else."""
    if row.key.startswith(f"{NOTICE}:") or "card_update" in row.content:
        return
    person = uow.roster.get(row.contact_id) if row.contact_id is not None else None
    code, why = _code(answer), reason(answer)
    name = f"{person.unit} {person.name}" if person is not None else f"账号{row.recipient}"
    if state == "refused" and _REASONS.get(code) in {_NOT_SEEN, _UNLICENSED}:
        key = f"{row.channel}:{row.recipient}:{code}:{local(now):%Y-%m}"
        text = f"【发送】{name}收不到消息：{why}。请在企业微信后台处理；本月不再就此提醒。"
    else:
        key = f"{row.channel}:{state}:{local(now):%Y-%m-%d}"
        text = f"【发送】有消息没有送达（{STATES[state]}：{name}，{why}）。"
    _tell_office(uow, key, f"{text}\n回“没发出去的”看清单、重发。", now, but=row.recipient)


def warn_of_budget(uow: UnitOfWork, channel: str, used: int, daily: int, now: datetime) -> None:
    """Tell the office that the day's messages come to their end; once a day."""
    text = (
        f"【发送】今天已发{used}条，企业微信每天限{daily}条。到九成时普通提醒改到明早发，回复和紧急消息照发。"
    )
    _tell_office(uow, f"{channel}:budget:{local(now):%Y-%m-%d}", text, now)


def warn_of_setting(uow: UnitOfWork, channel: str, code: int | None, said: str, now: datetime) -> None:
    """Tell the office that nothing can be sent until a setting is mended; once a day."""
    why = _REASONS.get(code or 0, "平台设置有误")
    text = f"【发送】{clock(now)}起消息发不出去：{why}。平台说：{said}（收到这条时已经恢复）。"
    _tell_office(uow, f"{channel}:setting:{code}:{local(now):%Y-%m-%d}", text, now)


def warn_of_robot(uow: UnitOfWork, why: str, key: str, now: datetime) -> None:
    """Tell the office that the robot has stopped and hears nobody; once under that key."""
    _tell_office(uow, f"robot:{key}", f"【智能机器人】{why}。请管理员处理后重启服务。", now)


def is_about_setting(row: OutboxRow) -> bool:
    """Whether the message tells that nothing can be sent until a setting is mended."""
    return row.key.startswith(f"{NOTICE}:{row.channel}:setting:")


def reason(answer: str) -> str:
    """What the platform said to the last attempt, in Chinese."""
    code = _code(answer)
    if code in _REASONS:
        return _REASONS[code]
    said = _kept(answer)
    return f"平台返回{code}" if code is not None else str(said.get("reason") or "没有答复")


def _code(answer: str) -> int | str | None:
    kept = _kept(answer)
    named = next((name for name in ("invaliduser", "unlicenseduser") if kept.get(name)), None)
    code = kept.get("code")
    return named or (code if isinstance(code, int) else None)


def _kept(answer: str) -> dict[str, object]:
    with suppress(ValueError):
        kept = json.loads(answer)
        return kept if isinstance(kept, dict) else {}
    return {}


def _tell_office(uow: UnitOfWork, key: str, text: str, now: datetime, but: str = "") -> None:
    for person in _office(uow):
        if person.account != but and person.channel is not None and person.account is not None:
            uow.outbox.add(
                key=f"{NOTICE}:{key}:{person.account}",
                channel=person.channel,
                recipient=person.account,
                text=text,
                not_before=now,
                urgent=True,
                campaign_id=person.campaign_id,
                contact_id=person.id,
                created_at=now,
            )


def _office(uow: UnitOfWork) -> Iterator[Contact]:
    """The office's people of every open campaign who can be reached."""
    for campaign in uow.campaigns.list():
        if campaign.state == "open":
            people = uow.roster.list(campaign.id)
            yield from (one for one in people if one.active and one.account and one.role == "office")
