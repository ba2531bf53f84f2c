"""各样话的回答: one short answer to each kind of talk, with what may be done about it at one tap."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from handlers import dialogs
from handlers.board import board_of
from handlers.calendar.dates import last_day_in
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.evidence.items import of_lines
from handlers.matters.extensions import HAND_ON, UNDECIDED
from handlers.matters.handover import FIELDS
from handlers.reporting import questions, report
from handlers.reporting.about import own, people
from handlers.reporting.about.asked import asked as about_items
from handlers.reporting.about.question import Question
from handlers.talking import about_papers
from handlers.talking.kinds import Kind
from handlers.talking.parts import parts_of
from handlers.talking.promises import asks_leave
from handlers.talking.revising import revised
from handlers.talking.said import Asked, Said
from handlers.talking.topic import Topic, due_text
from handlers.understanding.complaints import complaint
from handlers.wording import clip, clock, local

_LISTED: Final = 4
_HAND_OVER: Final = "登记人员交接（照您的原话转质强办，确认前名册不变）"
_CONTEST: Final = "登记责任认领异议（照您的原话转质强办）"
_FORWARD: Final = "把您这句话转给质强办"


def answer_to(kind: Kind, words: str, line: str, topic: Topic, context: Context, *, beside: bool) -> Said:
    """What to say to that part of the line."""
    return _ANSWERS[kind](Asked(words, context.as_said(line), beside, topic, context))


def _promise(asked: Asked) -> Said:
    topic, context = asked.topic, asked.context
    day = _last_day(asked)
    if day is not None and topic.due is not None and day > local(max(topic.due, context.now)).date():
        return _too_late(asked, day)
    if asked.beside and not topic.papers and not _asks_leave(asked):
        return Said(
            f"{asked.head}知道了，这句没有记录任何数据，到时候直接发。{f'{clock(topic.due)}截止。' if topic.due else ''}"
        )
    ready = _ready(asked) if _asks_leave(asked) else ""
    named = f"{topic.named}：" if topic.named else ""
    if topic.papers:
        told = f"{named}现在没有登记已交，{topic.left}；交了回“{topic.how}”。"
    else:
        told = f"{named}这条没有记录任何数据，有了直接发“{topic.how}”。{'' if ready else due_text(topic, context)}"
    return Said(f"{asked.head}{ready or '好的，'}{told}来不及可以回“申请延期”。")


def _ready(asked: Asked) -> str:
    due, context = asked.topic.due, asked.context
    if due is None:
        return "行，原文没有规定期限。"
    left = context.deadlines.left(context.now, due)
    return f"行，{clock(due)}前报都行（{left}）。" if due >= context.now else f"行，{left}，越早越好。"


def _asks_leave(asked: Asked) -> bool:
    return any(asks_leave(part.said) for part in parts_of(asked.words))


def _last_day(asked: Asked) -> date | None:
    """The last of the days that are named."""
    today = local(asked.context.now).date()
    days = [_coming(_ITEM.sub("", part.said), today) for part in parts_of(asked.words)]
    return max((day for day in days if day is not None), default=None)


_ITEM: Final = re.compile(r"(?<!月)\d{1,2}号(?=那?[项个]|材料|指标|任务)")
"""3号材料 is of the third item, on no day."""
_NEXT_YEAR: Final = re.compile(r"明年(?:(?P<month>\d{1,2})月)?")
_EARLY: Final = re.compile(r"(?:(?P<month>\d{1,2})|下个?)月(?:初|上旬|再|才|出|以后|之后|份(?:再|才|出))")


def _coming(said: str, today: date) -> date | None:
    """The day that is named; a bare 七号 that is over is that of the next month."""
    following = _NEXT_YEAR.search(said)
    if following is not None:
        return date(today.year + 1, int(following["month"] or 1) % 13 or 12, 1)
    early = _EARLY.search(said)
    if early is not None:
        month = int(early["month"]) if early["month"] else today.month % 12 + 1
        return date(today.year + (month < today.month), min(month, 12) or 12, 1)
    day = last_day_in(said, today)
    if day is None or day >= today or "月" in said:
        return day
    return last_day_in(said, (today.replace(day=1) + timedelta(days=32)).replace(day=1))


def _too_late(asked: Asked, day: date) -> Said:
    topic = asked.topic
    due = topic.due
    named = f"{topic.named}：" if topic.named else ""
    handed = "交" if topic.papers else "报"
    over = f"{clock(due) if due else ''}截止，{day.month}月{day.day}日就超过时限了"
    told = f"{named}这条没有记录任何数据。{over}；过了还能{handed}，会记为逾期，延期由质强办批准。"
    return Said(f"{asked.head}{told}", ((HAND_ON, f"申请延期 {asked.line}"),))


def _extension(asked: Asked) -> Said:
    """Handed on when the speaker has said so; a day before the deadline needs none."""
    topic = asked.topic
    day = _last_day(asked)
    if day is not None and topic.due is not None and day <= local(topic.due).date():
        return Said(f"{asked.head}来得及，不用延期：{topic.named and f'{topic.named}，'}{topic.left}。")
    named = f"{topic.named}，" if topic.named else ""
    return Said(f"{asked.head}{named}{topic.left}。{UNDECIDED}", ((HAND_ON, f"申请延期 {asked.line}"),))


def _tight(asked: Asked) -> Said:
    topic = asked.topic
    named = f"{topic.named}，" if topic.named else ""
    told = f"知道了，没有记录任何数据。{named}{topic.left}。延期由质强办批准，先报一部分也行；要申请吗？"
    return Said(f"{asked.head}{told}", ((HAND_ON, f"申请延期 {asked.line}"),))


def _theirs(asked: Asked) -> Said:
    context = asked.context
    found = mentions(asked.words, context).units
    units = "、".join(unit for unit in found if unit != context.seat.unit)
    own_lines = "、".join(dict.fromkeys(line.title for line in board_of(context).lines[:_LISTED]))
    return Said(
        f"{asked.head}不用，{units}名下的项由它自己报。您单位报的是{own_lines}，"
        f"全部回“我的任务”；某一项归谁，发“谁报 指标名”。",
        ((_CONTEST, f"责任异议 {asked.line}"),),
    )


def _returned(asked: Asked) -> Said:
    told = own.returned(Question(asked.words, asked.context))
    sorry = "让您费心了。" if "没有被退回" not in told else "没有查到退回："
    return Said(
        f"{sorry}{told}\n改好直接重发就行，不同意可以回“申诉 哪一项 为什么”。"
        if sorry[0] == "让"
        else f"{sorry}{told}"
    )


def _others(asked: Asked) -> Said:
    told = about_items(asked.words, asked.context)
    return Said(told.text if told is not None else people.others_closed(Question(asked.words, asked.context)))


def _cease(asked: Asked) -> Said:
    return Said(complaint(asked.words, asked.context).text)


def _hand_over(asked: Asked) -> Said:
    fields = "、".join(asked.context.rubric.materials.contact_fields or FIELDS)
    told = (
        "换人要由质强办确认，确认前名册不变、提醒仍发给原联络员。"
        f"手续就是登记一下，再补新联络员的{fields}（发一行就行）。要登记吗？"
    )
    return Said(
        f"{asked.head}{told}", ((_HAND_OVER, f"交接 {asked.line}"), (_FORWARD, f"转质强办 {asked.line}"))
    )


def _number(asked: Asked) -> Said:
    told = "号码、邮箱在质强办的名册里，聊天里不直接改，绑定的账号不受影响。要转给质强办更新吗？"
    return Said(f"{asked.head}{told}", ((_FORWARD, f"转质强办 {asked.line}"),))


def _relay(asked: Asked) -> Said:
    return Said(
        f"{asked.head}可以照您的原话转给质强办，由他们直接答复您。", ((_FORWARD, f"转质强办 {asked.line}"),)
    )


def _wish(asked: Asked) -> Said:
    told = (
        "提醒按截止前15、7、3、1个工作日和当天发，只在工作日的办公时间，报齐就停，逾期之后的不能停；"
        "哪一天提醒不能单独设，能改的是："
    )
    return Said(
        f"{asked.head}{told}",
        tuple((one, one) for one in ("只提醒截止前一天", "每天下午3点提醒我", "明天再提醒我", "提醒安排")),
    )


def _copied(asked: Asked) -> Said:
    told = "填报、收提醒的是名册上的联络员，一个单位可以有几位；加人、换人由质强办定，加进名册就能收、能报。"
    return Said(f"{asked.head}{told}", ((_FORWARD, f"转质强办 {asked.line}"),))


def _partly(asked: Asked) -> Said:
    return Said(
        f"{asked.head}可以，分几次报、分几次传都行，先报的不影响后报的。{due_text(asked.topic, asked.context)}"
    )


def _leave(asked: Asked) -> Said:
    told = (
        f"知道了，没有记录任何数据。{due_text(asked.topic, asked.context)}"
        "赶不上时限可以申请延期（由质强办定）；要别人替您报，得由质强办把他加进名册。"
    )
    choices = ((_HAND_OVER, f"交接 {asked.line}"), (HAND_ON, f"申请延期 {asked.line}"))
    return Said(f"{asked.head}{told}", choices if _STAND_IN.search(asked.line) else choices[::-1])


_STAND_IN: Final = re.compile("替|代报|代我|同事|让.{1,4}报|由.{1,4}报")


def _not_here(asked: Asked) -> Said:
    topic = asked.topic
    codes = {line.code for line in topic.lines}
    if len(codes) == 1 and topic.lines[0].missing and topic.lines[0].missing[0].nullable:
        typed = f"{topic.lines[0].duty.ordinal} 无"
        told_apart = report.report(typed, asked.context)
        if told_apart is not None and asked.beside and _asked_later(typed, asked):
            return Said(f"{asked.head}{topic.lines[0].mark.strip()}答完上面的接着问。")
        if told_apart is not None:
            return Said(told_apart.text.replace(f"“{typed}”", f"“{clip(asked.line, 30)}”"))
    named = f"{topic.named}：" if topic.named else ""
    told = f"{named}原文没有写“没有这一块”怎么报（原文未规定），不能由我定免报，也没有记录任何数据；由质强办明确，要怎么转？"
    choices = [(_FORWARD, f"转质强办 {asked.line}")]
    if topic.lines:
        choices.append((_CONTEST, f"责任异议 {topic.lines[0].mark.strip()} {asked.line}"))
    return Said(f"{asked.head}{told}", tuple(choices))


def _asked_later(typed: str, asked: Asked) -> bool:
    """Put what was just asked behind the questions that waited before it; whether any did."""
    state = dialogs.present(asked.context)
    waiting = state.get("later", []) if state is not None and state["kind"] == questions.QUESTION else []
    if state is not None and waiting:
        named = {key: state[key].replace(typed, clip(asked.words, 30)) for key in ("question", "again")}
        questions.ask_next(asked.context, [*waiting, {**state, **named, "later": []}])
    return bool(waiting)


def _hold(asked: Asked) -> Said:
    lines = [line for line in asked.topic.lines if line.known]
    if not lines:
        return _words_kept(asked) or Said(
            f"还没定，没有入库。定了直接发“{asked.topic.how}”。{due_text(asked.topic, asked.context)}"
        )
    line = lines[0]
    told = f"{line.title}已经有一条报上来的，还没撤；要撤下来吗？"
    return Said(told, ((f"撤回{line.title}最近报的", f"撤回 {line.code}"),))


def _words_kept(asked: Asked) -> Said | None:
    """The last of the words that are kept with the only line spoken of, to be taken back."""
    lines = asked.topic.lines
    kept = of_lines(asked.context, lines) if len({line.code for line in lines}) == 1 else ()
    if not kept or kept[-1].kind != "text":
        return None
    title, place = lines[0].title, lines[0].duty.ordinal
    told = f"{title}没有报数，记着{len(kept)}件材料，最后一件是“{clip(kept[-1].text, 40)}”；要撤下来吗？"
    return Said(told, ((f"撤回{title}的这件文字材料", f"撤回材料 {place}-{len(kept)}"),))


_ANSWERS: Final[Mapping[Kind, Callable[[Asked], Said]]] = {
    Kind.PROMISE: _promise,
    Kind.EXTENSION: _extension,
    Kind.TIGHT: _tight,
    Kind.ELSEWHERE: about_papers.elsewhere,
    Kind.RETURNED: _returned,
    Kind.OTHERS: _others,
    Kind.CEASE: _cease,
    Kind.HANDOVER: _hand_over,
    Kind.NUMBER: _number,
    Kind.LEAVE: _leave,
    Kind.NOT_HERE: _not_here,
    Kind.HOLD: _hold,
    Kind.RELAY: _relay,
    Kind.WISH: _wish,
    Kind.COPIED: _copied,
    Kind.PARTLY: _partly,
    Kind.REVISED: revised,
    Kind.PAPER: about_papers.paper,
    Kind.THEIRS: _theirs,
    Kind.SHARED: about_papers.shared,
    Kind.REPLACED: about_papers.replaced,
    Kind.WANTED: about_papers.wanted,
    Kind.SPOKEN: about_papers.spoken,
    Kind.CLOSED: about_papers.closed,
}
