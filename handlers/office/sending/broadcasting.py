"""群发通知: the office says something to everybody, or to one role, after seeing to how many it goes."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from handlers.access import ROLE_NAMES, Act
from handlers.command import Command, nameless, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.pushing.pushes import tell
from handlers.pushing.twice import just_sent, leaves_alike
from handlers.reminding.wanted import WHILE_OWING
from handlers.wording import clip, clock, listed
from store.records import Contact

QUESTION = "broadcast"
STILL_OWING = "到时还没报齐的"
"""Whom a message is for that only those get who owe anything when it leaves."""
LONGEST = 600
NAMED = 5
"""So few people are named one by one."""
_WHOM = "全体|所有人|全部|大家|各单位|各部门|各局|联络员|分管领导|审核员|领导"
_PARTS = re.compile(
    rf"(?:(?:通知|告诉|群发|给)(?P<whom>{_WHOM})(?:人员|同志)?(?:发|下)?个?(?:通知|消息)?|(?:发|下)个?(?:通知|消息)给(?P<also>{_WHOM})|群?发个?群?(?:通知|消息)(?=[\s:：])|群发(?=[\s:：]))"
    r"[\s:：,，]*(?P<text>\S.*)",
    re.DOTALL,
)


def broadcast(text: str, context: Context) -> Reply:
    """Say back the words and the number of people, and ask."""
    found = _PARTS.fullmatch(text.strip())
    if found is None:
        return Reply("请这样发：“通知全体：明天下午3点开会”，也可以“通知联络员：……”。没有发送。")
    whom = found["whom"] or found["also"] or "全体"
    people = [person.id for person in _people(whom, context)]
    return draft(people, whom, found["text"].strip(), context)


def draft(
    people: Sequence[int], whom: str, message: str, context: Context, at: datetime | None = None
) -> Reply:
    """Say back what those people would be told, and when where it is not at once, and ask."""
    if len(message) > LONGEST:
        return Reply(f"太长了（{len(message)}字），不超过{LONGEST}字。没有发送。")
    return _asked(
        {"whom": whom, "text": message, "people": list(people), "at": at.isoformat() if at else ""}, context
    )


def _asked(state: Mapping[str, Any], context: Context) -> Reply:
    """Say back the words and who is told, and ask."""
    people = _kept(state, context)
    bound = [person for person in people if person.account is not None]
    if not bound:
        return Reply("没有收得到的人（都还没绑定）。没有发送。")
    unreached = [f"{person.unit}{person.name}" for person in people if person.account is None]
    at = _leaves(state)
    when = f"{clock(at)}" if at is not None else ""
    names = [f"{person.unit}{person.name}" for person in bound]
    called = listed(names, counter="人") if len(bound) <= NAMED else str(state["whom"])
    lines = [f"将{when}发给{len(bound)}人（{called}）：", f"【通知】{state['text']}"]
    if unreached:
        lines.append(f"还没绑定、收不到的{len(unreached)}人：{listed(unreached, 5)}。")
    if state["whom"] == STILL_OWING:
        lines.append("到那时已经报齐的不会收到；机器人自己的提醒照发。")
    return confirming.ask(context, QUESTION, state, lines)


def send(state: Mapping[str, Any], context: Context) -> Reply:
    """Send it once to each; what another clerk has just sent them is asked about again."""
    text = f"【通知】质强办：{state['text']}"
    at = _leaves(state)
    people = _kept(state, context)
    reached = {person.id for person in people if person.account is not None}
    twice = just_sent(
        "broadcast", reached, lambda row: row.text == text and leaves_alike(row, at), state, context
    )
    if twice is not None:
        return confirming.ask(context, QUESTION, twice[1], [twice[0]])
    kind = WHILE_OWING if state["whom"] == STILL_OWING else "broadcast"
    told = tell(context, f"{kind}:{context.incoming.message_id}", people, text, at)
    campaign = context.speaker.campaign.id
    detail = {"people": told, "text": clip(str(state["text"]), 100)}
    context.uow.audit.record(context.now, context.actor, "broadcast", f"campaign:{campaign}", detail)
    return Reply(f"已发给{told}人，已留痕。" if at is None else f"已排好，{clock(at)}发给{told}人，已留痕。")


def _leaves(state: Mapping[str, Any]) -> datetime | None:
    """When it is to leave; None for at once."""
    return datetime.fromisoformat(state["at"]) if state.get("at") else None


def _kept(state: Mapping[str, Any], context: Context) -> list[Contact]:
    """Those who were shown and are still on duty."""
    wanted = set(state["people"])
    return [person for person in _people("", context) if person.id in wanted]


def _people(whom: str, context: Context) -> list[Contact]:
    """Everybody on duty but the speaker, or those of the role that was named."""
    role = next((role for role, name in ROLE_NAMES.items() if name == whom), None)
    return [
        person
        for person in enrolled(context)
        if person.id != context.speaker.contact.id and role in (None, person.role)
    ]


COMMANDS = (
    Command(
        Act.BROADCAST,
        "通知全体：明天下午3点开会",
        words("群发 群发通知 通知全体 通知"),
        broadcast,
        re.compile(rf"(?P<rest>{nameless(_PARTS)})", re.DOTALL),
        shy=True,
    ),
)
CONFIRMATIONS = {QUESTION: Confirmation(Act.BROADCAST, send, _asked)}
