"""One open question a person: kept in the store, so that it survives a restart and a second device."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from handlers.context import Context
from store.records import Account

LIFETIME = timedelta(minutes=30)
CANCEL = frozenset({"取消", "算了", "不要了", "不用了", "退出"})
_YES = frozenset(
    {"是", "是的", "对", "对的", "确认", "确定", "好", "好的", "可以", "行", "嗯", "yes", "ok", "y"}
)
_NO = frozenset({"否", "不是", "不对", "不", "不行", "no", "n"})
_NUMBER = re.compile(r"(?:选|第)?\s*(\d{1,2})\s*(?:个|项)?")


def ask(context: Context, kind: str, state: Mapping[str, Any], lifetime: timedelta = LIFETIME) -> None:
    """Keep a question (or a numbered list) open for a while; it takes the place of an earlier one."""
    account = context.speaker.account
    context.uow.accounts.set_dialog(account, {"kind": kind, **state}, context.now + lifetime)


def close(context: Context) -> None:
    """There is no open question any more."""
    context.uow.accounts.set_dialog(context.speaker.account, None, None)


def open_question(account: Account, now: datetime) -> Mapping[str, Any] | None:
    """The account's open question, or None where there is none or it has expired."""
    if account.dialog is None or account.dialog_expires_at is None or account.dialog_expires_at < now:
        return None
    return account.dialog


def yes_or_no(text: str) -> bool | None:
    """What a bare 是 or 否 says; None for anything else."""
    word = text.strip().strip("。.!！~ ").lower()
    if word in _YES:
        return True
    return False if word in _NO else None


def chosen(text: str, count: int) -> int | None:
    """The place (from 0) of the numbered choice that the text names, or None."""
    found = _NUMBER.fullmatch(text.strip().translate(_WIDE).strip("。.、 "))
    if found is None:
        return None
    place = int(found[1]) - 1
    return place if 0 <= place < count else None


_WIDE = {ord("０") + digit: str(digit) for digit in range(10)} | {
    ord(circle): str(place) for place, circle in enumerate("①②③④⑤⑥⑦⑧⑨", start=1)
}
