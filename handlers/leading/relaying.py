"""转达: a leader has something said to somebody in his name; it is said back first and leaves a trace."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from handlers import confirming, dialogs
from handlers.access import ROLE_NAMES, Act
from handlers.board import duties_at, load_board
from handlers.command import Command, words
from handlers.confirming import Confirmation
from handlers.context import Context
from handlers.dates import day_in
from handlers.leading.unit_view import last_unit, named
from handlers.messages import Push, Reply
from handlers.pushes import push
from handlers.speaker import Seat
from handlers.wording import circled, clip, leaf_name, local, month_day, shown
from store.records import Contact

QUESTION = "relay"
WHOM = "relay_whom"
LISTED = 8
_TITLE = re.compile(
    r"(?P<surname>[\u4e00-\u9fff]{1,2}?)(?P<title>(?:副)?(?:局长|主任|科长|处长|书记|镇长|区长|县长|主席|局|主任委员|总|工)|同志|老师)"
)
_SPLIT = re.compile(r"说一声|说一下|说下|讲一声|讲一下|[说讲，,：:\s]")
_SAY = re.compile(r"^(?:说一声|说一下|说下|说|讲一声|讲一下|讲|一声|一下|打个招呼|[,，:：。\s])+")


def relay(text: str, context: Context) -> Reply:
    """Find whom the words mean, and say back what would be passed on; a question where it is not certain."""
    whom, message = _parted(text, context)
    if not message:
        return Reply("要转达什么？请这样发：“跟王局长说一声 明天必须交”。")
    people = _meant(whom, context)
    if len(people) == 1:
        return _asked(people[0], message, context)
    choices = people or _heads(context)
    if not choices:
        return Reply("名册里没有可以转达的分管领导或联络员，没有发送。请让质强办补名册。")
    dialogs.ask(context, WHOM, {"people": [person.id for person in choices], "message": message})
    head = (
        f"“{clip(whom, 10)}”不确定是谁，转达给哪一位？"
        if people
        else f"名册里没有“{clip(whom, 10)}”，转达给哪一位？"
    )
    rows = [f"{place} {_called(person)}" for place, person in enumerate(choices, start=1)]
    return Reply(
        "\n".join([head, *shown(rows, LISTED, "……另有{}位，可带单位和姓名再发"), "回序号，或回“取消”。"])
    )


def answer_whom(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The number of the person that was meant."""
    people: Sequence[int] = state["people"]
    place = dialogs.chosen(text, min(len(people), LISTED))
    person = context.uow.roster.get(people[place]) if place is not None else None
    if person is None:
        return None
    dialogs.close(context)
    return _asked(person, str(state["message"]), context)


def send(state: Mapping[str, Any], context: Context) -> Reply:
    """Pass the words on, in the leader's name."""
    person = context.uow.roster.get(state["person"])
    if person is None or person.channel is None or person.account is None or not person.active:
        return Reply("对方刚刚解除了绑定，收不到，没有发送。")
    key = f"relay:{context.speaker.campaign.id}:{context.incoming.message_id}"
    message = Push(key, person.channel, person.account, str(state["text"]), context.now, urgent=True)
    push(context.uow, message, person, context.now)
    detail = {"to": person.id, "text": state["text"]}
    context.uow.audit.record(context.now, context.actor, "relay", f"contact:{person.id}", detail)
    return Reply(f"已转达{_called(person)}，已留痕。")


def _parted(text: str, context: Context) -> tuple[str, str]:
    """Who is meant and what is to be said: “王局长说一声 明天必须交”."""
    said = text.strip()
    found = _TITLE.match(said)
    if found is not None:
        return found[0], _SAY.sub("", said[found.end() :]).strip()
    people = context.uow.roster.list(context.speaker.campaign.id)
    name = next((person.name for person in people if said.startswith(person.name)), None)
    if name is not None:
        return name, _SAY.sub("", said[len(name) :]).strip()
    unit, _, rest = _SPLIT.sub("\n", said, count=1).partition("\n")
    return unit.strip(), _SAY.sub("", rest).strip()


def _meant(whom: str, context: Context) -> list[Contact]:
    """The people whom the word means: by name, by surname and title, or who heads the unit that it names."""
    people = [person for person in context.uow.roster.list(context.speaker.campaign.id) if person.active]
    by_name = [person for person in people if person.name == whom]
    if by_name:
        return by_name
    units = named(whom, context).units
    if units:
        return _best([person for person in people if _unit_of(person, context) in units], context)
    title = _TITLE.fullmatch(whom)
    if title is None:
        return []
    found = [person for person in people if person.name.startswith(title["surname"])]
    titled = [person for person in found if title["title"].removeprefix("副") in person.title]
    return _best(titled or [person for person in found if person.role == "supervisor"], context)


def _best(people: list[Contact], context: Context) -> list[Contact]:
    """Of several, those of the unit last talked about, else those in charge."""
    unit = last_unit(context)
    of_unit = [person for person in people if _unit_of(person, context) == unit]
    people = of_unit or people
    heads = [person for person in people if person.role == "supervisor"]
    return heads or people


def _heads(context: Context) -> list[Contact]:
    """Who could be meant: the supervisors, or the contacts where there are none; the last unit's first."""
    people = [person for person in context.uow.roster.list(context.speaker.campaign.id) if person.active]
    heads = [person for person in people if person.role == "supervisor"] or [
        person for person in people if person.role == "contact"
    ]
    unit = last_unit(context)
    return sorted(heads, key=lambda person: _unit_of(person, context) != unit)


def _asked(person: Contact, message: str, context: Context) -> Reply:
    if person.account is None:
        return Reply(f"{_called(person)}还没有绑定，收不到，没有发送。请质强办先发绑定码。")
    text = _text(person, message, context)
    lines = [f"将以您的名义转达{_called(person)}（会留痕）：", text]
    return confirming.ask(context, QUESTION, {"person": person.id, "text": text}, lines)


def _text(person: Contact, message: str, context: Context) -> str:
    """What the other one reads: the leader's words, the day that they mean, and what the unit still owes."""
    speaker = context.speaker.contact
    sender = f"{speaker.name}（{speaker.title or ROLE_NAMES[speaker.role]}）"
    day = day_in(message, local(context.now).date())
    until = f"（即{month_day(day)}）" if day is not None and month_day(day) not in message else ""
    lines = [f"【转达】{sender}：{message}{until}"]
    seat = Seat.of(person, context.speaker.campaign, context.rubric)
    seat = Seat("contact", seat.unit, seat.subject, seat.subjects)
    duties = duties_at(context.rubric, seat, context.milestone)
    board = load_board(context.uow, context.speaker.campaign.id, duties)
    if board.missing:
        rows = [f"{circled(line.duty.ordinal)}{leaf_name(line.criterion, 24)}" for line in board.missing]
        lines.append(
            f"{seat.unit}还没报的{len(rows)}项：{'、'.join(rows[:LISTED])}{'……' if len(rows) > LISTED else ''}"
        )
    return "\n".join(lines)


def _unit_of(person: Contact, context: Context) -> str:
    return person.subject or context.rubric.unit_aliases.get(person.unit, person.unit)


def _called(person: Contact) -> str:
    return f"{person.unit} {person.name}（{person.title or ROLE_NAMES[person.role]}）"


COMMANDS = (
    Command(
        Act.RELAY,
        "跟王局长说一声 明天必须交",
        words(""),
        relay,
        re.compile(
            r"(?:你|帮我|请你?|麻烦你?)?"
            r"(?:(?:跟|给|和)(?=.{2,12}?(?:说|讲|打个招呼))|告诉|转告|转达给?|通知一下?)"
            r"(?P<rest>(?!我|咱|全体|全部|所有|大家|各).{2,200})",
            re.DOTALL,
        ),
        shy=True,
    ),
)
CONFIRMATIONS = {QUESTION: Confirmation(Act.RELAY, send)}
