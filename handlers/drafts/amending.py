"""改稿: what is said to a message that waits for its 是: leave that one out, or it is written wrong."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from handlers import dialogs
from handlers.calendar.printed import clock_in
from handlers.context import Context
from handlers.drafts.redrafting import at_once, corrected, leaves_at, other_hour
from handlers.messages import Reply
from handlers.people.whom import MARK, Heard, hear
from handlers.reading.tokens.asides import is_question
from handlers.reminding.owing import owing_now
from handlers.wording import clip, clock, listed

_ADDED: Final = re.compile(
    r"(?:再|帮我|后面|最后)*(?:加|附|带|补)(?:上|个)?一?[句段](?:话)?[\s:：,，]*(?:说|就说)?[\s:：,，]*(?P<words>.{2,60})",
    re.DOTALL,
)
"""加一句：明天必须交, to a reminder that has no words of the office's own yet."""
_WELL: Final = re.compile(
    r"^(?:(?:好|行|嗯+|可以|对|是)(?:的|啊)?[,，\s]+|算了[,，\s]*(?=[\u4e00-\u9fff]{2,6}(?:那边)?的?(?:就|先)?不))"
)
"""好的，明早9点发, 算了城建不用了: what is said before the change."""
Again = Callable[[Mapping[str, Any], Context], Reply]
"""Says the message back to the people that are left, and asks."""
LONGEST: Final = 120
_MORE: Final = re.compile(
    rf"(?:再|还|把|那就?|也|给)*(?:加上|加|补上|补|带上|添上|算上|还有|连){MARK}(?:也|都)?(?:[加发算通知催上一份下遍起吧了])*"
    rf"|(?:再|还|把|也|给)*{MARK}(?:那边)?的?(?:也|都|一起|一并|同样)+(?:要|得|给)*(?:[加发算通知催说告诉上一份下遍声起送抄转吧了])*"
)
"""Somebody else is to be told as well."""
_OUT: Final = re.compile(
    r"(?:不用|不要|不必|用不着|不需要|先别|别|甭|先不|就不|无需)(?:再|给|跟|管)?.{0,10}?(?:发|通知|催|提醒|说|讲|转|管)"
    r"|(?:不用|不要|不必|不需要|先不|别)(?:了|吧|啦)*$|免了|算了|除了?|除开|除外|去掉|删掉|划掉|拿掉|跳过|不包括|不算|不催|不发"
)
_ONLY: Final = re.compile(
    r"(?:只|光|单|就(?=发|给|通知|催|跟))(?:要|用|需)?(?:给|跟)?.{0,10}?(?:发|通知|催|提醒|说|转)"
    r"|(?:发|通知|催|提醒|说)(?:给|到)?[^,，。]{1,14}?就(?:行|可以|好|够|成)|(?:不用|不要|别|不必)(?:再)?(?:给)?(?:全部?|都|所有人?|大家)(?:都)?[发通催提]"
)
_WRONG: Final = re.compile(
    r"(?:等等|等一?下|慢着|哎呀?|不对|不好意思|[\s,，。！!])*.{0,8}?(?:写|打|发|说|弄|搞|填)?(?:错|岔|漏)(?:了|字|别字|别).{0,24}"
    r"|(?:时间|日期|地点|内容|文字|措辞|名单|标题|开头|结尾|通知|前面|后面|上面|刚才).{0,8}?(?:不对|不准|有误|要改|得改|改一?下|改成|改为|换成|应该?是|是).{0,24}"
    r"|(?:先)?(?:等等|等一?下|慢着|稍等|别急)[,，\s]*(?:先)?(?:别发|不发)?(?:我)?(?:再|要|来|先)?(?:改改|改一?下|看看|想想)?[吧了]*"
    r"|(?:那就?)?(?:先)?(?:存着|放着|放一放|搁着|缓缓|等等领导|等我).{0,12}|.{0,6}(?:我)?(?:先)?(?:请示|问问领导|给领导看|再定).{0,6}"
    r"|(?:我)?(?:再)?(?:改改|改一?下|修改一?下|重新?写|重写)(?:再发)?[吧了]*"
)


def amended(state: Mapping[str, Any], text: str, context: Context, again: Again | None) -> Reply | None:
    """The message as it is to be now, or none at all where it is wrong; None for other words.

    Whatever is amended is said back anew, and only that version waits for the 是.
    """
    said = _WELL.sub("", text.strip().rstrip("。.!！~～ "))
    if len(said) > LONGEST or said.endswith(("?", "？", "吗", "呢")):
        return None
    found = _rewritten(state, said, context, again) if again is not None else None
    if found is not None:
        return found
    people: Sequence[int] = state.get("people", ())
    left = _left(said, people, context) if people and again is not None else None
    if left is None or again is None:
        return _dropped(state, context) if _WRONG.fullmatch(said) else None
    if len(left) == len(people):
        return Reply("要发的名单里没有这一位，没有改动。回“是”照原样发，回“取消”不发。")
    if not left:
        dialogs.close(context)
        return Reply("名单里没有人了，没有发送。")
    reply = again(_changed(state, people=left), context)
    out = [row for row in map(context.uow.roster.get, people) if row is not None and row.id not in left]
    names = listed([f"{row.unit}{row.name}" for row in out], 5, "人")
    return Reply(f"好的，不发给{names}。\n{reply.text}")


def _rewritten(state: Mapping[str, Any], said: str, context: Context, again: Again) -> Reply | None:
    """The message with other words, for more people, or at another hour."""
    if state.get("at") and at_once(said):
        return again(_changed(state, at=""), context)
    at = leaves_at(said, context) or other_hour(said, _only_hour(state), context)
    if at is not None and "at" in state:
        if at <= context.now:
            return Reply(f"{clock(at)}已经过了，没有改动。请说一个往后的时间，如“明天上午9点发”。")
        return again(_changed(state, at=at.isoformat()), context)
    joined = _joined(state, said, context, again)
    if joined is not None:
        return joined
    key = "message" if "message" in state else "text"
    added = _ADDED.fullmatch(said)
    if added is not None and state.get(key) == "":
        return again(_changed(state, **{key: added["words"]}), context)
    new = corrected(str(state.get(key) or ""), said) if state.get(key) else None
    return again(_changed(state, **{key: new}), context) if new is not None else None


def _joined(state: Mapping[str, Any], said: str, context: Context, again: Again) -> Reply | None:
    """加上安监局; of 财政局, which has nobody on the roster, that nobody could be added."""
    more = _more(said, state.get("people", ()), context)
    if more:
        return again(_changed(state, people=[*state["people"], *more]), context)
    heard = hear(said, context)
    if heard.one is None or "people" not in state or _MORE.fullmatch(heard.marked) is None:
        return None
    told = again(_changed(state), context)
    if heard.one.people:
        return Reply(f"要加的已经在名单里，没有改动。\n{told.text}")
    return Reply(f"要加的这家名册里没有能收到的人，加不上，其余照旧；请质强办补人。\n{told.text}")


def _only_hour(state: Mapping[str, Any]) -> str:
    """When the message is to leave, where no other hour stands in its words that 改成下午2点 might mean."""
    return "" if clock_in(str(state.get("text") or "")) is not None else str(state.get("at") or "")


def _changed(state: Mapping[str, Any], **new: object) -> Mapping[str, Any]:
    return {name: state[name] for name in state if name not in dialogs.OWN} | new


def _more(said: str, people: Sequence[int], context: Context) -> list[int]:
    """Who is to be told as well: 加上安监局, 领导也发一份."""
    heard = hear(said, context)
    if heard.one is None or _MORE.fullmatch(heard.marked) is None:
        return []
    return sorted(heard.one.people - set(people))


def may_be_about(state: Mapping[str, Any] | None, text: str) -> bool:
    """Whether a message waits for its 是 and the words, no question, may be about it."""
    return _waits_with(state, text) and not _TO_SEE.search(text)


def _waits_with(state: Mapping[str, Any] | None, text: str) -> bool:
    return state is not None and "people" in state and not is_question(text) and len(text) <= LONGEST


_TO_SEE: Final = re.compile(
    "(?:给我|[让发]我|(?<!再)我(?:先|想)?)(?:看看?|瞧瞧?|瞅瞅)(?!着)|^(?:先|再|把)?(?:给我|帮我)?(?:看看?|列|画|排)(?:一?下|个|出)?(?=[\u4e00-\u9fff]{2})"
)
"""发个图我看: something is to be shown, and the draft waits on."""


def asked_again(state: Mapping[str, Any] | None, text: str) -> Reply | None:
    """What somebody hears whose words about a waiting message were not understood; it is not sent by them."""
    if state is None or not _waits_with(state, text) or not state.get("again"):
        return None
    return Reply(
        f"“{clip(text.strip(), 20)}”没看懂，没有发、也没有改（{state['again']}）。"
        "要改可以说：“加上某单位”“某单位不用发”“不是周五是周四”"
        "“就说……”“下午3点发”。回“是”照原样发，回“取消”不发。"
    )


def _dropped(state: Mapping[str, Any], context: Context) -> Reply:
    """What was written wrong is not sent: it has to be said anew as a whole."""
    dialogs.close(context)
    old = state.get("message") or state.get("text") or ""
    return Reply("好的，没有发、也没有办。请把改好的整条重发。" + (f"原来是：{old}" if old else ""))


def _left(said: str, people: Sequence[int], context: Context) -> list[int] | None:
    """Who is still to be told; None where the words are not about whom."""
    only = _ONLY.search(said) is not None
    if not only and not _OUT.search(said):
        return None
    meant = _meant(said, context)
    if not meant:
        return None
    return [person for person in people if (person in meant) is only]


def _meant(said: str, context: Context) -> frozenset[int]:
    """Whom the words name; of a group that still owes only those who do."""
    heard = hear(said, context)
    owing = frozenset(row.contact.id for row in owing_now(context)) if _any_owing(heard) else frozenset()
    return heard.spared.union(*(whom.people & owing if whom.owing else whom.people for whom in heard.whom))


def _any_owing(heard: Heard) -> bool:
    return any(whom.owing for whom in heard.whom)
