"""改稿: what is said to a message that waits for its 是: leave that one out, or it is written wrong."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from handlers import dialogs
from handlers.context import Context
from handlers.leading.units import mentions
from handlers.messages import Reply
from handlers.wording import listed
from store.records import Contact

Again = Callable[[Mapping[str, Any], Context], Reply]
"""Says the message back to the people that are left, and asks."""
LONGEST: Final = 40
_OUT: Final = re.compile(
    r"(?:不用|不要|不必|不需要|先别|别|甭|先不|就不|无需)(?:再|给|跟|管)?.{0,10}?(?:发|通知|催|提醒|说|讲|转|管)"
    r"|免了|算了|除了?|除开|除外|去掉|删掉|划掉|拿掉|跳过|不包括|不算|不催|不发"
)
_ONLY: Final = re.compile(r"(?:只|光|单)(?:要|用|需)?(?:给|跟)?.{0,10}?(?:发|通知|催|提醒|说|转)")
_WRONG: Final = re.compile(
    r"(?:等等|等一?下|慢着|哎呀?|不对|不好意思|[\s,，。！!])*.{0,8}?(?:写|打|发|说|弄|搞|填)?(?:错|岔|漏)(?:了|字|别字|别).{0,24}"
    r"|(?:时间|日期|地点|内容|文字|措辞|名单|标题|开头|结尾|通知|前面|后面|上面|刚才).{0,8}?(?:不对|不准|有误|要改|得改|改一?下|改成|改为|换成|应该?是|是).{0,24}"
    r"|(?:先)?(?:等等|等一?下|慢着|稍等|别急)[,，\s]*(?:先)?(?:别发|不发)?(?:我)?(?:再|要|来|先)?(?:改改|改一?下|看看|想想)?[吧了]*"
    r"|(?:我)?(?:再)?(?:改改|改一?下|修改一?下|重新?写|重写)(?:再发)?[吧了]*"
)


def amended(state: Mapping[str, Any], text: str, context: Context, again: Again | None) -> Reply | None:
    """The message without whom the words leave out, or none at all where it is wrong; None for other words."""
    said = text.strip().rstrip("。.!！~～ ")
    if len(said) > LONGEST or said.endswith(("?", "？", "吗", "呢")):
        return None
    people: Sequence[int] = state.get("people", ())
    left = _left(said, people, context) if people and again is not None else None
    if left is None or again is None:
        return _dropped(state, context) if _WRONG.fullmatch(said) else None
    if len(left) == len(people):
        return Reply("要发的名单里没有这一位，没有改动。回“是”照原样发，回“取消”不发。")
    if not left:
        dialogs.close(context)
        return Reply("名单里没有人了，没有发送。")
    reply = again(
        {name: state[name] for name in state if name not in dialogs.OWN} | {"people": left}, context
    )
    out = [row for row in map(context.uow.roster.get, people) if row is not None and row.id not in left]
    names = listed([f"{row.unit}{row.name}" for row in out], 5)
    return Reply(f"好的，不发给{names}。\n{reply.text}")


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
    meant = _named(said, context)
    if not meant:
        return None
    return [person for person in people if (person in meant) is only]


def _named(said: str, context: Context) -> frozenset[int]:
    roster = context.uow.roster.list(context.speaker.campaign.id)
    called = [person.id for person in roster if person.name in said]
    units = mentions(said, context.rubric, context.speaker.campaign.subjects).units
    return frozenset(called or [person.id for person in roster if _of(person, units, context)])


def _of(person: Contact, units: Sequence[str], context: Context) -> bool:
    return bool({context.rubric.unit_aliases.get(person.unit, person.unit), person.subject} & set(units))
