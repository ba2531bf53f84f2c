"""One open question a person: kept in the store, so that it survives a restart and a second device."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from handlers.command import words
from handlers.context import Context
from handlers.reading.numbers import whole_number
from store.errors import WithheldError
from store.records import Account

LIFETIME = timedelta(minutes=30)
State = Mapping[str, Any]
SINCE = "since"
"""Where a question that another one's answer has brought up keeps when that was: as the platform and as we saw it."""
UNREAD = timedelta(seconds=2)
"""So soon nobody has read what was brought up."""
_PATIENT = frozenset({"report", "evidence", "mending", "which_campaign", "duty", "incident", "try_out"})
"""Questions of the asker's own report, or of what to show him: they go on waiting below another."""
TYPED = "typed"
"""Where a draft keeps the words of the order, as long as it stands just as they put it."""
TOLD = "told"
"""How often it was repeated behind another answer."""
OWN = frozenset(
    {"kind", "until", "asked", "as_role", "again", "below", "next", "instead", SINCE, TYPED, TOLD}
)
"""What a question's state holds besides its asker's."""
FEWER = "fewer"
"""What a denial may do to the draft that waits: leave people out of it."""
CANCEL = frozenset({"取消", "算了", "不要了", "不用了", "退出"})
_YES = words(
    "是 是的 是啊 是滴 对 对的 对对 没错 中 确认 确定 好 好的 好吧 可以 可以的 行 行的 行吧 嗯 嗯嗯 恩 yes ok okay y "
    "发 发吧 发了吧 发出去 发出去吧 发送吧 催吧 转吧 转达吧 送吧 发送 确认发送 办 办吧 办理 确认办理 入库 确认入库"
)
_NO = words("否 不是 不是的 不对 不 不要 不行 不发 不发了 不催了 不办了 先不 no n")
_VERB = "催|发送?|改|办|弄|动|通知|存|换|报|提醒|通过|停"
_DROPPED = re.compile(
    rf"(?:算了|取消|不了)吧?(?:[\s,，。]*(?:先|还是)?(?:不要|不用|不|别|甭)(?:{_VERB})?)?[了吧啊]*(?:[\s,，]*(?:以后|回头|明天)?再说)?"
    rf"|(?:先|还是|那就?)?(?:不要|不用|不|别|甭)(?:{_VERB})[了吧啊]*(?:[\s,，]*(?:以后|回头|明天)?再说)?"
)
_NUMBER = re.compile(
    r"(?>就?选|就|第)*\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:个|项|号|件|条)?(?:吧|的)?"
)


def ask(
    context: Context,
    kind: str,
    state: Mapping[str, Any],
    lifetime: timedelta = LIFETIME,
    again: str = "",
) -> None:
    """Keep a question (or a numbered list) open for a while.

    One of the same kind is replaced, and what waited behind it waits behind this; a draft is dropped for another
    draft; else what was asked waits below this one until it is closed. `again` is how the question is repeated in
    one line when something else was said meanwhile. It is a question to the person in this campaign and role; the
    same account speaking as another entry of a roster cannot answer it.
    """
    earlier, waiting = present(context), {}
    same = earlier is not None and earlier["kind"] == kind
    drafts = bool(again) and kind not in _PATIENT
    if again and context.uow.withholds(kind):
        fewer = not context.uow.withholds(FEWER)
        if earlier is None or not same or not _is_same(earlier, state, fewer=fewer):
            raise WithheldError(kind)
    if earlier is not None and same:
        waiting = {name: earlier[name] for name in ("next",) if name in earlier}
        earlier = earlier.get("below")
    dropped = str(earlier["again"]) if drafts and earlier is not None and is_draft(earlier) else ""
    if dropped:
        earlier = (earlier or {}).get("below")
    below = {name: value for name, value in (earlier or {}).items() if name != "below"}
    until = context.now + lifetime
    asked = context.speaker.contact.id
    role = next((one.role for one in context.speaker.account.contacts if one.id == asked), "")
    dialog = {**state, **waiting, "kind": kind, "until": until.isoformat(), "asked": asked, "as_role": role}
    dialog |= ({"again": again} if again else {}) | ({"below": below} if below else {})
    dialog |= {"instead": dropped} if dropped else {}
    dialog |= {TYPED: context.incoming.text} if drafts else {}
    context.uow.accounts.set_dialog(context.speaker.account, dialog, until)


def _is_same(earlier: State, state: State, *, fewer: bool) -> bool:
    """Whether it is the draft that waits already, said once more, or said for `fewer` people (城建不用发)."""
    people, left = (set(one.get("people", ())) for one in (earlier, state))
    same = all(earlier.get(name) == value for name, value in state.items() if name != "people")
    return same and (left <= people if fewer else left == people)


def typed(context: Context, words: str) -> None:
    """The draft is what those words order, "" where it was changed since."""
    state = present(context)
    if state is not None and TYPED in state:
        until = datetime.fromisoformat(state["until"])
        context.uow.accounts.set_dialog(context.speaker.account, {**state, TYPED: words}, until)


def is_draft(state: State | None) -> bool:
    """Whether 是 to it sends or changes something that is not the asker's own report."""
    return state is not None and bool(state.get("again")) and state["kind"] not in _PATIENT


def close(context: Context, *, cancelled: bool = False) -> None:
    """The open question is done with; one that waited below it is open again, but no draft where this is cancelled."""
    shown = present(context)
    below = shown.get("below") if shown is not None else None
    below = None if cancelled and is_draft(below) else below
    until = datetime.fromisoformat(below["until"]) if below else None
    if until is not None and until < context.now:
        below = until = None
    again = brought_up(below, context) if below else None
    context.uow.accounts.set_dialog(context.speaker.account, again, until)


def brought_up(state: State, context: Context) -> State:
    """The question as this message, which answered another one, has brought it before the speaker."""
    return {**state, SINCE: [context.incoming.sent_at.isoformat(), context.now.isoformat()]}


def is_unread(state: State | None, context: Context) -> bool:
    """Whether the message was sent, or has come, so soon that it cannot answer what the last one brought up."""
    seen = (state or {}).get(SINCE)
    times = zip(
        map(datetime.fromisoformat, seen or ()), (context.incoming.sent_at, context.now), strict=False
    )
    return any(now - then < UNREAD for then, now in times)


def still_asked(before: Mapping[str, Any] | None, context: Context, said: str) -> str:
    """The line that repeats a question which was open before this message and still is, or tells that it was dropped.

    It is "" for none, and where what is `said` asks it already or is nothing at all.
    """
    after = present(context) if before is not None and said else None
    if before is not None and after is not None and after.get("instead", "") == before.get("again"):
        return f"（前面那份没有办：{before['again'].rstrip('：')}。要办请再发一次。）"
    if before is None or after is None or not after.get("again") or after["again"].rstrip("…") in said:
        return ""
    known = (before.get("again"), (before.get("below") or {}).get("again"))
    return _repeated(after, context) if after["again"] in known else ""


def _repeated(state: State, context: Context) -> str:
    """The question once more: in other words the third time; the fourth it is given up, with whom to ask."""
    told = int(state.get(TOLD, 0))
    if told > 2:  # noqa: PLR2004
        close(context)
        people = context.uow.roster.list(context.speaker.campaign.id, role="office")
        others = [one.name for one in people if one.active and one.id != context.speaker.contact.id]
        whom = f"，拿不准可以问质强办的{others[0]}" if others else ""
        return f"（前面那条没有办，先放下了：{state['again'].rstrip('。？：')}。要办请重发{whom}。）"
    until = datetime.fromisoformat(state["until"])
    context.uow.accounts.set_dialog(context.speaker.account, {**state, TOLD: told + 1}, until)
    once_more = (
        f"前面这条还没有定：{state['again']}不要了回“取消”。" if told > 1 else f"还等您回答：{state['again']}"
    )
    return f"（{once_more}）"


def open_question(account: Account, now: datetime) -> Mapping[str, Any] | None:
    """The account's open question, or None where there is none or it has expired."""
    if account.dialog is None or account.dialog_expires_at is None or account.dialog_expires_at < now:
        return None
    return account.dialog


def present(context: Context) -> Mapping[str, Any] | None:
    """The open question as this message has left it so far."""
    account = context.speaker.account
    found = context.uow.accounts.find(account.channel, account.userid)
    return open_question(found, context.now) if found is not None else None


_ASSENT = r"(?:是|对|嗯|恩|好|行|可以|没错|没问题|中|成|要得|得|同意|确认|确定|ok|yes)(?:的|滴|哒|啊|呀|呢|哈|嘞|了|吧)*"
_AGAIN = re.compile(
    rf"(?>{_ASSENT}[\s,，、。!！]*)+(?:就)?(?:是|按)?(?:这个|这样|这么(?:办|报|改)|它)?[吧了的]*"
    "|就(?:是|按)?(?:这个|这样|它)[的吧了]*"
)
"""是是是, 对的没错, 嗯就这样: a yes in several words."""
_AGAINST = re.compile(r"(?>(?:不对|不是|不行|不要|不|错了?|no)[的啊呀了]*[\s,，、。!！]*){2,}")
_WELL = re.compile(r"^(?>(?:嗯+|好[的吧]?|行|可以|对|是的?|那就?)[,，、。\s]*)+(?=[发办确催转送])")
"""嗯发吧: what is said before the yes."""


def cancels(text: str, state: Mapping[str, Any] | None) -> bool:
    """取消 always; 算了 先不催 where something is asked."""
    said = text.strip().strip("。.!！~ ")
    return said in CANCEL or (bool(state and state.get("again")) and _DROPPED.fullmatch(said) is not None)


def yes_or_no(text: str) -> bool | None:
    """What a bare 是 or 否 says; None for anything else."""
    word = _WELL.sub("", text.strip().strip("。.!！~ ").lower())
    if word in _YES or _AGAIN.fullmatch(word):
        return True
    return False if word in _NO or _AGAINST.fullmatch(word) else None


def chosen(text: str, count: int) -> int | None:
    """The place (from 0) of the numbered choice that the text names, or None."""
    found = _NUMBER.fullmatch(text.strip().translate(_WIDE).strip("。.、 "))
    if found is None:
        return None
    place = whole_number(found[1]) - 1
    return place if 0 <= place < count else None


_WIDE = {ord("０") + digit: str(digit) for digit in range(10)} | {
    ord(circle): str(place) for place, circle in enumerate("①②③④⑤⑥⑦⑧⑨", start=1)
}
