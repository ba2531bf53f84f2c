"""代审: who judges for a reviewer that is away; it holds from the moment the office has agreed, for its days."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from handlers import dialogs
from handlers.access import ROLE_NAMES, Act, may
from handlers.calendar.dates import last_day_in
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.matters import taking_back
from handlers.matters.absence import days_away, days_said
from handlers.matters.register import register, tell
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.people.speaker import Seat
from handlers.suggesting import offering
from handlers.suggesting.suggestion import Way
from handlers.wording import listed, local, masked, month_day
from store.records import Contact, Matter

QUESTION: Final = "substitute"
UNTIL: Final = "substitute_until"
AGREED: Final = re.compile("同意|可以|批准|准|行(?!不)|好|认定")
"""How an outcome begins that grants what was asked for."""
DAYS: Final = 7
"""For so many days it holds where none are named."""
_ASKS: Final = re.compile("[替代帮顶]我?[审看盯弄]|[替代帮顶](?:一[下天周]|几天|班)|人(?:替|代|帮)|代审|请假")
_STANDS_IN: Final = r"(?:来|先|给我)?(?:替|代|帮|顶|盯)(?:替|代|帮|顶|盯|我|班|一下|一阵|几天|审|着|上)*"
_LONG: Final = re.compile(
    "月|季度|年|[一两二三四\\d]个?(?:周|星期|礼拜)|[一两二三四五六七八九十\\d]+天|长期|一段|以后"
)
"""A length or a month without its days: a week is not what is meant."""
_BY_ME: Final = re.compile("我(?:来|先|自己)+(?:审|做|办|顶|代|替|看)|由我|我(?:替|代|帮)[他她]")
_FOR_ME: Final = re.compile("[替代帮顶]我|我.{0,8}(?:出差|休|请假|不在|学习|开会)")
"""The office itself is to be stood in for, or stands in."""
_WHO: Final = re.compile(
    r"(?:让|由|请|叫|找|换|托|(?:交|转|移交|留|分|派)给|转)(?:一下)?(?!人|别|其他|大家|谁|哪|同事|领导|质强办|[一个几]|我|您|你|他|她)(?P<name>[\u4e00-\u9fff]{2,4}?)"
    r"(?:先|来|去|给|临时|[\s,，])*(?:[替代帮顶盯接审管弄看]|吧|了|就行|$)"
    r"|(?:^|[\s,，])(?P<short>[小老][\u4e00-\u9fff]|(?!.?人|谁|同事|领导|大家|麻烦|[找换叫请让由派])[\u4e00-\u9fff]{2,3}?)(?:先|来|去)*(?:[替代帮顶]我|(?<=[小老].)[替代帮顶])"
)


def substitute(text: str, context: Context) -> Reply | None:
    """Register who stands in and when, as far as the words say it; the office agrees at once, after 是."""
    if may(context.speaker.role, Act.SETTLE):
        return arranged(text, context)
    named = _reviewers(text, context)
    other = next((person for person in named if person.id != context.speaker.contact.id), None)
    if other is None and text and not _ASKS.search(text):
        return None
    return _requested(text, other, context)


def _requested(text: str, other: Contact | None, context: Context) -> Reply:
    """Registered as soon as it is known for which days, and for which items."""
    units = mentions(text, context).units
    if units and other is not None:
        return _which(units, other, context)
    found = _days(text, context)
    if found is not None and found[1] is None:
        dialogs.ask(context, UNTIL, {"text": text, "from": found[0].isoformat()}, again="代审到哪天还没有说")
        return Reply(f"从{month_day(found[0])}起，到哪天为止？回日期（如“7月7日”），或回“取消”。没有登记。")
    count = days_said(text) if found is None and other is not None else None
    if count:
        dialogs.ask(context, UNTIL, {"text": text, "count": count}, again="代审从哪天起还没有说")
        return Reply(f"{count}天是从哪天起？回日期（如“6月25日”“明天”），或回“取消”。没有登记。")
    return _registered(text, other, (found[0], found[1] or found[0]) if found else None, context)


def by_whom(text: str, context: Context) -> Reply:
    """我要学习半个月，没人审咋办: who else reviews, to choose from; somebody whom the roster does not know is asked for."""
    if _WHO.search(text):
        return _requested(text, None, context)
    people = enrolled(context, "reviewer")
    others = [row for row in people if row.id != context.speaker.contact.id]
    if not others:
        words = f"转质强办 {context.as_said(text)}"
        head = "名册里没有别的审核员；您名下的件质强办也能审。没有登记。"
        return offering.choose(head, [(words, "把您这句话转质强办，请他们安排")], context)
    choices = [(f"{text} 让{row.name}替我审", f"请{row.name}代审") for row in others]
    return offering.choose("让谁替您审？要质强办确认，没有登记。", choices, context)


def _which(units: Sequence[str], other: Contact, context: Context) -> Reply:
    """Only that unit's items, which is to step back from it, or all of them."""
    words = [f"回避 {units[0]} 让{other.name}审", f"让{other.name}替我审"]
    dialogs.ask(context, offering.QUESTION, {"choices": [[one, Way.DOES.name] for one in words]})
    return Reply(
        f"只是{listed(units, 3, '家')}的件，还是您名下的全部？没有登记。\n1 只{units[0]}：登记回避，由{other.name}审\n"
        f"2 全部：申请{other.name}代审，要质强办确认\n回序号，都不是请回“取消”。"
    )


def answer_until(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The day that was wanting of an absence: its last one, or the first of so many."""
    first = date.fromisoformat(str(state["from"])) if "from" in state else None
    said = last_day_in(text, first or local(context.now).date())
    if said is None:
        return None
    if first is not None and said < first:
        return Reply(f"{month_day(said)}早于{month_day(first)}，没有登记。请回到哪天为止。")
    days = (first, said) if first is not None else (said, said + timedelta(days=state["count"] - 1))
    dialogs.close(context)
    words = str(state["text"])
    named = [row for row in _reviewers(words, context) if row.id != context.speaker.contact.id]
    return _registered(f"{words}（{_span(days)}）", next(iter(named), None), days, context)


def _registered(text: str, other: Contact | None, days: tuple[date, date] | None, context: Context) -> Reply:
    when = "时间没写明，请补起止日期" if not days else _span(days)
    number = register(
        context,
        "substitute",
        text,
        unit=context.seat.unit,
        detail=_detail(context.speaker.contact, other, days),
    )
    who = other.name if other is not None else _unknown(text, context)
    return Reply(
        f"已申请代审（第{number}号）：{who}，{when}，需质强办确认。确认前待审仍在您名下；"
        "代审的人要在名册里是审核员。"
    )


def back(text: str, context: Context) -> Reply:
    """我回来了 不用李强替了: what still waits is taken back; what was agreed to ends with its days."""
    bare = not text.strip()
    told = taking_back.application("不用代审了", context) if bare else taking_back.standing_in(text, context)
    return told or Reply(
        "您名下的待审一直都在，照常审就行；代审到定的日子自动结束。要提前停请直接跟质强办说，机器人不能替您停。没有改动。"
    )


def _unknown(text: str, context: Context) -> str:
    """How somebody is called whom the roster does not know as a reviewer."""
    people = enrolled(context)
    other = next((row for row in people if row.name in text and row.role != "reviewer"), None)
    if other is not None:
        may_review = "，各件本来就能审" if other.role == "office" else "，不是审核员"
        return f"{other.name}（名册里是{ROLE_NAMES[other.role]}{may_review}）"
    found = _WHO.search(text)
    if found is None:
        return "（没写明是谁）"
    name = found["name"] or found["short"]
    called = f"{name[1:]}*" if name[0] in "小老" else masked(name)
    return f"{called}（名册里没有这位审核员）"


def effect(row: Matter, context: Context) -> str:
    """What the office's agreement does."""
    person = context.uow.roster.get(row.detail["to"]) if "to" in row.detail else None
    if person is None:
        return "\n没有生效：申请里没有写明名册上的审核员；请先“把某某设为审核员”，再让本人重新申请。"
    said = f"{person.name}可以审{row.contact_name or '本人'}的件，{_held(row, local(context.now).date())}。"
    tell(context, row.number, [person], f"【代审】质强办已同意：{said}回“待审”看清单。")
    return f"\n{said}"


def seats(context: Context) -> tuple[Seat, ...]:
    """The speaker's own seat, and those of the reviewers for whom he stands in today."""
    today, own = local(context.now).date(), context.speaker.contact.id
    found = [context.seat]
    for row in context.uow.matters.of_campaign(context.speaker.campaign.id):
        if row.kind != "substitute" or row.closed_at is None or row.detail.get("to") != own:
            continue
        absent = context.uow.roster.get(row.detail["for"])
        if absent is not None and AGREED.match(row.outcome or "") and _holds(row, today):
            found.append(Seat.of(absent, context.speaker.campaign, context.rubric))
    return tuple(found)


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Register what the office arranges itself, and agree to it."""
    number = register(context, "substitute", str(state["text"]), detail=dict(state["detail"]))
    rows = context.uow.matters.standing(context.speaker.campaign.id, ("substitute",))
    row = next(row for row in rows if row.number == number)
    context.uow.matters.close(
        row,
        outcome="同意，质强办安排",
        contact_id=context.speaker.contact.id,
        inbox_id=context.inbox_id,
        at=context.now,
    )
    other = context.uow.roster.get(state["detail"]["to"])
    told = tell(
        context, number, [other] if other else [], f"【代审】质强办安排：{state['said']}。回“待审”看清单。"
    )
    return Reply(f"已安排代审（第{number}号）：{state['said']}。{'已告知本人。' if told else ''}")


def arranged(text: str, context: Context) -> Reply | None:
    """The office says who stands in for whom, or for itself; None where the words do not name both."""
    named = _reviewers(text, context)
    if len(named) == 1 and (_BY_ME.search(text) or context.speaker.contact.name in text):
        return Reply(f"不用另设：质强办本来就能审全部，{named[0].name}名下的件您回“待审”直接审。没有改动。")
    if len(named) == 1 and (no := _no_reviewer(named[0], text, context)) is not None:
        return no
    if len(named) == 1 and _FOR_ME.search(text):
        named = [context.speaker.contact, named[0]]
    if len(named) != 2:  # noqa: PLR2004 -- who is away, and who stands in
        return None
    if re.search(rf"{named[0].name}(?:来|先)?(?:替|代|帮|顶)(?:替|着)?{named[1].name}", text):
        named = named[::-1]
    found = _days(text, context)
    if found is None and _LONG.search(text):
        who = f"让{named[1].name}替{named[0].name}审"
        return Reply(f"从哪天到哪天？请带上日期再说一次，如“{who} 7月1日到7月20日”。没有安排。")
    days = (found[0], found[1] or found[0] + timedelta(days=DAYS)) if found else None
    said = f"{named[1].name}审{named[0].name}的件，{_span(days) if days else f'从今天起{DAYS}天'}"
    state = {"text": text, "detail": _detail(named[0], named[1], days), "said": said}
    return confirming.ask(context, QUESTION, state, [f"将安排代审：{said}。"])


def _no_reviewer(absent: Contact, text: str, context: Context) -> Reply | None:
    """让王敏替李强审: somebody of the roster who may not review."""
    people = enrolled(context)
    other = next((row for row in people if row.name in text and row.id != absent.id), None)
    if other is None or other.role == "office":
        return None
    return Reply(
        f"{other.name}名册里是{ROLE_NAMES[other.role]}，不能审，没有安排。要让他审先发“把{other.name}设为审核员”；"
        f"{absent.name}的件您自己也能审，回“待审”。"
    )


def _detail(absent: Contact, other: Contact | None, days: tuple[date, date] | None) -> dict[str, Any]:
    detail: dict[str, Any] = {"for": absent.id} | ({"to": other.id} if other is not None else {})
    return detail | ({"from": days[0].isoformat(), "until": days[1].isoformat()} if days else {})


def _reviewers(text: str, context: Context) -> list[Contact]:
    """The reviewers on duty whom the words name, in their order; 小李 means the only one called 李."""
    people, found = enrolled(context, "reviewer"), dict[int, Contact]()
    for person in people:
        only = sum(other.name[0] == person.name[0] for other in people) == 1
        short = (
            f"|[小老]{person.name[0]}(?:(?![\u4e00-\u9fff])|(?=[替代帮来审先给顶盯弄看管接]))" if only else ""
        )
        called = re.search(f"{person.name}{short}", text)
        if called is not None:
            found[called.start()] = person
    return [found[at] for at in sorted(found)]


def _holds(row: Matter, today: date) -> bool:
    if "from" in row.detail:
        return bool(row.detail["from"] <= today.isoformat() <= row.detail["until"])
    return row.closed_at is not None and today <= local(row.closed_at).date() + timedelta(days=DAYS)


def _held(row: Matter, today: date) -> str:
    if "from" not in row.detail:
        return f"申请没写日期，从今天起{DAYS}天（到{month_day(today + timedelta(days=DAYS))}）"
    return _span((date.fromisoformat(row.detail["from"]), date.fromisoformat(row.detail["until"])))


def _span(days: tuple[date, date]) -> str:
    return "–".join(month_day(day) for day in dict.fromkeys(days))


def _days(text: str, context: Context) -> tuple[date, date | None] | None:
    return days_away(text, local(context.now).date(), context.deadlines)


COMMAND = Command(
    Act.RECUSE,
    "我下周出差 让小李替我审",
    words("代审 申请代审 我要请假"),
    substitute,
    re.compile(
        rf"(?!.*(?:不用|不要|别|不让|不必|[?？吗]$)).{{0,40}}[\u4e00-\u9fff]{{2,4}}{_STANDS_IN}(?:吧|了)?(?:[\s,，].{{0,20}}|(?:[一两二三\d]个?(?:周|星期|礼拜|天)).{{0,4}})?|"
        r".{0,40}(?:(?:让|由|请|交给|换|给|归)[\u4e00-\u9fff]{2,4}?(?:来)?(?:替[我他她]?|代[我他她]?|帮[我他她])?审|(?:让|由|请)[\u4e00-\u9fff]{2,4}?(?:替|代|帮|顶)我(?:看|弄|处理|盯|把关)|(?:找|换)个?人(?:替|代|帮)"
        r"|.{0,12}(?:待审|活儿?|件|事)的?(?:都|全)?(?:先)?(?:交|转)?给[\u4e00-\u9fff]{2,3}?(?:审|办|吧|了)*|(?:转|分|匀|移交|交)(?:几[个件]|一些|一半|点|一部分|出去)?(?:给|到)[\u4e00-\u9fff]{2,4}|转[\u4e00-\u9fff]{2,3}审).{0,20}"
    ),
    shy=True,
)
BACK = Command(
    Act.RECUSE,
    "我回来了 不用李强替了",
    words("不用代审了 取消代审 代审取消 结束代审 停止代审"),
    back,
    re.compile(
        r".{0,16}(?:不用|不要|别|不必|甭)(?:再)?(?:让)?[\u4e00-\u9fff]{0,3}(?:替|代|顶|帮)(?:我|班)?(?:审)?了.{0,6}|(?:我)?(?:回来|回单位|休完假|销假)了[\s,，].{0,6}(?:自己|我)(?:来)?审.{0,4}"
    ),
    shy=True,
)
CONFIRMATIONS = {QUESTION: Confirmation(Act.SETTLE, apply)}
