"""绑定情况和绑定码: who is bound and who is not, and a fresh code for who needs one."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from handlers.access import ROLE_NAMES, Act
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.messages import Reply
from handlers.no_order import is_denied, is_no_order
from handlers.office.people.on_roster import log, person_named
from handlers.people.enrolled import enrolled, printed_unit
from handlers.people.enrolment import fresh_code
from handlers.people.whom import calls_of
from handlers.wording import listed, shown
from store.records import Contact

PEOPLE_LISTED = 20


def bound(_text: str, context: Context) -> Reply:
    """Who is bound and who is not."""
    people = enrolled(context)
    waiting = [person for person in people if not person.account]
    lines = [f"名册{len(people)}人，已绑定{len(people) - len(waiting)}人，未绑定{len(waiting)}人。"]
    rows = [f"{person.unit} {person.name}（{ROLE_NAMES[person.role]}）未绑定" for person in waiting]
    lines += shown(rows, PEOPLE_LISTED, "……另有{}人")
    return Reply("\n".join(lines))


def bound_person(text: str, context: Context) -> Reply | None:
    """孙县长绑了没: whether that person, or that unit's people, are bound; None where nobody is named."""
    people = enrolled(context)
    units = mentions(text, context).units
    called = calls_of(people)
    named = list({called[call].id: called[call] for call in called if call in text}.values())
    named = named or [row for row in people if printed_unit(row, context) in units or row.subject in units]
    if not named:
        return None
    rows = [
        f"{row.unit} {row.name}（{ROLE_NAMES[row.role]}）{'已绑定' if row.account else '还没有绑定'}"
        for row in named
    ]
    lines = shown(rows, PEOPLE_LISTED, "……另有{}人")
    waiting = [row for row in named if not row.account]
    return Reply("\n".join([*lines, *([f"发码请回“绑定码 {waiting[0].name}”。"] if waiting else [])]))


def code(text: str, context: Context) -> Reply:
    """绑定码 张三: a fresh one; an earlier one is void."""
    if not text.strip():
        return Reply("给谁的绑定码？请带上姓名，如“绑定码 张三”；谁还没绑定回“绑定情况”。")
    person = person_named(text.strip(), context)
    if isinstance(person, str):
        return Reply(person)
    return _codes([person], context)


def _codes(people: Sequence[Contact], context: Context) -> Reply:
    """A code for each; for who is bound only after a yes, since it is needed for another account alone."""
    lines = [_issued(person, context) for person in people if person.account is None]
    bound = [person for person in people if person.account is not None]
    if not bound:
        return Reply("\n".join(lines))
    names = "、".join(f"{person.unit} {person.name}" for person in bound)
    lines += [
        f"{names}（已绑定）还没有发绑定码：现在的账号照常能用，换了微信才要新码。",
        "发了以后：本人用新码绑上，就换到新账号，原账号停用；10分钟内不用，码作废，原账号照旧。",
    ]
    return confirming.ask(context, FRESH, {"bound": [person.id for person in bound]}, lines)


def _issued(person: Contact, context: Context) -> str:
    issued = fresh_code(context.uow, person.id, context.now)
    log(context, "roster.code", person.id, {})
    bound = "（已绑定；用新码会换到新账号）" if person.account is not None else ""
    return f"{person.unit} {person.name}{bound}的绑定码：{issued}，10分钟内有效，只能用一次。请本人发“绑定 {issued}”。"


def apply_codes(state: Mapping[str, Any], context: Context) -> Reply:
    """Make a code for each who is still on the roster."""
    people = [context.uow.roster.get(number) for number in state["bound"]]
    lines = [_issued(person, context) for person in people if person is not None and person.active]
    return Reply("\n".join(lines) or "这个人已不在名册，没有发码。")


def renew(text: str, context: Context) -> Reply | None:
    """给赵新重新来个码, 王敏换手机号了原来的解掉: a fresh code; None where the words name nobody on duty."""
    if is_denied(text):
        return Reply("没有发码；已经发出的码10分钟后自己失效。")
    people = enrolled(context)
    named = [row for row in people if row.name in text]
    if len(named) == 1 and (_ASKED.search(text) or _no_order(text)):
        return _how(named[0])
    if _no_order(text):
        return None
    if len(named) > 1 and _EACH.search(text) and not _ASKED.search(text):
        return _codes(named, context)
    if not named and _CODE.search(text) and not _ASKED.search(text):
        return _for_unit(text, people, context)
    return _codes(named, context) if len(named) == 1 else None


def _no_order(text: str) -> bool:
    return is_no_order(text) or _NOT_SO.search(text) is not None


_NOT_SO = re.compile("没有?(?:换|取消|解|撤|丢)|如果|要是|假如|万一")


def _for_unit(text: str, people: Sequence[Contact], context: Context) -> Reply | None:
    """旅游局要绑定 发个码: for those of the one unit who are not bound; somebody whom the roster lacks gets none."""
    units = mentions(text, context).units
    if len(units) != 1:
        return None
    own = [row for row in people if units[0] in (printed_unit(row, context), row.subject)]
    if _STRANGER.search(text) or not own:
        return Reply(
            f"{units[0]}在名册里没有您说的人，没有发码。先加进来：发“新增联络员 {units[0]} 姓名 手机”，加好就给码。"
        )
    waiting = [row for row in own if row.account is None]
    if not waiting:
        names = listed([f"{row.name}（{ROLE_NAMES[row.role]}）" for row in own], 4, "人")
        return Reply(f"{units[0]}的{names}都已绑定，没有发码。要换号重绑回“绑定码 {own[0].name}”。")
    return _codes(waiting, context)


_CODE = re.compile("绑定码|验证码|(?:发|来|给|要)个?码|码(?:发|给)")
_STRANGER = re.compile(r"[局委办镇区县的][小老][\u4e00-\u9fff](?![\u4e00-\u9fff]?(?:组|区|学|城|项))")

_EACH = re.compile(r"绑定码|(?:发|来|给)(?:个|一个)?码|各.{0,4}码")
_ASKED = re.compile(
    r"[了过]没有?[啊呀]?[?？]?$|[了过]吗[?？]?$|发没发|有没有|是不是|还(?:能|有)用?[吗么]|有效[吗么]"
)


def _how(person: Contact) -> Reply:
    """蔡明的绑定码发了没: how the binding stands; no code is made by a question."""
    state = "已经绑定，不用码了" if person.account is not None else "还没有绑定"
    return Reply(
        f"{person.unit} {person.name}{state}，没有发新码。码10分钟有效、只能用一次；要新的回“绑定码 {person.name}”。"
    )


def part(text: str, context: Context) -> Reply | None:
    """把王敏的绑定取消: said back first; None where the words name nobody who is bound."""
    people = [row for row in enrolled(context) if row.account]
    named = [row for row in people if row.name in text]
    if len(named) != 1 or named[0].id == context.speaker.contact.id:
        return None
    if _no_order(text):
        who = named[0].name
        return Reply(f"{who}现在已绑定，什么也没发、没改。要解除回“解除{who}的绑定”，先给您看清楚再办。")
    lines = [f"将解除{named[0].unit} {named[0].name}的账号绑定：在名册里留着，重新绑定前收不到、也办不了。"]
    return confirming.ask(context, PART, {"person": named[0].id}, lines)


def apply_part(state: Mapping[str, Any], context: Context) -> Reply:
    """Part the person from its account."""
    person = context.uow.roster.get(state["person"])
    if person is None or person.account is None:
        return Reply("这个人现在没有绑定，没有改动。")
    context.uow.roster.unbind(person.id)
    log(context, "roster.unbind", person.id, {})
    return Reply(f"已解除{person.unit} {person.name}的绑定。要重新绑定回“绑定码 {person.name}”。")


PART, FRESH = "unbind", "fresh_code"
CONFIRMATIONS = {
    PART: Confirmation(Act.ROSTER, apply_part),
    FRESH: Confirmation(Act.ROSTER, apply_codes),
}
COMMANDS = (
    Command(
        Act.ROSTER,
        "把王敏的绑定取消",
        words(""),
        part,
        re.compile(
            r"(?P<rest>.{0,12}(?:绑定.{0,4}(?:取消|解除|去掉|撤了?)|(?:取消|解除|撤销).{0,12}绑定).{0,4})"
        ),
        shy=True,
    ),
    Command(
        Act.ROSTER,
        "给赵新重新来个码",
        words(""),
        renew,
        re.compile(
            r"(?P<rest>(?=.*(?:码|解绑|解掉|解除绑定|重新绑|换绑|换了?(?:个)?(?:手机|微信|账号|号))).{4,50})"
            r"(?<!多少)(?<!没有)"
        ),
        shy=True,
    ),
    Command(
        Act.ROSTER,
        "绑定码 张三",
        words("绑定码"),
        code,
        re.compile(r"(?:发|给|重发|新)?绑定码[\s:：]*(?P<rest>(?:\S{2,20} )?[\u4e00-\u9fff·]{2,8})"),
    ),
    Command(
        Act.BOUND,
        "孙县长绑了没",
        words(""),
        bound_person,
        re.compile(
            r"(?P<rest>.{2,14}?)(?:绑定?|注册|登录|进来|上线|加进来)(?:上|好|过|成功)?了?(?:没有?|没|吗|么|上没)[?？]?"
        ),
        shy=True,
    ),
    Command(
        Act.BOUND,
        "绑定情况",
        words("绑定情况 谁没绑定 谁绑定了 绑定名单 未绑定"),
        bound,
    ),
)
