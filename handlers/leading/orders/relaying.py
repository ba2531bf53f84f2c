"""转达: a leader has something said to somebody in his name; it is said back first and leaves a trace."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from handlers import dialogs
from handlers.access import ROLE_NAMES, Act, may
from handlers.board import duties_at, load_board
from handlers.calendar.dates import day_in
from handlers.campaign.standing import standing_now
from handlers.campaign.units import mentions
from handlers.command import shy
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.leading.orders.addressed import (
    BIDDEN,
    DEMANDED,
    HEAD_OF,
    HEADS,
    SAY,
    best,
    first_of,
    heads,
    meant,
    parted,
    units_at_head,
)
from handlers.messages import Push, Reply
from handlers.people.enrolled import enrolled, unit_of
from handlers.people.speaker import Seat
from handlers.pushing.pushes import push
from handlers.reminding.urging import ALL_OWING, urge, urge_those
from handlers.wording import circled, clip, in_one_line, leaf_name, listed, local, month_day, shown
from store.records import Contact

QUESTION = "relay"
WHOM = "relay_whom"
LISTED = 8
_SAID_YET = re.compile(r"(?:过|到|完)?了?(?:没有?|吗|么)[?？]?")
"""跟王局长说过了吗 passes nothing on."""
_OWING = re.compile(
    r"(?:那些|这些|所有|全部)?(?:还|仍)?(?:没有?|未|欠)(?:报|交|动)(?:材料|数|齐|全|完)?的?(?:那?几家|各?单位|各?家|县区|人|联络员)*"
    r"(?=挨个|逐个|都|再|也|发|说|讲|打|带|提醒|[,，\s])"
)
"""Whoever still owes is nobody's name: he is urged."""
_AGAIN = re.compile("^(?:挨个|逐个|都|再|也|发个?|提醒|通知|消息)+")
TO_ALL = "relay_all"
_ALL = re.compile(
    rf"(?>{BIDDEN})(?:(?:跟|给|和)(?=.{{2,8}}?(?:说|讲|打个招呼|[带捎传][个句]?[话信]|发个?通知))|告诉|转告|转达给?|让|叫|通知(?:一下)?)(?:各(?P<kind>个?单位|区|县|镇|街道|局|部门|家)|所有(?:的)?(?:单位|人|联络员)|大家|全体)(?:的?(?:联络员|联系人|经办人|(?P<heads>{HEADS})))?(?:们)?(?:都)?"
)


def relay(text: str, context: Context) -> Reply:
    """Find whom the words mean, and say back what would be passed on; a question where it is not certain."""
    owing = _OWING.match(text.strip())
    if owing is not None and may(context.speaker.role, Act.URGE):
        return _urged(text.strip()[owing.end() :], context)
    several = _several(text.strip(), context)
    if several is not None:
        return several
    whom, message = parted(text, context)
    if not message or _SAID_YET.fullmatch(message):
        head = "转达过的都有“已转达”的回执，别处说过的我不知道。" if message else "要转达什么？"
        return Reply(f"{head}请这样发：“跟王局长说一声 明天必须交”。")
    people = meant(whom, context)
    if len(people) == 1:
        told = asked_of(people[0], message, context)
        below = HEAD_OF.search(whom) is not None and people[0].role == "contact"
        return Reply(f"名册里没有这家的分管领导（一把手），改转联络员。\n{told.text}") if below else told
    unit = mentions(whom, context)
    alone = not people and len(unit.units) == 1 and not unit.rest.strip()
    choices = people or heads(context)
    if alone or not choices:
        return Reply(_out_of_reach(unit.units[0] if alone else "", context))
    state = {"whom": [person.id for person in choices], "message": message}
    dialogs.ask(context, WHOM, state, again="转达给哪一位")
    head = (
        f"“{clip(whom, 10)}”不确定是谁，转达给哪一位？"
        if people
        else f"名册里没有“{clip(whom, 10)}”，转达给哪一位？"
    )
    rows = [f"{place} {_called(person)}" for place, person in enumerate(choices, start=1)]
    return Reply.of(head, *shown(rows, LISTED, "……另有{}位，可带单位和姓名再发"), "回序号，或回“取消”。")


def _out_of_reach(unit: str, context: Context) -> str:
    """安岳县, which nobody of the roster is of: and who reports for it, where others do."""
    standing = standing_now(context)
    lines = standing.sheets[unit].lines.values() if unit in standing.sheets else ()
    by = dict.fromkeys(standing.unit_of(line.criterion, unit) for line in lines)
    others = listed([one for one in by if one and one != unit], 4, "家")
    beside = f"替它报数的是{others}，要转给他们请再说一次。" if others else ""
    nobody = f"{unit}的人" if unit else "可以转达的分管领导或联络员"
    return f"名册里没有{nobody}，转达不了，没有发送；请质强办补名册。{beside}"


def _several(said: str, context: Context) -> Reply | None:
    """让城建局和旅游局周五前报齐: those of each unit that stands at the head; None for fewer than two."""
    units, rest = units_at_head(said, context)
    message = SAY.sub("", rest).strip()
    if not (units[1:] and message):
        return None
    return asked_of_units(units, message, context) or Reply(_out_of_reach("、".join(units), context))


def asked_of_units(units: Sequence[str], message: str, context: Context) -> Reply | None:
    """Whom of those units it would go to, in these words: who is in charge; None where nobody can be reached."""
    return _to_each(units, message, enrolled(context), context)


def urged_of_units(units: Sequence[str], message: str, context: Context) -> Reply | None:
    """The same of a reminder: like 催办 it goes to who reports, where the unit has a contact."""
    contacts = enrolled(context, "contact")
    of = {unit_of(row, context) for row in contacts if row.account}
    people = [row for row in enrolled(context) if row.role == "contact" or unit_of(row, context) not in of]
    return _to_each(units, message, people, context)


def _to_each(units: Sequence[str], message: str, whom: Sequence[Contact], context: Context) -> Reply | None:
    people = [row for row in whom if row.account]
    of_units = ([row for row in people if unit_of(row, context) == unit] for unit in units)
    reached = [one for own in of_units for one in best(own, context)]
    if not reached:
        return None
    told = _asked_all({"people": [one.id for one in reached], "message": message}, context)
    gone = [unit for unit in units if unit not in {unit_of(one, context) for one in reached}]
    return Reply(f"{told.text}\n收不到的：{listed(gone, 4, '家')}。") if gone else told


def _urged(rest: str, context: Context) -> Reply:
    """催办 to all who owe, after 是, with the speaker's own words."""
    own = SAY.sub("", _AGAIN.sub("", SAY.sub("", rest)).strip(" ,，。就")).strip(" ,，。")
    return urge_owing(own, context) if own else urge("", context)


def urge_owing(own: str, context: Context) -> Reply:
    """催办 to all who owe, with those words."""
    contacts = context.uow.roster.list(context.speaker.campaign.id, role="contact")
    return urge_those(frozenset(person.id for person in contacts), ALL_OWING, own, context)


def answer_whom(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The number of the person that was meant; 是 where there is but one."""
    people: Sequence[int] = state["whom"]
    only = len(people) == 1 and dialogs.yes_or_no(text) is True
    place = 0 if only else dialogs.chosen(text, min(len(people), LISTED))
    person = context.uow.roster.get(people[place]) if place is not None else None
    if person is None:
        return None
    dialogs.close(context)
    return asked_of(person, str(state["message"]), context)


def send(state: Mapping[str, Any], context: Context) -> Reply:
    """Pass the words on, in the leader's name."""
    person = context.uow.roster.get(state["person"])
    if person is None or not _passed_on(person, str(state["text"]), "", context):
        return Reply("对方刚刚解除了绑定，收不到，没有发送。")
    detail = {"to": person.id, "text": state["text"]}
    context.uow.audit.record(context.now, context.actor, "relay", f"contact:{person.id}", detail)
    return Reply(f"已转达{_called(person)}，已留痕。")


def _passed_on(person: Contact, text: str, beside: str, context: Context) -> bool:
    """Push it to him where he can still be reached; `beside` tells one of several apart."""
    if person.channel is None or person.account is None or not person.active:
        return False
    key = f"relay:{context.speaker.campaign.id}:{context.incoming.message_id}{beside}"
    message = Push(key, person.channel, person.account, text, context.now, urgent=True)
    return push(context.uow, message, person, context.now)


def asked_of(person: Contact, message: str, context: Context) -> Reply:
    """What that person would read, to be sent after 是."""
    if person.account is None:
        return Reply(f"{_called(person)}还没有绑定，收不到，没有发送。请质强办先发绑定码。")
    text = relayed(person, message, context)
    lines = [f"将以您的名义转达{_called(person)}（会留痕）：", text]
    state = {"person": person.id, "text": text, "people": [person.id], "message": message}
    return confirming.ask(context, QUESTION, state, lines)


def _asked_anew(state: Mapping[str, Any], context: Context) -> Reply:
    """The amended words or list said back: to the one who is left as to one."""
    people = [row for row in map(context.uow.roster.get, state["people"]) if row is not None]
    if len(people) == 1:
        return asked_of(people[0], str(state["message"]), context)
    kept = {name: state[name] for name in ("people", "message")}
    return _asked_all(kept, context)


def _called(person: Contact) -> str:
    return f"{person.unit} {person.name}（{person.title or ROLE_NAMES[person.role]}）"


def relay_to_all(text: str, context: Context) -> Reply | None:
    """转告各区 月底前全部到位: to the contact of each, in the leader's name, after 是."""
    found = _ALL.match(text.strip())
    if found is None:
        return None
    message = SAY.sub("", text.strip()[found.end() :]).strip()
    if not message:
        return Reply("要转达什么？请这样发：“转告各单位 月底前全部到位”。")
    heads = found["heads"] or ""
    people = [
        row for row in enrolled(context, "supervisor" if heads else "contact") if row.account is not None
    ]
    people = first_of(people, context) if HEAD_OF.fullmatch(heads) else people
    subjects = context.speaker.campaign.subjects
    own = [person for person in people if unit_of(person, context) in subjects]
    of_own = bool(own) and (found["kind"] or "单位") in "区县镇街道"
    people = own if of_own else people
    if not people:
        whom = "分管领导（一把手），没有发送，请质强办补名册" if heads else "联络员，没有发送"
        return Reply(f"名册里还没有能收到的{whom}。")
    told = _asked_all({"people": [person.id for person in people], "message": message}, context)
    every = subjects if of_own else [row.unit for row in standing_now(context).units]
    gone = [unit for unit in every if unit not in {unit_of(person, context) for person in people}]
    who = "分管领导" if heads else "人"
    beside = f"发不到的{len(gone)}家（名册里没有能收到的{who}）：{listed(gone, 6, '家')}。"
    return Reply(f"{told.text}\n{beside}") if gone else told


def _asked_all(state: Mapping[str, Any], context: Context) -> Reply:
    """Say back the words and whom they go to, and ask."""
    people = [row for row in map(context.uow.roster.get, state["people"]) if row is not None]
    rows = [f"{person.unit} {person.name}" for person in people]
    lines = [
        f"将以您的名义转达{len(people)}人（会留痕）：{listed(rows, 6, '人')}。",
        f"内容：{clip(str(state['message']), 200)}",
    ]
    return confirming.ask(context, TO_ALL, state, lines)


def send_to_all(state: Mapping[str, Any], context: Context) -> Reply:
    """Pass the words on to everybody who can still be reached."""
    people = [row for row in map(context.uow.roster.get, state["people"]) if row is not None]
    texts = [relayed(person, str(state["message"]), context) for person in people]
    told = sum(
        _passed_on(person, text, f":{person.id}", context) for person, text in zip(people, texts, strict=True)
    )
    if not told:
        return Reply("刚刚都解除了绑定或离开了，收不到，没有发送。")
    detail, whose = {"people": told, "text": state["message"]}, f"campaign:{context.speaker.campaign.id}"
    context.uow.audit.record(context.now, context.actor, "relay", whose, detail)
    return Reply(f"已转达{told}人，已留痕。")


def relayed(person: Contact, message: str, context: Context) -> str:
    """What the other one reads: the speaker's words, the day that they mean, and what the unit still owes."""
    message = in_one_line(message)
    speaker = context.speaker.contact
    sender = f"{speaker.name}（{speaker.title or ROLE_NAMES[speaker.role]}）"
    day = day_in(message, local(context.now).date())
    until = f"（即{month_day(day)}）" if day is not None and month_day(day) not in message else ""
    lines = [f"【转达】{sender}：{message}{until}"]
    seat = Seat.of(person, context.speaker.campaign, context.rubric)
    seat = Seat("contact", seat.unit, seat.subject, seat.subjects)
    duties = duties_at(context.rubric, seat, context.milestone)
    board = load_board(context.uow, context.speaker.campaign.id, duties)
    if board.missing and person.role != "office":
        several = len(seat.subjects) > 1 and not seat.subject
        rows = [
            f"{circled(line.duty.ordinal)}{leaf_name(line.criterion, 24)}{f'（{line.subject}）' if several else ''}"
            for line in board.missing
        ]
        lines.append(
            f"{seat.unit}还没报的{len(rows)}项：{'、'.join(rows[:LISTED])}{'……' if len(rows) > LISTED else ''}"
        )
    return "\n".join(lines)


COMMANDS = (
    shy(
        Act.RELAY,
        "转告各单位 月底前全部到位",
        relay_to_all,
        rf"(?P<rest>{_ALL.pattern.replace('?P<kind>', '?:').replace('?P<heads>', '?:')}.{{2,200}})",
        re.DOTALL,
    ),
    shy(
        Act.RELAY,
        "跟王局长说一声 明天必须交",
        relay,
        rf"(?>{BIDDEN})"
        r"(?:(?:跟|给|和)(?=.{2,12}?(?:说|讲|打个招呼|[带捎传][个句]?[话信]|发[个条]?(?:信息|消息|短信|微信))|(?:还)?[没未欠].{0,12}(?:发|提醒))|(?:让|叫|请)(?!他们|她们|它们|大家|大伙)(?=.{2,12}?(?:给我|回我|找我|来我|来一趟|补|交|报|把|再|重新|核|查|准备|加快|加紧|快[点些]|赶快|加油|[弄办搞做]好|注意|"
        rf"{DEMANDED}))"
        r"|告诉|转告|转达给?|通知(?:一下)?|把(?:我的?|这句?)话(?:也)?[带捎传转](?:到)?给)"
        r"(?P<rest>(?!我|咱|全体|全部|所有|大家|各).{2,200})",
        re.DOTALL,
    ),
)


CONFIRMATIONS = {
    QUESTION: Confirmation(Act.RELAY, send, _asked_anew),
    TO_ALL: Confirmation(Act.RELAY, send_to_all, _asked_anew),
}
